import { readFile } from 'node:fs/promises';
import type { Result } from '@vidimus/engine/standards';
import { type Policy, type PolicyProblem, parsePolicy } from '@vidimus/vocabulary';
import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import type { CannotRun } from './cannot-run.ts';
import { fileTrouble } from './file-trouble.ts';
import { similarNames } from './similar-names.ts';

/** A policy is a page; a file far beyond that is something else, and YAML aliases could make it swell. */
const MOST_BYTES = 1_000_000;
const MOST_ALIASES = 100;

/** Reads a policy file, YAML or JSON (which is YAML). A refusal names line, key, what was expected and what was found. */
export async function loadPolicy(path: string): Promise<Result<Policy, CannotRun>> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    return { ok: false, error: await whyNotRead(error, path) };
  }
  const refused = (problems: readonly string[]) =>
    ({ ok: false, error: { code: 'cli.policy-invalid', path, problems } }) as const;
  if (text.length > MOST_BYTES) return refused([`${text.length} characters; a policy has at most ${MOST_BYTES}.`]);

  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  if (document.errors.length > 0) {
    return refused(
      document.errors.map((error) => `line ${lines.linePos(error.pos[0]).line}: ${firstLine(error.message)}`),
    );
  }
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: MOST_ALIASES });
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error; // the parser's word for too many or unknown aliases
    return refused([`${firstLine(error.message)} Write it out without * and &.`]);
  }
  const policy = parsePolicy(value);
  if (policy.ok) return policy;
  // In the order of the file, as they are mended.
  const problems = policy.error
    .map((problem) => ({ line: lineOf(problem, document, lines), message: problem.message }))
    .toSorted((one, other) => one.line - other.line);
  return refused(problems.map(({ line, message }) => `line ${line}: ${message}`));
}

/** The line of the deepest key on the problem's path that the file has. */
function lineOf(problem: PolicyProblem, document: Document, lines: LineCounter): number {
  let node: unknown = document.contents;
  let offset = 0;
  for (const step of problem.path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
      if (pair === undefined) break;
      if (isNode(pair.key) && pair.key.range) offset = pair.key.range[0];
      node = pair.value;
    } else {
      const entry = document.getIn(problem.path.slice(0, problem.path.indexOf(step) + 1), true);
      if (!isNode(entry)) break;
      if (entry.range) offset = entry.range[0];
      node = entry;
    }
  }
  return lines.linePos(offset).line;
}

async function whyNotRead(error: unknown, path: string): Promise<CannotRun> {
  const trouble = fileTrouble(error, path, 'read');
  if (trouble.code === 'cli.is-a-folder') return { code: 'cli.policy-is-a-folder', path };
  return trouble.code === 'cli.file-missing' ? { ...trouble, similar: await similarNames(path) } : trouble;
}

function firstLine(message: string): string {
  return (message.split('\n')[0] ?? message).replace(/:?$/, '.').replace(/ at line \d+, column \d+/, '');
}
