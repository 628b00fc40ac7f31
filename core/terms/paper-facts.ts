import { termHash } from './pair-hash';

/** Facts of a paper in one byte each. */

/** Words of a paper: exact below 64, then in steps of 1.5 % to 1,024, beyond which all papers are equally long. */
export const lengthByte = (length: number): number =>
  length < 64 ? length : Math.min(255, 64 + Math.round(48 * Math.log2(length / 64)));
export const LENGTHS = Float32Array.from({ length: 256 }, (_, byte) =>
  byte < 64 ? byte : 64 * 2 ** ((byte - 64) / 48),
);

const START_UNITS = 3;

/** A hash of how a folded title begins; null for a beginning too short to tell. */
export const startByte = (title: string): number | null =>
  title.length < START_UNITS ? null : (termHash(title.slice(0, START_UNITS)) >>> 8) & 0xff;

const FIRST_YEAR = 1800;
/** 0 stands for an unknown year. */
export const yearByte = (year: number | null): number =>
  year === null ? 0 : Math.max(1, Math.min(255, year - FIRST_YEAR + 1));

/** The year of a byte that is not 0; the first and the last stand for those beyond too. */
export const yearOf = (byte: number): number => byte - 1 + FIRST_YEAR;

/** Length of a paper's vector of single stems, in steps of 3 %. */
export const normByte = (norm: number): number => Math.min(255, Math.round(24 * Math.log2(1 + norm)));
export const NORMS = Float32Array.from({ length: 256 }, (_, byte) => Math.max(1e-3, 2 ** (byte / 24) - 1));
