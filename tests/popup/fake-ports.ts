import { WELL } from '../samples/health';
import { vi } from 'vitest';
import type { Mention } from '../../core/match/mention';
import type { Paper } from '../../core/paper';
import { DEFAULT_SETTINGS } from '../../core/settings';
import { freshEntry, type ReadingListEntry, type ReadingStatus } from '../../core/reading-list/entry';
import type { Answer, Clock, PaperRef, PopupPorts, SettingsOfPage } from '../../components/popup/ports';

export const ok = <T>(value: T): Promise<Answer<T>> => Promise.resolve({ ok: true, value });
export const refused = <T>(code = 'storage'): Promise<Answer<T>> =>
  Promise.resolve({ ok: false, error: { code, message: 'refused' } });

export function paper(id: string): Paper {
  const facts = {
    year: 2020,
    month: null,
    venue: null,
    arxiv: null,
    doi: null,
    url: null,
    pdf: null,
    code: null,
  };
  return { id, title: `Paper ${id}`, otherTitles: [], abstract: `We study ${id}.`, authors: [], ...facts };
}

export function entry(id: string, status: ReadingStatus = 'to-read', addedAt = 0): ReadingListEntry {
  return { ...freshEntry(paper(id), addedAt, null), status };
}

export function mention(title: string, abstract: string | null = null): Mention {
  return {
    title,
    arxiv: null,
    doi: null,
    abstract,
    authors: [],
    year: null,
    venue: null,
    url: null,
    pdf: null,
  };
}

const idOf = (ref: PaperRef) => ('paperId' in ref ? ref.paperId : `title:${ref.mention.title ?? ''}`);

/** Ports over a reading list in memory, every call watched; `changes` replaces some. */
export function fakePorts(
  list: readonly ReadingListEntry[] = [],
  changes: Partial<PopupPorts> = {},
): PopupPorts {
  const kept = new Map(list.map((each) => [each.paper.id, each]));
  const keep = (each: ReadingListEntry) => {
    kept.set(each.paper.id, each);
    return ok(each);
  };
  let settings: SettingsOfPage = { ...DEFAULT_SETTINGS, site: 'arxiv.org', isOff: false, model: 'absent' };
  const ports: PopupPorts = {
    pagePapers: () => Promise.resolve({ kind: 'papers', papers: [] }),
    lookHere: () => Promise.resolve({ kind: 'papers', papers: [] }),
    card: (ref) =>
      ok({
        paper: paper(idOf(ref)),
        origin: 'corpus',
        sources: [],
        rule: null,
        summary: null,
        kin: [],
        status: null,
      }),
    save: (ref) => keep(entry(idOf(ref), 'to-read', 1_000)),
    deny: () => ok(null),
    list: () => ok([...kept.values()]),
    setStatus: (id, status) => keep({ ...(kept.get(id) ?? entry(id)), status }),
    noteOpened: () => Promise.resolve(),
    readingOnOpen: () => Promise.resolve(settings.readingOnOpen),
    remove: (id) => {
      const found = kept.get(id) ?? entry(id);
      kept.delete(id);
      return ok(found);
    },
    restore: keep,
    search: () => ok([]),
    health: () => ok(WELL),
    settings: () => Promise.resolve({ ...settings }),
    changeSettings: (change) => {
      settings = { ...settings, ...change };
      return ok(null);
    },
    setSiteOff: (_site, isOff) => {
      settings = { ...settings, isOff };
      return ok(null);
    },
    fetchModel: () => Promise.resolve('ready'),
    write: () => Promise.resolve('off'),
    openLibrary: () => undefined,
    openPanel: vi.fn<() => void>(),
    unseenNews: () => Promise.resolve(null),
    sites: () => Promise.resolve({ here: null, everywhere: false, given: [] }),
    giveSite: () => Promise.resolve(true),
    takeBack: () => Promise.resolve(true),
    ...changes,
  };
  const { openPanel: _, ...asked } = ports;
  for (const name of Object.keys(asked) as (keyof typeof asked)[]) vi.spyOn(ports, name);
  return ports;
}

/** A clock that goes when told. */
export function fakeClock(): Clock & { readonly advance: (ms: number) => void } {
  let now = 0;
  let timers: { readonly at: number; readonly run: () => void }[] = [];
  return {
    now: () => now,
    after: (delayMs, run) => {
      const timer = { at: now + delayMs, run };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    advance: (ms) => {
      now += ms;
      const due = timers.filter(({ at }) => at <= now);
      timers = timers.filter(({ at }) => at > now);
      for (const { run } of due) run();
    },
  };
}
