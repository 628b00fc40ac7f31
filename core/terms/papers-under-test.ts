import fc from 'fast-check';
import { FilesInMemory } from '../corpus/corpus-files';
import type { Paper } from '../paper';
import { TermsIndex } from './terms-index';
import { TermsPart } from './terms-part';

/** A paper for tests; what is not said is unknown. */
export function paper(id: string, title: string, abstract: string | null, rest: Partial<Paper> = {}): Paper {
  const unknown = {
    year: null,
    month: null,
    venue: null,
    arxiv: null,
    doi: null,
    url: null,
    pdf: null,
    code: null,
  };
  return { id, title, abstract, otherTitles: [], authors: [], ...unknown, ...rest };
}

/** The files of an index, its papers noted in runs of so many. */
export async function filesOf(papers: readonly Paper[], runLength = Infinity): Promise<FilesInMemory> {
  const files = new FilesInMemory();
  const runs = await writeRuns(files, papers, runLength);
  await new TermsPart().merge(files, runs);
  return files;
}

/** Returns their number. */
export async function writeRuns(
  files: FilesInMemory,
  papers: readonly Paper[],
  runLength: number,
): Promise<number> {
  const part = new TermsPart();
  let runs = 0;
  for (const [ordinal, one] of papers.entries()) {
    part.add(ordinal, one);
    if ((ordinal + 1) % runLength === 0) await files.write(part.flush(runs++));
  }
  await files.write(part.flush(runs++));
  return runs;
}

export async function indexOf(papers: readonly Paper[], runLength = Infinity): Promise<TermsIndex> {
  const files = await filesOf(papers, runLength);
  return new TermsIndex(files, async (ordinals) => papersAt(papers, ordinals));
}

export function papersAt(papers: readonly Paper[], ordinals: readonly number[]): ReadonlyMap<number, Paper> {
  return new Map(
    ordinals.flatMap((ordinal) => {
      const found = papers[ordinal];
      return found ? [[ordinal, found] as const] : [];
    }),
  );
}

const WORDS =
  'map maps folding folded paper crane tide moon sea deep learning self-supervised network Müller 学习 GPT-3.5 the of and café'.split(
    ' ',
  );
const text = (maxLength: number) =>
  fc.array(fc.constantFrom(...WORDS, '.', '—', ' '), { maxLength }).map((words) => words.join(' '));

/** Without repeats: of a title's words the index counts no more than two. */
const title = (maxLength: number) =>
  fc.uniqueArray(fc.constantFrom(...WORDS), { maxLength }).map((words) => words.join(' '));

/** Papers of few words, so that they share many. */
export const somePapers: fc.Arbitrary<readonly Paper[]> = fc
  .array(
    fc.record({
      title: title(6),
      abstract: fc.option(text(25), { nil: null }),
      authors: fc.uniqueArray(fc.constantFrom('Ana Müller', 'Deep Sea', 'Kaiming He'), { maxLength: 3 }),
      year: fc.option(fc.integer({ min: 1950, max: 2026 }), { nil: null }),
      venue: fc.constantFrom(null, 'NeurIPS 2020', 'Annals of Maps'),
    }),
    { maxLength: 20 },
  )
  .map((records) =>
    records.map(({ title, abstract, ...rest }, at) => paper(`p${at}`, title, abstract, rest)),
  );

/** Queries of the same words, the last one often unfinished. */
export const someQuery: fc.Arbitrary<string> = fc
  .tuple(fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 3 }), fc.nat(3))
  .map(([words, cut]) => words.join(' ').slice(0, -cut || undefined));
