import { Button, Select, TextField } from '@vidimus/ui';
import { Form, useNavigation } from 'react-router';
import { type CodeAnswer, refusalOf } from '../codes/code-answer.ts';
import { useTexts } from '../shell/texts.tsx';
import type { ContactView } from './contact-view.server.ts';

/** Characters on the wire. */
const LONGEST = 254;
const MINUTE_SECONDS = 60;

/** Where the code shall go, and how. A form of its own (`intent=correct`, `kind`, `to`, `country`, `channel`). */
export function ContactForm(props: {
  readonly contact: ContactView;
  readonly answer: CodeAnswer | undefined;
  readonly isMain: boolean;
}) {
  const { contact, answer, isMain } = props;
  const { kind, countries, country, channels, operator } = contact;
  const t = useTexts('contact');
  const isBusy = useNavigation().state !== 'idle';
  const error = useContactError(answer, operator);
  return (
    <Form method="post" className="flex flex-col gap-5" replace>
      <input type="hidden" name="intent" value="correct" />
      <input type="hidden" name="kind" value={kind} />
      {kind === 'phone' ? (
        <>
          <Select
            name="country"
            label={t('country_label')}
            options={countries}
            placeholder={t('country_choose')}
            defaultValue={country}
            autoComplete="country"
          />
          <TextField
            name="to"
            type="tel"
            label={t('phone_label')}
            hint={t('phone_hint')}
            error={error}
            autoComplete="tel"
            maxLength={LONGEST}
            required
            dir="ltr"
          />
        </>
      ) : (
        <TextField
          name="to"
          type="email"
          label={t('email_label')}
          error={error}
          autoComplete="email"
          maxLength={LONGEST}
          required
          dir="ltr"
        />
      )}
      <ChannelChoice channels={channels} />
      <Button kind={isMain ? 'main' : 'quiet'} busy={isBusy} className="self-start">
        {t('send')}
      </Button>
    </Form>
  );
}

/** The number or address that whoever asks knows: one press, and the code is on its way. */
export function KnownContact({ contact, hint }: { readonly contact: ContactView; readonly hint: string }) {
  const { kind, channels, operator } = contact;
  const t = useTexts('contact');
  const isBusy = useNavigation().state !== 'idle';
  const shown = `\u{2068}${hint}\u{2069}`;
  return (
    <Form method="post" className="box flex flex-col gap-4 p-4" replace>
      <input type="hidden" name="intent" value="correct" />
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="known" value="yes" />
      <p>{t(kind === 'phone' ? 'known_phone' : 'known_email', { operator, hint: shown })}</p>
      <ChannelChoice channels={channels} />
      <Button busy={isBusy} className="self-start">
        {t('known_send', { hint: shown })}
      </Button>
    </Form>
  );
}

function ChannelChoice({ channels }: Pick<ContactView, 'channels'>) {
  const t = useTexts('contact');
  const options = channels.flatMap((channel) =>
    channel === 'email' ? [] : [{ value: channel, label: t(`channel_${channel}`) }],
  );
  if (options.length < 2) return null;
  return <Select name="channel" label={t('channel_label')} options={options} />;
}

function useContactError(answer: CodeAnswer | undefined, operator: string): string | undefined {
  const t = useTexts('codes');
  if (answer?.kind === 'missing' && answer.field === 'to') return t('correct_missing');
  const refused = refusalOf(answer, 'correct');
  if (refused === undefined) return undefined;
  const { seconds, problem } = refused;
  return t(problem, { seconds, minutes: Math.max(1, Math.ceil(seconds / MINUTE_SECONDS)), operator });
}
