import { readReplicaFile, replicaFile } from '../../core/sync/replica-file';
import { EMPTY_REPLICA } from '../../core/sync/replica';
import { deviceIdOf } from '../../core/sync/stamp';
import type { FileExchange } from '../../core/sync/sync-state';
import { joinWithList, keepReplica, readState } from './exchange';
import type { SyncWorld } from './sync-world';

/**
 * Joins the list with a file that another machine wrote, by the same rules as the browser's sync, and gives the file that says what both
 * know. Without a text it only gives that. Whether the browser's sync is on makes no difference.
 */
export async function exchangeFile(text: string | null, world: SyncWorld): Promise<FileExchange> {
  const kept = await readState(world);
  if (kept.isNewer) return { kind: 'refused', fault: 'newer' };
  const read = text === null ? { replica: EMPTY_REPLICA, lost: 0 } : await readReplicaFile(text);
  if (typeof read === 'string') return { kind: 'refused', fault: read };
  const device = kept.device ?? deviceIdOf([], world.chance());
  const joined = await joinWithList(
    { ...kept, device, isJoining: kept.device === null },
    { told: read.replica, others: read.replica },
    world,
  );
  // Kept before it is written: what is told under a name that is not kept would stand there for nobody.
  if (joined === null || !(await keepReplica(joined.replica, device, world)))
    return { kind: 'refused', fault: 'list' };
  const about = { name: kept.state.name, writtenAt: Math.floor(world.now() / 1_000) };
  return {
    kind: 'done',
    text: await replicaFile(joined.replica, about),
    papers: joined.papers,
    lost: read.lost,
  };
}
