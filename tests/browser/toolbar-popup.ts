import type { CDPSession } from 'playwright-core';
import { waitFor } from '../../tools/browsers/card-view';
import type { ChromiumRun } from './chromium';
import type { ChromiumPage } from './chromium-page';

interface TargetInfo {
  readonly targetId: string;
  readonly type: string;
  readonly url: string;
  readonly embedderData?: { readonly tabActive?: boolean };
}

/**
 * The popup as a press on the toolbar button opens it, with the rights that the press gives (`activeTab`). Playwright does
 * not show it among its pages, so it is spoken to by a session within the browser's own.
 */
export class ToolbarPopup {
  readonly #cdp: CDPSession;
  readonly #sessionId: string;
  #lastId = 0;

  private constructor(cdp: CDPSession, sessionId: string) {
    this.#cdp = cdp;
    this.#sessionId = sessionId;
  }

  /** Presses the button on a tab. Null where this Chromium cannot be told to (Extensions.triggerAction came in 2025). */
  static async press(run: ChromiumRun, about: ChromiumPage): Promise<ToolbarPopup | null> {
    const cdp = await run.context.browser()?.newBrowserCDPSession();
    if (!cdp) return null;
    await about.page.bringToFront();
    const tab = (await targets(cdp)).find(
      ({ type, embedderData }) => type === 'tab' && embedderData?.tabActive,
    );
    const id = new URL(run.extensionOrigin).host;
    try {
      await send(cdp, 'Extensions.triggerAction', { id, targetId: tab?.targetId });
    } catch (error) {
      if (/wasn't found|not found|not allowed/i.test(String(error))) return null;
      throw error;
    }
    const url = `${run.extensionOrigin}/popup.html`;
    const popup = await waitFor('the popup', async () =>
      (await targets(cdp)).find((target) => target.type === 'page' && target.url === url),
    );
    const { sessionId } = await send<{ sessionId: string }>(cdp, 'Target.attachToTarget', {
      targetId: popup.targetId,
      flatten: false,
    });
    return new ToolbarPopup(cdp, sessionId);
  }

  /** What an expression in the popup comes to; it counts as done by the reader, as a click would. */
  async evaluate<T>(expression: string): Promise<T> {
    const id = ++this.#lastId;
    const answer = new Promise<T>((resolve, reject) => {
      const listen = ({ sessionId, message }: { sessionId: string; message: string }) => {
        const reply = JSON.parse(message) as {
          id: number;
          error?: { message: string };
          result?: { result: { value: T }; exceptionDetails?: unknown };
        };
        if (sessionId !== this.#sessionId || reply.id !== id) return;
        this.#cdp.off('Target.receivedMessageFromTarget', listen);
        const trouble = reply.error ?? reply.result?.exceptionDetails;
        if (trouble || !reply.result) reject(new Error(JSON.stringify(trouble)));
        else resolve(reply.result.result.value);
      };
      this.#cdp.on('Target.receivedMessageFromTarget', listen);
    });
    const params = { expression, awaitPromise: true, returnByValue: true, userGesture: true };
    await send(this.#cdp, 'Target.sendMessageToTarget', {
      sessionId: this.#sessionId,
      message: JSON.stringify({ id, method: 'Runtime.evaluate', params }),
    });
    return answer;
  }

  /** Presses the button of that name. */
  async click(name: string): Promise<void> {
    const clicked = await this.evaluate<boolean>(`(() => {
      const button = [...document.querySelectorAll('button')].find((each) => each.innerText === ${JSON.stringify(name)});
      button?.click();
      return button !== undefined;
    })()`);
    if (!clicked) throw new Error(`the popup has no button "${name}"`);
  }

  /** Waits until the popup's text holds something. */
  async waitForText(text: string): Promise<void> {
    await waitFor(`a popup with "${text}"`, async () =>
      (await this.evaluate<string>(`document.body?.innerText ?? ''`)).includes(text),
    );
  }

  async close(): Promise<void> {
    await this.evaluate('setTimeout(() => close())');
    await this.#cdp.detach();
  }
}

/** Playwright's types know only the part of the protocol that it uses itself. */
function send<T>(cdp: CDPSession, method: string, params: Record<string, unknown>): Promise<T> {
  const session = cdp as unknown as { send(method: string, params: Record<string, unknown>): Promise<T> };
  return session.send(method, params);
}

async function targets(cdp: CDPSession): Promise<readonly TargetInfo[]> {
  // The empty filter shows tabs too.
  const answer = await send<{ targetInfos: TargetInfo[] }>(cdp, 'Target.getTargets', { filter: [{}] });
  return answer.targetInfos;
}
