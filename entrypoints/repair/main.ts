import { call } from '../../messaging/client';
import { runRepairWorker } from './repair-client';

/** Chromium's way: a document that nobody sees, there as long as the repair is. It outlives the background. */
async function repair(): Promise<void> {
  try {
    await runRepairWorker();
    await call('corpora/changed', {});
  } finally {
    window.close();
  }
}

void repair();
