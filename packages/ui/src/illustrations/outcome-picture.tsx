import type { ReactNode } from 'react';
import { Picture, type PictureProps } from './picture.tsx';
import { type PicturedDocument, PlacedDocument } from './placed-document.tsx';
import { Magnifier, Person } from './scene-parts.tsx';
import { BAD, CARE, CARE_GROUND, GOOD, GOOD_GROUND, OPERATOR, PAPER, SUNKEN } from './shade.ts';

/** `waiting`: something of ours, or of a provider, does not answer; it goes on by itself. `expired`: the link's time is over. */
export type PicturedOutcome = 'approved' | 'in_review' | 'action_required' | 'declined' | 'waiting' | 'expired';

/** How a verification stands, for the head of a page. The heading beside it says the same. */
export function OutcomePicture({ outcome, ...rest }: PictureProps & { readonly outcome: PicturedOutcome }) {
  return <Picture {...rest}>{SCENES[outcome]}</Picture>;
}

const CARD: PicturedDocument = { type: 'identity_card', side: 'front' };

/** A round mark of 56 at the card's lower right corner, where every outcome has its own. */
function Seal(props: { readonly colour: string; readonly ground: string; readonly children: ReactNode }) {
  const { colour, ground, children } = props;
  return (
    <g transform="translate(192 118)" stroke={colour}>
      <circle r="30" fill={ground} />
      {children}
    </g>
  );
}

const SCENES: Readonly<Record<PicturedOutcome, ReactNode>> = {
  approved: (
    <>
      <PlacedDocument document={CARD} x={32} y={20} />
      <Seal colour={GOOD} ground={GOOD_GROUND}>
        <path d="m-14 1 10 10L15-10" strokeWidth="4" />
      </Seal>
    </>
  ),
  in_review: (
    <>
      <PlacedDocument document={CARD} x={14} y={48} scale={0.86} />
      <Person x={166} y={14} />
      <Magnifier x={148} y={98} colour={OPERATOR} />
    </>
  ),
  action_required: (
    <>
      <PlacedDocument document={CARD} x={32} y={20} />
      <Seal colour={CARE} ground={CARE_GROUND}>
        <path d="M14-3A15 15 0 1 0 13 8M16-14v12H4" strokeWidth="3" />
      </Seal>
    </>
  ),
  declined: (
    <>
      <PlacedDocument document={CARD} x={32} y={20} />
      <Seal colour={BAD} ground={PAPER}>
        <path d="M-12 0h24" strokeWidth="4" />
      </Seal>
    </>
  ),
  waiting: (
    <>
      <rect x="44" y="20" width="128" height="32" rx="6" fill={PAPER} />
      <rect x="44" y="60" width="128" height="32" rx="6" fill={CARE_GROUND} stroke={CARE} />
      <rect x="44" y="100" width="128" height="32" rx="6" fill={PAPER} />
      <path d="M60 36h40M60 116h40M156 36h.01M156 116h.01" />
      <path d="M60 76h40" stroke={CARE} strokeDasharray="1 6" />
      <Seal colour={OPERATOR} ground={PAPER}>
        <path d="M0-16V0l11 7" strokeWidth="3" />
      </Seal>
    </>
  ),
  expired: (
    <>
      <path d="M84 12h72M84 148h72" />
      <path d="M92 12v20c0 22 24 30 24 48s-24 26-24 48v20h56v-20c0-22-24-30-24-48s24-26 24-48V12Z" fill={PAPER} />
      <path d="M98 142c2-16 14-22 22-28 8 6 20 12 22 28Z" fill={SUNKEN} stroke={OPERATOR} />
      <path d="M120 82v4M120 94v4M120 106v2" stroke={OPERATOR} />
    </>
  ),
};
