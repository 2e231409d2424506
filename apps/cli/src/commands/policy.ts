import { stat } from 'node:fs/promises';
import { extname } from 'node:path';
import type { Result } from '@vidimus/engine/standards';
import { describePolicy, PRODUCTION_POLICY } from '@vidimus/vocabulary';
import { Document, isMap, isScalar } from 'yaml';
import { type CannotRun, explainCannotRun } from '../cannot-run.ts';
import { EXIT, type ExitStatus } from '../exit-status.ts';
import { loadPolicy } from '../load-policy.ts';
import { shellWord } from '../shell-word.ts';
import type { Terminal } from '../terminal.ts';
import { writeFileAtomically } from '../write-file-atomically.ts';

/** What stands above keys in the file that `policy init` writes. */
const REMARKS: Readonly<Record<string, string>> = {
  operator: ' Your name in the sentences to applicants.',
  residence:
    ' Where applicants may live. accept: "all" or a list of countries (three letters, ISO 3166-1); refuse: a list.',
  documents:
    ' states: "all" or a list, as above. The first rule that names the issuing state decides; a state without one is not accepted.',
  accept_specimens: " Utopia's documents and anything marked SPECIMEN: never for real applicants.",
  minimum_age: ' On the day of the check; leave it out for no limit.',
  minimum_days_left: ' Days that a document must stay valid.',
  required_fields: ' What the document must show.',
  require_both_sides: ' Cards and driving licences need both sides.',
  thresholds:
    ' Limits of the picture. The shipped values are measured (bench/RESULTS.md); change one only with a reason.',
};

/** `vidimus policy init [FILE]`: writes a policy to start from; never over a file that exists. */
export async function policyInit(path: string, terminal: Terminal): Promise<Result<ExitStatus, CannotRun>> {
  const there = await stat(path).catch(() => undefined); // whatever is wrong there, writing will name it
  if (there !== undefined && !there.isDirectory()) {
    const wayOut = `Choose another name, or look at what it says: npx vidimus policy check ${shellWord(path)}`;
    return { ok: false, error: { code: 'cli.file-exists', path, wayOut } };
  }
  const json = extname(path) === '.json';
  const written = await writeFileAtomically(path, json ? `${JSON.stringify(PRODUCTION_POLICY, null, 2)}\n` : asYaml());
  if (!written.ok) return written;
  terminal.out(`${path}\n`);
  terminal.err(
    `Set the operator, the countries and the age, then look at what it says: npx vidimus policy check ${shellWord(path)}\n`,
  );
  return { ok: true, value: EXIT.approved };
}

/** `vidimus policy check FILE`: is it valid, and what does it say in plain words. */
export async function policyCheck(path: string, terminal: Terminal): Promise<Result<ExitStatus, CannotRun>> {
  const policy = await loadPolicy(path);
  if (!policy.ok) {
    if (policy.error.code !== 'cli.policy-invalid') return policy;
    // The question could be answered, and the answer is no.
    terminal.out(`${explainCannotRun(policy.error)}\n`);
    return { ok: true, value: EXIT.notApproved };
  }
  terminal.out(`${path} is valid.\n`);
  for (const { heading, sentences } of describePolicy(policy.value)) {
    terminal.out(`\n${heading}\n${sentences.map((sentence) => `  ${sentence}\n`).join('')}`);
  }
  return { ok: true, value: EXIT.approved };
}

function asYaml(): string {
  const document = new Document(PRODUCTION_POLICY);
  document.commentBefore = ' A policy of Vidimus. Is it valid, and what does it say: npx vidimus policy check FILE';
  if (isMap(document.contents)) {
    for (const { key } of document.contents.items) {
      const remark = isScalar(key) ? REMARKS[String(key.value)] : undefined;
      if (isScalar(key) && remark !== undefined) key.commentBefore = remark;
    }
  }
  return document.toString({ lineWidth: 100 });
}
