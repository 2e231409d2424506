import type { Right } from '@vidimus/protocol';
import { Table } from '@vidimus/ui/desk';
import { useRef } from 'react';
import {
  type ActionFunctionArgs,
  data,
  Form,
  type LoaderFunctionArgs,
  useActionData,
  useLoaderData,
  useSubmit,
} from 'react-router';
import { ask } from '../../desk/ask.server.ts';
import { requireMember } from '../../desk/require-member.server.ts';
import { StepUpDialog } from '../../desk/step-up-dialog.tsx';
import { isStepUpNeeded } from '../../desk/told-problem.ts';
import { useTexts } from '../../shell/texts.tsx';
import { PageHeading } from '../page-heading.tsx';
import { Refusal } from '../refusal.tsx';
import { sayMoment } from '../say.server.ts';
import { SecretOnce } from './secret-once.tsx';

/** What the server of a customer needs, and no more. */
const USUAL: readonly Right[] = ['verifications:read', 'verifications:write'];

/** `/desk/developers/keys`: API keys of both modes. */
export async function loader(args: LoaderFunctionArgs) {
  const { api, locale, mode, session } = await requireMember(args);
  const listed = await ask(args, () => api.apiKeys.list({ limit: 100 }));
  const keys = listed.ok ? listed.value.data : [];
  return {
    mode,
    rights: session.rights,
    mayWrite: session.rights.includes('keys:write'),
    keys: keys.map((key) => ({
      ...key,
      created: sayMoment(key.created_at, locale),
      used: key.last_used_at === null ? null : sayMoment(key.last_used_at, locale),
      revoked: key.revoked_at === null ? null : sayMoment(key.revoked_at, locale),
    })),
  };
}

/** `intent`: make, revoke. The secret of a new key is in this answer alone. */
export async function action(args: ActionFunctionArgs) {
  const { api, session } = await requireMember(args);
  const sent = await args.request.formData();
  if (sent.get('intent') === 'revoke') {
    const revoked = await ask(args, () => api.apiKeys.revoke(String(sent.get('id'))));
    return revoked.ok ? {} : data({ problem: revoked.problem }, { status: revoked.problem.status });
  }
  const wanted = new Set(sent.getAll('scopes').map(String));
  const scopes = session.rights.filter((right) => wanted.has(right));
  const body = {
    name: String(sent.get('name') ?? ''),
    mode: sent.get('mode') === 'live' ? 'live' : 'test',
    scopes,
  } as const;
  const made = await ask(args, () => api.apiKeys.create(body));
  if (!made.ok) return data({ problem: made.problem }, { status: made.problem.status });
  return { made: { name: made.value.name, secret: made.value.secret } };
}

export default function KeysPage() {
  const { keys, mayWrite } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useTexts('operate');
  return (
    <>
      <PageHeading title={t('keys_title')} text={t('keys_text')} />
      {answer !== undefined && 'made' in answer ? (
        <SecretOnce title={t('key_made', { name: answer.made.name })} secret={answer.made.secret} />
      ) : null}
      {keys.length === 0 ? (
        <p>{t('keys_none')}</p>
      ) : (
        <Table
          caption={t('keys_title')}
          columns={[
            { id: 'name', label: t('key_name') },
            { id: 'mode', label: t('key_mode') },
            { id: 'scopes', label: t('key_scopes') },
            { id: 'used', label: t('key_used') },
            { id: 'do', label: t('key_state') },
          ]}
          rows={keys.map((key) => ({
            id: key.id,
            cells: {
              name: (
                <>
                  {key.name} <code className="text-ink-soft">…{key.hint}</code>
                </>
              ),
              mode: t(key.mode === 'live' ? 'mode_live' : 'mode_test'),
              scopes: <code className="text-xs">{key.scopes.join(' ')}</code>,
              used: key.used ?? t('key_never_used'),
              do:
                key.revoked === null ? (
                  <Revoke id={key.id} name={key.name} isOffered={mayWrite} />
                ) : (
                  t('key_revoked', { at: key.revoked })
                ),
            },
          }))}
        />
      )}
      {mayWrite ? <NewKey /> : null}
    </>
  );
}

function Revoke({ id, name, isOffered }: { readonly id: string; readonly name: string; readonly isOffered: boolean }) {
  const t = useTexts('operate');
  if (!isOffered) return t('key_works');
  return (
    <Form method="post">
      <input type="hidden" name="id" value={id} />
      <button
        className="button button-bad"
        name="intent"
        value="revoke"
        type="submit"
        aria-label={t('key_revoke_named', { name })}
      >
        {t('key_revoke')}
      </button>
    </Form>
  );
}

function NewKey() {
  const { mode, rights } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useTexts('operate');
  const submit = useSubmit();
  const form = useRef<HTMLFormElement>(null);
  const problem = answer !== undefined && 'problem' in answer ? answer.problem : undefined;
  return (
    <Form method="post" ref={form} className="box flex flex-col gap-4 p-4 sm:p-5">
      <h2 className="text-lg font-semibold">{t('key_new')}</h2>
      <div className="grid gap-3 sm:grid-cols-2">
        <label className="field">
          <span className="text-sm">{t('key_name')}</span>
          <input className="input" name="name" required maxLength={200} placeholder={t('key_name_example')} />
        </label>
        <label className="field">
          <span className="text-sm">{t('key_mode')}</span>
          <select className="input" name="mode" defaultValue={mode}>
            <option value="test">{t('mode_test')}</option>
            <option value="live">{t('mode_live')}</option>
          </select>
        </label>
      </div>
      <fieldset>
        <legend className="text-sm">{t('key_scopes_choose')}</legend>
        <div className="grid sm:grid-cols-2 xl:grid-cols-3">
          {rights.map((right) => (
            <label key={right} className="flex min-h-11 items-center gap-2">
              <input
                className="size-5 accent-operator"
                type="checkbox"
                name="scopes"
                value={right}
                defaultChecked={USUAL.includes(right)}
              />
              <code className="text-sm">{right}</code>
            </label>
          ))}
        </div>
      </fieldset>
      <StepUpDialog problem={problem} onProven={() => void submit(form.current, { method: 'post' })} />
      <Refusal problem={isStepUpNeeded(problem) ? undefined : problem} />
      <div>
        <button className="button" type="submit">
          {t('key_make')}
        </button>
      </div>
    </Form>
  );
}
