// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { createClosedHost, ownProperty } from './closed-host';

it('hangs a closed root on an element of ours', () => {
  const host = createClosedHost(document, 'our-host', 'div { color: red }');
  expect(host?.element.shadowRoot).toBeNull();
  expect(host?.root.textContent).toBe('div { color: red }');
});

it('makes none where the page has given the tag a class, which could look into its root', () => {
  customElements.define('taken-host', class extends HTMLElement {});
  expect(createClosedHost(document, 'taken-host', '')).toBeNull();
});

it('gives our custom properties names that no page can know', () => {
  const host = createClosedHost(document, 'own-names', ':host { --pk-ink: red } p { color: var(--pk-ink) }');
  const name = ownProperty('--pk-ink');
  expect(name).toMatch(/^--\d+-\d+-ink$/);
  expect(host?.root.textContent).toBe(`:host { ${name}: red } p { color: var(${name}) }`);
});
