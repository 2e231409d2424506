import type { ComponentProps } from 'react';
import { Field, type FieldTexts } from './field.tsx';

export type SelectOption = { readonly value: string; readonly label: string; readonly disabled?: boolean };

/** The browser's own list: it works without script, and phones show it as they show all lists. */
export function Select(
  props: FieldTexts &
    Omit<ComponentProps<'select'>, 'id' | 'children'> & {
      readonly options: readonly SelectOption[];
      /** Stands first and has no value, e.g. "Choose a country". */
      readonly placeholder?: string;
    },
) {
  const { label, hint, error, options, placeholder, className, ...rest } = props;
  return (
    <Field {...{ label, hint, error }}>
      {(bound) => (
        <select {...rest} {...bound} className={`input ${className ?? ''}`}>
          {placeholder === undefined ? null : <option value="">{placeholder}</option>}
          {options.map(({ value, label: text, disabled }) => (
            <option key={value} value={value} disabled={disabled}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
