import { wordsOf } from '../text/words';

/** Papers of hundreds of authors are by nobody in particular. */
const AUTHORS_MAX = 60;
const NAME_UNITS_MAX = 100;

/**
 * The name that both lists of authors have, as the second writes it; null where there is none. Given names have to be written
 * out in both: "E. Hu" may be anybody. Family names may stand first or last, initials may be missing.
 */
export function sharedAuthor(ours: readonly string[], theirs: readonly string[]): string | null {
  if (ours.length > AUTHORS_MAX || theirs.length > AUTHORS_MAX) return null;
  const known = new Map(ours.map((name) => [keyOf(name), initialsOf(name)]));
  for (const name of theirs) {
    const key = keyOf(name);
    const initials = known.get(key);
    if (key === '' || initials === undefined) continue;
    const others = initialsOf(name);
    if (initials === '' || others === '' || initials === others) return name;
  }
  return null;
}

/** All names but initials, in the order of the alphabet; empty where fewer than two are written out. */
function keyOf(name: string): string {
  const forms = formsOf(name).filter((form) => form.length > 1);
  return forms.length < 2 ? '' : forms.toSorted().join(' ');
}

const initialsOf = (name: string): string =>
  formsOf(name)
    .filter((form) => form.length === 1)
    .join('');

const formsOf = (name: string): string[] => wordsOf(name.slice(0, NAME_UNITS_MAX)).map(({ form }) => form);
