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
/** The first is smaller, for what the reader sees first: a few screens. */
const FIRST_MESSAGE_CHARS = 30_000;
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

  /**
   * In page order; null when the background is gone for good. The text is asked about while the rest of it is read, and
   * `onPart` has what was found so far: what stands first need not wait for what stands last.
   */
  async read(
    doc: Document,
    slices: SliceOptions,
    onPart: (found: readonly TextMention[]) => unknown = () => {},
  ): Promise<readonly TextMention[] | null> {
    const page = httpUrl(doc.location.href);
    const reading = new Reading(this.#call, page, this.#answers, slices.signal, onPart);
    this.spentMs = await walkInSlices(textBlocks(doc), (block) => block && reading.add(block), slices);
    const isReachable = await reading.end();
    this.#answers = reading.answers;
    return isReachable ? reading.mentions() : null;
  }
}

/** One walk over a page's text, and the questions that it gave rise to. */
class Reading {
  readonly #read: ReadBlock[] = [];
  readonly #asked = new Set<string>();
  #batch: ReadBlock[] = [];
  #chars = 0;
  #charsMax = FIRST_MESSAGE_CHARS;
  /** One message after the other; false once the background is gone. */
  #answered = Promise.resolve(true);
  #messages = 0;
  /** Parts are twice as far apart each time: each says again what those before it said. */
  #partAt = 1;
  readonly answers = new Map<string, Hits>();

  constructor(
    private readonly call: Call,
    private readonly page: string | null,
    private readonly before: ReadonlyMap<string, Hits>,
    private readonly signal: AbortSignal,
    private readonly onPart: (found: readonly TextMention[]) => unknown,
  ) {}

  add(block: Block): void {
    if (block.length < BLOCK_CHARS_MIN) return;
    const sent = block.asSent();
    const key = `${sent.kind}${JSON.stringify(sent.spans)}${sent.text}`;
    const read = { block, sent, key };
    this.#read.push(read);
    // Here, in slices: the first look-up hashes the whole text, of ten megabytes a task of 100 ms.
    const answer = this.before.get(key);
    if (answer) this.answers.set(key, answer);
    else if (!this.#asked.has(key)) this.#askFor(read);
  }

  #askFor(read: ReadBlock): void {
    const { length } = read.sent.text;
    const isFull = this.#batch.length === MESSAGE_BLOCKS_MAX || this.#chars + length > this.#charsMax;
    if (isFull) this.#send();
    this.#asked.add(read.key);
    this.#batch.push(read);
    this.#chars += length;
  }

  #send(): void {
    const batch = this.#batch;
    if (batch.length === 0) return;
    this.#batch = [];
    this.#chars = 0;
    this.#charsMax = MESSAGE_CHARS_MAX;
    this.#answered = this.#answered.then((isReachable) => isReachable && this.#ask(batch));
  }

  async #ask(batch: readonly ReadBlock[]): Promise<boolean> {
    const blocks = batch.map(({ sent }) => sent);
    const reply = await this.call('page/scan-text', { page: this.page, blocks });
    if (this.signal.aborted || (!reply.ok && reply.error.code === 'unreachable')) return false;
    // What was never answered is asked for with the next reading.
    if (!reply.ok) return true;
    for (const { key } of batch) this.answers.set(key, []);
    for (const { block, ...hit } of reply.value) {
      const key = batch[block]?.key;
      if (key !== undefined) this.answers.set(key, [...(this.answers.get(key) ?? []), hit]);
    }
    this.#tellPart();
    return true;
  }

  #tellPart(): void {
    if (++this.#messages < this.#partAt) return;
    this.#partAt *= 2;
    const found = this.mentions();
    if (found.length > 0) this.onPart(found);
  }

  /** Resolves when all is answered; false when the background is gone. */
  end(): Promise<boolean> {
    this.#send();
    return this.#answered;
  }

  mentions(): TextMention[] {
    return this.#read.flatMap(({ block, key }) => mentionsIn(block, this.answers.get(key) ?? []));
  }
}

function mentionsIn(block: Block, hits: Hits): TextMention[] {
  return hits.flatMap((hit) => {
    const place = block.placeOf(hit);
    return place ? [{ mention: hit.mention, resolution: hit.resolution, ...place }] : [];
  });
}
