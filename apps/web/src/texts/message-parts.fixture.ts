/** What an ICU message is made of, for tests of the catalogues. */
import { IntlMessageFormat } from 'intl-messageformat';

export type MessageParts = {
  /** Names of the placeholders, sorted. */
  readonly placeholders: readonly string[];
  /** The cases of each plural in it: `one`, `other`, `=0`. */
  readonly plurals: readonly (readonly string[])[];
  /** The words alone, placeholders left out, in the case `other` of every plural. */
  readonly words: string;
};

type Element = ReturnType<IntlMessageFormat['getAst']>[number];

/** Throws where it does not parse. */
export function messageParts(message: string, locale: string): MessageParts {
  const ast = new IntlMessageFormat(message, locale).getAst();
  const found = { placeholders: new Set<string>(), plurals: [] as string[][] };
  const words = walk(ast, found);
  return { placeholders: [...found.placeholders].toSorted(), plurals: found.plurals, words };
}

function walk(elements: readonly Element[], found: { placeholders: Set<string>; plurals: string[][] }): string {
  return elements
    .map((element) => {
      if (element.type === LITERAL) return element.value;
      if (element.type === POUND) return '';
      if ('value' in element) found.placeholders.add(element.value);
      if (!('options' in element)) return '';
      if (element.type === PLURAL) found.plurals.push(Object.keys(element.options));
      const cases = Object.entries(element.options).map(([name, option]) => ({
        name,
        text: walk(option.value, found),
      }));
      return cases.find(({ name }) => name === 'other')?.text ?? '';
    })
    .join('');
}

/** Kinds of elements in the parser of intl-messageformat 12. */
const LITERAL = 0;
const PLURAL = 6;
const POUND = 7;
