import { useTexts } from '../shell/texts.tsx';
import { Findings } from '../verify/findings-shown.tsx';
import { MarkedPicture } from '../verify/marked-picture.tsx';
import type { TryView } from './receipt-view.server.ts';

/** Every try with its picture, the marked places, values and limits; the oldest first. */
export function Tries({ tries }: { readonly tries: readonly TryView[] }) {
  const t = useTexts('receipt');
  return (
    <section className="flex flex-col gap-4" aria-labelledby="tries">
      <h2 id="tries" className="text-lg font-semibold">
        {t('tries', { count: tries.length })}
      </h2>
      {tries.length === 0 ? <p>{t('tries_none')}</p> : null}
      <ol className="flex flex-col gap-6">
        {tries.map((one, index) => (
          <li key={one.key} className="flex max-w-none flex-col gap-3 border-t border-line pt-4 break-inside-avoid">
            <h3 className="font-semibold">{t(`try_${one.kind}`, { number: index + 1 })}</h3>
            <p className="text-sm text-ink-soft">
              {one.at} · {t(`try_${one.end}`)}
            </p>
            <Found one={one} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Found({ one }: { readonly one: TryView }) {
  const { picture, findings, look } = one;
  const t = useTexts('receipt');
  const pictures = picture === null ? [] : [picture];
  if (findings.length > 0) return <Findings findings={findings} pictures={pictures} isWhole />;
  return (
    <>
      {picture === null ? null : <MarkedPicture picture={picture} findings={[]} />}
      <p>{t(`found_${look}`)}</p>
    </>
  );
}
