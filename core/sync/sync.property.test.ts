import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tagKey } from '../reading-list/tags';
import { Cloud, Machine, settle } from './machines-under-test';
import { isOnList, joinRecords, NO_RECORD } from './record';
import { joinReplicas, type Replica } from './replica';

const IDS = ['arxiv:2401.00001', 'arxiv:2401.00002', 'title:onthesyncoftitles'];
const TAGS = ['methods', 'Vision', 'vision', 'thesis'];
const DAY_MS = 86_400_000;

const anyId = fc.constantFrom(...IDS);
const anyStep = fc.record({
  machine: fc.nat(2),
  id: anyId,
  deed: fc.oneof(
    fc.constant('save' as const),
    fc.constant('remove' as const),
    fc.constant('read' as const),
    fc.constant('star' as const),
    fc.constant('unstar' as const),
    fc.constant('note' as const),
    fc.constant('forget-note' as const),
    fc.constant('open' as const),
    fc.constant('split' as const),
    fc.constant('lead' as const),
    anyId.map((merge) => ({ merge })),
    fc.constant('meet' as const),
    fc.constant('meet-late' as const),
    fc.constantFrom(...TAGS).map((tag) => ({ tag })),
    fc.constantFrom(...TAGS).map((untag) => ({ untag })),
  ),
});
type Step = typeof anyStep extends fc.Arbitrary<infer T> ? T : never;

/** Right, days behind, years ahead. */
const anyClocks = fc.tuple(
  fc.constant(0),
  fc.constantFrom(-3 * DAY_MS, 0, 400),
  fc.constantFrom(5 * 365 * DAY_MS, 0, -56 * 365 * DAY_MS),
);

/** Machines, and a cloud of which some get old copies, again and again. */
class World {
  readonly cloud = new Cloud();
  readonly machines: readonly Machine[];
  readonly #old: Record<string, string>[] = [{}];
  #count = 0;

  constructor(clocks: readonly number[]) {
    this.machines = clocks.map((off, at) => new Machine(`${at + 1}-00000${at}`, off));
  }

