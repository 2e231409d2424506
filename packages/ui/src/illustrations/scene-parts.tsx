/** Things that several pictures show. */
import type { ReactNode } from 'react';
import { BAD, GOOD, GOOD_GROUND, PAPER, SUNKEN } from './shade.ts';

type Place = { readonly x: number; readonly y: number };

/** A round mark of 28: it is right so. */
export function Tick({ x, y }: Place) {
  return (
    <g transform={`translate(${x} ${y})`} stroke={GOOD}>
      <circle r="14" fill={GOOD_GROUND} />
      <path d="m-6 0 5 5 8-9" />
    </g>
  );
}

/** A round mark of 28: not this. */
export function Cross({ x, y }: Place) {
  return (
    <g transform={`translate(${x} ${y})`} stroke={BAD}>
      <circle r="14" fill={PAPER} />
      <path d="m-5-5 10 10M5-5-5 5" />
    </g>
  );
}

/** 62 × 116, upright; `children` stand on its screen, from the screen's corner. */
export function Phone({ x, y, children }: Place & { readonly children?: ReactNode }) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <rect width="62" height="116" rx="10" fill={SUNKEN} />
      <rect x="6" y="12" width="50" height="88" rx="3" fill={PAPER} />
      <path d="M26 6h10M28 108h6" />
      <g transform="translate(6 12)">{children}</g>
    </g>
  );
}

/** 140 × 96 with its foot; `children` stand on its screen, from the screen's corner. */
export function Desktop({ x, y, children }: Place & { readonly children?: ReactNode }) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <rect width="140" height="96" rx="8" fill={SUNKEN} />
      <rect x="7" y="7" width="126" height="82" rx="3" fill={PAPER} />
      <path d="M70 96v18M46 114h48" />
      <g transform="translate(7 7)">{children}</g>
    </g>
  );
}

/** 28 × 20, its lens in the middle. */
export function CameraBody({ x, y, colour = 'currentColor' }: Place & { readonly colour?: string }) {
  return (
    <g transform={`translate(${x} ${y})`} stroke={colour}>
      <path d="M0 6q0-2 2-2h5l3-4h8l3 4h5q2 0 2 2v12q0 2-2 2H2q-2 0-2-2Z" fill={PAPER} />
      <circle cx="14" cy="11" r="5" />
    </g>
  );
}

/** A person from the shoulders up, 56 wide and 64 high. */
export function Person({ x, y }: Place) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <circle cx="28" cy="17" r="15" fill={PAPER} />
      <path d="M0 64c0-18 10-28 28-28s28 10 28 28" fill={PAPER} />
    </g>
  );
}

/** Its lens, 40 wide, around the place; its handle to the lower right. */
export function Magnifier({ x, y, colour }: Place & { readonly colour: string }) {
  return (
    <g transform={`translate(${x} ${y})`} stroke={colour}>
      <circle r="20" fill={PAPER} fillOpacity="0.45" />
      <path d="m14.5 14.5 16 16" strokeWidth="5" />
    </g>
  );
}
