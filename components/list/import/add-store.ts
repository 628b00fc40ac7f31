import { computed, signal } from '@preact/signals';
import {
  NAMINGS_MAX,
  namingsOfLinks,
  namingsOfText,
  withTitle,
  type NamedLink,
  type Naming,
} from '../../../core/identity/naming';
import { paperOfMention } from '../../../core/identity/paper-id';
import { isRecordText } from '../../../core/list-formats/record-text';
import { previewImport, type ListPreview } from '../../../core/list-formats/preview';
import type { Mention } from '../../../core/match/mention';
import type { Paper, PaperId } from '../../../core/paper';
import { checkedMarks } from '../../../core/reading-list/stated-marks';
import type { SearchHit } from '../../../core/search/hit';
import type { ListStore } from '../list-store';
import { inTurns } from './in-turns';
import type { ListImportStore } from './list-import-store';
import type { ListImportPorts } from './ports';
import { tagsIn } from './tags-text';

/** A paper that the reader named, as far as it is known. */
export interface NamedPaper {
  readonly naming: Exclude<Naming, { readonly kind: 'none' }>;
  /** As a corpus or the list knows it; null where none does. */
  readonly known: Paper | null;
  readonly isListed: boolean;
  /** What is typed as its title where it is not known. */
  readonly title: string;
  readonly isTaken: boolean;
}

export type AddState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'looking' }
  /** The browser or the reader did not let the tabs be seen. */
  | { readonly kind: 'refused' }
  | { readonly kind: 'failed' }
  | {
      readonly kind: 'named';
      readonly papers: readonly NamedPaper[];
      /** For a title that is not known: known papers that it may mean. */
      readonly hits: readonly SearchHit[];
      /** Addresses that tell no paper. */
      readonly untold: readonly string[];
    }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly fresh: number; readonly others: number; readonly isWhole: boolean };

const HITS_MAX = 5;
const CARDS_AT_ONCE = 4;

/** Papers that the reader names one by one: by what is typed or pasted, by links, by tabs. They are shown before they are saved. */
export class AddStore {
  readonly state = signal<AddState>({ kind: 'idle' });
  readonly tags = signal('');
  readonly note = signal('');
  readonly canSave = computed(() => this.#papers.some((each) => each.isTaken && paperToSave(each) !== null));
  readonly #ports: ListImportPorts;
  readonly #now: () => number;
  #token = 0;
  /** The hit that is being looked up, if one is: what is saved meanwhile is to be that one. */
  #choosing: Promise<void> = Promise.resolve();

  constructor(
    ports: ListImportPorts,
    readonly list: ListStore,
    readonly imports: ListImportStore,
  ) {
    this.#ports = ports;
    this.#now = list.files.now;
  }

  /** What a text names is shown; records (BibTeX, RIS, …) go the way of files. `name` is what the text is called then. */
  async take(text: string, name: string): Promise<void> {
    if (isRecordText(text)) {
      this.dismiss();
      return this.imports.offer(new Blob([text]), name);
    }
    return this.#look(namingsOfText(text));
  }

  takeLinks(links: readonly NamedLink[]): Promise<void> {
    return this.#look(namingsOfLinks(links));
  }

  /** In the turn of a click. */
  async takeTabs(): Promise<void> {
    const token = ++this.#token;
    const asking = this.#ports.openTabs();
    this.state.value = { kind: 'looking' };
    const tabs = await asking;
    if (token !== this.#token) return;
    if (tabs === null) this.state.value = { kind: 'refused' };
    else {
      const named = namingsOfLinks(tabs.map(({ url, title }) => ({ href: url, title })));
      // A tab that only has a title may be anything; in a link that is dragged here the reader saw a paper.
      await this.#look(named.filter(({ kind }) => kind !== 'title' && kind !== 'none'));
    }
  }

  async #look(namings: readonly Naming[]): Promise<void> {
    if (this.state.value.kind === 'saving') return;
    this.imports.dismiss();
    const token = ++this.#token;
    this.tags.value = '';
    this.note.value = '';
    this.state.value = { kind: 'looking' };
    const told = namings.filter((each) => each.kind !== 'none').slice(0, NAMINGS_MAX);
    const papers = await this.#known(told);
    const [only] = papers ?? [];
    const isTitle = only?.naming.kind === 'title' && only.known === null && told.length === 1;
    const hits = isTitle ? await this.#hits(only.naming.said) : [];
    if (token !== this.#token) return;
    const untold = namings.flatMap(({ kind, said }) => (kind === 'none' ? said : []));
    this.state.value = papers ? { kind: 'named', papers, hits, untold } : { kind: 'failed' };
  }

  /** Each paper once, with what is known of it; null where the background does not answer. */
  async #known(namings: readonly NamedPaper['naming'][]): Promise<readonly NamedPaper[] | null> {
    const reply = await this.#ports.resolve(namings.map(({ lookUp }) => lookUp));
    if (!reply.ok) return null;
    const ids = new Set<PaperId>();
    const papers = await inTurns(namings, CARDS_AT_ONCE, async (naming, at) => {
      const found = reply.value[at] ?? null;
      const known = found && (await this.#paper(found.paperId));
      const isListed = found !== null && found.status !== null;
      return { naming, known, isListed, title: naming.mention.title ?? '', isTaken: true };
    });
    return papers.filter(({ known }) => known === null || (!ids.has(known.id) && ids.add(known.id)));
  }

  async #paper(id: PaperId): Promise<Paper | null> {
    const card = await this.#ports.card(id);
    return card.ok ? card.value.paper : null;
  }

  async #hits(title: string): Promise<readonly SearchHit[]> {
    const found = await this.#ports.search(title, HITS_MAX);
    return found.ok ? found.value : [];
  }

