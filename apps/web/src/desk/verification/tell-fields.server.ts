/** Fields witness by witness, and what was claimed. */
import type { Story, WireClaims } from '@vidimus/protocol';
import {
  catalogueOf,
  FIELD_NAMES,
  type FieldName,
  fieldLabel,
  formatDocumentType,
  formatFieldValue,
  type Locale,
} from '@vidimus/vocabulary';
import { countryName } from '../tell-document.server.ts';
import type { ClaimView, FieldView, PhotographView } from './story-view.ts';
import { fieldMark, firstPlace } from './tell-marks.server.ts';

const HUNDRED = 100;

/** The names of all fields. */
export function fieldLabels(locale: Locale): ReadonlyMap<string, string> {
  const catalogue = catalogueOf(locale);
  return new Map(FIELD_NAMES.map((name) => [name, fieldLabel(name, catalogue)]));
}

export function tellFields(
  fields: Story['fields'],
  photographs: readonly PhotographView[],
  locale: Locale,
): readonly FieldView[] {
  const catalogue = catalogueOf(locale);
  const labels = fieldLabels(locale);
  return fields.map(({ name, agree, witnesses }) => ({
    name,
    label: labels.get(name) ?? name,
    agree,
    cells: witnesses.flatMap((one) =>
      one.value === null
        ? []
        : [
            {
              witness: one.witness,
              value: formatFieldValue(one.value, name, catalogue),
              printed: one.printed === one.value ? undefined : one.printed,
              original: one.original_script?.text,
              confidence: one.confidence === null ? undefined : Math.round(one.confidence * HUNDRED),
              place: firstPlace(photographs, ({ id }) => id === fieldMark(name, one.witness)),
            },
          ],
    ),
  }));
}

/** What the operator and the applicant said, side by side; only what one of them said. */
export function tellClaims({ claims }: Pick<Story, 'claims'>, nameLabel: string, locale: Locale): readonly ClaimView[] {
  const catalogue = catalogueOf(locale);
  const labels = fieldLabels(locale);
  const label = (key: string) => (key === 'name' ? nameLabel : (labels.get(key) ?? key));
  const { details } = claims;
  const ofClaims = CLAIMS.map((key) => ({
    label: label(key),
    operator: told(claims.operator[key], key, catalogue),
    applicant: told(claims.applicant[key], key, catalogue),
  }));
  const ofDetails =
    details === null
      ? []
      : [
          {
            label: label('document_type'),
            operator: undefined,
            applicant: formatDocumentType(details.document_type, catalogue),
          },
          {
            label: label('issuing_state'),
            operator: undefined,
            applicant: details.issuing_state === null ? undefined : countryName(details.issuing_state, locale),
          },
        ];
  return [...ofClaims, ...ofDetails].filter(
    ({ operator, applicant }) => operator !== undefined || applicant !== undefined,
  );
}

const CLAIMS = [
  'name',
  'primary_identifier',
  'secondary_identifier',
  'birth_date',
  'document_number',
  'nationality',
  'sex',
] as const satisfies readonly (keyof WireClaims & (FieldName | 'name'))[];

function told(value: string | undefined, key: string, catalogue: ReturnType<typeof catalogueOf>): string | undefined {
  return value === undefined ? undefined : formatFieldValue(value, key, catalogue);
}
