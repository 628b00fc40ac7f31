import type { Mention } from '../../core/match/mention';
import type { PaperId } from '../../core/paper';

/** Which page named a mention: while the reader looks at its paper in the side panel, the tab may go to another page. */
export class NamingPages {
  readonly #pages = new WeakMap<Mention, string>();
  readonly #cards = new Map<PaperId, string>();

  /** Notes the page that an answer is about, and hands the answer through. `page` is its address, if it has one. */
  note<A extends { readonly papers: readonly { readonly mention: Mention }[] }>(
    answer: A,
    page: string | null,
  ): A {
    if (page !== null) for (const { mention } of answer.papers) this.#pages.set(mention, page);
    return answer;
  }

  /** Notes which paper a mention of the page turned out to be. */
  noteCard(paperId: PaperId, page: string | null): void {
    if (page !== null) this.#cards.set(paperId, page);
  }

  of(mention: Mention): string | null {
    return this.#pages.get(mention) ?? null;
  }

  ofCard(paperId: PaperId): string | null {
    return this.#cards.get(paperId) ?? null;
  }
}
