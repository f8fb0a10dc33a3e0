export interface TrendProps {
  /** Oldest first. */
  points: readonly number[];
  england?: number;
  /** What the line says, spoken: "Fell from 24.1 to 18.4 per cent in five years". */
  label: string;
}

const WIDE = 88;
const HIGH = 28;
const EDGE = { x: 2, y: 4 };

/** A small line of five years with its last point dotted and England as a dotted line. */
export function Trend({ points, england, label }: TrendProps) {
  const seen = england === undefined ? points : [...points, england];
  const low = Math.min(...seen);
  const span = Math.max(...seen) - low || 1;
  const x = (index: number) => round(EDGE.x + (index * (WIDE - 2 * EDGE.x)) / Math.max(points.length - 1, 1));
  const y = (value: number) => round(HIGH - EDGE.y - ((value - low) / span) * (HIGH - 2 * EDGE.y));
  const last = points[points.length - 1];
  if (last === undefined) return null;
  return (
    <svg className="spark" viewBox={`0 0 ${WIDE} ${HIGH}`} role="img" aria-label={label}>
      {england !== undefined && <line className="ref" x1={EDGE.x} x2={WIDE - EDGE.x} y1={y(england)} y2={y(england)} />}
      <polyline className="me" points={points.map((value, index) => `${x(index)},${y(value)}`).join(' ')} />
      <circle cx={x(points.length - 1)} cy={y(last)} r="3.5" />
    </svg>
  );
}

const round = (value: number) => Math.round(value * 10) / 10;
