import type { PaperId } from '../../core/paper';
import { factsOfBackup } from '../../store/backups/backup-file';
import { waitFor } from '../browsers/card-view';
import type { ChaosBrowser } from './chaos-browser';
import type { Corpora } from './corpora';
import { NO_FAULTS } from './extension-copy';
import { restoring } from './list-effects';
import type { Facts, Model, Verdict } from './model';
import type { OtherMachine } from './other-machine';

/** What a look at everything found. */
export interface Found extends Verdict {
  readonly healed: readonly string[];
  readonly failedCalls: number;
  readonly toldTemporary: number;
  /** What is wrong otherwise. */
  readonly troubles: readonly string[];
}

/** What a check is to see to. */
interface Occasion {
  readonly isBesieged: boolean;
  readonly isSyncOn: boolean;
  readonly isEnd: boolean;
}

const HEALING_MS = 20_000;
/** What the popup says while the browser keeps nothing. */
const BANNER = 'saved papers last until the browser closes';
const BANNER_MS = 5_000;
/** Where calls fail now and then, they may go well for one popup; for one of so many they do not. */
const POPUPS = 3;
/** Errors of ours, not of a disk that is made to fail. */
const DEFECT = /TypeError|RangeError|ReferenceError|SyntaxError|is not a function|Cannot read/;

/** Ends the trouble, and compares all there is with what was acknowledged. */
export class Check {
  /** What another machine saved and this one has not said to have heard of. */
  readonly pending = new Map<PaperId, Facts>();
  /** Actions since the last check. */
  acknowledged = 0;
  readonly #knownErrors = new Set<string>();

  constructor(
    readonly browser: ChaosBrowser,
    readonly model: Model,
    readonly corpora: Corpora,
    readonly other: OtherMachine,
  ) {}

  /** Papers that may come with the next exchange. */
  expect(saved: ReadonlyMap<PaperId, Facts>): void {
    for (const [id, facts] of saved) this.pending.set(id, facts);
    this.model.perhaps(restoring(saved, true));
  }

  /** All that was expected has come. */
  hear(): void {
    this.model.done(restoring(this.pending, true));
    this.pending.clear();
  }

  async run({ isBesieged, isSyncOn, isEnd }: Occasion): Promise<Found> {
    const troubles: string[] = [];
    const toldTemporary = isBesieged ? await this.#toldTemporary(troubles) : 0;
    const failedCalls = isBesieged ? await this.browser.failedCalls() : 0;
    await this.#heal(isBesieged);
    if (this.pending.size > 0) await this.#exchange();
    const [entries, binned] = [await this.browser.ask('list/all', {}), await this.browser.ask('bin/all', {})];
    const list = this.model.settle({ entries, bin: binned.map(({ entry }) => entry) });
    const corpora = await this.corpora.check();
    const lost = [...list.lost, ...corpora.lost];
    if (isEnd && isSyncOn) lost.push(...(await this.#lostOnTheWay()));
    if (isEnd) troubles.push(...(await this.#halfBackups()), ...(await this.#defects()));
    this.acknowledged = 0;
    const half = [...list.half, ...corpora.half];
    return { lost, half, healed: corpora.healed, failedCalls, toldTemporary, troubles };
  }

  /** While nothing is kept on disk, the interface has to say so. */
  async #toldTemporary(troubles: string[]): Promise<number> {
    const health = await this.browser.call('health', {});
    if (health.kind !== 'done' || health.value.library === 'database') return 0;
    if (!health.value.reason) troubles.push('kept for the session without a reason');
    for (let opened = 1; !(await this.#popupSays()); opened++) {
      const after = await this.browser.call('health', {});
      if (after.kind !== 'done' || after.value.library === 'database') break;
      if (opened === (this.browser.faults === NO_FAULTS ? 1 : POPUPS)) {
        troubles.push('the popup does not say so');
        break;
      }
    }
    return this.acknowledged;
  }

  async #popupSays(): Promise<boolean> {
    const popup = await this.browser.run.context.newPage();
    await popup.goto(`${this.browser.run.extensionOrigin}/popup.html`);
    const banner = popup.getByText(BANNER).waitFor({ timeout: BANNER_MS });
    const isSaid = await banner.then(
      () => true,
      () => false,
    );
    await popup.close();
    return isSaid;
  }

  async #heal(isBesieged: boolean): Promise<void> {
    await this.browser.setQuota(null);
    if (isBesieged || this.browser.faults !== NO_FAULTS) await this.browser.setFaults(NO_FAULTS);
    let last = '';
    const isWell = async () => {
      const outcome = await this.browser.call('health', {});
      last = JSON.stringify(outcome);
      if (outcome.kind !== 'done') return false;
      const { corpus, library, reason } = outcome.value;
      return corpus === 'database' && library === 'database' && reason === null;
    };
    await waitFor('an extension that is well', isWell, HEALING_MS).catch(() => {
      throw new Error(`does not heal: ${last}`);
    });
  }

  async #exchange(): Promise<void> {
    await this.browser.ask('sync/set', { isOn: true });
    await this.other.tell(this.browser);
    const { isOn, trouble } = await this.browser.ask('sync/now', {});
    if (!isOn || trouble !== null) throw new Error(`sync: ${JSON.stringify(trouble)}`);
    this.hear();
  }

  /** After both have told each other all they know, both have the same list. */
  async #lostOnTheWay(): Promise<readonly string[]> {
    await this.#exchange();
    await this.other.tell(this.browser);
    await this.#exchange();
    return this.other.misses(await this.browser.ask('list/all', {}));
  }

  /** Backups that have their name and are not whole. */
  async #halfBackups(): Promise<readonly string[]> {
    const files = await this.browser.inPage<Record<string, string>>(`(async () => {
      const root = await navigator.storage.getDirectory();
      const folder = await root.getDirectoryHandle('backups', { create: true });
      const found = {};
      for await (const [name, handle] of folder.entries()) {
        if (!name.endsWith('.gz')) continue;
        const bytes = new Uint8Array(await (await handle.getFile()).arrayBuffer());
        found[name] = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
      }
      return found;
    })()`);
    const facts = await Promise.all(
      Object.entries(files).map(
        async ([name, text]) => [name, await factsOfBackup(new Blob([Buffer.from(text, 'base64')]))] as const,
      ),
    );
    return facts.flatMap(([name, whole]) => (whole === null ? [`backup ${name} is not whole`] : []));
  }

  async #defects(): Promise<readonly string[]> {
    const errors = (await this.browser.run.errors()).filter((error) => !this.#knownErrors.has(error));
    for (const error of errors) this.#knownErrors.add(error);
    return errors.filter((error) => DEFECT.test(error));
  }
}
