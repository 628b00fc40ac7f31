import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { makeBundle } from '../core/corpus/bundle';
import { paperIdOf } from '../core/identity/paper-id';
import type { Paper } from '../core/paper';
import { fileCorpus } from '../store/filed-corpus';
import { IDENTIFIERS_FILE, parseIdentifiers, type Identifiers } from './corpus/identifiers';
import { parseSeed, SEED_FILE, type SeedPaper } from './corpus/seed';
import { SourceError } from './corpus/source-error';

/** The papers that ship. */
export interface BundledPapers {
  /** Of their content: equal papers, equal version. */
  readonly version: string;
  /** For people to read. */
  readonly name: string;
  readonly papers: readonly Paper[];
}

const CORPUS_NAME = 'Bundled papers';
const VERSION_LENGTH = 16;
const ROOT = new URL('../', import.meta.url);

/**
 * The corpus that ships, from the text of `seed.txt` and `identifiers.json`. Anything malformed throws a `SourceError`
 * with file, line and what was expected there. Equal papers give an equal version.
 */
export function buildCorpus(seedText: string, identifiersJson: string): BundledPapers {
  const identifiers = parseIdentifiers(identifiersJson);
  const seeds = parseSeed(seedText, identifiers);
  const papers = identifiers.flatMap((facts, index) => {
    const seed = seeds[index];
    return seed ? [toPaper(seed, facts)] : [];
  });
  const ids = new Set(papers.map((paper) => paper.id));
  if (ids.size !== identifiers.length) {
    throw new SourceError(
      IDENTIFIERS_FILE,
      1,
      `expected ${identifiers.length} identities, found ${ids.size}`,
    );
  }
  const version = createHash('sha256').update(JSON.stringify(papers)).digest('hex').slice(0, VERSION_LENGTH);
  return { version, name: CORPUS_NAME, papers };
}

/** The corpus of this checkout. */
export function readBundledCorpus(): BundledPapers {
  return buildCorpus(readSource(SEED_FILE), readSource(IDENTIFIERS_FILE));
}

/** The finished files of the corpus in one piece, as every build ships it: `corpus.bin`. The same papers give the same bytes. */
export async function packBundledCorpus(): Promise<Uint8Array> {
  const { papers, name, version } = readBundledCorpus();
  const { files, facts } = await fileCorpus({ id: 'bundled', source: 'bundled', name, version, papers });
  return makeBundle({ name, version, paperCount: facts.paperCount, files: files.all() });
}

function readSource(file: string): string {
  return readFileSync(new URL(file, ROOT), 'utf8');
}

function toPaper(seed: SeedPaper, facts: Identifiers): Paper {
  const id = paperIdOf({ arxiv: facts.arxiv, doi: facts.doi, title: seed.title });
  if (id === null) throw new SourceError(IDENTIFIERS_FILE, facts.line, 'expected a paper with an identity');
  return {
    id,
    title: seed.title,
    otherTitles: facts.otherTitles,
    abstract: seed.abstract,
    authors: facts.authors,
    year: facts.year,
    month: facts.month,
    venue: facts.venue,
    arxiv: facts.arxiv,
    doi: facts.doi,
    url: null,
    pdf: null,
    code: facts.code,
  };
}

/** `tsx tools/build-corpus.ts [file]`: checks the source, says what is in it, and writes the corpus if a file is named. */
async function main([target]: readonly string[]): Promise<void> {
  const { papers, version } = readBundledCorpus();
  if (target) writeFileSync(target, await packBundledCorpus());
  console.log(`${papers.length} papers, version ${version}${target ? `, written to ${target}` : ''}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv.slice(2));
