import { computed, signal } from '@preact/signals';
import type { CardData } from '../../core/card';
import type { MapNews } from '../../core/map/make-map';
import type { MapPaper, PaperMap } from '../../core/map/paper-map';
import type { PaperId } from '../../core/paper';
import type { ReadingListEntry, ReadingStatus } from '../../core/reading-list/entry';
import type { Answer } from '../popup/ports';
import type { Write } from '../written/writer';
import type { ShownPaper } from './scene';

/** Of a larger corpus the last so many are shown, which in arXiv's own file are the newest. */
export const MAP_PAPERS_MAX = 10_000;

/** Whose papers the map shows. */
export type MapSource = { readonly kind: 'list' } | { readonly kind: 'corpus'; readonly id: string };

/** What comes while a map is made: its papers, words on how far it is, pictures. */
export type MapPart =
  | { readonly kind: 'papers'; readonly papers: readonly ShownPaper[]; readonly total: number }
  | MapNews;

export type MapOutcome =
  | { readonly kind: 'done'; readonly map: PaperMap }
  | { readonly kind: 'cancelled' | 'gone' | 'failed' };

/** Everything the map asks of the world. None of these reject. */
export interface MapPorts {
  /** One at a time: another call gives the one before up. `papers` are those of the reading list, last added first. */
  readonly makeMap: (
    from: { readonly corpusId: string } | { readonly papers: readonly MapPaper[] },
    onPart: (part: MapPart) => void,
  ) => Promise<MapOutcome>;
  readonly list: () => Promise<Answer<readonly ReadingListEntry[]>>;
  readonly card: (paperId: PaperId) => Promise<Answer<CardData>>;
  readonly save: (paperId: PaperId) => Promise<Answer<ReadingListEntry>>;
  readonly setStatus: (paperId: PaperId, status: ReadingStatus) => Promise<Answer<ReadingListEntry>>;
  readonly write: Write;
}

export type MapState =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'making';
      readonly phase: 'opening' | 'reading' | 'comparing' | 'placing';
      readonly share: number;
    }
  | { readonly kind: 'done' }
  | { readonly kind: 'failed' };

export type MapCard =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly data: CardData }
  | { readonly kind: 'failed' };

/** The map as the page shows it, and the paper that is looked at. */
export class MapStore {
  readonly source = signal<MapSource>({ kind: 'corpus', id: 'bundled' });
  readonly state = signal<MapState>({ kind: 'idle' });
  readonly papers = signal<readonly ShownPaper[]>([]);
  /** Papers of the source, of which some may be left out. */
  readonly total = signal(0);
  readonly map = signal<PaperMap | null>(null);
  readonly statuses = signal<ReadonlyMap<PaperId, ReadingStatus>>(new Map());
  /** The paper whose card is open; a kin of one on the map need not be on it. */
  readonly opened = signal<Pick<ShownPaper, 'id' | 'title'> | null>(null);
  /** Its place among the papers: there it is drawn out with its kin. */
  readonly current = computed(() => {
    const at = this.papers.value.findIndex(({ id }) => id === this.opened.value?.id);
    return at === -1 ? null : at;
  });
  readonly card = signal<MapCard | null>(null);
  readonly saving = signal<'idle' | 'saving' | 'failed'>('idle');
  readonly #ports: MapPorts;
  #run = 0;

  constructor(ports: MapPorts) {
    this.#ports = ports;
  }

  /** Makes the map of the source anew. */
  async show(source: MapSource = this.source.value): Promise<void> {
    this.#run += 1;
    const run = this.#run;
    this.source.value = source;
    this.state.value = { kind: 'making', phase: 'opening', share: 0 };
    this.map.value = null;
    this.papers.value = [];
    this.total.value = 0;
    this.open(null);
    const list = await this.#ports.list();
    if (run !== this.#run) return;
    const entries = list.ok ? list.value : [];
    this.#takeStatuses(entries);
    if (source.kind === 'list' && !list.ok) {
      this.state.value = { kind: 'failed' };
      return;
    }
    const from =
      source.kind === 'list' ? { papers: entries.map(({ paper }) => paper) } : { corpusId: source.id };
    const outcome = await this.#ports.makeMap(from, (part) => run === this.#run && this.#take(part));
    if (run !== this.#run) return;
    if (outcome.kind === 'done') this.map.value = outcome.map;
    this.state.value = outcome.kind === 'done' ? { kind: 'done' } : { kind: 'failed' };
  }

  /** The map comes into sight, perhaps again: what was saved elsewhere meanwhile has its glyph. */
  async resume(): Promise<void> {
    if (this.state.value.kind === 'idle') return this.show();
    const list = await this.#ports.list();
    if (!list.ok) return;
    this.#takeStatuses(list.value);
    if (this.source.value.kind !== 'list') return;
    const shown = new Set(this.papers.value.map(({ id }) => id));
    const isShown = ({ paper }: ReadingListEntry) => shown.has(paper.id);
    const isSame =
      this.total.value === list.value.length && list.value.slice(0, MAP_PAPERS_MAX).every(isShown);
    if (!isSame) await this.show();
  }

  #takeStatuses(entries: readonly ReadingListEntry[]): void {
    this.statuses.value = new Map(entries.map(({ paper, status }) => [paper.id, status]));
  }

  #take(part: MapPart): void {
    if (part.kind === 'papers') {
      this.papers.value = part.papers;
      this.total.value = part.total;
    } else if (part.kind === 'picture') {
      this.map.value = part.map;
      this.state.value = { kind: 'making', phase: 'placing', share: 0 };
    } else this.state.value = { kind: 'making', phase: part.kind, share: part.share };
  }

  statusOf(paper: number): ReadingStatus | null {
    const id = this.papers.value[paper]?.id;
    return (id !== undefined && this.statuses.value.get(id)) || null;
  }

  /** Opens the card of a paper, or closes it. */
  open(paper: Pick<ShownPaper, 'id' | 'title'> | null): void {
    if (paper !== null && paper.id === this.opened.value?.id) return;
    this.opened.value = paper;
    this.saving.value = 'idle';
    this.card.value = paper === null ? null : { kind: 'loading' };
    if (paper !== null) void this.#loadCard(paper.id);
  }

  /** The same for a paper of the map by its place. */
  select(paper: number | null): void {
    this.open(paper === null ? null : (this.papers.value[paper] ?? null));
  }

  async #loadCard(id: PaperId): Promise<void> {
    const answer = await this.#ports.card(id);
    if (this.opened.value?.id !== id) return;
    this.card.value = answer.ok ? { kind: 'ready', data: answer.value } : { kind: 'failed' };
  }

  get write(): Write {
    return this.#ports.write;
  }

  save(): Promise<void> {
    return this.#write((id) => this.#ports.save(id));
  }

  setStatus(status: ReadingStatus): Promise<void> {
    return this.#write((id) => this.#ports.setStatus(id, status));
  }

  async #write(write: (id: PaperId) => Promise<Answer<ReadingListEntry>>): Promise<void> {
    const shown = this.card.value;
    if (shown?.kind !== 'ready') return;
    const { id } = shown.data.paper;
    this.saving.value = 'saving';
    const answer = await write(id);
    const isStillShown = this.card.value?.kind === 'ready' && this.card.value.data.paper.id === id;
    if (answer.ok) {
      const { status } = answer.value;
      this.statuses.value = new Map(this.statuses.value).set(id, status);
      if (isStillShown) this.card.value = { kind: 'ready', data: { ...shown.data, status } };
    }
    if (isStillShown) this.saving.value = answer.ok ? 'idle' : 'failed';
  }
}
