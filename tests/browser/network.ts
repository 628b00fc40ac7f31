import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What an address answers with. */
export interface Fixture {
  readonly body: string;
  /** `text/html; charset=utf-8` unless said. */
  readonly contentType?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export const HTML = 'text/html; charset=utf-8';

/** Hosts the browsers themselves call in spite of every preference; nothing of ours ever would. */
const BROWSERS_OWN =
  /(^|\.)(google\.com|googleapis\.com|gvt1\.com|gstatic\.com|mozilla\.(com|org|net)|firefox\.com)(:\d+)?$/;

/**
 * The whole internet of a test: the addresses it was given, and a record of every other one that was asked for. It is the
 * browser's HTTP proxy, so that requests of the background worker do not get past it either.
 */
export class Network {
  readonly #fixtures = new Map<string, Fixture>();
  readonly #local = new Set<string>();
  readonly #strays: string[] = [];
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((request, response) => {
      const fixture = this.find(request.url ?? '');
      if (!fixture) {
        this.refuse(request.url ?? '');
        response.writeHead(404).end();
        return;
      }
      response.writeHead(200, { 'content-type': fixture.contentType ?? HTML, ...fixture.headers });
      response.end(fixture.body);
    });
    // An https address: only its host is known here. Browsers connect ahead to hosts whose pages we serve by other means.
    this.#server.on('connect', (request, socket) => {
      const host = (request.url ?? '').replace(/:443$/, '');
      if (![...this.#fixtures.keys()].some((url) => new URL(url).host === host)) this.refuse(host);
      socket.on('error', () => {});
      socket.end('HTTP/1.1 403 Not part of this test\r\n\r\n');
    });
  }

  static async open(): Promise<Network> {
    const network = new Network();
    await new Promise<void>((resolve) => network.#server.listen(0, '127.0.0.1', resolve));
    return network;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** From now on the address answers; a body alone is an HTML page. */
  serve(url: string, fixture: Fixture | string): void {
    this.#fixtures.set(new URL(url).href, typeof fixture === 'string' ? { body: fixture } : fixture);
  }

  /** From now on a program of this machine may be asked, at a host given with its port; browsers go to it without a proxy. */
  letThrough(host: string): void {
    this.#local.add(host);
  }

  isLetThrough(url: string): boolean {
    return URL.canParse(url) && this.#local.has(new URL(url).host);
  }

  /** The fixture of an address, whatever its fragment; null when it has none. */
  find(url: string): Fixture | null {
    if (!URL.canParse(url)) return null;
    const address = new URL(url);
    address.hash = '';
    return this.#fixtures.get(address.href) ?? null;
  }

  /** Notes an address that the test did not give. */
  refuse(url: string): void {
    const host = (URL.canParse(url) && new URL(url).host) || url;
    if (!BROWSERS_OWN.test(host) && !url.endsWith('/favicon.ico')) this.#strays.push(url);
  }

  /** Every address (of https ones outside a page: the host) that was asked for and is no fixture. */
  strays(): readonly string[] {
    return this.#strays;
  }

  /** Knows no address any more, and of none that was asked for. */
  forget(): void {
    this.#fixtures.clear();
    this.#local.clear();
    this.#strays.length = 0;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }
}
