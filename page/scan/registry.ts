import type { Mention } from '../../core/match/mention';
import type { Resolution } from '../../core/match/resolution';
import type { CardRequest } from '../card/card-contents';
import type { PageMention } from '../readers/reader';
import type { TextMention } from '../text/page-text';
import { joinByPlace } from './join-by-place';

/** A mention in its place, and what has been learnt of it. Its identity is the hover target's identity. */
export interface Entry {
  readonly mention: Mention;
  readonly target: readonly Node[];
  readonly from?: number;
  readonly to?: number;
  readonly handle?: Element | null;
  /** Undefined until the background has answered; null when it knows nothing. */
  resolution: Resolution | null | undefined;
}

/**
 * The mentions of the page, keyed to the nodes they stand in: a scan that finds the same mention in the same node keeps
 * the entry with all that is known of it; one that no longer finds it drops it.
 */
export class Registry {
  #byNode = new Map<Node, Entry>();
  #byElement = new WeakMap<Element, Entry[]>();
  #byHandle = new WeakMap<Element, Entry>();
  #inText: readonly Entry[] = [];
  #shown: readonly Entry[] = [];
  #seen: Map<Node, Entry> | null = null;
  #news = 0;

  beginScan(): void {
    this.#seen = new Map();
    this.#news = 0;
  }

  /** Returns how many new ones this scan has noted with it; 0 where it is none. */
  note(found: PageMention): number {
    const node = found.target[0];
    // The first mention to claim a node has it.
    if (!this.#seen || !node || this.#seen.has(node)) return 0;
    const known = this.#byNode.get(node);
    const entry = known && isSame(known, found) ? known : newEntry(found);
    this.#seen.set(node, entry);
    return entry === known ? 0 : ++this.#news;
  }

  /** Files what the scan has noted beside what was there before, which it may still come to. */
  fileSoFar(): void {
    this.#byNode = new Map([...this.#byNode, ...(this.#seen ?? [])]);
    this.#fileAll();
  }

  /** Drops what the scan did not find; true when it found something new. */
  endScan(): boolean {
    this.#byNode = this.#seen ?? this.#byNode;
    this.#seen = null;
    this.#fileAll();
    return this.#news > 0;
  }

  get hasInText(): boolean {
    return this.#inText.length > 0;
  }

  /** What the running text names, in place of what was noted of it before; true when something is new. */
  setInText(found: readonly TextMention[]): boolean {
    const before = this.#inText;
    this.#inText = keepKnown(before, found);
    this.#fileAll();
    return this.#inText.length !== before.length || this.#inText.some((entry, at) => entry !== before[at]);
  }

  #fileAll(): void {
    this.#shown = joinByPlace([...this.#byNode.values()], this.#inText);
    this.#byElement = new WeakMap();
    this.#byHandle = new WeakMap();
    for (const entry of this.#shown) this.#file(entry);
  }

  #file(entry: Entry): void {
    if (entry.handle) this.#byHandle.set(entry.handle, entry);
    for (const element of elementsOf(entry)) {
      const filed = this.#byElement.get(element);
      if (filed) filed.push(entry);
      else this.#byElement.set(element, [entry]);
    }
  }

  /** The mentions whose text stands directly in this element. */
  at(element: Element): readonly Entry[] {
    return this.#byElement.get(element) ?? [];
  }

  /** The mention that this link stands for without showing its title. */
  handledBy(element: Element): Entry | null {
    return this.#byHandle.get(element) ?? null;
  }

  /** What the readers found, for the background to resolve. */
  read(): Entry[] {
    return [...this.#byNode.values()];
  }

  /** Every place once, whether a reader or the running text has it. */
  all(): readonly Entry[] {
    return this.#shown;
  }

  /** All entries still on the page, in page order, whichever reader found them. */
  inPageOrder(): Entry[] {
    return this.all()
      .filter((entry) => entry.target[0]?.isConnected)
      .toSorted((a, b) => comparePosition(a.target[0], b.target[0]) || (a.from ?? 0) - (b.from ?? 0));
  }
}

/**
 * How the background is asked for an entry's paper. What running text names is known by its place as well (who is named
 * beside it), which no mention holds: so it is asked for by its identity, and the rule is remembered here.
 */
export function askFor({ mention, from, resolution }: Entry): CardRequest {
  if (from === undefined || !resolution) return { ref: { mention }, rule: null };
  return { ref: { paperId: resolution.paperId }, rule: resolution.rule };
}

/** The elements an entry's text stands in. */
export function elementsOf(entry: Entry): readonly Element[] {
  const elements = new Set<Element>();
  for (const node of entry.target) {
    const element = node.nodeType === Node.ELEMENT_NODE ? (node as Element) : node.parentElement;
    if (element) elements.add(element);
  }
  return [...elements];
}

function newEntry(found: PageMention): Entry {
  return { handle: null, ...found, resolution: undefined };
}

/** Entries of the same place and paper stay who they are: a card may be open for them. */
function keepKnown(before: readonly Entry[], found: readonly TextMention[]): Entry[] {
  const known = new Map<Node, Entry[]>();
  for (const entry of before) {
    const [node] = entry.target;
    if (node) known.set(node, [...(known.get(node) ?? []), entry]);
  }
  return found.map((mention): Entry => {
    const [node] = mention.target;
    const same = (node ? known.get(node) : undefined)?.find(
      (entry) => entry.from === mention.from && entry.to === mention.to && isSame(entry, mention),
    );
    if (!same) return { handle: null, ...mention };
    same.resolution = mention.resolution;
    return same;
  });
}

function isSame(known: Entry, found: PageMention): boolean {
  const [a, b] = [known.mention, found.mention];
  const sameHandle = (known.handle ?? null) === (found.handle ?? null);
  return (
    sameHandle && a.title === b.title && a.arxiv === b.arxiv && a.doi === b.doi && a.abstract === b.abstract
  );
}

function comparePosition(a: Node | undefined, b: Node | undefined): number {
  if (!a || !b || a === b) return 0;
  return a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_PRECEDING ? 1 : -1;
}
