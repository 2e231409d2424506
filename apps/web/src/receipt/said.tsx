import { useTexts } from '../shell/texts.tsx';
import type { SaidView } from './receipt-view.server.ts';

/** Corrections and the chosen spelling, each beside what the document shows: neither takes the other's place. */
export function Said({ said }: { readonly said: readonly SaidView[] }) {
  const t = useTexts('receipt');
  if (said.length === 0) return null;
  return (
    <section className="flex flex-col gap-3" aria-labelledby="said">
      <h2 id="said" className="text-lg font-semibold">
        {t('said')}
      </h2>
      <p>{t('said_text')}</p>
      <dl className="box flex flex-col divide-y divide-line">
        {said.map((one) => (
          <div key={one.key} className="flex flex-col gap-1 px-4 py-3 break-inside-avoid">
            <dt className="text-sm text-ink-soft">{one.label}</dt>
            <dd>{t('said_you', { value: isolated(one.said) })}</dd>
            {one.shown === null ? null : <dd>{t('said_shown', { value: isolated(one.shown) })}</dd>}
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Keeps its own direction inside of a sentence (Unicode FSI and PDI). */
function isolated(value: string): string {
  return `\u{2068}${value}\u{2069}`;
}
