/**
 * `npm run pack:packages`: makes of each package that others may install what they get: JavaScript, declarations, models, licence, and a
 * package.json whose doors lead there; then npm packs it. In the repository nothing is built (decision 2): Node strips the types
 * itself, which it refuses to do under node_modules. Why this is no `prepack`: decision 14.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** In the order of their imports. */
export const PUBLISHED_PACKAGES = ['vocabulary', 'engine', 'protocol', 'sdk'] as const;

const root = join(import.meta.dirname, '..');
/** Tests, and what only tests use, stay at home. */
const AT_HOME = ['**/*.test.ts', '**/*.fixture.ts', '**/testing/**'];

if (import.meta.main) {
  const out = join(root, 'out', 'packages');
  for (const tarball of await packPackages(out)) process.stdout.write(`${tarball}\n`);
}

/** Writes the packages and their tarballs into a folder, which it empties first; gives the paths of the tarballs. */
export async function packPackages(to: string): Promise<readonly string[]> {
  await rm(to, { recursive: true, force: true });
  const tarballs: string[] = [];
  for (const name of PUBLISHED_PACKAGES) tarballs.push(await packPackage(name, to));
  return tarballs;
}

async function packPackage(name: string, to: string): Promise<string> {
  const [source, made] = [join(root, 'packages', name), join(to, name)];
  await mkdir(made, { recursive: true });
  await compile(join(source, 'src'), made);
  for (const [from, path] of [
    [source, 'models'],
    [root, 'LICENSE'],
  ] as const) {
    if (existsSync(join(from, path))) await cp(join(from, path), join(made, path), { recursive: true });
  }
  const manifest = published(JSON.parse(await readFile(join(source, 'package.json'), 'utf8')));
  await writeFile(join(made, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  const npm = process.env.npm_execpath;
  const [command, first] = npm === undefined ? (['npm', []] as const) : ([process.execPath, [npm]] as const);
  const packed = ran(command, [...first, 'pack', '--pack-destination', to, '--offline', '--loglevel=error'], made);
  return join(to, packed.split('\n').at(-1) ?? '');
}

async function compile(source: string, made: string): Promise<void> {
  const build = {
    extends: join(root, 'tsconfig.json'),
    compilerOptions: {
      noEmit: false,
      declaration: true,
      rewriteRelativeImportExtensions: true,
      // Our other packages are seen under node_modules, as a stranger sees them, and do not become a part of this one.
      preserveSymlinks: true,
      typeRoots: [join(root, 'node_modules', '@types')],
      rootDir: source,
      outDir: join(made, 'dist'),
    },
    include: [source],
    exclude: AT_HOME.map((pattern) => join(source, pattern)),
  };
  const path = join(made, 'tsconfig.json');
  await writeFile(path, JSON.stringify(build));
  ran(join(root, 'node_modules', '.bin', 'tsc'), ['-p', path], root);
  await rm(path);
}

/** The package as strangers get it: `./src/x.ts` becomes `./dist/x.js` with its declarations; nothing that only we need. */
function published(manifest: Readonly<Record<string, unknown>>): object {
  const doors = Object.entries(manifest.exports ?? {}).map(([door, source]) => {
    const made = String(source).replace(/^\.\/src\/(.*)\.ts$/, './dist/$1');
    if (made === source) throw new Error(`the door "${door}" of ${manifest.name} is no TypeScript under ./src`);
    return [door, { types: `${made}.d.ts`, default: `${made}.js` }] as const;
  });
  const { private: _, devDependencies: __, ...kept } = manifest;
  return { engines: { node: '>=22' }, ...kept, exports: Object.fromEntries(doors) };
}

function ran(command: string, args: readonly string[], cwd: string): string {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}:\n${stdout}${stderr}`);
  return stdout.trim();
}
