import { quadtree, type Quadtree } from 'd3-quadtree';
import { select } from 'd3-selection';
import { zoom, zoomIdentity, type ZoomBehavior } from 'd3-zoom';
import type { PaperMap } from '../../core/map/paper-map';
import { coloursOf, type Colours } from './colours';
import { drawMap } from './draw-map';
import { fittingView, placeOf, type Scene, type Size, type View } from './scene';

/** Nearer than this to a point the pointer means it, px. */
const REACH_PX = 14;
const ZOOMS: [number, number] = [0.05, 40];
const ZOOM_STEP = 1.5;
/** A paper that the keyboard goes to is kept so far from the edge, px. */
const EDGE_PX = 48;

type Facts = Pick<Scene, 'papers' | 'statusOf' | 'current'> & { readonly map: PaperMap | null };

/** The canvas: draws what it is given, and knows how it is looked at. Zooming and dragging are d3-zoom's. */
export class Picture {
  readonly #canvas: HTMLCanvasElement;
  readonly #win: Window;
  readonly #zoom: ZoomBehavior<HTMLCanvasElement, unknown>;
  readonly #sizes: ResizeObserver;
  readonly #themes: MediaQueryList;
  readonly #stop = new AbortController();
  #facts: Facts | null = null;
  #places: Quadtree<number> | null = null;
  #view: View = { k: 1, x: 0, y: 0 };
  #size: Size = { width: 0, height: 0 };
  #frame: number | null = null;
  /** Until the reader zooms or drags, the picture shows all there is. */
  #isFitted = true;

  constructor(canvas: HTMLCanvasElement, win: Window) {
    this.#canvas = canvas;
    this.#win = win;
    this.#zoom = zoom<HTMLCanvasElement, unknown>()
      .scaleExtent(ZOOMS)
      .on('zoom', ({ transform, sourceEvent }: { transform: View; sourceEvent: Event | null }) => {
        this.#view = { k: transform.k, x: transform.x, y: transform.y };
        if (sourceEvent) this.#isFitted = false;
        this.#drawSoon();
      });
    select(canvas).call(this.#zoom).on('dblclick.zoom', null);
    this.#sizes = new ResizeObserver(() => this.#resized());
    this.#sizes.observe(canvas);
    this.#themes = win.matchMedia('(prefers-color-scheme: dark)');
    this.#themes.addEventListener('change', () => this.#drawSoon(), { signal: this.#stop.signal });
    this.#resized();
  }

  show(facts: Facts): void {
    const isNewMap = facts.map !== this.#facts?.map;
    // A map that begins anew is looked at whole.
    if (facts.map === null) this.#isFitted = true;
    this.#facts = facts;
    if (isNewMap) this.#places = null;
    if (isNewMap && this.#isFitted) this.fit();
    this.#drawSoon();
  }

  fit(): void {
    const map = this.#facts?.map;
    if (map) this.#look(fittingView(map, this.#size));
    this.#isFitted = true;
  }

  zoomBy(steps: number): void {
    this.#isFitted = false;
    select(this.#canvas).call(this.#zoom.scaleBy, ZOOM_STEP ** steps);
  }

  /** Moves the picture so that a paper is well in sight. */
  bringIntoSight(paper: number): void {
    const scene = this.scene();
    if (!scene) return;
    const { x, y } = placeOf(scene, paper);
    const { width, height } = this.#size;
    const by = (at: number, room: number) => Math.max(0, EDGE_PX - at) - Math.max(0, at - room + EDGE_PX);
    const [dx, dy] = [by(x, width), by(y, height)];
    if (dx === 0 && dy === 0) return;
    this.#isFitted = false;
    this.#look({ ...this.#view, x: this.#view.x + dx, y: this.#view.y + dy });
  }

  isOnRight(paper: number): boolean {
    const scene = this.scene();
    return scene !== null && placeOf(scene, paper).x > this.#size.width / 2;
  }

  #look({ k, x, y }: View): void {
    select(this.#canvas).call(this.#zoom.transform, zoomIdentity.translate(x, y).scale(k));
  }

  /** The paper at a place of the canvas, px; null where none is near. */
  paperAt(x: number, y: number): number | null {
    return this.#nearestTo(x, y, REACH_PX);
  }

  /** The paper nearest to the middle of the picture. */
  middlePaper(): number | null {
    return this.#nearestTo(this.#size.width / 2, this.#size.height / 2, Infinity);
  }

  #nearestTo(x: number, y: number, reach: number): number | null {
    const map = this.#facts?.map;
    if (!map) return null;
    this.#places ??= quadtree<number>()
      .x((paper) => map.positions[2 * paper] ?? 0)
      .y((paper) => map.positions[2 * paper + 1] ?? 0)
      .addAll([...map.clusterOf.keys()]);
    const { k, x: left, y: top } = this.#view;
    return this.#places.find((x - left) / k, (y - top) / k, reach / k) ?? null;
  }

  scene(): Scene | null {
    const map = this.#facts?.map;
    return this.#facts && map ? { ...this.#facts, map, view: this.#view, size: this.#size } : null;
  }

  colours(): Colours {
    const style = this.#win.getComputedStyle(this.#canvas);
    const theme = this.#themes.matches ? 'dark' : 'light';
    return coloursOf((name) => style.getPropertyValue(name).trim(), theme);
  }

  #resized(): void {
    const { clientWidth: width, clientHeight: height } = this.#canvas;
    const ratio = this.#win.devicePixelRatio || 1;
    this.#size = { width, height };
    this.#canvas.width = Math.round(width * ratio);
    this.#canvas.height = Math.round(height * ratio);
    if (this.#isFitted) this.fit();
    this.#drawSoon();
  }

  #drawSoon(): void {
    this.#frame ??= this.#win.requestAnimationFrame(() => {
      this.#frame = null;
      const context = this.#canvas.getContext('2d');
      const scene = this.scene();
      if (!context) return;
      const ratio = this.#win.devicePixelRatio || 1;
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      if (scene) drawMap(context, scene, this.colours());
      else context.clearRect(0, 0, this.#size.width, this.#size.height);
    });
  }

  destroy(): void {
    this.#stop.abort();
    this.#sizes.disconnect();
    select(this.#canvas).on('.zoom', null);
    if (this.#frame !== null) this.#win.cancelAnimationFrame(this.#frame);
  }
}
