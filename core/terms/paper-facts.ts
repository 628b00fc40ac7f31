/** Facts of a paper in one byte each. Lengths and norms on a scale whose steps are about 3 %. */

/** Words of a paper: exact below 128. */
export const lengthByte = (length: number): number =>
  length < 128 ? length : Math.min(255, 128 + Math.round(24 * Math.log2(length / 128)));
export const LENGTHS = Float32Array.from({ length: 256 }, (_, byte) =>
  byte < 128 ? byte : 128 * 2 ** ((byte - 128) / 24),
);

const FIRST_YEAR = 1800;
/** 0 stands for an unknown year. */
export const yearByte = (year: number | null): number =>
  year === null ? 0 : Math.max(1, Math.min(255, year - FIRST_YEAR + 1));

export const normByte = (norm: number): number =>
  Math.min(255, Math.round(24 * Math.log2(1 + norm)));
export const NORMS = Float32Array.from({ length: 256 }, (_, byte) => Math.max(1e-3, 2 ** (byte / 24) - 1));
