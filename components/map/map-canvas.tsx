import { useEffect, useRef } from 'preact/hooks';
import type { RefObject } from 'preact';
import { useMessages } from '../messages';
import { useKeyDown } from '../use-key-down';
import type { MapStore } from './map-store';
import { Picture } from './picture';
import { nextPaper, type Direction } from './scene';

/** A pointer that only passes opens no card. */
const HOVER_MS = 180;

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

export interface MapCanvasProps {
  readonly store: MapStore;
  readonly picture: RefObject<Picture | null>;
}

/** The picture itself, with pointer and keyboard; what is drawn is told in words as well. */
export function MapCanvas({ store, picture }: MapCanvasProps) {
  const t = useMessages();
  const canvas = useRef<HTMLCanvasElement>(null);
  const room = useRef<HTMLDivElement>(null);
  usePicture(canvas, picture, store);
  useKeyDown(room, (event) => runKey(event, store, picture.current));
  const hover = useHover(store, picture);
  return (
    <>
      {/* Who cannot see it hears of one paper at a time, in the words below. */}
      <div
        ref={room}
        class="pk-map-picture"
        // An application takes keys, by its role (ARIA 1.2).
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        role="application"
        aria-label={t('map_keys')}
        {...hover}
      >
        <canvas ref={canvas} aria-hidden="true" />
      </div>
      <output class="pk-unseen">{announcement(store)}</output>
    </>
  );
}

/** Has the picture drawn for as long as the canvas is there, with what the store knows. */
function usePicture(
  canvas: RefObject<HTMLCanvasElement | null>,
  picture: RefObject<Picture | null>,
  store: MapStore,
): void {
  useEffect(() => {
    if (!canvas.current) return;
    const own = new Picture(canvas.current, window);
    picture.current = own;
    return () => {
      picture.current = null;
      own.destroy();
    };
  }, []);
  const facts = {
    papers: store.papers.value,
    map: store.map.value,
    current: store.current.value,
    statuses: store.statuses.value,
  };
  useEffect(
    () => picture.current?.show({ ...facts, statusOf: (paper) => store.statusOf(paper) }),
    Object.values(facts),
  );
}

function announcement(store: MapStore): string {
  const { opened, current, map } = store;
  if (opened.value === null) return '';
  const cluster = current.value === null ? undefined : map.value?.clusterOf[current.value];
  const phrases = map.value?.clusters[cluster ?? -1]?.phrases ?? [];
  return [opened.value.title, ...phrases].join('. ');
}

/** The card opens over a paper when the pointer rests there, and stays until another, or until a press beside the papers. */
function useHover(store: MapStore, picture: RefObject<Picture | null>) {
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const forget = () => {
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = null;
  };
  useEffect(() => forget, []);
  const paperUnder = ({ offsetX, offsetY }: MouseEvent) => picture.current?.paperAt(offsetX, offsetY) ?? null;
  return {
    onPointerMove: (event: PointerEvent) => {
      forget();
      const paper = event.buttons === 0 ? paperUnder(event) : null;
      if (event.currentTarget instanceof HTMLElement)
        event.currentTarget.style.cursor = paper === null ? 'grab' : 'pointer';
      if (paper !== null) timer.current = setTimeout(() => store.select(paper), HOVER_MS);
    },
    onPointerLeave: forget,
    onClick: (event: MouseEvent) => store.select(paperUnder(event)),
  };
}

function runKey(event: KeyboardEvent, store: MapStore, picture: Picture | null): void {
  if (event.ctrlKey || event.metaKey || event.altKey || !picture) return;
  const direction = ARROWS[event.key];
  if (direction) go(direction, store, picture);
  else if (event.key === '+' || event.key === '=') picture.zoomBy(1);
  else if (event.key === '-') picture.zoomBy(-1);
  else if (event.key === '0') picture.fit();
  else if (event.key === 'Escape') store.open(null);
  else if (event.key === 's') void store.save();
  else return;
  event.preventDefault();
}

function go(direction: Direction, store: MapStore, picture: Picture): void {
  const map = store.map.value;
  if (!map) return;
  const from = store.current.value;
  // The keyboard begins in the middle of what is seen.
  const next = from === null ? picture.middlePaper() : nextPaper(map, from, direction);
  if (next === null) return;
  picture.bringIntoSight(next);
  store.select(next);
}
