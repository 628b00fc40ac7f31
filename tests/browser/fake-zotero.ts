import type { IncomingMessage, ServerResponse } from 'node:http';

/** What was sent to it, and whether its open collection can be changed. */
export interface FakeZotero {
  readonly imports: string[];
  isReadOnly: boolean;
}

/**
 * Answers as Zotero's local server is documented to: nothing at all to a browser without its header, 201 with the items, 400 for
 * text that none of its importers knows.
 */
export function answerAsZotero(zotero: FakeZotero, request: IncomingMessage, response: ServerResponse): void {
  const isAllowed =
    request.headers['x-zotero-connector-api-version'] !== undefined ||
    request.headers['zotero-allowed-request'] !== undefined;
  if (!isAllowed) {
    request.socket.destroy();
    return;
  }
  const address = new URL(request.url ?? '/', 'http://127.0.0.1');
  let body = '';
  request.on('data', (chunk: Buffer) => (body += chunk.toString()));
  request.on('end', () => {
    const items = body.match(/^TY {2}- /gm) ?? [];
    const answer = (status: number, value: unknown) =>
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(value));
    if (request.method !== 'POST' || address.pathname !== '/connector/import') return answer(404, null);
    if (!address.searchParams.get('session')) return answer(400, { error: 'NO_SESSION' });
    if (zotero.isReadOnly) return answer(500, { libraryEditable: false });
    if (items.length === 0) return answer(400, null);
    zotero.imports.push(body);
    return answer(
      201,
      items.map((_, at) => ({ itemType: 'journalArticle', key: `K${at}` })),
    );
  });
}
