import type { OwnCode } from '@vidimus/sdk';
import { Button } from '@vidimus/ui';
import { Form, useNavigation } from 'react-router';
import { useTexts } from '../shell/texts.tsx';
import { secondsUntil } from './seconds-until.ts';
import { useServerNow } from './use-server-now.ts';

/**
 * Having it sent again: when, by which channel, and whether by another route. Forms of their own (`intent=resend`, `channel`).
 * `operator`: where another code can be asked for. `children`: fields that the page's own action needs.
 */
export function ResendChoices(props: {
  readonly code: Pick<OwnCode, 'resend' | 'channel' | 'now'>;
  readonly operator: string;
  readonly children?: React.ReactNode;
}) {
  const { code, operator, children } = props;
  const { possible_at, ways } = code.resend;
  const t = useTexts('codes');
  const nowMs = useServerNow(code.now);
  const isBusy = useNavigation().state !== 'idle';
  const seconds = possible_at === null ? 0 : secondsUntil(possible_at, nowMs);
  return (
    <section className="flex flex-col gap-3" aria-labelledby="again">
      <h2 id="again" className="text-lg font-semibold">
        {t('again')}
      </h2>
      {possible_at === null ? (
        <p>{t('again_never', { operator })}</p>
      ) : (
        <>
          <p>{t('again_lead')}</p>
          <p className="text-ink-soft">{seconds > 0 ? t('again_in', { seconds }) : t('again_now')}</p>
          <ul className="flex flex-col gap-3">
            {ways.map(({ channel, hint, another_route }) => {
              const isSame = channel === code.channel;
              return (
                <li key={channel}>
                  <Form method="post" className="flex flex-col items-start gap-1" replace preventScrollReset>
                    <input type="hidden" name="intent" value="resend" />
                    <input type="hidden" name="channel" value={channel} />
                    {children}
                    <Button kind="quiet" busy={isBusy || seconds > 0} aria-describedby={`way-${channel}`}>
                      {t(isSame ? `again_${channel}` : `instead_${channel}`, { hint, operator })}
                    </Button>
                    <p id={`way-${channel}`} className="text-sm text-ink-soft">
                      {isSame ? (
                        t(another_route ? 'another_route' : 'same_route')
                      ) : (
                        <OtherContact {...{ channel, hint, code }} />
                      )}
                    </p>
                  </Form>
                </li>
              );
            })}
          </ul>
        </>
      )}
    </section>
  );
}

/** Which number it is, where the code had gone to an app or an address. */
function OtherContact(props: {
  readonly channel: OwnCode['channel'];
  readonly hint: string;
  readonly code: Pick<OwnCode, 'resend' | 'channel'>;
}) {
  const { channel, hint, code } = props;
  const own = code.resend.ways.find((way) => way.channel === code.channel);
  if (channel === 'push' || channel === 'email' || own?.hint === hint) return null;
  return <bdi dir="ltr">{hint}</bdi>;
}
