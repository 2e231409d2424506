import type { ReactNode } from 'react';
import type { Hint } from './guidance.ts';

/** Each hint has a shape of its own, so that none is told by colour or words alone. */
export function HintIcon({ hint }: { readonly hint: Hint }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 24 24"
      className="size-6 shrink-0"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {SHAPES[hint]}
    </svg>
  );
}

const card = <rect x="6" y="8" width="12" height="8" rx="1.5" />;

const SHAPES: Readonly<Record<Hint, ReactNode>> = {
  // A moon.
  too_dark: <path d="M19 14.5A7.5 7.5 0 0 1 9.5 5a7.5 7.5 0 1 0 9.5 9.5z" />,
  // A sun.
  too_bright: (
    <>
      <circle cx="12" cy="12" r="4" />
      <path d="M12 3v2M12 19v2M3 12h2M19 12h2M5.6 5.6l1.4 1.4M17 17l1.4 1.4M18.4 5.6 17 7M7 17l-1.4 1.4" />
    </>
  ),
  // The corners of a frame around nothing.
  no_document: <path d="M4 9V5h4M16 5h4v4M20 15v4h-4M8 19H4v-4" />,
  // A card that goes beyond the frame.
  cut_off: (
    <>
      <path d="M4 9V5h4M16 5h4v4M20 15v4h-4M8 19H4v-4" />
      <path d="M22 9h-9a1.5 1.5 0 0 0-1.5 1.5v3A1.5 1.5 0 0 0 13 15h9" />
    </>
  ),
  // Arrows outwards around a card.
  too_far: (
    <>
      <rect x="9" y="10" width="6" height="4" rx="1" />
      <path d="M4 8V4h4M4 4l4 4M20 16v4h-4M20 20l-4-4" />
    </>
  ),
  // A card and a spark on it.
  glare: (
    <>
      {card}
      <path d="M15 3v4M13 5h4M19.5 5.5l-1 1" />
    </>
  ),
  // A card drawn twice.
  blurry: (
    <>
      <rect x="4" y="7" width="12" height="8" rx="1.5" strokeDasharray="2 2.5" />
      <rect x="8" y="10" width="12" height="8" rx="1.5" />
    </>
  ),
  // A card between two bars.
  hold_still: (
    <>
      {card}
      <path d="M3 7v10M21 7v10" />
    </>
  ),
  good: <path d="M5 12.5l4.5 4.5L19 7.5" />,
};
