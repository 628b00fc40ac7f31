import type { ChaosBrowser } from './chaos-browser';
import { NO_FAULTS } from './extension-copy';

/** The state that each run begins with, whatever a run before it left: nothing on the list, no import, no exchange. */
export async function startAnew(browser: ChaosBrowser): Promise<void> {
  await browser.setQuota(null);
  if (browser.faults !== NO_FAULTS) await browser.setFaults(NO_FAULTS);
  const { devices } = await browser.ask('sync/state', {});
  const own = devices.find(({ isThis }) => isThis);
  await browser.ask('sync/set', { isOn: false, ...(own && { forget: own.id }) });
  await browser.inPage('chrome.storage.sync.clear()');
  const paperIds = (await browser.ask('list/all', {})).map(({ paper }) => paper.id);
  if (paperIds.length > 0) await browser.ask('list/remove', { paperIds });
  await browser.ask('bin/empty', { paperIds: null });
  const { corpora, unfinished } = await browser.ask('corpora/all', {});
  for (const { corpusId } of unfinished) await browser.ask('corpora/abandon', { corpusId });
  for (const { id, file } of corpora)
    if (file !== null) await browser.ask('corpora/remove', { corpusId: id });
}
