import { access } from 'node:fs/promises';
import { parse } from 'node:path';
import type { Result } from '@vidimus/engine/standards';
import type { Specimen } from '@vidimus/specimens';
import type { CannotRun } from '../cannot-run.ts';
import { EXIT, type ExitStatus } from '../exit-status.ts';
import { parseDay, parseWord, refused } from '../parse-values.ts';
import { shellWord } from '../shell-word.ts';
import { SPECIMEN_KINDS } from '../specimen-kinds.table.ts';
import type { Terminal } from '../terminal.ts';
import { faultWithoutPlace, understandFaults } from '../understand-faults.ts';
import { placeToWrite, writeFileAtomically } from '../write-file-atomically.ts';

export type SpecimenOptions = {
  readonly kind: string;
  readonly state: string;
  readonly fault?: readonly string[];
  readonly seed: string;
  readonly asOf: string;
  readonly output: string;
};

/** A 12-megapixel phone, held as people hold it. */
const PHOTO = { widthPx: 4032, heightPx: 3024, variant: 'demo' } as const;

/** `vidimus specimen`: draws a fictional document, photographs it, and writes what is true of it beside the photo. */
export async function specimen(options: SpecimenOptions, terminal: Terminal): Promise<Result<ExitStatus, CannotRun>> {
  const { drawSpecimen, parseFault, statesOfKind } = await import('@vidimus/specimens');
  const kind = parseWord(options.kind, '--kind', wordsOf(SPECIMEN_KINDS));
  if (!kind.ok) return kind;
  const state = parseWord(
    options.state.toUpperCase(),
    `--state of ${kind.value}`,
    statesOfKind(SPECIMEN_KINDS[kind.value]),
  );
  if (!state.ok) return state;
  const asOf = parseDay(options.asOf, '--as-of');
  if (!asOf.ok) return asOf;
  if (!/^\d{1,9}$/.test(options.seed)) {
    return refused('--seed', options.seed, 'a whole number from 0 to 999999999');
  }
  const understood = understandFaults(options.fault ?? [], SPECIMEN_KINDS[kind.value], parseFault);
  if (!understood.ok) return understood;
  const faults = understood.value;
  if (!/^(|\.jpe?g)$/i.test(parse(options.output).ext)) {
    return refused('--output', options.output, 'a name that ends in .jpg: photographs are JPEG');
  }
  const place = await placeToWrite(options.output);
  if (!place.ok) return place;
  const request = {
    kind: SPECIMEN_KINDS[kind.value],
    state: state.value,
    seed: Number(options.seed),
    faults,
    asOf: asOf.value,
  };
  const done = terminal.busy('Drawing and photographing');
  const drawn = await drawSpecimen(request, PHOTO).finally(done);
  const lost = faultWithoutPlace(faults, drawn.truth);
  if (lost !== undefined) return lost;
  const written = await writeSpecimen(options.output, drawn);
  if (!written.ok) return written;
  for (const path of written.value) terminal.out(`${path}\n`);
  const photos = written.value.slice(0, -1);
  terminal.err(`Fictional: nobody's data. Check it with: npx vidimus check ${photos.map(shellWord).join(' ')}\n`);
  return { ok: true, value: EXIT.approved };
}

/**
 * `photo.jpg` and `photo.truth.json`; a document with several sides gives `photo-front.jpg` and `photo-back.jpg`.
 * The truth is the last path. Drawn photos are written over; a photo without its truth beside it is somebody's, and stays.
 */
export async function writeSpecimen(output: string, drawn: Specimen): Promise<Result<readonly string[], CannotRun>> {
  const { dir, name, ext } = parse(output);
  const beside = (end: string) => `${dir === '' ? '' : `${dir.replace(/\/$/, '')}/`}${name}${end}`;
  const names = namesOf(drawn);
  const paths = drawn.photographs.map((_, index) => beside(`${names[index] ?? ''}${ext === '' ? '.jpg' : ext}`));
  const truthPath = beside('.truth.json');
  for (const path of (await exists(truthPath)) ? [] : paths) {
    if (!(await exists(path))) continue;
    const wayOut = `There is no "${truthPath}" beside it, so it may be a photo of yours. Choose another name.`;
    return { ok: false, error: { code: 'cli.file-exists', path, wayOut } };
  }
  for (const [index, bytes] of drawn.photographs.entries()) {
    const written = await writeFileAtomically(paths[index] ?? output, bytes);
    if (!written.ok) return written;
  }
  const truth = { ...drawn.truth, files: paths.map((path) => parse(path).base) };
  const written = await writeFileAtomically(truthPath, `${JSON.stringify(truth, null, 2)}\n`);
  return written.ok ? { ok: true, value: [...paths, written.value] } : written;
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false, // what else may be wrong there, writing will name
  );
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
