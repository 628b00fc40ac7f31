import type { Paper } from '../paper';
import { PACK_MARK, PACK_VERSION } from './pack';
import { packLine } from './pack-line';

/** What the first line of a pack says of it, for people. */
export interface PackFacts {
  /** Of the corpus. */
  readonly name: string;
  /** What the corpus was made from. */
  readonly source: string;
  /** How many it should hold; the last line says how many it does. */
  readonly papers: number;
  /** "Paperkin 0.1.0" */
  readonly madeBy: string;
  /** Milliseconds since the epoch. */
  readonly madeAt: number;
}

/** Lines that are written at once: each step of a stream costs more than a line. */
const LINES_AT_ONCE = 128;

/** What is not stated is left out, for most papers have half of the fields; so is the id, which nobody would believe. */
export function statementOf(paper: Paper): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(paper).filter(
      ([key, value]) => key !== 'id' && value !== null && !(Array.isArray(value) && value.length === 0),
    ),
  );
}

/** The text of a pack in pieces of many lines; papers are asked for as the pieces are. */
async function* packText(facts: PackFacts, papers: AsyncIterable<Paper>): AsyncGenerator<string> {
  const { madeAt, ...stated } = facts;
  const made = new Date(madeAt).toISOString();
  let lines = [packLine({ [PACK_MARK]: 'pack', version: PACK_VERSION, ...stated, made })];
  let count = 0;
  for await (const paper of papers) {
    lines.push(packLine(statementOf(paper)));
    count += 1;
    if (lines.length < LINES_AT_ONCE) continue;
    yield `${lines.join('\n')}\n`;
    lines = [];
  }
  lines.push(packLine({ [PACK_MARK]: 'end', papers: count }));
  yield `${lines.join('\n')}\n`;
}

/** The bytes of a pack. Nothing is read ahead of who takes them, so memory stays bounded; giving it up ends `papers`. */
export function packStream(facts: PackFacts, papers: AsyncIterable<Paper>): ReadableStream<Uint8Array> {
  const text = packText(facts, papers);
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      const { done, value } = await text.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await text.return(null);
    },
  }).pipeThrough(new CompressionStream('gzip'));
}
