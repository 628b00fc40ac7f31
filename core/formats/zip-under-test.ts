import { crc32 } from './crc32';

interface FileUnderTest {
  readonly name: string;
  readonly text: string;
  readonly stored?: boolean;
  readonly encrypted?: boolean;
  /** Sizes stand after the data, as streaming packers write them. */
  readonly sizesAfter?: boolean;
  /** Sizes stand in the zip64 field. */
  readonly wide?: boolean;
  /** What the archive says instead of the truth. */
  readonly crc32?: number;
}

function numbers(...fields: readonly (readonly [bytes: number, value: number])[]): Buffer {
  return Buffer.concat(
    fields.map(([bytes, value]) => {
      const field = Buffer.alloc(bytes);
      if (bytes === 8) field.writeBigUInt64LE(BigInt(value));
      else field.writeUIntLE(value, 0, bytes);
      return field;
    }),
  );
}

const wideField = (packed: Buffer, text: string) =>
  numbers([2, 1], [2, 16], [8, Buffer.byteLength(text)], [8, packed.length]);

/** A zip archive as packers write it. */
export function zipOf(
  files: readonly FileUnderTest[],
  deflate: (text: string) => Buffer,
): Uint8Array<ArrayBuffer> {
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const file of files) {
    const { text, wide = false, sizesAfter = false } = file;
    const name = Buffer.from(file.name);
    const packed = file.stored ? Buffer.from(text) : deflate(text);
    const flags = (file.encrypted ? 1 : 0) + (sizesAfter ? 8 : 0);
    const crc = file.crc32 ?? crc32(Buffer.from(text));
    const start: [number, number][] = [[2, 45], [2, flags], [2, file.stored ? 0 : 8], [4, 0], [4, crc]]; // oxfmt-ignore
    const size = Buffer.byteLength(text);
    const sizes: [number, number][] = wide ? [[4, 0xffffffff], [4, 0xffffffff]] : [[4, packed.length], [4, size]]; // oxfmt-ignore
    const extra = wide ? wideField(packed, text) : Buffer.alloc(0);
    const localSizes: [number, number][] = sizesAfter ? [[4, 0], [4, 0]] : sizes; // oxfmt-ignore
    const local = Buffer.concat([
      numbers([4, 0x04034b50], ...start, ...localSizes, [2, name.length], [2, extra.length]),
      name,
      extra,
      packed,
      sizesAfter ? numbers([4, 0x08074b50], [4, 0], [4, packed.length], [4, size]) : Buffer.alloc(0),
    ]);
    entries.push(
      numbers([4, 0x02014b50], [2, 45], ...start, ...sizes, [2, name.length], [2, extra.length], [2, 0], [2, 0], [2, 0], [4, 0], [4, offset]), // oxfmt-ignore
      name,
      extra,
    );
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(entries);
  const end = numbers([4, 0x06054b50], [2, 0], [2, 0], [2, files.length], [2, files.length], [4, directory.length], [4, offset], [2, 0]); // oxfmt-ignore
  return new Uint8Array(Buffer.concat([...locals, directory, end]));
}
