import type { DocumentPictureType, DocumentSide } from './document-faces.tsx';
import { type DocumentFault, faultyDocument, goodDocument } from './document-faults.tsx';
import { Picture } from './picture.tsx';

export type { DocumentPictureType, DocumentSide } from './document-faces.tsx';
export type { DocumentFault } from './document-faults.tsx';

/** A document that is asked for, as it should lie before the camera; with `fault`, as it should not. */
export function DocumentPicture(props: {
  readonly type: DocumentPictureType;
  /** The front where it is not said. */
  readonly side?: DocumentSide;
  readonly fault?: DocumentFault;
  /** Without one it decorates what is written beside it. */
  readonly title?: string;
  readonly className?: string;
}) {
  const { type, side = 'front', fault, ...rest } = props;
  const document = { type, side };
  return <Picture {...rest}>{fault === undefined ? goodDocument(document) : faultyDocument(document, fault)}</Picture>;
}
