import { Button } from '@vidimus/ui';
import { useEffect, useId, useRef } from 'react';
import { useTexts } from '../shell/texts.tsx';
import { useHasScript } from './country-choice.tsx';

/** What the interface takes. */
const KINDS = 'image/jpeg,image/png,image/webp,image/heic,image/heif,application/pdf,.heic,.heif';

/**
 * A photograph that is there as a file. Without script a form; with script it leaves as soon as it is chosen. It is one and
 * the same field, so that a file that was chosen before the script had loaded leaves, too.
 */
export function FileUpload({ send, missing }: { readonly send: (photo: Blob) => void; readonly missing: boolean }) {
  const t = useTexts('verify');
  const hasScript = useHasScript();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const early = input.current?.files?.[0];
    if (early !== undefined) send(early);
  }, [send]);
  return (
    <form method="post" encType="multipart/form-data" className="flex flex-col gap-2">
      <input
        ref={input}
        id={id}
        type="file"
        name="photo"
        accept={KINDS}
        required
        className={hasScript ? 'peer sr-only' : 'peer input order-2'}
        aria-describedby={missing ? `${id}-hint ${id}-error` : `${id}-hint`}
        aria-invalid={missing || undefined}
        onChange={({ target }) => target.files?.[0] && send(target.files[0])}
      />
      <label htmlFor={id} className={hasScript ? `self-start ${AS_BUTTON}` : 'order-1 font-medium'}>
        {t(hasScript ? 'file_choose' : 'file_label')}
      </label>
      <p id={`${id}-hint`} className="order-3 text-sm text-ink-soft">
        {t('file_hint')}
      </p>
      {missing ? (
        <p id={`${id}-error`} className="order-4 text-sm font-medium text-bad">
          {t('file_missing')}
        </p>
      ) : null}
      {hasScript ? null : <Button className="order-5 mt-2 self-start">{t('file_send')}</Button>}
    </form>
  );
}

/** The field is there for whoever listens and for the keyboard; the label shows where its focus is. */
const AS_BUTTON =
  'button button-quiet peer-focus-visible:outline-3 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-focus';
