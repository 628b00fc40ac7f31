import { describe, expect, it } from 'vitest';
import { stem } from './stem';
import { foldCase, WORD_TEXT_MAX, wordsOf } from './words';

const forms = (text: string) => wordsOf(text).map(({ form }) => form);

describe('wordsOf', () => {
  it('joins hyphen compounds and keeps their parts', () => {
    const [word] = wordsOf('Self-supervised');
    expect(word).toMatchObject({ form: 'selfsupervised', parts: ['self', 'supervised'], start: 0, end: 15 });
    expect(wordsOf('fine-tuning')[0]?.stem).toBe(wordsOf('finetuned')[0]?.stem);
  });

  it('keeps the point of a number, drops possessives, folds diacritics and ligatures', () => {
    expect(forms("GPT-3.5 beats Müller's ﬁne naïve model. It ends.")).toEqual([
      'gpt3.5',
      'beats',
      'muller',
      'fine',
      'naive',
      'model',
      'it',
      'ends',
    ]);
  });

  it('tells how a word is written', () => {
    const text = 'On “Naïve” Bayes';
    expect(wordsOf(text).map(({ start, end }) => text.slice(start, end))).toEqual(['On', 'Naïve', 'Bayes']);
  });

  it('cuts text without spaces into pairs', () => {
    expect(forms('对比学习 works')).toEqual(['对比', '比学', '学习', 'works']);
  });

  it('marks stop words', () => {
    expect(wordsOf('the graph').map(({ isStop }) => isStop)).toEqual([true, false]);
  });

  it('bears any text', () => {
    expect(forms('\ud800 !? \udc00')).toEqual([]);
    expect(forms('x'.repeat(100_000))).toEqual([]);
    expect(wordsOf('a '.repeat(100_000)).length).toBe(WORD_TEXT_MAX / 2);
    expect(forms('a-'.repeat(50_000)).length).toBeLessThan(2);
    expect(foldCase('\ud800')).toBe('\ud800');
  });
});

describe('stem', () => {
  it.each([
    ['networks', 'network'],
    ['pretrained', 'pretraining'],
    ['tuned', 'tuning'],
    ['improves', 'improving'],
    ['classes', 'class'],
    ['queries', 'query'],
    ['plugged', 'plugging'],
    ['dance', 'dancing'],
    ['boxes', 'box'],
  ])('%s and %s are one', (a, b) => {
    expect(stem(a)).toBe(stem(b));
  });

  it.each([
    ['supervised', 'supervisor'],
    ['corpus', 'corp'],
    ['string', 'strand'],
    ['need', 'ne'],
  ])('%s and %s are two', (a, b) => {
    expect(stem(a)).not.toBe(stem(b));
  });

  it('leaves short words, numbers and other scripts alone', () => {
    expect(['lms', 'gpt3s', '学习', ''].map(stem)).toEqual(['lms', 'gpt3s', '学习', '']);
  });
});
