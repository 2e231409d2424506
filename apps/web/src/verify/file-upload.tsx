import { Button, Field } from '@vidimus/ui';
import { useId, useRef } from 'react';
import { useTexts } from '../shell/texts.tsx';
import { useHasScript } from './country-choice.tsx';

/** What the interface takes. */
const KINDS = 'image/jpeg,image/png,image/webp,image/heic,image/heif,application/pdf,.heic,.heif';

/** A photograph that is there as a file. Without script a form; with script it leaves as soon as it is chosen. */
export function FileUpload(props: { readonly send: (photo: Blob) => void; readonly missing: boolean }) {
  const { send, missing } = props;
  const t = useTexts('verify');
  const hasScript = useHasScript();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  if (hasScript) {
    return (
      <div className="flex flex-col gap-2">
        <input
          ref={input}
          id={id}
          type="file"
          accept={KINDS}
          className="peer sr-only"
          aria-describedby={`${id}-hint`}
          onChange={({ target }) => target.files?.[0] && send(target.files[0])}
        />
        <label
          htmlFor={id}
          className="button button-quiet self-start peer-focus-visible:outline-3 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-focus"
        >
          {t('file_choose')}
        </label>
        <p id={`${id}-hint`} className="text-sm text-ink-soft">
          {t('file_hint')}
        </p>
      </div>
    );
  }
  return (
    <form method="post" encType="multipart/form-data" className="flex flex-col gap-4">
      <Field label={t('file_label')} hint={t('file_hint')} error={missing ? t('file_missing') : undefined}>
        {(bound) => <input {...bound} type="file" name="photo" accept={KINDS} required className="input" />}
      </Field>
      <Button className="self-start">{t('file_send')}</Button>
    </form>
  );
}
