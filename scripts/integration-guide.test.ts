/** docs/integration/README.md as it stands, against a real server: its commands one after another, its TypeScript as one program. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePort } from '../apps/server/src/free-port.fixture.ts';
import { RIGHTS } from '../packages/protocol/src/index.ts';

const root = join(import.meta.dirname, '..');
const examples = join(root, 'out', 'integration-guide');
const guide = await readFile(join(root, 'docs', 'integration', 'README.md'), 'utf8');
const blocksOf = (language: string) =>
  [...guide.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'gms'))].map(([, code = '']) => code);

/** Of a process that loads models and makes tables, on a machine that does other things as well. */
const START_MS = 180_000;
const WHOLE_WAY_MS = 240_000;

let folder: string;
let server: ChildProcess;
let environment: NodeJS.ProcessEnv;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vidimus-guide-'));
  // `npx vidimus` finds the one of the repository.
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  const port = await freePort();
  server = spawn(process.execPath, [join(root, 'apps/cli/vidimus.mjs'), 'serve', '--demonstration'], {
    env: { ...process.env, PORT: String(port), VIDIMUS_DATA: join(folder, 'data'), VIDIMUS_READERS: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const key = await printedKey(server);
  environment = { ...process.env, VIDIMUS_URL: `http://127.0.0.1:${port}`, VIDIMUS_KEY: key };
}, START_MS);

afterAll(async () => {
  server.kill('SIGTERM');
  if (server.exitCode === null) await once(server, 'exit');
  await rm(folder, { recursive: true, force: true });
}, START_MS);

test('its commands work, one after another', { timeout: WHOLE_WAY_MS }, async () => {
  const known: Record<string, string> = {};
  let answer: unknown;
  const answers: unknown[] = [];
  for (const command of blocksOf('sh').flatMap(commandsIn)) {
    if (command === 'npm start') continue;
    const [, name, path] = /^export (\w+)=\S*… +# (\S+) of the answer$/.exec(command) ?? [];
    if (name !== undefined && path !== undefined) {
      known[name] = String(path.split('.').reduce(valueAt, answer));
      continue;
    }
    do {
      answer = ran(command, known);
    } while (/# again, while state is "processing"/.test(command) && valueAt(answer, 'state') === 'processing');
    if (command.startsWith('curl')) answers.push(answer);
  }
  const told = answers.map((one) => valueAt(one, 'state') ?? valueAt(one, 'code')).filter((one) => one !== undefined);
  expect(told).toEqual([
    ...['created', 'open', 'open', 'open', 'processing', 'action_required'],
    ...['open', 'processing', 'approved', 'request.body-invalid', 'created'],
  ]);
});

test('its TypeScript compiles, and prints what it says', { timeout: WHOLE_WAY_MS }, async () => {
  // The photographs are those that the commands before have drawn.
  const program = blocksOf('ts').join('\n');
  await rm(examples, { recursive: true, force: true });
  await mkdir(examples, { recursive: true });
  await writeFile(join(examples, 'guide.ts'), program);
  await writeFile(join(examples, 'tsconfig.json'), '{ "extends": "../../tsconfig.json", "include": ["*.ts"] }');
  const tsc = spawnSync(join(root, 'node_modules/.bin/tsc'), ['--noEmit', '-p', examples], { encoding: 'utf8' });
  expect(tsc.stdout).toBe('');
  const ran = spawnSync(process.execPath, [join(examples, 'guide.ts')], {
    cwd: folder,
    env: environment,
    encoding: 'utf8',
  });
  expect({ printed: ran.stdout.trimEnd().split('\n'), stderr: ran.stderr }).toEqual({
    printed: [...program.matchAll(/\/\/ → (.*)/g)].map(([, told]) => told),
    stderr: '',
  });
});

test('it names every right, and no other', () => {
  const named = [...guide.matchAll(/^\| (`[a-z]+:[a-z]+`(?:, `[a-z]+:[a-z]+`)*) \|/gm)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`([^`]+)`/g)].map(([, right]) => right),
  );
  expect(named.toSorted()).toEqual([...RIGHTS].toSorted());
});

/** A line each; one that ends in a backslash goes on. */
function commandsIn(block: string): readonly string[] {
  return block
    .replaceAll(/\\\n/g, '')
    .split('\n')
    .filter((line) => line.trim() !== '');
}

/** What it printed, as JSON where it is that. Throws when it ends with another status than 0. */
function ran(command: string, exported: Readonly<Record<string, string>>): unknown {
  const { status, stdout, stderr } = spawnSync('bash', ['-euc', command], {
    cwd: folder,
    env: { ...environment, ...exported },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${command}\nended with ${status}: ${stdout}${stderr}`);
  return stdout.startsWith('{') ? JSON.parse(stdout) : stdout;
}

function valueAt(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

async function printedKey({ stdout, stderr }: ChildProcess): Promise<string> {
  if (stdout === null || stderr === null) throw new Error('the server has no standard output');
  const complaints: string[] = [];
  stderr.on('data', (chunk: Buffer) => complaints.push(chunk.toString()));
  for await (const line of createInterface(stdout)) {
    const [, key] = /VIDIMUS_KEY=(\S+)/.exec(line) ?? [];
    if (key === undefined) continue;
    stdout.resume();
    return key;
  }
  throw new Error(`the server ended, and printed no key: ${complaints.join('')}`);
}
