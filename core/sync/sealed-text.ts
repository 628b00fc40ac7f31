import { xxHash32 } from '../corpus/checksum';
import { bytesOfLetters, lettersOf } from './letters';

/** The newest layout of an item that this code writes and reads. */
const ITEM_LAYOUT = 1;
const HEAD = /^(\d{1,6}):([0-9a-f]{8}):/;
const SUM_DIGITS = 8;

/** What came of opening a text. */
export type OpenedText = { readonly text: string } | 'damaged' | 'newer';

/** A text deflated, as a string that JSON leaves as it is: layout, checksum, letters. */
export async function sealText(text: string): Promise<string> {
  const packed = await piped(new TextEncoder().encode(text), new CompressionStream('deflate-raw'));
  return `${ITEM_LAYOUT}:${sumOf(packed)}:${lettersOf(packed)}`;
}

/** The text again. `newer`: a later Paperkin made it. Never rejects. */
export async function openText(sealed: unknown): Promise<OpenedText> {
  if (typeof sealed !== 'string') return 'damaged';
  const [head, layout, sum] = HEAD.exec(sealed) ?? [];
  if (head === undefined) return 'damaged';
  if (Number(layout) > ITEM_LAYOUT) return 'newer';
  const bytes = bytesOfLetters(sealed.slice(head.length));
  if (bytes === null) return 'damaged';
  // The letters may hold one byte more than was put in.
  const packed = [bytes, bytes.subarray(0, -1)].find((each) => sumOf(each) === sum);
  if (!packed) return 'damaged';
  try {
    return { text: new TextDecoder().decode(await piped(packed, new DecompressionStream('deflate-raw'))) };
  } catch {
    return 'damaged';
  }
}

const sumOf = (bytes: Uint8Array): string => xxHash32(bytes).toString(16).padStart(SUM_DIGITS, '0');

/** Far more than 200 papers say with the longest notes there are; deflated bytes can be a thousand times what they were. */
const BYTES_MAX = 64 * 1_048_576;

/** @throws RangeError for more than `BYTES_MAX`, and what the browser throws of bytes that are none of its own. */
async function piped(
  bytes: Uint8Array,
  through: ReadableWritablePair<Uint8Array, BufferSource>,
): Promise<Uint8Array> {
  const stream = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream().pipeThrough(through);
  let count = 0;
  const bounded = stream.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array<ArrayBuffer>>({
      transform(chunk, controller) {
        count += chunk.length;
        if (count > BYTES_MAX) throw new RangeError('too much came out of so little');
        controller.enqueue(chunk as Uint8Array<ArrayBuffer>);
      },
    }),
  );
  return new Uint8Array(await new Response(bounded).arrayBuffer());
}
