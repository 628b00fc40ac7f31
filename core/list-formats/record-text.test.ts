import { expect, it } from 'vitest';
import { isRecordText } from './record-text';

it.each([
  '@article{a, title={B}}',
  '% by hand\n\n @inproceedings {b,',
  'TY  - JOUR\nTI  - A',
  '[ {"title": "A"}]',
  '{"paperkin":"list"',
])('takes %j for records', (text) => expect(isRecordText(text)).toBe(true));
it.each([
  '',
  '@',
  'A title',
  '[2110.11309] A title',
  '{A} title',
  'https://arxiv.org/abs/2110.11309',
  'Type theory',
])('takes %j for a name', (text) => expect(isRecordText(text)).toBe(false));
