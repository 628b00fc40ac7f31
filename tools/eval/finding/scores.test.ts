import { describe, expect, it } from 'vitest';
import type { MatchRule } from '../../../core/match/mention';
import type { PagePaper } from '../../../core/match/resolution';
import { foldText } from '../../../core/text/fold';
import { sampleMention, samplePaper } from '../../../tests/samples/papers';
import { BundledTitles } from './bundled-titles';
import type { MentionsGold, PageGold } from './gold';
import { scoreMentions, sumMentions } from './score-mentions';
import { scoreNegative } from './score-negatives';
import { scorePage, sumPages } from './score-pages';

const ROPES = 'On the Bending of Wet Ropes: A Practical Survey';
const SAILS = 'Sails Without Wind';
const bundled = new BundledTitles([
  samplePaper({ id: 'arxiv:2401.00001', title: ROPES, otherTitles: ['Bending Wet Ropes'] }),
  samplePaper({ id: 'arxiv:2401.00002', title: SAILS, otherTitles: [] }),
]);

/** A paper that a page shows as `shown`, taken for `title`; of the bundled corpus where the title is. */
function found(
  shown: string | null,
  title: string | null,
  rule: MatchRule = 'title',
  arxiv = null as string | null,
): PagePaper {
  const resolution =
    title === null ? null : { paperId: `title:${title}`, title, rule, confidence: 1, status: null };
  return { mention: sampleMention({ title: shown, arxiv }), resolution };
}

const page = (gold: Partial<PageGold>): PageGold => ({
  file: 'a.html',
  url: 'https://a.example/',
  titles: [],
  known: [],
  ...gold,
});

describe('scorePage', () => {
  it('finds a title by its letters, whatever corpus knows it', () => {
    const titles = ['A Knot', 'Two Knots', 'Three Knots'];
    const score = scorePage(page({ titles }), [found('a knot.', null), found(null, 'Two Knots')], bundled);
    expect(score.missedTitles).toEqual(['Three Knots']);
    expect(sumPages([score]).titleRecall).toBeCloseTo(2 / 3);
  });

  it('takes the beginning of a title for it only if that is long and says that it is cut', () => {
    const missed = (shown: string) =>
      scorePage(page({ titles: [ROPES] }), [found(shown, null)], bundled).missedTitles;
    expect(missed('On the Bending of Wet Ropes: A Practical …')).toEqual([]);
    expect(missed('On the Bending of Wet Ropes: A Practical')).toEqual([ROPES]);
    expect(missed('On the Bending …')).toEqual([ROPES]);
  });

  it('judges bundled papers by the list and by the titles of the page', () => {
    const papers = [found('x', ROPES), found('y', SAILS), found('z', 'Somewhere Else Entirely')];
    const listed = scorePage(page({ known: ['Bending wet ropes'] }), papers, bundled);
    expect(listed).toMatchObject({ right: 1, missedKnown: [], site: 'a.example' });
    expect(listed.falseHits).toEqual([`“${SAILS}” by title: y`]);
    expect(sumPages([listed])).toMatchObject({ knownPrecision: 0.5, knownRecall: 1 });
    expect(scorePage(page({ titles: [SAILS] }), papers.slice(1), bundled).falseHits).toEqual([]);
    expect(scorePage(page({ titles: [SAILS] }), [], bundled).missedKnown).toEqual([SAILS]);
  });
});

const document = (gold: Partial<MentionsGold>): MentionsGold => ({
  file: 'a.md',
  must: [],
  may: [],
  mustNot: [],
  others: [],
  ...gold,
});
const gold = (title: string) => ({ title, forms: [{ text: title, kind: 'exact', n: 1 }] });
const seen = (papers: readonly PagePaper[], text = '', source = text) => ({
  papers,
  source,
  documentKey: foldText(text),
  lookAlikes: [],
});

