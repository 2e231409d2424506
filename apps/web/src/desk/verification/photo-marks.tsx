import type { Mark } from './story-view.ts';

const LINE_PX = 2;

/** Findings outlined and numbered as in the list beside them; a field only while it is looked at. */
export function PhotoMarks(props: {
  readonly marks: readonly Mark[];
  readonly size: { readonly width: number; readonly height: number };
  readonly scale: number;
  readonly markId: string | undefined;
  readonly onSelect: (markId: string) => void;
}) {
  const { marks, size, scale, markId, onSelect } = props;
  const shown = marks.filter(({ kind, id }) => kind === 'finding' || id === markId);
  const line = { strokeWidth: LINE_PX / scale, vectorEffect: 'non-scaling-stroke' } as const;
  return (
    <>
      <svg
        aria-hidden="true"
        viewBox={`0 0 ${size.width} ${size.height}`}
        className="pointer-events-none absolute inset-0 h-full w-full"
      >
        {shown.map(({ id, kind, corners }) => {
          const points = corners.map(([x, y]) => `${x},${y}`).join(' ');
          const isSelected = id === markId;
          return (
            <g key={id}>
              <polygon
                points={points}
                fill="none"
                className="stroke-surface"
                {...line}
                strokeWidth={(LINE_PX * 2.5) / scale}
              />
              <polygon
                points={points}
                className={kind === 'finding' ? 'fill-bad stroke-bad' : 'fill-focus stroke-focus'}
                fillOpacity={isSelected ? 0.18 : 0.06}
                strokeDasharray={kind === 'field' ? `${6 / scale} ${4 / scale}` : undefined}
                {...line}
              />
            </g>
          );
        })}
      </svg>
      {shown.map(({ id, number, label, corners }) => {
        const [first] = corners;
        if (number === undefined || first === undefined) return null;
        return (
          <button
            key={id}
            type="button"
            aria-label={`${number}. ${label}`}
            aria-pressed={id === markId}
            onClick={() => onSelect(id)}
            className="absolute flex size-6 cursor-pointer items-center justify-center rounded-full border-2 border-surface bg-bad text-xs font-bold text-surface"
            style={{
              left: `${(first[0] / size.width) * 100}%`,
              top: `${(first[1] / size.height) * 100}%`,
              transform: `translate(-50%, -50%) scale(${1 / scale})`,
            }}
          >
            {number}
          </button>
        );
      })}
    </>
  );
}
