import { describe, expect, it } from 'vitest';
import { looksLikeTitle, pointsBeside } from './title-like';
import { processorNow } from '../../tests/samples/processor-time';

describe('looksLikeTitle', () => {
  it.each([
    'Fast Model Editing at Scale',
    'tasksource: Structured Dataset Preprocessing Annotations',
    'Meta Pseudo Labels',
    'Reinforcement-Learning',
    'The Best Instruction-Tuning Data are Those That Fit',
    'A Survey of Surveys from 1990 to 2020',
    '大型语言模型的综述与展望 一 二',
  ])('takes "%s"', (text) => {
    expect(looksLikeTitle(text)).toBe(true);
  });

  it.each([
    '',
    'paper',
    'Full Text PDF',
    'Project Page',
    'arXiv:2110.06014v2 [cs.LG]',
    'https://arxiv.org/abs/2110.06014',
    'https://example.org/a/very/long/address',
    '10.1016/j.patter.2023.100729',
    'Laine & Aila (2017)',
    'Tarvaninen & Valpola, 2017',
    'Goodfellow et al. 2014',
    'page 6 of a paper',
    'this ECCV22 paper',
    'Find the paper here',
    '[12] [13] [14]',
    'x'.repeat(1_001),
  ])('leaves "%s"', (text) => {
    expect(looksLikeTitle(text)).toBe(false);
  });

  it('answers at once on a hundred thousand odd characters', () => {
    const started = processorNow();
    for (const unit of ['a ', '(', '& ', ', A', 'x/']) looksLikeTitle(unit.repeat(100_000 / unit.length));
    expect(processorNow() - started).toBeLessThan(1_000);
  });
});

describe('pointsBeside', () => {
  it.each(['', '[PDF]', 'paper', 'arXiv', '2203.05482v1', 'https://arxiv.org/abs/2304.01662'])(
    'takes "%s"',
    (text) => {
      expect(pointsBeside(text)).toBe(true);
    },
  );

  it.each(['[1]', 'Smith 2010', 'Fast Model Editing at Scale'])('leaves "%s"', (text) => {
    expect(pointsBeside(text)).toBe(false);
  });
});
