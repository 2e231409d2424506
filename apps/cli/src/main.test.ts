import { spawn } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drawSpecimen, FAULT_NAMES } from '@vidimus/specimens';
import { checkReportSchema, LOCALES, mrzReportSchema, REASON_CODES, readReportSchema } from '@vidimus/vocabulary';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from './main.ts';

const bin = join(import.meta.dirname, '..', 'vidimus.mjs');
const SPECIMEN_KINDS = ['passport', 'identity-card', 'visa-a', 'visa-b', 'driving-licence', 'driving-licence-na'];
const AS_OF = '2026-11-23';
const startedIn = process.cwd();

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vidimus-cli-'));
  const request = { kind: 'passport', state: 'UTO', seed: 3, asOf: AS_OF } as const;
  const camera = { variant: 'demo', widthPx: 1600, heightPx: 1200 } as const;
  const glare = await drawSpecimen({ ...request, faults: [{ name: 'glare', field: 'expiry_date' }] }, camera);
  await writeFile(join(folder, 'glare.jpg'), glare.photographs[0] ?? '');
  await writeFile(join(folder, 'empty.jpg'), '');
  await writeFile(join(folder, 'text.jpg'), 'no picture at all');
  await writeFile(join(folder, 'locked.jpg'), 'x');
  await chmod(join(folder, 'locked.jpg'), 0);
  await symlink('gone', join(folder, 'broken-link.jpg'));
  await mkdir(join(folder, 'holiday'));
  await writeFile(join(folder, 'holiday', 'one.jpg'), 'x');
  await writeFile(join(folder, 'bad.yaml'), 'vidimus_policy: 1\nname: Mine\noperator: Us\nminimum_ages: 18\n');
  await writeFile(join(folder, 'broken.yaml'), 'name: [1, 2\noperator: Us\n');
  process.chdir(folder);
});

afterAll(async () => {
  process.chdir(startedIn);
  await rm(folder, { recursive: true, force: true });
});

describe('what cannot run says what is wrong and what to do, ends with 2, and shows no stack', () => {
  const cases: readonly (readonly [words: string, expected: readonly string[]])[] = [
    ['', ['Usage: vidimus']],
    ['polcy', ["Unknown command 'polcy'. Did you mean policy?"]],
    ['check', ["Missing required argument 'photo'.", 'npx vidimus check --help']],
    ['check --polcy x glare.jpg', ["Unknown option '--polcy'.", '--policy']],
    ['check no-such.jpg', ['There is no file "no-such.jpg"']],
    ['check broken-link.jpg', ['no file "broken-link.jpg". Check the name', 'of a link, where it leads']],
    ['check glar.jpg', ['Did you mean', 'glare.jpg']],
    ['check holiday', ['"holiday" is a folder', 'holiday/one.jpg']],
    ['check /dev/zero', ['not an ordinary file']],
    ['check glare.jpg --residence CR', ['--residence', 'three letters', '"CR"', 'Did you mean "CRI"?']],
    ['check glare.jpg --residence Germany', ['Did you mean "DEU"?']],
    ['check glare.jpg --as-of 2026-02-30', ['--as-of', 'YYYY-MM-DD', '2026-02-30']],
    ['check glare.jpg --claim birth=1974-08-12', ['--claim', 'Did you mean "birth_date"?']],
    ['check glare.jpg --claim birth_date=12.8.1974', ['--claim birth_date', 'YYYY-MM-DD']],
    ['check glare.jpg --claim name', ['--claim', 'name="…"']],
    ['check glare.jpg --locale xx', ['--locale', 'one of en, es']],
    ['read glare.jpg --locale xx', ['--locale', 'one of en, es']],
    ['check glare.jpg --side left', ['--side', 'one of front, back']],
    ['check glare.jpg --claim sex=male', ['--claim sex', 'one of F, M, X']],
    ['check glare.jpg --claim name=A --claim name=B', ['--claim name was given twice']],
    ['check glare.jpg --side front --side back', ['--side was given 2 times', 'one photo', 'in the order']],
    ['check glare.jpg --policy bad.yaml', ['line 4', 'minimum_age', 'documents']],
    ['check glare.jpg --policy broken.yaml', ['broken.yaml', 'line']],
    ['check glare.jpg --policy none.yaml', ['There is no file "none.yaml"']],
    ['check glare.jpg --policy brokn.yaml', ['Did you mean "broken.yaml"?']],
    ['check glare.jpg --policy holiday', ['"holiday" is a folder', 'policy init']],
    ['check glare.jpg --explain glare.jpg', ['--explain', '.html']],
    ['check glare.jpg --explain nowhere/x.html', ['The folder "nowhere"', 'mkdir -p']],
    ['check glare.jpg --explain holiday', ['"holiday" is a folder', 'Name the file']],
    ['read glare.jpg --only barcode', ['--only', 'one of mrz']],
    ['explain image_glar', ['Did you mean "image_glare"?']],
    ['specimen', ["Required option '-o, --output"]],
    ['specimen -o x.jpg --kind pasport', ['Did you mean "passport"?']],
    ['specimen -o x.jpg --state XYZ', ['--state', 'UTO']],
    ['specimen -o x.jpg --fault glar:expiry_date', ['--fault', 'Did you mean "glare"?']],
    ['specimen -o x.jpg --fault glare:expiry_dat', ['Did you mean "expiry_date"?']],
    ['specimen -o x.jpg --fault blur=much', ['--fault', 'blur=0.5']],
    ['specimen -o x.jpg --fault glare:', ['a field after the colon, e.g. glare:expiry_date']],
    ['specimen -o x.jpg --fault glare=2', ['at most 1', 'share of the field']],
    ['specimen -o x.jpg --fault expired=0.5', ['a whole number of days']],
    ['specimen -o x.jpg --fault punched=1', ['punched without a number']],
    ['specimen -o x.jpg --fault blur:sex', ['blur without a field']],
    ['specimen -o x.jpg --fault wrong-side', ['"passport" cannot be used', 'one of identity-card-td1']],
    ['specimen -o x.jpg --fault sides-mismatch', ['"passport" cannot be used', 'one of identity-card-td1']],
    ['specimen -o x.jpg --kind driving-licence --fault mrz-check-digit', ['"driving-licence-eu"', 'one of passport']],
    ['specimen -o x.jpg --fault mrz-mismatch:birth_place', ['"birth_place"', 'one of document_number']],
    ['specimen -o x.jpg --fault impossible-date:sex', ['"sex"', 'one of birth_date']],
    ['specimen -o x.jpg --fault unread-script --fault mrz-mismatch', ['without unread-script']],
    ['specimen -o x.jpg --fault glare:licence_categories', ['what stands on this document', 'expiry_date']],
    ['specimen -o text.jpg', ['"text.jpg" exists already and was left as it is', 'Choose another name']],
    ['specimen -o x.jpg --seed -1', ['--seed']],
    ['specimen -o x.png', ['--output', 'ends in .jpg']],
    ['specimen -o holiday', ['"holiday" is a folder', 'Name the file']],
    ['specimen -o nowhere/x.jpg', ['The folder "nowhere"', 'mkdir -p']],
    ['policy check', ["Missing required argument 'file'"]],
    ['policy check holiday', ['"holiday" is a folder', 'policy init']],
    ['policy init holiday', ['"holiday" is a folder', 'Name the file']],
    ['policy init bad.yaml', ['exists already and was left as it is']],
  ];
  test.each(cases)('vidimus %s', async (words, expected) => {
    const { status, out, err } = await inProcess(words);
    expect(status).toBe(2);
    expect(out).toBe('');
    for (const part of expected) expect(err).toContain(part);
    expect(err).not.toMatch(/\n {4}at /);
  });

  test('also as a program of its own, in its streams and its status', async () => {
    const ended = await vidimus('polcy');
    expect(ended).toEqual({ ...(await inProcess('polcy')), status: 2, out: '' });
  });

  test.skipIf(process.getuid?.() === 0)('a file without permission is named, with the way out', async () => {
    const { status, err } = await inProcess('check locked.jpg');
    expect(status).toBe(2);
    expect(err).toContain('"locked.jpg" may not be read by you');
  });
});

