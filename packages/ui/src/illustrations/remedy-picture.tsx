import type { ReactNode } from 'react';
import { Picture, type PictureProps } from './picture.tsx';
import { REMEDIES_OF_CAMERA } from './remedies-of-camera.tsx';
import { REMEDIES_OF_PLACE } from './remedies-of-place.tsx';
import type { Remedy } from './remedy.table.ts';

/** How to do it better: `remedyOf(code)` names the picture of a reason. */
export function RemedyPicture({ remedy, ...rest }: PictureProps & { readonly remedy: Remedy }) {
  return <Picture {...rest}>{SCENES[remedy]}</Picture>;
}

const SCENES: Readonly<Record<Remedy, ReactNode>> = { ...REMEDIES_OF_CAMERA, ...REMEDIES_OF_PLACE };
