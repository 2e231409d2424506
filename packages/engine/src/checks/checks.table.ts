import { allSidesPresent } from './all-sides-present.ts';
import type { Check } from './check.ts';
import { checkDigitsHold } from './check-digits-hold.ts';
import { dataPossible } from './data-possible.ts';
import { detailsMatchClaim } from './details-match-claim.ts';
import { documentAccepted } from './document-accepted.ts';
import { documentFound } from './document-found.ts';
import { documentRecognised } from './document-recognised.ts';
import { fieldsReadable } from './fields-readable.ts';
import { fileUsable } from './file-usable.ts';
import { freeOfGlare } from './free-of-glare.ts';
import { inColour } from './in-colour.ts';
import { machineZoneReadable } from './machine-zone-readable.ts';
import { nameMatchesClaim } from './name-matches-claim.ts';
import { nameSpellingSettled } from './name-spelling-settled.ts';
import { notExpired } from './not-expired.ts';
import { notVoided } from './not-voided.ts';
import { nothingCoversDocument } from './nothing-covers-document.ts';
import { oldEnough } from './old-enough.ts';
import { oneDocumentOnly } from './one-document-only.ts';
import { originalDocument } from './original-document.ts';
import { requiredFieldsPresent } from './required-fields-present.ts';
import { residenceAccepted } from './residence-accepted.ts';
import { resolutionSufficient } from './resolution-sufficient.ts';
import { rightSide } from './right-side.ts';
import { scriptReadable } from './script-readable.ts';
import { sharpEnough } from './sharp-enough.ts';
import { sidesAgree } from './sides-agree.ts';
import { validLongEnough } from './valid-long-enough.ts';
import { wellLit } from './well-lit.ts';
import { wholeDocumentVisible } from './whole-document-visible.ts';
import { zonesAgree } from './zones-agree.ts';

/** Every claim, in the order of the registry. A new check is one file, one row here and one fixture. */
export const CHECKS: readonly Check[] = [
  residenceAccepted,
  fileUsable,
  documentFound,
  wholeDocumentVisible,
  nothingCoversDocument,
  sharpEnough,
  freeOfGlare,
  wellLit,
  resolutionSufficient,
  inColour,
  rightSide,
  allSidesPresent,
  oneDocumentOnly,
  documentRecognised,
  documentAccepted,
  fieldsReadable,
  requiredFieldsPresent,
  machineZoneReadable,
  checkDigitsHold,
  scriptReadable,
  notExpired,
  validLongEnough,
  notVoided,
  dataPossible,
  oldEnough,
  sidesAgree,
  zonesAgree,
  nameMatchesClaim,
  nameSpellingSettled,
  detailsMatchClaim,
  originalDocument,
];
