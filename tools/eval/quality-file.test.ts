import { expect, it } from 'vitest';
import { withSection } from './quality-file';

it('puts sections in and leaves the others as they are', () => {
  const one = withSection('', 'summaries', '## Summaries\n\n| a |\n');
  const two = withSection(one, 'kin', '## Kin\n');
  expect(two).toContain('<!-- begin kin -->\n\n## Kin\n\n<!-- end kin -->\n\n<!-- begin summaries -->');
  const again = withSection(two, 'kin', '## Kin, anew');
  expect(again).toContain('## Summaries\n\n| a |');
  expect(again).toContain('## Kin, anew');
  expect(again).not.toContain('## Kin\n');
  expect(withSection(again, 'kin', '## Kin, anew')).toBe(again);
});
