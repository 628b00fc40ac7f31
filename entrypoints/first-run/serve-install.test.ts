import { beforeEach, expect, it, vi } from 'vitest';
import { serveInstall } from './serve-install';

type Told = (details: { reason: string; previousVersion?: string }) => void;
const world = vi.hoisted(() => ({
  kept: {} as Record<string, unknown>,
  listeners: [] as Told[],
  opened: [] as string[],
  refuses: false,
}));
vi.mock('wxt/browser', () => ({
  browser: {
    storage: {
      local: {
        get: async () => {
          if (world.refuses) throw new Error('no');
          return { ...world.kept };
        },
        set: async (items: object) => void Object.assign(world.kept, items),
      },
    },
    runtime: {
      getURL: (path: string) => `ext:/${path}`,
      onInstalled: { addListener: (listener: Told) => void world.listeners.push(listener) },
    },
    tabs: { create: async ({ url }: { url: string }) => void world.opened.push(url) },
  },
}));

const report = vi.fn<(error: unknown) => void>();
beforeEach(() => {
  Object.assign(world, { kept: {}, listeners: [], opened: [], refuses: false });
  report.mockReset();
  serveInstall(report);
});
async function tell(reason: string, previousVersion?: string): Promise<void> {
  for (const listener of world.listeners) listener({ reason, ...(previousVersion && { previousVersion }) });
  await new Promise((done) => setTimeout(done));
}

it('opens the first page at the first installation alone', async () => {
  await tell('install');
  await tell('install');
  expect(world.opened).toEqual(['ext://welcome.html']);
  expect(world.kept).toEqual({ welcomed: true });
});

it('opens nothing after an update of Paperkin or of the browser, and notes the one', async () => {
  await tell('browser_update');
  expect(world.kept).toEqual({});
  await tell('update', '0.1.0');
  expect(world.kept).toEqual({ 'news-since': '0.1.0' });
  expect(world.opened).toEqual([]);
});

it('opens nothing where the browser keeps nothing, for then it would come each time', async () => {
  world.refuses = true;
  await tell('install');
  expect(world.opened).toEqual([]);
  expect(report).toHaveBeenCalledOnce();
});
