import { useId } from 'react';
import { directionOf } from '../../shell/direction.ts';
import { useLocale } from '../../shell/texts.tsx';
import { niceScale, percentOf } from './nice-scale.ts';
import { FillingPatterns, INKS, paintOf } from './patterns.tsx';

export type Bar = {
  readonly key: string;
  readonly label: string;
  /** Null: not known, or too few to say; the bar is an open outline then. */
  readonly value: number | null;
  /** As it is read: "42", "12 %", "<5". */
  readonly shown: string;
};

/** A line of text above a bar, the bar, and air. */
const ROW_PX = 52;
const TEXT_PX = 18;
const BAR_PX = 20;
/** Of a bar whose length nobody may know. */
const UNKNOWN_PERCENT = 3;

/**
 * Lying bars with their labels above them, so that a narrow screen holds any label. `most`: the end of the scale, where it is not
 * the largest value. What a screen reader gets is `description`; the numbers are in the table beneath.
 */
export function BarChart(props: {
  readonly bars: readonly Bar[];
  readonly title: string;
  readonly description: string;
  readonly most?: number;
}) {
  const { bars, title, description } = props;
  const id = useId();
  const isRightToLeft = directionOf(useLocale()) === 'rtl';
  const largest = Math.max(0, ...bars.map(({ value }) => value ?? 0));
  const most = props.most ?? niceScale(largest, 4, true).most;
  return (
    <svg role="img" aria-labelledby={`${id}-t ${id}-d`} width="100%" height={bars.length * ROW_PX} className="block">
      <title id={`${id}-t`}>{title}</title>
      <desc id={`${id}-d`}>{description}</desc>
      <FillingPatterns id={id} />
      {bars.map(({ key, label, value, shown }, index) => {
        const top = index * ROW_PX;
        const width = value === null ? UNKNOWN_PERCENT : percentOf(value, most);
        const x = isRightToLeft ? 100 - width : 0;
        return (
          <g key={key}>
            <text x={isRightToLeft ? '100%' : '0'} y={top + TEXT_PX - 4} fontSize="14" fill="var(--ink)">
              {label}
            </text>
            <text
              x={isRightToLeft ? '0' : '100%'}
              y={top + TEXT_PX - 4}
              fontSize="14"
              fontWeight="600"
              fill="var(--ink)"
              textAnchor="end"
            >
              {shown}
            </text>
            <rect x="0" y={top + TEXT_PX + 2} width="100%" height={BAR_PX} rx="3" fill="var(--sunken)" />
            <rect
              x={`${x}%`}
              y={top + TEXT_PX + 2}
              width={`${width}%`}
              height={BAR_PX}
              rx="3"
              fill={value === null ? 'var(--surface)' : paintOf('dots', id)}
              stroke={INKS.dots}
              strokeWidth={width === 0 ? 0 : 2}
              strokeDasharray={value === null ? '3 3' : 'none'}
            />
          </g>
        );
      })}
    </svg>
  );
}
