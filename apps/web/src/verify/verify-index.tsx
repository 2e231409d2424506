import { redirect } from 'react-router';
import { entryStep } from './due-step.ts';
import { withLink } from './opened-link.server.ts';

/** The link itself leads to what is due. */
export const loader = withLink(async ({ view, token, now }) => {
  throw redirect(`/verify/${token}/${entryStep(view, now)}`);
});

/** Seen only where the link does not open, and then the layout says why. */
export default function VerifyIndex() {
  return null;
}
