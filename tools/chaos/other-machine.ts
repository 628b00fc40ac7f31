import type { PaperId } from '../../core/paper';
import { SharedArea, TestWorld } from '../../engine/sync/worlds-under-test';
import type { ChaosBrowser } from './chaos-browser';
import { factsOf, type Facts, type Seen } from './model';
import { idAt, paperAt } from './papers';

type Items = Record<string, unknown>;

const NOTE = 'From the other machine.';
const SAVED: Facts = { status: 'to-read', starred: true, priority: 0, note: NOTE, tags: [], merged: null };

/** Another machine of the reader's: the code of the exchange, without a browser. */
export class OtherMachine {
  readonly #world = new TestWorld(new SharedArea(), 0.5);
  #isOn = false;

  constructor() {
    this.#world.time = Date.now();
  }

  has(index: number): boolean {
    return this.#world.entries.has(idAt(index));
  }

  /** Saves papers; what they are then, by identity. Nobody has heard of it yet. */
  save(papers: readonly number[]): ReadonlyMap<PaperId, Facts> {
    for (const index of papers) this.#world.save(paperAt(index), { starred: true, note: NOTE });
    return new Map(papers.map((index) => [idAt(index), SAVED]));
  }

  /** Reads the browser's sync storage, and puts what it has to say there. */
  async tell(browser: ChaosBrowser): Promise<void> {
    this.#world.area.items = await browser.inPage<Items>('chrome.storage.sync.get(null)');
    // No earlier than the browser's own changes.
    this.#world.time = Math.max(this.#world.time, Date.now());
    if (this.#isOn) await this.#world.exchange();
    else await this.#world.switchOn('Other');
    this.#isOn = true;
    const { device } = this.#world;
    const own = Object.entries(this.#world.area.items).filter(([key]) => key.startsWith(`d:${device}:`));
    await browser.inPage(`(async () => {
      const wanted = ${JSON.stringify(Object.fromEntries(own))};
      const present = await chrome.storage.sync.get(null);
      const gone = Object.keys(present).filter((key) => key.startsWith('d:${device}:') && !(key in wanted));
      if (gone.length > 0) await chrome.storage.sync.remove(gone);
      const news = Object.entries(wanted).filter(([key, value]) => present[key] !== value);
      if (news.length > 0) await chrome.storage.sync.set(Object.fromEntries(news));
    })()`);
  }

  /** What of a list did not come over; empty when all did. */
  misses(list: readonly Seen[]): readonly string[] {
    const entries = this.#world.entries;
    const there = new Set(list.map(({ paper }) => paper.id));
    const lacking = list.flatMap((entry) => {
      const other = entries.get(entry.paper.id);
      if (!other) return [`other machine: ${entry.paper.id} did not come over`];
      const [here, over] = [told(entry), told(other)];
      return here === over ? [] : [`other machine: ${entry.paper.id} is ${over} and here ${here}`];
    });
    const extra = [...entries.keys()].filter((id) => !there.has(id));
    return [...lacking, ...extra.map((id) => `other machine: ${id} was removed here and is still there`)];
  }
}

const told = (entry: Seen): string => JSON.stringify({ ...factsOf(entry), merged: null });
