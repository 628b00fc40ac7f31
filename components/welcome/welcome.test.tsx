// @vitest-environment jsdom
import { signal } from '@preact/signals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, it, vi } from 'vitest';
import en from '../../locales/en.json';
import { fakePorts } from '../../tests/popup/fake-ports';
import { Messages, translateFrom } from '../messages';
import { SettingsStore } from '../popup/settings-store';
import { Welcome, type WelcomeProps } from './welcome';

afterEach(() => {
  act(() => render(null, document.body));
  document.body.replaceChildren();
});

async function open(changes: Partial<WelcomeProps> = {}) {
  const ports = fakePorts();
  const settings = new SettingsStore(ports, signal(null));
  await settings.load();
  const props: WelcomeProps = {
    browser: 'chromium',
    keys: [
      { name: 'a', description: 'Look', shortcut: 'Alt+K' },
      { name: 'b', description: 'Unset', shortcut: '' },
    ],
    settings,
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
  return ports;
}
const text = () => document.body.textContent ?? '';

it('hands out the link whose one text is the title, once it is known', async () => {
  const titleRef = vi.fn<(link: HTMLAnchorElement | null) => void>();
  await open({ titleRef });
  expect(titleRef).not.toHaveBeenCalled();
  await open({ titleRef, paper: { title: 'On One', href: 'https://arxiv.org/abs/1' } });
  const [link] = titleRef.mock.calls[0] as [HTMLAnchorElement];
  expect(link.firstChild).toBeInstanceOf(Text);
  expect([link.textContent, link.getAttribute('href')]).toEqual(['On One', 'https://arxiv.org/abs/1']);
});

it('says how to pin the button in this browser, and the keys that are set', async () => {
  await open();
  expect(text()).toContain(en.welcome_pin_chromium);
  expect(text()).toContain('LookAlt+K');
  expect(text()).not.toContain('Unset');
  await open({ browser: 'firefox' });
  expect(text()).toContain(en.welcome_pin_firefox);
});

it('takes silence for a no', async () => {
  const ports = await open();
  const question = document.querySelector<HTMLInputElement>('[role=switch]');
  expect(question?.checked).toBe(false);
  expect(ports.changeSettings).not.toHaveBeenCalled();
  question?.click();
  expect(ports.changeSettings).toHaveBeenCalledWith({ keepVisited: true });
});
