import { expect, it } from 'vitest';
import { withSection } from './sections';

it('puts sections in and leaves the others as they are', () => {
  const one = withSection('', '# Page\n', 'summaries', '## Summaries\n\n| a |\n');
  const two = withSection(one, '# Page\n', 'kin', '## Kin\n');
  expect(two).toContain('<!-- begin kin -->\n\n## Kin\n\n<!-- end kin -->\n\n<!-- begin summaries -->');
  const again = withSection(two, '# Page\n', 'kin', '## Kin, anew');
  expect(again).toContain('## Summaries\n\n| a |');
  expect(again).toContain('## Kin, anew');
  expect(again).not.toContain('## Kin\n');
  expect(withSection(again, '# Page\n', 'kin', '## Kin, anew')).toBe(again);
});
