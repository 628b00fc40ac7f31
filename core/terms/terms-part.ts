import type { CorpusFolder } from '../corpus/corpus-files';
import type { PartBuilder } from '../corpus/part';
import type { Paper } from '../paper';
import { ABOUT, RUN_FACTS, runChunkFile, runFactFile, runFile, runPairsFile, TERMS } from './names';
import { PaperCounts } from './paper-counts';
import { readRunAbout, type RunAbout } from './run-stream';
import { TermsMerge } from './terms-merge';
import { TermsRun } from './terms-run';

/** Terms known from one run to the next, some 120 bytes each: most of the time of reading a paper is in telling its words. */
const TERMS_MAX = 150_000;

/** Builds the index of the words of a corpus's titles, authors, venues and abstracts. */
export class TermsPart implements PartBuilder {
  readonly name = TERMS;
  #run: TermsRun | null = null;
  #counts = new PaperCounts();

  get bufferedBytes(): number {
    return this.#run?.bytes ?? 0;
  }

  add(ordinal: number, paper: Paper): void {
    this.#run ??= new TermsRun(ordinal, this.#counts);
    this.#run.add(ordinal, paper);
  }

  flush(run: number): ReadonlyMap<string, Uint8Array> {
    const files = (this.#run ?? new TermsRun(0, this.#counts)).files(run);
    this.#run = null;
    if (this.#counts.terms.length > TERMS_MAX) this.#counts = new PaperCounts();
    return files;
  }

  /** Throws when a run is missing and the index is not there either. */
  async merge(folder: CorpusFolder, runs: number): Promise<void> {
    const abouts: RunAbout[] = [];
    for (let run = 0; run < runs; run++) {
      const about = await readRunAbout(folder, run);
      if (about) abouts.push(about);
    }
    if (!(await folder.read(ABOUT))) {
      if (abouts.length < runs) throw new Error(`${runs - abouts.length} of ${runs} runs are missing`);
      const filled = abouts.filter(({ papers }) => papers > 0);
      await new TermsMerge(folder, filled).run();
    }
    for (const about of abouts) await removeRun(folder, about);
  }
}

/** What says how much there is of a run goes last, so that an interrupted removal can be taken up again. */
async function removeRun(folder: CorpusFolder, { run, chunks }: RunAbout): Promise<void> {
  const parts = RUN_FACTS.map((fact) => runFactFile(run, fact)).concat(runPairsFile(run));
  for (let chunk = 0; chunk < chunks; chunk++) parts.push(runChunkFile(run, chunk));
  await folder.remove(parts);
  await folder.remove([runFile(run)]);
}
