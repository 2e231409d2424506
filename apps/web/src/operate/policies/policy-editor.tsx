import { useEffect, useMemo, useRef, useState } from 'react';
import { Form, useFetcher, useNavigation, useSubmit } from 'react-router';
import { StepUpDialog } from '../../desk/step-up-dialog.tsx';
import type { ToldProblem } from '../../desk/told-problem.ts';
import { LANGUAGES } from '../../shell/locales.ts';
import { useLocale, useTexts } from '../../shell/texts.tsx';
import { Refusal } from '../refusal.tsx';
import type { CheckedText, Reader } from './check-text.server.ts';
import { CodeEditor, type CodeEditorHandle } from './code-editor.tsx';
import { type JsonObject, objectIn } from './json-object.ts';
import { LeaveGuard } from './leave-guard.tsx';
import type { CountryOption } from './policy-defaults.server.ts';
import { applyForm, formFrom, formOf, writeDocument } from './policy-form.ts';
import { PolicyProblems } from './policy-problems.tsx';
import { type Choice, PolicySettings } from './policy-settings.tsx';
import { PolicyWords } from './policy-words.tsx';

type Answer = {
  readonly intent?: FormDataEntryValue | null;
  readonly text?: string;
  readonly checked?: CheckedText;
  readonly problem?: ToldProblem;
};

/** After the last keystroke. */
const CHECK_AFTER_MS = 350;
const SIMULATED = 50;

/**
 * One text, seen three ways: as fields, as JSON, and in words. Fields write into the text, the text fills the fields, and what
 * stands beside them is what the server says of it. Without script the same form is sent and comes back.
 */
export function PolicyEditor(props: {
  readonly policy: {
    readonly version: number;
    readonly isDraft: boolean;
    readonly isDefault: boolean;
    readonly published: number | null;
    readonly draft: number | null;
    readonly text: string;
  };
  readonly mayWrite: boolean;
  readonly start: {
    readonly checked: CheckedText;
    readonly defaults: JsonObject;
    readonly countries: readonly CountryOption[];
    readonly documentTypes: readonly Choice[];
    readonly fields: readonly Choice[];
  };
  readonly answer: Answer | undefined;
}) {
  const { policy, mayWrite, start, answer } = props;
  const t = useTexts('operate');
  const locale = useLocale();
  const [text, setText] = useState(answer?.text ?? policy.text);
  const [reader, setReader] = useState<Reader>(locale);
  const [revision, setRevision] = useState(0);
  const [isLive, setLive] = useState(false);
  const check = useFetcher<Answer>();
  const submit = useSubmit();
  const navigation = useNavigation();
  const form = useRef<HTMLFormElement>(null);
  const editor = useRef<CodeEditorHandle>(null);
  const isSending = useRef(false);
  const document = useMemo(() => objectIn(text), [text]);
  const checked = check.data?.checked ?? answer?.checked ?? start.checked;
  const problems = useMemo(
    () =>
      checked.problems.map(({ place, key, told }) => ({
        from: place.from,
        to: place.to,
        message: worded(t, key, told),
      })),
    [checked, t],
  );
  const isUnsaved = text !== policy.text;

  useEffect(() => setLive(true), []);
  useEffect(() => {
    setText(policy.text);
    setRevision((number) => number + 1);
  }, [policy.text]);
  useEffect(() => {
    if (navigation.state === 'idle') isSending.current = false;
  }, [navigation.state]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the fetcher is new with each answer; the text and its reader decide
  useEffect(() => {
    if (!isLive) return;
    const timer = setTimeout(() => {
      void check.submit({ intent: 'check', document: text, reader }, { method: 'post' });
    }, CHECK_AFTER_MS);
    return () => clearTimeout(timer);
  }, [text, reader, isLive]);

  const writeFields = () => {
    if (!isLive || form.current === null || document === undefined) return;
    const shown = formOf(document, start.defaults);
    const changed = applyForm(document, shown, formFrom(new FormData(form.current)));
    if (JSON.stringify(changed) === JSON.stringify(document)) return;
    setText(writeDocument(changed));
    // A row more or less: the fields are drawn anew. Otherwise they stay as they are, and so does the cursor.
    if (formOf(changed, start.defaults).documents.length !== shown.documents.length)
      setRevision((number) => number + 1);
  };
  const writeText = (changed: string) => {
    if (changed === text) return;
    setText(changed);
    setRevision((number) => number + 1);
  };
  const again = () => {
    if (form.current === null) return;
    const sent = new FormData(form.current);
    sent.set('intent', String(answer?.intent ?? 'save'));
    void submit(sent, { method: 'post' });
  };

  return (
    <Form
      method="post"
      ref={form}
      onSubmit={() => {
        isSending.current = true;
      }}
      className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_minmax(0,24rem)]"
    >
      <LeaveGuard isUnsaved={isUnsaved} mayGo={() => isSending.current} />
      <input type="hidden" name="version" value={policy.version} />
      {isLive ? null : (
        <>
          <input type="hidden" name="with_form" value="yes" />
          <input type="hidden" name="document_before" value={text} />
        </>
      )}
      <div className="flex min-w-0 flex-col gap-5">
        <details open className="box p-4 sm:p-5">
          <summary className="flex min-h-11 cursor-pointer items-center text-lg font-semibold">
            {t('settings_title')}
          </summary>
          <div className="pt-2">
            {document === undefined && isLive ? <p className="pb-3 text-bad">{t('settings_need_text')}</p> : null}
            <PolicySettings
              key={revision}
              form={formOf(document ?? objectIn(policy.text) ?? {}, start.defaults)}
              documentTypes={start.documentTypes}
              fields={start.fields}
              countries={start.countries}
              isLive={isLive}
              isDisabled={!mayWrite || (isLive && document === undefined)}
              onChange={writeFields}
            />
          </div>
        </details>
        <details open className="box p-4 sm:p-5">
          <summary className="flex min-h-11 cursor-pointer items-center text-lg font-semibold">
            {t('policy_text')}
          </summary>
          <div className="pt-2">
            <CodeEditor
              ref={editor}
              name="document"
              label={t('policy_text')}
              text={text}
              problems={problems}
              isReadOnly={!mayWrite}
              onChange={writeText}
            />
          </div>
        </details>
      </div>
      <div className="flex min-w-0 flex-col gap-4 lg:sticky lg:top-4 lg:max-h-[calc(100dvh-2rem)] lg:overflow-y-auto">
        {mayWrite ? <Buttons policy={policy} isUnsaved={isUnsaved} isLive={isLive} /> : null}
        <StepUpDialog problem={answer?.problem} onProven={again} />
        <Refusal problem={answer?.problem} />
        <PolicyProblems problems={checked.problems} onGo={isLive ? (from) => editor.current?.go(from) : undefined} />
        <section className="box flex min-w-0 flex-col gap-3 p-4" aria-labelledby="words">
          <h2 id="words" className="text-lg font-semibold">
            {t('words_title')}
          </h2>
          <div className="flex items-end gap-2">
            <label className="field grow">
              <span className="text-sm">{t('words_reader')}</span>
              <select
                className="input"
                name="reader"
                value={reader}
                onChange={({ target }) => setReader(readerOf(target.value))}
              >
                {LANGUAGES.map((language) => (
                  <option key={language.locale} value={language.locale} lang={language.locale}>
                    {language.name}
                  </option>
                ))}
                <option value="auditor">{t('words_auditor')}</option>
              </select>
            </label>
            {isLive ? null : (
              <button className="button button-quiet" name="intent" value="check" type="submit">
                {t('words_check')}
              </button>
            )}
          </div>
          {checked.words === null ? (
            <p className="text-ink-soft">{t('words_none')}</p>
          ) : (
            <PolicyWords words={checked.words} />
          )}
        </section>
      </div>
    </Form>
  );
}

