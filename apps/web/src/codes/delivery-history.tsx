import type { OwnCode } from '@vidimus/sdk';
import { useTexts } from '../shell/texts.tsx';
import { DeliveryMark } from './delivery-mark.tsx';
import { secondsSince } from './seconds-until.ts';
import { useServerNow } from './use-server-now.ts';

type Delivery = OwnCode['deliveries'][number];

/** What became of each message, the newest first, followed along; and what helps. */
export function DeliveryHistory({ code }: { readonly code: Pick<OwnCode, 'deliveries' | 'now' | 'state'> }) {
  const t = useTexts('codes');
  const nowMs = useServerNow(code.now);
  const [newest] = code.deliveries;
  if (newest === undefined) return null;
  return (
    <section className="flex flex-col gap-3" aria-labelledby="history">
      <h2 id="history" className="text-lg font-semibold">
        {t('history')}
      </h2>
      {/* Told to whoever listens, once a change: the list itself is for whoever reads. */}
      <p role="status" className="sr-only">
        {toldOf(newest)}
      </p>
      <ol className="flex flex-col gap-3">
        {code.deliveries.map((delivery) => (
          <li key={delivery.created_at} className="box max-w-none p-4">
            <Message delivery={delivery} nowMs={nowMs} isAwaited={code.state === 'waiting'} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Message(props: { readonly delivery: Delivery; readonly nowMs: number; readonly isAwaited: boolean }) {
  const { delivery, nowMs, isAwaited } = props;
  const { channel, created_at, history } = delivery;
  const t = useTexts('codes');
  return (
    <div className="flex flex-col gap-2">
      <h3 className="font-semibold">{t(`message_${channel}`)}</h3>
      <ol className="flex flex-col gap-2">
        {history.map((event, index) => {
          const seconds = secondsSince(created_at, Date.parse(event.at));
          const isLast = index === history.length - 1;
          return (
            <li key={`${event.at} ${event.state}`} className="flex gap-2">
              <DeliveryMark state={event.state} />
              <div className="flex min-w-0 flex-col">
                <p className={isLast ? 'font-medium' : ''}>{wordsOf(history, index, t)}</p>
                <p className="text-sm text-ink-soft">
                  {seconds === 0 ? t('at_once') : t('after', { seconds })}
                  {event.route === null || event.state === 'queued'
                    ? null
                    : ` · ${t('by_route', { number: event.route })}`}
                </p>
                {event.next_step !== null && isLast ? <p>{event.next_step}</p> : null}
                {event.carrier_code === null || event.reason === null ? null : (
                  <p className="text-sm text-ink-soft">
                    {t('carrier_said', { code: `\u{2068}${event.carrier_code}\u{2069}` })}
                  </p>
                )}
              </div>
            </li>
          );
        })}
      </ol>
      {isAwaited ? <Waited delivery={delivery} nowMs={nowMs} /> : null}
    </div>
  );
}

/** While the carrier is silent: how long that is usual, and how long it has been. */
function Waited({ delivery, nowMs }: { readonly delivery: Delivery; readonly nowMs: number }) {
  const { state, usual_seconds, confirm_by, history } = delivery;
  const t = useTexts('codes');
  const accepted = history.findLast((event) => event.state === 'accepted');
  if (accepted === undefined) return null;
  if (state === 'unconfirmed') {
    const last = history.at(-1);
    const seconds = last === undefined ? 0 : secondsSince(accepted.at, Date.parse(last.at));
    return <p>{t('no_confirmation', { seconds: Math.max(seconds, usual_seconds ?? 0) })}</p>;
  }
  if (state !== 'accepted') return null;
  if (usual_seconds === null || confirm_by === null) return <p>{t('never_confirms')}</p>;
  const waited = secondsSince(accepted.at, nowMs);
  return (
    <p>
      {waited > usual_seconds
        ? t('no_confirmation', { seconds: usual_seconds })
        : t('usually_confirms', { seconds: usual_seconds })}
    </p>
  );
}

/** Of what the carrier did not say, how long it did not; of a new beginning, that it is one. */
function wordsOf(history: Delivery['history'], index: number, t: ReturnType<typeof useTexts<'codes'>>): string {
  const event = history[index];
  if (event === undefined) return '';
  if (event.state === 'unconfirmed' && event.reason === null) {
    const accepted = history.slice(0, index).findLast(({ state }) => state === 'accepted');
    const seconds = accepted === undefined ? 0 : secondsSince(accepted.at, Date.parse(event.at));
    return t('unconfirmed_after', { seconds });
  }
  return event.state === 'queued' && index > 0 && event.reason === null ? t('next_route') : event.words;
}

/** Only what the person would want to know: that it came, or did not. */
function toldOf({ history }: Delivery): string {
  const told = history.findLast(({ state }) => state !== 'queued' && state !== 'sent');
  return told === undefined ? '' : `${told.words}. ${told.next_step ?? ''}`;
}
