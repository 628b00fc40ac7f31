import { paperOfStatement } from '../identity/stated-paper';
import type { Paper } from '../paper';
import type { VersionOfPaper } from '../reading-list/entry';
import type { Facts } from './record';

/** What of a paper goes along, in the form in which it is read again: the same on both sides. */
export function factsOf({ paper, sourceUrl }: Pick<VersionOfPaper, 'paper' | 'sourceUrl'>): Facts {
  const facts = factsOfPaper(paper, sourceUrl);
  const stated = statedPaper(facts);
  return stated ? factsOfPaper(stated, sourceUrl) : facts;
}

/** The same of a paper and the page it was saved from. */
export function factsOfPaper(paper: Paper, sourceUrl: string | null): Facts {
  const { id: _id, abstract: _abstract, ...facts } = paper;
  const stated = Object.entries(facts).filter(
    ([, value]) => value !== null && !(Array.isArray(value) && value.length === 0),
  );
  return {
    ...(Object.fromEntries(stated) as Partial<typeof facts>),
    title: paper.title,
    ...(sourceUrl === null ? {} : { sourceUrl }),
  };
}

/** The paper that facts state, under the identity that they give it; null where they state none. */
export function statedPaper(facts: Facts): Paper | null {
  return paperOfStatement((field) => (Object.hasOwn(facts, field) ? facts[field as keyof Facts] : null));
}
