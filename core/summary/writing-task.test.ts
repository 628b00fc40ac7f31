import { describe, expect, it } from 'vitest';
import { writingTask, writtenLine } from './writing-task';

const ENGLISH = 'We show that the weights of models can be averaged for the better. '.repeat(4);

describe('writingTask', () => {
  it('is the abstract, with the title as what to know of it', () => {
    const task = writingTask({ title: 'Model soups', abstract: ENGLISH });
    expect(task?.text).toBe(ENGLISH);
    expect(task?.context).toContain('“Model soups”');
  });

  it.each([
    ['no abstract', null],
    ['a short one', 'We average the weights.'],
    [
      'one in German',
      'Wir zeigen, dass man die Gewichte mehrerer Modelle mitteln kann und dabei bessere Ergebnisse erhält. '.repeat(
        3,
      ),
    ],
    ['one in Chinese', '我们证明多个模型的权重可以取平均,从而得到更好的结果。'.repeat(10)],
  ])('is none for %s', (_what, abstract) => {
    expect(writingTask({ title: 'T', abstract })).toBeNull();
  });

  it('hands on no more than a model takes, and no half of a character', () => {
    const abstract = `${ENGLISH.repeat(40).slice(0, 7_999)}\u{1f35c}${ENGLISH}`;
    const task = writingTask({ title: '\u{1f35c}'.repeat(5_000), abstract });
    expect(task?.text).toHaveLength(7_999);
    expect(task?.context.length).toBeLessThan(400);
    expect(`${task?.text}${task?.context}`).not.toMatch(/\p{Cs}/u);
  });
});

describe('writtenLine', () => {
  it('is one line', () => {
    expect(writtenLine('\n It averages\n\nweights. ')).toEqual({
      text: 'It averages weights. ',
      isFull: false,
    });
  });

  it('ends where a model does not', () => {
    const { text, isFull } = writtenLine('on and on '.repeat(1_000));
    expect(isFull).toBe(true);
    expect(text.length).toBeLessThanOrEqual(600);
    expect(text.endsWith('…')).toBe(true);
  });
});
