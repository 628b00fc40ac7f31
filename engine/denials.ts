import type { PaperId } from '../core/paper';
import type { Params } from '../messaging/protocol';
import { StorageError } from '../store/storage-error';
import { CallError } from './call-error';
import type { EnginePorts } from './ports';

const NONE: ReadonlySet<PaperId> = new Set();
const ADDRESS_CHARS_MAX = 2_000;

/** A page is its address without the place on it; null for what is no address, or an endless one. */
function pageOf(address: string | null | undefined): string | null {
  if (!address || address.length > ADDRESS_CHARS_MAX) return null;
  try {
    const url = new URL(address);
    url.hash = '';
    return url.href;
  } catch {
    return null;
  }
}

/** The papers that the reader said a page does not name; none where that cannot be read. */
export async function deniedOn(
  address: string | null | undefined,
  { denials }: Pick<EnginePorts, 'denials'>,
): Promise<ReadonlySet<PaperId>> {
  const page = pageOf(address);
  if (page === null) return NONE;
  try {
    return await denials.of(page);
  } catch (error) {
    // Marks that are wrong are better than none.
    if (error instanceof StorageError) return NONE;
    throw error;
  }
}

/** Answers `paper/deny`. */
export async function denyPaper(
  { page: address, paperId, isDenied }: Params<'paper/deny'>,
  { ports }: { readonly ports: Pick<EnginePorts, 'denials' | 'onListChanged'> },
): Promise<null> {
  const page = pageOf(address);
  if (page === null) throw new CallError('bad-request', 'The page has no address to remember.');
  await ports.denials.set(page, paperId, isDenied);
  ports.onListChanged();
  return null;
}
