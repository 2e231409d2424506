import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { requireMember } from '../../desk/require-member.server.ts';
import { pageParts } from '../../shell/page-parts.ts';
import { useTexts } from '../../shell/texts.tsx';
import { PageHeading } from '../page-heading.tsx';
import { CopiedText } from './copied-text.tsx';
import { firstCalls } from './first-calls.ts';

/** `/desk/developers`: the shortest way from nothing to a link for an applicant. */
export async function loader(args: LoaderFunctionArgs) {
  const { api } = await requireMember(args);
  const { data } = await api.policies.list({ limit: 100 });
  const { publicUrl } = args.context.get(pageParts);
  const published = data.filter(({ published_version }) => published_version !== null);
  const named = published.length > 1 ? published[0]?.id : undefined;
  return { calls: firstCalls(publicUrl ?? new URL(args.request.url).origin, named) };
}

export default function FirstCallPage() {
  const { calls } = useLoaderData<typeof loader>();
  const t = useTexts('operate');
  return (
    <>
      <PageHeading title={t('developers_first_call')} text={t('developers_text')} />
      <ol className="flex list-decimal flex-col gap-4 ps-6">
        <li>
          <Link to="/desk/developers/keys">{t('first_call_key')}</Link>
        </li>
        <li className="max-w-none">
          {t('first_call_send')}
          <div className="grid gap-4 pt-3 xl:grid-cols-2">
            {calls.map(({ id, text }) => (
              <section key={id} className="flex min-w-0 flex-col gap-2">
                <h2 className="font-semibold">{id === 'curl' ? 'curl' : '@vidimus/sdk'}</h2>
                <CopiedText text={text} label={id} />
              </section>
            ))}
          </div>
        </li>
        <li>{t('first_call_open')}</li>
        <li>
          <Link to="/desk/developers/webhooks">{t('first_call_webhook')}</Link>
        </li>
      </ol>
      <p>
        <a href="/docs">{t('first_call_docs')}</a>
      </p>
    </>
  );
}
