import { signal } from '@preact/signals';
import type { PaperId } from '../../../core/paper';

/** Which of some papers are left out; none at first. */
export class LeavingOut {
  readonly #left = signal<ReadonlySet<PaperId>>(new Set());

  isTaken(id: PaperId): boolean {
    return !this.#left.value.has(id);
  }

  taken<T>(items: readonly T[], idOf: (item: T) => PaperId): readonly T[] {
    return items.filter((item) => this.isTaken(idOf(item)));
  }

  set(ids: readonly PaperId[], isTaken: boolean): void {
    const left = new Set(this.#left.value);
    for (const id of ids) {
      if (isTaken) left.delete(id);
      else left.add(id);
    }
    this.#left.value = left;
  }
}
