import { describe, expect, it } from 'vitest';
import { idleHover, stepHover } from './hover';
import { machine, type Event } from './machine-under-test';

const opened = (target: string) => {
  const m = machine();
  m.enter(target).wait(300);
  m.seen();
  return m;
};

describe('opening', () => {
  it('looks up after 60 ms and opens after 300 ms, not before', () => {
    const m = machine().enter('A').wait(59);
    expect(m.seen()).toEqual([]);
    expect(m.wait(1).seen()).toEqual(['look-up A']);
    expect(m.wait(239).seen()).toEqual([]);
    expect(m.wait(1).seen()).toEqual(['open A …']);
  });

  it('opens with the answer that came in time', () => {
    const m = machine().enter('A').wait(100).answer('A', 'paper');
    m.seen();
    expect(m.wait(200).seen()).toEqual(['open A paper']);
  });

  it('fills the open card when the answer comes later', () => {
    expect(opened('A').answer('A', 'paper').seen()).toEqual(['fill paper']);
  });

  it.each([150, 600, 1_000])('opens after %i ms where the reader wants it so', (delay) => {
    const m = machine(delay)
      .enter('A')
      .wait(delay - 1);
    expect(m.seen()).toEqual(['look-up A']);
    expect(m.wait(1).seen()).toEqual(['open A …']);
    m.enter('B').wait(100);
    expect(m.seen()).toEqual(['look-up B', 'open B …']);
  });

  it('opens at once what is asked for by key, whatever the delay, and holds it', () => {
    const m = machine(1_000).ask('A').wait(0);
    expect(m.seen()).toEqual(['look-up A', 'open A …']);
    expect(m.outside().wait(5_000).phase()).toBe('open');
    expect(m.ask('B').wait(0).seen()).toEqual(['look-up B', 'open B …']);
  });

  it('opens what was asked for also when the title before leaves the view meanwhile', () => {
    const m = opened('A').ask('B').gone('A').wait(0);
    expect(m.seen()).toEqual(['close', 'look-up B', 'open B …']);
  });

  it('opens again what was closed by hand, when it is asked for', () => {
    const m = machine().ask('A').wait(0).dismiss();
    m.seen();
    expect(m.ask('A').wait(0).seen()).toEqual(['look-up A', 'open A …']);
  });

  it('does not start again while the pointer moves within the title', () => {
    const m = machine();
    for (let i = 0; i < 10; i++) m.enter('A').wait(30);
    expect(m.seen()).toEqual(['look-up A', 'open A …']);
  });

  it('sends nothing and opens nothing when a pointer sweeps over 2,000 titles', () => {
    const m = machine();
    for (let i = 0; i < 2_000; i++) m.enter(`title ${i}`).wait(2).outside().wait(1);
    expect(m.wait(1_000).seen()).toEqual([]);
  });

  it('looks up but does not open for a pause of 100 ms', () => {
    expect(machine().enter('A').wait(100).outside().wait(1_000).seen()).toEqual(['look-up A']);
  });

  it('asks again for a wake that came early', () => {
    const early = stepHover(
      stepHover(idleHover<string, string>(), { type: 'enter', target: 'A', towardsCard: false }, 0).state,
      { type: 'wake' },
      59.9,
    );
    expect(early.effects).toEqual([{ type: 'wake', at: 60 }]);
  });
});

describe('late answers', () => {
  it('drops the answer for a title that was left', () => {
    const m = machine().enter('A').wait(100).outside().enter('B').wait(300);
    m.seen();
    expect(m.answer('A', 'late').seen()).toEqual([]);
    expect(m.answer('B', 'right').seen()).toEqual(['fill right']);
  });

  it('drops the answer of an earlier visit to the same title', () => {
    const m = machine().enter('A').wait(100);
    const stale: Event = { type: 'answer', token: 1, answer: 'stale' };
    m.outside().enter('A').wait(300);
    m.seen();
    m.send(stale);
    expect(m.seen()).toEqual([]);
  });

  it('drops answers after the card closed', () => {
    expect(opened('A').dismiss().answer('A', 'late').seen()).toEqual(['close']);
  });
});

describe('closing', () => {
  it('closes 300 ms after the pointer left', () => {
    const m = opened('A').outside().wait(299);
    expect(m.seen()).toEqual([]);
    expect(m.wait(1).seen()).toEqual(['close']);
  });

  it('stays when the pointer comes back in time', () => {
    expect(opened('A').outside().wait(200).enter('A').wait(1_000).seen()).toEqual([]);
  });

  it('stays open as long as the pointer is in the card (hoverable)', () => {
    const m = opened('A').outside(true).wait(100).card().wait(60_000);
    expect(m.seen()).toEqual([]);
    expect(m.outside().wait(300).seen()).toEqual(['close']);
  });

  it('gives a slow hand new grace with each move towards the card', () => {
    const m = opened('A').outside(true);
    for (let i = 0; i < 10; i++) m.wait(250).outside(true);
    expect(m.seen()).toEqual([]);
    expect(m.wait(300).seen()).toEqual(['close']);
  });

  it('closes at once when the pointer leaves the way to the card', () => {
    expect(opened('A').outside(true).wait(50).outside(false).seen()).toEqual(['close']);
  });

  it('does not prolong the grace of a pointer that moves elsewhere', () => {
    const m = opened('A').outside();
    for (let i = 0; i < 10; i++) m.wait(30).outside();
    expect(m.seen()).toEqual(['close']);
  });

  it('closes when the title leaves the viewport, but not for another title', () => {
    expect(opened('A').gone('B').seen()).toEqual([]);
    expect(opened('A').gone('A').seen()).toEqual(['close']);
    expect(machine().enter('A').gone('A').wait(1_000).seen()).toEqual([]);
  });
});

