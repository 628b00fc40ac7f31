import { VISITED_CORPUS_ID } from '../../core/visited/visited-corpus';
import { useEffect, useRef } from 'preact/hooks';
import type { RefObject } from 'preact';
import type { CorpusInfo } from '../../core/corpus/corpus-info';
import type { PaperBrief } from '../../core/paper';
import { EmptyState } from '../popup/empty-state';
import { useMessages } from '../messages';
import { MapCardPanel } from './map-card';
import { mapSvg } from './map-svg';
import { MAP_PAPERS_MAX, type MapSource, type MapStore } from './map-store';
import { MapCanvas } from './map-canvas';
import type { Picture } from './picture';

export interface MapScreenProps {
  readonly store: MapStore;
  /** Those whose papers can be shown. */
  readonly corpora: readonly CorpusInfo[];
  readonly onDownload: (fileName: string, text: string) => void;
}

/** Papers as points, placed by kinship. */
export function MapScreen({ store, corpora, onDownload }: MapScreenProps) {
  const t = useMessages();
  const picture = useRef<Picture | null>(null);
  const room = useRef<HTMLDivElement>(null);
  useEffect(() => void store.resume(), []);
  const close = () => {
    store.open(null);
    // The button that had the focus is gone.
    room.current?.querySelector<HTMLElement>('[role=application]')?.focus();
  };
  const open = (paper: PaperBrief) => {
    store.open(paper);
    if (store.current.value !== null) picture.current?.bringIntoSight(store.current.value);
  };
  const current = store.current.value;
  const isOnRight = current !== null && picture.current?.isOnRight(current) === true;
  const isEmpty = store.state.value.kind === 'done' && store.papers.value.length === 0;
  const action = { label: t('try_again'), onClick: () => void store.show() };
  return (
    <section class="pk-map" aria-label={t('map_title')}>
      <MapBar store={store} corpora={corpora} picture={picture} onDownload={onDownload} />
      <div class="pk-map-room" ref={room}>
        {isEmpty && <EmptyState title={t('map_empty')} hint={t('map_empty_hint')} />}
        {store.state.value.kind === 'failed' && (
          <EmptyState title={t('map_failed')} hint={t('failed_hint')} action={action} />
        )}
        <MapCanvas store={store} picture={picture} />
        <MapProgress store={store} />
        <MapCardPanel store={store} isOnRight={isOnRight} onClose={close} onOpen={open} />
      </div>
    </section>
  );
}

interface MapBarProps extends MapScreenProps {
  readonly picture: RefObject<Picture | null>;
}

function MapBar({ store, corpora, picture, onDownload }: MapBarProps) {
  const t = useMessages();
  const hasMap = store.map.value !== null;
  const download = () => {
    const scene = picture.current?.scene();
    const colours = picture.current?.colours();
    if (scene && colours) onDownload('paperkin-map.svg', mapSvg(scene, colours, t('map_title')));
  };
  return (
    <div class="pk-map-bar">
      <label class="pk-map-source">
        <span>{t('map_of')}</span>
        <SourceChoice store={store} corpora={corpora} />
      </label>
      <CountLine store={store} />
      <span class="pk-map-tools">
        <Tool label={t('map_closer')} keys="+" text="+" onClick={() => picture.current?.zoomBy(1)} />
        <Tool label={t('map_farther')} keys="-" text="−" onClick={() => picture.current?.zoomBy(-1)} />
        <button
          type="button"
          class="pk-secondary"
          aria-keyshortcuts="0"
          onClick={() => picture.current?.fit()}
        >
          {t('map_fit')}
        </button>
        <button type="button" class="pk-secondary" disabled={!hasMap} onClick={download}>
          {t('map_export')}
        </button>
      </span>
    </div>
  );
}

const sourceOf = (value: string): MapSource =>
  value === 'list' ? { kind: 'list' } : { kind: 'corpus', id: value.slice('corpus:'.length) };

function SourceChoice({ store, corpora }: Pick<MapScreenProps, 'store' | 'corpora'>) {
  const t = useMessages();
  const source = store.source.value;
  const chosen = source.kind === 'list' ? 'list' : `corpus:${source.id}`;
  return (
    <select value={chosen} onChange={({ currentTarget }) => void store.show(sourceOf(currentTarget.value))}>
      <option value="list">{t('map_reading_list')}</option>
      {corpora.map(({ id, name }) => (
        <option key={id} value={`corpus:${id}`}>
          {id === VISITED_CORPUS_ID ? t('corpus_visited') : name}
        </option>
      ))}
    </select>
  );
}

function CountLine({ store }: Pick<MapScreenProps, 'store'>) {
  const t = useMessages();
  const shown = store.papers.value.length;
  if (shown === 0) return null;
  const count = (value: number) => value.toLocaleString(t('language_tag'));
  const isPart = shown < store.total.value;
  return (
    <p class="pk-hint" title={isPart ? t('map_part_hint', count(MAP_PAPERS_MAX)) : undefined}>
      {isPart ? t('map_part', count(shown), count(store.total.value)) : t('map_all', count(shown))}
    </p>
  );
}

interface ToolProps {
  readonly label: string;
  readonly keys: string;
  readonly text: string;
  readonly onClick: () => void;
}

function Tool({ label, keys, text, onClick }: ToolProps) {
  return (
    <button
      type="button"
      class="pk-secondary pk-map-tool"
      aria-label={label}
      title={`${label} (${keys})`}
      aria-keyshortcuts={keys}
      onClick={onClick}
    >
      {text}
    </button>
  );
}

function MapProgress({ store }: Pick<MapScreenProps, 'store'>) {
  const t = useMessages();
  const state = store.state.value;
  if (state.kind !== 'making') return null;
  const words = {
    opening: 'map_opening',
    reading: 'map_reading',
    comparing: 'map_comparing',
    placing: 'map_placing',
  } as const;
  return (
    <p class="pk-map-progress pk-hint">
      {t(words[state.phase])}
      {(state.phase === 'reading' || state.phase === 'comparing') && (
        <progress value={state.share} aria-label={t(words[state.phase])} />
      )}
    </p>
  );
}
