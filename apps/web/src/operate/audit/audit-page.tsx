import { Notice } from '@vidimus/ui';
import {
  type ActionFunctionArgs,
  data,
  Form,
  Link,
  type LoaderFunctionArgs,
  useActionData,
  useLoaderData,
} from 'react-router';
import { ask } from '../../desk/ask.server.ts';
import { requireMember } from '../../desk/require-member.server.ts';
import { useTexts } from '../../shell/texts.tsx';
import { textsOf } from '../../texts/texts.server.ts';
import { CopiedText } from '../developers/copied-text.tsx';
import { OperatePage } from '../operate-page.tsx';
import { PageHeading } from '../page-heading.tsx';
import { Refusal } from '../refusal.tsx';
import { sayMoment } from '../say.server.ts';
import { AuditEntries } from './audit-entries.tsx';
import { searchIn } from './audit-search.ts';
import { entryRows } from './entry-rows.server.ts';

/** `/desk/audit?action=&actor=&object=&from=&to=`: who did what. */
export async function loader(args: LoaderFunctionArgs) {
  const { api, locale, session } = await requireMember(args);
  const search = searchIn(new URL(args.request.url).searchParams);
  const listed = await ask(args, () => api.audit.listEntries(search.query));
  const checkpoint = await ask(args, () => api.audit.getCheckpoint());
  return {
    locale,
    texts: { operate: textsOf('operate', locale) },
    asked: search.asked,
    problem: listed.ok ? undefined : listed.problem,
    entries: listed.ok ? await entryRows(api, session.rights, listed.value.data, locale) : [],
    next: listed.ok ? listed.value.next_cursor : null,
    checkpoint: checkpoint.ok
      ? {
          size: checkpoint.value.size,
          at: sayMoment(checkpoint.value.created_at, locale),
          note: checkpoint.value.note,
          key: checkpoint.value.public_key,
        }
      : null,
    file: `${session.organization.id}.audit.jsonl`,
  };
}

/** Walks the whole record. */
export async function action(args: ActionFunctionArgs) {
  const { api, locale } = await requireMember(args);
  const asked = await ask(args, () => api.audit.verify());
  if (!asked.ok) return data({ problem: asked.problem }, { status: asked.problem.status });
  return { verdict: { ...asked.value, at: sayMoment(asked.value.checked_at, locale) } };
}

export default function AuditPage() {
  const { locale, texts } = useLoaderData<typeof loader>();
  return (
    <OperatePage locale={locale} texts={texts}>
      <Audit />
    </OperatePage>
  );
}

function Audit() {
  const { asked, entries, next, problem } = useLoaderData<typeof loader>();
  const t = useTexts('operate');
  const older = new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== ''));
  if (next !== null) older.set('cursor', next);
  return (
    <>
      <PageHeading title={t('audit_title')} text={t('audit_text')}>
        <a className="button button-quiet" href="/desk/audit/export" download>
          {t('audit_export')}
        </a>
      </PageHeading>
      <Verify />
      <Search />
      <Refusal problem={problem} />
      {entries.length === 0 ? <p>{t('audit_none')}</p> : <AuditEntries entries={entries} />}
      {next === null ? null : (
        <p>
          <Link className="button button-quiet" to={`?${older}`}>
            {t('older')}
          </Link>
        </p>
      )}
    </>
  );
}

function Search() {
  const { asked } = useLoaderData<typeof loader>();
  const t = useTexts('operate');
  return (
    <Form method="get" className="grid grid-cols-2 items-end gap-3 lg:grid-cols-6" key={JSON.stringify(asked)}>
      {(['action', 'actor', 'object'] as const).map((name) => (
        <label key={name} className="field">
          <span className="text-sm">{t(`audit_${name}`)}</span>
          <input
            className="input"
            dir="ltr"
            name={name}
            defaultValue={asked[name]}
            placeholder={EXAMPLES[name]}
            maxLength={100}
          />
        </label>
      ))}
      {(['from', 'to'] as const).map((name) => (
        <label key={name} className="field">
          <span className="text-sm">{t(`audit_${name}`)}</span>
          <input className="input" type="datetime-local" name={name} defaultValue={asked[name]} />
        </label>
      ))}
      <button className="button" type="submit">
        {t('search')}
      </button>
    </Form>
  );
}

const EXAMPLES = { action: 'policy.published', actor: 'member:mem_…', object: 'ver_…' } as const;

function Verify() {
  const { checkpoint, file } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useTexts('operate');
  const verdict = answer !== undefined && 'verdict' in answer ? answer.verdict : undefined;
  return (
    <section aria-labelledby="verify" className="box flex min-w-0 flex-col gap-3 p-4 sm:p-5">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 id="verify" className="text-lg font-semibold">
          {t('audit_holds_question')}
        </h2>
        <Form method="post" preventScrollReset>
          <button className="button" type="submit">
            {t('audit_verify')}
          </button>
        </Form>
      </div>
      <div role="status">
        {verdict === undefined ? null : (
          <Notice kind={verdict.holds ? 'good' : 'bad'} title={t(verdict.holds ? 'audit_holds' : 'audit_broken')}>
            <p>
              {t('audit_verdict', {
                entries: verdict.entries,
                holds_to: verdict.holds_to,
                checkpoints: verdict.checkpoints,
                at: verdict.at,
              })}
            </p>
            {verdict.broken_at === null ? null : <p>{t('audit_broken_at', { position: verdict.broken_at })}</p>}
            {verdict.why === null ? null : <p lang="en">{verdict.why}</p>}
          </Notice>
        )}
      </div>
      <Refusal problem={answer !== undefined && 'problem' in answer ? answer.problem : undefined} />
      <details>
        <summary className="flex min-h-11 cursor-pointer items-center underline underline-offset-4">
          {t('audit_offline')}
        </summary>
        <div className="flex flex-col gap-3 pt-2">
          <p>{t('audit_offline_text')}</p>
          <CopiedText text={`vidimus audit verify ${file}`} label={t('audit_offline')} />
          {checkpoint === null ? null : (
            <>
              <p>{t('audit_checkpoint', { size: checkpoint.size, at: checkpoint.at })}</p>
              <CopiedText text={checkpoint.note} label={t('audit_note')} />
              <p className="text-sm text-ink-soft">{t('audit_key')}</p>
              <CopiedText text={checkpoint.key} label={t('audit_key')} />
            </>
          )}
        </div>
      </details>
    </section>
  );
}
