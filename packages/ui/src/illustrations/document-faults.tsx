/** What can be wrong with a photograph of a document, each so that it is seen at once: the fault alone has the colour of care. */
import type { ReactNode } from 'react';
import { type PicturedDocument, PlacedDocument } from './placed-document.tsx';
import { CARE, CARE_GROUND, GLOW, PAPER, SUNKEN } from './shade.ts';
import { Viewfinder } from './viewfinder.tsx';

export type DocumentFault =
  | 'glare'
  | 'blur'
  | 'cut_off'
  | 'covered'
  | 'dark'
  | 'bright'
  | 'far'
  | 'wrong_side'
  | 'sleeve'
  | 'copy'
  | 'screen'
  | 'multiple';

/** The document in the middle of the ground, as it should be. */
export function goodDocument(document: PicturedDocument): ReactNode {
  return <PlacedDocument document={document} x={40} y={32} />;
}

/** The same with the fault. */
export function faultyDocument(document: PicturedDocument, fault: DocumentFault): ReactNode {
  return FAULTS[fault](document);
}

const FAULTS: Readonly<Record<DocumentFault, (document: PicturedDocument) => ReactNode>> = {
  glare: (document) => (
    <>
      {goodDocument(document)}
      <ellipse cx="148" cy="76" rx="34" ry="22" fill={GLOW} stroke="none" />
      <g stroke={CARE}>
        <path d="M148 60v32M132 76h32M137 65l22 22M159 65l-22 22" />
      </g>
    </>
  ),
  blur: (document) => (
    <>
      {[-7, 7].map((shift) => (
        <g key={shift} transform={`translate(${shift} ${shift / 2})`} opacity="0.3">
          {goodDocument(document)}
        </g>
      ))}
      <g opacity="0.45">{goodDocument(document)}</g>
      <path d="M18 58q-8 8 0 16t0 16 0 16M222 58q8 8 0 16t0 16 0 16" stroke={CARE} />
    </>
  ),
  cut_off: (document) => (
    <>
      <path d="M193 36h22q8 0 8 8v84q0 8-8 8h-22" stroke={CARE} strokeDasharray="5 6" />
      <svg x="0" y="0" width="190" height="160" aria-hidden="true">
        <PlacedDocument document={document} x={63} y={32} />
      </svg>
      <path d="M190 8v144" stroke={CARE} />
      <Viewfinder right={190} />
    </>
  ),
  covered: (document) => (
    <>
      {goodDocument(document)}
      <path d="M222 160c2-16-8-24-22-36l-34-28c-8-6-17 3-11 11l20 26c6 8 6 18 4 27Z" fill={CARE_GROUND} stroke={CARE} />
      <path d="M163 100q6-1 9 5" stroke={CARE} />
    </>
  ),
  dark: (document) => (
    <>
      <g opacity="0.5">{goodDocument(document)}</g>
      <Shadow />
      <path d="M216 14a13 13 0 1 0 13 17 11 11 0 0 1-13-17Z" fill={CARE_GROUND} stroke={CARE} />
      <Viewfinder />
    </>
  ),
  bright: (document) => (
    <>
      <g opacity="0.28">{goodDocument(document)}</g>
      <Sun />
      <Viewfinder />
    </>
  ),
  far: (document) => (
    <>
      <PlacedDocument document={document} scale={0.34} x={93} y={63} />
      <path d="M62 80H28M38 70 28 80l10 10M178 80h34M202 70l10 10-10 10" stroke={CARE} />
      <Viewfinder />
    </>
  ),
  wrong_side: (document) => (
    <>
      {goodDocument({ ...document, side: document.side === 'front' ? 'back' : 'front' })}
      <circle cx="120" cy="80" r="30" fill={CARE_GROUND} stroke={CARE} />
      <path d="M105 76a16 16 0 0 1 28-7M135 60v10h-10M135 84a16 16 0 0 1-28 7M105 100V90h10" stroke={CARE} />
    </>
  ),
  sleeve: (document) => (
    <>
      {goodDocument(document)}
      <path d="M26 12v128q0 10 10 10h168q10 0 10-10V12" stroke={CARE} fill={CARE_GROUND} fillOpacity="0.35" />
      <path d="M26 12h74q2 12 20 12t20-12h74" stroke={CARE} />
      <path d="M58 132l44-88M76 132l44-88M170 116l24-48" stroke={CARE} />
    </>
  ),
  copy: (document) => (
    <>
      <path d="M76 16h-6q-6 0-6 6v124q0 6 6 6h84" stroke={CARE} fill={CARE_GROUND} />
      <path d="M76 8h78l28 28v108H76Z" fill={PAPER} stroke={CARE} />
      <path d="M154 8v28h28" fill={CARE_GROUND} stroke={CARE} />
      <g opacity="0.55">
        <PlacedDocument document={document} scale={0.54} x={86} y={54} />
      </g>
      <path d="M88 24h44M88 128h70" stroke={CARE} strokeDasharray="1 6" />
    </>
  ),
  screen: (document) => (
    <>
      <rect x="34" y="10" width="172" height="116" rx="8" fill={SUNKEN} stroke={CARE} />
      <path d="M120 126v20M88 148h64" stroke={CARE} />
      <PlacedDocument document={document} scale={0.72} x={62} y={32} />
      <path d="M46 34l12-12M46 52l30-30M194 102l-12 12M194 84l-30 30" stroke={CARE} />
    </>
  ),
  multiple: (document) => (
    <>
      <g transform="rotate(-7 90 60)">
        <PlacedDocument document={document} scale={0.72} x={24} y={22} />
      </g>
      <g transform="rotate(6 150 100)" stroke={CARE}>
        <PlacedDocument document={document} scale={0.72} x={96} y={66} />
      </g>
      <Viewfinder />
    </>
  ),
};

/** Drawn by lines, because a dark colour would be light in dark mode. */
function Shadow() {
  return (
    <path
      d="M40 60 68 32M40 84l52-52M40 108l76-76M50 122l90-90M74 122l90-90M98 122l90-90M122 122l78-78M146 122l54-54M170 122l30-30"
      stroke={CARE}
    />
  );
}

function Sun() {
  return (
    <g stroke={CARE}>
      <circle cx="178" cy="46" r="20" fill={CARE_GROUND} />
      <path d="M178 16V8M178 84v-8M148 46h-8M216 46h-8M157 25l-6-6M205 73l-6-6M199 25l6-6M151 73l6-6" />
    </g>
  );
}
