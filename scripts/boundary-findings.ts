import type { ICruiseResult } from 'dependency-cruiser';
import configuration from '../.dependency-cruiser.mjs';
import type { SourceFile } from './source-files.ts';

/** One thing that is wrong with the imports, in a sentence that says what to do. */
export type BoundaryFinding = { readonly rule: string; readonly sentence: string };

/**
 * What breaks the import rules; and what the reader of imports did not see, because a reader that sees nothing finds
 * nothing (dependency-cruiser does so in silence with a parser that it cannot use).
 */
export function boundaryFindings(cruised: ICruiseResult, files: readonly SourceFile[]): readonly BoundaryFinding[] {
  return [...blindSpots(cruised, files), ...brokenRules(cruised)];
}

function brokenRules(cruised: ICruiseResult): readonly BoundaryFinding[] {
  return cruised.summary.violations.map((violation) => {
    const comment = configuration.forbidden.find((rule) => rule.name === violation.rule.name)?.comment ?? '';
    const way = violation.cycle ? violation.cycle.map((step) => step.name).join(' → ') : violation.to;
    return { rule: violation.rule.name, sentence: `${violation.from} → ${way}\n    ${comment}` };
  });
}

function blindSpots(cruised: ICruiseResult, files: readonly SourceFile[]): readonly BoundaryFinding[] {
  const seen = new Map(cruised.modules.map((module) => [module.source, module.dependencies.length]));
  const blind = files.filter((file) => !seen.has(file.path) || (file.imports && seen.get(file.path) === 0));
  return blind.map((file) => ({
    rule: 'seen-whole',
    sentence: `${file.path} was ${seen.has(file.path) ? 'read without its imports' : 'not read'}: the parser of dependency-cruiser does not work here, or the folder is missing in scripts/cruise.ts.`,
  }));
}
