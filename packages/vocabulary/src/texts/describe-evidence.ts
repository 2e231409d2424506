import type { Evidence } from '../evidence.ts';
import { describeCharacters } from './describe-characters.ts';
import { describeValue } from './describe-value.ts';
import { fieldLabel, formatFieldValue } from './format-value.ts';
import { joinWords } from './join-words.ts';
import { photoName } from './photo-name.ts';
import type { ReportLanguage } from './report-language.ts';

/** An evidence in words for people who read figures. */
export type EvidenceWords = {
  readonly measure: string;
  readonly observed: string;
  /** What the value is held against: a limit that it may reach, or the one value that is right. Undefined where there is none. */
  readonly limit?: { readonly words: string; readonly name: 'limit' | 'expected' };
  /** Undefined where the finding is about the whole. */
  readonly place?: string;
  /** The characters that it rests on, one by one; empty where it names none. */
  readonly characters: readonly string[];
  /** Why nothing could be said, or not compared; undefined where it could. */
  readonly unclear?: string;
};

/** The measure, the value seen, the limit, and where: "Date of birth, photo 1". */
export function describeEvidence(evidence: Evidence, language: ReportLanguage): EvidenceWords {
  const { field, media_id, threshold } = evidence;
  const place = [
    ...(field === undefined ? [] : [fieldLabel(field, language.catalogue)]),
    ...(media_id === undefined ? [] : [photoName(media_id, language)]),
  ];
  const unclear = evidence.facts?.because ?? evidence.facts?.not_compared;
  return {
    measure: language.tell(evidence.measure),
    observed: observedOf(evidence, language),
    characters: describeCharacters(evidence.characters ?? [], language),
    ...(threshold === undefined || toldBySource(threshold, evidence)
      ? {}
      : {
          limit: {
            words: describeValue(threshold, evidence, language, evidence.observed),
            name: nameOf(threshold, evidence),
          },
        }),
    ...(typeof unclear === 'string' ? { unclear: language.tell(unclear) } : {}),
    ...(place.length === 0 ? {} : { place: joinWords(place, language) }),
  };
}

/** Figures with a unit and days have a more and a less, so that there is a limit; a digit, a side, a list or a count is expected. */
function nameOf(threshold: string | number, { unit }: Evidence): 'limit' | 'expected' {
  const isOrdered =
    typeof threshold === 'number' ? unit !== undefined || !Number.isInteger(threshold) : DAY.test(threshold);
  return isOrdered ? 'limit' : 'expected';
}

/** A day, or `not after` and `not before` one. */
const DAY = /\d{4}-(\d{2}|XX)-(\d{2}|XX)$/;

/** Where two readings are compared, each is told once, beside its witness. */
function toldBySource(value: string | number | boolean, evidence: Evidence): boolean {
  return (evidence.sources ?? []).some((source) => source.value === value);
}

function observedOf(evidence: Evidence, language: ReportLanguage): string {
  const { catalogue, say } = language;
  const said = (evidence.sources ?? []).map(({ witness, value }) => {
    const shown = value === null ? say('nothing') : formatFieldValue(value, evidence.field, catalogue);
    return say('said_by', { witness: say(witness), value: shown });
  });
  const own =
    evidence.observed === null || toldBySource(evidence.observed, evidence)
      ? []
      : [describeValue(evidence.observed, evidence, language, evidence.threshold)];
  const words = [...own, ...said];
  return words.length === 0 ? say('not_shown') : words.join(' · ');
}
