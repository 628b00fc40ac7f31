import { describe, expect, it } from 'vitest';
import { bytesText, countText, durationText, roughCountText } from './amounts';

describe('amounts', () => {
  it.each([
    [0, '0 bytes'],
    [999, '999 bytes'],
    [145_300, '145 kB'],
    [2_140_000_000, '2.1 GB'],
    [14_200_000_000, '14 GB'],
  ])('%d bytes are %s', (bytes, text) => expect(bytesText(bytes, 'en')).toBe(text));

  it.each([
    [0.2, '1 sec'],
    [59, '59 sec'],
    [61, '2 min'],
    [7_200, '2 hr'],
  ])('%d seconds are %s', (seconds, text) => expect(durationText(seconds, 'en')).toBe(text));

  it('counts with separators, and estimates with two digits', () => {
    expect(countText(2_712_345, 'en')).toBe('2,712,345');
    expect(roughCountText(2_712_345, 'en')).toBe('2,700,000');
  });
});
