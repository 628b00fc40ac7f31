import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { visited } from '../engine/visited/visited';
import type { OwnWorld } from './own-scripts/load-script';

export default defineUnlistedScript(() => {
  (globalThis as OwnWorld).paperkinVisited = visited;
});
