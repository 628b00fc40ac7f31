// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, it, vi } from 'vitest';
import en from '../../locales/en.json';
import { Messages, translateFrom } from '../messages';
import { Welcome, type WelcomeProps } from './welcome';

afterEach(() => {
  act(() => render(null, document.body));
  document.body.replaceChildren();
});

function open(changes: Partial<WelcomeProps> = {}) {
  const props: WelcomeProps = {
    browser: 'chromium',
    keys: [
      { name: 'a', description: 'Look', shortcut: 'Alt+K' },
      { name: 'b', description: 'Unset', shortcut: '' },
    ],
    paper: null,
    titleRef: null,
    ...changes,
  };
  act(() =>
    render(
      <Messages.Provider value={translateFrom(en)}>
        <Welcome {...props} />
      </Messages.Provider>,
      document.body,
    ),
  );
}
const text = () => document.body.textContent ?? '';

it('hands out the link whose one text is the title, once it is known', () => {
  const titleRef = vi.fn<(link: HTMLAnchorElement | null) => void>();
  open({ titleRef });
  expect(titleRef).not.toHaveBeenCalled();
  open({ titleRef, paper: { title: 'On One', href: 'https://arxiv.org/abs/1' } });
  const [link] = titleRef.mock.calls[0] as [HTMLAnchorElement];
  expect(link.firstChild).toBeInstanceOf(Text);
  expect([link.textContent, link.getAttribute('href')]).toEqual(['On One', 'https://arxiv.org/abs/1']);
});

it('says how to pin the button in this browser, and the keys that are set', () => {
  open();
  expect(text()).toContain(en.welcome_pin_chromium);
  expect(text()).toContain('LookAlt+K');
  expect(text()).not.toContain('Unset');
  open({ browser: 'firefox' });
  expect(text()).toContain(en.welcome_pin_firefox);
});
