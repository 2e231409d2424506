/** Documents as they lie before a camera, each drawn on 160 × 104 from its upper left corner. */
import type { ReactNode } from 'react';
import { Barcode, Chip, MachineZone, Portrait, Writing } from './document-marks.tsx';
import { OPERATOR, PAPER, SUNKEN, WRITING } from './shade.ts';

export type DocumentPictureType = 'passport' | 'identity_card' | 'driving_licence' | 'residence_permit' | 'visa';
export type DocumentSide = 'front' | 'back';

const FACE = { width: 160, height: 104 } as const;

/** A passport and a visa have one side that is asked for; `back` of them is the cover. */
export function documentFace(type: DocumentPictureType, side: DocumentSide): ReactNode {
  return FACES[type][side];
}

const FACES: Readonly<Record<DocumentPictureType, Readonly<Record<DocumentSide, ReactNode>>>> = {
  passport: { front: <DataPage />, back: <Cover /> },
  identity_card: { front: <IdentityCard />, back: <CardWithZone /> },
  driving_licence: { front: <Licence />, back: <LicenceBack /> },
  residence_permit: { front: <Permit />, back: <CardWithZone /> },
  visa: { front: <Visa />, back: <Cover /> },
};

function Card({ children }: { readonly children: ReactNode }) {
  return (
    <g>
      <rect width={FACE.width} height={FACE.height} rx="8" fill={PAPER} />
      {children}
    </g>
  );
}

/** The band on which a card says what it is. */
function Band() {
  return <path d="M12 16h58" stroke={OPERATOR} strokeWidth="5" />;
}

/** The page above is seen a little, as in an opened passport. */
function DataPage() {
  return (
    <g>
      <path d="M4 0v-13q0-5 5-5h142q5 0 5 5V0" fill={SUNKEN} />
      <path d="M0 0h160v97q0 7-7 7H7q-7 0-7-7Z" fill={PAPER} />
      <Portrait x={12} y={14} />
      <path d="M58 16h40" stroke={OPERATOR} strokeWidth="5" />
      <Writing x={58} y={30} lengths={[88, 64, 76, 50]} step={10} />
      <MachineZone x={8} y={72} width={144} lines={2} />
    </g>
  );
}

function Cover() {
  return (
    <g transform="translate(42 -16)">
      <path d="M0 7q0-7 7-7h71q7 0 7 7v106q0 7-7 7H7q-7 0-7-7Z" fill={SUNKEN} />
      <path d="M8 0v120" />
      <circle cx="46" cy="46" r="18" stroke={OPERATOR} />
      <path d="M28 46h36M46 28c-10 10-10 26 0 36M46 28c10 10 10 26 0 36" stroke={OPERATOR} />
      <path d="M30 84h32M36 95h20" stroke={OPERATOR} />
    </g>
  );
}

function IdentityCard() {
  return (
    <Card>
      <Band />
      <Portrait x={12} y={30} />
      <Writing x={58} y={34} lengths={[86, 60, 74, 44]} />
      <path d="M12 89h50" stroke={WRITING} />
      <Chip x={128} y={76} />
    </Card>
  );
}

function CardWithZone() {
  return (
    <Card>
      <Writing x={12} y={16} lengths={[62, 84, 48]} step={12} />
      <rect x="116" y="12" width="30" height="30" rx="3" fill={SUNKEN} />
      <path d="M122 34c0-12 18-12 18 0M126 34c0-6 10-6 10 0M131 34v-1" stroke={OPERATOR} />
      <MachineZone x={8} y={62} width={144} lines={3} />
    </Card>
  );
}

/** Its fields carry numbers (ISO/IEC 18013-1): a dot stands for each. */
function Licence() {
  const fields = [33, 46, 59, 72, 85];
  return (
    <Card>
      <Band />
      <path d="M116 20h32v-6l-5-2-4-6h-13l-5 6-5 2Z" fill={PAPER} stroke={OPERATOR} />
      <circle cx="123" cy="20" r="3" fill={PAPER} stroke={OPERATOR} />
      <circle cx="141" cy="20" r="3" fill={PAPER} stroke={OPERATOR} />
      <Portrait x={12} y={34} />
      {fields.map((y, line) => (
        <g key={y}>
          <circle cx="61" cy={y} r="2.5" fill={OPERATOR} stroke="none" />
          <path d={`M70 ${y}h${[72, 54, 66, 40, 60][line] ?? 50}`} stroke={WRITING} />
        </g>
      ))}
    </Card>
  );
}

/** The table of classes, and a barcode. */
function LicenceBack() {
  return (
    <Card>
      <rect x="12" y="12" width="136" height="44" rx="3" fill={SUNKEN} />
      <path d="M12 23h136M12 34h136M12 45h136M46 12v44M80 12v44M114 12v44" stroke={WRITING} />
      <Barcode x={12} y={72} width={136} />
    </Card>
  );
}

/** A house: that one may live here. */
function Permit() {
  return (
    <Card>
      <Band />
      <path d="M122 22V13l10-8 10 8v9Z" fill={PAPER} stroke={OPERATOR} />
      <path d="M132 22v-6" stroke={OPERATOR} />
      <Portrait x={12} y={32} />
      <Writing x={58} y={38} lengths={[86, 70, 80]} step={12} />
      <Chip x={58} y={76} />
      <path d="M90 86h54" stroke={WRITING} />
    </Card>
  );
}

/** A sticker on a page of a passport. */
function Visa() {
  return (
    <g>
      <path d="M-10 -22h180v134q0 7-7 7H-3q-7 0-7-7Z" fill={SUNKEN} />
      <rect width={FACE.width} height={FACE.height} rx="2" fill={PAPER} />
      <Portrait x={10} y={18} />
      <path d="M10 10h70" stroke={OPERATOR} strokeWidth="5" />
      <Writing x={54} y={26} lengths={[62, 48, 56, 40]} step={10} />
      <circle cx="136" cy="44" r="13" stroke={OPERATOR} />
      <circle cx="136" cy="44" r="7" stroke={OPERATOR} />
      <MachineZone x={6} y={74} width={148} lines={2} />
    </g>
  );
}
