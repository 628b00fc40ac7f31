import type { Resolution } from '../../../core/match/resolution';
import type { Paper } from '../../../core/paper';
import { titleKey } from '../../../core/text/title-key';

/** Tells the papers of the bundled corpus from those of an imported one, which may hold some of them too. */
export class BundledTitles {
  readonly #titleOfKey = new Map<string, string>();
  readonly #titleOfId = new Map<string, string>();

  constructor(papers: readonly Pick<Paper, 'id' | 'title' | 'otherTitles'>[]) {
    for (const { id, title, otherTitles } of papers) {
      this.#titleOfId.set(id, title);
      for (const spelling of [...otherTitles, title]) this.#titleOfKey.set(titleKey(spelling), title);
    }
  }

  /** The paper's title in the corpus, by which papers are counted; null where the corpus has none under that title. */
  title(spelling: string): string | null {
    return this.#titleOfKey.get(titleKey(spelling)) ?? null;
  }

  titleOf({ paperId, title }: Resolution): string | null {
    return this.#titleOfId.get(paperId) ?? this.title(title);
  }
}
