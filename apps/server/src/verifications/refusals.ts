/** Refusals in words, and as HTTP statuses: the one place where codes of this domain become problems. */
import type { Result } from '@vidimus/engine/standards';
import { contactWords } from '../codes/refusals.ts';
import type { Problem } from '../http/problem.ts';
import type { StepRefused } from './applicant-steps.ts';
import type { CreateRefused } from './create-verification.ts';
import type { DecisionRefused } from './decision.ts';
import type { NoPublicAddress, NotOpened } from './hand-off.ts';
import type { PreviewRefused } from './preview-store.ts';
import type { ProofRefused } from './prove-birth-date.ts';
import type { ReturnUrlRefused } from './return-url.ts';
import type { ReviewRefused } from './review-store.ts';
import type { NotLoaded } from './store.ts';
import type { TransitionRefused } from './verification.ts';
import { type Reader, whatNext } from './what-next.ts';

type Refused =
  | NoPublicAddress
  | NotOpened
  | ProofRefused
  | NotLoaded
  | TransitionRefused
  | StepRefused
  | CreateRefused
  | ReviewRefused
  | DecisionRefused;

/** The refusal on the wire, in the words that its reader can act on. */
export function refuse(error: Refused, reader: Reader = 'operator'): Result<never, Problem> {
  return { ok: false, error: { code: error.code, ...describe(error, reader) } };
}

/** The same for photographs. */
export function refuseMedia({ code }: PreviewRefused): Result<never, Problem> {
  switch (code) {
    case 'media.not-found':
      return { ok: false, error: { status: 404, code, detail: 'This verification has no such photograph.' } };
    case 'media.no-preview':
      return {
        ok: false,
        error: { status: 404, code, detail: 'It has not been read yet; there is a preview afterwards.' },
      };
    case 'media.erased':
      return { ok: false, error: { status: 409, code, detail: 'This photograph was erased.' } };
  }
}

