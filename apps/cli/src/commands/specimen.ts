import { parse } from 'node:path';
import type { Result } from '@vidimus/engine/standards';
import type { Fault, FaultNotUnderstood, Specimen, SpecimenKind } from '@vidimus/specimens';
import { FIELD_NAMES } from '@vidimus/vocabulary';
import type { CannotRun } from '../cannot-run.ts';
import { closestWord } from '../closest-word.ts';
import { EXIT, type ExitStatus } from '../exit-status.ts';
import { parseDay, parseWord } from '../parse-values.ts';
import type { Terminal } from '../terminal.ts';
import { placeToWrite, writeFileAtomically } from '../write-file-atomically.ts';

export type SpecimenOptions = {
  readonly kind: string;
  readonly state: string;
  readonly fault: readonly string[];
  readonly seed: string;
  readonly asOf: string;
  readonly output: string;
};

/** As they are called on the command line. */
const KINDS = {
  passport: 'passport',
  'identity-card': 'identity-card-td1',
  'identity-card-td1': 'identity-card-td1',
  'identity-card-td2': 'identity-card-td2',
  'visa-a': 'visa-a',
  'visa-b': 'visa-b',
  'driving-licence': 'driving-licence-eu',
  'driving-licence-eu': 'driving-licence-eu',
  'driving-licence-na': 'driving-licence-na',
} as const satisfies Readonly<Record<string, SpecimenKind>>;

/** Besides the fields: parts of a document that light or a finger can fall on. */
const PLACES = ['mrz', 'barcode', 'portrait'] as const;

/** A 12-megapixel phone, held as people hold it. */
const PHOTO = { widthPx: 4032, heightPx: 3024, variant: 'demo' } as const;

/** `vidimus specimen`: draws a fictional document, photographs it, and writes what is true of it beside the photo. */
export async function specimen(options: SpecimenOptions, terminal: Terminal): Promise<Result<ExitStatus, CannotRun>> {
  const { drawSpecimen, parseFault, statesOfKind } = await import('@vidimus/specimens');
  const kind = parseWord(options.kind, '--kind', wordsOf(KINDS));
  if (!kind.ok) return kind;
  const state = parseWord(options.state.toUpperCase(), `--state of ${kind.value}`, statesOfKind(KINDS[kind.value]));
  if (!state.ok) return state;
  const asOf = parseDay(options.asOf, '--as-of');
  if (!asOf.ok) return asOf;
  if (!/^\d{1,9}$/.test(options.seed)) {
    return refused('--seed', options.seed, 'a whole number from 0 to 999999999');
  }
  const faults: Fault[] = [];
  for (const text of options.fault) {
    const fault = parseFault(text);
    if (!fault.ok) return notUnderstood(fault.error);
    const { field } = fault.value;
    if (field !== undefined) {
      const place = parseWord(field, `--fault ${fault.value.name}`, [...FIELD_NAMES, ...PLACES]);
      if (!place.ok) return place;
    }
    faults.push(fault.value);
  }
  if (!/^(|\.jpe?g)$/i.test(parse(options.output).ext)) {
    return refused('--output', options.output, 'a name that ends in .jpg: photographs are JPEG');
  }
  const place = await placeToWrite(options.output);
  if (!place.ok) return place;
  const request = { kind: KINDS[kind.value], state: state.value, seed: Number(options.seed), faults, asOf: asOf.value };
  const done = terminal.busy('Drawing and photographing');
  const drawn = await drawSpecimen(request, PHOTO).finally(done);
  const written = await writeSpecimen(options.output, drawn);
  if (!written.ok) return written;
  for (const path of written.value) terminal.out(`${path}\n`);
  const photos = written.value.slice(0, -1);
  terminal.err(`Fictional: nobody's data. Check it with: npx vidimus check ${photos.join(' ')}\n`);
  return { ok: true, value: EXIT.approved };
}

/**
 * `photo.jpg` and `photo.truth.json`; a document with several sides gives `photo-front.jpg` and `photo-back.jpg`.
 * The truth is the last path.
 */
export async function writeSpecimen(output: string, drawn: Specimen): Promise<Result<readonly string[], CannotRun>> {
  const { dir, name, ext } = parse(output);
  const beside = (end: string) => `${dir === '' ? '' : `${dir.replace(/\/$/, '')}/`}${name}${end}`;
  const names = namesOf(drawn);
  const paths: string[] = [];
  for (const [index, bytes] of drawn.photographs.entries()) {
    const path = beside(`${names[index] ?? ''}${ext === '' ? '.jpg' : ext}`);
    const written = await writeFileAtomically(path, bytes);
    if (!written.ok) return written;
    paths.push(path);
  }
  const truth = { ...drawn.truth, files: paths.map((path) => parse(path).base) };
  const written = await writeFileAtomically(beside('.truth.json'), `${JSON.stringify(truth, null, 2)}\n`);
  return written.ok ? { ok: true, value: [...paths, written.value] } : written;
}

function namesOf({ photographs, truth }: Specimen): readonly string[] {
  if (photographs.length === 1) return [''];
  const sides = truth.photographs.map(({ side }) => side ?? 'photo');
  const unlike = new Set(sides).size === sides.length;
  return sides.map((side, index) => (unlike ? `-${side}` : `-${side}-${index + 1}`));
}

function wordsOf<T extends object>(table: T): readonly (keyof T & string)[] {
  const isKey = (word: string): word is keyof T & string => Object.hasOwn(table, word);
  return Object.keys(table).filter(isKey);
}

function notUnderstood(error: FaultNotUnderstood): Result<never, CannotRun> {
  if (error.code !== 'fault.name-unknown') return refused('--fault', error.observed, error.expected);
  const closest = closestWord(error.observed, error.expected);
  return refused('--fault', error.observed, `one of ${error.expected.join(', ')}`, closest);
}

function refused(what: string, observed: string, expected: string, closest?: string): Result<never, CannotRun> {
  const near = closest === undefined ? {} : { closest };
  return { ok: false, error: { code: 'cli.value-not-understood', what, observed, expected, ...near } };
}
