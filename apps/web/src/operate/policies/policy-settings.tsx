import { ComboBox } from '@vidimus/ui/desk';
import { type ReactNode, useId, useRef } from 'react';
import { useTexts } from '../../shell/texts.tsx';
import type { CountryOption } from './policy-defaults.server.ts';
import { MOST_ROWS, type PolicyForm } from './policy-form.ts';

export type Choice = { readonly id: string; readonly label: string };

/** The usual settings as fields of the form around them. `onChange` is told when one of them was changed, and left. */
export function PolicySettings(props: {
  readonly form: PolicyForm;
  readonly documentTypes: readonly Choice[];
  readonly fields: readonly Choice[];
  readonly countries: readonly CountryOption[];
  readonly isLive: boolean;
  readonly isDisabled: boolean;
  readonly onChange: () => void;
}) {
  const { form, documentTypes, fields, countries, isLive, isDisabled, onChange } = props;
  const t = useTexts('operate');
  const rows = [...form.documents, ...(form.documents.length < MOST_ROWS ? [{ states: '', types: [] }] : [])];
  const common = { countries, isLive, onChange };
  return (
    <fieldset disabled={isDisabled} className="flex min-w-0 flex-col gap-5" onBlur={onChange}>
      <legend className="sr-only">{t('settings_title')}</legend>
      <div className="grid gap-3 sm:grid-cols-2">
        <Text name="name" label={t('policy_name')} value={form.name} />
        <Text name="operator" label={t('settings_operator')} value={form.operator} />
      </div>
      <fieldset className="flex min-w-0 flex-col gap-3">
        <legend className="mb-2 font-semibold">{t('settings_documents')}</legend>
        <p className="text-sm text-ink-soft">{t('settings_documents_text')}</p>
        {rows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows are rules in their order, and have no other name.
          <fieldset key={index} className="box flex min-w-0 flex-col gap-2 bg-sunken p-3">
            <legend className="sr-only">
              {index === form.documents.length ? t('settings_another_rule') : t('settings_rule', { number: index + 1 })}
            </legend>
            <Countries
              name={`documents.${index}.states`}
              label={index === form.documents.length ? t('settings_another_rule') : t('settings_issued_by')}
              value={row.states}
              empty={index === form.documents.length ? '' : t('settings_all_countries')}
              {...common}
            />
            <div className="flex flex-wrap gap-x-4">
              {documentTypes.map(({ id, label }) => (
                <Tick
                  key={id}
                  name={`documents.${index}.types`}
                  value={id}
                  label={label}
                  isOn={row.types.includes(id)}
                  onChange={onChange}
                />
              ))}
            </div>
          </fieldset>
        ))}
      </fieldset>
      <fieldset className="flex min-w-0 flex-col gap-3">
        <legend className="mb-2 font-semibold">{t('settings_residence')}</legend>
        <Countries
          name="residence_accept"
          label={t('settings_accept')}
          value={form.residence_accept}
          empty={t('settings_all_countries')}
          {...common}
        />
        <Countries
          name="residence_refuse"
          label={t('settings_refuse')}
          value={form.residence_refuse}
          empty={t('settings_no_country')}
          {...common}
        />
      </fieldset>
      <div className="grid gap-3 sm:grid-cols-3">
        <Text name="minimum_age" label={t('settings_age')} value={form.minimum_age} isNumber />
        <Text name="minimum_days_left" label={t('settings_days_left')} value={form.minimum_days_left} isNumber />
        <Text name="retention_days" label={t('settings_retention')} value={form.retention_days} isNumber />
      </div>
      <fieldset className="min-w-0">
        <legend className="mb-1 font-semibold">{t('settings_fields')}</legend>
        <div className="grid sm:grid-cols-2">
          {fields.map(({ id, label }) => (
            <Tick
              key={id}
              name="required_fields"
              value={id}
              label={label}
              isOn={form.required_fields.includes(id)}
              onChange={onChange}
            />
          ))}
        </div>
      </fieldset>
      <fieldset className="flex min-w-0 flex-col">
        <legend className="mb-1 font-semibold">{t('settings_contacts')}</legend>
        {(['contact_phone', 'contact_email', 'contact_by_itself'] as const).map((name) => (
          <Tick key={name} name={name} value="on" label={t(`settings_${name}`)} isOn={form[name]} onChange={onChange} />
        ))}
      </fieldset>
      <fieldset className="flex min-w-0 flex-col">
        <legend className="mb-1 font-semibold">{t('settings_care')}</legend>
        {(['require_both_sides', 'review_every_approval', 'two_person_review'] as const).map((name) => (
          <Tick key={name} name={name} value="on" label={t(`settings_${name}`)} isOn={form[name]} onChange={onChange} />
        ))}
      </fieldset>
    </fieldset>
  );
}

function Text(props: {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly isNumber?: boolean;
}) {
  const { name, label, value, isNumber = false } = props;
  return (
    <label className="field">
      <span className="text-sm">{label}</span>
      <input className="input" name={name} defaultValue={value} {...(isNumber ? { inputMode: 'numeric' } : {})} />
    </label>
  );
}

function Tick(props: {
  readonly name: string;
  readonly value: string;
  readonly label: string;
  readonly isOn: boolean;
  readonly onChange: () => void;
}): ReactNode {
  const { name, value, label, isOn, onChange } = props;
  return (
    <label className="flex min-h-11 items-center gap-2">
      <input
        className="size-5 accent-operator"
        type="checkbox"
        name={name}
        value={value}
        defaultChecked={isOn}
        onChange={onChange}
      />
      {label}
    </label>
  );
}

/** Codes with commas; with script, countries are found by their names and added. */
function Countries(props: {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly empty: string;
  readonly countries: readonly CountryOption[];
  readonly isLive: boolean;
  readonly onChange: () => void;
}) {
  const { name, label, value, empty, countries, isLive, onChange } = props;
  const t = useTexts('operate');
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  const add = (code: string) => {
    if (field.current === null || field.current.value.includes(code)) return;
    field.current.value = field.current.value.trim() === '' ? code : `${field.current.value.trim()}, ${code}`;
    onChange();
  };
  return (
    <div className="grid items-end gap-2 sm:grid-cols-[minmax(0,1fr)_minmax(0,13rem)]">
      <label className="field">
        <span className="text-sm">{label}</span>
        <input
          ref={field}
          className="input"
          dir="ltr"
          name={name}
          defaultValue={value}
          placeholder={empty}
          aria-describedby={id}
          autoCapitalize="characters"
          spellCheck={false}
        />
      </label>
      {isLive ? <ComboBox label={t('settings_add_country')} options={countries} onSelect={add} /> : <span />}
      <p id={id} className="text-sm text-ink-soft sm:col-span-2">
        {namesOf(value, countries) || empty}
      </p>
    </div>
  );
}

function namesOf(codes: string, countries: readonly CountryOption[]): string {
  const wanted = codes.split(', ').filter((code) => code !== '');
  return wanted.map((code) => countries.find(({ id }) => id === code)?.label ?? `${code} (?)`).join(' · ');
}
