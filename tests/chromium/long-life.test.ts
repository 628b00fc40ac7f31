import { afterAll, beforeAll, expect, it } from 'vitest';
import { chanceOf } from '../../tools/eval/chance';
import { live } from '../../tools/long-life/life';
import { ChromiumRun } from '../browser/chromium';
import { closeClean } from '../browser/close-clean';

let run: ChromiumRun;

beforeAll(async () => {
  run = await ChromiumRun.start({ isOwn: true });
});
afterAll(() => closeClean(run));

/** Thirty seconds of a machine that has nothing else to do. */
const LIFE_MS = 240_000;
/** Of nodes: a card that was open a moment ago and a page that changed hold some until the next frame. */
const NODES_SPARE = 400;

it(
  'a tab that shows other papers over and over gathers no listeners, no nodes, no hosts, no timers',
  async () => {
    const samples = await live(run, { visits: 30, tabs: 4, hovers: 60, samples: 3, chance: chanceOf(1) });
    const [first, ...others] = samples;
    if (!first) throw new Error('nothing was looked at');
    expect(first.hosts).toBeGreaterThan(0);
    for (const { listeners, nodes, hosts, timers } of others) {
      expect(timers).toBeLessThanOrEqual(first.timers);
      expect(hosts).toBe(first.hosts);
      expect(listeners).toBeLessThanOrEqual(first.listeners);
      expect(nodes).toBeLessThan(first.nodes + NODES_SPARE);
    }
  },
  LIFE_MS,
);
