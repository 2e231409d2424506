export {
  type DocumentFault,
  DocumentPicture,
  type DocumentPictureType,
  type DocumentSide,
} from './illustrations/document-picture.tsx';
export { Notice } from './notice.tsx';
