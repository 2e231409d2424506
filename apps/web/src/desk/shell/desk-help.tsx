import { Dialog } from '@vidimus/ui/desk';
import { useTexts } from '../../shell/texts.tsx';
import { useShortcutBoard } from './shortcuts.tsx';

/** Which keys this page has; and the way to turn them off. */
export function DeskHelp(props: { readonly isOpen: boolean; readonly onOpenChange: (isOpen: boolean) => void }) {
  const t = useTexts('desk');
  const { isOn, setOn, listed } = useShortcutBoard();
  return (
    <Dialog {...props} title={t('help_title')} closeLabel={t('close')}>
      <ul className="flex flex-col divide-y divide-line">
        {listed.map(({ key, label }) => (
          <li key={key} className="flex items-center justify-between gap-4 py-2">
            <span>{label}</span>
            <kbd className="min-w-9 rounded-control border border-line-strong bg-sunken px-2 py-0.5 text-center font-mono text-sm">
              {key}
            </kbd>
          </li>
        ))}
      </ul>
      <label className="flex min-h-11 items-center gap-3">
        <input
          type="checkbox"
          className="size-5 accent-(--operator)"
          checked={isOn}
          onChange={(event) => setOn(event.currentTarget.checked)}
        />
        {t('help_keys_on')}
      </label>
    </Dialog>
  );
}
