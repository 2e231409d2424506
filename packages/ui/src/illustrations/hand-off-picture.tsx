import { HandOffScene } from './hand-off-scene.tsx';
import { Picture, type PictureProps } from './picture.tsx';

/** Going on with the phone: scan the code that the desktop shows. */
export function HandOffPicture(props: PictureProps) {
  return (
    <Picture {...props}>
      <HandOffScene />
    </Picture>
  );
}
