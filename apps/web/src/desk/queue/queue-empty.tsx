import { Link } from 'react-router';
import { useTexts } from '../../shell/texts.tsx';

/** Nobody waits; or nobody whom the filter lets through. */
export function QueueEmpty({ isFiltered }: { readonly isFiltered: boolean }) {
  const t = useTexts('desk');
  return (
    <div className="box flex flex-col items-center gap-3 px-6 py-12 text-center">
      <ClearDesk />
      <p className="text-lg font-semibold">{t(isFiltered ? 'queue_empty_filtered' : 'queue_empty')}</p>
      <p className="text-ink-soft">{t(isFiltered ? 'queue_empty_filtered_text' : 'queue_empty_text')}</p>
      {isFiltered ? (
        <Link to="/desk/queue" className="button button-quiet">
          {t('queue_show_all_again')}
        </Link>
      ) : (
        <Link to="/desk/verifications" className="button button-quiet">
          {t('queue_to_verifications')}
        </Link>
      )}
    </div>
  );
}

/** A desk with nothing on it but a cup. */
function ClearDesk() {
  return (
    <svg aria-hidden="true" width="180" height="110" viewBox="0 0 180 110" fill="none" strokeLinecap="round">
      <path d="M18 84h144M34 84v20M146 84v20" className="stroke-line-strong" strokeWidth="4" />
      <path d="M104 56h24v18a10 10 0 0 1-10 10h-4a10 10 0 0 1-10-10z" className="fill-operator" />
      <path d="M128 61h4a6 6 0 0 1 0 12h-4" className="stroke-operator" strokeWidth="4" />
      <path d="M111 46c-4-5 4-7 0-12M121 46c-4-5 4-7 0-12" className="stroke-line-strong" strokeWidth="3" />
      <rect x="44" y="76" width="40" height="8" rx="2" className="fill-sunken stroke-line-strong" strokeWidth="2" />
      <path d="M52 66l9 9 16-18" className="stroke-good" strokeWidth="5" strokeLinejoin="round" />
    </svg>
  );
}
