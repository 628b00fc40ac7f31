/**
 * WXT 0.21.0 tells older copies of the script that a newer one started, by an event on the document (which no script of
 * the page can hear so early) and once more by `window.postMessage`, which every page would. Nothing needs the second.
 */
export function hideStartMessage(win: Window, signal: AbortSignal): void {
  const hide = (event: MessageEvent<unknown>) => {
    if (event.source === win && isStartMessage(event.data)) event.stopImmediatePropagation();
  };
  win.addEventListener('message', hide, { capture: true, signal });
}

function isStartMessage(data: unknown): boolean {
  return (
    typeof data === 'object' &&
    data !== null &&
    'type' in data &&
    typeof data.type === 'string' &&
    data.type.endsWith(':wxt:content-script-started')
  );
}
