import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { extensionWithQuota, type LimitedExtension } from '../../tests/browser/with-quota';
import type { DatabaseFailure } from './step';

/** What goes wrong in one script of the extension; set from outside, in its global object `chaos`. */
export interface ScriptFaults {
  /** Added to the clock, milliseconds. */
  readonly clockMs: number;
  /** Each so-manieth call of the database fails; 0 for none. */
  readonly nth: number;
  readonly how: DatabaseFailure;
}

export const NO_FAULTS: ScriptFaults = { clockMs: 0, nth: 0, how: 'throws' };

/** Put before the background and the worker of imports: the shipped files know nothing of it. */
const PRELUDE = `(() => {
  const chaos = (globalThis.chaos = { clockMs: 0, nth: 0, how: 'throws', calls: 0, failed: 0 });
  const now = Date.now.bind(Date);
  Date.now = () => now() + chaos.clockMs;
  const errorOf = () => chaos.how === 'is-full'
    ? new DOMException('Chaos: the disk is full.', 'QuotaExceededError')
    : new DOMException('Chaos: no.', 'UnknownError');
  const endOf = (target) => target.objectStore?.transaction ?? target.transaction;
  const wrap = (prototype, names) => {
    for (const name of names) {
      const real = prototype[name];
      prototype[name] = function (...given) {
        if (chaos.nth === 0 || ++chaos.calls % chaos.nth !== 0) return real.apply(this, given);
        chaos.failed += 1;
        const transaction = chaos.how === 'aborts-late' ? endOf(this) : null;
        if (!(transaction instanceof IDBTransaction)) throw errorOf();
        const request = real.apply(this, given);
        request.addEventListener('success', () => queueMicrotask(() => {
          try { transaction.abort(); } catch {}
        }));
        return request;
      };
    }
  };
  wrap(IDBFactory.prototype, ['open']);
  wrap(IDBDatabase.prototype, ['transaction']);
  const reads = ['get', 'getAll', 'getAllKeys', 'openCursor', 'openKeyCursor'];
  wrap(IDBObjectStore.prototype, [...reads, 'put', 'delete']);
  wrap(IDBIndex.prototype, reads);
})();
`;

/** A copy of the built extension whose storage can be filled and whose database and clock can be made to fail. */
export function extensionUnderChaos(): LimitedExtension {
  const extension = extensionWithQuota();
  const assets = join(extension.folder, 'assets');
  const workers = readdirSync(assets).filter((name) => /^import-worker-.*\.js$/.test(name));
  if (workers.length !== 1) throw new Error('the build has no worker of imports, or several');
  const files = [join(extension.folder, 'background.js'), ...workers.map((name) => join(assets, name))];
  for (const file of files) writeFileSync(file, PRELUDE + readFileSync(file, 'utf8'));
  return extension;
}
