/** In which script the holder's name is printed, as far as the report tells. */
import type { CheckReport, FieldName } from '@vidimus/vocabulary';

/** ISO 15924. Null where no name was seen. */
export function scriptOf({ document, reasons }: Pick<CheckReport, 'document' | 'reasons'>): string | null {
  const unread = reasons
    .filter(({ code }) => code === 'script_not_readable')
    .flatMap(({ evidence }) => evidence)
    .map(({ facts }) => facts?.script)
    .find((script) => typeof script === 'string');
  if (unread !== undefined) return unread;
  const names = document.fields.filter(({ field }) => NAMES.has(field));
  const original = names.flatMap(({ witnesses }) => witnesses).find((witness) => witness.original !== undefined);
  return original?.original?.script ?? (names.length === 0 ? null : LATIN);
}

const LATIN = 'Latn';
const NAMES: ReadonlySet<FieldName> = new Set<FieldName>(['primary_identifier', 'secondary_identifier']);
