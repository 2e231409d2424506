import { useMemo, useState } from 'react';
import { drawQrCode } from '../shell/draw-qr-code.ts';
import { QrPicture } from '../shell/qr-picture.tsx';
import { useTexts } from '../shell/texts.tsx';
import { useHandOff } from './use-hand-off.ts';

/** Going on with the phone: a code to point it at, and this page follows along. */
export function HandOff(props: { readonly token: string; readonly onDone: () => void }) {
  const { token, onDone } = props;
  const t = useTexts('capture');
  const { state, open, choose } = useHandOff(token, onDone);
  return (
    <section className="box flex flex-col gap-3 p-5" aria-labelledby="hand-off-title">
      <h2 id="hand-off-title" className="text-lg font-semibold">
        {t('hand_off_title')}
      </h2>
      {state.kind === 'shown' ? (
        state.followed?.isOpened ? null : state.numbers.length > 0 ? (
          <Numbers numbers={state.numbers} onChoose={choose} />
        ) : (
          <Link url={state.url} />
        )
      ) : (
        <>
          <p>{t('hand_off_text')}</p>
          {state.kind === 'refused' && state.why !== 'nobody' ? null : (
            <button
              type="button"
              className="button button-quiet self-start"
              disabled={state.kind === 'asking'}
              onClick={open}
            >
              {t('hand_off_open')}
            </button>
          )}
        </>
      )}
      <div role="status" className="flex flex-col gap-2">
        {state.kind === 'refused' ? (
          <>
            <p className="font-semibold">{t(`hand_off_${state.why}`)}</p>
            <p>{t(`hand_off_${state.why}_text`)}</p>
          </>
        ) : null}
        {state.kind === 'shown' ? (
          <p className="font-semibold">
            {state.followed?.isOpened
              ? t('hand_off_opened', { done: state.followed.done, of: state.followed.of })
              : t('hand_off_waiting')}
          </p>
        ) : null}
      </div>
    </section>
  );
}

/** Whoever else has seen the code has another number. */
function Numbers(props: { readonly numbers: readonly number[]; readonly onChoose: (number: number) => void }) {
  const { numbers, onChoose } = props;
  const t = useTexts('capture');
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="mb-3 font-semibold">{t('hand_off_choose')}</legend>
      <div className="flex flex-wrap gap-3">
        {numbers.map((number) => (
          <button
            key={number}
            type="button"
            className="button button-quiet text-2xl tabular-nums"
            onClick={() => onChoose(number)}
          >
            {number}
          </button>
        ))}
        <button type="button" className="button button-quiet" onClick={() => onChoose(NO_NUMBER)}>
          {t('hand_off_none')}
        </button>
      </div>
    </fieldset>
  );
}

/** Shown by no device: whatever waits is shut out. */
const NO_NUMBER = 0;

function Link({ url }: { readonly url: string }) {
  const t = useTexts('capture');
  const drawing = useMemo(() => drawQrCode(url), [url]);
  const [isCopied, setIsCopied] = useState(false);
  const copy = () => {
    // Without permission to write it stays there to be copied by hand.
    void navigator.clipboard.writeText(url).then(
      () => setIsCopied(true),
      () => setIsCopied(false),
    );
  };
  return (
    <>
      <ol className="flex list-decimal flex-col gap-1 ps-6">
        <li>{t('hand_off_step_point')}</li>
        <li>{t('hand_off_step_open')}</li>
        <li>{t('hand_off_step_keep')}</li>
      </ol>
      <QrPicture drawing={drawing} title={t('hand_off_code')} className="w-full max-w-64" />
      <p>{t('hand_off_address')}</p>
      <p dir="ltr" className="rounded-control bg-sunken px-3 py-2 text-sm break-all select-all">
        {url}
      </p>
      {globalThis.isSecureContext ? (
        <button type="button" className="button button-quiet self-start" onClick={copy}>
          {t(isCopied ? 'copied' : 'copy')}
        </button>
      ) : null}
    </>
  );
}
