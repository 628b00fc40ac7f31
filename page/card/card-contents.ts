import type { CardProps, CardState } from '../../components/card';
import type { CardData } from '../../core/card';
import type { MatchRule } from '../../core/match/mention';
import type { PaperId } from '../../core/paper';
import type { ReadingListEntry, ReadingStatus } from '../../core/reading-list/entry';
import type { PaperRef } from '../../messaging/protocol';
import type { Result } from '../../messaging/result';
import type { Call } from '../call';

/** A paper to look up, and the rule that found it where the background cannot tell. */
export interface CardRequest {
  readonly ref: PaperRef;
  readonly rule: MatchRule | null;
}

/** One paper that the open card shows or can go back to. */
interface Frame extends CardRequest {
  readonly state: CardState;
}

export interface CardContentsOptions {
  readonly call: Call;
  /** Address of the page, noted with what is saved from it; null where it is too long to note. */
  readonly sourceUrl: () => string | null;
  readonly onChange: () => void;
  /** The background is gone for good. */
  readonly onUnreachable: () => void;
}

/** What a look-up brings for the card; null when the background is gone for good. */
export async function lookUpCard(
  call: Call,
  page: string | null,
  { ref, rule }: CardRequest,
): Promise<CardState | null> {
  const reply = await call('paper/card', { page, ref });
  if (reply.ok) return { kind: 'ready', data: { ...reply.value, rule: reply.value.rule ?? rule } };
  return reply.error.code === 'unreachable' ? null : { kind: 'error' };
}

/** What the open card shows: the hovered paper, the kin opened from it one upon the other, and a save under way. */
export class CardContents {
  readonly #options: CardContentsOptions;
  #frames: readonly Frame[] = [];
  #saving: CardProps['saving'] = 'idle';

  constructor(options: CardContentsOptions) {
    this.#options = options;
  }

  get state(): CardState | null {
    return this.#frames.at(-1)?.state ?? null;
  }

  get saving(): CardProps['saving'] {
    return this.#saving;
  }

  /** The related paper that is shown; null at the hovered one. */
  get relative(): PaperId | null {
    const { ref } = (this.canGoBack && this.#frames.at(-1)) || {};
    return ref && 'paperId' in ref ? ref.paperId : null;
  }

  get canGoBack(): boolean {
    return this.#frames.length > 1;
  }

  /** The hovered paper, in place of all there was. */
  open(asked: CardRequest, title: string | null, answer: CardState | null): void {
    this.#saving = 'idle';
    this.#show([{ ...asked, state: answer ?? { kind: 'loading', title } }]);
  }

  /** The hovered paper's answer came; the reader may be at one of its kin by now. */
  fill(answer: CardState): void {
    const [base, ...rest] = this.#frames;
    if (base) this.#show([{ ...base, state: answer }, ...rest]);
  }

  close(): void {
    this.#frames = [];
  }

  openPaper(paperId: PaperId): void {
    const current = this.state;
    const kin = current?.kind === 'ready' ? current.data.kin.find(({ paper }) => paper.id === paperId) : null;
    const state: CardState = { kind: 'loading', title: kin?.paper.title ?? null };
    const frame: Frame = { ref: { paperId }, rule: null, state };
    this.#saving = 'idle';
    this.#show([...this.#frames, frame]);
    void this.#load(frame);
  }

  back(): void {
    if (!this.canGoBack) return;
    this.#saving = 'idle';
    this.#show(this.#frames.slice(0, -1));
  }

  /** Asks again for what is shown: the reading list changed somewhere. */
  refresh(): void {
    const frame = this.#frames.at(-1);
    if (frame && frame.state.kind !== 'loading') void this.#load(frame);
  }

  async #load(frame: Frame): Promise<void> {
    const state = await lookUpCard(this.#options.call, this.#options.sourceUrl(), frame);
    if (state === null) this.#options.onUnreachable();
    else this.#replace(frame.ref, state);
  }

  /** Puts the paper on the reading list; a second press while that is under way, or on a saved paper, does nothing. */
  async save(): Promise<void> {
    const frame = this.#frames.at(-1);
    if (frame?.state.kind !== 'ready' || frame.state.data.status || this.#saving === 'saving') return;
    await this.#change(frame, () =>
      this.#options.call('list/save', { ref: frame.ref, sourceUrl: this.#options.sourceUrl() }),
    );
  }

  async setStatus(status: ReadingStatus): Promise<void> {
    const frame = this.#frames.at(-1);
    if (frame?.state.kind !== 'ready') return;
    const paperId = frame.state.data.paper.id;
    await this.#change(frame, () => this.#options.call('list/set-status', { paperId, status }));
  }

  /** "Not this paper", and back. */
  async deny(isDenied: boolean): Promise<void> {
    const frame = this.#frames.at(-1);
    if (frame?.state.kind !== 'ready') return;
    const { call, sourceUrl, onUnreachable } = this.#options;
    const reply = await call('paper/deny', {
      page: sourceUrl(),
      paperId: frame.state.data.paper.id,
      isDenied,
    });
    if (reply.ok) this.#patch(frame.ref, { isDenied });
    else if (reply.error.code === 'unreachable') onUnreachable();
  }

  async #change(frame: Frame, write: () => Promise<Result<ReadingListEntry>>): Promise<void> {
    this.#setSaving('saving');
    const reply = await write();
    if (!reply.ok && reply.error.code === 'unreachable') {
      this.#options.onUnreachable();
      return;
    }
    if (this.#frames.at(-1)?.ref === frame.ref) this.#setSaving(reply.ok ? 'idle' : 'failed');
    if (reply.ok) this.#patch(frame.ref, { status: reply.value.status });
  }

  #setSaving(saving: CardProps['saving']): void {
    this.#saving = saving;
    this.#options.onChange();
  }

  #patch(ref: PaperRef, change: Partial<CardData>): void {
    const { state } = this.#frames.find((frame) => frame.ref === ref) ?? {};
    if (state?.kind === 'ready') this.#replace(ref, { kind: 'ready', data: { ...state.data, ...change } });
  }

  #replace(ref: PaperRef, state: CardState): void {
    if (!this.#frames.some((frame) => frame.ref === ref)) return;
    this.#show(this.#frames.map((frame) => (frame.ref === ref ? { ...frame, state } : frame)));
  }

  #show(frames: readonly Frame[]): void {
    this.#frames = frames;
    this.#options.onChange();
  }
}
