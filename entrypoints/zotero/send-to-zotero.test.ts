import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { freshEntry } from '../../core/reading-list/entry';
import { withVersion } from '../../core/reading-list/versions';
import { samplePaper } from '../../tests/samples/papers';
import { answerAsZotero, type FakeZotero } from '../../tests/browser/fake-zotero';
import { sendToZotero } from './send-to-zotero';

const permissions = vi.hoisted(() => ({
  contains: vi.fn<() => Promise<boolean>>(),
  request: vi.fn<() => Promise<boolean>>(),
  remove: vi.fn<() => Promise<boolean>>(),
}));
vi.mock('wxt/browser', () => ({ browser: { permissions } }));

const ENTRIES = ['Soups', 'Gulls'].map((title) => freshEntry(samplePaper({ id: title, title }), 1, null));
const realFetch = globalThis.fetch;
let server: Server;
let zotero: FakeZotero;

beforeEach(async () => {
  permissions.contains.mockResolvedValue(false);
  permissions.request.mockResolvedValue(true);
  permissions.remove.mockReset().mockResolvedValue(true);
  zotero = { imports: [], isReadOnly: false };
  server = createServer((request, response) => answerAsZotero(zotero, request, response));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  vi.stubGlobal('fetch', (address: string, request: RequestInit) =>
    realFetch(address.replace('127.0.0.1:23119', `127.0.0.1:${port}`), request),
  );
});
afterEach(() => {
  vi.unstubAllGlobals();
  server.closeAllConnections();
  server.close();
});

it('sends entries as RIS, and gives the right back', async () => {
  expect(await sendToZotero(ENTRIES)).toEqual({ kind: 'sent', count: 2 });
  expect(zotero.imports[0]).toContain('TI  - Soups');
  expect(permissions.remove).toHaveBeenCalledOnce();
});

it('sends an entry with versions as one record, with the identifiers that only another version has', async () => {
  const published = samplePaper({ id: 'b', title: 'Soups', doi: '10.1234/soups' });
  const [soups] = ENTRIES.map((entry) => withVersion(entry, published, 2, null));
  expect(await sendToZotero(soups ? [soups] : [])).toEqual({ kind: 'sent', count: 1 });
  expect(zotero.imports[0]).toContain('10.1234/soups');
});

it('leaves a right that was there before', async () => {
  permissions.contains.mockResolvedValue(true);
  await sendToZotero(ENTRIES);
  expect(permissions.remove).not.toHaveBeenCalled();
});

it('sends nothing without leave', async () => {
  permissions.request.mockResolvedValue(false);
  expect(await sendToZotero(ENTRIES)).toEqual({ kind: 'refused' });
  expect(zotero.imports).toEqual([]);
});

it('uses a session once: the same papers can be sent again', async () => {
  await sendToZotero(ENTRIES);
  expect(await sendToZotero(ENTRIES)).toEqual({ kind: 'sent', count: 2 });
});

it('says that Zotero does not run, that it refuses, or what it answered', async () => {
  zotero.isReadOnly = true;
  expect(await sendToZotero(ENTRIES)).toEqual({ kind: 'read-only' });
  zotero.isReadOnly = false;
  expect(await sendToZotero([])).toEqual({ kind: 'failed', status: 400 });
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
  expect(await sendToZotero(ENTRIES)).toEqual({ kind: 'not-running' });
  expect(permissions.remove).toHaveBeenCalledTimes(3);
});
