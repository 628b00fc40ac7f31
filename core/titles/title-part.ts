import type { CorpusFolder } from '../corpus/corpus-files';
import type { PartBuilder } from '../corpus/part';
import type { Paper } from '../paper';
import { titleKey } from '../text/title-key';
import { KeyShardWriter, ORDINALS_MAX } from './key-shard';
import { mergeTitleRuns } from './title-merge';
import { packRunHead, RUN_CHUNK_BYTES, runChunkName, runHeadName } from './title-runs';

interface Filed {
  readonly key: string;
  readonly head: number;
  readonly ordinal: number;
}

/** A string's header, the record beside it and its place in the list, in V8, beside one byte a letter. */
const BYTES_PER_TITLE = 80;

/**
 * Builds the title index of a corpus: all title keys in order, cut into files, with two signatures a title for near
 * matches and a filter for running text.
 */
export class TitlePart implements PartBuilder {
  readonly name = 'titles';
  #filed: Filed[] = [];
  #bytes = 0;
  #hasPairs = false;

  get bufferedBytes(): number {
    return this.#bytes;
  }

  add(ordinal: number, paper: Paper): void {
    const heads = new Map<string, number>();
    for (const title of [paper.title, ...paper.otherTitles]) {
      const key = titleKey(title);
      if (key !== '') heads.set(key, Math.max(heads.get(key) ?? 0, headOf(title, key)));
    }
    for (const [key, head] of heads) {
      this.#filed.push({ key, head, ordinal });
      this.#hasPairs ||= SURROGATE.test(key);
      this.#bytes += key.length + BYTES_PER_TITLE;
    }
  }

  flush(run: number): ReadonlyMap<string, Uint8Array> {
    const files = new Map<string, Uint8Array>();
    const compare = this.#hasPairs ? compareCodePoints : compareUnits;
    const filed = this.#filed.toSorted((a, b) => compare(a.key, b.key) || a.ordinal - b.ordinal);
    const writer = new KeyShardWriter();
    let chunks = 0;
    const endChunk = () => {
      files.set(runChunkName(run, chunks), writer.take());
      chunks += 1;
    };
    for (const entry of joined(filed)) {
      writer.add(entry);
      if (writer.bytes >= RUN_CHUNK_BYTES) endChunk();
    }
    if (writer.count > 0) endChunk();
    files.set(runHeadName(run), packRunHead({ chunks, titles: filed.length }));
    this.#filed = [];
    this.#bytes = 0;
    this.#hasPairs = false;
    return files;
  }

  async merge(folder: CorpusFolder, runs: number): Promise<void> {
    await mergeTitleRuns(folder, runs);
  }
}

/** Letters before the first colon, which alone never name the paper; 0 without a colon. */
function headOf(title: string, key: string): number {
  const colon = title.indexOf(':');
  const head = colon < 0 ? '' : titleKey(title.slice(0, colon));
  return key.startsWith(head) ? head.length : 0;
}

/** Neighbours of one key in one entry. */
function* joined(filed: readonly Filed[]) {
  const encoder = new TextEncoder();
  for (let at = 0; at < filed.length;) {
    const first = filed[at];
    if (!first) return;
    let { head } = first;
    const ordinals: number[] = [];
    for (; filed[at]?.key === first.key; at += 1) {
      head = Math.max(head, filed[at]?.head ?? 0);
      const { ordinal } = filed[at] ?? first;
      if (ordinals.length < ORDINALS_MAX) ordinals.push(ordinal);
    }
    yield { key: encoder.encode(first.key), head, ordinals };
  }
}

const SURROGATE = /[\uD800-\uDFFF]/;

const compareUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The order of the keys' UTF-8 bytes. Plain `<` puts the halves of surrogate pairs before U+E000 to U+FFFF. */
function compareCodePoints(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  let at = 0;
  while (at < shorter && a.charCodeAt(at) === b.charCodeAt(at)) at += 1;
  if (at === shorter) return a.length - b.length;
  return byteOrder(a.charCodeAt(at)) - byteOrder(b.charCodeAt(at));
}

function byteOrder(unit: number): number {
  if (unit < 0xd800) return unit;
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800;
}
