import { readListFile } from '../../core/list-formats/list-imports';
import { possibleDoubles } from '../../core/list-formats/possible-doubles';
import { previewImport } from '../../core/list-formats/preview';
import type { ReadList } from '../../components/list/import/ports';
import type { UnusableSource } from '../../core/import/inspect';
import type { ReadingListEntry } from '../../core/reading-list/entry';
import { inMessages, type ListRequest } from './list-messages';

type Reading = Extract<ListRequest, { kind: 'read' }>;

/** The list as it is, as far as it has come. */
const present: ReadingListEntry[] = [];

async function answer({ file, name }: Reading): Promise<ReadList | UnusableSource> {
  const read = await readListFile(file, name);
  if (!read.ok) return read;
  const preview = previewImport(read.records, present, Date.now());
  const doubles = possibleDoubles(preview.fresh, present);
  return { ok: true, name, formats: read.formats, isCut: read.isCut, preview: { ...preview, doubles } };
}

async function reply(request: Reading): Promise<void> {
  const read = await answer(request).catch((error: unknown): UnusableSource => {
    const message = error instanceof Error ? error.message : String(error);
    return { ok: false, name: request.name, kind: 'unreadable', message };
  });
  for (const message of inMessages(read)) globalThis.postMessage(message, { transfer: [] });
}

globalThis.addEventListener('message', ({ data }: MessageEvent<ListRequest>) => {
  if (data.kind === 'read') void reply(data);
  else for (const entry of data.entries) present.push(entry);
});
