import { Button, Field, Spinner } from '@vidimus/ui';
import { useId, useRef } from 'react';
import { useTexts } from '../shell/texts.tsx';
import { useHasScript } from './country-choice.tsx';
import type { Sending } from './use-sending.ts';

/** What the interface takes. */
const KINDS = 'image/jpeg,image/png,image/webp,image/heic,image/heif,application/pdf,.heic,.heif';

/**
 * A photograph that is there as a file. Without script a form; with script it leaves as soon as it is chosen, says how far
 * it is, and goes on by itself after the line was gone.
 */
export function FileUpload(props: {
  readonly sending: Sending;
  readonly preview: string | undefined;
  readonly send: (photo: Blob) => void;
  readonly missing: boolean;
}) {
  const { sending, preview, send, missing } = props;
  const t = useTexts('verify');
  const hasScript = useHasScript();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  if (sending.phase === 'sending' || sending.phase === 'waiting')
    return <UnderWay sending={sending} preview={preview} />;
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
          className="button self-start peer-focus-visible:outline-3 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-focus"
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

function UnderWay({ sending, preview }: { readonly sending: Sending; readonly preview: string | undefined }) {
  const t = useTexts('verify');
  const percent = sending.phase === 'sending' ? Math.round(sending.share * 100) : undefined;
  return (
    <div className="flex flex-col gap-4">
      {preview === undefined ? null : <OwnPreview src={preview} />}
      {percent === undefined ? (
        <div role="status" className="flex flex-col gap-1">
          <p className="font-semibold">{t('line_gone_title')}</p>
          <p>{t('line_gone_text')}</p>
        </div>
      ) : (
        <>
          <Spinner label={t('file_sending')} />
          <progress className="h-2 w-full accent-operator" max={100} value={percent} aria-label={t('file_sending')} />
        </>
      )}
    </div>
  );
}

/** The person's own picture; one that the browser cannot show (HEIC, PDF) is left out. */
export function OwnPreview({ src }: { readonly src: string }) {
  const t = useTexts('verify');
  return (
    <img
      src={src}
      alt={t('photo_own')}
      className="max-h-80 w-full rounded-box bg-sunken object-contain"
      onError={({ currentTarget }) => {
        currentTarget.hidden = true;
      }}
    />
  );
}
