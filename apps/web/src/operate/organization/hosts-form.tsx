import { Notice } from '@vidimus/ui';
import { Form } from 'react-router';
import { useTexts } from '../../shell/texts.tsx';
import type { WrongLine } from './read-hosts.server.ts';

/** The hosts to which applicants may be led back. What was typed stays where it was refused. */
export function HostsForm(props: {
  readonly hosts: readonly string[];
  readonly mayWrite: boolean;
  readonly refused: { readonly text: string; readonly wrong: readonly WrongLine[] } | undefined;
}) {
  const { hosts, mayWrite, refused } = props;
  const t = useTexts('operate');
  return (
    <section aria-labelledby="hosts" className="box flex flex-col gap-4 p-4 sm:p-5">
      <h2 id="hosts" className="text-lg font-semibold">
        {t('hosts_title')}
      </h2>
      <p id="hosts-text">{t('hosts_text')}</p>
      {hosts.length === 0 ? (
        <Notice kind="care">
          <p>{t('hosts_any')}</p>
        </Notice>
      ) : null}
      <Form method="post" className="flex flex-col gap-3" key={hosts.join(' ')}>
        <div role="alert" id="hosts-wrong" className="empty:hidden">
          {refused === undefined ? null : (
            <Notice kind="bad" title={t('hosts_wrong', { count: refused.wrong.length })}>
              <ul className="flex flex-col gap-1">
                {refused.wrong.map((one) => (
                  <li key={one.line}>{t(`hosts_wrong_${one.why}`, isolated(one))}</li>
                ))}
              </ul>
            </Notice>
          )}
        </div>
        <label className="field">
          <span className="text-sm">{t('hosts_label')}</span>
          <textarea
            className="input min-h-32 font-mono text-sm"
            name="hosts"
            dir="ltr"
            rows={5}
            spellCheck={false}
            autoCapitalize="none"
            placeholder="shop.example.com"
            defaultValue={refused?.text ?? hosts.join('\n')}
            readOnly={!mayWrite}
            aria-invalid={refused !== undefined}
            aria-describedby="hosts-text hosts-wrong"
          />
        </label>
        {mayWrite ? (
          <div>
            <button className="button" name="intent" value="hosts" type="submit">
              {t('save')}
            </button>
          </div>
        ) : null}
      </Form>
    </section>
  );
}

/** What was typed keeps its own direction inside of a sentence (Unicode LRI and PDI). */
function isolated(one: WrongLine) {
  const host = one.why === 'address' ? one.host : '';
  return { line: one.line, value: `\u{2066}${one.value}\u{2069}`, host: `\u{2066}${host}\u{2069}` };
}
