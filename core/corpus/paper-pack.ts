import type { Paper, PaperBrief } from '../paper';

/** So many abstracts are deflated together: one costs as little as may be, and packing takes 12 % more than 64 would. */
const ABSTRACTS_TOGETHER = 16;
/** Number of papers and length of the briefs, as 32-bit words; then one word for each group of abstracts. */
const HEAD_WORDS = 2;

/** What is absent is not written. */
const ABSENT: PaperBrief = {
  id: '',
  title: '',
  otherTitles: [],
  authors: [],
  year: null,
  month: null,
  venue: null,
  arxiv: null,
  doi: null,
  url: null,
  pdf: null,
  code: null,
};

/**
 * Papers as bytes: number of papers and lengths of what follows, then, each deflated, the papers without abstracts as lines
 * of JSON, and their abstracts as JSON arrays of 16. What a page asks is answered from the first without touching the others.
 */
export async function packPapers(papers: readonly Paper[]): Promise<Uint8Array> {
  const groups = Math.ceil(papers.length / ABSTRACTS_TOGETHER);
  const texts = [papers.map(lineOf).join('\n')];
  for (let group = 0; group < groups; group += 1) {
    const members = papers.slice(group * ABSTRACTS_TOGETHER, (group + 1) * ABSTRACTS_TOGETHER);
    texts.push(JSON.stringify(members.map(({ abstract }) => abstract)));
  }
  const streams = await Promise.all(texts.map(deflated));
  const head = Uint32Array.of(papers.length, ...streams.map(({ length }) => length));
  return joined([new Uint8Array(head.buffer), ...streams]);
}

/** The papers at these places, without abstracts; places beyond the last are absent. @throws when the bytes are no papers. */
export async function unpackBriefs(
  payload: Uint8Array,
  places: readonly number[],
): Promise<ReadonlyMap<number, PaperBrief>> {
  const { count, streams } = opened(payload);
  const lines = (await inflated(streams[0])).split('\n');
  return new Map(
    places
      .filter((place) => place < count)
      .map((place) => [place, { ...ABSENT, ...(JSON.parse(lines[place] ?? '') as PaperBrief) }]),
  );
}

/** The same with abstracts. */
export async function unpackPapers(
  payload: Uint8Array,
  places: readonly number[],
): Promise<ReadonlyMap<number, Paper>> {
  const { streams } = opened(payload);
  const groups = new Map(places.map((place) => [groupOf(place), streams[1 + groupOf(place)]]));
  const [briefs, ...texts] = await Promise.all([
    unpackBriefs(payload, places),
    ...[...groups].map(async ([group, stream]) => [group, stream ? await inflated(stream) : '[]'] as const),
  ]);
  const abstracts = new Map(texts.map(([group, text]) => [group, JSON.parse(text) as (string | null)[]]));
  return new Map(
    [...briefs].map(([place, brief]) => {
      const abstract = abstracts.get(groupOf(place))?.[place % ABSTRACTS_TOGETHER] ?? null;
      return [place, { ...brief, abstract }];
    }),
  );
}

const groupOf = (place: number): number => Math.floor(place / ABSTRACTS_TOGETHER);

function lineOf({ abstract: _abstract, ...brief }: Paper): string {
  const facts = Object.entries(brief).filter(
    ([, fact]) => fact !== null && !(Array.isArray(fact) && fact.length === 0),
  );
  return JSON.stringify(Object.fromEntries(facts));
}

function opened(payload: Uint8Array): { readonly count: number; readonly streams: readonly Uint8Array[] } {
  const view = new DataView(payload.buffer, payload.byteOffset, payload.byteLength);
  const count = view.getUint32(0, true);
  const words = HEAD_WORDS + Math.ceil(count / ABSTRACTS_TOGETHER);
  let at = 4 * words;
  const streams: Uint8Array[] = [];
  for (let word = 1; word < words; word += 1) {
    const length = view.getUint32(4 * word, true);
    streams.push(payload.subarray(at, at + length));
    at += length;
  }
  return { count, streams };
}

const deflated = (text: string): Promise<Uint8Array> =>
  piped(new TextEncoder().encode(text), new CompressionStream('deflate-raw'));

async function inflated(bytes: Uint8Array | undefined): Promise<string> {
  return new TextDecoder().decode(
    await piped(bytes ?? new Uint8Array(), new DecompressionStream('deflate-raw')),
  );
}

type ByteTransform = ReadableWritablePair<Uint8Array, BufferSource>;

async function piped(bytes: Uint8Array, { readable, writable }: ByteTransform): Promise<Uint8Array> {
  const writer = writable.getWriter();
  // A refusal shows at the reading end as well; without these it would count as unhandled.
  writer.write(bytes as Uint8Array<ArrayBuffer>).catch(() => undefined);
  writer.close().catch(() => undefined);
  const chunks: Uint8Array[] = [];
  const reader = readable.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) chunks.push(next.value);
  return joined(chunks);
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const [only] = chunks;
  if (only && chunks.length === 1) return only;
  const all = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}
