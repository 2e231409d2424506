/** What `npm start` prints: where everything is, and a verification's life to copy line by line. */
import type { Demonstration } from '../demonstration/demonstration.ts';
import { TRY_CODE_PATH } from '../demonstration/try-code-pages.ts';
import { TRY_PATH } from '../demonstration/try-pages.ts';

export type InvitationPlace = {
  readonly url: string;
  readonly dataDirectory: string;
  /** How long the start took. */
  readonly tookMs: number;
  /** Of the page with the mailbox and the phones, where there is one. */
  readonly simulatorPath: string | undefined;
};

/** The lines, for a POSIX shell. */
export function invitation(demonstration: Demonstration, place: InvitationPlace): string {
  const { url, dataDirectory, tookMs, simulatorPath } = place;
  const simulator =
    simulatorPath === undefined
      ? ''
      : `  ${url}${simulatorPath}            mailbox and phones: what is sent arrives here\n`;
  const tryIt =
    simulatorPath === undefined
      ? ''
      : `  ${url}${TRY_PATH}                  verify yourself, as an applicant does
  ${url}${TRY_CODE_PATH}             wait for a code: one that arrives, dawdles, fails, or never comes\n`;
  return `Vidimus is ready (${(tookMs / 1000).toFixed(1)} s): ${url}

${tryIt}  ${url}/desk/invitation/${demonstration.invitation}
                              the staff's desk: set up how you sign in there (works once; from then on ${url}/desk)
  ${url}/docs                 what the interface answers to, to be read
  ${url}/v1/openapi.json      the same for machines (OpenAPI 3.1)
  ${url}/healthz, /readyz, /metrics
${simulator}
A company to try it with is there (${demonstration.organization}), in test mode. In a second terminal:
  export VIDIMUS_URL=${url} VIDIMUS_KEY=${demonstration.test_key}
  npx vidimus specimen --fault glare:expiry_date --seed 29 -o photo.jpg
  curl -s $VIDIMUS_URL/v1/verifications -H "Authorization: Bearer $VIDIMUS_KEY" -H 'Content-Type: application/json' -d '{"policy":"${demonstration.policy}"}'
  export ID=ver_… LINK=vat_…     # id and link.token of the answer
  curl -s -X PUT $VIDIMUS_URL/v1/applicant/consent -H "Authorization: Bearer $LINK" -H 'Content-Type: application/json' -d '{"document":true}'
  curl -s -X PUT $VIDIMUS_URL/v1/applicant/details -H "Authorization: Bearer $LINK" -H 'Content-Type: application/json' -d '{"document_type":"passport"}'
  curl -s -X PUT $VIDIMUS_URL/v1/applicant/document/front -H "Authorization: Bearer $LINK" -H 'Content-Type: image/jpeg' --data-binary @photo.jpg
  curl -s -X POST $VIDIMUS_URL/v1/applicant/submit -H "Authorization: Bearer $LINK"
  curl -s $VIDIMUS_URL/v1/applicant -H "Authorization: Bearer $LINK"     # again while it says "processing": some seconds

The glare is why it asks for another photograph. With a good one of the same document it ends well; then the report, and whether it holds:
  npx vidimus specimen --seed 29 -o better.jpg
  curl -s -X PUT $VIDIMUS_URL/v1/applicant/document/front -H "Authorization: Bearer $LINK" -H 'Content-Type: image/jpeg' --data-binary @better.jpg
  curl -s -X POST $VIDIMUS_URL/v1/applicant/submit -H "Authorization: Bearer $LINK"
  curl -s $VIDIMUS_URL/v1/applicant -H "Authorization: Bearer $LINK"     # again while it says "processing"
  curl -s $VIDIMUS_URL/v1/verifications/$ID/report -H "Authorization: Bearer $VIDIMUS_KEY" -o report.json
  curl -s $VIDIMUS_URL/v1/verifications/$ID/report.pdf -H "Authorization: Bearer $VIDIMUS_KEY" -o report.pdf
  npx vidimus report verify report.json
  npx vidimus report verify report.pdf

Everything lies in ${dataDirectory}. Ctrl-C stops it; nothing is lost.
`;
}
