/** Tables for four bytes at once ("slicing by 4", Kounavis and Berry 2005): about three times as fast as one by one. */
const TABLES = ((): readonly Int32Array[] => {
  const first = Int32Array.from({ length: 256 }, (_, byte) => {
    let rest = byte;
    for (let bit = 0; bit < 8; bit += 1) rest = (rest >>> 1) ^ (rest & 1 ? 0xedb88320 : 0);
    return rest;
  });
  const tables = [first];
  for (let table = 1; table < 4; table += 1) {
    const before = tables[table - 1] ?? first;
    tables.push(before.map((rest) => (rest >>> 8) ^ (first[rest & 0xff] ?? 0)));
  }
  return tables;
})();
const [T0 = new Int32Array(), T1 = T0, T2 = T0, T3 = T0] = TABLES;

/** CRC-32 as zip and gzip have it, of bytes that follow those whose CRC is `before`. */
export function crc32(bytes: Uint8Array, before = 0): number {
  const { length } = bytes;
  let crc = ~before;
  let at = 0;
  for (; at + 4 <= length; at += 4) {
    crc ^=
      (bytes[at] ?? 0) |
      ((bytes[at + 1] ?? 0) << 8) |
      ((bytes[at + 2] ?? 0) << 16) |
      ((bytes[at + 3] ?? 0) << 24);
    crc =
      (T3[crc & 0xff] ?? 0) ^
      (T2[(crc >>> 8) & 0xff] ?? 0) ^
      (T1[(crc >>> 16) & 0xff] ?? 0) ^
      (T0[crc >>> 24] ?? 0);
  }
  for (; at < length; at += 1) crc = (crc >>> 8) ^ (T0[(crc ^ (bytes[at] ?? 0)) & 0xff] ?? 0);
  return ~crc >>> 0;
}
