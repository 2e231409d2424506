import { BADGE_LOOKS, OUTLINE_LOOKS } from './finding-looks.ts';
import { type FindingMark, placeBadges } from './finding-mark.ts';

/**
 * A photograph with numbered places. It is never mirrored where the language runs from right to left.
 * The numbers are for eyes: `FindingsList` tells the same in words, and `alt` says what the photograph is.
 */
export function FindingsPicture(props: {
  readonly src: string;
  readonly alt: string;
  /** Of the upright photograph, in pixels, in which the marks are; what is shown may be smaller. */
  readonly width: number;
  readonly height: number;
  readonly marks: readonly FindingMark[];
  /** Drawn stronger, the others weaker. */
  readonly chosen?: number;
  readonly className?: string;
}) {
  const { src, alt, width, height, marks, chosen, className = '' } = props;
  const weak = (number: number) => (chosen === undefined || chosen === number ? '' : 'opacity-40');
  return (
    <div dir="ltr" className={`relative overflow-hidden rounded-box bg-sunken ${className}`}>
      <img src={src} alt={alt} width={width} height={height} className="block h-auto w-full" />
      <svg
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="none"
        className="absolute inset-0 size-full"
        strokeLinejoin="round"
        aria-hidden="true"
      >
        {marks.map(({ number, points, kind }) => (
          <g key={`${number} ${points.join(' ')}`} className={weak(number)}>
            {/* Light under the colour: a line is seen on any photograph. */}
            <polygon
              points={points.join(' ')}
              fill="none"
              className="stroke-surface"
              strokeWidth="6"
              vectorEffect="non-scaling-stroke"
            />
            <polygon
              points={points.join(' ')}
              className={OUTLINE_LOOKS[kind]}
              strokeWidth={chosen === number ? 4 : 2.5}
              vectorEffect="non-scaling-stroke"
            />
          </g>
        ))}
      </svg>
      {placeBadges(marks, { width, height }).map(({ number, kind, leftPercent, topPercent }) => (
        <span
          key={`${number} ${leftPercent} ${topPercent}`}
          aria-hidden="true"
          style={{ left: `${leftPercent}%`, top: `${topPercent}%` }}
          className={`absolute flex size-6 -translate-1/2 items-center justify-center rounded-full text-sm font-semibold ring-2 ring-surface ${BADGE_LOOKS[kind]} ${weak(number)}`}
        >
          {number}
        </span>
      ))}
    </div>
  );
}
