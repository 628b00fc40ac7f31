import { kinOnMap } from '../../core/map/paper-map';
import type { ReadingStatus } from '../../core/reading-list/entry';
import type { Colours } from './colours';
import { FONTS, GLYPH_PX, labelColour, radiusOf, RING_PX, THREAD_PX, WEIGHTS } from './draw-map';
import { FONT_PX, labelsOf, type Label, type Measure } from './labels';
import { placeOf, type Scene } from './scene';

/** What most fonts come to, in widths of an em for each character: no font is at hand where a file is written. */
const EM_PER_CHARACTER = 0.54;
const HALO_PX = 3;

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
// XML has no place for most control characters, nor for half a character, not even escaped.
// oxlint-disable-next-line no-control-regex -- these very characters
const UNSAYABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

/** Text as it may stand in XML: titles come from pages and files. */
const said = (text: string): string =>
  text.replace(UNSAYABLE, '').replace(/[&<>"]/g, (character) => ESCAPES[character] ?? '');
const px = (value: number): string => String(Math.round(10 * value) / 10);

/** The picture as an SVG file: what is in sight, and the title of each paper as its tooltip. */
export function mapSvg(scene: Scene, colours: Colours, title: string): string {
  const { width, height } = scene.size;
  const measure: Measure = (text, kind) => EM_PER_CHARACTER * FONT_PX[kind] * text.length;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${px(width)}" height="${px(height)}" viewBox="0 0 ${px(width)} ${px(height)}" role="img">`,
    `<title>${said(title)}</title>`,
    `<rect width="100%" height="100%" fill="${colours.paper}"/>`,
    ...threads(scene, colours),
    ...labelsOf(scene, measure).map((label) => labelText(label, colours)),
    ...scene.papers.map((_, paper) => point(scene, paper, colours)),
    '</svg>\n',
  ].join('\n');
}

function threads(scene: Scene, colours: Colours): readonly string[] {
  const { current, map } = scene;
  if (current === null) return [];
  const from = placeOf(scene, current);
  return kinOnMap(map, current).map((other) => {
    const to = placeOf(scene, other);
    return `<line x1="${px(from.x)}" y1="${px(from.y)}" x2="${px(to.x)}" y2="${px(to.y)}" stroke="${colours.line}" stroke-width="${THREAD_PX}"/>`;
  });
}

function point(scene: Scene, paper: number, colours: Colours): string {
  const { x, y } = placeOf(scene, paper);
  const colour = colours.cluster(scene.map.clusterOf[paper] ?? 0);
  const status = scene.statusOf(paper);
  const title = `<title>${said(scene.papers[paper]?.title ?? '')}</title>`;
  const at = `cx="${px(x)}" cy="${px(y)}"`;
  if (status === null) return `<circle ${at} r="${px(radiusOf(scene))}" fill="${colour}">${title}</circle>`;
  return `<g>${title}${glyph(at, x, y, status, colour, colours.paper)}</g>`;
}

function glyph(
  at: string,
  x: number,
  y: number,
  status: ReadingStatus,
  colour: string,
  paper: string,
): string {
  const fill = status === 'read' ? colour : paper;
  const circle = `<circle ${at} r="${GLYPH_PX}" fill="${fill}" stroke="${colour}" stroke-width="${RING_PX}"/>`;
  const half = `<path d="M${px(x)} ${px(y - GLYPH_PX)}a${GLYPH_PX} ${GLYPH_PX} 0 0 0 0 ${2 * GLYPH_PX}Z" fill="${colour}"/>`;
  return status === 'reading' ? circle + half : circle;
}

function labelText({ kind, text, x, y, cluster }: Label, colours: Colours): string {
  const font = `font-family="${said(FONTS[kind])}" font-size="${FONT_PX[kind]}" font-weight="${WEIGHTS[kind]}"`;
  const halo = `stroke="${colours.paper}" stroke-width="${HALO_PX}" stroke-linejoin="round" paint-order="stroke"`;
  return `<text x="${px(x)}" y="${px(y)}" ${font} ${halo} fill="${labelColour(kind, cluster, colours)}">${said(text)}</text>`;
}
