import { VISITED_CORPUS_NAME } from '../core/visited/visited-corpus';
import type { ComponentChildren } from 'preact';
import type { CardData } from '../core/card';
import type { ToldFact } from '../core/corpus/told-paper';
import type { MatchRule } from '../core/match/mention';
import { bounded } from './bounded';
import { useMessages } from './messages';
import type { MessageKey } from './messages';

const SUMMARY_MESSAGES = {
  sentence: 'summary_source_sentence',
  parts: 'summary_source_parts',
  first: 'summary_source_first',
} as const;

const RULE_MESSAGES: Readonly<Record<MatchRule, MessageKey>> = {
  arxiv: 'matched_arxiv',
  doi: 'matched_doi',
  page: 'matched_page',
  title: 'matched_title',
  'other-title': 'matched_other_title',
  truncated: 'matched_truncated',
  fuzzy: 'matched_fuzzy',
};

const FACT_MESSAGES: Readonly<Record<ToldFact, MessageKey>> = {
  title: 'fact_title',
  otherTitles: 'fact_title',
  abstract: 'fact_abstract',
  authors: 'fact_authors',
  year: 'fact_date',
  month: 'fact_date',
  venue: 'fact_venue',
  arxiv: 'fact_identifier',
  doi: 'fact_identifier',
  url: 'fact_links',
  pdf: 'fact_links',
  code: 'fact_links',
};

/** Letters: the footer is no place to read titles in. */
const OTHER_FACT_LENGTH_MAX = 60;

interface ProvenanceProps {
  readonly data: CardData;
  readonly onDeny: (isDenied: boolean) => void;
  /** What else can be said of where the reader is. */
  readonly children?: ComponentChildren;
}

/** How the paper was found, where its summary comes from and which corpus told what, so that a reader can judge all. */
export function Provenance({ data, onDeny, children }: ProvenanceProps) {
  const t = useMessages();
  const notes: string[] = [];
  const isDenied = data.isDenied === true;
  const mayDeny = data.rule !== null || isDenied;
  if (isDenied) notes.push(t('denied_here'));
  else if (data.rule !== null) notes.push(t(RULE_MESSAGES[data.rule]));
  else if (data.origin === 'page') notes.push(t('origin_page'));
  else if (data.origin === 'list') notes.push(t('origin_list'));
  if (data.summary !== null) notes.push(t(SUMMARY_MESSAGES[data.summary.kind]));
  // Where one corpus told everything there is nothing to tell apart.
  for (const { corpus: name, facts, others } of data.sources.length > 1 ? data.sources : []) {
    const corpus = name === VISITED_CORPUS_NAME ? t('corpus_visited') : name;
    const names = new Set(facts.map((fact) => t(FACT_MESSAGES[fact])));
    if (names.size > 0) notes.push(t('facts_from', [...names].join(t('list_separator')), corpus));
    const different = Object.values(others).map((fact) => bounded(String(fact), OTHER_FACT_LENGTH_MAX));
    if (different.length > 0) notes.push(t('facts_differ', different.join(t('list_separator')), corpus));
  }
  if (notes.length === 0 && !children) return null;
  return (
    <p class="pk-foot">
      {notes.length > 0 && <span>{notes.join(' · ')}</span>}
      {mayDeny && (
        <button type="button" class="pk-secondary" onClick={() => onDeny(!isDenied)}>
          {t(isDenied ? 'list_undo' : 'deny')}
        </button>
      )}
      {children}
    </p>
  );
}
