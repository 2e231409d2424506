import { CameraBody, Desktop, Phone } from './scene-parts.tsx';
import { GOOD, OPERATOR } from './shade.ts';

/** From a desktop to a phone: a code on one screen, the camera on the other. */
export function HandOffScene() {
  return (
    <>
      <Desktop x={10} y={24}>
        <g transform="translate(43 21)" stroke={OPERATOR}>
          <path d="M0 0h12v12H0ZM28 0h12v12H28ZM0 28h12v12H0Z" />
          <path d="M20 2v8M20 18h8M34 20v6M18 28v6M26 30h4M34 38h6M22 40h4" />
        </g>
      </Desktop>
      <Phone x={166} y={32}>
        <CameraBody x={11} y={34} />
      </Phone>
      <path d="M100 14q46-14 84 4M173 8l12 10-14 6" stroke={GOOD} />
    </>
  );
}
