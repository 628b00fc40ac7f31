import { absorb } from '../../core/sync/absorb';
import { tellings } from '../../core/sync/beyond';
import { listEdits, newPapers } from '../../core/sync/list-edits';
import { packItems, type PackedItems } from '../../core/sync/pack-items';
import { readItems, type DeviceDocument, type ReadItems } from '../../core/sync/read-items';
import {
  EMPTY_REPLICA,
  REPLICA_LAYOUT,
  joinReplicas,
  storedReplica,
  withoutOldRemovals,
  REMOVAL_KEPT_S,
  type Replica,
} from '../../core/sync/replica';
import { compareDevices, deviceIdOf, isDeviceId, type DeviceId } from '../../core/sync/stamp';
import { SYNC_OFF, type SyncDevice, type SyncState, type SyncTrouble } from '../../core/sync/sync-state';
import { areaItems, bytesOf, isAlready, itemsOf, roomFor, writeItems } from './sync-area';
import type { SyncWorld } from './sync-world';

/** Names in the database. */
export const STATE = 'state';
const REPLICA = 'replica';

const DAY_MS = 86_400_000;
/** A machine says that it is still there at least so often, though it has nothing else to say. */
const SIGN_OF_LIFE_S = 7 * 86_400;

/** What is kept of this machine's part. */
interface Kept {
  /** Whether a newer Paperkin kept the replica: it is left as it is, and nothing is exchanged. */
  readonly isNewer: boolean;
  readonly state: SyncState;
  /** Null before the first exchange. */
  readonly device: DeviceId | null;
  readonly replica: Replica;
  /** The last time of its stamps that others may have read. */
  readonly publishedAt: number;
}

/** What was kept; nothing where nothing was, or where it cannot be read. */
export async function readState({ store }: SyncWorld): Promise<Kept> {
  const [state, kept] = await Promise.all([store.get(STATE), store.get(REPLICA)]).catch(() => []);
  const stored = storedReplica(kept);
  const isDevice = stored !== null && stored !== 'newer' && isDeviceId(stored.device);
  return {
    isNewer: stored === 'newer',
    state: typeof state === 'object' && state !== null ? { ...SYNC_OFF, ...state } : SYNC_OFF,
    device: isDevice ? stored.device : null,
    replica: isDevice ? stored : EMPTY_REPLICA,
    publishedAt: isDevice ? stored.publishedAt : 0,
  };
}

export const writeState = (state: SyncState, { store }: SyncWorld): Promise<void> => store.set(STATE, state);

/** Answers `Sync.exchange`. */
export async function exchange(world: SyncWorld): Promise<SyncState> {
  const kept = await readState(world);
  if (!kept.state.isOn) return kept.state;
  const outcome = await tryExchange(kept, world);
  const state: SyncState = { ...kept.state, ...outcome };
  await writeState(state, world).catch(() => {});
  return state;
}

type Outcome = Partial<SyncState> & Pick<SyncState, 'trouble'>;
const trouble = (kind: SyncTrouble, words = ''): Outcome => ({ trouble: { kind, words } });

async function tryExchange(kept: Kept, world: SyncWorld): Promise<Outcome> {
  if (kept.isNewer) return trouble('newer');
  const items = await areaItems(world.area);
  if (items instanceof Error) return trouble('refused', items.message);
  const read = await readItems(items);
  if (read.newer.length > 0) return trouble('newer');
  const device =
    kept.device ??
    deviceIdOf(
      read.documents.map((each) => each.device),
      world.chance(),
    );
  const joined = await joinWithList(
    { ...kept, device, isJoining: kept.device === null },
    {
      told: joinAll(read.documents),
      others: joinAll(read.documents.filter((each) => each.device !== device)),
    },
    world,
  );
  // Kept before it is told: what is told under a name that is not kept would stand there for nobody.
  if (joined === null || !(await keepReplica(joined.replica, device, world))) return trouble('list');
  const packed = await packFor(
    { device, name: kept.state.name, replica: joined.replica },
    items,
    read,
    world,
  );
  const refusal = await writeItems(world.area, itemsOf(items, device), packed.items);
  const stale = staleItems(read.documents, device, world.now());
  if (refusal === null && stale.length > 0) await world.area.remove([...stale]).catch(() => {});
  return {
    ...(refusal === null ? { lastAt: world.now(), trouble: null } : trouble('refused', refusal.message)),
    devices: devicesOf(read.documents, device, kept.state.name, world.now()),
    papers: joined.papers,
    left: packed.left,
    damaged: read.damaged,
  };
}

