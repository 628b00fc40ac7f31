import { FilesInMemory } from '../../core/corpus/corpus-files';
import { titleKey } from '../../core/text/title-key';
import { TitleIndex } from '../../core/titles/title-index';
import { NOISES } from '../bench/noise';
import { chanceOf } from './chance';
import { buildTitles } from './titles-in-memory';

/** Titles of each kind; each is asked once to warm the caches and once for the time. */
const TITLES_PER_KIND = 1_000;
/** Any number: the titles are drawn the same in every run. */
const SEED = 20_250_101;
const LONG_KEY = 20;

/** How often each kind of noisy title is found at the first place, and how long a warm look-up takes; lines to print. */
export async function measureNoisyTitles(titles: readonly string[]): Promise<string[]> {
  const folder = new FilesInMemory();
  await buildTitles(folder, titles);
  const index = await TitleIndex.open(folder);
  if (!index) throw new Error('the title index that was just built does not open');
  const chance = chanceOf(SEED);
  const lines: string[] = [];
  const all: Measured[] = [];
  for (const [name, noise] of Object.entries(NOISES)) {
    const measured: Measured[] = [];
    while (measured.length < TITLES_PER_KIND) {
      const title = titles[Math.floor(chance() * titles.length)] ?? '';
      measured.push(await measure(index, titles, title, noise(title, chance)));
    }
    lines.push(summary(name, measured));
    all.push(...measured);
  }
  const long = all.filter(({ letters }) => letters >= LONG_KEY);
  return [...lines, summary('all kinds', all), summary(`${LONG_KEY} letters up`, long)];
}

interface Measured {
  readonly right: boolean;
  readonly milliseconds: number;
  readonly letters: number;
}

async function measure(
  index: TitleIndex,
  titles: readonly string[],
  title: string,
  noisy: string,
): Promise<Measured> {
  await index.lookUp([noisy]);
  const start = performance.now();
  const [matches] = await index.lookUp([noisy]);
  const milliseconds = performance.now() - start;
  const key = titleKey(title);
  const right = titleKey(titles[matches?.[0]?.ordinal ?? -1] ?? '') === key;
  return { right, milliseconds, letters: key.length };
}

function summary(name: string, measured: readonly Measured[]): string {
  const times = measured.map(({ milliseconds }) => milliseconds).toSorted((a, b) => a - b);
  const at = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(3);
  const right = measured.filter((one) => one.right).length / Math.max(1, measured.length);
  return `  ${name.padEnd(16)} right first ${right.toFixed(4)}  p50 ${at(0.5)} ms  p95 ${at(0.95)} ms`;
}
