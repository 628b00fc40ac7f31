import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type en from '../locales/en.json';

export type MessageKey = keyof typeof en;

/** Looks a message up in the reader's language; `$1`, `$2` in it are replaced by the substitutions. */
export type Translate = (key: MessageKey, ...substitutions: readonly string[]) => string;

export const Messages = createContext<Translate>((key) => key);

export function useMessages(): Translate {
  return useContext(Messages);
}

/** A translation from a locale file, filled in the way `browser.i18n.getMessage` does: for tests and screens. */
export function translateFrom(messages: Readonly<Record<MessageKey, string>>): Translate {
  return (key, ...substitutions) =>
    messages[key].replace(/\$([1-9])/g, (_, digit: string) => substitutions[Number(digit) - 1] ?? '');
}

/** Stands in a message for something that is not text; a private-use character, so no translation holds it. */
const SLOT = '\uE000';

/** A message with one substitution as the text before and after it, so that an element can stand in its place. */
export function aroundSlot(translate: Translate, key: MessageKey): readonly [before: string, after: string] {
  const [before = '', after = ''] = translate(key, SLOT).split(SLOT);
  return [before, after];
}
