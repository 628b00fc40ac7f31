import { useEffect } from 'preact/hooks';
import { useMessages } from '../messages';
import { NEWS } from './news';
import type { OptionsStore } from './options-store';

/** The version, the licence, and what is new; whoever sees it has seen it. */
export function AboutPart({ store }: { readonly store: OptionsStore }) {
  const t = useMessages();
  const unseen = store.news.value;
  useEffect(() => void (unseen !== null && void store.noteNewsSeen()), [store, unseen]);
  return (
    <section aria-labelledby="pk-options-about">
      <h2 id="pk-options-about">{t('about_version', store.version)}</h2>
      <p>{t('about_licence')}</p>
      <p class="pk-hint">{t('about_papers')}</p>
      <h3>{t('news_title')}</h3>
      {NEWS.map(({ version, points }) => (
        <section key={version} aria-label={t('news_in', version)}>
          <p class="pk-label">{version}</p>
          <ul class="pk-news">
            {points.map((point) => (
              <li key={point}>{t(point)}</li>
            ))}
          </ul>
        </section>
      ))}
      <p>
        <a class="pk-link" href="welcome.html">
          {t('about_welcome')}
        </a>
      </p>
    </section>
  );
}
