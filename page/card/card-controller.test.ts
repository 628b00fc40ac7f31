// @vitest-environment jsdom
import { beforeEach, expect, it, vi } from 'vitest';
import type { CardState } from '../../components/card';
import type { Call } from '../call';
import { mentionOf } from '../testing';
import type { Entry } from '../scan/registry';
import { CardController } from './card-controller';
import type { RenderCard } from './card-view';

const host = vi.hoisted(() => ({
  open: vi.fn<() => void>(),
  close: vi.fn<() => void>(),
  say: vi.fn<() => void>(),
}));
// jsdom has neither popovers nor lines.
vi.mock('./card-host', () => ({
  CardHost: class {
    open = host.open;
    close = host.close;
    say = host.say;
    container = null;
    root = null;
  },
}));
vi.mock('../line-boxes', () => {
  const line = { left: 0, top: 0, right: 90, bottom: 20 };
  return { lineBoxes: () => [line], nearestLine: () => line };
});

const ENTRY: Entry = { mention: mentionOf('A title'), target: [document.body], resolution: null };
const AT = { x: 1, y: 1 };
const FAILED: CardState = { kind: 'error' };
/** Lets go of the loads that wait, in their order. */
let arrive: ((render: RenderCard | null) => void)[] = [];
const render = vi.fn<RenderCard>();

function controller(): CardController {
  return new CardController({
    win: window,
    call: (() => new Promise(() => {})) as unknown as Call,
    translate: (key) => key,
    css: '',
    loadView: () => new Promise((resolve) => arrive.push(resolve)),
    isPinned: () => false,
    startsReading: () => true,
    onPin: () => {},
    onSiteOff: () => {},
    onClose: () => {},
    onUnreachable: () => {},
  });
}

beforeEach(() => {
  arrive = [];
  vi.clearAllMocks();
});

it('opens when what draws the card arrives, with the answer that came meanwhile', async () => {
  const card = controller();
  card.prepare();
  card.open(ENTRY, null, AT);
  // oxlint-disable-next-line unicorn/no-array-fill-with-reference-type -- a card is no array
  card.fill(FAILED);
  expect(arrive).toHaveLength(1);
  expect(host.open).not.toHaveBeenCalled();
  arrive[0]?.(render);
  await vi.waitFor(() => expect(host.open).toHaveBeenCalledOnce());
  expect(render.mock.lastCall?.[2]?.state).toBe(FAILED);
});

it('stays away when the pointer left before that', async () => {
  const card = controller();
  card.open(ENTRY, null, AT);
  card.close();
  arrive[0]?.(render);
  await Promise.resolve();
  await Promise.resolve();
  expect(host.open).not.toHaveBeenCalled();
});

it('asks again for the next card when nothing arrived', async () => {
  const card = controller();
  card.open(ENTRY, null, AT);
  arrive[0]?.(null);
  await Promise.resolve();
  await Promise.resolve();
  card.close();
  card.open(ENTRY, null, AT);
  expect(arrive).toHaveLength(2);
  arrive[1]?.(render);
  await vi.waitFor(() => expect(host.open).toHaveBeenCalledOnce());
  card.open(ENTRY, null, AT);
  expect(arrive).toHaveLength(2);
});