describe('scoreMentions', () => {
  it('wants what must be found, minds nothing that may, and calls every other bundled paper wrong', () => {
    const both = [found('x', ROPES), found('y', SAILS)];
    const score = (wanted: Partial<MentionsGold>, papers = both) =>
      scoreMentions(document(wanted), seen(papers), bundled);
    expect(score({ must: [gold('Bending Wet Ropes')], may: [gold(SAILS)] })).toMatchObject({
      right: 1,
      falseHits: [],
    });
    expect(score({ must: [gold(ROPES)] })).toMatchObject({ right: 1, falseHits: [`“${SAILS}” by title: y`] });
    expect(score({ must: [gold(ROPES)] }, []).missed).toEqual([gold(ROPES)]);
  });

  it('lets an identifier that stands in the document pass, and counts it in the strict precision alone', () => {
    const paper = found(null, SAILS, 'arxiv', '2401.00002');
    const score = (source: string) => scoreMentions(document({}), seen([paper], '', source), bundled);
    const named = score('[here](https://arxiv.org/abs/2401.00002)');
    expect(named).toMatchObject({ falseHits: [], byIdentifier: [`“${SAILS}” by arxiv: 2401.00002`] });
    expect(sumMentions([named])).toMatchObject({ precision: 1, strictPrecision: 0 });
    expect(score('nothing').falseHits).toHaveLength(1);
  });

  it('counts a look-alike once, wherever its paper is', () => {
    const lookAlikes = [{ text: 'Sails Without Wings', looksLike: SAILS }];
    const papers = [found('Sails Without Wings', SAILS, 'fuzzy')];
    const alone = scoreMentions(document({}), { ...seen(papers), lookAlikes }, bundled);
    expect(sumMentions([alone])).toMatchObject({ precision: 0, mustNotHits: 1 });
    const beside = scoreMentions(document({ must: [gold(SAILS)] }), { ...seen(papers), lookAlikes }, bundled);
    expect(sumMentions([beside])).toMatchObject({ precision: 0.5, recall: 1, mustNotHits: 1 });
  });

  it('judges imported papers by whether they stand in the text', () => {
    const text = 'See “Harbours at\nLow Tide” and Anchors That Hold in Sand and Gravel Beds.';
    const papers = [
      found('Harbours at Low Tide', 'Harbours at Low Tide'),
      found(
        'Anchors That Hold in Sand and Gravel Beds',
        'Anchors That Hold in Sand and Gravel Bids',
        'fuzzy',
      ),
      found('See', 'Seagulls'),
    ];
    const score = scoreMentions(
      document({ others: ['Harbours at low tide', 'Nets'] }),
      seen(papers, text),
      bundled,
    );
    expect(score).toMatchObject({
      rightOthers: 2,
      falseHits: ['“Seagulls” by title: See'],
      foundOthers: 1,
      others: 2,
    });
    expect(score.alike).toHaveLength(1);
    expect(sumMentions([score]).precision).toBeCloseTo(2 / 3);
    expect(sumMentions([score]).othersRecall).toBe(0.5);
  });
});

it('finds a title in a text that writes it in TeX', () => {
  const shown = 'Nets $\\textit{Can}$ Hold';
  const score = scoreMentions(document({}), seen([found(shown, 'Nets Can Hold')], shown), bundled);
  expect(score).toMatchObject({ rightOthers: 1, falseHits: [], alike: [] });
});

describe('scoreNegative', () => {
  it('tells bundled papers and absent ones from what stands there', () => {
    const papers = [
      found('x', ROPES),
      found('x', 'Gone'),
      found('x', 'Nets'),
      found('x', 'Buoys'),
      found('x', null),
    ];
    const score = scoreNegative(
      { file: 'a.md', titlesLarge: ['Nets'] },
      { papers, documentKey: foldText('nets and buoys') },
      bundled,
    );
    expect(score).toEqual({
      file: 'a.md',
      falseHits: [`“${ROPES}” by title: x`, '“Gone” by title: x'],
      listed: 1,
      unlisted: ['“Buoys” by title: x'],
    });
  });
});
