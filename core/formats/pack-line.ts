import { xxHash32 } from '../corpus/checksum';
import { jsonObject } from './json-values';
import type { JsonObject } from './json-values';

const CHECKED = /^(\{.*),"check":"([0-9a-f]{8})"\}$/s;
const ENCODER = new TextEncoder();

const checkOf = (text: string): string => xxHash32(ENCODER.encode(text)).toString(16).padStart(8, '0');

/** One line of a pack, without its line end: an object as JSON whose last member is the checksum of what stands before it. */
export function packLine(object: JsonObject): string {
  const open = JSON.stringify(object).slice(0, -1);
  return `${open},"check":"${checkOf(open)}"}`;
}

/** What a line of a pack says; null where it is not as it was written. */
export function openedPackLine(line: string): JsonObject | null {
  const [, open = '', check] = CHECKED.exec(line) ?? [];
  return check === checkOf(open) ? jsonObject(`${open}}`) : null;
}
