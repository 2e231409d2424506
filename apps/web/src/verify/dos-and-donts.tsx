import { DocumentPicture } from '@vidimus/ui';
import { useTexts } from '../shell/texts.tsx';

/** Photographs that are read, and photographs that are not. */
export function DosAndDonts() {
  const t = useTexts('verify');
  return (
    <section className="flex flex-col gap-3" aria-labelledby="dos">
      <h2 id="dos" className="font-medium">
        {t('photo_rules')}
      </h2>
      <ul className="grid grid-cols-2 gap-3 sm:grid-cols-3">
        {RULES.map(({ key, fault }) => (
          <li key={key} className="box flex flex-col gap-1 p-3 text-sm">
            <DocumentPicture type="identity_card" {...(fault === undefined ? {} : { fault })} className="w-full" />
            <span className={`font-semibold ${fault === undefined ? 'text-good' : 'text-bad'}`}>
              {t(fault === undefined ? 'rule_yes' : 'rule_no')}
            </span>
            <span>{t(key)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

const RULES = [
  { key: 'rule_whole', fault: undefined },
  { key: 'rule_glare', fault: 'glare' },
  { key: 'rule_blur', fault: 'blur' },
  { key: 'rule_cut', fault: 'cut_off' },
  { key: 'rule_covered', fault: 'covered' },
  { key: 'rule_far', fault: 'far' },
] as const;
