import { Button, Field, TextField } from '@vidimus/ui';
import { Form } from 'react-router';
import { useTexts } from '../shell/texts.tsx';
import type { FieldView } from './check-view.server.ts';

type Country = { readonly value: string; readonly label: string };

/** A field as it was read; beside it what the person says, and a way to say it. */
export function FieldAsRead(props: {
  readonly field: FieldView;
  readonly mayCorrect: boolean;
  readonly countries: readonly Country[];
  readonly isUnclear: boolean;
  readonly isBusy: boolean;
}) {
  const { field, mayCorrect, countries, isUnclear, isBusy } = props;
  const { label, text, said, differs, claim } = field;
  const t = useTexts('verify');
  return (
    <div className="relative flex flex-col gap-1 px-4 py-3">
      <dt className="text-sm text-ink-soft">{label}</dt>
      <dd className="flex flex-col gap-1">
        <p className={claim === null || !mayCorrect ? 'font-medium' : 'pe-28 font-medium'}>
          <bdi>{text}</bdi>
        </p>
        {differs ? <p className="text-sm text-care">{t('check_differs')}</p> : null}
        {said === null ? null : <p>{t('check_you_said', { value: said })}</p>}
        {claim === null || !mayCorrect ? null : (
          <details open={isUnclear}>
            <summary className="absolute end-3 top-1.5 flex min-h-11 cursor-pointer list-none items-center px-1 text-sm text-operator underline [&::-webkit-details-marker]:hidden">
              <span aria-hidden="true">{t('check_correct')}</span>
              <span className="sr-only">{t('check_wrong', { field: label })}</span>
            </summary>
            <Form method="post" className="flex flex-col gap-3 pt-3 pb-2">
              <input type="hidden" name="field" value={claim.name} />
              <ClaimInput
                claim={claim}
                label={t('check_should_be', { field: label })}
                error={isUnclear ? t('check_unclear') : undefined}
                countries={countries}
              />
              <div className="flex flex-wrap gap-3">
                <Button kind="quiet" name="intent" value="say" busy={isBusy}>
                  {t('check_say')}
                </Button>
                {said === null ? null : (
                  <Button kind="quiet" name="intent" value="take_back" busy={isBusy} formNoValidate>
                    {t('check_take_back')}
                  </Button>
                )}
              </div>
            </Form>
          </details>
        )}
      </dd>
    </div>
  );
}

function ClaimInput(props: {
  readonly claim: NonNullable<FieldView['claim']>;
  readonly label: string;
  readonly error: string | undefined;
  readonly countries: readonly Country[];
}) {
  const { claim, label, error, countries } = props;
  const t = useTexts('verify');
  const { kind, value, longest } = claim;
  if (kind === 'text' || kind === 'date') {
    return (
      <TextField
        label={label}
        error={error}
        name="value"
        type={kind}
        defaultValue={value}
        required
        maxLength={longest}
        autoComplete="off"
        spellCheck={false}
        dir="auto"
      />
    );
  }
  const options =
    kind === 'country' ? countries : (['F', 'M', 'X'] as const).map((one) => ({ value: one, label: t(`sex_${one}`) }));
  return (
    <Field label={label} error={error}>
      {(bound) => (
        <select {...bound} name="value" className="input" defaultValue={value} required>
          {options.map((one) => (
            <option key={one.value} value={one.value}>
              {one.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
