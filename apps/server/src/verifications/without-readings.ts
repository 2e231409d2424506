/** A reason as a receipt tells it to whoever holds it: what the picture was like, and nothing that was read in it. */
import type { Evidence, Reason } from '@vidimus/vocabulary';

/** What is measured of a picture that has to be taken again says nothing of a person; all else is a claim about one. */
export function withoutReadings(reason: Reason): Reason {
  const [first, ...rest] = reason.evidence;
  return { ...reason, evidence: [strip(first, reason), ...rest.map((one) => strip(one, reason))] };
}

function strip(evidence: Evidence, { class: reasonClass }: Reason): Evidence {
  const { measure, field, region, media_id } = evidence;
  const place = {
    ...(field === undefined ? {} : { field }),
    ...(region === undefined ? {} : { region }),
    ...(media_id === undefined ? {} : { media_id }),
  };
  const { observed, threshold, unit, facts } = evidence;
  if (reasonClass !== 'retake' || typeof observed !== 'number') return { measure, observed: null, ...place };
  return {
    measure,
    observed,
    ...place,
    ...(typeof threshold === 'number' ? { threshold } : {}),
    ...(unit === undefined ? {} : { unit }),
    ...(facts === undefined ? {} : { facts }),
  };
}
