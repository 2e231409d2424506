import { Field } from '@vidimus/ui';
import { useState, useSyncExternalStore } from 'react';
import { useTexts } from '../shell/texts.tsx';

type Option = { readonly value: string; readonly label: string };

/**
 * A country by its name: the browser's own list, which phones show as they show all lists. With script a box above it
 * narrows it down while somebody types, and takes the first that fits.
 */
export function CountryChoice(props: {
  readonly name: string;
  readonly label: string;
  readonly options: readonly Option[];
  readonly chosen?: string | undefined;
  readonly error?: string | undefined;
}) {
  const { name, label, options, chosen = '', error } = props;
  const t = useTexts('verify');
  const hasScript = useHasScript();
  const [sought, seek] = useState('');
  const [value, choose] = useState(chosen);
  const fitting = sought === '' ? options : options.filter(fits(sought));
  const search = (text: string) => {
    seek(text);
    if (text !== '') choose(options.find(fits(text))?.value ?? '');
  };
  return (
    <div className="flex flex-col gap-4">
      {hasScript ? (
        <Field label={t('country_search')}>
          {(bound) => (
            <input
              {...bound}
              type="search"
              className="input"
              autoComplete="off"
              value={sought}
              onChange={({ target }) => search(target.value)}
            />
          )}
        </Field>
      ) : null}
      <Field label={label} error={error}>
        {(bound) => (
          <select
            {...bound}
            name={name}
            className="input"
            autoComplete="country"
            required
            value={value}
            ref={(list) => {
              // Chosen before the script had come: it stands in the list alone, and would be lost.
              if (list !== null && list.value !== '') choose((known) => (known === chosen ? list.value : known));
            }}
            onChange={({ target }) => choose(target.value)}
          >
            <option value="">{t('country_choose')}</option>
            {fitting.map((one) => (
              <option key={one.value} value={one.value}>
                {one.label}
              </option>
            ))}
          </select>
        )}
      </Field>
      <p className="sr-only" role="status">
        {sought === '' ? '' : t('country_found', { count: fitting.length })}
      </p>
    </div>
  );
}

function fits(sought: string): (option: Option) => boolean {
  const wanted = plain(sought);
  return ({ label }) => plain(label).includes(wanted);
}

/** Without marks and case: "cote" finds "Côte d’Ivoire". */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase()
    .trim();
}

/** False on the server and where script does not run, true once it does. */
export function useHasScript(): boolean {
  return useSyncExternalStore(
    () => () => undefined,
    () => true,
    () => false,
  );
}
