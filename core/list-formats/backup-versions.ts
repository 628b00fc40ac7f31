import type { JsonObject } from '../formats/json-values';
import { statementOf } from '../formats/pack-writer';
import { paperOfStatement } from '../identity/stated-paper';
import type { PaperId } from '../paper';
import {
  APART_MAX,
  VERSIONS_MAX,
  type MergedFrom,
  type OwnFacts,
  type VersionOfPaper,
  type Versions,
} from '../reading-list/entry';
import { checkedMarks, timeOf } from '../reading-list/stated-marks';
import { httpUrl } from '../identity/links';
import { statedFacts } from './listed-paper';

/** Of a title with its mark before it. */
const ID_CHARS_MAX = 4_000;

/** The versions of an entry, for a backup: what is not so is left out. */
export function statedVersions({ versions, apart }: Versions): Readonly<Record<string, unknown>> {
  return {
    ...(versions.length > 0 && { versions: versions.map(statedVersion) }),
    ...(apart.length > 0 && { apart }),
  };
}

function statedVersion({ paper, addedAt, sourceUrl, merged }: VersionOfPaper): object {
  return {
    paper: statementOf(paper),
    addedAt,
    ...(sourceUrl !== null && { sourceUrl }),
    ...(merged && {
      merged: { own: statedFacts(merged.own), into: statedFacts(merged.into), with: merged.with },
    }),
  };
}

/** What can be believed of the versions that a backup states; the rest is left out. Never throws. */
export function checkedVersions(stated: JsonObject): Versions {
  return {
    versions: listAt(stated, 'versions', VERSIONS_MAX).flatMap((each) => checkedVersion(each) ?? []),
    apart: idsAt(stated, 'apart', APART_MAX),
  };
}

function checkedVersion(stated: unknown): VersionOfPaper | null {
  const version = objectOf(stated);
  const facts = objectOf(version['paper']);
  const paper = paperOfStatement((field) => (Object.hasOwn(facts, field) ? facts[field] : null));
  if (paper === null) return null;
  const { sourceUrl } = version;
  return {
    paper,
    addedAt: timeOf(version['addedAt']) ?? 0,
    sourceUrl: typeof sourceUrl === 'string' ? httpUrl(sourceUrl) : null,
    merged: Object.hasOwn(version, 'merged') ? checkedMerge(objectOf(version['merged'])) : null,
  };
}

function checkedMerge(stated: JsonObject): MergedFrom {
  return {
    own: checkedFacts(objectOf(stated['own'])),
    into: checkedFacts(objectOf(stated['into'])),
    with: idsAt(stated, 'with', VERSIONS_MAX),
  };
}

function checkedFacts(stated: JsonObject): OwnFacts {
  const marks = checkedMarks(stated);
  const addedAt = marks.addedAt ?? 0;
  return {
    ...marks,
    status: marks.status ?? 'to-read',
    starred: marks.starred ?? false,
    priority: marks.priority ?? 0,
    addedAt,
    statusAt: marks.statusAt ?? addedAt,
  };
}

const objectOf = (value: unknown): JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};

function listAt(stated: JsonObject, name: string, lengthMax: number): readonly unknown[] {
  const value = Object.hasOwn(stated, name) ? stated[name] : null;
  return Array.isArray(value) ? value.slice(0, lengthMax) : [];
}

function idsAt(stated: JsonObject, name: string, lengthMax: number): readonly PaperId[] {
  return listAt(stated, name, lengthMax).filter(
    (id): id is PaperId => typeof id === 'string' && id !== '' && id.length <= ID_CHARS_MAX,
  );
}
