/** Remedies that are about camera, light and device. What to do is drawn in the colour of good. */
import type { ReactNode } from 'react';
import { HandOffScene } from './hand-off-scene.tsx';
import { type PicturedDocument, PlacedDocument } from './placed-document.tsx';
import { CameraBody, Cross, Phone, Tick } from './scene-parts.tsx';
import { CARE, CARE_GROUND, GOOD, GOOD_GROUND, OPERATOR, PAPER, SUNKEN, WRITING } from './shade.ts';
import { Viewfinder } from './viewfinder.tsx';

const CARD: PicturedDocument = { type: 'identity_card', side: 'front' };

export const REMEDIES_OF_CAMERA = {
  allow_camera: (
    <>
      <rect x="20" y="20" width="200" height="120" rx="8" fill={PAPER} />
      <path d="M20 56h200" />
      <rect x="34" y="29" width="172" height="18" rx="9" fill={SUNKEN} />
      <path d="M74 38h70" stroke={WRITING} />
      <path d="M46 36v-2q0-4 4-4t4 4v2M44 36h12v8H44Z" stroke={GOOD} />
      <path d="M44 68h106q6 0 6 6v40q0 6-6 6H44q-6 0-6-6V74q0-6 6-6Z" fill={SUNKEN} />
      <CameraBody x={50} y={84} />
      <rect x="104" y="84" width="38" height="20" rx="10" fill={GOOD_GROUND} stroke={GOOD} />
      <circle cx="132" cy="94" r="6" fill={GOOD} stroke={GOOD} />
    </>
  ),
  free_camera: (
    <>
      <rect x="24" y="18" width="118" height="84" rx="8" fill={PAPER} />
      <path d="M24 38h118" />
      <circle cx="84" cy="62" r="9" fill={SUNKEN} />
      <path d="M66 92c0-10 8-16 18-16s18 6 18 16" fill={SUNKEN} />
      <Cross x={142} y={20} />
      <rect x="92" y="66" width="124" height="80" rx="8" fill={PAPER} />
      <path d="M92 86h124" />
      <CameraBody x={140} y={106} colour={GOOD} />
      <Tick x={212} y={144} />
    </>
  ),
  other_device: <HandOffScene />,
  photo_file: (
    <>
      <path d="M68 12h74l32 32v104H68Z" fill={PAPER} />
      <path d="M142 12v32h32" fill={SUNKEN} />
      <rect x="82" y="66" width="78" height="58" rx="4" fill={SUNKEN} />
      <circle cx="142" cy="82" r="6" stroke={OPERATOR} />
      <path d="m84 120 22-26 16 18 10-10 26 20" stroke={OPERATOR} />
      <Tick x={174} y={140} />
    </>
  ),
  hold_still: (
    <>
      <path d="M8 120c16 2 24-4 34-14l34-36c7-7 15 1 10 9L70 104" fill={PAPER} />
      <path d="M232 120c-16 2-24-4-34-14l-34-36c-7-7-15 1-10 9l16 25" fill={PAPER} />
      <Phone x={89} y={22}>
        <PlacedDocument document={CARD} x={6} y={32} scale={0.24} />
        <path d="M3 34v-6h7M40 28h7v6M47 52v6h-7M10 58H3v-6" stroke={GOOD} />
      </Phone>
      <path d="M86 86c-3-6 4-14 10-10l12 10M154 86c3-6-4-14-10-10l-12 10" />
      <path d="M62 30q-8 8 0 16M178 30q8 8 0 16" stroke={GOOD} strokeDasharray="1 6" />
      <Tick x={120} y={144} />
    </>
  ),
  away_from_lamp: (
    <>
      <path d="M44 4v18" />
      <path d="M44 22c-14 0-24 10-26 24h52c-2-14-12-24-26-24Z" fill={CARE_GROUND} stroke={CARE} />
      <path d="M36 46a8 8 0 0 0 16 0M22 58l-8 14M44 62v16M66 58l8 14" stroke={CARE} />
      <g transform="rotate(-14 150 98)">
        <PlacedDocument document={CARD} x={88} y={58} scale={0.78} />
      </g>
      <path d="M112 34q42-26 82-4M184 16l11 14-16 6" stroke={GOOD} />
    </>
  ),
  even_light: (
    <>
      <rect x="14" y="14" width="62" height="76" rx="4" fill={GOOD_GROUND} stroke={GOOD} />
      <path d="M45 14v76M14 52h62M8 90h74" stroke={GOOD} />
      <path d="M88 34l22 10M88 56l16 8M88 78l10 4" stroke={GOOD} strokeDasharray="1 6" />
      <PlacedDocument document={CARD} x={92} y={62} scale={0.82} />
    </>
  ),
  move_closer: (
    <>
      <Viewfinder />
      <PlacedDocument document={CARD} x={24} y={17.5} scale={1.2} />
      <rect x="88" y="60" width="64" height="42" rx="4" fill={GOOD_GROUND} stroke={GOOD} strokeDasharray="5 5" />
      <path
        d="M84 58 50 36M52 48l-3-13 13-2M156 58l34-22M178 33l13 2-3 13M156 104l34 22M188 114l3 13-13 2M84 104l-34 22M62 129l-13-2 3-13"
        stroke={GOOD}
      />
    </>
  ),
} as const satisfies Readonly<Record<string, ReactNode>>;
