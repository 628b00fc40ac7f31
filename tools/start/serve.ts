import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

const DEMO = join(import.meta.dirname, 'demo');
/** The whole site: nothing else is served, so no path can lead out of the folder. */
const FILES: Readonly<Record<string, string>> = {
  'index.html': 'text/html; charset=utf-8',
  'notes.html': 'text/html; charset=utf-8',
  'demo.css': 'text/css; charset=utf-8',
};

export interface DemoServer {
  /** The listing's address. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Serves the demonstration pages to this machine, at a free port. */
export async function serveDemo(): Promise<DemoServer> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://127.0.0.1').pathname.slice(1) || 'index.html';
    const type = FILES[path];
    if (type === undefined) return void response.writeHead(404).end();
    readFile(join(DEMO, path)).then(
      (body) => response.writeHead(200, { 'content-type': type }).end(body),
      () => response.writeHead(500).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
