export interface ChangeListeners {
  /** Nodes came, went or changed their text that are not ours; `at`: the nodes whose children or text these are. */
  readonly onNodes: (at: readonly Node[]) => void;
  /** The page moved to another address without loading. */
  readonly onAddress: () => void;
  /** A dialog opened or closed; the rest of the top layer is `watchTopLayer`'s. */
  readonly onDialog: () => void;
}

/**
 * Tells of changes to the page, cheaply: the observer looks at no node but to leave out our own hosts. A change of
 * address by `history.pushState` has no event in every browser (Firefox has no `navigation` before 147), so it is
 * noticed at the next change of nodes.
 */
export function watchChanges(
  win: Window,
  isOurs: (node: Node) => boolean,
  { onNodes, onAddress, onDialog }: ChangeListeners,
): () => void {
  let address = win.location.href;
  const lookAtAddress = () => {
    if (win.location.href === address) return;
    address = win.location.href;
    onAddress();
  };
  const observer = new MutationObserver((records) => {
    if (records.some((record) => record.type === 'attributes')) onDialog();
    const changes = records.filter((record) => record.type !== 'attributes' && !onlyOurs(record, isOurs));
    if (changes.length === 0) return;
    lookAtAddress();
    onNodes(changes.map(({ target }) => target));
  });
  observer.observe(win.document, {
    childList: true,
    subtree: true,
    // Lists that draw only what is in view write the next titles into the nodes of the last.
    characterData: true,
    // A modal dialog has no event of its own when it opens in browsers before 2024; its attribute tells.
    attributeFilter: ['open'],
  });
  const stop = new AbortController();
  const options = { signal: stop.signal };
  win.addEventListener('popstate', lookAtAddress, options);
  win.addEventListener('hashchange', lookAtAddress, options);
  const { navigation } = win as { navigation?: EventTarget };
  navigation?.addEventListener('navigatesuccess', lookAtAddress, options);
  return () => {
    observer.disconnect();
    stop.abort();
  };
}

/**
 * Tells when a popover or a folded part opened or closed, or the page went into or out of full screen. It must be called before
 * the page's first script: a listener of the page that comes first could keep the event from us, and what it opened over our card.
 */
export function watchTopLayer(win: Window, onTopLayer: () => void, signal: AbortSignal): void {
  for (const type of ['fullscreenchange', 'toggle']) {
    win.addEventListener(type, onTopLayer, { capture: true, passive: true, signal });
  }
}

/** What changed its text is the page's: ours is in closed roots. */
function onlyOurs(record: MutationRecord, isOurs: (node: Node) => boolean): boolean {
  if (record.type === 'characterData') return false;
  for (const node of record.addedNodes) if (!isOurs(node)) return false;
  for (const node of record.removedNodes) if (!isOurs(node)) return false;
  return true;
}
