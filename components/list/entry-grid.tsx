import { useSignalEffect } from '@preact/signals';
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useMessages } from '../messages';
import { EntryRow, ROW_HEIGHT_PX } from './entry-row';
import type { ListStore } from './list-store';

/** Rows drawn above and below those in sight: scrolling shows no gap before the next frame. */
const SPARE_ROWS = 8;

/** The rows of the list. Only those in sight, and the active one, which may have the focus, are in the document. */
export function EntryGrid({ store }: { readonly store: ListStore }) {
  const t = useMessages();
  const grid = useRef<HTMLDivElement>(null);
  const { rows } = store;
  const [sight, look] = useSight(grid);
  useLayoutEffect(() => {
    const onClick = (event: MouseEvent) => onGridClick(store, event);
    const { current } = grid;
    current?.addEventListener('click', onClick);
    return () => current?.removeEventListener('click', onClick);
  }, [store]);
  useSignalEffect(() => {
    const isWanted = rows.takeFocusWish();
    if (isWanted && grid.current) bringIntoSight(grid.current, rows.activeAt.peek(), isWanted);
  });
  const shown = rows.shown.value;
  const active = rows.activeAt.value;
  return (
    <div
      class="pk-grid"
      role="grid"
      aria-label={t('list_title')}
      aria-multiselectable="true"
      aria-rowcount={shown.length}
      ref={grid}
      onScroll={look}
    >
      <div style={{ height: `${shown.length * ROW_HEIGHT_PX}px` }}>
        {drawnRows(sight, shown.length, active).map((at) => {
          const entry = shown[at];
          return (
            entry && (
              <EntryRow key={entry.paper.id} store={store} entry={entry} at={at} isActive={at === active} />
            )
          );
        })}
      </div>
    </div>
  );
}

interface Sight {
  readonly first: number;
  readonly last: number;
}

/** The rows in sight by their numbers, kept as the list scrolls and changes its size. */
function useSight(grid: RefObject<HTMLElement | null>): readonly [Sight, look: () => void] {
  const [sight, setSight] = useState<Sight>({ first: 0, last: 20 });
  const look = () => {
    const { scrollTop = 0, clientHeight = 0 } = grid.current ?? {};
    const first = Math.floor(scrollTop / ROW_HEIGHT_PX);
    const last = Math.ceil((scrollTop + clientHeight) / ROW_HEIGHT_PX);
    setSight((before) => (before.first === first && before.last === last ? before : { first, last }));
  };
  useLayoutEffect(() => {
    const { current } = grid;
    if (!current || typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(look);
    observer.observe(current);
    return () => observer.disconnect();
  }, []);
  return [sight, look];
}

/** A click on a row opens it beside the list; with Ctrl, Cmd or Shift, or on its box, it selects. */
function onGridClick(store: ListStore, event: MouseEvent): void {
  const { rows } = store;
  const target = event.target instanceof Element ? event.target : null;
  const at = Number(target?.closest<HTMLElement>('[data-at]')?.dataset['at'] ?? -1);
  const entry = rows.shown.value[at];
  if (!entry || target?.closest('button')) return;
  if (event.shiftKey) rows.moveTo(at, { extend: true });
  else if (event.ctrlKey || event.metaKey || target?.matches('input')) rows.toggle(at);
  else {
    rows.moveTo(at);
    void store.open(entry.paper.id);
  }
}

function drawnRows(sight: Sight, count: number, active: number): number[] {
  const start = Math.max(0, Math.min(sight.first, count - 1) - SPARE_ROWS);
  const end = Math.min(count, sight.last + SPARE_ROWS);
  const numbers = Array.from({ length: Math.max(0, end - start) }, (_, at) => start + at);
  if (active < 0 || (active >= start && active < end)) return numbers;
  return active < start ? [active, ...numbers] : [...numbers, active];
}

function bringIntoSight(grid: HTMLElement, at: number, isWanted: () => boolean): void {
  const [top, bottom] = [at * ROW_HEIGHT_PX, (at + 1) * ROW_HEIGHT_PX];
  if (top < grid.scrollTop) grid.scrollTop = top;
  else if (bottom > grid.scrollTop + grid.clientHeight) grid.scrollTop = bottom - grid.clientHeight;
  // The row is drawn with the signals that changed; the focus moves after that.
  queueMicrotask(() =>
    requestAnimationFrame(() => {
      if (isWanted()) grid.querySelector<HTMLElement>('[role=row][tabindex="0"]')?.focus();
    }),
  );
}
