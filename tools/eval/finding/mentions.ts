import { foldText } from '../../../core/text/fold';
import type { Evaluation, EvaluationOptions } from '../evaluation';
import { readGold, type MentionsGold } from './gold';
import { readDocument } from './saved-document';
import { scoreMentions, sumMentions, type MentionsScore } from './score-mentions';
import { mistakenLookAlikes, seenForms, type SeenForm } from './seen-forms';
import { shareCell } from './shares';
import { withFinder } from './with-finder';

interface Case {
  readonly score: MentionsScore;
  readonly forms: readonly SeenForm[];
}

/** How well the papers that documents name are found: `DIR/gold.jsonl` and `DIR/docs`. */
export async function evaluateMentions(dir: string, options: EvaluationOptions): Promise<Evaluation> {
  const golds = readGold<MentionsGold>(dir, 'gold.jsonl');
  const { scores: cases, head } = await withFinder(golds, options, async (gold, finder, bundled) => {
    const served = readDocument(dir, gold.file);
    const papers = await finder.look(served);
    const places = await finder.places();
    const documentKey = foldText(await places.text());
    const forms = await seenForms(places, gold.must);
    const lookAlikes = await mistakenLookAlikes(places, gold);
    return {
      score: scoreMentions(gold, { papers, source: served.fixture.body, documentKey, lookAlikes }, bundled),
      forms,
    };
  });
  const figures = sumMentions(cases.map(({ score }) => score));
  return {
    lines: [head, ...documentTable(cases), ...cases.flatMap(troubleLines), totalLine(figures, cases)],
    figures,
  };
}

function totalLine(figures: ReturnType<typeof sumMentions>, cases: readonly Case[]): string {
  const drawn = cases.flatMap(({ forms }) => forms).filter(({ isDrawn }) => isDrawn);
  const marked = drawn.filter(({ isMarked }) => isMarked).length;
  const [precision, strict, recall, othersRecall] = [
    figures.precision,
    figures.strictPrecision,
    figures.recall,
    figures.othersRecall,
  ].map((figure) => figure.toFixed(4));
  return [
    `all: precision ${precision} (${strict} with papers named by identifier alone as wrong), recall ${recall}`,
    `look-alikes taken ${figures.mustNotHits}`,
    `forms marked ${marked} of ${drawn.length} drawn`,
    `recall of the listed others ${othersRecall}`,
  ].join('; ');
}

function documentTable(cases: readonly Case[]): string[] {
  const rows = cases.map(({ score, forms }) => {
    const { file, right, missed, falseHits, others, foundOthers } = score;
    const drawn = forms.filter(({ isDrawn }) => isDrawn);
    const marked = drawn.filter(({ isMarked }) => isMarked).length;
    return row(file, [
      right + missed.length,
      shareCell(right, right + missed.length),
      shareCell(marked, drawn.length),
      falseHits.length,
      others,
      shareCell(foundOthers, others),
    ]);
  });
  return [row('document', ['papers', 'recall', 'marked', 'false', 'others', 'recall']), ...rows];
}

const row = (file: string, cells: readonly (string | number)[]): string =>
  `${file.slice(0, 62).padEnd(64)}${cells.map((cell) => String(cell).padStart(8)).join('')}`;

function troubleLines({ score, forms }: Case): string[] {
  const { file, missed, falseHits, byIdentifier, alike, mustNotHits } = score;
  const isMissed = new Set(missed.map(({ title }) => title));
  const formLine = ({ title, text, kind, path, isDrawn }: SeenForm) =>
    `${isMissed.has(title) ? 'missed      ' : 'not marked  '}  ${file}: [${kind}] in ${path ?? 'no text'}${isDrawn ? '' : ', not drawn'}: “${text.replace(/\s+/g, ' ')}”`;
  return [
    ...forms.filter(({ title, isMarked }) => isMissed.has(title) || !isMarked).map(formLine),
    ...falseHits.map((hit) => `false hit     ${file}: ${hit}`),
    ...mustNotHits.map((hit) => `look-alike    ${file}: ${hit}`),
    ...byIdentifier.map((hit) => `to be read    ${file}: ${hit}`),
    ...alike.map((hit) => `to be read    ${file}: ${hit}`),
  ];
}
