import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { OwnWorld } from './own-scripts/load-script';
import { answerPlaces } from './places/places';

export default defineUnlistedScript(() => {
  (globalThis as OwnWorld).paperkinPlaces = answerPlaces();
});
