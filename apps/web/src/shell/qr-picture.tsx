import type { QrDrawing } from './draw-qr-code.ts';

/** A QR code to point a phone at. Dark on light in either scheme: not every reader understands it turned round. */
export function QrPicture(props: { readonly drawing: QrDrawing; readonly title: string; readonly className: string }) {
  const { drawing, title, className } = props;
  return (
    <svg
      role="img"
      aria-label={title}
      viewBox={`0 0 ${drawing.size} ${drawing.size}`}
      shapeRendering="crispEdges"
      className={`rounded-control bg-paper ${className}`}
    >
      <path d={drawing.path} className="fill-on-paper" />
    </svg>
  );
}
