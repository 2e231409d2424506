import { useId } from 'react';
import { directionOf } from '../../shell/direction.ts';
import { useLocale } from '../../shell/texts.tsx';
import { niceScale, percentOf } from './nice-scale.ts';

export type Series = {
  readonly key: string;
  readonly label: string;
  /** One a day, as many as there are days; null: too few to say, the line has a gap there. */
  readonly values: readonly (number | null)[];
};

const HEIGHT_PX = 200;
/** Above and below the lines, for the marks and the labels of the scale. */
const ROOM_PX = 12;
const TICKS = 4;
/** More marks than this would run into one another. */
const MOST_MARKS = 40;

const LOOKS = [
  { ink: 'var(--ink)', dash: 'none', mark: 'circle' },
  { ink: 'var(--operator)', dash: '7 4', mark: 'square' },
  { ink: 'var(--good)', dash: '2 4', mark: 'diamond' },
] as const;
type Look = (typeof LOOKS)[number];

/** At most three lines over days, each with a dash and a mark of its own. `days` are labels, the oldest first. */
export function LineChart(props: {
  readonly series: readonly Series[];
  readonly days: readonly string[];
  readonly title: string;
  readonly description: string;
}) {
  const { series, days, title, description } = props;
  const id = useId();
  const locale = useLocale();
  const isRightToLeft = directionOf(locale) === 'rtl';
  const numbers = new Intl.NumberFormat(locale);
  const { most, ticks } = niceScale(
    Math.max(0, ...series.flatMap(({ values }) => values.map((v) => v ?? 0))),
    TICKS,
    true,
  );
  const yOf = (value: number) => ROOM_PX + (HEIGHT_PX - 2 * ROOM_PX) * (1 - percentOf(value, most) / 100);
  const xOf = (index: number) => {
    const part = days.length === 1 ? 50 : 1.5 + (index / (days.length - 1)) * 97;
    return isRightToLeft ? 100 - part : part;
  };
  const shared = series.flatMap(({ values }) => values).length <= MOST_MARKS * series.length;
  return (
    <div className="flex flex-col gap-2">
      <div className="grid grid-cols-[auto_1fr] gap-x-2">
        <svg aria-hidden="true" width={scaleWidth(numbers.format(most))} height={HEIGHT_PX} className="block">
          {ticks.map((tick) => (
            <text
              key={tick}
              x={isRightToLeft ? '0' : '100%'}
              y={yOf(tick) + 4}
              fontSize="12"
              textAnchor="end"
              fill="var(--ink-soft)"
            >
              {numbers.format(tick)}
            </text>
          ))}
        </svg>
        <svg role="img" aria-labelledby={`${id}-t ${id}-d`} width="100%" height={HEIGHT_PX} className="block">
          <title id={`${id}-t`}>{title}</title>
          <desc id={`${id}-d`}>{description}</desc>
          {ticks.map((tick) => (
            <line key={tick} x1="0" x2="100%" y1={yOf(tick)} y2={yOf(tick)} stroke="var(--line)" />
          ))}
          {series.map(({ key, values }, number) => {
            const look = LOOKS[number % LOOKS.length] ?? LOOKS[0];
            return (
              <g key={key}>
                {segments(values).map(([index, from, to]) => (
                  <line
                    key={index}
                    x1={`${xOf(index)}%`}
                    x2={`${xOf(index + 1)}%`}
                    y1={yOf(from)}
                    y2={yOf(to)}
                    stroke={look.ink}
                    strokeWidth="2.5"
                    strokeDasharray={look.dash}
                  />
                ))}
                {shared
                  ? values.map((value, index) =>
                      value === null || value === 0 ? null : (
                        // biome-ignore lint/suspicious/noArrayIndexKey: a mark is its day, and days keep their place.
                        <Mark key={index} look={look} x={`${xOf(index)}%`} y={yOf(value)} />
                      ),
                    )
                  : null}
              </g>
            );
          })}
        </svg>
        <span />
        <div className="flex justify-between text-xs text-ink-soft" aria-hidden="true">
          <span>{days[0]}</span>
          {days.length > 1 ? <span>{days.at(-1)}</span> : null}
        </div>
      </div>
      <ul className="flex flex-wrap gap-x-5 gap-y-2 text-sm" aria-hidden="true">
        {series.map(({ key, label }, number) => {
          const look = LOOKS[number % LOOKS.length] ?? LOOKS[0];
          return (
            <li key={key} className="flex items-center gap-2">
              <svg width="36" height="16" aria-hidden="true">
                <line x1="0" x2="36" y1="8" y2="8" stroke={look.ink} strokeWidth="2.5" strokeDasharray={look.dash} />
                <Mark look={look} x="18" y={8} />
              </svg>
              {label}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** Drawn in a nested drawing: a place in percent can be given to that alone. */
function Mark({ look, x, y }: { readonly look: Look; readonly x: string; readonly y: number }) {
  const shape = { fill: 'var(--surface)', stroke: look.ink, strokeWidth: 2 } as const;
  return (
    <svg aria-hidden="true" x={x} y={y} overflow="visible">
      {look.mark === 'circle' ? <circle r="4" {...shape} /> : null}
      {look.mark === 'square' ? <rect x="-4" y="-4" width="8" height="8" {...shape} /> : null}
      {look.mark === 'diamond' ? <path d="M0-5 5 0 0 5-5 0z" {...shape} /> : null}
    </svg>
  );
}

/** Pairs of neighbours that are both known. */
function segments(values: readonly (number | null)[]): readonly (readonly [number, number, number])[] {
  return values.flatMap((from, index) => {
    const to = values[index + 1];
    return from === null || to === null || to === undefined ? [] : [[index, from, to] as const];
  });
}

/** Room for the widest label of the scale. */
function scaleWidth(label: string): number {
  return 8 + label.length * 8;
}