  /** The hit is what the reader meant. */
  choose(hit: SearchHit): Promise<void> {
    this.#choosing = this.#replaceBy(hit);
    return this.#choosing;
  }

  async #replaceBy(hit: SearchHit): Promise<void> {
    const token = this.#token;
    const known = await this.#paper(hit.paper.id);
    const state = this.state.value;
    if (token !== this.#token || state.kind !== 'named') return;
    if (known === null) {
      this.state.value = { kind: 'failed' };
      return;
    }
    const isListed = hit.status !== null;
    const papers = state.papers.map((each) => ({ ...each, known, isListed }));
    this.state.value = { ...state, papers, hits: [] };
  }

  /** Changes what is to become of one of the papers. */
  change(at: number, change: Partial<Pick<NamedPaper, 'title' | 'isTaken'>>): void {
    const state = this.state.value;
    if (state.kind !== 'named') return;
    const papers = state.papers.map((each, index) => (index === at ? { ...each, ...change } : each));
    this.state.value = { ...state, papers };
  }

  get #papers(): readonly NamedPaper[] {
    const state = this.state.value;
    return state.kind === 'named' ? state.papers : [];
  }

  /** What saving would do. Not followed while something is typed: it goes over the whole list. */
  #preview(): ListPreview {
    const papers = this.#papers;
    const marks = checkedMarks({ tags: tagsIn(this.tags.value), note: this.note.value });
    const records = papers.flatMap((each) => {
      const paper = each.isTaken ? paperToSave(each) : null;
      return paper === null ? [] : [{ ok: true as const, paper, line: 0, marks }];
    });
    return previewImport(records, this.list.entries.value ?? [], this.#now());
  }

  async save(): Promise<void> {
    await this.#choosing;
    if (!this.canSave.value) return;
    const { fresh, changed, same } = this.#preview();
    this.state.value = { kind: 'saving' };
    const { joined, isWhole } = await this.list.bringIn([...fresh, ...changed.map(({ after }) => after)]);
    const isFresh = joined.filter(({ before }) => before === null).length;
    this.state.value = {
      kind: 'saved',
      fresh: isFresh,
      others: joined.length - isFresh + same.length,
      isWhole,
    };
  }

  dismiss(): void {
    if (this.state.value.kind === 'saving') return;
    this.#token += 1;
    this.state.value = { kind: 'idle' };
  }
}

/** What a named paper is saved as; null where nothing is known that could be. */
export function paperToSave({ known, naming, title }: NamedPaper): Paper | null {
  if (known !== null) return known;
  const mention: Mention = withTitle(naming.mention, title);
  return paperOfMention(mention);
}
