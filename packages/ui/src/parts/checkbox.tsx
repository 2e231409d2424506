import { type ComponentProps, type ReactNode, useId } from 'react';
import type { FieldTexts } from './field.tsx';

/** A box to tick; the whole row can be pressed. */
export function Checkbox(props: FieldTexts & Omit<ComponentProps<'input'>, 'id' | 'type'>): ReactNode {
  const { label, hint, error, className = '', ...rest } = props;
  const id = useId();
  const told = [hint === undefined ? '' : `${id}-hint`, error === undefined ? '' : `${id}-error`].filter(Boolean);
  return (
    <div className={`flex flex-col gap-1 ${className}`}>
      <div className="flex min-h-11 items-start gap-3">
        <input
          {...rest}
          id={id}
          type="checkbox"
          className="mt-2.5 size-6 shrink-0 accent-operator"
          aria-describedby={told.length === 0 ? undefined : told.join(' ')}
          aria-invalid={error === undefined ? undefined : true}
        />
        <label htmlFor={id} className="grow cursor-pointer py-2.5">
          {label}
        </label>
      </div>
      {hint === undefined ? null : (
        <p id={`${id}-hint`} className="ms-9 text-sm text-ink-soft">
          {hint}
        </p>
      )}
      {error === undefined ? null : (
        <p id={`${id}-error`} className="ms-9 text-sm font-medium text-bad">
          {error}
        </p>
      )}
    </div>
  );
}
