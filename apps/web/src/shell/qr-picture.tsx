import { useMemo } from 'react';
import { encode } from 'uqr';

/** ISO/IEC 18004 §9.1: four modules of quiet zone. */
const QUIET = 4;

/** An address to point a phone at. Dark on light in either scheme: not every reader understands it turned round. */
export function QrPicture({ text, title }: { readonly text: string; readonly title: string }) {
  const { size, path } = useMemo(() => {
    const { size: side, data } = encode(text, { ecc: 'M', border: QUIET });
    return { size: side, path: modulesOf(data) };
  }, [text]);
  return (
    <svg
      role="img"
      aria-label={title}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className="w-full max-w-64 rounded-control bg-paper"
    >
      <path d={path} className="fill-on-paper" />
    </svg>
  );
}

/** One path of runs: a few hundred squares would be as many elements. */
function modulesOf(rows: readonly (readonly boolean[])[]): string {
  return rows
    .flatMap((row, y) =>
      row.flatMap((isDark, x) => {
        if (!isDark || row[x - 1]) return [];
        const end = row.findIndex((dark, i) => i > x && !dark);
        return [`M${x} ${y}h${(end < 0 ? row.length : end) - x}v1h${x - (end < 0 ? row.length : end)}z`];
      }),
    )
    .join('');
}
