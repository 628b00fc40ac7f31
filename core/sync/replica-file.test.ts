import { describe, expect, it } from 'vitest';
import { Machine } from './machines-under-test';
import { readReplicaFile, replicaFile } from './replica-file';
import { EMPTY_REPLICA } from './replica';
import { sealText } from './sealed-text';

const ABOUT = { name: 'Desk', writtenAt: 0 };

async function someReplica() {
  const machine = new Machine('1-000001', 0);
  machine.save('arxiv:2401.00001');
  machine.save('title:onthesyncoftitles');
  machine.edit('arxiv:2401.00001', { note: 'Line one.\nLine two.', addTags: ['a/b'], starred: true });
  await machine.exchange({});
  machine.edit('arxiv:2401.00001', { note: 'Line one.\nLine three.' });
  machine.remove('title:onthesyncoftitles');
  await machine.exchange({});
  return machine.replica;
}

describe('a replica as a file', () => {
  it('comes back as it was', async () => {
    const replica = await someReplica();
    const read = await readReplicaFile(await replicaFile(replica, ABOUT));
    if (typeof read === 'string') throw new Error(read);
    expect(read.lost).toBe(0);
    expect(read.replica.records).toEqual(replica.records);
    expect(await readReplicaFile(await replicaFile(EMPTY_REPLICA, ABOUT))).toMatchObject({ lost: 0 });
  });

  it('is refused where it is foreign or newer, and read as far as it is whole', async () => {
    const text = await replicaFile(await someReplica(), ABOUT);
    expect(await readReplicaFile('@article{a}')).toBe('foreign');
    expect(await readReplicaFile(text.replace('sync 1', 'sync 2'))).toBe('newer');
    expect(await readReplicaFile(text.replace('\n1:', '\n2:'))).toBe('newer');
    const cut = await readReplicaFile(text.slice(0, -9));
    expect(cut).toMatchObject({ lost: 1 });
  });

  it('is not unpacked beyond what a list can say', async () => {
    const line = await sealText(' '.repeat(70 * 1_048_576));
    expect(line.length).toBeLessThan(120_000);
    expect(await readReplicaFile(`paperkin-sync 1\n${line}\n`)).toEqual({ replica: EMPTY_REPLICA, lost: 1 });
    const short = await sealText(' '.repeat(40 * 1_048_576));
    expect(await readReplicaFile(`paperkin-sync 1\n${`${short}\n`.repeat(8)}`)).toBe('foreign');
  }, 60_000);
});