function describe(error: Refused, reader: Reader): Omit<Problem, 'code'> {
  switch (error.code) {
    case 'verification.not-found':
      return { status: 404, detail: 'There is no such verification. Ids begin with ver_ and belong to one mode.' };
    case 'verification.erased':
      return { status: 409, detail: 'What this verification held was erased; it can be looked up, not continued.' };
    case 'verification.not-from-here':
      return {
        status: 409,
        detail: `This cannot be done in the state ${error.state}. ${whatNext(reader, error.state, error.asked)}`,
      };
    case 'verification.step-not-asked':
      return {
        status: 409,
        detail: `The step ${error.step} is not asked for now. Asked for: ${error.asked.join(', ') || 'nothing'}.`,
      };
    case 'verification.steps-missing':
      return { status: 409, detail: `Still missing: ${error.missing.join(', ')}. Do these steps, then hand in.` };
    case 'verification.session-expired':
      return {
        status: 409,
        detail: `This link ran out on ${error.expiredAt}. Resume it; the finished steps are kept.`,
      };
    case 'verification.too-many-photographs':
      return {
        status: 409,
        detail: `There are ${error.most} photographs already. Hand in the latest ones as they are.`,
      };
    case 'verification.too-many-answers':
      return {
        status: 409,
        detail: `The step ${error.step} was answered ${error.most} times already. Go on with the last answer.`,
      };
    case 'verification.too-many-statements':
      return {
        status: 409,
        detail: `${error.most} statements are on file. A person reads them; what you add now would not be read sooner.`,
      };
    case 'link.too-many':
      return {
        status: 429,
        detail: `${error.most} links were made within a day. Use one of them, or make another one after ${Math.ceil(error.retryAfterSeconds / 60)} minutes.`,
        retryAfter: error.retryAfterSeconds,
      };
    case 'verification.consent-missing':
      return {
        status: 409,
        detail: 'Agree first: PUT /v1/applicant/consent with {"document": true}. Nothing of this photograph was kept.',
      };
    case 'hand-off.no-public-address':
      return {
        status: 409,
        detail:
          'No other device reaches this server: whoever runs it has named no public address (VIDIMUS_PUBLIC_URL). Go on here, with the camera or a file.',
      };
    case 'hand-off.opened-too-often':
      return {
        status: 409,
        detail:
          'Too many devices have opened this code. Show a new one on the first device, where nobody else sees it.',
      };
    case 'hand-off.not-a-hand-off':
      return { status: 409, detail: 'This link is none for another device, or its time is over.' };
    case 'receipt.birth-date-differs':
      return {
        status: 403,
        detail: `The document shows another birth date. ${error.triesLeft === 0 ? 'The next try has to wait.' : `Tries left: ${error.triesLeft}.`}`,
      };
    case 'receipt.too-many-tries':
      return {
        status: 429,
        detail: `Too many birth dates were wrong. Try again in ${Math.ceil(error.retryAfterSeconds / 60)} minutes, or use the link that was sent first.`,
        retryAfter: error.retryAfterSeconds,
      };
    case 'receipt.nothing-to-compare':
      return {
        status: 409,
        detail: 'No birth date was read from a document here. Use the link that was sent first.',
      };
    case 'media.not-a-picture':
      return {
        status: 422,
        detail: `Taken are JPEG, PNG, WebP, HEIC and PDF; the body is ${error.observed}. No try was used.`,
      };
    case 'verification.decided-already':
      return {
        status: 409,
        detail: `This was decided. What the decision rests on is erased ${error.redactAt === null ? 'when the operator need not keep it any longer' : `on ${error.redactAt}`}.`,
      };
    case 'verification.appeal-too-late':
      return { status: 409, detail: `The last day to appeal was ${error.lastDay}.` };
    case 'verification.not-expired-yet':
      return { status: 409, detail: `The link works until ${error.expiresAt}.` };
    case 'verification.nothing-to-do-again':
      return { status: 422, detail: 'Asking the applicant again needs at least one step in `ask`.' };
    case 'verification.not-our-fault':
    case 'verification.not-a-rule':
      return { status: 422, detail: `These reasons do not allow that: ${error.given.join(', ')}.` };
    case 'verification.return-url-not-allowed':
      return { status: 422, detail: describeReturnUrl(error), errors: [{ pointer: '/return_url', detail: error.why }] };
    case 'verification.contact-refused': {
      const detail = contactWords(error.why);
      return { status: 422, detail, errors: [{ pointer: `/contacts/${error.of}`, detail }] };
    }
    case 'policy.not-found':
      return { status: 404, detail: 'There is no such policy. Ids begin with pol_.' };
    case 'policy.not-published':
      return { status: 409, detail: 'This policy has no published version. Publish it first.' };
    case 'policy.accepts-specimens':
      return {
        status: 409,
        detail:
          'This policy takes drawn documents and specimens for real ones, which is for trying out. Use a test key, or publish a version with `accept_specimens: false`.',
      };
    case 'policy.not-named':
      return {
        status: 422,
        detail:
          error.published.length === 0
            ? 'No policy is published. Publish one first.'
            : `Several policies are published: ${error.published.join(', ')}. Name one in \`policy\` (GET /v1/policies lists all with their names), or make one the default with POST /v1/policies/{id}/make-default.`,
      };
    case 'review.not-found':
      return { status: 404, detail: 'There is no such review. Ids begin with rev_.' };
    case 'review.claimed-by-another':
      return { status: 409, detail: 'Another person has taken this review. Ask for it to be released.' };
    case 'review.needs-another-person':
      return {
        status: 409,
        detail: 'Two people decide here, and you have given your opinion. Another person goes on.',
      };
    case 'review.decided':
      return { status: 409, detail: 'This review is decided. A decision is answered by an appeal or new evidence.' };
    case 'decision.decline-needs-ground':
      return {
        status: 422,
        detail: `A decline needs a reason of class ${error.allowed.join(' or ')}; given: ${error.given.join(', ')}.`,
      };
    case 'decision.provider-may-not-decline':
      return { status: 422, detail: 'A provider never declines; a person does.' };
    case 'decision.reason-not-citable':
      return {
        status: 422,
        detail: `Not to be cited: ${error.given.join(', ')}. Cite at least one other code, that can be raised; on file: ${error.onFile.join(', ') || 'none'}.`,
      };
    case 'decision.person-needs-grounds':
      return { status: 422, detail: 'Write the grounds of the decision in `grounds`.' };
  }
}

function describeReturnUrl({ why, host, allowed }: ReturnUrlRefused): string {
  switch (why) {
    case 'names_a_person':
      return '`return_url` has a name or password before its host, which lets one site read like another. Leave it out.';
    case 'not_https':
      return '`return_url` begins with http://. Use https://; only this machine (localhost) may do without.';
    case 'host':
      return `\`return_url\` leads to ${host}, and applicants may be led to ${allowed.join(', ')} alone. Name the host with PUT /v1/organization/return-hosts, or use another.`;
  }
}
