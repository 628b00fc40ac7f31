import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { openCorpusDatabase } from '../store/corpus-database';
import { IMPORT_LOCK } from '../store/import/import-lock';
import { repairCorpora } from '../store/repair-corpora';
import { foldVisited } from '../store/visited/fold-visited';
import { openVisitedDatabase } from '../store/visited/visited-database';
import type { RepairReply } from './repair/repair-client';

/** Waits for an import that is at work, makes good what is noted as damaged, folds visited papers in, and says that it is done. */
async function repair(): Promise<RepairReply> {
  const corpora = openCorpusDatabase();
  try {
    await navigator.locks.request(IMPORT_LOCK, async () => {
      await repairCorpora(corpora, Date.now);
      await foldVisited({ corpora, visited: openVisitedDatabase(), now: Date.now });
    });
    return { kind: 'done' };
  } catch (error) {
    return { kind: 'defect', message: error instanceof Error ? error.message : String(error) };
  }
}

export default defineUnlistedScript(async () => {
  globalThis.postMessage(await repair(), { transfer: [] });
});