describe('switching', () => {
  it('takes 100 ms with a card open, and never closes in between', () => {
    const m = opened('A').enter('B').wait(99);
    expect(m.seen()).toEqual(['look-up B']);
    expect(m.wait(1).seen()).toEqual(['open B …']);
  });

  it('works within the grace, too', () => {
    expect(opened('A').outside().wait(100).enter('B').wait(100).seen()).toEqual(['look-up B', 'open B …']);
  });

  it('lets the pointer cross another title on its way to the card', () => {
    const m = opened('A').enter('B', true).wait(200).card().wait(1_000);
    expect(m.seen()).toEqual(['look-up B']);
    expect(m.phase()).toBe('open');
  });

  it('keeps filling the first card meanwhile', () => {
    const m = opened('A').enter('B').wait(60).answer('A', 'one').answer('B', 'two').wait(40);
    expect(m.seen()).toEqual(['look-up B', 'fill one', 'open B two']);
  });

  it('goes back without a flicker', () => {
    const m = opened('A').enter('B').wait(50).enter('A').wait(1_000);
    expect(m.seen()).toEqual([]);
  });

  it('closes the first one when the pointer leaves both', () => {
    expect(opened('A').enter('B').wait(50).outside().wait(300).seen()).toEqual(['close']);
  });
});

describe('Escape (dismissible)', () => {
  it('closes at once, and the same title stays closed until the pointer left it', () => {
    const m = opened('A').dismiss();
    expect(m.seen()).toEqual(['close']);
    expect(m.enter('A').wait(1_000).seen()).toEqual([]);
    expect(m.outside().enter('A').wait(300).seen()).toEqual(['look-up A', 'open A …']);
  });

  it('opens another title as usual', () => {
    expect(opened('A').dismiss().enter('B').wait(300).seen()).toEqual(['close', 'look-up B', 'open B …']);
  });

  it('works while waiting and while closing', () => {
    expect(machine().enter('A').wait(10).dismiss().enter('A').wait(1_000).seen()).toEqual([]);
    expect(opened('A').outside().dismiss().wait(1_000).seen()).toEqual(['close']);
  });
});

describe('pinning', () => {
  it('stays open through everything but Escape', () => {
    const m = opened('A').pin().outside().enter('B').wait(1_000).gone('A').blur().wait(1_000);
    expect(m.seen()).toEqual([]);
    expect(m.dismiss().seen()).toEqual(['close']);
  });

  it('takes up the usual rules when unpinned', () => {
    expect(opened('A').pin().outside().wait(1_000).pin().outside().wait(300).seen()).toEqual(['close']);
  });

  it('does not hold open by a focus that left while it was pinned', () => {
    const m = machine().focus('A').wait(300).pin().blur().pin().outside().wait(300);
    expect(m.seen()).toEqual(['look-up A', 'open A …', 'close']);
  });
});

describe('keyboard', () => {
  it('opens on focus after the same delay, and blur closes with grace', () => {
    const m = machine().focus('A').wait(300);
    expect(m.seen()).toEqual(['look-up A', 'open A …']);
    expect(m.blur().wait(299).seen()).toEqual([]);
    expect(m.wait(1).seen()).toEqual(['close']);
  });

  it('persists while the pointer wanders elsewhere', () => {
    expect(machine().focus('A').wait(300).outside().wait(5_000).phase()).toBe('open');
    expect(machine().focus('A').outside().wait(300).phase()).toBe('open');
  });

  it('stays when focus moves into the card, and closes when it leaves from there', () => {
    const m = machine().focus('A').wait(300).blur(true).wait(5_000);
    m.seen();
    expect(m.blur().wait(300).seen()).toEqual(['close']);
  });

  it('stays when the focus that left the card is back before it closes', () => {
    const m = machine().focus('A').wait(300).blur(true).blur().wait(299).send({ type: 'focus-back' });
    m.seen();
    expect(m.outside().wait(5_000).seen()).toEqual([]);
    expect(m.blur().wait(300).seen()).toEqual(['close']);
  });

  it('closes a card that the pointer left, though a click in it gave it the focus', () => {
    const m = opened('A').send({ type: 'focus-back' }).outside().send({ type: 'focus-back' }).wait(300);
    expect(m.phase()).toBe('idle');
  });

  it('never opens for a link tabbed past', () => {
    expect(machine().focus('A').wait(50).blur().wait(1_000).seen()).toEqual([]);
  });

  it('closes when both hands are gone: blurred while the pointer was in the card', () => {
    const m = machine().focus('A').wait(300).card().blur().card().wait(1_000);
    expect(m.phase()).toBe('open');
    expect(m.outside().wait(300).phase()).toBe('idle');
  });

  it('holds a pointer card by focus once the keyboard moved into it', () => {
    const m = opened('A');
    m.send({ type: 'focus-card' });
    expect(m.outside().wait(5_000).phase()).toBe('open');
  });
});
