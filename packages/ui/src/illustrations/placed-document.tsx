import { type DocumentPictureType, type DocumentSide, documentFace } from './document-faces.tsx';
import { LINE_WEIGHT } from './picture.tsx';

export type PicturedDocument = { readonly type: DocumentPictureType; readonly side: DocumentSide };

/** How much of the weight of a line goes when a document is drawn smaller: all of it would drown small ones in ink. */
const WEIGHT_KEPT = 0.7;

/** A document at a place of the ground, smaller or larger than it is drawn, with lines about as heavy as everywhere. */
export function PlacedDocument(props: {
  readonly document: PicturedDocument;
  readonly x: number;
  readonly y: number;
  readonly scale?: number;
}) {
  const { document, scale = 1, x, y } = props;
  return (
    <g transform={`translate(${x} ${y}) scale(${scale})`} strokeWidth={LINE_WEIGHT / scale ** WEIGHT_KEPT}>
      {documentFace(document.type, document.side)}
    </g>
  );
}
