/**
 * The packages as strangers get them: packed by npm, unpacked under node_modules, used through their doors. What they depend on is
 * lent by the repository, so that no registry is asked.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPage } from '../packages/ui/src/navigation.fixture.ts';
import { findChromium } from './find-chromium.ts';
import { PUBLISHED_PACKAGES, packPackages } from './pack-packages.ts';

const root = join(import.meta.dirname, '..');
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vidimus-packages-'));
  const [tarballs] = await Promise.all([
    packPackages(join(folder, 'packed')),
    lend(join(folder, 'stranger', 'node_modules')),
  ]);
  for (const [index, name] of PUBLISHED_PACKAGES.entries()) {
    await mkdir(unpacked(name), { recursive: true });
    ran('tar', ['-xzf', tarballs[index] ?? '', '-C', unpacked(name), '--strip-components=1'], folder);
  }
  await writeFile(join(folder, 'stranger', 'package.json'), '{ "type": "module" }');
}, 240_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

/** ICAO Doc 9303-4 Appendix B. */
const SPECIMEN = ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'];
const PARSE = `
const parsed = parseMrz(${JSON.stringify(SPECIMEN)}, { referenceDate: '2010-06-01' });
const { fields, checkDigits } = parsed.value;
const told = [fields.primary_identifier.value, fields.birth_date.value, ...checkDigits.map(({ outcome }) => outcome)].join(' ');
`;
/** With the browser's own fetch. */
const ASK = `createApplicant({ baseUrl: location.origin, token: 'vat_1' }).getVerification().then(({ id, state }) => id + ' ' + state)`;
const TOLD = 'ERIKSSON 1974-08-12 passed passed passed passed passed';

