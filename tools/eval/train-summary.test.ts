import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { viewOf } from '../../core/summary/abstract-view';
import { abstractSentences } from '../../core/summary/abstract-sentences';
import { formScores } from '../../core/summary/rank';
import { weightsOf, type WeightsFile } from '../../core/summary/weights';
import { trainSummaryWeights } from './train-summary';

const folder = mkdtempSync(join(tmpdir(), 'train-summary-'));
afterAll(() => rmSync(folder, { recursive: true }));

const THINGS = ['maps', 'plans', 'charts', 'letters', 'shirts', 'tents', 'boats', 'roads'];
const cases = THINGS.flatMap((thing) => [
  {
    title: `Folding ${thing}`,
    source: [
      `People need ${thing} every day.`,
      `We propose to fold ${thing} with small graphs.`,
      `They use ${thing} a lot.`,
    ],
    target: [`A way to fold ${thing} with graphs.`],
  },
  {
    title: `Drying ${thing}`,
    source: [`Wet ${thing} are a problem.`, `We present a dryer of ${thing}.`, `Some ${thing} stay wet.`],
    target: [`A dryer of ${thing}.`],
  },
]);
const data = join(folder, 'data.jsonl');
writeFileSync(data, cases.map((one) => JSON.stringify(one)).join('\n'));

function train(name: string): string {
  const target = join(folder, name);
  trainSummaryWeights([data], target);
  return readFileSync(target, 'utf8');
}

describe('train-summary', () => {
  const first = train('a.json');

  it('makes the same bytes of the same data', () => {
    expect(train('b.json')).toBe(first);
  });

  it('learns to choose what people chose, of things it has not seen', () => {
    const weights = weightsOf(JSON.parse(first) as WeightsFile);
    const abstract =
      'People need hats every day. We propose to fold hats with small graphs. They use hats a lot.';
    const view = viewOf('Folding hats', abstractSentences(abstract));
    const scores = formScores(view, weights);
    expect(scores.every(Number.isFinite)).toBe(true);
    expect(view.forms[scores.indexOf(Math.max(...scores))]?.text).toMatch(/^We propose to fold hats/);
  });

  it('says what it was made of', () => {
    expect(JSON.parse(first)).toMatchObject({
      provenance: {
        examples: 16,
        seed: 1,
        data: [{ file: 'data.jsonl', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string }],
      },
    });
  });
});

it('keeps the weights that ship small', () => {
  expect(readFileSync(join(import.meta.dirname, '../../core/summary/weights.json')).length).toBeLessThan(
    100_000,
  );
});
