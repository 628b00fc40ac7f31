import { defineContentScript } from 'wxt/utils/define-content-script';

export default defineContentScript({
  matches: ['*://arxiv.org/*'],
  runAt: 'document_start',
  main() {},
});
