// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { createClosedHost } from './closed-host';

it('hangs a closed root on an element of ours', () => {
  const host = createClosedHost(document, 'our-host', 'div { color: red }');
  expect(host?.element.shadowRoot).toBeNull();
  expect(host?.root.textContent).toBe('div { color: red }');
});

it('makes none where the page has given the tag a class, which could look into its root', () => {
  customElements.define('taken-host', class extends HTMLElement {});
  expect(createClosedHost(document, 'taken-host', '')).toBeNull();
});
