/**
 * Builds a corpus of made papers in a folder of the disk, as an import would:
 * `npx tsx tools/bench/made/build.ts FOLDER PAPERS TITLES COUNT`, PAPERS being JSON lines of
 * `{title, abstract, year, venue}`, gzipped or not, and TITLES real titles, one a line. Interrupted, it goes on.
 */
import { CorpusBuilder } from '../../../core/corpus/builder';
import { partBuilders } from '../../../store/filed-corpus';
import { FilesOnDisk } from '../files-on-disk';
import { MadePapers } from '../made-papers';
import { TitledPapers } from './titled-papers';

const [root, papers, titles, count] = process.argv.slice(2);
if (!root || !papers || !titles || !count)
  throw new Error('usage: made-corpus.ts FOLDER PAPERS TITLES COUNT');
const made = new TitledPapers(new MadePapers(papers), titles);
const folder = new FilesOnDisk(root);
const builder = await CorpusBuilder.resume(folder, { parts: partBuilders() });
const start = performance.now();
const seconds = () => Math.round((performance.now() - start) / 1000);
const { paperCount, duplicates, complete } = builder.progress;
const missing = complete ? 0 : Number(count) - paperCount - duplicates;
for (let left = missing; left > 0; left -= 1) {
  const ordinal = Number(count) - left;
  await builder.add(made.at(ordinal), null);
  if (ordinal % 100_000 === 0) console.log(`${ordinal} papers, ${seconds()} s`);
}
const manifest = await builder.finish();
console.log(`${seconds()} s, ${JSON.stringify({ ...manifest, ...folder.size() })}`);
