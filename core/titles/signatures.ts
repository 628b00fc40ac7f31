/**
 * What a title is found by when its key is not letter for letter the same. One wrong letter, wherever it is, leaves the
 * first or the last stretch of a key intact (pigeonhole), so each key is filed under both.
 */

/** Keys from this length on are filed for near matches: one error in 20 letters is the 0.95 that a near match needs. */
const NEAR_CHARS_MIN = 20;
/** A near match of this length may have one error in twenty; a shorter one a single error, and it needs support. */
export const SURE_NEAR_CHARS_MIN = 40;
/** More errors than this are not looked for, however long the key. */
const ERRORS_MAX = 8;
const ERRORS_PER_CHAR = 0.05;

/** Lengths are filed in classes eight wide, so that "…neural networks" at 2.7 million titles is many small groups. */
const CLASS_BITS = 3;

/** Letters of two lost ligatures of two each. One more, for "ffi" and another, would have an unknown title read a twentieth more files. */
const LOST_CHARS = 4;
/** Titles that end with what is left of one are looked for up to so many length classes above it. */
const CUT_CLASSES_MAX = 16;

const PREFIX_SEED = 0x9e3779b9;
const SUFFIX_SEED = 0x7f4a7c15;

/** A group that a key belongs to, and the fingerprint that tells its members apart without reading their keys. */
export interface Signature {
  /** 32 bits, unsigned. */
  readonly hash: number;
  /** Parity of the number of times each letter occurs: one error changes at most two bits. */
  readonly parity: number;
}

/** MurmurHash3's finalizer (Appleby, public domain): every bit of the input changes half of the output's. */
export function mixed(value: number): number {
  let hash = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** One more unit of a running hash (FNV-1a over UTF-16 units); `mixed` finishes it. Stored files depend on it. */
function hashStep(state: number, unit: number): number {
  return Math.imul(state ^ unit, 0x01000193);
}

/** Start of a running hash. */
const HASH_START = 0x811c9dc5;

function hashOf(key: string, start: number, end: number, seed: number): number {
  let state = HASH_START ^ seed;
  for (let at = start; at < end; at += 1) state = hashStep(state, key.charCodeAt(at));
  return mixed(state);
}

/** How many errors a key of this length may have at a similarity of 0.95. */
export function errorsAllowed(length: number): number {
  if (length < NEAR_CHARS_MIN) return 0;
  if (length < SURE_NEAR_CHARS_MIN) return 1;
  return Math.min(ERRORS_MAX, Math.floor(length * ERRORS_PER_CHAR));
}

/** Letters of the intact stretch, by length class: half of the class's shortest key less a pair of swapped letters. */
function stretchOf(lengthClass: number): number {
  if (lengthClass <= 2) return 9;
  if (lengthClass === 3) return 11;
  return lengthClass === 4 ? 15 : 16;
}

function groupsOf(key: string, lengthClass: number): readonly [prefix: number, suffix: number] {
  const prefix = hashOf(key, 0, stretchOf(lengthClass), PREFIX_SEED ^ lengthClass);
  return [prefix, endGroupOf(key, lengthClass)];
}

function endGroupOf(key: string, lengthClass: number): number {
  return hashOf(key, key.length - stretchOf(lengthClass), key.length, SUFFIX_SEED ^ lengthClass);
}

/** Digits share six bits: they have to agree anyway. */
function parityBit(unit: number): number {
  if (unit >= 97 && unit <= 122) return 1 << (unit - 97);
  if (unit >= 48 && unit <= 57) return 1 << (26 + (unit % 6));
  return 1 << (unit & 31);
}

function parityOf(key: string): number {
  let parity = 0;
  for (let at = 0; at < key.length; at += 1) parity ^= parityBit(key.charCodeAt(at));
  return parity >>> 0;
}

/** How far two fingerprints are apart: at most twice the number of errors. */
export function parityDistance(a: number, b: number): number {
  let bits = a ^ b;
  bits -= (bits >>> 1) & 0x55555555;
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Under which a key is filed: two, or none when it is too short for near matches. */
export function filedSignatures(key: string): readonly Signature[] {
  if (key.length < NEAR_CHARS_MIN) return [];
  const parity = parityOf(key);
  return groupsOf(key, key.length >> CLASS_BITS).map((hash) => ({ hash, parity }));
}

/** Where to look for titles near a key: two groups for each length class within reach, seldom more than four. */
export function soughtSignatures(key: string): readonly Signature[] {
  const errors = errorsAllowed(key.length + 1);
  if (errors === 0) return [];
  const parity = parityOf(key);
  const shortest = Math.max(NEAR_CHARS_MIN, key.length - errors) >> CLASS_BITS;
  const longest = (key.length + Math.max(errors, LOST_CHARS)) >> CLASS_BITS;
  const sought: Signature[] = [];
  for (let lengthClass = shortest; lengthClass <= longest; lengthClass += 1) {
    for (const hash of groupsOf(key, lengthClass)) sought.push({ hash, parity });
  }
  return sought;
}

/** The groups of the titles that may end with a key, which has to be as long as a near match's: one for each length class. */
export function groupsOfEnd(key: string): readonly number[] {
  const shortest = key.length >> CLASS_BITS;
  return Array.from({ length: CUT_CLASSES_MAX + 1 }, (_, more) => endGroupOf(key, shortest + more));
}
