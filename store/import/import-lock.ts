/** Name of the Web Lock that an import holds, over all contexts of the extension. */
export const IMPORT_LOCK = 'paperkin-import';

/** Whether an import is at work in any tab. What it writes to must not be taken away under it. */
export async function isImportRunning(): Promise<boolean> {
  const { held = [] } = await navigator.locks.query();
  return held.some(({ name }) => name === IMPORT_LOCK);
}
