import { useTexts } from '../shell/texts.tsx';
import { Findings } from '../verify/findings-shown.tsx';
import type { ContactView } from './receipt-view.server.ts';

/** Number and address that were asked for: confirmed when, or why not. */
export function Contacts({ contacts }: { readonly contacts: readonly ContactView[] }) {
  const t = useTexts('receipt');
  if (contacts.length === 0) return null;
  return (
    <section className="flex flex-col gap-4" aria-labelledby="contacts">
      <h2 id="contacts" className="text-lg font-semibold">
        {t('contacts')}
      </h2>
      {contacts.map(({ kind, hint, at, findings }) => (
        <div key={kind} className="flex flex-col gap-2">
          <h3 className="font-semibold">{hint ?? t(`contact_${kind}`)}</h3>
          <p className="text-sm text-ink-soft">{at === null ? t('contact_open') : t('contact_confirmed', { at })}</p>
          {findings.length === 0 ? null : <Findings findings={findings} pictures={[]} isWhole />}
        </div>
      ))}
    </section>
  );
}
