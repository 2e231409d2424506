import { Picture, type PictureProps } from './picture.tsx';
import { Magnifier, Tick } from './scene-parts.tsx';
import { OPERATOR, PAPER, SUNKEN, WRITING } from './shade.ts';

/** `queue`: nothing waits, which is good. `results`: nothing was found for what was asked. */
export function EmptyPicture({ kind, ...rest }: PictureProps & { readonly kind: 'queue' | 'results' }) {
  return <Picture {...rest}>{kind === 'queue' ? <EmptyTray /> : <NothingFound />}</Picture>;
}

function EmptyTray() {
  return (
    <>
      <path d="M44 92 66 44q3-6 9-6h90q6 0 9 6l22 48v36q0 8-8 8H52q-8 0-8-8Z" fill={PAPER} />
      <path d="M44 92h44q4 18 32 18t32-18h44v36q0 8-8 8H52q-8 0-8-8Z" fill={SUNKEN} />
      <Tick x={120} y={68} />
    </>
  );
}

function NothingFound() {
  return (
    <>
      <rect x="36" y="20" width="136" height="34" rx="6" fill={PAPER} />
      <rect x="36" y="64" width="136" height="34" rx="6" fill={PAPER} opacity="0.65" />
      <rect x="36" y="108" width="136" height="34" rx="6" fill={PAPER} opacity="0.35" />
      <path d="M50 37h64M50 81h48M50 125h56" stroke={WRITING} strokeDasharray="1 6" />
      <Magnifier x={172} y={92} colour={OPERATOR} />
    </>
  );
}
