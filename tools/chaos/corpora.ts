import { BUNDLED_CORPUS_ID } from '../../store/corpus-store';
import { flipByte } from '../../tests/browser/stored-files';
import { sampleMention } from '../../tests/samples/papers';
import { waitFor } from '../browsers/card-view';
import type { ChaosBrowser } from './chaos-browser';
import { importByPage } from './imports';
import type { Verdict } from './model';
import { corpusFile, paperAt, type CorpusFile } from './papers';

/** Whether a corpus must be there, must not, or may. */
type Presence = 'in' | 'out' | 'perhaps';

interface Known {
  presence: Presence;
  /** Null where either may be. */
  isOn: boolean | null;
}

export interface CorporaVerdict extends Verdict {
  /** What was made whole again: imports that were gone on with, damage that was repaired or told. */
  readonly healed: readonly string[];
}

/** Making an index anew takes a worker of its own, on a busy machine some seconds. */
const REPAIR_MS = 45_000;

/** The corpora that a run imports, and what was acknowledged of them. */
export class Corpora {
  readonly #known = new Map<number, Known>();
  #isDamaged = false;

  constructor(
    readonly seed: number,
    readonly browser: ChaosBrowser,
  ) {}

  of(file: number): Known {
    const known = this.#known.get(file) ?? { presence: 'out', isOn: true };
    this.#known.set(file, known);
    return known;
  }

  file(file: number): CorpusFile {
    return corpusFile(this.seed, file);
  }

  /** The identity that the extension gave a corpus; null while it is not there. */
  async idOf(file: number): Promise<string | null> {
    const overview = await this.browser.call('corpora/all', {});
    if (overview.kind !== 'done') return null;
    return overview.value.corpora.find(({ name }) => name === this.file(file).name)?.id ?? null;
  }

  /** Whether files may be damaged just now: then papers of corpora are not known, for a while. */
  get isDamaged(): boolean {
    return this.#isDamaged;
  }

  /** Changes a byte of a file of a corpus; false where there was none to change. */
  async corrupt(file: string, isBundled: boolean): Promise<boolean> {
    const met = await this.browser.inPage<number>(flipByte(file, isBundled));
    this.#isDamaged ||= met > 0;
    return met > 0;
  }

  /** Compares what there is with what was acknowledged, and heals what can be healed by a reader. */
  async check(): Promise<CorporaVerdict> {
    const healed: string[] = [];
    if (this.#isDamaged) healed.push(...(await this.#repaired()));
    const overview = await this.browser.ask('corpora/all', {});
    for (const { name } of overview.unfinished) {
      const file = [...this.#known.keys()].find((each) => this.file(each).name === name);
      if (file === undefined) continue;
      const words = await importByPage(this.browser, this.file(file), null);
      if (!words?.isIn)
        return { lost: [`“${name}” cannot be gone on with: ${words?.words}`], half: [], healed };
      this.#known.set(file, { presence: 'in', isOn: this.of(file).isOn });
      healed.push(`import of ${name} went on`);
    }
    return { ...(await this.#compare()), healed };
  }

  async #compare(): Promise<Verdict> {
    const { corpora } = await this.browser.ask('corpora/all', {});
    const [lost, half]: [string[], string[]] = [[], []];
    if (!corpora.some(({ id }) => id === BUNDLED_CORPUS_ID)) lost.push('the bundled corpus is gone');
    for (const [at, known] of this.#known) {
      const { name, papers } = this.file(at);
      const info = corpora.find((each) => each.name === name);
      if (!info && known.presence === 'in') lost.push(`corpus ${name} is gone`);
      if (info && known.presence === 'out') half.push(`corpus ${name} should not be there`);
      if (info && info.paperCount !== papers)
        half.push(`corpus ${name} has ${info.paperCount} papers of ${papers}`);
      if (info && known.isOn !== null && info.enabled !== known.isOn)
        lost.push(`corpus ${name} was switched`);
      if (info?.enabled) {
        const found = await this.#found(this.file(at).titles);
        if (found < this.file(at).titles.length) half.push(`corpus ${name} knows ${found} of its titles`);
      }
      this.#known.set(at, { presence: info ? 'in' : 'out', isOn: info?.enabled ?? true });
    }
    return { lost, half };
  }

  async #found(titles: readonly string[]): Promise<number> {
    const mentions = titles.map((title) => sampleMention({ title }));
    const found = await this.browser.ask('page/resolve', { mentions });
    return found.filter(Boolean).length;
  }

  /** Reads everything in a fresh worker, so that damage is met, and waits until it is repaired. */
  async #repaired(): Promise<readonly string[]> {
    this.#isDamaged = false;
    const healed: string[] = [];
    await this.browser.stopWorker();
    const bundled = [0, 5, 9].map((index) => paperAt(index).title);
    const read = async () => {
      await this.browser.call('search', { query: 'tidal harbour instruments', limit: 5 });
      const files = [...this.#known.keys()].flatMap((file) => this.file(file).titles);
      await this.browser.call('page/resolve', { mentions: files.map((title) => sampleMention({ title })) });
      return (await this.#found(bundled)) === bundled.length;
    };
    await waitFor('a bundled corpus that is whole', read, REPAIR_MS);
    const states = async () => (await this.browser.ask('health', {})).repairs;
    await waitFor(
      'the end of all repairs',
      async () => (await states()).every(({ state }) => state !== 'waiting'),
      REPAIR_MS,
    );
    for (const { corpusId, name, state } of await states()) {
      healed.push(`${name} is ${state}`);
      if (state === 'repaired' || corpusId === BUNDLED_CORPUS_ID) continue;
      // It was told so; what helps is to import the file again.
      await this.browser.ask('corpora/remove', { corpusId });
      const file = [...this.#known.keys()].find((each) => this.file(each).name === name);
      if (file !== undefined) this.#known.set(file, { presence: 'out', isOn: true });
    }
    return healed;
  }
}
