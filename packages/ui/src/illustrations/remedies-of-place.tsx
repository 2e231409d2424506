/** Remedies that are about the document: where it lies and what is seen of it. What to do is drawn in the colour of good. */
import type { ReactNode } from 'react';
import { type PicturedDocument, PlacedDocument } from './placed-document.tsx';
import { Cross, Tick } from './scene-parts.tsx';
import { CARE, CARE_GROUND, FRAME_ON_TABLE, GOOD, GOOD_GROUND, OPERATOR, PAPER, TABLE, WRITING } from './shade.ts';
import { Viewfinder } from './viewfinder.tsx';

const FRONT: PicturedDocument = { type: 'identity_card', side: 'front' };
const BACK: PicturedDocument = { type: 'identity_card', side: 'back' };
const PASSPORT: PicturedDocument = { type: 'passport', side: 'front' };

const CORNERS = [
  [40, 28],
  [200, 28],
  [200, 132],
  [40, 132],
] as const;

export const REMEDIES_OF_PLACE = {
  plain_ground: (
    <>
      <rect x="8" y="8" width="224" height="144" rx="8" fill={TABLE} stroke="none" />
      <PlacedDocument document={FRONT} x={56} y={39} scale={0.8} />
      <path
        d="M44 46V33q0-6 6-6h12M178 27h12q6 0 6 6v13M196 116v13q0 6-6 6h-12M62 135H50q-6 0-6-6v-13"
        stroke={FRAME_ON_TABLE}
      />
      <Tick x={206} y={134} />
    </>
  ),
  all_corners: (
    <>
      <Viewfinder />
      <PlacedDocument document={FRONT} x={40} y={28} />
      {CORNERS.map(([x, y]) => (
        <circle key={`${x} ${y}`} cx={x} cy={y} r="10" stroke={GOOD} fill={GOOD_GROUND} fillOpacity="0.6" />
      ))}
    </>
  ),
  uncover: (
    <>
      <path d="M44 84v60q0 8 8 8h136q8 0 8-8V84" fill={CARE_GROUND} stroke={CARE} />
      <PlacedDocument document={FRONT} x={52} y={14} scale={0.85} />
      <path d="M44 84h52q2 12 24 12t24-12h52v52q0 16-8 16H52q-8 0-8-16Z" fill={CARE_GROUND} fillOpacity="0.7" />
      <path d="M44 84h52q2 12 24 12t24-12h52" stroke={CARE} />
      <path d="M216 76V28M204 40l12-12 12 12" stroke={GOOD} />
    </>
  ),
  turn_over: (
    <>
      <PlacedDocument document={BACK} x={92} y={18} scale={0.78} />
      <PlacedDocument document={FRONT} x={22} y={62} scale={0.78} />
      <path d="M168 122q40 2 42-22M200 108l10-12 11 11" stroke={GOOD} />
      <path d="M74 38q-38 0-40 12M26 40l8 12 12-8" stroke={GOOD} />
    </>
  ),
  both_sides: (
    <>
      <PlacedDocument document={FRONT} x={12} y={14} scale={0.72} />
      <PlacedDocument document={BACK} x={108} y={70} scale={0.72} />
      <Tick x={126} y={20} />
      <Tick x={222} y={76} />
    </>
  ),
  one_document: (
    <>
      <path d="M8 26V14q0-6 6-6h12M134 8h12q6 0 6 6v12M152 134v12q0 6-6 6h-12M26 152H14q-6 0-6-6v-12" />
      <PlacedDocument document={FRONT} x={20} y={42} scale={0.75} />
      <g opacity="0.45">
        <PlacedDocument document={BACK} x={164} y={14} scale={0.44} />
      </g>
      <path d="M172 84h46M206 72l12 12-12 12" stroke={GOOD} />
      <Tick x={140} y={120} />
    </>
  ),
  sharp_print: (
    <>
      <PlacedDocument document={FRONT} x={40} y={32} />
      <circle cx="134" cy="86" r="30" fill={PAPER} stroke={GOOD} />
      <path d="m156 108 26 26" stroke={GOOD} strokeWidth="6" />
      <path d="M116 77h34M112 88h42M118 99h26" stroke={WRITING} strokeWidth="4" />
    </>
  ),
  sharp_zone: (
    <>
      <PlacedDocument document={PASSPORT} x={40} y={28} />
      <path d="M36 106v-6q0-6 6-6h8M190 94h8q6 0 6 6v6M204 130v6q0 6-6 6h-8M50 142h-8q-6 0-6-6v-6" stroke={GOOD} />
      <Tick x={216} y={94} />
    </>
  ),
  real_document: (
    <>
      <rect x="14" y="14" width="92" height="64" rx="6" fill={PAPER} opacity="0.6" />
      <path d="M60 78v12M42 90h36" opacity="0.6" />
      <PlacedDocument document={FRONT} x={30} y={26} scale={0.38} />
      <Cross x={106} y={18} />
      <PlacedDocument document={FRONT} x={88} y={62} scale={0.8} />
      <path d="M236 152c-2-10-10-18-20-26l-18-14c-7-5-14 2-9 9l12 16c4 6 5 12 4 17" fill={PAPER} />
      <Tick x={214} y={64} />
    </>
  ),
  in_colour: (
    <>
      <PlacedDocument document={FRONT} x={40} y={18} />
      <g fillOpacity="0.8" stroke="none">
        <circle cx="148" cy="116" r="17" fill={OPERATOR} />
        <circle cx="170" cy="116" r="17" fill={GOOD} />
        <circle cx="159" cy="134" r="17" fill={CARE} />
      </g>
      <Tick x={200} y={126} />
    </>
  ),
} as const satisfies Readonly<Record<string, ReactNode>>;
