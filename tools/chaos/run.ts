import type { ReadingListEntry } from '../../core/reading-list/entry';
import type { ChaosBrowser, Outcome } from './chaos-browser';
import { Check } from './check';
import { Corpora } from './corpora';
import { historyOf } from './history';
import { importByPage } from './imports';
import { callOf, type ListCall } from './list-calls';
import { hasVersionOf } from './list-effects';
import { Model } from './model';
import { OtherMachine } from './other-machine';
import { idAt, sourceOf } from './papers';
import { startAnew } from './start-anew';
import { faultOf, type Action, type Step, type Strike } from './step';
import { EMPTY_TALLY, withAction, withFault, type Ends, type Tally } from './tally';

/** What came of the history of a seed. */
export interface RunResult {
  readonly seed: number;
  readonly tally: Tally;
  /** What was lost, seen by half, or is wrong otherwise; empty when all is well. */
  readonly troubles: readonly string[];
  /** What was done, for people. */
  readonly log: readonly string[];
}

/** Plays the history of a seed on a browser, from an empty list on. */
export async function playRun(seed: number, browser: ChaosBrowser): Promise<RunResult> {
  const run = new Run(seed, browser);
  await run.play();
  return { seed, tally: run.tally, troubles: run.troubles, log: run.log };
}

type End = keyof Ends | 'skipped';

class Run {
  tally: Tally = { ...EMPTY_TALLY, runs: 1 };
  readonly troubles: string[] = [];
  readonly log: string[] = [];
  readonly #model = new Model();
  readonly #other = new OtherMachine();
  readonly #corpora: Corpora;
  readonly #check: Check;
  #removed: readonly ReadingListEntry[] = [];
  #isSyncOn = false;
  /** Whether the disk or the database fails just now. */
  #isBesieged = false;

  constructor(
    readonly seed: number,
    readonly browser: ChaosBrowser,
  ) {
    this.#corpora = new Corpora(seed, browser);
    this.#check = new Check(browser, this.#model, this.#corpora, this.#other);
  }

  async play(): Promise<void> {
    try {
      await startAnew(this.browser);
      for (const step of historyOf(this.seed)) {
        const startedAt = performance.now();
        await this.#take(step);
        this.log.push(`    ${Math.round(performance.now() - startedAt)} ms`);
      }
      await this.#settle(true);
    } catch (error) {
      this.troubles.push(error instanceof Error ? error.message : String(error));
    }
    if (this.troubles.length > 0) this.tally = { ...this.tally, failedRuns: 1 };
  }

  async #take(step: Step): Promise<void> {
    this.log.push(JSON.stringify(step));
    const fault = faultOf(step);
    if (fault !== null && fault !== 'corrupt-bytes') this.tally = withFault(this.tally, fault);
    switch (step.kind) {
      case 'act':
        return this.#count(step.action, await this.#act(step.action, null));
      case 'strike':
        return this.#strike(step.fault, step.afterMs, step.action);
      case 'three-windows':
        return this.#threeWindows(step.actions);
      case 'full-disk':
        // Chromium asks for the room that is left once and then counts for itself for a while: it has to be a new one.
        await this.browser.killBrowser();
        await this.browser.setQuota(1);
        this.#isBesieged = true;
        return;
      case 'database-fails':
        this.#isBesieged = true;
        await this.browser.setFaults({ nth: step.nth, how: step.how });
        return;
      case 'corrupt-bytes':
        if (await this.#corpora.corrupt(step.file, step.isBundled))
          this.tally = withFault(this.tally, 'corrupt-bytes');
        return;
      case 'clock-back':
        return this.browser.setFaults({ clockMs: -step.byMs });
      case 'check':
        return this.#settle(false);
    }
  }

