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
