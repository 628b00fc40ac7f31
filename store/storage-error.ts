/**
 * - `refused`: the browser gives no database here (private window, policy).
 * - `newer`: a newer Paperkin wrote it; it is left as it is.
 * - `full`: the disk or the browser's allowance is used up.
 * - `failed`: anything else a database reports.
 */
export type StorageTrouble = 'refused' | 'newer' | 'full' | 'failed';

/** Expected trouble with a database. `message` holds the browser's own words and is fit for people to read. */
export class StorageError extends Error {
  override readonly name = 'StorageError';

  constructor(
    readonly kind: StorageTrouble,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

const REFUSALS: ReadonlySet<string> = new Set(['SecurityError', 'InvalidStateError', 'NotAllowedError']);
const NEARLY_FULL = 0.9;

/** What a database threw, as a `StorageError`; `otherwise` is the kind where the error's name tells nothing. */
export async function toStorageError(
  error: unknown,
  otherwise: 'refused' | 'failed' = 'failed',
): Promise<StorageError> {
  if (error instanceof StorageError) return error;
  const { name, message } = error instanceof Error ? error : { name: '', message: String(error) };
  if (name === 'VersionError')
    return new StorageError('newer', 'A newer Paperkin wrote it.', {
      cause: error,
    });
  // Firefox reports a full disk as a nameless error or a bare abort, so the allowance has to be asked (seen 2026-08).
  const isFull = name === 'QuotaExceededError' || (isBare(name, message) && (await isNearlyFull()));
  const kind = isFull ? 'full' : REFUSALS.has(name) ? 'refused' : otherwise;
  const words = [name, message].filter((word) => word !== '' && word !== 'undefined').join(': ');
  return new StorageError(kind, words || 'No reason.', { cause: error });
}

function isBare(name: string, message: string): boolean {
  return name === 'AbortError' || name === 'UnknownError' || message === '' || message === 'undefined';
}

async function isNearlyFull(): Promise<boolean> {
  try {
    const { usage = 0, quota = 0 } = await navigator.storage.estimate();
    return quota > 0 && usage / quota > NEARLY_FULL;
  } catch {
    return false;
  }
}
