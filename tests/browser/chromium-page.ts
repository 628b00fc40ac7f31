import type { CDPSession, Page } from 'playwright-core';
import * as cardView from '../../tools/browsers/card-view';
import { cdpShadowReader, type CdpSession } from '../../tools/browsers/shadow-cdp';
import type { Box, ShadowReader } from '../../tools/browsers/shadow';

/** One thing that a screen reader would say. */
export interface Spoken {
  readonly role: string;
  readonly name: string;
}

interface AxNode {
  readonly nodeId: string;
  readonly ignored: boolean;
  readonly role?: { readonly value?: string };
  readonly name?: { readonly value?: string };
  readonly childIds?: readonly string[];
  readonly backendDOMNodeId?: number;
}

/** A page of a test with our parts on it, which live in closed shadow roots. `page` is playwright's page. */
export class ChromiumPage {
  readonly shadow: ShadowReader;

  private constructor(
    readonly page: Page,
    readonly cdp: CDPSession,
  ) {
    this.shadow = cdpShadowReader(cdp as unknown as CdpSession);
  }

  static async of(page: Page): Promise<ChromiumPage> {
    return new ChromiumPage(page, await page.context().newCDPSession(page));
  }

  /** Puts the pointer on the middle of the longest line of text in an element: a short one may be a descriptor. */
  async hover(selector: string): Promise<void> {
    const target = this.page.locator(selector).first();
    await target.scrollIntoViewIfNeeded();
    const { x, y } = await target.evaluate((element) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      const lines = [...range.getClientRects()].toSorted((a, b) => b.width - a.width);
      const line = lines[0] ?? new DOMRect();
      return { x: line.x + line.width / 2, y: line.y + line.height / 2 };
    });
    await this.page.mouse.move(x, y, { steps: 4 });
  }

  cardText(): Promise<string | null> {
    return cardView.cardText(this.shadow);
  }

  cardButtons(): Promise<cardView.ButtonView[]> {
    return cardView.cardButtons(this.shadow);
  }

  waitForCard(text?: string, timeoutMs?: number): Promise<cardView.CardView> {
    return cardView.waitForCard(this.shadow, text, timeoutMs);
  }

  waitForNoCard(timeoutMs?: number): Promise<void> {
    return cardView.waitForNoCard(this.shadow, timeoutMs);
  }

  marks(): Promise<Box[]> {
    return cardView.marks(this.shadow);
  }

  /** Waits until a title in view is marked. */
  async waitForMarks(): Promise<Box[]> {
    return cardView.waitFor('marks', async () => {
      const boxes = await this.marks();
      return boxes.length > 0 && boxes;
    });
  }

  /** The page without our hosts; see `pageSnapshot`. */
  snapshot(): Promise<string> {
    return cardView.pageSnapshot(this.shadow);
  }

  /** Clicks a button of the open card by its name. */
  async clickCardButton(name: string | RegExp): Promise<void> {
    const buttons = await this.cardButtons();
    const button = buttons.find((each) =>
      typeof name === 'string' ? each.name === name : name.test(each.name),
    );
    if (!button)
      throw new Error(`the card has no ${String(name)}: ${buttons.map((each) => each.name).join(', ')}`);
    const { x, y, width, height } = button.box;
    await this.page.mouse.click(x + width / 2, y + height / 2);
  }

  /** The open card as the accessibility tree has it, in reading order; empty without a card. */
  async cardSpoken(): Promise<Spoken[]> {
    const card = await cardView.openCard(this.shadow);
    if (!card) return [];
    const answer = await this.cdp.send('Accessibility.getFullAXTree');
    const nodes = answer.nodes as AxNode[];
    const byId = new Map(nodes.map((node) => [node.nodeId, node]));
    const read = (node: AxNode | undefined): Spoken[] => {
      if (!node) return [];
      const self = { role: node.role?.value ?? '', name: node.name?.value ?? '' };
      const below = (node.childIds ?? []).flatMap((id) => read(byId.get(id)));
      // Chromium's own layout boxes: their text is their parent's, said once already.
      if (self.role === 'InlineTextBox') return [];
      return node.ignored ? below : [self, ...below];
    };
    return read(nodes.find((node) => node.backendDOMNodeId === Number(card.node.ref)));
  }
}
