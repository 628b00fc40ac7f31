import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type AxeNamespace from 'axe-core';
import type { Page } from 'playwright-core';

declare global {
  interface Window {
    readonly axe: typeof AxeNamespace;
    readonly measureScreen: () => Promise<string[]>;
  }
}

/** All rules, those of contrast alone, or none. */
export type AxeRules = 'all' | 'contrast' | 'none';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Elements that stick out of their screen, and scrollers that scroll sideways. */
const overflowing = (): string[] => {
  const roots = [document, ...[...document.querySelectorAll('*')].flatMap((host) => host.shadowRoot ?? [])];
  const screen = roots.map((root) => root.querySelector('.pk-base')).find((found) => found !== null);
  if (!screen) return ['nothing is drawn'];
  const box = screen.getBoundingClientRect();
  return [...screen.querySelectorAll('*')].flatMap((element) => {
    const { left, right, width } = element.getBoundingClientRect();
    const cut = element.closest('.pk-row .pk-byline, .pk-entry') !== null;
    const out = !cut && width > 0 && (left < box.left - 1 || right > box.right + 1);
    const style = getComputedStyle(element);
    const clips = style.textOverflow === 'ellipsis' || style.clipPath !== 'none';
    const wide = !clips && style.overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1;
    return out || wide ? [`${element.tagName}.${element.getAttribute('class') ?? ''} is too wide`] : [];
  });
};

/** Buttons, links in rows and radios smaller than 24 px in either direction (WCAG 2.5.8). */
const smallTargets = (): string[] => {
  const roots = [document, ...[...document.querySelectorAll('*')].flatMap((host) => host.shadowRoot ?? [])];
  return roots.flatMap((root) =>
    [...root.querySelectorAll('button, .pk-link, .pk-status-choice, input[type=search]')].flatMap(
      (element) => {
        const { width, height } = element.getBoundingClientRect();
        return width < 24 || height < 24
          ? [`${element.outerHTML.slice(0, 80)} is ${width} × ${height} px`]
          : [];
      },
    ),
  );
};

/** Words of buttons, tabs and choices that stand on two lines for want of room. */
const brokenWords = (): string[] => {
  const roots = [document, ...[...document.querySelectorAll('*')].flatMap((host) => host.shadowRoot ?? [])];
  const controls = roots.flatMap((root) =>
    Array.from(root.querySelectorAll('button, label, select, [role=tab], .pk-nav a')),
  );
  return controls.flatMap((control) => {
    // A paper's title may be one endless word.
    if (control.querySelector('[dir=auto]') || control.closest('[dir=auto]')) return [];
    const walker = document.createTreeWalker(control, NodeFilter.SHOW_TEXT);
    const broken: string[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (const { index, 0: word } of (node.nodeValue ?? '').matchAll(/[\p{Script=Latin}]+/gu)) {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        if (range.getClientRects().length > 1) broken.push(`"${word}" is broken over lines`);
      }
    }
    return broken;
  });
};

/** Of what is drawn once a change of the look has come through. */
const MEASURE = `window.measureScreen = async () => {
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 30)));
  return [${overflowing}, ${smallTargets}, ${brokenWords}].flatMap((check) => check());
}`;

/** Gives a page what `measure` and `askAxe` ask, which stays there: to send it over for each look takes longer than the answer. */
export async function makeReady(page: Page): Promise<void> {
  await page.evaluate(MEASURE);
  await page.evaluate(AXE);
}

/** What is wrong with the room that things take on a screen, in a page that is ready. */
export function measure(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => window.measureScreen());
}

/** What axe finds, in a page that is ready. */
export async function askAxe(page: Page, rules: AxeRules): Promise<readonly string[]> {
  if (rules === 'none') return [];
  return page.evaluate(async (onlyContrast) => {
    const { violations } = await window.axe.run(document, {
      ...(onlyContrast && { runOnly: ['color-contrast'] }),
      // The stage is no page of ours: what a whole document owes is asked of the popup's own, end to end.
      rules: onlyContrast ? {} : { region: { enabled: false }, 'page-has-heading-one': { enabled: false } },
    });
    return violations.map(({ id, nodes }) => `axe ${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  }, rules === 'contrast');
}
