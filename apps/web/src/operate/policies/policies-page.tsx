import { Table } from '@vidimus/ui/desk';
import {
  type ActionFunctionArgs,
  data,
  Form,
  Link,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { ask } from '../../desk/ask.server.ts';
import { requireMember } from '../../desk/require-member.server.ts';
import { useTexts } from '../../shell/texts.tsx';
import { textsOf } from '../../texts/texts.server.ts';
import { OperatePage } from '../operate-page.tsx';
import { PageHeading } from '../page-heading.tsx';
import { Refusal } from '../refusal.tsx';
import { sayMoment } from '../say.server.ts';
import { BEGINNINGS } from './policy-defaults.server.ts';

/** `/desk/policies`: the rules that there are, and a new one. */
export async function loader(args: LoaderFunctionArgs) {
  const { api, locale, session } = await requireMember(args);
  const cursor = new URL(args.request.url).searchParams.get('cursor');
  const page = await api.policies.list(cursor === null ? {} : { cursor });
  return {
    locale,
    texts: { operate: textsOf('operate', locale) },
    policies: page.data.map(({ id, name, published_version, draft_version, is_default, versions }) => ({
      id,
      name,
      published: published_version,
      draft: draft_version,
      isDefault: is_default,
      changed: sayMoment(versions.at(-1)?.created_at ?? '', locale),
    })),
    next: page.next_cursor,
    mayWrite: session.rights.includes('policies:write'),
  };
}

/** Makes a policy and leads to it. */
export async function action(args: ActionFunctionArgs) {
  const { api } = await requireMember(args);
  const sent = await args.request.formData();
  const name = String(sent.get('name') ?? '').trim();
  const beginning = sent.get('beginning') === 'try-out' ? BEGINNINGS['try-out'] : BEGINNINGS.production;
  const document = { ...beginning, name };
  const made = await ask(args, () => api.policies.create({ document }));
  if (!made.ok) return data({ problem: made.problem }, { status: made.problem.status });
  return redirect(`/desk/policies/${made.value.id}`);
}

export default function PoliciesPage() {
  const { locale, texts } = useLoaderData<typeof loader>();
  return (
    <OperatePage locale={locale} texts={texts}>
      <Policies />
    </OperatePage>
  );
}

function Policies() {
  const { policies, next, mayWrite } = useLoaderData<typeof loader>();
  const t = useTexts('operate');
  const rows = policies.map(({ id, name, published, draft, isDefault, changed }) => ({
    id,
    cells: {
      name: (
        <Link className="-my-2.5 inline-flex min-h-11 items-center text-operator underline" to={`/desk/policies/${id}`}>
          {name}
        </Link>
      ),
      published:
        published === null
          ? t('policy_none_published')
          : t(isDefault ? 'policy_version_default' : 'policy_version', { version: published }),
      draft: draft === null ? '–' : t('policy_version', { version: draft }),
      changed,
    },
  }));
  return (
    <>
      <PageHeading title={t('policies_title')} text={t('policies_text')} />
      <Table
        caption={t('policies_title')}
        columns={[
          { id: 'name', label: t('policy_name') },
          { id: 'published', label: t('policy_published') },
          { id: 'draft', label: t('policy_draft') },
          { id: 'changed', label: t('policy_changed') },
        ]}
        rows={rows}
      />
      {next === null ? null : (
        <p>
          <Link className="button button-quiet" to={`?${new URLSearchParams({ cursor: next })}`}>
            {t('older')}
          </Link>
        </p>
      )}
      {mayWrite ? <NewPolicy /> : null}
    </>
  );
}

function NewPolicy() {
  const t = useTexts('operate');
  const answer = useActionData<typeof action>();
  return (
    <Form method="post" className="box flex flex-wrap items-end gap-3 p-4">
      <h2 className="w-full text-lg font-semibold">{t('policy_new')}</h2>
      <label className="field grow basis-56">
        <span className="text-sm">{t('policy_name')}</span>
        <input className="input" name="name" required maxLength={100} />
      </label>
      <label className="field grow basis-56">
        <span className="text-sm">{t('policy_beginning')}</span>
        <select className="input" name="beginning">
          <option value="production">{t('policy_beginning_production')}</option>
          <option value="try-out">{t('policy_beginning_try_out')}</option>
        </select>
      </label>
      <button className="button" type="submit">
        {t('policy_make')}
      </button>
      <div className="w-full empty:hidden">
        <Refusal problem={answer?.problem} />
      </div>
    </Form>
  );
}
