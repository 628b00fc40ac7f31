/** Between a tag and what is below it: `methods/attention`. */
const SEPARATOR = '/';
/** Characters of a tag with all that it is below. */
export const TAG_LENGTH_MAX = 200;
/** Tags of one entry. */
export const TAGS_MAX = 100;

/** Line breaks and other control characters, and halves of characters, which no text field can hold. */
const UNSEEN = /[\s\p{Cc}\p{Cs}]+/gu;

function parts(text: string): readonly string[] {
  return text
    .split(SEPARATOR)
    .map((part) => part.normalize('NFC').replace(UNSEEN, ' ').trim())
    .filter((part) => part !== '');
}

/** A tag as it is kept: trimmed at both ends and around each slash, cut to its greatest length. Null when nothing is left. */
export function normaliseTag(text: string): string | null {
  const whole = parts(text).join(SEPARATOR);
  const tag = whole.length <= TAG_LENGTH_MAX ? whole : parts(whole.slice(0, TAG_LENGTH_MAX)).join(SEPARATOR);
  return tag === '' ? null : tag;
}

/** What two spellings of one tag have in common. */
export function tagKey(tag: string): string {
  return tag.toLowerCase();
}

/** Tags as an entry keeps them: each once without regard to case, in the spelling that comes first; the first `TAGS_MAX`. */
export function normaliseTags(tags: readonly string[]): readonly string[] {
  const kept = new Map<string, string>();
  for (const text of tags) {
    const tag = normaliseTag(text);
    if (tag !== null && !kept.has(tagKey(tag))) kept.set(tagKey(tag), tag);
    if (kept.size === TAGS_MAX) break;
  }
  return [...kept.values()];
}

/** Whether a tag is another one or below it. */
export function isWithin(tag: string, above: string): boolean {
  return `${tagKey(tag)}${SEPARATOR}`.startsWith(`${tagKey(above)}${SEPARATOR}`);
}

/**
 * Tags after one of them, and with it all below it, got another name; where there is such a tag already they become one.
 * Names that cannot be tags change nothing; a tag that would get too long stays as it was.
 */
export function renameTag(tags: readonly string[], from: string, to: string): readonly string[] {
  const [old, name] = [normaliseTag(from), normaliseTag(to)];
  if (old === null || name === null) return tags;
  const depth = old.split(SEPARATOR).length;
  const renamed = tags.map((tag) => {
    if (!isWithin(tag, old)) return tag;
    const moved = [name, ...tag.split(SEPARATOR).slice(depth)].join(SEPARATOR);
    return moved.length <= TAG_LENGTH_MAX ? moved : tag;
  });
  return normaliseTags(renamed);
}

/** Tags without some of them, in whatever case; what is below those stays. */
export function withoutTags(tags: readonly string[], gone: readonly string[]): readonly string[] {
  const keys = new Set(normaliseTags(gone).map(tagKey));
  return tags.filter((tag) => !keys.has(tagKey(tag)));
}

/** A tag in use, or one that only has others below it. */
export interface TagCount {
  readonly tag: string;
  /** The last part of its name. */
  readonly name: string;
  /** How many slashes stand before that. */
  readonly depth: number;
  /** Entries that have it or one below it. */
  readonly count: number;
}

/** Every tag in use and every one above it, in the order of their names with those below each right after it. */
export function tagCounts(entries: readonly { readonly tags: readonly string[] }[]): readonly TagCount[] {
  const found = new Map<string, { readonly tag: string; count: number }>();
  // Thousands of entries have dozens of tags: each is taken apart once.
  const known = new Map<string, readonly string[]>();
  for (const { tags } of entries) {
    const keys = new Set<string>();
    for (const tag of tags) {
      let above = known.get(tag);
      if (!above) {
        above = withAncestors(tag).map((each) => {
          if (!found.has(tagKey(each))) found.set(tagKey(each), { tag: each, count: 0 });
          return tagKey(each);
        });
        known.set(tag, above);
      }
      for (const key of above) keys.add(key);
    }
    for (const key of keys) {
      const counted = found.get(key);
      if (counted) counted.count += 1;
    }
  }
  // A slash sorts before every other character, or "a b" would part "a" from "a/b".
  const order = (key: string) => key.replaceAll(SEPARATOR, '\0');
  return [...found]
    .map(([key, { tag, count }]) => ({ key: order(key), tag, count }))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ tag, count }) => {
      const names = tag.split(SEPARATOR);
      return { tag, name: names.at(-1) ?? tag, depth: names.length - 1, count };
    });
}

function withAncestors(tag: string): readonly string[] {
  const names = tag.split(SEPARATOR);
  return names.map((_, at) => names.slice(0, at + 1).join(SEPARATOR));
}
