/* oxlint-disable jsx-a11y/prefer-tag-over-role -- what an `img` shows could not follow the theme */
import { countText } from '../../library/amounts';
import { useMessages } from '../../messages';

/** Of the drawing, which is stretched to its place. */
const HEIGHT = 60;
const STEP = 10;
const BAR = 3.6;
const BAR_GAP = 0.6;
/** So that a line at the top is not cut. */
const ROOM = 2;

export interface PlotProps {
  /** What was saved and what was read in each stretch, side by side. */
  readonly bars?: readonly (readonly [saved: number, read: number])[];
  /** One number at the end of each stretch. */
  readonly line?: readonly number[];
  /** The whole of it in words. */
  readonly label: string;
  readonly dates: readonly [first: string, last: string];
  readonly legend: readonly (readonly [kind: 'saved' | 'read' | 'waiting', name: string, count: string])[];
  /** What is said of each stretch that is pointed at. */
  readonly hints: readonly string[];
}

/** One small picture over time, from nothing at its foot to its greatest number at its top. */
export function Plot(props: PlotProps) {
  const t = useMessages();
  const { bars = [], line = [], dates, legend } = props;
  const top = Math.max(1, ...bars.flat(), ...line);
  return (
    <figure class="pk-plot">
      <figcaption>
        {legend.map(([kind, name, count]) => (
          <span key={kind} class="pk-plot-key" data-kind={kind}>
            {name} <b>{count}</b>
          </span>
        ))}
      </figcaption>
      <div class="pk-plot-room">
        <span class="pk-plot-top" aria-hidden="true">
          {countText(top, t('language_tag'))}
        </span>
        <Drawing {...props} top={top} />
      </div>
      <p class="pk-plot-dates" aria-hidden="true">
        <span>{dates[0]}</span>
        <span>{dates[1]}</span>
      </p>
    </figure>
  );
}

function Drawing({ bars = [], line = [], label, hints, top }: PlotProps & { readonly top: number }) {
  const height = (number: number) => (number / top) * (HEIGHT - ROOM);
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${hints.length * STEP} ${HEIGHT}`}
      preserveAspectRatio="none"
    >
      {bars.map(([saved, read], at) => (
        <g key={at}>
          <Bar kind="saved" x={at * STEP + 1} height={height(saved)} />
          <Bar kind="read" x={at * STEP + 1 + BAR + BAR_GAP} height={height(read)} />
        </g>
      ))}
      {line.length > 0 && <Line heights={line.map(height)} />}
      {hints.map((hint, at) => (
        <rect key={at} class="pk-plot-hint" x={at * STEP} y={0} width={STEP} height={HEIGHT}>
          <title>{hint}</title>
        </rect>
      ))}
    </svg>
  );
}

interface BarProps {
  readonly kind: 'saved' | 'read';
  readonly x: number;
  readonly height: number;
}

function Bar({ kind, x, height }: BarProps) {
  return <rect data-kind={kind} x={x} y={HEIGHT - height} width={BAR} height={height} />;
}

function Line({ heights }: { readonly heights: readonly number[] }) {
  const points = heights.map((height, at) => `${at * STEP + STEP / 2},${HEIGHT - height}`);
  const [start, end] = [STEP / 2, heights.length * STEP - STEP / 2];
  return (
    <>
      <polygon data-kind="waiting" points={`${start},${HEIGHT} ${points.join(' ')} ${end},${HEIGHT}`} />
      <polyline data-kind="waiting" points={points.join(' ')} />
    </>
  );
}
