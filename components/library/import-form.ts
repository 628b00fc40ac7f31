import { signal } from '@preact/signals';
import type { ImportFilter } from '../../core/formats/import-filter';
import type { FoundFile, ImportPlan } from '../../core/import/found-file';

const CORPUS_NAME_LENGTH_MAX = 120;
const CATEGORIES_MAX = 100;

/** What the reader fills in before an import; fields hold what was typed. */
export class ImportForm {
  readonly name = signal('');
  readonly categories = signal('');
  readonly yearFrom = signal('');
  readonly yearTo = signal('');
  readonly withAbstract = signal(false);
  /** Id of the corpus that the papers go into; null for a new one. */
  readonly updates = signal<string | null>(null);

  constructor(found: FoundFile, updates: string | null) {
    this.name.value = found.title ?? nameOfFile(found.name);
    this.updates.value = updates;
  }

  get filter(): ImportFilter {
    return {
      categories: this.categories.value
        .split(/[\s,;、，；]+/)
        .filter((category) => category !== '')
        .slice(0, CATEGORIES_MAX),
      yearFrom: yearOf(this.yearFrom.value),
      yearTo: yearOf(this.yearTo.value),
      withAbstract: this.withAbstract.value,
    };
  }

  get plan(): ImportPlan {
    const name = this.name.value.trim().slice(0, CORPUS_NAME_LENGTH_MAX);
    return { name: name === '' ? '—' : name, filter: this.filter, updates: this.updates.value };
  }
}

/** The name of a file without its endings: `arxiv-metadata.json.gz` is "arxiv-metadata". */
export function nameOfFile(fileName: string): string {
  const name = fileName.replace(/(?:\.[a-z]\w{1,6}){1,2}$/i, '').slice(0, CORPUS_NAME_LENGTH_MAX);
  return name === '' ? fileName.slice(0, CORPUS_NAME_LENGTH_MAX) : name;
}

function yearOf(typed: string): number | null {
  return /^\d{4}$/.test(typed.trim()) ? Number(typed) : null;
}
