import { deviceName } from '../../core/sync/device-document';
import { isDeviceId } from '../../core/sync/stamp';
import { SYNC_OFF, type SyncChange, type SyncState } from '../../core/sync/sync-state';
import { exchange, readState, STATE, writeState } from './exchange';
import { exchangeFile } from './exchange-file';
import { areaItems, itemsOf } from './sync-area';
import type { SyncWorld } from './sync-world';

/**
 * What the exchange with other machines does. The background reads it as a script of its own. Nothing here rejects because of the
 * list, the database or the browser's storage: that is told in the state.
 */
export interface Sync {
  readonly state: (world: SyncWorld) => Promise<SyncState>;
  readonly change: (change: SyncChange, world: SyncWorld) => Promise<SyncState>;
  /** Reads what others wrote, joins it with the list, writes what they lack. Nothing while it is off. */
  readonly exchange: (world: SyncWorld) => Promise<SyncState>;
  /** The same by a file in a shared folder, `exchangeFile`. */
  readonly exchangeFile: typeof exchangeFile;
}

export const sync: Sync = {
  state: async (world) => (await readState(world)).state,
  exchange,
  exchangeFile,
  async change({ isOn, name, forget }, world) {
    const { state, device } = await readState(world);
    const named = { ...state, name: name === undefined ? state.name : deviceName(name) };
    if (forget !== undefined) await removeItems(forget, world);
    if (forget !== undefined && forget === device) {
      await world.store.set(STATE, { ...SYNC_OFF, name: named.name });
      await world.store.set('replica', null);
      await world.setOn(null);
      return { ...SYNC_OFF, name: named.name };
    }
    const wanted = isOn ?? state.isOn;
    const since = wanted ? (state.since ?? world.now()) : null;
    const next = { ...named, isOn: wanted, since };
    await writeState(next, world);
    if (!wanted) {
      await world.setOn(null);
      return next;
    }
    const after = await exchange(world);
    await world.setOn((await readState(world)).device);
    return after;
  },
};

async function removeItems(device: string, world: SyncWorld): Promise<void> {
  if (!isDeviceId(device)) return;
  const items = await areaItems(world.area);
  if (!(items instanceof Error)) await world.area.remove(Object.keys(itemsOf(items, device))).catch(() => {});
}
