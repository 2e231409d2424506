/** Every picture that there is, by what it is called. */
import type { ReactNode } from 'react';
import { CameraHelpPicture } from './camera-help-picture.tsx';
import { DocumentPicture } from './document-picture.tsx';
import { EmptyPicture } from './empty-picture.tsx';
import { HandOffPicture } from './hand-off-picture.tsx';
import { OutcomePicture } from './outcome-picture.tsx';
import { REMEDY_OF_REASON } from './remedy.table.ts';
import { RemedyPicture } from './remedy-picture.tsx';

const TYPES = ['passport', 'identity_card', 'driving_licence', 'residence_permit', 'visa'] as const;
const SIDES = ['front', 'back'] as const;
const FAULTS = [
  'glare',
  'blur',
  'cut_off',
  'covered',
  'dark',
  'bright',
  'far',
  'wrong_side',
  'sleeve',
  'copy',
  'screen',
  'multiple',
] as const;
const OUTCOMES = ['approved', 'in_review', 'action_required', 'declined', 'waiting', 'expired'] as const;
const BROWSERS = ['chrome', 'edge', 'firefox', 'safari', 'samsung'] as const;
const DEVICES = ['desktop', 'phone'] as const;

export type NamedPicture = { readonly name: string; readonly picture: ReactNode };

export const DOCUMENT_PICTURES: readonly NamedPicture[] = TYPES.flatMap((type) =>
  SIDES.map((side) => {
    const name = `${type} ${side}`;
    return { name, picture: <DocumentPicture type={type} side={side} title={name} /> };
  }),
);

export const FAULT_PICTURES: readonly NamedPicture[] = FAULTS.map((fault) => ({
  name: fault,
  picture: <DocumentPicture type="identity_card" fault={fault} title={fault} />,
}));

export const REMEDY_PICTURES: readonly NamedPicture[] = [...new Set(Object.values(REMEDY_OF_REASON))].map((remedy) => ({
  name: remedy,
  picture: <RemedyPicture remedy={remedy} title={remedy} />,
}));

export const OUTCOME_PICTURES: readonly NamedPicture[] = OUTCOMES.map((outcome) => ({
  name: outcome,
  picture: <OutcomePicture outcome={outcome} title={outcome} />,
}));

export const HELP_PICTURES: readonly NamedPicture[] = [
  ...BROWSERS.flatMap((browser) =>
    DEVICES.map((device) => {
      const name = `${browser} ${device}`;
      return { name, picture: <CameraHelpPicture browser={browser} device={device} title={name} /> };
    }),
  ),
  { name: 'hand-off', picture: <HandOffPicture title="hand-off" /> },
  { name: 'empty queue', picture: <EmptyPicture kind="queue" title="empty queue" /> },
  { name: 'no results', picture: <EmptyPicture kind="results" title="no results" /> },
];

export const EVERY_PICTURE: readonly NamedPicture[] = [
  ...DOCUMENT_PICTURES,
  ...FAULT_PICTURES,
  ...REMEDY_PICTURES,
  ...OUTCOME_PICTURES,
  ...HELP_PICTURES,
];
