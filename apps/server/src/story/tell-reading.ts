/** What was read and measured, as the screen shows it: fields witness by witness, checks with their figures. */
import type { Story } from '@vidimus/protocol';
import { type CheckLine, type CheckReport, type FieldReport, reportLanguage } from '@vidimus/vocabulary';

export function tellFields({ document }: CheckReport): Story['fields'] {
  return document.fields.map(({ field, value, agreement, witnesses }) => ({
    name: field,
    value,
    agree: AGREE[agreement],
    witnesses: witnesses.map(({ witness, value: read, printed, original, confidence, region, media_id }) => ({
      witness,
      value: read,
      ...(printed === undefined ? {} : { printed }),
      ...(original === undefined ? {} : { original_script: original }),
      confidence: confidence ?? null,
      ...(region === undefined ? {} : { region }),
      media_id: media_id ?? null,
    })),
  }));
}

export function tellChecks({ checks }: CheckReport): Story['checks'] {
  const { tell } = reportLanguage('en');
  return checks.map((line) => {
    const evidence = evidenceOf(line);
    const [first] = evidence;
    return {
      check: line.check,
      claim: tell(line.check),
      result: line.outcome,
      code: line.outcome === 'failed' ? line.code : null,
      measure: first === undefined ? null : tell(first.measure),
      observed: first?.observed ?? null,
      threshold: first?.threshold ?? null,
      unit: first?.unit ?? null,
      note: 'because' in line ? tell(line.because) : null,
      evidence: [...evidence],
    };
  });
}

/** Of `unclear` nobody can say, and of `one_witness` there is nothing to compare with. */
const AGREE: Readonly<Record<FieldReport['agreement'], boolean | null>> = {
  agree: true,
  differ: false,
  unclear: null,
  one_witness: null,
};

function evidenceOf(line: CheckLine) {
  return 'evidence' in line ? line.evidence : [];
}
