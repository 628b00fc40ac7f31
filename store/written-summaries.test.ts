import { describe, expect, it } from 'vitest';
import { shelf } from '../tests/samples/shelf';
import { WrittenSummaries } from './written-summaries';

const paper = (id: string, abstract = 'We study it.') => ({ id, abstract });

function refuse(): never {
  throw new Error('QuotaExceededError');
}

describe('WrittenSummaries', () => {
  it('keeps one for each paper and wording of its abstract', () => {
    const kept = new WrittenSummaries(shelf());
    kept.keep(paper('a'), 'About a.');
    kept.keep(paper('b'), 'About b.');
    kept.keep(paper('a', 'We study it again.'), 'About the new a.');
    expect(kept.find(paper('a'))).toBe('About a.');
    expect(kept.find(paper('b'))).toBe('About b.');
    expect(kept.find(paper('a', 'We study it again.'))).toBe('About the new a.');
    expect(kept.find(paper('a', 'Something else.'))).toBeNull();
  });

  it('lets the oldest go, and keeps what was written last of one', () => {
    const kept = new WrittenSummaries(shelf());
    for (let at = 0; at < 200; at += 1) kept.keep(paper(String(at)), `About ${at}.`);
    kept.keep(paper('0'), 'About 0, anew.');
    kept.keep(paper('one more'), 'About one more.');
    expect(kept.find(paper('0'))).toBe('About 0, anew.');
    expect(kept.find(paper('1'))).toBeNull();
    expect(kept.find(paper('2'))).toBe('About 2.');
  });

  it('bounds what it keeps', () => {
    const store = shelf();
    const kept = new WrittenSummaries(store);
    for (let at = 0; at < 300; at += 1) kept.keep(paper(String(at)), 'x'.repeat(100_000));
    expect([...store.all.values()].join('').length).toBeLessThan(300_000);
  });

  it('forgets all', () => {
    const store = shelf();
    const kept = new WrittenSummaries(store);
    kept.keep(paper('a'), 'About a.');
    kept.clear();
    expect(kept.find(paper('a'))).toBeNull();
    expect(store.all.size).toBe(0);
  });

  it.each(['', '{', '7', '{"a":1}', '[1,["a"],["a",2],null]'])('is empty where %j is kept', (odd) => {
    const store = shelf();
    store.all.set('written-summaries', odd);
    const kept = new WrittenSummaries(store);
    expect(kept.find(paper('a'))).toBeNull();
    kept.keep(paper('a'), 'About a.');
    expect(kept.find(paper('a'))).toBe('About a.');
  });

  it('does without a storage that refuses', () => {
    const kept = new WrittenSummaries({ getItem: refuse, setItem: refuse, removeItem: refuse });
    expect(() => kept.keep(paper('a'), 'About a.')).not.toThrow();
    expect(() => kept.clear()).not.toThrow();
    expect(kept.find(paper('a'))).toBeNull();
  });
});
