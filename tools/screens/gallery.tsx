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
  const pageCss = CSS_OF_PAGES.find(([names]) => names.test(name))?.[1];
  if (pageCss !== undefined) {
    styleOfPage.textContent = pageCss;
    return app;
  }
  document.body.style.cssText = 'margin: 20px; background: Canvas; color-scheme: light dark';
  app.style.cssText =
    'font: bold 30px fantasy; color: red; text-align: center; line-height: 3; direction: rtl';
  const host = document.createElement('div');
  app.append(host);
  const root = host.attachShadow({ mode: 'open' });
  const style = document.createElement('style');
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

const styleOfPage = document.createElement('style');
document.head.append(styleOfPage);
let drawn: { readonly app: HTMLElement; readonly place: HTMLElement | ShadowRoot } | null = null;

/** Takes the last screen away, as if the page had been opened anew. */
function clear(): void {
  if (drawn) render(null, drawn.place);
  drawn?.app.remove();
  drawn = null;
  styleOfPage.textContent = '';
  document.body.style.cssText = '';
  window.scrollTo(0, 0);
}

/** Draws a screen in place of the one before, and settles when it is as it is to be looked at. */
async function drawScreen(name: string, language: string, written?: 'rtl'): Promise<void> {
  clear();
  const screen = screens[name];
  if (!screen) throw new Error(`no screen is called ${name}`);
  const catalogue = CATALOGUES.get(language) ?? en;
  // No catalogue is written from the right yet; the layout must bear one that is.
  const direction = written ?? catalogue.language_direction;
  const translate = translateFrom({ ...catalogue, language_direction: direction });
  document.title = name;
  document.documentElement.lang = translate('language_tag');
  document.documentElement.dir = direction;
  const app = newApp();
  drawn = { app, place: stage(name, app) };
  render(<Messages.Provider value={translate}>{screen()}</Messages.Provider>, drawn.place);
  await screenSettled();
}

/** For a person who opens the gallery. */
function drawContents(): void {
  const links = Object.keys(screens).map((key) => (
    <li key={key}>
      <a href={`?screen=${key}`}>{key}</a>
    </li>
  ));
  const app = newApp();
  drawn = { app, place: app };
  render(<ul>{links}</ul>, app);
}

function newApp(): HTMLElement {
  const app = document.createElement('div');
  app.id = 'app';
  document.body.append(app);
  return app;
}

Object.assign(window, { screenNames: Object.keys(screens), drawScreen });
const query = new URLSearchParams(location.search);
const asked = query.get('screen');
const written = query.get('direction') === 'rtl' ? 'rtl' : undefined;
if (asked === null) drawContents();
else void drawScreen(asked, query.get('language') ?? 'en', written);
