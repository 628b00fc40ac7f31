import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationLinkDatum,
  type SimulationNodeDatum,
} from 'd3-force';
import { mainAxes } from './main-axes';
import type { Neighbours } from './neighbours';
import type { Rows } from './text-vectors';

/** Kin pull on each other with so many of the nearest, strongest the nearest. */
const PULLED_BY = 8;
const LINK_LENGTH = 26;
/** What papers that are not kin push each other off with, and up to how far away. */
const REPULSION = -34;
const REPULSION_REACH = 420;
/** Keeps islands in sight of each other; pictures are wider than high. */
const GRAVITY = { x: 0.028, y: 0.06 } as const;
const WIDTH_SHARE = 1.5;
/** A point and its margin: no two cover each other while there is room for all. */
const POINT_ROOM = 9;
const COLLIDES_UP_TO = 2_000;
/** Of the start, so that the first picture already has the right shape. */
const START_SPREAD = 11;
/** Few papers settle exactly; of many nobody sees the difference. */
const STEPS = { few: 320, many: 100 } as const;
/** How coarsely far papers are lumped together: d3's own 0.9 where it costs nothing. */
const COARSENESS = { few: 0.9, many: 1.3 } as const;
const MANY = 2_000;
/** Below this two papers share the language of abstracts and nothing else. */
const NEARNESS_MIN = 0.08;

interface Node extends SimulationNodeDatum {
  readonly index: number;
}
interface Link extends SimulationLinkDatum<Node> {
  readonly nearness: number;
}

/**
 * Places papers so that kin lie together: a start along the two main directions of what they say, then springs between
 * neighbours and repulsion between all (d3-force; Barnes and Hut 1986). Yields the positions, x and y of each paper, after each
 * step; the array is the same every time.
 */
export function* layOut(rows: Rows, neighbours: Neighbours): Generator<Float32Array> {
  const positions = mainAxes(rows);
  const papers = positions.length / 2;
  const spread = START_SPREAD * Math.sqrt(papers);
  const nodes: Node[] = Array.from({ length: papers }, (_, index) => ({
    index,
    x: WIDTH_SHARE * spread * (positions[2 * index] ?? 0),
    y: spread * (positions[2 * index + 1] ?? 0),
  }));
  const size = papers > MANY ? 'many' : 'few';
  const steps = STEPS[size];
  const links = linksOf(neighbours, papers);
  const simulation = forceSimulation<Node>(nodes)
    .stop()
    .alphaDecay(1 - 0.001 ** (1 / steps))
    .force(
      'kin',
      forceLink<Node, Link>(links)
        .distance(LINK_LENGTH)
        .strength(({ nearness }) => Math.min(1, nearness)),
    )
    .force(
      'others',
      forceManyBody<Node>().theta(COARSENESS[size]).strength(REPULSION).distanceMax(REPULSION_REACH),
    )
    .force('x', forceX<Node>().strength(GRAVITY.x))
    .force('y', forceY<Node>().strength(GRAVITY.y));
  if (papers <= COLLIDES_UP_TO) simulation.force('room', forceCollide<Node>(POINT_ROOM));
  for (let step = 0; step < steps; step++) {
    simulation.tick();
    for (const { index, x = 0, y = 0 } of nodes) {
      positions[2 * index] = x;
      positions[2 * index + 1] = y;
    }
    yield positions;
  }
}

/** Each pair once. */
function linksOf({ count, papers: near, nearness }: Neighbours, papers: number): Link[] {
  const links = new Map<number, Link>();
  for (let paper = 0; paper < papers; paper++) {
    for (let place = 0; place < Math.min(PULLED_BY, count); place++) {
      const other = near[paper * count + place] ?? -1;
      const strength = nearness[paper * count + place] ?? 0;
      if (other < 0 || strength < NEARNESS_MIN) continue;
      const [source, target] = paper < other ? [paper, other] : [other, paper];
      links.set(source * papers + target, { source, target, nearness: strength });
    }
  }
  return [...links.values()];
}
