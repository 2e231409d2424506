/** Where in a text of JSON something stands: by the grammar of the editor, so that both speak of the same places. */
import { jsonLanguage } from '@codemirror/lang-json';
import { isObject, type JsonObject, parsedJson } from './json-object.ts';

type SyntaxNode = ReturnType<typeof jsonLanguage.parser.parse>['topNode'];

/** From the character `from` up to, not with, `to`; lines and columns count from 1. */
export type Place = { readonly from: number; readonly to: number; readonly line: number; readonly column: number };

export type ReadText =
  | {
      readonly ok: true;
      readonly value: JsonObject;
      /** Of a JSON Pointer (RFC 6901); of the nearest that encloses it where it is missing itself. */
      readonly placeOf: (pointer: string) => Place;
    }
  | {
      readonly ok: false;
      readonly error: { readonly code: 'text.not-json' | 'text.no-object'; readonly place: Place };
    };

/** Reads a text that is to be one JSON object, or says where it stops being one. */
export function readText(text: string): ReadText {
  const top = jsonLanguage.parser.parse(text).topNode;
  const value = parsedJson(text);
  if (value === undefined) return { ok: false, error: { code: 'text.not-json', place: firstError(text, top) } };
  if (!isObject(value.json)) return { ok: false, error: { code: 'text.no-object', place: placeIn(text, 0, 0) } };
  return { ok: true, value: value.json, placeOf: (pointer) => placeOfPointer(text, top, pointer) };
}

/** `/documents/0/types` as it is written in programs: `documents[0].types`. The whole is the empty text. */
export function keyOf(pointer: string): string {
  return stepsOf(pointer)
    .map((step, index) => (/^\d+$/.test(step) ? `[${step}]` : `${index === 0 ? '' : '.'}${step}`))
    .join('');
}

/** RFC 6901 §4: `~1` is a slash, `~0` a tilde. */
function stepsOf(pointer: string): readonly string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function placeOfPointer(text: string, top: SyntaxNode, pointer: string): Place {
  let value = childrenOf(top)[0] ?? top;
  let shown = { from: value.from, to: value.from + 1 };
  for (const step of stepsOf(pointer)) {
    if (value.name === 'Object') {
      const property = childrenOf(value).findLast((one) => one.name === 'Property' && nameOf(text, one) === step);
      const [name, inner] = property === undefined ? [] : childrenOf(property);
      if (name === undefined) break;
      shown = name;
      if (inner === undefined) break;
      value = inner;
    } else if (value.name === 'Array') {
      const entry = childrenOf(value)[Number(step)];
      if (entry === undefined) break;
      value = entry;
      shown = entry;
    } else break;
  }
  // A value on one line is what is wrong; of a longer one its name is enough to find it.
  const isShort = !/[{[]/.test(text.charAt(value.from)) || !text.slice(value.from, value.to).includes('\n');
  const end = isShort && value.from >= shown.from ? value.to : shown.to;
  return placeIn(text, shown.from, end);
}

/** Without punctuation and what could not be read. */
function childrenOf(node: SyntaxNode): readonly SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    if (/^[A-Z]/.test(child.name)) found.push(child);
  }
  return found;
}

function nameOf(text: string, property: SyntaxNode): string | undefined {
  const name = property.firstChild;
  if (name === null) return undefined;
  const value = parsedJson(text.slice(name.from, name.to))?.json;
  return typeof value === 'string' ? value : undefined;
}

function firstError(text: string, top: SyntaxNode): Place {
  let found: { readonly from: number; readonly to: number } | undefined;
  top.cursor().iterate(({ type, from, to }) => {
    if (type.isError && found === undefined) found = { from, to };
  });
  const { from, to } = found ?? { from: text.length, to: text.length };
  return placeIn(text, from, to);
}

function placeIn(text: string, from: number, to: number): Place {
  const before = text.slice(0, from);
  const line = before.split('\n').length;
  return { from, to: Math.max(from, to), line, column: from - (before.lastIndexOf('\n') + 1) + 1 };
}
