// Written by scripts/generate-sdk.ts (npm run sdk). Do not change it here.
import type { CallOptions, Transport } from '../api-request.ts';
import type {
  ApplicantBrand,
  CodeEntered,
  CorrectContact,
  LogoQuery,
  OwnCode,
  OwnCodeAnswer,
  OwnCodeLanguage,
  ResendBody,
} from './types.ts';

/** What the token of a one-time code’s page may ask. */
export function recipientApi({ json, file }: Transport) {
  return {
    applicant: {
      /** Who asks: name, colours and logo. */
      getBrand: (options?: CallOptions): Promise<ApplicantBrand> =>
        json({ method: 'GET', path: '/v1/applicant/brand', repeat: 'safe' }, options),
      /**
       * The logo, a PNG.
       * Problems of its own: `brand.no-logo`.
       */
      getLogo: (query: LogoQuery = {}, options?: CallOptions): Promise<Blob> =>
        file({ method: 'GET', path: '/v1/applicant/brand/logo', query, repeat: 'safe' }, options),
    },
    /**
     * How the code stands, and what became of each message.
     * Problems of its own: `contact-code.not-found`.
     */
    get: (options?: CallOptions): Promise<OwnCode> =>
      json({ method: 'GET', path: '/v1/own-code', repeat: 'safe' }, options),
    /**
     * Enter the code. Five tries. What is not accepted is an answer with its reason, and no refusal of the request.
     * Problems of its own: `contact-code.not-found`.
     */
    verify: (body: CodeEntered, options?: CallOptions): Promise<OwnCodeAnswer> =>
      json({ method: 'POST', path: '/v1/own-code/verify', body, repeat: 'safe' }, options),
    /**
     * Have it sent again, by another route or channel. The first message’s code stays right, and may still arrive.
     * Problems of its own: `contact-code.not-found`, `contact-code.no-route`, `contact-code.limit-reached`, `contact-code.prefix-stopped`, `contact-code.not-waiting`, `contact.landline`, `contact-code.too-soon`.
     */
    resend: (body: ResendBody = {}, options?: CallOptions): Promise<OwnCode> =>
      json({ method: 'POST', path: '/v1/own-code/resend', body, repeat: 'keyed' }, options),
    /**
     * Correct a number or an address that was typed wrong. It gets another code; whoever got the former one can do nothing with it. Tries stay counted.
     * Problems of its own: `contact-code.not-found`, `contact-code.not-correctable`, `contact.not-a-number`, `contact.not-assigned`, `contact.landline`, `contact.costs-too-much`, `contact.not-an-address`, `contact-code.limit-reached`, `contact-code.prefix-stopped`.
     */
    correctContact: (body: CorrectContact, options?: CallOptions): Promise<OwnCode> =>
      json({ method: 'PUT', path: '/v1/own-code/contact', body, repeat: 'safe' }, options),
    /**
     * Go on in another language.
     * Problems of its own: `contact-code.not-found`.
     */
    chooseLanguage: (body: OwnCodeLanguage, options?: CallOptions): Promise<OwnCode> =>
      json({ method: 'PUT', path: '/v1/own-code/language', body, repeat: 'safe' }, options),
  } as const;
}
