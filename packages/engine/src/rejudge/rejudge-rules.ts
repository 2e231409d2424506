/** Rules about who is served and what is accepted, judged again from what the report says that the document is. */
import type { DocumentSide } from '@vidimus/vocabulary';
import {
  DOCUMENT_ACCEPTED,
  failed,
  judgeDocument,
  judgeResidence,
  notApplicable,
  passed,
  RESIDENCE_ACCEPTED,
  tellsOfSpecimen,
} from '../checks/index.ts';
import { pagesOf } from './pages-on-file.ts';
import type { Rejudge } from './rejudge.ts';
import { whyNoPage } from './why-no-page.ts';

export const rejudgeResidence: Rejudge = {
  check: RESIDENCE_ACCEPTED,
  dependsOn: ({ residence }) => [residence],
  again: (_known, { to, residence }) => judgeResidence(to.residence, residence),
};

export const rejudgeDocument: Rejudge = {
  check: DOCUMENT_ACCEPTED,
  dependsOn: ({ documents, accept_specimens }) => [documents, accept_specimens],
  again(known, { report, to }) {
    if (pagesOf(report).length === 0) return known;
    const { type, issuing_state: issuingState } = report.document;
    const evidence = 'evidence' in known ? known.evidence : [];
    // Where the check did not look, nobody wrote down whether a mark stood on it.
    if (evidence.length === 0 && type !== null && !to.accept_specimens) {
      return {
        check: DOCUMENT_ACCEPTED,
        because: 'whether it is marked as a specimen is not on file',
        mightRaise: 'document_not_accepted_by_policy',
      };
    }
    return judgeDocument(to, { type, issuingState, marked: evidence.some(tellsOfSpecimen) });
  },
};

const SIDES = 'all-sides-present';

export const rejudgeSides: Rejudge = {
  check: SIDES,
  dependsOn: ({ require_both_sides }) => [require_both_sides],
  again(known, { report, to }) {
    const pages = pagesOf(report);
    if (pages.length === 0) return whyNoPage(SIDES, report) ?? known;
    if (!to.require_both_sides) return notApplicable(SIDES, 'the policy asks for one side');
    const { type } = report.document;
    const unknown = { check: SIDES, because: 'which sides were given is not on file', mightRaise: MISSING } as const;
    if (type === null) return unknown;
    if (type === 'passport' || type === 'visa') return notApplicable(SIDES, 'one side of this document is enough');
    const sides = new Set(pages.map(({ side }) => side));
    const observed = [...sides].join(', ');
    if (sides.has('front') && sides.has('back')) return passed(SIDES, { measure: 'sides given', observed });
    const [shown] = pages;
    if (report.photos.length > 1 || pages.length > 1 || shown === undefined || shown.side === 'unknown') return unknown;
    const side: DocumentSide = shown.side === 'front' ? 'back' : 'front';
    return failed(SIDES, MISSING, [
      {
        measure: 'sides given',
        observed,
        threshold: 'front, back',
        media_id: shown.mediaId,
        detector: 'side',
        facts: { side, document_type: type },
      },
    ]);
  },
};

const MISSING = 'document_side_missing';
