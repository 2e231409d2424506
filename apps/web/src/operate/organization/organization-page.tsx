import { Notice } from '@vidimus/ui';
import {
  type ActionFunctionArgs,
  data,
  Form,
  type LoaderFunctionArgs,
  redirect,
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
import { Refusal } from '../refusal.tsx';
import { BrandPreview } from './brand-preview.tsx';
import { ColourField } from './colour-field.tsx';
import { HostsForm } from './hosts-form.tsx';
import { readHosts } from './read-hosts.server.ts';

/** `/desk/organization`: how the organization looks to applicants, and where they are led back to. */
export async function loader(args: LoaderFunctionArgs) {
  const { api, locale, session } = await requireMember(args);
  return {
    locale,
    texts: { operate: textsOf('operate', locale) },
    brand: await api.organization.getBrand(),
    hosts: (await api.organization.getReturnHosts()).hosts,
    mayWrite: session.rights.includes('organization:write'),
  };
}

/** `intent`: brand, logo, remove-logo, hosts. */
export async function action(args: ActionFunctionArgs) {
  const { api } = await requireMember(args);
  const sent = await args.request.formData();
  const logo = sent.get('logo');
  const intent = sent.get('intent');
  const text = String(sent.get('hosts') ?? '');
  const hosts = readHosts(text);
  if (!hosts.ok) return data({ hosts: { text, wrong: hosts.error } }, { status: 422 });
  const done = await ask(args, async () => {
    if (intent === 'hosts') return api.organization.putReturnHosts({ hosts: [...hosts.value] });
    if (intent === 'remove-logo') return api.organization.removeLogo();
    if (logo instanceof File) await api.organization.putLogo(logo, { mediaType: logo.type });
    else await api.organization.putBrand({ name: String(sent.get('name')), colour: String(sent.get('colour')) });
  });
  if (!done.ok) return data({ problem: done.problem }, { status: done.problem.status });
  return redirect(`/desk/organization?done=${intent === 'hosts' ? 'hosts' : 'saved'}`);
}

export default function OrganizationPage() {
  const { locale, texts } = useLoaderData<typeof loader>();
  return (
    <OperatePage locale={locale} texts={texts}>
      <Organization />
    </OperatePage>
  );
}

function Organization() {
  const { brand, hosts, mayWrite } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useTexts('operate');
  const [search] = useSearchParams();
  const done = search.get('done');
  return (
    <>
      <PageHeading title={t('organization_title')} text={t('organization_text')} />
      {answer === undefined && (done === 'saved' || done === 'hosts') ? (
        <div role="status">
          <Notice kind="good">
            <p>{t(done === 'hosts' ? 'hosts_saved' : 'organization_saved')}</p>
          </Notice>
        </div>
      ) : null}
      <Refusal problem={answer !== undefined && 'problem' in answer ? answer.problem : undefined} />
      <div className="grid items-start gap-5 lg:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-5">
          <Form method="post" className="box flex flex-col gap-4 p-4 sm:p-5" key={`${brand.name} ${brand.colour}`}>
            <label className="field">
              <span className="text-sm">{t('organization_name')}</span>
              <input
                className="input"
                name="name"
                required
                maxLength={100}
                defaultValue={brand.name}
                readOnly={!mayWrite}
              />
            </label>
            <ColourField colour={brand.colour ?? brand.colours.fill} isDisabled={!mayWrite} />
            {brand.adjusted ? (
              <Notice kind="care">
                <p>{t('organization_adjusted', { asked: brand.colour ?? '', used: brand.colours.fill })}</p>
              </Notice>
            ) : null}
            {mayWrite ? (
              <div>
                <button className="button" name="intent" value="brand" type="submit">
                  {t('save')}
                </button>
              </div>
            ) : null}
          </Form>
          {mayWrite ? <Logo /> : null}
          <HostsForm
            hosts={hosts}
            mayWrite={mayWrite}
            refused={answer !== undefined && 'hosts' in answer ? answer.hosts : undefined}
          />
        </div>
        <BrandPreview brand={brand} />
      </div>
    </>
  );
}

function Logo() {
  const { brand } = useLoaderData<typeof loader>();
  const t = useTexts('operate');
  return (
    <section aria-labelledby="logo" className="box flex flex-col gap-4 p-4 sm:p-5">
      <h2 id="logo" className="text-lg font-semibold">
        {t('organization_logo')}
      </h2>
      <Form method="post" encType="multipart/form-data" className="flex flex-col gap-3">
        <label className="field">
          <span className="text-sm">{t('organization_logo_text')}</span>
          <input className="input" type="file" name="logo" accept="image/png,image/jpeg,image/webp" required />
        </label>
        <div>
          <button className="button button-quiet" name="intent" value="logo" type="submit">
            {t('organization_logo_send')}
          </button>
        </div>
      </Form>
      {brand.logo === null ? null : (
        <Form method="post">
          <button className="button button-bad" name="intent" value="remove-logo" type="submit">
            {t('organization_logo_remove')}
          </button>
        </Form>
      )}
    </section>
  );
}
