import { Corpus } from '../../core/corpus/corpus';
import { kinByCorpus, kinScoresByCorpus } from '../../core/corpus/terms-of-corpus';
import { sharedTermsOf } from '../../core/kin/shared-terms';
import { openCorpusDatabase } from '../../store/corpus-database';
import type { KinReply, KinRequest } from './kin-messages';
import { readWordVectors } from './read-word-vectors';

/** The corpus that says how rare words are: the largest of those switched on, as for the kin of a card; else the largest. */
async function openLargest(): Promise<Corpus | null> {
  const corpora = openCorpusDatabase();
  const [largest] = (await corpora.stamps()).toSorted(
    (a, b) => Number(b.enabled) - Number(a.enabled) || b.paperCount - a.paperCount,
  );
  if (!largest) return null;
  return Corpus.open(
    corpora.shelf.folder({ corpusId: largest.id, generation: largest.generation }),
    () => {},
  );
}

const opening = Promise.all([openLargest(), readWordVectors()]);

async function answer({ kind, turn, to, papers }: KinRequest): Promise<KinReply> {
  const [corpus, wordVectors] = await opening;
  if (kind === 'scores') {
    const scores = corpus && (await kinScoresByCorpus(corpus, to, papers, wordVectors));
    return { kind, turn, scores };
  }
  const wish = { limit: papers.length, floor: 0, wordVectors, sharedTermsOf };
  const kin = corpus ? await kinByCorpus(corpus, to, papers, wish) : [];
  const telling = kin.filter(({ terms }) => terms.length > 0);
  return { kind, turn, words: new Map(telling.map(({ id, terms }) => [id, terms])) };
}

/** Nothing comes of what cannot be read, but an answer. */
function noAnswer({ kind, turn }: KinRequest): KinReply {
  return kind === 'scores' ? { kind, turn, scores: null } : { kind, turn, words: null };
}

globalThis.addEventListener('message', ({ data }: MessageEvent<KinRequest>) => {
  void answer(data)
    .catch(() => noAnswer(data))
    .then((reply) => globalThis.postMessage(reply, { transfer: [] }));
});
