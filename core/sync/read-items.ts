import { readDocument, type DeviceAbout } from './device-document';
import { EMPTY_REPLICA, joinReplicas, type Replica } from './replica';
import { openText } from './sealed-text';
import { compareDevices, isDeviceId, type DeviceId } from './stamp';

/** What one machine tells by its items. */
export interface DeviceDocument {
  readonly device: DeviceId;
  /** Null where the item that says it is lost. */
  readonly about: DeviceAbout | null;
  readonly replica: Replica;
  readonly keys: readonly string[];
}

/** All items, read. */
export interface ReadItems {
  /** Those that joined first come first. */
  readonly documents: readonly DeviceDocument[];
  /** Machines whose Paperkin is newer than this one; what they wrote cannot be read. */
  readonly newer: readonly DeviceId[];
  /** Items of ours that are damaged; all others count. */
  readonly damaged: number;
}

const KEY = /^d:([^:]{1,20}):(\d{1,3})$/;
/** Browsers allow no longer ones; a file of ours has none either. */
const ITEM_CHARS_MAX = 10_000;

/** Reads what stands in the browser's storage, whoever wrote it. What is none of ours is passed over. Never rejects. */
export async function readItems(items: Readonly<Record<string, unknown>>): Promise<ReadItems> {
  const documents = new Map<DeviceId, DeviceDocument>();
  const newer = new Set<DeviceId>();
  let damaged = 0;
  for (const [key, value] of Object.entries(items)) {
    const device = KEY.exec(key)?.[1];
    if (!isDeviceId(device)) continue;
    const isSound = typeof value === 'string' && value.length <= ITEM_CHARS_MAX;
    const opened = isSound ? await openText(value) : 'damaged';
    if (opened === 'newer') newer.add(device);
    const read = typeof opened === 'object' ? readDocument(opened.text) : null;
    if (read === null && opened !== 'newer') damaged += 1;
    const known = documents.get(device);
    documents.set(device, {
      device,
      about: known?.about ?? read?.about ?? null,
      replica: joinReplicas(known?.replica ?? EMPTY_REPLICA, read?.replica ?? EMPTY_REPLICA),
      keys: [...(known?.keys ?? []), key],
    });
  }
  const inOrder = [...documents.values()].toSorted((a, b) => compareDevices(a.device, b.device));
  return { documents: inOrder, newer: [...newer], damaged };
}
