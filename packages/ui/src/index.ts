export {
  CameraHelpPicture,
  type PicturedBrowser,
  type PicturedDevice,
} from './illustrations/camera-help-picture.tsx';
export {
  type DocumentFault,
  DocumentPicture,
  type DocumentPictureType,
  type DocumentSide,
} from './illustrations/document-picture.tsx';
export { EmptyPicture } from './illustrations/empty-picture.tsx';
export { HandOffPicture } from './illustrations/hand-off-picture.tsx';
export { OutcomePicture, type PicturedOutcome } from './illustrations/outcome-picture.tsx';
export { type Remedy, remedyOf } from './illustrations/remedy.table.ts';
export { RemedyPicture } from './illustrations/remedy-picture.tsx';
export { Button, type ButtonKind, buttonLook, LinkButton } from './parts/button.tsx';
export { Checkbox } from './parts/checkbox.tsx';
export { Disclosure } from './parts/disclosure.tsx';
export { Field, type FieldBindings, type FieldTexts, TextArea, TextField } from './parts/field.tsx';
export type { FindingKind, FindingMark, MarkPoint } from './parts/finding-mark.ts';
export { type Finding, FindingsList } from './parts/findings-list.tsx';
export { FindingsPicture } from './parts/findings-picture.tsx';
export { Notice, type NoticeKind } from './parts/notice.tsx';
export { type RadioCard, RadioCards } from './parts/radio-cards.tsx';
export { Select, type SelectOption } from './parts/select.tsx';
export { Skeleton } from './parts/skeleton.tsx';
export { Spinner } from './parts/spinner.tsx';
export { Steps } from './parts/steps.tsx';
