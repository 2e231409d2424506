import type { Check } from './check.ts';
import { judgeResidence, RESIDENCE_ACCEPTED } from './judge-residence.ts';

/** The operator serves people who live in the declared country. Answered before any document is asked for. */
export const residenceAccepted: Check = {
  name: RESIDENCE_ACCEPTED,
  run: ({ request }) => judgeResidence(request.policy.residence, request.residence),
};
