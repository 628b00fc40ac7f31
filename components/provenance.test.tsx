// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it } from 'vitest';
import type { CardData } from '../core/card';
import type { MatchRule } from '../core/match/mention';
import { CATALOGUES } from '../tests/samples/catalogues';
import { SPARSE } from '../tests/samples/papers';
import { Messages, translateFrom } from './messages';
import type { MessageKey } from './messages';
import { Provenance } from './provenance';

/** Every rule; a new one does not compile until it is here. */
const RULES: Readonly<Record<MatchRule, MessageKey>> = {
  arxiv: 'matched_arxiv',
  doi: 'matched_doi',
  page: 'matched_page',
  title: 'matched_title',
  'other-title': 'matched_other_title',
  truncated: 'matched_truncated',
  fuzzy: 'matched_fuzzy',
};

afterEach(() => {
  act(() => render(null, document.body));
});

function footOf(rule: MatchRule, messages: Readonly<Record<MessageKey, string>>): string {
  const data: CardData = {
    paper: SPARSE,
    origin: 'corpus',
    sources: [],
    rule,
    summary: null,
    kin: [],
    status: null,
  };
  act(() =>
    render(
      <Messages.Provider value={translateFrom(messages)}>
        <Provenance data={data} onDeny={() => {}} />
      </Messages.Provider>,
      document.body,
    ),
  );
  return document.querySelector('.pk-foot span')?.textContent ?? '';
}

describe.each(CATALOGUES)('in %s the foot of the card', (_file, messages) => {
  it.each(Object.entries(RULES))('says the rule "%s" in words of its own', (rule, key) => {
    expect(footOf(rule as MatchRule, messages)).toBe(messages[key]);
    expect(messages[key]).not.toBe('');
  });

  it('has other words for each rule', () => {
    expect(new Set(Object.values(RULES).map((key) => messages[key])).size).toBe(Object.keys(RULES).length);
  });
});
