import { EVENT_TYPES } from '@vidimus/protocol';
import { Notice } from '@vidimus/ui';
import {
  type ActionFunctionArgs,
  data,
  Form,
  Link,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
  useSearchParams,
} from 'react-router';
import { ask } from '../../desk/ask.server.ts';
import { requireMember } from '../../desk/require-member.server.ts';
import { useTexts } from '../../shell/texts.tsx';
import { PageHeading } from '../page-heading.tsx';
import { Refusal } from '../refusal.tsx';
import { sayMoment } from '../say.server.ts';
import { Deliveries } from './deliveries.tsx';
import { deliveryRows } from './delivery-rows.server.ts';
import { EventChoice } from './event-choice.tsx';
import { eventTypesIn } from './event-types.server.ts';
import { SecretOnce } from './secret-once.tsx';
import { UrlField } from './url-field.tsx';

const STATES = ['pending', 'delivered', 'failed'] as const;

/** `/desk/developers/webhooks/:id`: one endpoint and what was sent to it. */
export async function loader(args: LoaderFunctionArgs) {
  const { api, locale, session } = await requireMember(args);
  const id = args.params.id ?? '';
  const search = new URL(args.request.url).searchParams;
  const state = STATES.find((one) => one === search.get('state'));
  const cursor = search.get('cursor');
  const endpoint = await ask(args, () => api.webhooks.getEndpoint(id));
  if (!endpoint.ok) throw data(null, { status: 404 });
  const page = await api.webhooks.listDeliveries(id, {
    ...(state === undefined ? {} : { state }),
    ...(cursor === null ? {} : { cursor }),
  });
  const { old_secret_until: until } = endpoint.value;
  return {
    endpoint: endpoint.value,
    oldUntil: until === null ? null : sayMoment(until, locale),
    deliveries: deliveryRows(page.data, locale),
    next: page.next_cursor,
    state: state ?? null,
    types: EVENT_TYPES,
    mayWrite: session.rights.includes('webhooks:write'),
  };
}

/** `intent`: test, redeliver, redeliver-dead, rotate, change, enable, disable, remove. */
export async function action(args: ActionFunctionArgs) {
  const { api } = await requireMember(args);
  const id = args.params.id ?? '';
  const sent = await args.request.formData();
  const intent = String(sent.get('intent'));
  const here = `/desk/developers/webhooks/${id}`;
  if (intent === 'rotate') {
    const rotated = await ask(args, () => api.webhooks.rotateSecret(id));
    return rotated.ok ? { secret: rotated.value.secret } : refused(rotated.problem);
  }
  const done = await ask(args, async (): Promise<string> => {
    switch (intent) {
      case 'test':
        await api.webhooks.testEndpoint(id);
        return `${here}?done=sent`;
      case 'redeliver':
        await api.webhooks.redeliver(String(sent.get('delivery')));
        return `${here}?done=sent`;
      case 'redeliver-dead': {
        const since = new Date(Date.now() - DEAD_DAYS * DAY_MS).toISOString();
        const { queued } = await api.webhooks.redeliverMissedEvents(id, { since });
        return `${here}?${new URLSearchParams({ done: 'queued', count: String(queued) })}`;
      }
      case 'change':
        await api.webhooks.updateEndpoint(id, {
          url: String(sent.get('url') ?? '').trim(),
          events: eventTypesIn(sent),
        });
        return `${here}?done=changed`;
      case 'remove':
        await api.webhooks.deleteEndpoint(id);
        return '/desk/developers/webhooks';
      default:
        await api.webhooks.updateEndpoint(id, { enabled: intent === 'enable' });
        return `${here}?done=changed`;
    }
  });
  return done.ok ? redirect(done.value) : refused(done.problem);
}

/** As long as dead deliveries are counted at the desk. */
const DEAD_DAYS = 30;
const DAY_MS = 86_400_000;

function refused<Told extends { readonly status: number }>(problem: Told) {
  return data({ problem }, { status: problem.status });
}

const DONE = ['sent', 'queued', 'changed'] as const;

export default function WebhookPage() {
  const { endpoint, oldUntil, deliveries, next, state, types, mayWrite } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useTexts('operate');
  const [search] = useSearchParams();
  const done = DONE.find((one) => one === search.get('done'));
  const problem = answer !== undefined && 'problem' in answer ? answer.problem : undefined;
  return (
    <>
      <PageHeading title={t('webhook_title')} text={endpoint.url}>
        {mayWrite && endpoint.enabled ? <Act intent="test" label={t('webhook_test')} /> : null}
      </PageHeading>
      {done === undefined ? null : (
        <div role="status">
          <Notice kind="good">
            <p>{t(`webhook_done_${done}`, { count: Number(search.get('count') ?? 0) })}</p>
          </Notice>
        </div>
      )}
      {answer !== undefined && 'secret' in answer ? (
        <SecretOnce title={t('webhook_rotated')} secret={answer.secret} />
      ) : null}
      <Refusal problem={problem?.code.startsWith('webhook-url') === true ? undefined : problem} />
      {endpoint.enabled ? null : (
        <Notice kind="care" title={t(endpoint.disabled_because === 'gone' ? 'webhook_gone' : 'webhook_disabled')}>
          <p>{t('webhook_disabled_text')}</p>
        </Notice>
      )}
      {oldUntil === null ? null : <p>{t('webhook_two_keys', { until: oldUntil })}</p>}
      <Deliveries deliveries={deliveries} state={state} next={next} mayWrite={mayWrite} />
      {mayWrite ? (
        <details className="box p-4" open={problem !== undefined}>
          <summary className="flex min-h-11 cursor-pointer items-center text-lg font-semibold">
            {t('webhook_change')}
          </summary>
          <div className="flex flex-col gap-5 pt-3">
            <Form method="post" className="flex flex-col gap-4">
              <UrlField url={endpoint.url} problem={problem} />
              <EventChoice types={types} chosen={endpoint.events} />
              <div>
                <button className="button" name="intent" value="change" type="submit">
                  {t('save')}
                </button>
              </div>
            </Form>
            <div className="flex flex-wrap gap-2 border-t border-line pt-4">
              <Act intent="rotate" label={t('webhook_rotate')} />
              {endpoint.enabled ? (
                <Act intent="disable" label={t('webhook_disable')} />
              ) : (
                <Act intent="enable" label={t('webhook_enable')} />
              )}
              <Act intent="remove" label={t('webhook_remove')} isBad />
            </div>
            <p className="text-sm text-ink-soft">{t('webhook_rotate_text')}</p>
          </div>
        </details>
      ) : null}
      <p>
        <Link to="/desk/developers/webhooks">{t('webhooks_all')}</Link>
      </p>
    </>
  );
}

function Act({
  intent,
  label,
  isBad = false,
}: {
  readonly intent: string;
  readonly label: string;
  readonly isBad?: boolean;
}) {
  return (
    <Form method="post">
      <button className={`button ${isBad ? 'button-bad' : 'button-quiet'}`} name="intent" value={intent} type="submit">
        {label}
      </button>
    </Form>
  );
}
