import { Notice } from '@vidimus/ui';
import { documentTypeSchema, FIELD_NAMES } from '@vidimus/vocabulary';
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  type ShouldRevalidateFunctionArgs,
  useActionData,
  useLoaderData,
  useSearchParams,
} from 'react-router';
import { ask } from '../../desk/ask.server.ts';
import { requireMember } from '../../desk/require-member.server.ts';
import { useTexts } from '../../shell/texts.tsx';
import { textsOf } from '../../texts/texts.server.ts';
import { OperatePage } from '../operate-page.tsx';
import { PageHeading } from '../page-heading.tsx';
import { sayDocumentType, sayField } from '../say.server.ts';
import { checkText, readerIn, versionWords } from './check-text.server.ts';
import { objectIn } from './json-object.ts';
import { countryOptions, policyDefaults } from './policy-defaults.server.ts';
import { PolicyEditor } from './policy-editor.tsx';
import { PolicyHistory } from './policy-history.tsx';
import { openPolicy, textIn } from './policy-page.server.ts';
import { Simulation } from './simulation.tsx';
import { simulationView } from './simulation-view.server.ts';

/** `/desk/policies/:id`: one policy, its versions, and the text of one of them to be edited. */
export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args);
  const { api, locale, session } = member;
  const search = new URL(args.request.url).searchParams;
  const opened = await ask(args, () => openPolicy(member, args.params.id ?? '', search.get('version')));
  if (!opened.ok) throw data(null, { status: 404 });
  return {
    locale,
    texts: { operate: textsOf('operate', locale) },
    policy: opened.value,
    checked: await versionWords(api, opened.value.id, opened.value.version, locale),
    defaults: policyDefaults(),
    countries: countryOptions(locale),
    documentTypes: documentTypeSchema.options.map((id) => ({ id, label: sayDocumentType(id, locale) })),
    fields: FIELD_NAMES.map((id) => ({ id, label: sayField(id, locale) })),
    mayWrite: session.rights.includes('policies:write'),
  };
}

/** `intent`: check, save, simulate, publish, archive, make-default. All but the first and the last two keep the text as the draft before. */
export async function action(args: ActionFunctionArgs) {
  const { api, locale } = await requireMember(args);
  const id = args.params.id ?? '';
  const sent = await args.request.formData();
  const intent = sent.get('intent');
  const done = (what: string) => redirect(`/desk/policies/${id}?done=${what}`);
  if (intent === 'archive') {
    const archived = await ask(args, () => api.policies.archive(id));
    return archived.ok
      ? done('archived')
      : data({ intent, problem: archived.problem }, { status: archived.problem.status });
  }
  if (intent === 'make-default') {
    const made = await ask(args, () => api.policies.makeDefault(id));
    return made.ok ? done('default') : data({ intent, problem: made.problem }, { status: made.problem.status });
  }
  const text = textIn(sent);
  const checked = await checkText(api, text, readerIn(sent.get('reader'), locale));
  if (intent === 'check') return { text, checked };
  const document = objectIn(text);
  if (document === undefined || checked.problems.length > 0) return data({ text, checked }, { status: 422 });
  const version = Number(sent.get('version'));
  const now = await api.policies.getVersion(id, version);
  const isChanged = JSON.stringify(now.document) !== JSON.stringify(document) || now.state === 'archived';
  if (isChanged || intent === 'save') {
    const saved = await ask(args, () => api.policies.putDraft(id, { document }));
    if (!saved.ok) return data({ intent, text, checked, problem: saved.problem }, { status: saved.problem.status });
  }
  if (intent === 'publish') {
    const published = await ask(args, () => api.policies.publish(id));
    if (published.ok) return done('published');
    return data({ intent, text, checked, problem: published.problem }, { status: published.problem.status });
  }
  if (intent === 'simulate') {
    const last = Math.min(200, Math.max(1, Math.trunc(Number(sent.get('last')) || 50)));
    const simulated = await ask(args, () => api.policies.simulate(id, isChanged ? { last } : { last, version }));
    if (simulated.ok) return { text, checked, simulation: simulationView(simulated.value, locale) };
    return data({ intent, text, checked, problem: simulated.problem }, { status: simulated.problem.status });
  }
  return done('saved');
}

/** A check stores nothing, so nothing has to be read again. */
export function shouldRevalidate({ formData, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs): boolean {
  return formData?.get('intent') === 'check' ? false : defaultShouldRevalidate;
}

export default function PolicyPage() {
  const { locale, texts } = useLoaderData<typeof loader>();
  return (
    <OperatePage locale={locale} texts={texts}>
      <PolicyOpen />
    </OperatePage>
  );
}

function PolicyOpen() {
  const { policy, mayWrite, ...start } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useTexts('operate');
  const [search] = useSearchParams();
  const done = DONE.find((one) => one === search.get('done'));
  const state =
    policy.published === null ? t('policy_none_published') : t('policy_is_published', { version: policy.published });
  return (
    <>
      <PageHeading title={policy.name} text={policy.isDefault ? `${state}. ${t('policy_is_default')}` : state} />
      {done === undefined ? null : (
        <div role="status">
          <Notice kind="good">
            <p>{t(`policy_done_${done}`, { version: policy.published ?? policy.draft ?? policy.version })}</p>
          </Notice>
        </div>
      )}
      <PolicyEditor policy={policy} mayWrite={mayWrite} start={start} answer={answer} />
      {answer !== undefined && 'simulation' in answer ? <Simulation simulation={answer.simulation} /> : null}
      <PolicyHistory versions={policy.versions} />
    </>
  );
}

const DONE = ['saved', 'published', 'archived', 'default'] as const;
