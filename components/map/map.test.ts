import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coloursOf, hex } from './colours';
import { labelsOf } from './labels';
import { mapSvg } from './map-svg';
import { fittingView, nextPaper, placeOf, type Scene } from './scene';

const SIZE = { width: 800, height: 500 };
const colours = coloursOf((name) => (name === '--pk-paper' ? '#ffffff' : '#222222'), 'light');
const measure = (text: string): number => 6 * text.length;

function sceneOf(places: readonly (readonly [number, number])[], more: Partial<Scene> = {}): Scene {
  const positions = Float32Array.from(places.flat());
  const map = {
    positions,
    clusterOf: new Uint8Array(places.length),
    clusters: [{ phrases: ['tidal currents', 'mud'], x: 0, y: 0, size: places.length }],
    kin: new Int32Array(6 * places.length).fill(-1),
  };
  const papers = places.map((_, at) => ({ id: `p${at}`, title: `Paper number ${at}`, year: null }));
  const view = fittingView(map, SIZE);
  return { papers, map, statusOf: () => null, current: null, view, size: SIZE, ...more };
}

describe('fittingView', () => {
  it('has every paper in sight, whatever the map', () => {
    const places = fc.array(
      fc.tuple(
        fc.float({ noNaN: true, min: -1e4, max: 1e4 }),
        fc.float({ noNaN: true, min: -1e4, max: 1e4 }),
      ),
      { minLength: 1, maxLength: 30 },
    );
    fc.assert(
      fc.property(places, (all) => {
        const scene = sceneOf(all);
        for (const paper of all.keys()) {
          const { x, y } = placeOf(scene, paper);
          expect(x).toBeGreaterThan(-1);
          expect(y).toBeGreaterThan(-1);
          expect(x).toBeLessThan(SIZE.width + 1);
          expect(y).toBeLessThan(SIZE.height + 1);
        }
      }),
    );
  });

  it('bears a map without papers', () => {
    expect(fittingView({ positions: new Float32Array() }, SIZE)).toEqual({ k: 1, x: 400, y: 250 });
  });
});

describe('nextPaper', () => {
  const map = { positions: Float32Array.from([0, 0, 10, 1, 30, 0, 5, -8, -4, 3]) };
  it.each([
    ['right', 1],
    ['up', 3],
    ['left', 4],
    ['down', null],
  ] as const)('goes %s', (direction, expected) => {
    expect(nextPaper(map, 0, direction)).toBe(expected);
  });
});

describe('labelsOf', () => {
  /** Rows far enough apart for names, in no columns. */
  const grid = Array.from({ length: 24 }, (_, at): [number, number] => [
    ((at * 37) % 90) * 4,
    Math.floor(at / 3) * 30,
  ]);

  it('writes names that neither cover each other nor, where papers are named, another paper', () => {
    const scene = sceneOf(grid);
    const labels = labelsOf(scene, measure);
    expect(labels.length).toBeGreaterThan(5);
    const boxes = labels.map(({ x, y, text }) => ({
      left: x,
      right: x + measure(text),
      top: y - 8,
      bottom: y + 2,
    }));
    for (const [at, a] of boxes.entries())
      for (const b of boxes.slice(at + 1))
        expect(a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom).toBe(false);
  });

  it('always names the current paper, and those on the reading list before others', () => {
    const crowd = Array.from({ length: 700 }, (_, at): [number, number] => [at % 28, Math.floor(at / 28)]);
    const scene = sceneOf(crowd, { current: 5, statusOf: (paper) => (paper === 690 ? 'read' : null) });
    const named = labelsOf(scene, measure).map(({ text }) => text);
    expect(named[0]).toBe('Paper number 5');
    expect(named.filter((text) => text.startsWith('Paper'))).not.toContain('Paper number 6');
  });
});

describe('mapSvg', () => {
  it('is well-formed, whatever papers are called, and shows each with its glyph', () => {
    const scene = sceneOf(
      [
        [0, 0],
        [10, 10],
        [20, 0],
      ],
      { statusOf: (paper) => (['to-read', 'reading', null] as const)[paper] ?? null },
    );
    const hostile = '</title><script>alert(1)</script>"&\u0000\uD800';
    const papers = scene.papers.map((paper) => ({ ...paper, title: hostile }));
    const svg = mapSvg({ ...scene, papers }, colours, hostile);
    expect(svg).not.toContain('<script');
    expect(svg).not.toContain('\u0000');
    expect(svg).not.toMatch(/\p{Surrogate}/u);
    expect(svg.match(/<circle/g)).toHaveLength(3);
    expect(svg.match(/<path/g)).toHaveLength(1);
    expect(svg).toContain('tidal currents · mud');
  });
});

/** WCAG 2.2, relative luminance. */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

describe('hex', () => {
  it.each([
    [0, 1, 0.5, '#ff0000'],
    [120, 1, 0.25, '#008000'],
    [240, 0.5, 0.5, '#4040bf'],
    [77, 0, 1, '#ffffff'],
  ])('makes %i %f %f', (hue, saturation, lightness, expected) => {
    expect(hex(hue, saturation, lightness)).toBe(expected);
  });

  it('has a contrast of 4.5 with the paper of its theme, for every cluster', () => {
    for (const [theme, paper] of [
      ['light', '#fffefb'],
      ['dark', '#1d1e20'],
    ] as const) {
      const own = coloursOf(() => paper, theme);
      for (let cluster = 0; cluster < 28; cluster++) {
        const [low = 0, high = 0] = [luminance(own.cluster(cluster)), luminance(paper)].toSorted(
          (a, b) => a - b,
        );
        expect((high + 0.05) / (low + 0.05)).toBeGreaterThan(4.5);
      }
    }
  });
});
