import type { TextHit } from '../../core/in-text/text-hit';
import type { TextBlock } from '../../core/in-text/text-block';
import { httpUrl } from '../../core/identity/links';
import type { Resolution } from '../../core/match/resolution';
import type { Call } from '../call';
import type { PageMention } from '../readers/reader';
import { walkInSlices, type SliceOptions } from '../scan/slices';
import type { Block } from './block';
import { textBlocks } from './blocks';

/** One message: a tenth of a second's work for the background, which answers others in between. */
const MESSAGE_CHARS_MAX = 250_000;
const MESSAGE_BLOCKS_MAX = 5_000;
/** No title is shorter, nor an identifier. */
const BLOCK_CHARS_MIN = 8;

/** A paper that the running text of the page names. */
export interface TextMention extends PageMention {
  readonly resolution: Resolution | null;
}

interface ReadBlock {
  readonly block: Block;
  readonly sent: TextBlock;
  /** Equal for blocks that have the same answer. */
  readonly key: string;
}

type Hits = readonly Omit<TextHit, 'block'>[];

/** Asks the background what papers a page's text names; each block once, however often the page is read. */
export class PageText {
  readonly #call: Call;
  #answers = new Map<string, Hits>();
  /** Of the last reading: milliseconds of work in the page. */
  spentMs = 0;

  constructor(call: Call) {
    this.#call = call;
  }

  /** Other papers are known now: everything is asked anew. */
  forget(): void {
    this.#answers = new Map();
  }

  /** In page order; null when the background is gone for good. */
  async read(doc: Document, slices: SliceOptions): Promise<readonly TextMention[] | null> {
    const read: ReadBlock[] = [];
    const before = this.#answers;
    const known = new Map<string, Hits>();
    const visit = (block: Block | null) => {
      if (!block || block.length < BLOCK_CHARS_MIN) return;
      const sent = block.asSent();
      const key = `${sent.kind}${JSON.stringify(sent.spans)}${sent.text}`;
      read.push({ block, sent, key });
      // Here, in slices: the first look-up hashes the whole text, of ten megabytes a task of 100 ms.
      const answer = before.get(key);
      if (answer) known.set(key, answer);
    };
    this.spentMs = await walkInSlices(textBlocks(doc), visit, slices);
    this.#answers = known;
    const isReachable = await this.#ask(
      httpUrl(doc.location.href),
      read.filter(({ key }) => !known.has(key)),
      known,
      slices.signal,
    );
    return isReachable ? read.flatMap(({ block, key }) => mentionsIn(block, known.get(key) ?? [])) : null;
  }

  async #ask(
    page: string | null,
    blocks: readonly ReadBlock[],
    answers: Map<string, Hits>,
    signal: AbortSignal,
  ): Promise<boolean> {
    for (const batch of batches(blocks)) {
      const reply = await this.#call('page/scan-text', { page, blocks: batch.map(({ sent }) => sent) });
      if (signal.aborted || (!reply.ok && reply.error.code === 'unreachable')) return false;
      // What was never answered is asked for with the next reading.
      if (!reply.ok) continue;
      for (const { key } of batch) answers.set(key, []);
      for (const { block, ...hit } of reply.value) {
        const key = batch[block]?.key;
        if (key !== undefined) answers.set(key, [...(answers.get(key) ?? []), hit]);
      }
    }
    return true;
  }
}

function* batches(blocks: readonly ReadBlock[]): Generator<readonly ReadBlock[]> {
  const different = new Map(blocks.map((block) => [block.key, block]));
  let batch: ReadBlock[] = [];
  let chars = 0;
  for (const block of different.values()) {
    if (
      batch.length === MESSAGE_BLOCKS_MAX ||
      (chars > 0 && chars + block.sent.text.length > MESSAGE_CHARS_MAX)
    ) {
      yield batch;
      batch = [];
      chars = 0;
    }
    batch.push(block);
    chars += block.sent.text.length;
  }
  if (batch.length > 0) yield batch;
}

function mentionsIn(block: Block, hits: Hits): TextMention[] {
  return hits.flatMap((hit) => {
    const place = block.placeOf(hit);
    return place ? [{ mention: hit.mention, resolution: hit.resolution, ...place }] : [];
  });
}
