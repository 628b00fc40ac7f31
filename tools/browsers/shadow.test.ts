import { expect, it } from 'vitest';
import { textOf, type ShadowNode } from './shadow';

const text = (data: string): ShadowNode => ({
  name: '#text',
  text: data,
  attributes: {},
  children: [],
  ref: '',
});
const element = (name: string, ...children: ShadowNode[]): ShadowNode => ({
  name,
  text: '',
  attributes: {},
  children,
  ref: '',
});

it('reads blocks as lines, and keeps words together and apart as they are drawn', () => {
  const card = element(
    'section',
    element('style', text('b {}')),
    element('h2', text('A  title\n of two lines')),
    element('p', text('un'), element('b', text('broken')), text(' word')),
    element('div', element('span', text('Kin')), element('span', text('both about kin'))),
    element('button', text('Save')),
  );
  expect(textOf([card])).toBe('A title of two lines\nunbroken word\nKin both about kin\nSave');
});
