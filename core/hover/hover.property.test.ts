import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { machine, type Event } from './machine-under-test';

const anyEvent: fc.Arbitrary<Event> = fc.oneof(
  fc.record({
    type: fc.constant('enter' as const),
    target: fc.constantFrom('A', 'B', 'C'),
    towardsCard: fc.boolean(),
  }),
  fc.record({ type: fc.constant('outside' as const), towardsCard: fc.boolean() }),
  fc.record({ type: fc.constant('focus' as const), target: fc.constantFrom('A', 'B', 'C') }),
  fc.record({ type: fc.constant('ask' as const), target: fc.constantFrom('A', 'B', 'C') }),
  fc.record({ type: fc.constant('blur' as const), intoCard: fc.boolean() }),
  fc.record({ type: fc.constant('gone' as const), target: fc.constantFrom('A', 'B', 'C') }),
  fc.constantFrom<Event>(
    { type: 'enter-card' },
    { type: 'focus-card' },
    { type: 'focus-back' },
    { type: 'dismiss' },
    { type: 'toggle-pin' },
  ),
);

/** A close without a card, an opening that was never looked up, a card left open at the end. */
function faultsOf(log: readonly string[]): string[] {
  const faults: string[] = [];
  const asked = new Set<string>();
  let open = false;
  for (const line of log) {
    const target = line.split(' ')[1] ?? '';
    if (line.startsWith('look-up')) asked.add(target);
    if (line === 'close' && !open) faults.push('closed what was not open');
    if (line.startsWith('open') && !asked.delete(target)) faults.push(`opened ${target} without a look-up`);
    if (line === 'close' || line.startsWith('open')) open = line !== 'close';
  }
  return open ? [...faults, 'left open'] : faults;
}

describe('whatever happens', () => {
  const story = fc.array(fc.tuple(anyEvent, fc.nat(400)), { maxLength: 60 });

  it('opens and closes in turn, each opening looked up, and Escape then silence ends it', () => {
    fc.assert(
      fc.property(story, (events) => {
        const m = machine();
        for (const [event, ms] of events) {
          m.send(event);
          m.wait(ms);
        }
        m.dismiss().wait(10_000);
        const log = m.seen();
        expect(faultsOf(log)).toEqual([]);
        expect(m.phase()).toBe('idle');
      }),
    );
  });

  it('leaves no card behind when the pointer goes away and focus with it', () => {
    fc.assert(
      fc.property(story, (events) => {
        const m = machine();
        for (const [event, ms] of events) {
          m.send(event);
          m.wait(ms);
        }
        if (m.phase() === 'pinned') m.pin();
        m.blur().outside().wait(300).outside().wait(300);
        expect(m.phase()).toBe('idle');
      }),
    );
  });
});
