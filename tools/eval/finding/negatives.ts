import { foldText } from '../../../core/text/fold';
import type { Evaluation, EvaluationOptions } from '../evaluation';
import { readGold, type NegativeGold } from './gold';
import { readDocument } from './saved-document';
import { scoreNegative } from './score-negatives';
import { withFinder } from './with-finder';

/** The papers found in documents that name none of the bundled ones: `DIR/manifest.jsonl` and `DIR/docs`. */
export async function evaluateNegatives(dir: string, options: EvaluationOptions): Promise<Evaluation> {
  const golds = readGold<NegativeGold>(dir, 'manifest.jsonl');
  const { scores, head } = await withFinder(golds, options, async (gold, finder, bundled) => {
    const papers = await finder.look(readDocument(dir, gold.file));
    const documentKey = foldText(await (await finder.places()).text());
    return scoreNegative(gold, { papers, documentKey }, bundled);
  });
  const falseHits = scores.reduce((sum, score) => sum + score.falseHits.length, 0);
  const unlisted = scores.reduce((sum, score) => sum + score.unlisted.length, 0);
  const listed = golds.reduce((sum, { titlesLarge }) => sum + titlesLarge.length, 0);
  const found = scores.reduce((sum, score) => sum + score.listed, 0);
  const lines = scores.flatMap(({ file, falseHits: hits, unlisted: others }) =>
    hits
      .map((hit) => `false hit     ${file}: ${hit}`)
      .concat(others.map((hit) => `to be read    ${file}: ${hit}`)),
  );
  const total = `all: ${falseHits} false hits in ${golds.length} documents; ${found} of ${listed} listed titles found, ${unlisted} unlisted that stand there`;
  return { lines: [head, ...lines, total], figures: { falseHits, unlisted } };
}
