import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { keeper } from '../engine/keeper/keeper';
import type { OwnWorld } from './own-scripts/load-script';

export default defineUnlistedScript(() => {
  (globalThis as OwnWorld).paperkinKeeper = keeper;
});
