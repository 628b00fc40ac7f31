import { useLayoutEffect, useRef } from 'preact/hooks';
import type { CardData } from '../../core/card';
import { httpUrl, pdfLink } from '../../core/identity/links';
import type { ReadingListEntry } from '../../core/reading-list/entry';
import { CloseIcon } from '../icons';
import { KinList } from '../kin-list';
import { dateText } from '../library/amounts';
import { useMessages } from '../messages';
import { PaperActions } from '../paper-actions';
import { Byline, TitleLink, useTitle } from '../paper-text';
import { SummaryText, useLonger } from '../summary-text';
import { StarButton } from './entry-row';
import { EntryVersions } from './entry-versions';
import type { ListStore } from './list-store';
import { NoteEditor } from './note-editor';
import { PriorityChoice } from './priority-choice';
import { TagField } from './tag-field';
import { WaysOut } from './ways-out';

const PANEL_KIN_MAX = 6;

/** One paper beside the list: what it does, its kin and, where it is on the list, what the reader made of it. */
export function EntryPanel({ store }: { readonly store: ListStore }) {
  const t = useMessages();
  const id = store.openId.value;
  const card = store.card.value;
  const entry = store.openEntry.value;
  const data = card.kind === 'ready' ? card.data : null;
  const paper = entry?.paper ?? data?.paper ?? null;
  const title = useTitle(paper?.title ?? null);
  const longer = useLonger(id ?? '');
  if (id === null) return null;
  return (
    <article class="pk-entry-panel" aria-label={title} aria-busy={card.kind === 'loading'} tabIndex={-1}>
      <header class="pk-card-head">
        <h2 class="pk-title">{paper && <TitleLink paper={paper} />}</h2>
        <button
          type="button"
          class="pk-icon-button"
          aria-label={t('card_close')}
          title={`${t('card_close')} (Escape)`}
          onClick={() => void store.open(null)}
        >
          <CloseIcon />
        </button>
      </header>
      {paper && <Byline facts={paper} />}
      {card.kind === 'failed' && <p class="pk-hint">{t('failed')}</p>}
      {data && <Actions store={store} data={data} entry={entry} />}
      {entry && <EntryVersions key={`${id} versions`} store={store} entry={entry} />}
      {data && <SummaryText data={data} longer={longer} />}
      {entry && <OwnFacts key={id} store={store} entry={entry} />}
      {entry && <WaysOut store={store} entries={[entry]} />}
      {data && <KinList data={data} limit={PANEL_KIN_MAX} onOpen={(paperId) => void store.open(paperId)} />}
      {entry && <KinOrderButton store={store} entry={entry} />}
      {entry && <Times entry={entry} />}
    </article>
  );
}

const CLICKS = ['click', 'auxclick'] as const;

interface ActionsProps {
  readonly store: ListStore;
  readonly data: CardData;
  readonly entry: ReadingListEntry | null;
}

function Actions({ store, data, entry }: ActionsProps) {
  const { paper } = data;
  const region = useRef<HTMLDivElement>(null);
  const latest = useRef(entry);
  latest.current = entry;
  useLayoutEffect(() => {
    // The links are the paper's text, or lead to it; which of them was taken, and with which button, makes no difference.
    const noteOpened = ({ target, button }: MouseEvent) => {
      const link = target instanceof Element ? target.closest('a') : null;
      // The right button opens a menu.
      if (!link || !latest.current || button > 1) return;
      if (link.href === pdfLink(latest.current.paper)) void store.notePdfOpened(latest.current);
      else void store.noteOpened(latest.current.paper.id);
    };
    for (const kind of CLICKS) region.current?.addEventListener(kind, noteOpened);
  }, []);
  return (
    <div ref={region}>
      <PaperActions
        key={paper.id}
        paper={paper}
        status={entry?.status ?? null}
        saving={store.trouble.value === 'save_failed' ? 'failed' : 'idle'}
        onSave={() => void store.save(paper.id)}
        onStatus={(status) => entry && void store.edit('status', [entry], { status })}
      />
    </div>
  );
}

interface OwnFactsProps {
  readonly store: ListStore;
  readonly entry: ReadingListEntry;
}

function OwnFacts({ store, entry }: OwnFactsProps) {
  const t = useMessages();
  return (
    <section class="pk-own" aria-label={t('list_own')}>
      <div class="pk-own-line">
        <StarButton store={store} entry={entry} />
        <PriorityChoice
          value={entry.priority}
          onChange={(priority) => void store.edit('priority', [entry], { priority })}
        />
      </div>
      <TagEditor store={store} entry={entry} />
      <NoteEditor store={store} entry={entry} />
    </section>
  );
}

function TagEditor({ store, entry }: OwnFactsProps) {
  const t = useMessages();
  return (
    <div class="pk-tag-editor">
      {entry.tags.map((tag) => (
        <span class="pk-tag" key={tag} dir="auto">
          {tag}
          <button
            type="button"
            class="pk-icon-button"
            aria-label={t('list_untag_one', tag)}
            title={t('list_untag_one', tag)}
            onClick={() => void store.edit('tags', [entry], { removeTags: [tag] })}
          >
            <CloseIcon />
          </button>
        </span>
      ))}
      <TagField store={store} onAdd={(tag) => void store.edit('tags', [entry], { addTags: [tag] })} />
    </div>
  );
}

function KinOrderButton({ store: { rows }, entry: { paper } }: OwnFactsProps) {
  const t = useMessages();
  return (
    <button
      type="button"
      class="pk-secondary pk-kin-order"
      aria-pressed={rows.view.value.kinTo === paper.id}
      aria-keyshortcuts="k"
      onClick={() => rows.toggleKin(paper.id)}
    >
      {t('list_kin_sort')} <kbd aria-hidden="true">k</kbd>
    </button>
  );
}

function Times({ entry }: { readonly entry: ReadingListEntry }) {
  const t = useMessages();
  const day = (time: number) => dateText(time, t('language_tag'));
  const source = httpUrl(entry.sourceUrl);
  return (
    <p class="pk-hint pk-small">
      {t('list_added', day(entry.addedAt))}
      {entry.statusAt !== entry.addedAt && ` · ${t('list_status_at', day(entry.statusAt))}`}
      {entry.openedAt !== null && ` · ${t('list_opened_at', day(entry.openedAt))}`}
      {source !== null && (
        <>
          {' · '}
          <a href={source} target="_blank" rel="noopener noreferrer">
            {t('list_saved_from', new URL(source).host)}
          </a>
        </>
      )}
    </p>
  );
}
