import { sentenceSpans } from '../text/sentences';
import type { Span } from './summary';

/** What a part of a structured abstract is about. `aside`: where the code is, who registered the trial. */
export type Section = 'background' | 'aim' | 'methods' | 'results' | 'conclusion' | 'aside';

export interface AbstractSentence {
  /** With each run of white space as one space, without the heading before it. */
  readonly text: string;
  /** Where each unit of `text` stands in the abstract. */
  readonly places: readonly number[];
  /** The heading it stands under; null in an abstract without headings. */
  readonly section: Section | null;
  /** Whether it ends in a full stop and was not cut off. */
  readonly isWhole: boolean;
}

/** A longer "sentence" is a text without full stops, which no card has room for. In UTF-16 units. */
const SENTENCE_MAX = 1_500;
/** Only so much of an abstract is read, in UTF-16 units; the longest of 30,000 has 6,400. */
const ABSTRACT_READ_MAX = 8_000;
/** Abstracts have 4 to 15 sentences; of a text with more only the first ones are read. */
const SENTENCES_MAX = 40;

const HEADINGS: Readonly<Record<Section, string>> = {
  background:
    'abstract|summary|backgrounds?|motivations?|introduction|context|importance|rationale|problem|background and (?:aims?|purpose|objectives?)|背景|摘要',
  aim: 'objectives?|aims?|purposes?|goals?|aims? and objectives?|objectives? and methods|hypothes[ie]s|research questions?|目的',
  methods:
    'methods?|methodology|materials? and methods?|methods? and materials?|patients and methods?|subjects and methods?|study design|design|designs? and methods?|setting|settings and participants|participants|interventions?|main outcomes? (?:and )?measures?|measurements|approach|procedures?|data sources?|design\\/methodology\\/approach|experimental (?:design|approach)|方法',
  results:
    'results?|main results|findings?|key (?:results?|findings?)|principal findings|outcomes?|results and discussion|methods and results|results and conclusions?|observations|结果|结论与结果',
  conclusion:
    'conclusions?|discussions?|interpretations?|significance|implications?|discussion and conclusions?|conclusions? and (?:relevance|significance|implications?)|originality\\/value|practical implications|contributions?|结论',
  aside:
    'availability|availability and implementation|code availability|data availability|contacts?|supplementary information|supplementary materials?|trial registration|registration|funding|keywords?|key words|index terms|clinicaltrials\\.gov identifier|关键词',
};
const ANY = Object.values(HEADINGS).join('|');
/** "Results:", "RESULTS -", "[Results]", "Results." and, in capitals or on a line of its own, "RESULTS". */
const HEADING = new RegExp(
  `^[\\[(*#]{0,4}\\s?(?:\\d\\.?\\s)?(${ANY})\\s?(?:[:：．.—–]|\\s-|[\\])*]{1,3}[:：.]?)[*]{0,2}(?:\\s+|$|(?=\\p{Lo}))`,
  'iu',
);
const CAPITALS = /^([A-Z][A-Z &/]{4,60}[A-Z])(?:\s+(?=[A-Z0-9][^A-Z]|A )|$)/;
const OWN_LINE = /^([A-Z][A-Za-z &/]{3,40})\n\s*/;
const WHOLE = new RegExp(`^(?:${ANY})$`, 'iu');

const FINISHED = /[.!?。！？｡．]["'”’»)\]」』）】*]*$/;
const TRAILS_OFF = /(?:\.\.\.|…)["'”’)\]]*$/;
/** Longest heading looked for, in UTF-16 units. */
const HEADING_MAX = 70;

/** The sentences of an abstract in order, headings taken off and remembered. Bounded and linear, whatever the text. */
export function abstractSentences(abstract: string): readonly AbstractSentence[] {
  const sentences: AbstractSentence[] = [];
  let section: Section | null = null;
  for (const { start, end } of sentenceSpans(abstract.slice(0, ABSTRACT_READ_MAX)).slice(0, SENTENCES_MAX)) {
    const heading = headingAt(abstract.slice(start, Math.min(end, start + HEADING_MAX)));
    if (heading) section = heading.section;
    const from = start + (heading?.length ?? 0);
    if (end - from > SENTENCE_MAX || end >= ABSTRACT_READ_MAX) continue;
    const { text, places } = folded(abstract, { start: from, end });
    if (!/[\p{L}\p{N}]/u.test(text)) continue;
    sentences.push({ text, places, section, isWhole: FINISHED.test(text) && !TRAILS_OFF.test(text) });
  }
  return sentences;
}

function headingAt(text: string): { readonly section: Section; readonly length: number } | null {
  for (const pattern of [HEADING, CAPITALS, OWN_LINE]) {
    const match = pattern.exec(text);
    const name = match?.[1] ?? '';
    if (!match || !WHOLE.test(name)) continue;
    const section = (Object.keys(HEADINGS) as Section[]).find((one) =>
      new RegExp(`^(?:${HEADINGS[one]})$`, 'iu').test(name),
    );
    if (section) return { section, length: match[0].length };
  }
  return null;
}

function folded(
  abstract: string,
  { start, end }: Span,
): { readonly text: string; readonly places: readonly number[] } {
  const places: number[] = [];
  let text = '';
  let at = start;
  for (const { 0: word, index } of abstract.slice(start, end).matchAll(/\S+/g)) {
    if (text !== '') {
      text += ' ';
      places.push(at);
    }
    text += word;
    at = start + index;
    for (let left = word.length; left > 0; left--) places.push(at++);
  }
  return { text, places };
}
