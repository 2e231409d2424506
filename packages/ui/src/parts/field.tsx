import { type ComponentProps, type ReactNode, useId } from 'react';

export type FieldTexts = {
  readonly label: ReactNode;
  /** What helps to fill it in; stands before the control. */
  readonly hint?: ReactNode;
  /** What is to be mended, in a sentence that says how. */
  readonly error?: ReactNode;
};

/** What binds a control to its label, hint and error; spread on the control. */
export type FieldBindings = {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
};

/**
 * A labelled control.
 * @example <Field label={t('given_name')}>{(bound) => <input {...bound} className="input" name="given_name" />}</Field>
 */
export function Field(
  props: FieldTexts & { readonly className?: string; readonly children: (bindings: FieldBindings) => ReactNode },
) {
  const { label, hint, error, className = '', children } = props;
  const id = useId();
  const told = [hint === undefined ? '' : `${id}-hint`, error === undefined ? '' : `${id}-error`].filter(Boolean);
  return (
    <div className={`field ${className}`}>
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      {hint === undefined ? null : (
        <p id={`${id}-hint`} className="text-sm text-ink-soft">
          {hint}
        </p>
      )}
      {children({
        id,
        'aria-describedby': told.length === 0 ? undefined : told.join(' '),
        'aria-invalid': error === undefined ? undefined : true,
      })}
      {error === undefined ? null : (
        <p id={`${id}-error`} className="text-sm font-medium text-bad">
          {error}
        </p>
      )}
    </div>
  );
}

/** One line of text. */
export function TextField(props: FieldTexts & Omit<ComponentProps<'input'>, 'id'>) {
  const { label, hint, error, className, ...rest } = props;
  return (
    <Field {...{ label, hint, error }}>
      {(bound) => <input {...rest} {...bound} className={`input ${className ?? ''}`} />}
    </Field>
  );
}

/** Several lines of text; five are shown unless `rows` says otherwise. */
export function TextArea(props: FieldTexts & Omit<ComponentProps<'textarea'>, 'id'>) {
  const { label, hint, error, className, ...rest } = props;
  return (
    <Field {...{ label, hint, error }}>
      {(bound) => <textarea rows={5} {...rest} {...bound} className={`input ${className ?? ''}`} />}
    </Field>
  );
}
