import { Notice } from '@vidimus/ui';
import { useEffect, useRef } from 'react';
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
  useLocation,
  useSearchParams,
} from 'react-router';
import { ask } from '../../desk/ask.server.ts';
import { requireMember } from '../../desk/require-member.server.ts';
import { useTexts } from '../../shell/texts.tsx';
import { textsOf } from '../../texts/texts.server.ts';
import { OperatePage } from '../operate-page.tsx';
import { PageHeading } from '../page-heading.tsx';
import { Refusal } from '../refusal.tsx';
import { RecoveryRow } from './recovery-row.tsx';
import { recoveryRows } from './recovery-rows.server.ts';
import { RecoverySettings } from './recovery-settings.tsx';
import { settingsView } from './settings-view.server.ts';

/** `/desk/recoveries`: accounts that somebody asks to recover; a person decides where two readings do not quite agree. */
export async function loader(args: LoaderFunctionArgs) {
  const { api, locale, session } = await requireMember(args);
  const listed = await ask(args, () => api.accountRecoveries.list());
  const settings = await ask(args, () => api.accountRecoveries.getSettings());
  return {
    locale,
    texts: { operate: textsOf('operate', locale) },
    problem: listed.ok ? undefined : listed.problem,
    rows: listed.ok ? recoveryRows(listed.value.data, locale) : [],
    settings: settings.ok ? await settingsView(api, settings.value) : undefined,
    maySet: session.rights.includes('organization:write'),
    mayDecide: session.rights.includes('reviews:write'),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { api } = await requireMember(args);
  const form = await args.request.formData();
  const hours = Number(form.get('hours'));
  const policy = form.get('policy');
  const id = String(form.get('id') ?? '');
  const grounds = String(form.get('grounds') ?? '');
  const what = form.get('do');
  const done =
    what === 'settings'
      ? await ask(args, () =>
          api.accountRecoveries.changeSettings({
            recovery_wait_hours: hours,
            recovery_policy: typeof policy === 'string' && policy !== '' ? policy : null,
          }),
        )
      : await ask(args, () => api.accountRecoveries.decide(id, { agree: what === 'agree', grounds }));
  const noted = what === 'agree' || what === 'refuse' ? `?${new URLSearchParams({ noted: what })}` : '';
  return done.ok
    ? redirect(`/desk/recoveries${noted}`)
    : data({ problem: done.problem }, { status: done.problem.status });
}

export default function RecoveriesPage() {
  const { locale, texts } = useLoaderData<typeof loader>();
  return (
    <OperatePage locale={locale} texts={texts}>
      <Recoveries />
    </OperatePage>
  );
}

function Recoveries() {
  const { rows, problem, settings, maySet, mayDecide } = useLoaderData<typeof loader>();
  const told = useActionData<typeof action>();
  const t = useTexts('operate');
  const noted = useSearchParams()[0].get('noted');
  const { key } = useLocation();
  return (
    <>
      <PageHeading title={t('recoveries_title')} text={t('recoveries_text')} />
      <Refusal problem={told?.problem ?? problem} />
      {told === undefined && (noted === 'agree' || noted === 'refuse') ? <Noted key={key} what={noted} /> : null}
      {rows.length === 0 ? <p>{t('recoveries_none')}</p> : null}
      <ul className="flex flex-col gap-4">
        {rows.map((row) => (
          <RecoveryRow key={row.id} row={row} mayDecide={mayDecide} />
        ))}
      </ul>
      {settings === undefined ? null : <RecoverySettings settings={settings} maySet={maySet} />}
    </>
  );
}

/** Has the focus: the buttons that were pressed for it are gone. */
function Noted({ what }: { readonly what: 'agree' | 'refuse' }) {
  const t = useTexts('operate');
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => notice.current?.focus(), []);
  return (
    <div role="status" tabIndex={-1} ref={notice}>
      <Notice kind="good">
        <p>{t(`recovery_noted_${what}`)}</p>
      </Notice>
    </div>
  );
}