describe('the packed packages', () => {
  test('carry JavaScript, declarations and models, and neither sources nor tests', () => {
    const files = readdirSync(unpacked('engine'), { recursive: true }).map(String);
    expect(files).toEqual(expect.arrayContaining(['LICENSE', 'dist/mrz.js', 'dist/mrz.d.ts', 'models/mrz-line.onnx']));
    expect(files.filter((file) => /\.test\.|\.fixture\.|^src|^fixtures|(?<!\.d)\.ts$/.test(file))).toEqual([]);
  });

  test('the door of the zone parses the specimen of ICAO', async () => {
    const program = `import { parseMrz } from '@vidimus/engine/mrz'; ${PARSE} console.log(told);`;
    expect(await run(program)).toBe(TOLD);
  });

  test('every door opens, and a photo is decoded and looked at', async () => {
    const program = `
      import { checkDocument } from '@vidimus/engine';
      import { previewPhoto } from '@vidimus/engine/live';
      import { REASON_CODES } from '@vidimus/vocabulary';
      import { openMrzReader } from '@vidimus/engine/node';
      import sharp from 'sharp';
      const blank = await sharp({ create: { width: 400, height: 300, channels: 3, background: '#888' } }).jpeg().toBuffer();
      const reader = await openMrzReader();
      const [read, refused] = [await reader.read(blank), await reader.read(new Uint8Array(9))];
      await reader.close();
      console.log(typeof checkDocument, typeof previewPhoto, REASON_CODES.length > 0, read.value[0].zone.tried.length > 0, refused.error.why);`;
    expect(await run(program)).toBe('function function true true not_an_image');
  });

  test('the sdk asks a server, and tells what was refused', async () => {
    const program = `
      import { createVidimus, VidimusProblem } from '@vidimus/sdk';
      import { verifyWebhook, WebhookRefused } from '@vidimus/sdk/webhooks';
      import { createServer } from 'node:http';
      import { once } from 'node:events';
      const server = createServer(({ url, headers }, response) => {
        response.writeHead(url === '/v1/events' ? 200 : 404, { 'content-type': 'application/json' });
        response.end(JSON.stringify({ data: [{ id: headers.authorization }], has_more: false, next_cursor: null }));
      });
      await once(server.listen(0, '127.0.0.1'), 'listening');
      const vidimus = createVidimus({ baseUrl: 'http://127.0.0.1:' + server.address().port, key: 'sk_test_1' });
      const seen = [];
      for await (const { id } of vidimus.events.listAll()) seen.push(id);
      const refused = await vidimus.verifications.get('ver_1').catch((error) => error);
      let webhook;
      try { verifyWebhook({}, '{}', 'whsec_' + btoa('x'.repeat(32))); } catch (error) { webhook = error; }
      server.close();
      console.log(...seen, refused instanceof VidimusProblem, refused.status, webhook instanceof WebhookRefused);`;
    expect(await run(program)).toBe('Bearer sk_test_1 true 404 true');
  });

  test('their declarations are understood', async () => {
    const program = `import { type ParsedMrz, parseMrz } from '@vidimus/engine/mrz';
      import { readMrz } from '@vidimus/engine/node';
      import { createApplicant, createVidimus, type Verification } from '@vidimus/sdk';
      import { type WebhookEvent, verifyWebhook } from '@vidimus/sdk/webhooks';
      const options = { baseUrl: 'http://127.0.0.1', key: 'sk_test_1' };
      export const made: Promise<string> = createVidimus(options)
        .verifications.create({ residence: 'CRI', claims: { birth_date: '1985-03-XX' } })
        .then(({ link }) => link.token);
      // @ts-expect-error: no such state
      export const listed = createVidimus(options).verifications.list({ state: 'lost', limit: 5 });
      export const heard = (event: WebhookEvent): Promise<Verification> => createVidimus(options).verifications.get(event.data.id);
      export const sent = createApplicant({ ...options, token: 'vat_1' }).photographDocument('front', new Blob([]));
      export const verify: (headers: Headers, body: string, secret: string) => WebhookEvent = verifyWebhook;
      const parsed = parseMrz([], { referenceDate: '2010-06-01' });
      export const zone: ParsedMrz | string = parsed.ok ? parsed.value : parsed.error.code;
      export const page: number | undefined = await readMrz(new Uint8Array()).then((read) => (read.ok ? read.value[0]?.page : 0));`;
    await writeFile(join(folder, 'stranger', 'uses.ts'), program);
    const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2024', '--types', 'node'];
    const tsc = join(root, 'node_modules', '.bin', 'tsc');
    expect(ran(tsc, [...options, 'uses.ts'], join(folder, 'stranger'))).toBe('');
  });

  const executablePath = findChromium(process.env);
  test.skipIf(executablePath === undefined && process.env.CI === undefined).each([
    ['zone', 'engine', `import('/dist/mrz.js').then(({ parseMrz }) => { ${PARSE} return told; })`, TOLD],
    ['sdk', 'sdk', `import('/dist/index.js').then(({ createApplicant }) => ${ASK})`, 'vat_1 open'],
  ] as const)(
    'the door of the %s runs in a browser, with nothing but its own files',
    async (_, name, program, told) => {
      const browser = await chromium.launch({
        ...(executablePath === undefined ? {} : { executablePath }),
        args: ['--no-sandbox', '--disable-gpu', '--disable-quic'],
      });
      try {
        const page = await browser.newPage();
        await page.route('**/*', async (route) => {
          const { pathname } = new URL(route.request().url());
          if (pathname === '/') return route.fulfill({ contentType: 'text/html', body: '<title>door</title>' });
          if (pathname === '/v1/applicant') {
            const [, token] = route.request().headers().authorization?.split(' ') ?? [];
            return route.fulfill({
              contentType: 'application/json',
              body: JSON.stringify({ id: token, state: 'open' }),
            });
          }
          const file = join(unpacked(name), pathname);
          if (!existsSync(file)) return route.abort();
          return route.fulfill({ contentType: 'text/javascript', body: await readFile(file, 'utf8') });
        });
        await openPage(page, 'http://door.test/');
        expect(await page.evaluate(program)).toBe(told);
      } finally {
        await browser.close();
      }
    },
  );
});

function unpacked(name: (typeof PUBLISHED_PACKAGES)[number]): string {
  return join(folder, 'stranger', 'node_modules', '@vidimus', name);
}

/** A node_modules folder with everything that the repository has installed, but none of our own packages. */
async function lend(to: string): Promise<void> {
  await mkdir(join(to, '@vidimus'), { recursive: true });
  const lent = join(root, 'node_modules');
  const names = readdirSync(lent).filter((name) => name !== '@vidimus' && name !== 'vidimus');
  await Promise.all(names.map((name) => symlink(join(lent, name), join(to, name))));
}

async function run(program: string): Promise<string> {
  await writeFile(join(folder, 'stranger', 'program.js'), program);
  return ran(process.execPath, ['program.js'], join(folder, 'stranger'));
}

function ran(command: string, args: readonly string[], cwd: string): string {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}:\n${stdout}${stderr}`);
  return stdout.trim();
}
