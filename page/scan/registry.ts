import type { Mention } from '../../core/match/mention';
import type { Resolution } from '../../core/match/resolution';
import type { PageMention } from '../readers/reader';

/** A mention in its place, and what has been learnt of it. Its identity is the hover target's identity. */
export interface Entry {
  readonly mention: Mention;
  readonly target: readonly Node[];
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
  #seen: Map<Node, Entry> | null = null;
  #hasNews = false;

  beginScan(): void {
    this.#seen = new Map();
    this.#hasNews = false;
  }

  note(found: PageMention): void {
    const node = found.target[0];
    // The first mention to claim a node has it.
    if (!this.#seen || !node || this.#seen.has(node)) return;
    const known = this.#byNode.get(node);
    const entry = known && isSame(known, found) ? known : newEntry(found);
    if (entry !== known) this.#hasNews = true;
    this.#seen.set(node, entry);
  }

  /** Drops what the scan did not find; true when it found something new. */
  endScan(): boolean {
    this.#byNode = this.#seen ?? this.#byNode;
    this.#seen = null;
    this.#byElement = new WeakMap();
    this.#byHandle = new WeakMap();
    for (const entry of this.#byNode.values()) this.#file(entry);
    return this.#hasNews;
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

  get size(): number {
    return this.#byNode.size;
  }

  all(): Entry[] {
    return [...this.#byNode.values()];
  }

  /** All entries still on the page, in page order, whichever reader found them. */
  inPageOrder(): Entry[] {
    return this.all()
      .filter((entry) => entry.target[0]?.isConnected)
      .toSorted((a, b) => comparePosition(a.target[0], b.target[0]));
  }
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

function newEntry({ mention, target, handle = null }: PageMention): Entry {
  return { mention, target, handle, resolution: undefined };
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
