import { elementsOf, jsonObject } from '../formats/json-values';
import type { PaperId } from '../paper';
import { plainLine } from '../text/plain-text';
import { clip } from '../text/well-formed';
import { readRecordLine } from './read-line';
import { recordLine, type LineFrame } from './record-line';
import { changedAt, joinRecords, seenOf, type PaperRecord } from './record';
import { replicaOf, type Replica } from './replica';
import { isDeviceId, TIME_MAX, type DeviceId } from './stamp';

/** What a machine says of itself. */
export interface DeviceAbout {
  /** As its reader calls it; may be empty. */
  readonly name: string;
  /** Seconds since the epoch by its own clock when it last wrote. */
  readonly writtenAt: number;
}

const DEVICE_NAME_CHARS_MAX = 40;
const DEVICES_MAX = 500;

/** A machine's name as it is kept. */
export const deviceName = (text: string): string => clip(plainLine(clip(text, 200)), DEVICE_NAME_CHARS_MAX);

/** Some records as text: a first line that they have in common, then one line each. `about` is null but for the first piece. */
export function documentText(
  records: readonly (readonly [PaperId, PaperRecord])[],
  about: DeviceAbout | null,
): string {
  const devices = new Set<DeviceId>();
  let base = 0;
  for (const [, record] of records) {
    base = Math.max(base, changedAt(record));
    for (const device of devicesOf(record)) devices.add(device);
  }
  const frame: LineFrame = { base, devices: [...devices].toSorted() };
  const head = { b: base, d: frame.devices, ...(about && { n: about.name, w: about.writtenAt }) };
  return [JSON.stringify(head), ...records.map(([id, record]) => recordLine(id, record, frame))].join('\n');
}

function devicesOf(record: PaperRecord): readonly DeviceId[] {
  const bases = record.note.versions.flatMap((version) => version.bases.map(({ at }) => at[1]));
  const others = [record.facts, record.openedAt].flatMap((kept) => kept?.at[1] ?? []);
  return [...Object.keys(seenOf(record)), ...bases, ...others];
}

/** A piece of a document: what can be believed of it. Null where it is none; `lost` counts lines that are no records. */
export function readDocument(
  text: string,
): { readonly replica: Replica; readonly about: DeviceAbout | null; readonly lost: number } | null {
  const [first = '', ...lines] = text.split('\n');
  const head = jsonObject(first);
  const base = head?.['b'];
  if (!head || typeof base !== 'number' || !Number.isInteger(base) || base < 0 || base > TIME_MAX)
    return null;
  const devices = elementsOf(head['d']).slice(0, DEVICES_MAX);
  if (!devices.every(isDeviceId)) return null;
  const records = new Map<PaperId, PaperRecord>();
  let lost = 0;
  for (const line of lines) {
    const read = readRecordLine(line, { base, devices });
    if (!read) lost += 1;
    else {
      const known = records.get(read.id);
      records.set(read.id, known ? joinRecords(known, read.record) : read.record);
    }
  }
  return { replica: replicaOf(records), about: aboutOf(head['n'], head['w']), lost };
}

function aboutOf(name: unknown, writtenAt: unknown): DeviceAbout | null {
  const isTime = typeof writtenAt === 'number' && Number.isInteger(writtenAt) && writtenAt >= 0;
  if (typeof name !== 'string' || !isTime || writtenAt > TIME_MAX) return null;
  return { name: deviceName(name), writtenAt };
}
