/**
 * Puts a corpus that `build.ts` built into the database of a Chromium profile, as an import would leave it, in a
 * tenth of the time: `npx tsx tools/bench/made/load.ts FOLDER PROFILE`.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { CorpusStamp } from '../../../store/corpus-store';
import { BenchBrowser } from './profile-browser';
import { FilesOnDisk } from '../files-on-disk';

const BATCH_BYTES = 16 * 1024 * 1024;
const CORPUS_ID = 'made';

/** Runs in the extension's page: every batch is a length, the names and sizes as JSON, and the files. */
const LOAD = `async (port, stamp) => {
  const db = await new Promise((resolve, reject) => {
    const opening = indexedDB.open('paperkin-corpus');
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  const done = (transaction) => new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onabort = () => reject(transaction.error);
  });
  for (let batch = 0; ; batch += 1) {
    const body = await (await fetch('http://127.0.0.1:' + port + '/' + batch)).arrayBuffer();
    if (body.byteLength === 0) break;
    const head = new DataView(body).getUint32(0, true);
    const files = JSON.parse(new TextDecoder().decode(new Uint8Array(body, 4, head)));
    const transaction = db.transaction('files', 'readwrite');
    const store = transaction.objectStore('files');
    let at = 4 + head;
    for (const [name, size] of files) {
      store.put(body.slice(at, at + size), [stamp.id, stamp.generation, name]);
      at += size;
    }
    await done(transaction);
  }
  const transaction = db.transaction('corpora', 'readwrite');
  transaction.objectStore('corpora').put(stamp);
  await done(transaction);
  db.close();
}`;

/** One batch for each request, until an empty one. */
function serveFiles(root: string): Promise<Server> {
  const names = readdirSync(root);
  let next = 0;
  const server = createServer((_, response) => {
    const files: Buffer[] = [];
    const listed: (readonly [name: string, bytes: number])[] = [];
    for (let bytes = 0; next < names.length && bytes < BATCH_BYTES; next += 1) {
      const file = readFileSync(join(root, names[next] ?? ''));
      files.push(file);
      listed.push([(names[next] ?? '').replaceAll('+', '/'), file.length]);
      bytes += file.length;
    }
    const head = Buffer.from(JSON.stringify(listed));
    const size = Buffer.alloc(4);
    size.writeUInt32LE(head.length);
    response.setHeader('access-control-allow-origin', '*');
    response.end(files.length > 0 ? Buffer.concat([size, head, ...files]) : '');
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

const [root, profile] = process.argv.slice(2);
if (!root || !profile) throw new Error('usage: load-profile.ts FOLDER PROFILE');
const { paperCount } = JSON.parse(
  Buffer.from((await new FilesOnDisk(root).read('manifest')) ?? [])
    .subarray(24)
    .toString('utf8'),
) as { paperCount: number };
const stamp: CorpusStamp = {
  id: CORPUS_ID,
  name: `${paperCount} made papers`,
  source: 'made',
  version: '1',
  generation: 1,
  enabled: true,
  paperCount,
  bytes: new FilesOnDisk(root).size().bytes,
  importedAt: Date.now(),
};
const server = await serveFiles(root);
const run = await BenchBrowser.open(profile);
// The database is made by the background.
await run.call('health', {});
const start = performance.now();
await run.page.evaluate(`(${LOAD})(${(server.address() as AddressInfo).port}, ${JSON.stringify(stamp)})`);
console.log(`${paperCount} papers in ${Math.round((performance.now() - start) / 1000)} s`);
await run.close();
server.close();
