import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { sync } from '../engine/sync/sync';
import type { OwnWorld } from './own-scripts/load-script';

export default defineUnlistedScript(() => {
  (globalThis as OwnWorld).paperkinSync = sync;
});
