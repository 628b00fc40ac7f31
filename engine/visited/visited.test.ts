import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { beforeEach, expect, it, vi } from 'vitest';
import { NO_MENTION } from '../../core/identity/no-mention';
import { VISITED_DUE } from '../../core/visited/visited-corpus';
import { visited, type VisitedWorld } from './visited';

beforeEach(() => vi.stubGlobal('indexedDB', new IDBFactory()));

const papers = (from: number, count: number) =>
  Array.from({ length: count }, (_, at) => ({
    mention: { ...NO_MENTION, title: `Harbour log ${from + at}`, abstract: 'We read logs.' },
    knownAs: null,
  }));

function world(settings: object | undefined) {
  const values: Record<string, unknown> = { settings };
  const requestRepair = vi.fn<() => void>();
  let now = Date.UTC(2026, 0, 1);
  const made: VisitedWorld = {
    corpus: { stamp: async () => null },
    keep: {
      local: {
        get: async (keys) =>
          Object.fromEntries(keys.filter((key) => key in values).map((key) => [key, values[key]])),
        set: async (items) => void Object.assign(values, items),
      },
    },
    now: () => now,
    requestRepair,
  };
  return { made, values, requestRepair, pass: (ms: number) => (now += ms) };
}

it('keeps nothing until the reader has said yes, and opens no database', async () => {
  const { made, values, requestRepair } = world(undefined);
  await visited.note({ papers: papers(0, 50) }, made);
  await visited.note({ papers: [] }, made);
  expect(await indexedDB.databases()).toEqual([]);
  expect(VISITED_DUE in values).toBe(false);
  expect(requestRepair).not.toHaveBeenCalled();
});

it('has the corpus made when enough waits, and when somebody asks while anything does', async () => {
  const { made, values, requestRepair } = world({ keepVisited: true });
  await visited.note({ papers: papers(0, 20) }, made);
  expect(requestRepair).not.toHaveBeenCalled();
  expect(values[VISITED_DUE]).toBe(made.now() + 600_000);
  await visited.note({ papers: [] }, made);
  expect(requestRepair).toHaveBeenCalledTimes(1);
  await visited.note({ papers: papers(20, 30) }, made);
  expect(requestRepair).toHaveBeenCalledTimes(2);
});
