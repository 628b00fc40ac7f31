import { browser } from 'wxt/browser';
import { readSettings } from '../../store/settings';
import { WrittenSummaries } from '../../store/written-summaries';
import { BrowserModel } from './browser-model';
import { connectWriter } from './writer';

/** The browser's model as a page of ours uses it. All such pages share what it wrote before. */
export function windowModel() {
  const model = BrowserModel.ofWindow();
  const written = new WrittenSummaries(localStorage);
  return { model, written, write: connectWriter({ model, written, isWanted }) };
}

async function isWanted(): Promise<boolean> {
  return (await readSettings(browser.storage.local, '')).modelSummary;
}
