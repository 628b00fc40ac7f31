import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { summarise } from '../core/summary/summarise';
import type { OwnWorld } from './own-scripts/load-script';

export default defineUnlistedScript(() => {
  (globalThis as OwnWorld).paperkinSummarise = summarise;
});
