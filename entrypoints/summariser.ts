import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { summarise } from '../core/summary/summarise';
import type { SummaryWorld } from './summary/load-summariser';

export default defineUnlistedScript(() => {
  (globalThis as SummaryWorld).paperkinSummarise = summarise;
});
