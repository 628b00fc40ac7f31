import type { MapOutcome } from '../../components/map/map-store';
import { papersInOrder } from '../../core/corpus/papers-in-order';
import { makeMap } from '../../core/map/make-map';
import { meaningBy } from '../../core/map/meaning';
import type { MapPaper } from '../../core/map/paper-map';
import type { MeaningOf } from '../../core/map/text-vectors';
import { openCorpusDatabase } from '../../store/corpus-database';
import type { MapReply, MapRequest } from './map-messages';
import { readWordVectors } from './read-word-vectors';

const tell = (reply: MapReply): void => globalThis.postMessage(reply, { transfer: [] });

async function answer(request: MapRequest): Promise<MapOutcome> {
  const found = request.kind === 'papers' ? request : await ofCorpus(request);
  if (!found) return { kind: 'gone' };
  const { papers, total } = found;
  const shown = papers.map(({ id, title, year }) => ({ id, title, year }));
  tell({ kind: 'part', part: { kind: 'papers', papers: shown, total } });
  const map = makeMap(papers, await meaning(), (part) => tell({ kind: 'part', part }));
  return { kind: 'done', map };
}

/** By words alone where the file cannot be read. */
async function meaning(): Promise<MeaningOf | null> {
  const vectors = await readWordVectors();
  return vectors && meaningBy(vectors);
}

/** The last papers of a corpus, at most so many; null where there is no such corpus. */
async function ofCorpus({ corpusId, papersMax }: MapRequest & { readonly kind: 'corpus' }) {
  const corpora = openCorpusDatabase();
  const stamp = await corpora.stamp(corpusId);
  if (!stamp) return null;
  const total = stamp.paperCount;
  const papers: MapPaper[] = [];
  const files = corpora.shelf.folder({ ...stamp, corpusId });
  for await (const { id, title, abstract, year } of papersInOrder(
    files,
    total,
    Math.max(0, total - papersMax),
  ))
    papers.push({ id, title, abstract, year });
  return { papers, total };
}

globalThis.addEventListener('message', ({ data }: MessageEvent<MapRequest>) => {
  void answer(data)
    .catch((): MapOutcome => ({ kind: 'failed' }))
    .then((outcome) => tell({ kind: 'outcome', outcome }));
});
