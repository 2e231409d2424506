/** Whether a country of residence is served, asked without keeping anything; and ending where it is not. */
import { countryName } from './countries.server.ts';
import type { Opened } from './opened-link.server.ts';

export type ResidenceJudged = {
  readonly value: string;
  /** Its name. */
  readonly country: string;
  /** Empty where it is served. */
  readonly refused: readonly { readonly heading: string; readonly message: string }[];
};

export async function judgeResidence({ view, client }: Opened, residence: string): Promise<ResidenceJudged> {
  const { reasons } = await client.policies.preflight({ residence });
  const refused = reasons.filter(({ code }) => code === 'residence_country_not_supported');
  return {
    value: residence,
    country: countryName(residence, view.locale),
    refused: refused.map(({ heading, message }) => ({ heading, message })),
  };
}

/** On file, for an appeal and for word when it changes: the country alone. A kind of document has to be named, and is not asked for. */
export async function endHere({ view, client }: Opened, residence: string): Promise<void> {
  const document_type = view.details?.document_type ?? 'passport';
  await client.answerDetails({ document_type, residence });
}
