import type { browser as polyfilled } from 'wxt/browser';

const world = globalThis as { readonly browser?: typeof polyfilled; readonly chrome?: typeof polyfilled };

/**
 * Stands for `wxt/browser` in the core script and in the background (`tools/page-scripts`): the browser's own interface,
 * which answers with promises in both. webextension-polyfill weighs 3 kB (gzipped) in every page and at every waking, for what
 * these two do not use; listening to messages, where browsers differ, is `listen`.
 */
export const browser = world.browser ?? world.chrome;