  async #settle(isEnd: boolean): Promise<void> {
    const found = await this.#check.run({ isBesieged: this.#isBesieged, isSyncOn: this.#isSyncOn, isEnd });
    this.#isBesieged = false;
    const { lost, half, healed, failedCalls, toldTemporary, troubles } = found;
    this.troubles.push(...lost, ...half, ...troubles);
    this.log.push(...healed.map((words) => `healed: ${words}`));
    this.log.push(...[...lost, ...half, ...troubles].map((words) => `!! ${words}`));
    this.tally = {
      ...this.tally,
      checks: this.tally.checks + 1,
      lost: this.tally.lost + lost.length,
      half: this.tally.half + half.length,
      healed: this.tally.healed + healed.length,
      failedCalls: this.tally.failedCalls + failedCalls,
      toldTemporary: this.tally.toldTemporary + toldTemporary,
    };
  }

  #count(action: Action, end: End): void {
    this.log.push(`  ${action.do}: ${end}`);
    if (end !== 'skipped') this.tally = withAction(this.tally, action.do, end);
    if (end === 'acknowledged') this.#check.acknowledged += 1;
  }

  async #strike(fault: Strike, afterMs: number, action: Action): Promise<void> {
    // Open already, so that the strike comes when it should.
    await this.browser.window();
    const blow = async (): Promise<void> => {
      await new Promise((resolve) => setTimeout(resolve, afterMs));
      if (fault === 'kill-worker') await this.browser.stopWorker();
      else if (fault === 'kill-browser') await this.browser.killBrowser();
      else if (fault === 'reload-extension') await this.browser.reloadExtension();
      else if (action.do !== 'import-corpus') await (await this.browser.window()).close();
    };
    if (action.do === 'import-corpus') {
      this.#count(action, await this.#act(action, { fault, blow }));
      return;
    }
    const acting = this.#act(action, { fault, blow });
    await blow();
    this.#count(action, await acting);
  }

  async #threeWindows(actions: readonly Action[]): Promise<void> {
    for (const number of [0, 1, 2]) await this.browser.window(number);
    const share = actions.length / 3;
    const windows = [0, 1, 2].map((number) => actions.slice(number * share, (number + 1) * share));
    const ends = await Promise.all(
      windows.map(async (own, number) => {
        const made: { action: Action; call: ListCall; outcome: Outcome }[] = [];
        for (const action of own) {
          const call = callOf(action, { model: this.#model, removed: [] });
          // Of a version and its entry, the order of two windows would matter.
          const isAlone = this.#model.isEverywhere(
            (world) => !call?.ids.some((id) => hasVersionOf(world, id)),
          );
          if (call && isAlone)
            made.push({ action, call, outcome: await this.browser.call(call.name, call.params, number) });
        }
        return made;
      }),
    );
    for (const { action, call, outcome } of ends.flat())
      this.#count(action, this.#record(call, outcome, false));
  }

  /** Does an action; `strike` is what comes in its middle. */
  async #act(
    action: Action,
    strike: { readonly fault: Strike; readonly blow: () => Promise<void> } | null,
  ): Promise<End> {
    const isTroubled = strike !== null || this.#isBesieged || this.#corpora.isDamaged;
    switch (action.do) {
      case 'import-corpus':
        return this.#import(action.file, strike);
      case 'switch-corpus':
        return this.#switchCorpus(action.file, action.isOn);
      case 'remove-corpus':
        return this.#removeCorpus(action.file);
      case 'sync':
        return this.#sync(action.papers);
      case 'back-up':
        return this.#ask(await this.browser.call('list/tend', { isStart: true }), isTroubled);
      case 'look':
        return this.#ask(
          await this.browser.call('paper/card', { ref: { paperId: idAt(action.paper) } }),
          true,
        );
      default: {
        const isPending =
          this.#check.pending.size > 0 && papersOf(action).some((index) => sourceOf(index) === 'machine');
        const call = isPending ? null : callOf(action, { model: this.#model, removed: this.#removed });
        if (!call) return 'skipped';
        return this.#record(call, await this.browser.call(call.name, call.params), isTroubled);
      }
    }
  }

  /** Tells the model what came of a call. */
  #record({ name, apply, applyTo, ids }: ListCall, outcome: Outcome, isTroubled: boolean): End {
    if (outcome.kind === 'done') {
      if (this.#isBesieged) this.#model.loosen(ids);
      // While the disk cannot be read, what stands on it is not to be seen, nor edited; the answer names what was.
      if (!this.#model.done(this.#isBesieged && applyTo ? applyTo(outcome.value) : apply))
        this.troubles.push(`${name} of ${ids.join(', ')} was done and could not be`);
      if (name === 'list/remove') this.#removed = outcome.value as readonly ReadingListEntry[];
      if (name === 'list/restore') this.#removed = [];
      return 'acknowledged';
    }
    const isNatural = outcome.kind === 'refused' && outcome.code === 'not-found' && !outcome.isRetried;
    if (isTroubled || !isNatural) this.#model.perhaps(apply);
    else if (this.#model.isSure(apply)) this.troubles.push(`${name} of ${ids.join(', ')} was not found`);
    return this.#ask(outcome, isTroubled || isNatural);
  }

  #ask(outcome: Outcome, mayFail: boolean): End {
    if (outcome.kind === 'done') return 'acknowledged';
    if (!mayFail) this.troubles.push(`not done though nothing hindered it: ${JSON.stringify(outcome)}`);
    if (outcome.kind === 'silent') return 'unanswered';
    if (outcome.words === '') this.troubles.push('refused without a word');
    return 'refused';
  }

  async #import(
    file: number,
    strike: { readonly fault: Strike; readonly blow: () => Promise<void> } | null,
  ): Promise<End> {
    const known = this.#corpora.of(file);
    if (known.presence !== 'out') {
      await strike?.blow();
      return 'skipped';
    }
    known.presence = 'perhaps';
    known.isOn = true;
    const end = await importByPage(
      this.browser,
      this.#corpora.file(file),
      strike &&
        (async (library) => {
          await strike.blow();
          if (strike.fault === 'close-page') await library.page.close();
        }),
    );
    if (!end) return 'unanswered';
    if (end.isIn) known.presence = 'in';
    else if (!this.#isBesieged && !strike) this.troubles.push(`an import came to “${end.words}”`);
    return end.isIn ? 'acknowledged' : 'refused';
  }

  async #switchCorpus(file: number, isOn: boolean): Promise<End> {
    const corpusId = await this.#corpora.idOf(file);
    if (corpusId === null) return 'skipped';
    this.#corpora.of(file).isOn = null;
    const outcome = await this.browser.call('corpora/change', { corpusId, name: null, enabled: isOn });
    if (outcome.kind === 'done') this.#corpora.of(file).isOn = isOn;
    return this.#ask(outcome, true);
  }

  async #removeCorpus(file: number): Promise<End> {
    const corpusId = await this.#corpora.idOf(file);
    if (corpusId === null) return 'skipped';
    this.#corpora.of(file).presence = 'perhaps';
    const outcome = await this.browser.call('corpora/remove', { corpusId });
    if (outcome.kind === 'done') this.#corpora.of(file).presence = 'out';
    return this.#ask(outcome, true);
  }

  /** The other machine saves and tells; until this one has said that it heard, the papers may be there or not. */
  async #sync(papers: readonly number[]): Promise<End> {
    try {
      if (!this.#isSyncOn) {
        const outcome = await this.browser.call('sync/set', { isOn: true, name: 'This' });
        this.#isSyncOn = true;
        if (outcome.kind !== 'done') return this.#ask(outcome, true);
      }
      const fresh = papers.filter(
        (index) =>
          !this.#other.has(index) && this.#model.isEverywhere(({ entries }) => !entries.has(idAt(index))),
      );
      this.#check.expect(this.#other.save(fresh));
      await this.#other.tell(this.browser);
      const outcome = await this.browser.call('sync/now', {});
      if (outcome.kind !== 'done') return this.#ask(outcome, true);
      const { isOn, trouble } = outcome.value;
      if (!isOn || trouble !== null) return 'refused';
      this.#check.hear();
      return 'acknowledged';
    } catch {
      return 'unanswered';
    }
  }
}

function papersOf(action: Action): readonly number[] {
  if ('papers' in action) return action.papers ?? [];
  return 'paper' in action ? [action.paper] : [];
}
