export interface ChangeListeners {
  /** Nodes came or went that are not ours. */
  readonly onNodes: () => void;
  /** The page moved to another address without loading. */
  readonly onAddress: () => void;
  /** A dialog opened or closed, or the page went into or out of full screen. */
  readonly onTopLayer: () => void;
}

/**
 * Tells of changes to the page, cheaply: the observer looks at no node but to leave out our own hosts. A change of
 * address by `history.pushState` has no event in every browser (Firefox has no `navigation` before 147), so it is
 * noticed at the next change of nodes.
 */
export function watchChanges(
  win: Window,
  isOurs: (node: Node) => boolean,
  { onNodes, onAddress, onTopLayer }: ChangeListeners,
): () => void {
  let address = win.location.href;
  const lookAtAddress = () => {
    if (win.location.href === address) return;
    address = win.location.href;
    onAddress();
  };
  const observer = new MutationObserver((records) => {
    if (records.some((record) => record.type === 'attributes')) onTopLayer();
    if (!records.some((record) => record.type === 'childList' && !onlyOurs(record, isOurs))) return;
    lookAtAddress();
    onNodes();
  });
  observer.observe(win.document, {
    childList: true,
    subtree: true,
    // A modal dialog has no event of its own when it opens in browsers before 2024; its attribute tells.
    attributeFilter: ['open'],
  });
  const stop = new AbortController();
  const options = { signal: stop.signal };
  win.addEventListener('popstate', lookAtAddress, options);
  win.addEventListener('hashchange', lookAtAddress, options);
  win.addEventListener('fullscreenchange', onTopLayer, { capture: true, ...options });
  const { navigation } = win as { navigation?: EventTarget };
  navigation?.addEventListener('navigatesuccess', lookAtAddress, options);
  return () => {
    observer.disconnect();
    stop.abort();
  };
}

function onlyOurs(record: MutationRecord, isOurs: (node: Node) => boolean): boolean {
  for (const node of record.addedNodes) if (!isOurs(node)) return false;
  for (const node of record.removedNodes) if (!isOurs(node)) return false;
  return true;
}
