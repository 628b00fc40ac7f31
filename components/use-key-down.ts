import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Listens for keys pressed anywhere within an element (or, without one, in the whole document): shortcuts belong to a
 * region, not to one control of it.
 */
export function useKeyDown(
  region: RefObject<HTMLElement | null> | null,
  listener: (event: KeyboardEvent) => unknown,
): void {
  const latest = useRef(listener);
  latest.current = listener;
  useLayoutEffect(() => {
    const target: HTMLElement | Document | null = region === null ? document : region.current;
    const listen = (event: Event) => {
      if (event instanceof KeyboardEvent) latest.current(event);
    };
    target?.addEventListener('keydown', listen);
    return () => target?.removeEventListener('keydown', listen);
  }, [region]);
}
