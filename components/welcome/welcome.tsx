import type { Ref } from 'preact';
import { useMessages } from '../messages';
import type { MessageKey } from '../messages';
import { BrowserKeys } from '../options/keys-part';
import type { BrowserKey } from '../options/ports';
import { VisitedSwitch } from '../options/visited-switch';
import type { SettingsStore } from '../popup/settings-store';

/** Where there are titles to try it on; many, and new ones each day. */
const TO_TRY = 'https://arxiv.org/list/cs.LG/recent';

const POINTS: readonly (readonly [head: MessageKey, body: MessageKey])[] = [
  ['welcome_hover', 'welcome_hover_how'],
  ['welcome_save', 'welcome_save_how'],
  ['welcome_private', 'welcome_private_how'],
];

export interface WelcomeProps {
  readonly browser: 'chromium' | 'firefox';
  readonly keys: readonly BrowserKey[];
  readonly settings: SettingsStore;
  /** A paper that Paperkin knows; null while it is looked up, and where it cannot be. */
  readonly paper: { readonly title: string; readonly href: string } | null;
  /** Gets the link whose text is the title, for whoever marks it as on any page. */
  readonly titleRef: Ref<HTMLAnchorElement>;
}

/** The first page after the installation: what Paperkin does, to be tried at once, and what there is to decide. */
export function Welcome(props: WelcomeProps) {
  const t = useMessages();
  return (
    <div class="pk-base pk-welcome" lang={t('language_tag')}>
      <header>
        <img src="/icons/48.png" alt="" width="40" height="40" />
        <h1>{t('welcome_title')}</h1>
      </header>
      <main>
        <div class="pk-welcome-column">
          <Points />
          <FirstSteps {...props} />
          <Question {...props} />
        </div>
        <Live {...props} />
      </main>
    </div>
  );
}

function Points() {
  const t = useMessages();
  return (
    <ol class="pk-welcome-points">
      {POINTS.map(([head, body]) => (
        <li key={head}>
          <h2>{t(head)}</h2>
          <p>{t(body)}</p>
        </li>
      ))}
    </ol>
  );
}

/** A line as on a page somewhere, with a title in it. */
function Live({ paper, titleRef }: WelcomeProps) {
  const t = useMessages();
  return (
    <section class="pk-welcome-live" aria-label={t('welcome_live')}>
      <p class="pk-hint">{t('welcome_live')}</p>
      <p class="pk-welcome-line">
        {paper === null ? (
          <span class="pk-bar" />
        ) : (
          <a ref={titleRef} href={paper.href} target="_blank" rel="noreferrer">
            {paper.title}
          </a>
        )}
      </p>
    </section>
  );
}

function FirstSteps({ browser, keys }: WelcomeProps) {
  const t = useMessages();
  return (
    <section aria-labelledby="pk-welcome-steps">
      <h2 id="pk-welcome-steps">{t('welcome_steps')}</h2>
      <p>{t(browser === 'firefox' ? 'welcome_pin_firefox' : 'welcome_pin_chromium')}</p>
      <BrowserKeys keys={keys.filter(({ shortcut }) => shortcut !== '')} />
      <p class="pk-buttons">
        <a class="pk-primary" href={TO_TRY} target="_blank" rel="noreferrer">
          {t('welcome_try')}
        </a>
        <a class="pk-secondary" href="library.html#options">
          {t('settings_all')}
        </a>
      </p>
    </section>
  );
}

function Question({ settings }: WelcomeProps) {
  const t = useMessages();
  return (
    <section aria-labelledby="pk-welcome-question">
      <h2 id="pk-welcome-question">{t('welcome_question')}</h2>
      <VisitedSwitch store={settings} />
      <p class="pk-hint">{t('welcome_question_later')}</p>
      <div role="alert">
        {settings.trouble.value !== null && <p class="pk-trouble">{t(settings.trouble.value)}</p>}
      </div>
    </section>
  );
}
