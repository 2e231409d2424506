import { Form, useLocation } from 'react-router';
import { useTexts } from '../../shell/texts.tsx';
import { useDesk } from './use-desk.ts';

/** Live or test: what is shown, everywhere on the desk. */
export function ModeSwitch() {
  const t = useTexts('desk');
  const { mode } = useDesk();
  const { pathname, search } = useLocation();
  return (
    <Form method="post" action="/desk/mode" className="flex flex-col gap-1">
      <input type="hidden" name="to" value={pathname + search} />
      <fieldset className="grid grid-cols-2 gap-1 rounded-control bg-sunken p-1">
        <legend className="sr-only">{t('mode')}</legend>
        {(['live', 'test'] as const).map((one) => (
          <button
            key={one}
            type="submit"
            name="mode"
            value={one}
            aria-pressed={mode === one}
            className={`min-h-11 cursor-pointer rounded-control px-2 text-sm ${mode === one ? (one === 'test' ? 'bg-care-ground font-semibold text-care ring-1 ring-care' : 'bg-surface font-semibold ring-1 ring-line-strong') : 'text-ink-soft hover:text-ink'}`}
          >
            {t(one === 'live' ? 'mode_live' : 'mode_test')}
          </button>
        ))}
      </fieldset>
    </Form>
  );
}