describe('what decides nothing ends with 0', () => {
  const cases: readonly (readonly [words: string, expected: readonly string[]])[] = [
    ['--help', ['check', 'read', 'explain', 'specimen', 'policy', 'doctor', 'Exit status']],
    ['check --help', ['--explain', '--residence', '--claim', ...LOCALES]],
    ['specimen --help', [...FAULT_NAMES, ...SPECIMEN_KINDS]],
    ['--version', ['0.1.0']],
    ['explain image_glare', ['13 image_glare', 'To the applicant', 'retake']],
    ['explain 13', ['image_glare']],
    ['explain document_expired --locale es', ['documento']],
    ['explain file_not_usable', ['too_large  This file is larger than', 'password_protected  This file is locked']],
    ['explain', [...REASON_CODES]],
  ];
  test.each(cases)('vidimus %s', async (words, expected) => {
    const { status, out } = await inProcess(words);
    expect(status).toBe(0);
    for (const part of expected) expect(out).toContain(part);
  });

  test.each(['mine.yaml', 'mine.json'])(
    'a policy that init writes to %s is valid, and is told in plain words',
    async (name) => {
      expect((await inProcess(`policy init ${name}`)).status).toBe(0);
      const { status, out } = await inProcess(`policy check ${name}`);
      expect(status).toBe(0);
      expect(out).toContain('at least 18 years old');
      expect(out).toContain('SPECIMEN are refused');
    },
  );

  test('a specimen is drawn again over itself, and over nothing else', async () => {
    expect((await inProcess('specimen -o again.jpg')).status).toBe(0);
    expect((await inProcess('specimen -o again.jpg --seed 2')).status).toBe(0);
  });

  test('a specimen of two sides is two photos and their truth, whole files only', async () => {
    const { status, out, err } = await inProcess('specimen --kind identity-card -o card.jpg');
    expect(status).toBe(0);
    expect(out.trim().split('\n')).toEqual(['card-front.jpg', 'card-back.jpg', 'card.truth.json']);
    expect(err).toContain('npx vidimus check card-front.jpg card-back.jpg');
    const truth: unknown = JSON.parse(await readFile(join(folder, 'card.truth.json'), 'utf8'));
    expect(truth).toMatchObject({
      document: { kind: 'identity-card-td1' },
      files: ['card-front.jpg', 'card-back.jpg'],
    });
    expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});

test('a policy that is not valid is told line by line, and ends with 1: it could be checked', async () => {
  const { status, out } = await inProcess('policy check bad.yaml');
  expect(status).toBe(1);
  expect(out).toContain('"bad.yaml" is not valid');
  const lines = [...out.matchAll(/line (\d+):/g)].map(([, line]) => Number(line));
  expect(lines).toContain(4);
  expect(lines).toEqual(lines.toSorted((one, other) => one - other));
});

describe('a photo', () => {
  test('that is not in order ends with 1; the report keeps its schema, and the explanation is one file', async () => {
    const words = ['check', 'glare.jpg', '--json', '--as-of', AS_OF, '--explain', 'out.html', '--locale', 'es'];
    const { status, out } = await vidimus(...words);
    const report = checkReportSchema.parse(JSON.parse(out));
    expect(status).toBe(1);
    expect(report.locale).toBe('es');
    expect(report.reasons.map(({ code }) => code)).toContain('image_glare');
    const page = await readFile(join(folder, 'out.html'), 'utf8');
    expect(page).toContain('image_glare');
    expect(page).not.toMatch(/<script|(?:src|href)="https?:/);
  });

  test('is told to a person with the sentence first, without colour in a pipe', async () => {
    const { status, out } = await vidimus('check', 'glare.jpg', '--as-of', AS_OF);
    expect(status).toBe(1);
    expect(out).toContain('Light');
    expect(out).not.toContain('\u001B[');
  });

  test('is told in the language asked for, remarks and the name of the policy included', async () => {
    const words = ['check', 'glare.jpg', '--as-of', AS_OF, '--locale', 'es', '--explain', 'es.html'];
    const { out, err } = await vidimus(...words);
    expect(out).toContain('Normas «De prueba (no para solicitantes reales)»');
    expect(err).toContain('Explicación: es.html');
    expect(err).toContain('Para los reales: npx vidimus policy init');
    expect(err).not.toMatch(/Explanation|Checked/);
  });

  test('is read as printed', async () => {
    const { status, out } = await vidimus('read', 'glare.jpg', '--json', '--as-of', AS_OF);
    const report = readReportSchema.parse(JSON.parse(out));
    expect(report.mrz?.format).toBe('TD3');
    expect(status).toBe(0);
  });

  test('is read for its zone alone, in words and as JSON; a photo without one ends with 1', async () => {
    const alone = await vidimus('read', '--only', 'mrz', 'glare.jpg', '--json', '--as-of', AS_OF);
    const [photo] = mrzReportSchema.parse(JSON.parse(alone.out)).photos;
    expect(alone.status).toBe(0);
    expect(photo?.mrz?.characters?.map((line) => line.map(({ character }) => character).join(''))).toEqual(
      photo?.mrz?.lines,
    );
    const { status, out } = await vidimus('read', '--only', 'mrz', 'glare.jpg', 'empty.jpg', '--as-of', AS_OF);
    expect(status).toBe(1);
    for (const line of photo?.mrz?.lines ?? []) expect(out).toContain(`${line}\n`);
    expect(out).toContain('Photo\u00a02 could not be opened: it is empty.');
  });

  test('that is none is file_not_usable, each with what is wrong, and ends with 1', async () => {
    const { status, out } = await vidimus('check', 'empty.jpg', 'text.jpg', '--json', '--as-of', AS_OF);
    expect(status).toBe(1);
    const [reason, ...others] = checkReportSchema.parse(JSON.parse(out)).reasons;
    expect(others).toEqual([]);
    expect(reason?.code).toBe('file_not_usable');
    expect(reason?.evidence.map(({ facts }) => facts?.why)).toEqual(['empty', 'not_an_image']);
  });
});

type Ended = { readonly status: number | null; readonly out: string; readonly err: string };

/** Runs a command as `main` does, without the second that starting a process takes. */
async function inProcess(words: string): Promise<Ended> {
  const said = { out: '', err: '' };
  const terminal = {
    out: (text: string) => {
      said.out += text;
    },
    err: (text: string) => {
      said.err += text;
    },
    colour: false,
    columns: 80,
    busy: () => () => {},
    strong: (text: string) => text,
  };
  const status = await run(words === '' ? [] : words.split(' '), terminal, new Date(`${AS_OF}T12:00:00`));
  return { status, ...said };
}

/** Runs the real program in the folder of the fixtures, as a pipe would. */
function vidimus(...args: readonly string[]): Promise<Ended> {
  const env = { ...process.env, NO_COLOR: undefined, FORCE_COLOR: undefined, VIDIMUS_DEBUG: undefined };
  const child = spawn(process.execPath, [bin, ...args], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    err += chunk.toString();
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, out, err }));
  });
}
