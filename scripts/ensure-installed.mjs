// Installs the repository when it is not, or no longer, as its lock file says. Runs before `npm start`, `npm test`,
// `npm run check` and `npm run bench`, on whatever Node the machine has (20 or later), so: plain JavaScript, no packages.
// Why this way: docs/decisions/0001-node-from-npm.md.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { argv, env, execPath, exit, pid, stderr } from 'node:process';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

if (argv[1] === fileURLToPath(import.meta.url)) {
  try {
    ensureInstalled();
  } catch (error) {
    stderr.write(`\n${error.message}\n`);
    exit(1);
  }
}

/** Installs what the lock file names and the Node that runs it, unless that has been done already. */
export function ensureInstalled() {
  const wanted = fingerprint();
  const stamp = join(root, 'node_modules', '.installed');
  if (readOrEmpty(stamp).trim() === wanted && existsSync(packagedNode())) return;

  const started = Date.now();
  stderr.write('Vidimus: installing its parts from the npm registry (once, about a minute) …\n');
  // Install scripts are off: one of them (onnxruntime-node) would fetch CUDA libraries from elsewhere, which nobody needs.
  if (!lockIsFulfilled()) npm('ci', '--ignore-scripts', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error');
  // This package's script puts Node 24 into node_modules/.bin, the first place where npm scripts look.
  if (!nodeIsThere()) npm('rebuild', 'node', '--ignore-scripts=false', '--no-audit', '--no-fund', '--loglevel=error');
  if (!nodeIsThere()) {
    throw new Error(
      'The npm package "node" left no Node that runs in node_modules/.bin. Check that its package for this machine ' +
        `(node-${process.platform}-${process.arch}) can be reached, remove node_modules, and run the command again.`,
    );
  }
  writeFileSync(`${stamp}.${pid}`, `${wanted}\n`);
  renameSync(`${stamp}.${pid}`, stamp);
  stderr.write(`Vidimus: installed in ${Math.round((Date.now() - started) / 1000)} s.\n`);
}

/** Whether npm's own note of what it installed holds everything the lock asks for: true after a plain `npm install`. */
function lockIsFulfilled() {
  const note = readOrEmpty(join(root, 'node_modules', '.package-lock.json'));
  if (note === '') return false;
  const installed = JSON.parse(note).packages;
  const asked = JSON.parse(readOrEmpty(join(root, 'package-lock.json'))).packages;
  return Object.entries(asked).every(([path, entry]) => {
    if (!path.includes('node_modules/') || entry.link) return true;
    const version = installed[path]?.version;
    return version === entry.version || (version === undefined && entry.optional === true);
  });
}

/** Whether the packaged Node runs and is the one that the lock file names. */
function nodeIsThere() {
  const lock = JSON.parse(readOrEmpty(join(root, 'package-lock.json')));
  const outcome = spawnSync(packagedNode(), ['--version'], { encoding: 'utf8' });
  return outcome.stdout?.trim() === `v${lock.packages['node_modules/node'].version}`;
}

/** The lock file and the machine: a folder copied from another kind of machine is installed anew. */
function fingerprint() {
  const lock = readFileSync(join(root, 'package-lock.json'));
  return createHash('sha256').update(lock).update(`${process.platform}-${process.arch}`).digest('hex');
}

function readOrEmpty(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

function packagedNode() {
  return join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');
}

/** The npm that called us, with the Node that runs us; where nobody called us, the npm on the PATH. */
function npm(...args) {
  const command = env.npm_execpath ? [execPath, env.npm_execpath] : ['npm'];
  const outcome = spawnSync(command[0], [...command.slice(1), ...args], {
    cwd: root,
    // npm's chatter belongs with the progress, not with what the person asked for.
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32' && command.length === 1,
  });
  if (outcome.status === 0) return;
  const why = outcome.error ? outcome.error.message : `it ended with ${outcome.signal ?? `status ${outcome.status}`}`;
  throw new Error(
    `Vidimus could not be installed: "npm ${args[0]}" failed (${why}); its own words stand above.\n` +
      'What helps most often: a connection to the npm registry ("npm ping" tells), free disk space (about 1 GB), and ' +
      'write access to this folder. Then run the same command again; nothing needs to be cleaned up.',
  );
}
