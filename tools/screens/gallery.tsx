import type { JSX } from 'preact';
import { render } from 'preact';
import cardCss from '../../components/card.css?inline';
import { Messages, translateFrom } from '../../components/messages';
import type { MessageKey } from '../../components/messages';
import libraryCss from '../../components/library/library.css?inline';
import panelCss from '../../components/popup/in-panel.css?inline';
import popupCss from '../../components/popup/in-popup.css?inline';
import welcomeCss from '../../components/welcome/welcome.css?inline';
import de from '../../locales/de.json';
import en from '../../locales/en.json';
import ja from '../../locales/ja.json';
import zh from '../../locales/zh_CN.json';
import { screenSettled } from './awaited';
import { backupScreens } from './backup-screens';
import { cardScreens } from './card-screens';
import { libraryScreens } from './library-screens';
import { importScreens } from './import-screens';
import { listScreens } from './list-screens';
import { mapScreens } from './map-screens';
import { optionsScreens } from './options-screens';
import { panelScreens, popupScreens } from './popup-screens';

const screens: Readonly<Record<string, () => JSX.Element>> = {
  ...backupScreens,
  ...cardScreens,
  ...libraryScreens,
  ...listScreens,
  ...importScreens,
  ...mapScreens,
  ...optionsScreens,
  ...panelScreens,
  ...popupScreens,
};

const CSS_OF_PAGES: readonly (readonly [names: RegExp, css: string])[] = [
  [/^popup/, popupCss],
  [/^panel/, panelCss],
  [/^(?:library|list|map|options)/, libraryCss],
  [/^welcome/, welcomeCss],
];

/** Where a screen stands: the card in a shadow root on a foreign page, the others in pages of their own. */
function stage(name: string, app: HTMLElement): HTMLElement | ShadowRoot {
  const style = document.createElement('style');
  const pageCss = CSS_OF_PAGES.find(([names]) => names.test(name))?.[1];
  if (pageCss !== undefined) {
    style.textContent = pageCss;
    document.head.append(style);
    return app;
  }
  document.body.style.cssText = 'margin: 20px; background: Canvas; color-scheme: light dark';
  app.style.cssText =
    'font: bold 30px fantasy; color: red; text-align: center; line-height: 3; direction: rtl';
  const host = document.createElement('div');
  app.append(host);
  const root = host.attachShadow({ mode: 'open' });
  style.textContent = `:host { all: initial !important } ${cardCss}`;
  const place = document.createElement('div');
  root.append(style, place);
  return place;
}

/** By the names of their files. */
const CATALOGUES = new Map<string, Readonly<Record<MessageKey, string>>>([
  ['de', de],
  ['en', en],
  ['ja', ja],
  ['zh_CN', zh],
]);

const query = new URLSearchParams(location.search);
const name = query.get('screen');
const catalogue = CATALOGUES.get(query.get('language') ?? 'en') ?? en;
// No catalogue is written from the right yet; the layout must bear one that is.
const direction = query.get('direction') ?? catalogue.language_direction;
const translate = translateFrom({ ...catalogue, language_direction: direction });
const app = document.getElementById('app');
const screen = name === null ? undefined : screens[name];
if (app !== null && name !== null && screen !== undefined) {
  document.title = name;
  document.documentElement.lang = translate('language_tag');
  document.documentElement.dir = direction;
  render(<Messages.Provider value={translate}>{screen()}</Messages.Provider>, stage(name, app));
} else if (app !== null) {
  const links = Object.keys(screens).map((key) => (
    <li key={key}>
      <a href={`?screen=${key}`}>{key}</a>
    </li>
  ));
  render(<ul>{links}</ul>, app);
}
Object.assign(window, { screenNames: Object.keys(screens), screenSettled });
