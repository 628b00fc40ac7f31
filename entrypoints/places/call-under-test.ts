import type { TextHit } from '../../core/in-text/text-hit';
import type { Mention } from '../../core/match/mention';
import type { PagePaper, Resolution } from '../../core/match/resolution';
import { NO_MENTION } from '../../core/identity/no-mention';
import type { Call } from '../../page/call';

/** A known paper as the background resolves it. */
export const resolution = (paperId: string): Resolution => ({
  paperId,
  title: paperId,
  rule: 'title',
  confidence: 1,
  status: null,
});

export const shownPaper = (said: Partial<Mention>, paperId: string | null = null): PagePaper => ({
  mention: { ...NO_MENTION, ...said },
  resolution: paperId === null ? null : resolution(paperId),
});

export const textHit = (said: Partial<Mention>, paperId: string | null): TextHit => ({
  ...shownPaper(said, paperId),
  block: 0,
  start: 0,
  end: 1,
});

/** A background that answers by a table: by call, what it says to the parameters; everything else it refuses. */
export function answering(answers: Readonly<Record<string, (params: never) => unknown>>): Call {
  const answer = async (name: string, params: unknown): Promise<unknown> => {
    const value = answers[name]?.(params as never);
    return value === undefined
      ? { ok: false, error: { code: 'storage', message: name } }
      : { ok: true, value };
  };
  return answer as Call;
}

/** A background that knows papers by title or DOI, and what a text names. */
export function knowing(known: readonly string[], hits: readonly TextHit[] = []): Call {
  return answering({
    'page/resolve': ({ mentions }: { readonly mentions: readonly Mention[] }) =>
      mentions.map(({ title, doi }) => (known.includes(title ?? doi ?? '') ? resolution('known') : null)),
    'page/scan-text': () => hits,
    'list/all': () => [],
  });
}
