import { type ReactNode, useId } from 'react';

export type RadioCard = {
  readonly value: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  /** Decorative: the label says what it is. */
  readonly picture?: ReactNode;
  readonly disabled?: boolean;
};

/** One of a few, each with room for a picture and a line on it; the whole card can be pressed. */
export function RadioCards(props: {
  /** The question. */
  readonly legend: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: ReactNode;
  readonly name: string;
  readonly options: readonly RadioCard[];
  readonly defaultValue?: string | undefined;
  readonly required?: boolean;
  readonly onChange?: (value: string) => void;
  /** Side by side where there is room. */
  readonly columns?: 1 | 2;
}) {
  const { legend, hint, error, name, options, defaultValue, required, onChange, columns = 1 } = props;
  const id = useId();
  const told = [hint === undefined ? '' : `${id}-hint`, error === undefined ? '' : `${id}-error`].filter(Boolean);
  return (
    <fieldset className="field" aria-describedby={told.length === 0 ? undefined : told.join(' ')}>
      <legend className="mb-1.5 font-medium">{legend}</legend>
      {hint === undefined ? null : (
        <p id={`${id}-hint`} className="text-sm text-ink-soft">
          {hint}
        </p>
      )}
      <div className={`grid gap-3 ${columns === 2 ? 'sm:grid-cols-2' : ''}`}>
        {options.map(({ value, label, hint: more, picture, disabled }) => (
          <label
            key={value}
            className="box flex min-h-14 cursor-pointer items-center gap-3 px-4 py-3 has-checked:border-operator has-checked:shadow-[inset_0_0_0_1px_var(--operator)] has-disabled:cursor-not-allowed has-disabled:bg-sunken has-disabled:text-ink-soft has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus"
          >
            <input
              type="radio"
              className="size-5 shrink-0 accent-operator outline-none"
              name={name}
              value={value}
              defaultChecked={value === defaultValue}
              required={required}
              disabled={disabled}
              onChange={onChange === undefined ? undefined : () => onChange(value)}
            />
            <span className="flex min-w-0 grow flex-col">
              <span className="font-medium">{label}</span>
              {more === undefined ? null : <span className="text-sm text-ink-soft">{more}</span>}
            </span>
            {picture === undefined ? null : <span className="-my-1 -me-2 w-28 shrink-0">{picture}</span>}
          </label>
        ))}
      </div>
      {error === undefined ? null : (
        <p id={`${id}-error`} className="text-sm font-medium text-bad">
          {error}
        </p>
      )}
    </fieldset>
  );
}
