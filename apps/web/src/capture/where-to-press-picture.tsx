import type { ReactNode } from 'react';
import type { WhereToPress } from './trouble-steps.table.ts';

/** A browser's frame with the place marked; drawn, so that it is right in every version. Words stand beside it. */
export function WhereToPressPicture(props: {
  readonly where: WhereToPress;
  readonly isPhone: boolean;
  readonly title: string;
}) {
  const { where, isPhone, title } = props;
  const width = isPhone ? 120 : 240;
  const height = isPhone ? 200 : 150;
  const barY = where.bar === 'top' ? 16 : height - 40;
  const markX = where.at === 'start' ? 24 : width - 24;
  return (
    <svg
      role="img"
      aria-label={title}
      viewBox={`-8 -8 ${width + 16} ${height + 16}`}
      className={`shrink-0 ${isPhone ? 'w-32' : 'w-60'}`}
      fill="none"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <rect width={width} height={height} rx={isPhone ? 16 : 8} className="fill-surface stroke-line-strong" />
      <rect x="8" y={barY - 2} width={width - 16} height="28" rx="14" className="fill-sunken stroke-line-strong" />
      <path
        d={where.at === 'start' ? `M${markX + 22} ${barY + 12}H${width - 28}` : `M24 ${barY + 12}H${markX - 22}`}
        className="stroke-line-strong"
        strokeWidth="4"
      />
      <circle cx={markX} cy={barY + 12} r="20" className="fill-care-ground stroke-care" strokeWidth="3" />
      <g transform={`translate(${markX - 10} ${barY + 2})`} className="stroke-ink">
        {MARKS[where.mark]}
      </g>
    </svg>
  );
}

const MARKS: Readonly<Record<WhereToPress['mark'], ReactNode>> = {
  lock: <path d="M4 9h12v8H4zM6.5 9V6.5a3.5 3.5 0 0 1 7 0V9" />,
  camera: <path d="M3 6h9v8H3zM12 9l5-3v8l-5-3M2 3l16 14" />,
  sliders: (
    <>
      <path d="M3 6h7M15 6h2M3 14h2M10 14h7" />
      <circle cx="12.5" cy="6" r="2.2" />
      <circle cx="7.5" cy="14" r="2.2" />
    </>
  ),
  page: <path d="M4 4h12v8H4zM4 16h12" />,
};