function Buttons(props: {
  readonly policy: Parameters<typeof PolicyEditor>[0]['policy'];
  readonly isUnsaved: boolean;
  readonly isLive: boolean;
}) {
  const { policy, isUnsaved, isLive } = props;
  const t = useTexts('operate');
  const hasNew = isUnsaved || policy.draft !== null || !isLive;
  return (
    <div className="box flex flex-col gap-3 p-4">
      <p className="text-sm" role="status">
        {isUnsaved
          ? t('policy_unsaved')
          : t(policy.isDraft ? 'policy_shows_draft' : 'policy_shows', { version: policy.version })}
      </p>
      <div className="flex flex-wrap gap-2">
        <button className="button" name="intent" value="save" type="submit" disabled={isLive && !isUnsaved}>
          {t('policy_save')}
        </button>
        <button className="button button-quiet" name="intent" value="publish" type="submit" disabled={!hasNew}>
          {t('policy_publish')}
        </button>
        {policy.published === null ? null : (
          <button className="button button-bad" name="intent" value="archive" type="submit">
            {t('policy_archive')}
          </button>
        )}
        {policy.published === null || policy.isDefault ? null : (
          <button className="button button-quiet" name="intent" value="make-default" type="submit">
            {t('policy_make_default')}
          </button>
        )}
      </div>
      <div className="flex flex-wrap items-end gap-2 border-t border-line pt-3">
        <label className="field w-24">
          <span className="text-sm">{t('simulation_last')}</span>
          <input className="input" name="last" type="number" min="1" max="200" defaultValue={SIMULATED} />
        </label>
        <button className="button button-quiet" name="intent" value="simulate" type="submit">
          {t('simulation_run')}
        </button>
      </div>
      <p className="text-sm text-ink-soft">{t('simulation_text')}</p>
    </div>
  );
}

function readerOf(value: string): Reader {
  return LANGUAGES.find(({ locale }) => locale === value)?.locale ?? 'auditor';
}

function worded(
  t: ReturnType<typeof useTexts<'operate'>>,
  key: string,
  told: CheckedText['problems'][number]['told'],
): string {
  if (told === null) return t('policy_not_json');
  return `${key}: ${t('policy_expected')} ${told.expected}. ${t('policy_found')} ${told.observed}.`;
}
