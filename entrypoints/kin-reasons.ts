import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { sharedTermsOf } from '../core/kin/shared-terms';
import type { OwnWorld } from './own-scripts/load-script';

export default defineUnlistedScript(() => {
  (globalThis as OwnWorld).paperkinSharedTerms = sharedTermsOf;
});