  /** What a note was given, if it was. */
  async take({ machine: number, id, deed }: Step): Promise<string | null> {
    this.#count += 1;
    const machine = this.machines[number];
    if (!machine) throw new Error('no machine');
    for (const each of this.machines) each.ticks += 2;
    if (typeof deed === 'object') {
      if ('merge' in deed) machine.merge(id, deed.merge);
      else machine.edit(id, 'tag' in deed ? { addTags: [deed.tag] } : { removeTags: [deed.untag] });
    } else if (deed === 'split') machine.split(id);
    else if (deed === 'lead') machine.lead(id);
    else if (deed === 'save') machine.save(id);
    else if (deed === 'remove') machine.remove(id);
    else if (deed === 'read') machine.edit(id, { status: this.#count % 2 === 0 ? 'read' : 'reading' });
    else if (deed === 'star' || deed === 'unstar') machine.edit(id, { starred: deed === 'star' });
    else if (deed === 'open') machine.edit(id, { openedAt: machine.now });
    else if (deed === 'forget-note') machine.edit(id, { note: '' });
    else if (deed === 'note') {
      const line = `thought ${this.#count} of ${number}`;
      const entry = machine.list.get(id);
      if (!entry) return null;
      // Half of the thoughts go to the front.
      const lines = this.#count % 2 === 0 ? [entry.note, line] : [line, entry.note];
      machine.edit(id, { note: lines.filter((each) => each !== '').join('\n') });
      return line;
    } else if (deed === 'meet') await this.#meet(machine, this.cloud.items);
    else await this.#meet(machine, this.#old[this.#count % this.#old.length] ?? {});
    return null;
  }

  async #meet(machine: Machine, seen: Record<string, string>): Promise<void> {
    const now = new Cloud();
    now.items = { ...seen };
    await machine.meet(now);
    const own = `d:${machine.device}:`;
    const isOwn = ([key]: readonly [string, string]) => key.startsWith(own);
    this.cloud.items = Object.fromEntries([
      ...Object.entries(this.cloud.items).filter((item) => !isOwn(item)),
      ...Object.entries(now.items).filter(isOwn),
    ]);
    this.#old.push(this.cloud.items);
  }

  get replicas(): readonly Replica[] {
    return this.machines.map(({ replica }) => replica);
  }
}

const steps = (filter: (step: Step) => boolean = () => true) =>
  fc.array(anyStep.filter(filter), { minLength: 5, maxLength: 40 });
const RUNS = { numRuns: 60 };

/** Whether a step takes nothing away. */
const isKind = ({ deed }: Step) =>
  deed !== 'remove' && deed !== 'forget-note' && !(typeof deed === 'object' && 'untag' in deed);
/** Nor makes one entry of two, or two of one. */
const adds = (step: Step) =>
  isKind(step) &&
  step.deed !== 'split' &&
  step.deed !== 'lead' &&
  !(typeof step.deed === 'object' && 'merge' in step.deed);

it('keeps both notes where one machine wrote without having met what another had told', async () => {
  const [mine, theirs] = [new Machine('1-000000', 0), new Machine('2-000001', 5 * DAY_MS)];
  const cloud = new Cloud();
  const [id] = IDS as [string];
  mine.save(id);
  await mine.meet(cloud);
  await theirs.meet(cloud);
  for (const machine of [mine, theirs]) machine.ticks += 2;
  theirs.edit(id, { note: 'theirs' });
  mine.edit(id, { note: 'mine' });
  await settle([mine, theirs], cloud);
  for (const { list } of [mine, theirs])
    expect(list.get(id)?.note.split('\n')).toEqual(expect.arrayContaining(['mine', 'theirs']));
});

describe('any history of three machines', { timeout: 120_000 }, () => {
  it('ends with the same list on all of them, and with nothing left to say', async () => {
    await fc.assert(
      fc.asyncProperty(anyClocks, steps(), async (clocks, history) => {
        const world = new World(clocks);
        for (const step of history) await world.take(step);
        await settle(world.machines, world.cloud);
        const [first, ...others] = world.machines;
        for (const other of others) expect(other.told()).toEqual(first?.told());
        const before = JSON.stringify(world.cloud.items);
        await settle(world.machines, world.cloud);
        expect(JSON.stringify(world.cloud.items)).toBe(before);
      }),
      RUNS,
    );
  });

  it('keeps every thought that was written, and every tag that was given, where nothing is taken away', async () => {
    await fc.assert(
      fc.asyncProperty(anyClocks, steps(adds), async (clocks, history) => {
        const world = new World(clocks);
        const thoughts = new Map<string, Set<string>>();
        const tags = new Map<string, Set<string>>();
        for (const step of history) {
          const line = await world.take(step);
          if (line !== null) thoughts.set(step.id, new Set(thoughts.get(step.id)).add(line));
          const isListed = world.machines[step.machine]?.list.has(step.id);
          if (isListed && typeof step.deed === 'object' && 'tag' in step.deed)
            tags.set(step.id, new Set(tags.get(step.id)).add(tagKey(step.deed.tag)));
        }
        await settle(world.machines, world.cloud);
        const [machine] = world.machines;
        for (const [id, lines] of thoughts) {
          const note = machine?.list.get(id)?.note.split('\n');
          for (const line of lines) expect(note?.filter((each) => each === line)).toEqual([line]);
        }
        for (const [id, keys] of tags)
          expect(machine?.list.get(id)?.tags.map(tagKey)).toEqual(expect.arrayContaining([...keys]));
      }),
      RUNS,
    );
  });

  it('keeps every thought on some entry where entries are merged and split, too', async () => {
    await fc.assert(
      fc.asyncProperty(anyClocks, steps(isKind), async (clocks, history) => {
        const world = new World(clocks);
        const thoughts: string[] = [];
        for (const step of history) thoughts.push(...[await world.take(step)].flatMap((line) => line ?? []));
        await settle(world.machines, world.cloud);
        const notes = [...(world.machines[0]?.list.values() ?? [])].flatMap(({ note }) => note.split('\n'));
        expect(notes).toEqual(expect.arrayContaining(thoughts));
      }),
      RUNS,
    );
  });

  it('joins replicas to the same in whatever order and however often', async () => {
    await fc.assert(
      fc.asyncProperty(anyClocks, steps(), async (clocks, history) => {
        const world = new World(clocks);
        for (const step of history) await world.take(step);
        const [a, b, c] = world.replicas;
        if (!a || !b || !c) throw new Error('no replica');
        const flat = ({ records, clock }: Replica) => [
          clock,
          [...records.keys()].toSorted().map((id) => [id, plain(records.get(id) ?? NO_RECORD)]),
        ];
        const abc = flat(joinReplicas(joinReplicas(a, b), c));
        expect(flat(joinReplicas(joinReplicas(c, b), a))).toEqual(abc);
        expect(flat(joinReplicas(a, joinReplicas(b, c)))).toEqual(abc);
        expect(flat(joinReplicas(joinReplicas(a, b), joinReplicas(a, joinReplicas(c, b))))).toEqual(abc);
      }),
      RUNS,
    );
  });

  it('puts nothing off the list that was worked on by somebody whom the one who removed it had not heard', async () => {
    await fc.assert(
      fc.asyncProperty(anyClocks, anyId, fc.boolean(), async (clocks, id, removesFirst) => {
        const world = new World(clocks);
        const [one, other] = world.machines;
        if (!one || !other) throw new Error('no machine');
        one.save(id);
        await settle(world.machines, world.cloud);
        if (removesFirst) one.remove(id);
        other.ticks += 10;
        other.edit(id, { note: 'Not to be lost.' });
        if (!removesFirst) one.remove(id);
        await settle(world.machines, world.cloud);
        for (const { list } of world.machines) expect(list.get(id)?.note).toBe('Not to be lost.');
        one.remove(id);
        await settle(world.machines, world.cloud);
        for (const { list, replica } of world.machines) {
          expect(list.size).toBe(0);
          expect(isOnList(replica.records.get(id) ?? NO_RECORD)).toBe(false);
        }
      }),
      RUNS,
    );
  });
});

const plain = (record: Parameters<typeof joinRecords>[0]) => ({
  ...record,
  tags: Object.fromEntries(record.tags),
  versions: Object.fromEntries(record.versions),
});
