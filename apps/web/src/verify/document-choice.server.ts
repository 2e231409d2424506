/** What the page of documents offers: those that are taken from a state, in the applicant's language. */
import { catalogueOf, type DocumentType } from '@vidimus/vocabulary';
import { countriesIn, countryName } from './countries.server.ts';
import { progress } from './due-step.ts';
import type { Opened } from './opened-link.server.ts';

/** Nothing while it is not known where the person lives. `query`: `residence`, and `issuing` where it is another state. */
export async function documentChoice({ view, client }: Opened, query: URLSearchParams) {
  const { locale, details } = view;
  const residence = view.residence ?? countryIn(query, 'residence') ?? details?.residence ?? undefined;
  if (residence === undefined) return undefined;
  const issuing = countryIn(query, 'issuing') ?? details?.issuing_state ?? residence;
  const [taken, { policy, reasons }] = await Promise.all([
    client.listAcceptedDocuments({ issuing_state: issuing }),
    client.policies.preflight({ residence }),
  ]);
  if (reasons.some(({ code }) => code === 'residence_country_not_supported')) return undefined;
  const words = await client.policies.getWords(policy.id, policy.version, { for: 'applicant', locale });
  return {
    progress: progress(view, 'document'),
    operator: view.operator,
    residence,
    issuing: { value: issuing, label: countryName(issuing, locale) },
    countries: countriesIn(locale, taken.specimens),
    documents: taken.document_types.map((type) => ({
      type,
      label: catalogueOf(locale).terms.documentType[type].label,
    })),
    chosen: chosenOf(details?.document_type, taken.document_types),
    consent: view.consent === true,
    refusedBefore: view.consent === false,
    retentionDays: taken.retention_days,
    mayChangeResidence: view.residence === null,
    more: words.sections.map(({ heading, sentences }) => ({ heading, sentences })),
  };
}

function chosenOf(before: DocumentType | undefined, taken: readonly DocumentType[]): DocumentType | undefined {
  return before !== undefined && taken.includes(before) ? before : undefined;
}

function countryIn(query: URLSearchParams, name: string): string | undefined {
  const value = query.get(name);
  return value !== null && /^[A-Z]{3}$/.test(value) ? value : undefined;
}
