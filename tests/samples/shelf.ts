import type { TextShelf } from '../../store/written-summaries';

/** A `localStorage` that can be looked into. */
export function shelf(): TextShelf & { readonly all: Map<string, string> } {
  const all = new Map<string, string>();
  return {
    all,
    getItem: (name) => all.get(name) ?? null,
    setItem: (name, text) => void all.set(name, text),
    removeItem: (name) => void all.delete(name),
  };
}
