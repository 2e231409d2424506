import { Spinner } from '@vidimus/ui';
import { useTexts } from '../shell/texts.tsx';
import type { Sending } from './use-sending.ts';

/** A photograph on its way: how far it is; and that it goes on by itself once the line is back. */
export function UnderWay({ sending, preview }: { readonly sending: Sending; readonly preview: string | undefined }) {
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
