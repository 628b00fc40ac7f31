/**
 * What the exchange with other machines keeps on this one, beside the list and as lasting as it. Rejects with a `StorageError`.
 */
export interface SyncStore {
  /** `undefined` when nothing was set. */
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
}
