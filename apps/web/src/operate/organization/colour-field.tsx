import { useState } from 'react';
import { useLocale, useTexts } from '../../shell/texts.tsx';
import { contrastOf } from './contrast.ts';

const WHITE = '#ffffff';
/** What the interface calls ink: the ground of boxes in dark mode. */
const INK = '#1e2125';
const ENOUGH = 4.5;

/** The one colour of an organization, with how well text can be read on it. */
export function ColourField({ colour, isDisabled }: { readonly colour: string; readonly isDisabled: boolean }) {
  const t = useTexts('operate');
  const locale = useLocale();
  const [chosen, setChosen] = useState(colour);
  const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const [onWhite, onInk] = [contrastOf(chosen, WHITE), contrastOf(chosen, INK)];
  const isReadable = Math.max(onWhite, onInk) >= ENOUGH;
  return (
    <div className="flex flex-col gap-2">
      <label className="field">
        <span className="text-sm">{t('organization_colour')}</span>
        <input
          className="input max-w-40 p-1"
          type="color"
          name="colour"
          defaultValue={colour}
          disabled={isDisabled}
          onChange={({ target }) => setChosen(target.value)}
        />
      </label>
      <p className="text-sm" role="status">
        <code dir="ltr">{chosen}</code> ·{' '}
        {t('organization_contrast', { white: numbers.format(onWhite), ink: numbers.format(onInk) })}{' '}
        {t(isReadable ? 'organization_readable' : 'organization_not_readable')}
      </p>
    </div>
  );
}
