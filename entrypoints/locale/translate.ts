import { browser } from 'wxt/browser';
import type { Translate } from '../../components/messages';

/** WXT types one overload for each key; the locales' own test keeps keys and substitutions in step. */
const getMessage = browser.i18n.getMessage as (key: string, substitutions: string[]) => string;

/** The words of the browser's language, in pages of our own and in the background. */
export const translate: Translate = (key, ...substitutions) => getMessage(key, [...substitutions]);
