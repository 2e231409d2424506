import type { DocumentType } from '@vidimus/vocabulary';
import type { Size } from './guidance.ts';
import type { Guidance } from './use-guidance.ts';

/** Width over height as they lie: ISO/IEC 7810 ID-1, ID-3; ICAO Doc 9303-7 MRV-A. */
const ASPECT: Readonly<Record<DocumentType, number>> = {
  passport: 125 / 88,
  identity_card: 85.6 / 53.98,
  driving_licence: 85.6 / 53.98,
  residence_permit: 85.6 / 53.98,
  visa: 120 / 80,
};
/** Of the frame's width or height, whichever is reached first. */
const PLACE_SHARE = 0.84;

type Points = readonly { readonly x: number; readonly y: number }[];

/** What was seen, over the picture: the document's outline, reflections; and where to hold it while nothing was found. */
export function GuidanceOverlay(props: { readonly guidance: Guidance | null; readonly documentType: DocumentType }) {
  const { guidance, documentType } = props;
  if (guidance === null) return null;
  const { frame, outline, glare, hint } = guidance;
  const line = Math.max(frame.width, frame.height) / 220;
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 ${frame.width} ${frame.height}`}
      className="absolute inset-0 size-full"
      fill="none"
      strokeLinejoin="round"
      strokeLinecap="round"
    >
      {outline === null ? (
        <Place frame={frame} aspect={ASPECT[documentType]} line={line} />
      ) : (
        <Outline points={outline} line={line} isGood={hint === 'good' || hint === 'hold_still'} />
      )}
      {hint === 'glare'
        ? glare.map(({ quad }) => <Reflection key={`${quad[0].x},${quad[0].y}`} points={quad} line={line} />)
        : null}
    </svg>
  );
}

/** Twice: dark below light, so that it is seen on any ground. Dashed until the picture is good. */
function Outline({
  points,
  line,
  isGood,
}: {
  readonly points: Points;
  readonly line: number;
  readonly isGood: boolean;
}) {
  const corners = points.map(({ x, y }) => `${x},${y}`).join(' ');
  return (
    <>
      <polygon points={corners} className="stroke-ground" strokeWidth={line * 2.4} strokeOpacity="0.7" />
      <polygon
        points={corners}
        className={isGood ? 'stroke-good' : 'stroke-care'}
        strokeWidth={line * 1.2}
        {...(isGood ? {} : { strokeDasharray: `${line * 4} ${line * 3}` })}
      />
    </>
  );
}

function Place({ frame, aspect, line }: { readonly frame: Size; readonly aspect: number; readonly line: number }) {
  const width = PLACE_SHARE * Math.min(frame.width, frame.height * aspect);
  const height = width / aspect;
  const place = { x: (frame.width - width) / 2, y: (frame.height - height) / 2, width, height, rx: height / 18 };
  return (
    <>
      <rect {...place} className="stroke-ground" strokeWidth={line * 2.2} strokeOpacity="0.6" />
      <rect {...place} className="stroke-ink" strokeWidth={line} strokeDasharray={`${line * 2} ${line * 4}`} />
    </>
  );
}

/** A ring around the place, wide enough to be seen. */
function Reflection({ points, line }: { readonly points: Points; readonly line: number }) {
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const ring = {
    cx: (left + right) / 2,
    cy: (top + bottom) / 2,
    rx: (right - left) / 2 + line * 5,
    ry: (bottom - top) / 2 + line * 5,
  };
  return (
    <>
      <ellipse {...ring} className="stroke-ground" strokeWidth={line * 2.6} strokeOpacity="0.7" />
      <ellipse {...ring} className="stroke-care" strokeWidth={line * 1.4} />
    </>
  );
}
