import type { Browser } from 'puppeteer-core';

interface Answer {
  readonly result: unknown;
}

interface BidiConnection {
  send(method: string, params: Record<string, unknown>): Promise<Answer>;
}

interface ScriptResult {
  readonly type: 'success' | 'exception';
  readonly result?: { readonly type: string; readonly value?: unknown };
  readonly exceptionDetails?: { readonly text: string };
}

/** The world in which our questions run: it sees the page's document and none of the page's variables. */
const SANDBOX = 'paperkin-tools';

/** WebDriver BiDi, spoken directly: puppeteer's pages hide closed shadow roots and lose `moz-extension:` pages. */
export class Bidi {
  readonly #connection: BidiConnection;

  private constructor(connection: BidiConnection) {
    this.#connection = connection;
  }

  /** puppeteer has no public name for its connection (24.43, 2026-11); a change of that shows here and nowhere else. */
  static of(browser: Browser): Bidi {
    const connection: unknown = Reflect.get(browser, 'connection');
    if (typeof connection !== 'object' || connection === null || !('send' in connection)) {
      throw new Error('puppeteer-core no longer shows its BiDi connection');
    }
    return new Bidi(connection as BidiConnection);
  }

  async send(method: string, params: Record<string, unknown> = {}): Promise<unknown> {
    return (await this.#connection.send(method, params)).result;
  }

  async #script(method: string, params: Record<string, unknown>): Promise<unknown> {
    const answer = (await this.send(method, { awaitPromise: true, ...params })) as ScriptResult;
    if (answer.type === 'exception') throw new Error(`in the page: ${answer.exceptionDetails?.text}`);
    return answer.result;
  }

  /** The string, number or truth an expression comes to; run in the page's own world. */
  async evaluate(context: string, expression: string): Promise<unknown> {
    const value = await this.#script('script.evaluate', { expression, target: { context } });
    return (value as { value?: unknown }).value ?? null;
  }

  /** A reference to the node that an expression comes to. */
  async node(context: string, expression: string): Promise<{ readonly sharedId: string }> {
    const value = await this.#script('script.evaluate', { expression, target: { context } });
    const { sharedId } = value as { readonly sharedId?: string };
    if (sharedId === undefined) throw new Error(`no node: ${expression}`);
    return { sharedId };
  }

  /** The string that a function makes of nodes, in a world of our own. */
  async call(context: string, functionDeclaration: string, args: readonly unknown[]): Promise<string> {
    const target = { context, sandbox: SANDBOX };
    const value = await this.#script('script.callFunction', { functionDeclaration, arguments: args, target });
    return String((value as { value?: unknown }).value);
  }

  /** A node with everything below it, closed shadow roots included. */
  serialise(context: string, expression: string): Promise<unknown> {
    return this.#script('script.evaluate', {
      expression,
      target: { context, sandbox: SANDBOX },
      serializationOptions: { maxDomDepth: null, includeShadowTree: 'all' },
    });
  }
}
