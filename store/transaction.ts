interface Transaction {
  readonly done: Promise<void>;
  abort(): void;
}

const ignore = (): void => undefined;

/**
 * Runs the writes of one transaction: all of them are kept, or none. `work` may await nothing but requests of this
 * transaction, because the browser commits it as soon as it is idle. Resolves once the transaction is complete.
 */
export async function allOrNothing<T>(transaction: Transaction, work: () => Promise<T>): Promise<T> {
  try {
    const value = await work();
    await transaction.done;
    return value;
  } catch (error) {
    transaction.done.catch(ignore);
    try {
      transaction.abort();
    } catch {
      // It has ended by itself: the request that failed has already aborted it.
    }
    throw error;
  }
}

/**
 * Lets requests run without waiting for each: an order of magnitude faster for many puts. The transaction's `done`
 * reports the first that fails; without a handler of its own each would count as unhandled as well.
 */
export function unawaited(request: Promise<unknown>): void {
  request.catch(ignore);
}
