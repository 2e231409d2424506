import type { ReactNode } from 'react';

export type PictureProps = {
  /** What a screen reader says instead; without one the picture only decorates what is written beside it. */
  readonly title?: string;
  /** Its size: the drawing fills the width that it is given. */
  readonly className?: string;
};

/** Every picture is drawn on a ground of 240 × 160 with one weight of line, in the colour of the text around it. */
const GROUND = { width: 240, height: 160 } as const;

/** The one weight of line, on that ground. */
export const LINE_WEIGHT = 2;

/** The ground of a picture. Nothing in it has an id, so that the same picture may stand on a page twice. */
export function Picture({ title, className, children }: PictureProps & { readonly children: ReactNode }) {
  return (
    <svg
      role="img"
      aria-label={title}
      aria-hidden={title === undefined || undefined}
      viewBox={`0 0 ${GROUND.width} ${GROUND.height}`}
      className={className ?? 'h-auto w-full'}
      fill="none"
      stroke="currentColor"
      strokeWidth={LINE_WEIGHT}
      strokeLinecap="round"
      strokeLinejoin="round"
      focusable="false"
    >
      {children}
    </svg>
  );
}
