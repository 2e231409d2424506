/** What identity documents carry: a portrait, writing, a machine-readable zone, a chip. */
import { OPERATOR, PAPER, SUNKEN, WRITING } from './shade.ts';

type Place = { readonly x: number; readonly y: number };

/** 34 wide, 44 high. */
export function Portrait({ x, y }: Place) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <rect width="34" height="44" rx="3" fill={SUNKEN} />
      <circle cx="17" cy="17" r="7" fill={PAPER} />
      <path d="M5 43c0-9 5-14 12-14s12 5 12 14" fill={PAPER} />
    </g>
  );
}

/** Lines of writing under one another, as long as they are given; `step` from line to line. */
export function Writing(props: Place & { readonly lengths: readonly number[]; readonly step?: number }) {
  const { x, y, lengths, step = 11 } = props;
  const drawn = lengths.map((length, line) => `M${x} ${y + line * step}h${length}`);
  return <path d={drawn.join('')} stroke={WRITING} />;
}

/** The lines for machines: marks of one width, on a strip of their own. */
export function MachineZone(props: Place & { readonly width: number; readonly lines: 2 | 3 }) {
  const { x, y, width, lines } = props;
  const rows = [8, 16, 24].slice(0, lines);
  return (
    <g transform={`translate(${x} ${y})`}>
      <rect width={width} height={rows.length * 8 + 8} rx="2" fill={SUNKEN} stroke="none" />
      {rows.map((row) => (
        <path key={row} d={`M7 ${row}H${width - 7}`} strokeDasharray="3 4" strokeLinecap="butt" />
      ))}
    </g>
  );
}

/** 18 × 14: gold contacts. */
export function Chip({ x, y }: Place) {
  return (
    <g transform={`translate(${x} ${y})`} stroke={OPERATOR}>
      <rect width="18" height="14" rx="3" fill={PAPER} />
      <path d="M0 7h6M12 7h6M6 0v14M12 0v14" />
    </g>
  );
}

/** Stacked bars that stand for a two-dimensional barcode. */
export function Barcode(props: Place & { readonly width: number }) {
  const { x, y, width } = props;
  return (
    <g transform={`translate(${x} ${y})`} strokeLinecap="butt">
      <path d={`M0 3h${width}`} strokeWidth="6" strokeDasharray="4 2 1 3 2 2 6 3" />
      <path d={`M0 9h${width}`} strokeWidth="6" strokeDasharray="1 2 5 2 2 4 3 1" />
      <path d={`M0 15h${width}`} strokeWidth="6" strokeDasharray="3 3 2 1 6 2 1 2" />
    </g>
  );
}
