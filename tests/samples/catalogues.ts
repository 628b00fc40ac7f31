import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { MessageKey } from '../../components/messages';

const FOLDER = resolve(import.meta.dirname, '../../locales');

/** Every file of `locales/` with its messages, so that a new language is tested without being named in a test. */
export const CATALOGUES: readonly (readonly [
  file: string,
  messages: Readonly<Record<MessageKey, string>>,
])[] = readdirSync(FOLDER).map((file) => [
  file,
  JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as Record<MessageKey, string>,
]);