/**
 * Takes in what happened to the list here, and brings the list to what all say together; `others` is what of `told` other machines say. The list comes before the replica that
 * says so: an exchange that is cut off between the two finds the list saying what the others say, which is no news.
 */
export async function joinWithList(
  kept: Kept & { readonly device: DeviceId; readonly isJoining: boolean },
  { told, others }: { readonly told: Replica; readonly others: Replica },
  world: SyncWorld,
): Promise<{ readonly replica: Replica; readonly papers: number } | null> {
  const list = await world.list();
  if (list === null) return null;
  const now = Math.floor(world.now() / 1_000);
  const joined = absorb(joinReplicas(kept.replica, told), kept.replica, list, { ...kept, now });
  const fresh = newPapers(joined, list);
  const known = fresh.length > 0 ? await world.papers(fresh) : new Map<string, never>();
  const edits = listEdits(joined, list, known);
  if (edits.size > 0 && !(await world.editAll(edits))) return null;
  const papers = ((await world.list()) ?? list).length;
  return { replica: withoutOldRemovals(joined, others, now), papers };
}

const joinAll = (documents: readonly DeviceDocument[]): Replica =>
  documents.reduce((sum, { replica }) => joinReplicas(sum, replica), EMPTY_REPLICA);

/** Keeps what this machine knows of all; false where that fails. */
export async function keepReplica(
  { records, clock }: Replica,
  device: DeviceId,
  world: SyncWorld,
): Promise<boolean> {
  try {
    await world.store.set(REPLICA, { layout: REPLICA_LAYOUT, device, clock, publishedAt: clock, records });
    return true;
  } catch {
    return false;
  }
}

interface Own {
  readonly device: DeviceId;
  readonly name: string;
  readonly replica: Replica;
}

/**
 * This machine's items. It tells what those that joined before it do not: so the first tells all there is, and every paper stands
 * there once, with what is news beside it.
 */
async function packFor(
  { device, name, replica }: Own,
  items: Readonly<Record<string, unknown>>,
  { documents }: ReadItems,
  world: SyncWorld,
): Promise<PackedItems> {
  const before = documents.filter((each) => compareDevices(each.device, device) < 0);
  const own = itemsOf(items, device);
  const room = roomFor(before.length === 0, bytesOf(items) - bytesOf(own));
  const all = tellings(replica, joinAll(before));
  const about = { name, writtenAt: Math.floor(world.now() / 1_000) };
  const said = documents.find((each) => each.device === device)?.about ?? null;
  if (said?.name === name && Math.abs(about.writtenAt - said.writtenAt) < SIGN_OF_LIFE_S) {
    const same = await packItems(device, said, all, room);
    // When it wrote is news only together with some: else each would wake the others for ever.
    if (isAlready(own, same.items)) return same;
  }
  return packItems(device, about, all, room);
}

/** Items of machines that have not been heard of for as long as a removal is remembered: all they said is in the replica. */
function staleItems(documents: readonly DeviceDocument[], device: DeviceId, now: number): readonly string[] {
  const isStale = ({ device: each, about }: DeviceDocument) =>
    each !== device && about !== null && about.writtenAt < now / 1_000 - REMOVAL_KEPT_S;
  return documents.filter(isStale).flatMap(({ keys }) => keys);
}

function devicesOf(
  documents: readonly DeviceDocument[],
  device: DeviceId,
  name: string,
  now: number,
): readonly SyncDevice[] {
  const others = documents.filter((each) => each.device !== device);
  const rows = others.map(({ device: id, about }): SyncDevice => {
    const writtenAt = about === null ? null : about.writtenAt * 1_000;
    return {
      id,
      name: about?.name ?? '',
      isThis: false,
      writtenAt,
      isAhead: (writtenAt ?? 0) > now + DAY_MS,
    };
  });
  const own: SyncDevice = { id: device, name, isThis: true, writtenAt: now, isAhead: false };
  return [...rows, own].toSorted((a, b) => compareDevices(a.id, b.id));
}
