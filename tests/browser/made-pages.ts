import type { ChromiumPage } from './chromium-page';
import type { ChromiumRun } from './chromium';
import { knownPaper, linkTo } from './known-papers';

/** Opens pages made for one test each, at addresses of their own below a folder of a site that is read. */
export function madePages(folder: string) {
  let count = 0;
  return (run: ChromiumRun, body: string, head = ''): Promise<ChromiumPage> =>
    run.open(
      `https://arxiv.org/${folder}/${count++}`,
      `<!doctype html><head>${head}</head><body>${body}</body>`,
    );
}

/** A paragraph with the title of a known paper, as a link whose id is `paper` and the number. */
export const titleRow = (index: number): string => `<p>${linkTo(knownPaper(index), `paper${index}`)}</p>`;
