import { useId } from 'react';
import { directionOf } from '../../shell/direction.ts';
import { useLocale } from '../../shell/texts.tsx';
import { percentOf } from './nice-scale.ts';
import { type Filling, FillingMark, FillingPatterns, INKS, paintOf } from './patterns.tsx';

export type Part = { readonly key: string; readonly label: string; readonly value: number; readonly filling: Filling };
export type StackedRow = { readonly key: string; readonly label: string; readonly parts: readonly Part[] };

const ROW_PX = 62;
const TEXT_PX = 20;
const BAR_PX = 32;

/** What wholes are made of, one bar each, all drawn to the same length of 100 %; the legend beneath tells the fillings. */
export function StackedBars(props: {
  readonly rows: readonly StackedRow[];
  readonly title: string;
  readonly description: string;
}) {
  const { rows, title, description } = props;
  const id = useId();
  const isRightToLeft = directionOf(useLocale()) === 'rtl';
  const legend = rows[0]?.parts ?? [];
  return (
    <div className="flex flex-col gap-3">
      <svg role="img" aria-labelledby={`${id}-t ${id}-d`} width="100%" height={rows.length * ROW_PX} className="block">
        <title id={`${id}-t`}>{title}</title>
        <desc id={`${id}-d`}>{description}</desc>
        <FillingPatterns id={id} />
        {rows.map(({ key, label, parts }, index) => (
          <g key={key}>
            <text x={isRightToLeft ? '100%' : '0'} y={index * ROW_PX + TEXT_PX - 5} fontSize="14" fill="var(--ink)">
              {label}
            </text>
            <rect x="0" y={index * ROW_PX + TEXT_PX} width="100%" height={BAR_PX} fill="var(--sunken)" />
            {placed(parts).map(({ part, start, width }) => (
              <rect
                key={part.key}
                x={`${isRightToLeft ? 100 - start - width : start}%`}
                y={index * ROW_PX + TEXT_PX}
                width={`${width}%`}
                height={BAR_PX}
                fill={paintOf(part.filling, id)}
                stroke={INKS[part.filling]}
                strokeWidth="2"
              />
            ))}
          </g>
        ))}
      </svg>
      <ul className="flex flex-wrap gap-x-5 gap-y-2 text-sm" aria-hidden="true">
        {legend.map(({ key, label, filling }) => (
          <li key={key} className="flex items-center gap-2">
            <FillingMark filling={filling} id={`${id}-${key}`} />
            {label}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Where each part begins and how long it is, in percent. */
function placed(parts: readonly Part[]) {
  const whole = parts.reduce((sum, { value }) => sum + value, 0);
  let start = 0;
  return parts.flatMap((part) => {
    const width = percentOf(part.value, whole);
    const at = start;
    start += width;
    return width === 0 ? [] : [{ part, start: at, width }];
  });
}
