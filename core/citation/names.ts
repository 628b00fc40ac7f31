import { nameParts } from '../list-formats/name-parts';

/** "Ada Bess" as "A. B.", "Jean-Luc" as "J.-L."; what has no letter is left out. */
function initials(given: string): string {
  return given
    .split(/\s+/u)
    .map((name) =>
      name
        .split('-')
        .flatMap((part) => /\p{L}/u.exec(part)?.[0] ?? [])
        .map((letter) => `${letter.toUpperCase()}.`)
        .join('-'),
    )
    .filter((name) => name !== '')
    .join(' ');
}

/** "Quay, A. B., Jr."; a name of one word as it is. */
export function familyThenInitials(name: string): string {
  const { family, given, suffix } = nameParts(name);
  return [family, initials(given), suffix].filter((part) => part !== '').join(', ');
}

/** "A. B. Quay Jr." */
export function initialsThenFamily(name: string): string {
  const { family, given, suffix } = nameParts(name);
  return [initials(given), family, suffix].filter((part) => part !== '').join(' ');
}

/** "Quay, Ada Bess, Jr." */
export function familyThenGiven(name: string): string {
  const { family, given, suffix } = nameParts(name);
  return [family, given, suffix].filter((part) => part !== '').join(', ');
}

/** "a", "a and b", "a, b, and c", with the word between the last two. */
export function joined(names: readonly string[], last: string): string {
  if (names.length < 3) return names.join(` ${last} `);
  return `${names.slice(0, -1).join(', ')}, ${last} ${names.at(-1) ?? ''}`;
}
