import { setTimeout as sleep } from 'node:timers/promises';
import { descendants, textOf, type Box, type ClosedRoot, type ShadowNode, type ShadowReader } from './shadow';

/** How often a wait looks again. */
const POLL_MS = 50;

export interface CardView {
  readonly text: string;
  readonly box: Box;
  /** The card's outermost element, a dialog, and what is in it. */
  readonly node: ShadowNode;
}

export interface ButtonView {
  /** What a screen reader would call it: its label, else its text, else its tooltip. */
  readonly name: string;
  readonly pressed: boolean;
  readonly disabled: boolean;
  readonly box: Box;
}

/** The host that `page/closed-host.ts` hangs the marks on. */
const MARKS_HOST = 'paperkin-marks';

function dialogOf(root: ClosedRoot): ShadowNode | null {
  for (const node of descendants(root.children)) {
    if (node.name === 'dialog' || node.attributes['role'] === 'dialog') return node;
  }
  return null;
}

/** The card that is open on the page, or null. A card host that is there but not drawn is not open. */
export async function openCard(reader: ShadowReader): Promise<CardView | null> {
  for (const root of await reader.roots()) {
    const node = dialogOf(root);
    const box = node && (await reader.box(node.ref));
    if (node && box) return { text: textOf([node]), box, node };
  }
  return null;
}

/** The open card's text in lines, or null without a card. */
export async function cardText(reader: ShadowReader): Promise<string | null> {
  return (await openCard(reader))?.text ?? null;
}

/** The buttons and links of the open card that are drawn, in document order. */
export async function cardButtons(reader: ShadowReader): Promise<ButtonView[]> {
  const card = await openCard(reader);
  const buttons: ButtonView[] = [];
  for (const node of descendants(card ? [card.node] : [])) {
    if (!['button', 'a', 'select'].includes(node.name)) continue;
    const box = await reader.box(node.ref);
    if (!box) continue;
    const { attributes } = node;
    const name = attributes['aria-label'] ?? (textOf([node]) || attributes['title']) ?? '';
    const pressed = attributes['aria-pressed'] === 'true' || attributes['aria-checked'] === 'true';
    buttons.push({ name, pressed, disabled: 'disabled' in attributes, box });
  }
  return buttons;
}

/** Waits until `look` finds something; says what was looked for when it does not in time. */
export async function waitFor<T>(
  what: string,
  look: () => Promise<T | null | undefined | false>,
  timeoutMs = 5_000,
): Promise<T> {
  const end = performance.now() + timeoutMs;
  for (;;) {
    const found = await look();
    if (found !== null && found !== undefined && found !== false) return found;
    if (performance.now() > end) throw new Error(`${what}: not seen within ${timeoutMs} ms`);
    await sleep(POLL_MS);
  }
}

/**
 * Waits for an open card whose text holds `text`; a card that is still loading has none of a paper's text.
 * @throws after `timeoutMs`, with the text that the card had instead.
 */
export async function waitForCard(reader: ShadowReader, text = '', timeoutMs = 5_000): Promise<CardView> {
  let last: CardView | null = null;
  const look = async () => {
    last = await openCard(reader);
    return last?.text.includes(text) ? last : null;
  };
  try {
    return await waitFor(`a card with "${text}"`, look, timeoutMs);
  } catch (error) {
    const seen = await cardText(reader);
    throw new Error(`${String(error)}; ${seen === null ? 'no card is open' : `the card reads:\n${seen}`}`, {
      cause: error,
    });
  }
}

/** Waits until no card is open. */
export async function waitForNoCard(reader: ShadowReader, timeoutMs = 5_000): Promise<void> {
  await waitFor('a page without a card', async () => (await openCard(reader)) === null, timeoutMs);
}

/** The boxes of the marks that are drawn just now, one for each line of a title, and the glyphs of the reading list. */
export async function marks(reader: ShadowReader): Promise<Box[]> {
  const boxes: Box[] = [];
  for (const root of await reader.roots()) {
    if (root.hostName !== MARKS_HOST) continue;
    for (const node of descendants(root.children)) {
      const box = node.attributes['class'] ? await reader.box(node.ref) : null;
      if (box) boxes.push(box);
    }
  }
  return boxes;
}

const SERIALISE = `(...hosts) => {
  const path = (host) => {
    const steps = [];
    for (let node = host; node.parentNode; node = node.parentNode) {
      steps.unshift([...node.parentNode.childNodes].indexOf(node));
    }
    return steps;
  };
  const copy = document.cloneNode(true);
  const find = (steps) => steps.reduce((node, index) => node.childNodes[index], copy);
  for (const node of hosts.map(path).map(find)) node.remove();
  const sheets = document.adoptedStyleSheets.length;
  const highlights = [];
  CSS.highlights?.forEach((_, name) => highlights.push(name));
  return new XMLSerializer().serializeToString(copy) + JSON.stringify({ sheets, highlights });
}`;

/**
 * The page as its own scripts could see it, without our hosts: every node and attribute, the adopted style sheets, the
 * names of the highlights. Equal before and after means that the page was left alone.
 */
export async function pageSnapshot(reader: ShadowReader): Promise<string> {
  const hosts = (await reader.roots()).map((root) => root.hostRef);
  return reader.callOn(SERIALISE, hosts);
}
