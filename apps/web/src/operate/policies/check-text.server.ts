/** What a text says as a policy: what is wrong with it and where, or how applicants and auditors read it. */
import type { MemberClient, PolicyDraftWords, PolicyWords } from '@vidimus/sdk';
import { LOCALES, type Locale } from '@vidimus/vocabulary';
import { keyOf, type Place, readText } from './json-places.ts';

/** Whose words are shown: applicants of a language, or an auditor. */
export type Reader = Locale | 'auditor';

export type TextProblem = {
  readonly place: Place;
  /** `documents[0].types`; empty for the whole. */
  readonly key: string;
  /** Null where it is not even JSON: what is wrong there is told by the place alone. */
  readonly told: { readonly expected: string; readonly observed: string } | null;
};

export type ReadWords = {
  readonly lang: Locale;
  readonly direction: 'ltr' | 'rtl';
  readonly title: string | null;
  readonly sections: readonly { readonly heading: string; readonly sentences: readonly string[] }[];
  readonly rules: readonly { readonly key: string; readonly value: string; readonly meaning: string }[];
};

export type CheckedText = {
  readonly problems: readonly TextProblem[];
  /** Null where something is wrong. */
  readonly words: ReadWords | null;
};

export function readerIn(word: FormDataEntryValue | null, usual: Locale): Reader {
  if (word === 'auditor') return word;
  return LOCALES.find((locale) => locale === word) ?? usual;
}

/** Stores nothing. */
export async function checkText(api: MemberClient, text: string, reader: Reader): Promise<CheckedText> {
  const read = readText(text);
  if (!read.ok) return { problems: [{ place: read.error.place, key: '', told: null }], words: null };
  const { problems } = await api.policies.validate({ document: { ...read.value } });
  if (problems.length > 0) {
    const told = problems.map(({ pointer, expected, observed }) => ({
      place: read.placeOf(pointer),
      key: keyOf(pointer),
      told: { expected, observed },
    }));
    return { problems: told.toSorted((one, other) => one.place.from - other.place.from), words: null };
  }
  return { problems: [], words: await wordsOf(api, { ...read.value }, reader) };
}

/** A version that is kept has nothing wrong in it. */
export async function versionWords(
  api: MemberClient,
  id: string,
  version: number,
  locale: Locale,
): Promise<CheckedText> {
  return { problems: [], words: shown(await api.policies.getWords(id, version, { for: 'applicant', locale })) };
}

async function wordsOf(api: MemberClient, document: Record<string, unknown>, reader: Reader): Promise<ReadWords> {
  const asked = reader === 'auditor' ? ({ for: 'auditor' } as const) : ({ for: 'applicant', locale: reader } as const);
  return shown(await api.policies.tellWords({ document, ...asked }));
}

function shown(words: PolicyWords | PolicyDraftWords): ReadWords {
  if (words.for === 'applicant') {
    const { locale, direction, title, sections } = words;
    return { lang: locale, direction, title, sections, rules: [] };
  }
  const rules = words.rules.map(({ pointer, value, meaning }) => ({
    key: keyOf(pointer),
    value: value === null ? '–' : JSON.stringify(value),
    meaning,
  }));
  return { lang: 'en', direction: 'ltr', title: null, sections: words.sections, rules };
}
