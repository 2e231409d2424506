import { ComboBox } from '@vidimus/ui/desk';
import { useEffect, useState } from 'react';
import { useTexts } from '../../shell/texts.tsx';
import type { FindingView } from './story-view.ts';

type Option = { readonly id: string; readonly label: string };

/** What a refusal cites: the findings on file, and any other registered reason. Without script the others are a plain list. */
export function CitedReasons(props: {
  readonly findings: readonly FindingView[];
  readonly citable: readonly Option[];
}) {
  const { findings, citable } = props;
  const t = useTexts('desk');
  const [added, setAdded] = useState<readonly string[]>([]);
  const [hasScript, setHasScript] = useState(false);
  useEffect(() => setHasScript(true), []);
  const onFile = findings.filter(({ code }) => citable.some(({ id }) => id === code)).map(({ code }) => code);
  const offered = [...onFile, ...added.filter((code) => !onFile.includes(code))];
  const others = citable.filter(({ id }) => !offered.includes(id));
  return (
    <fieldset className="flex flex-col gap-1 text-sm">
      <legend className="font-medium">{t('decide_reasons')}</legend>
      {offered.map((code) => (
        <label key={code} className="flex min-h-9 cursor-pointer items-center gap-2.5">
          <input
            type="checkbox"
            name="reasons"
            value={code}
            defaultChecked
            className="size-5 shrink-0 accent-(--operator)"
          />
          {citable.find(({ id }) => id === code)?.label ?? code}
        </label>
      ))}
      {hasScript ? (
        <ComboBox
          label={t('decide_reason_add')}
          placeholder={t('decide_reason_find')}
          options={others}
          onSelect={(id) => setAdded((before) => [...before, id])}
        />
      ) : (
        <label className="field">
          {t('decide_reason_add')}
          <select className="input" name="reasons" defaultValue="">
            <option value="">–</option>
            {others.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </select>
        </label>
      )}
    </fieldset>
  );
}
