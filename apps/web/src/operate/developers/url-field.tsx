import type { ToldProblem } from '../../desk/told-problem.ts';
import { useTexts } from '../../shell/texts.tsx';
import type { MessageKey } from '../../texts/areas.ts';
import { Refusal } from '../refusal.tsx';

/** What can be said of an address, by the code under which the interface refuses it. */
const TOLD: Readonly<Record<string, MessageKey<'operate'>>> = {
  'webhook-url.malformed': 'url_malformed',
  'webhook-url.not-https': 'url_not_https',
  'webhook-url.has-credentials': 'url_has_credentials',
  'webhook-url.has-fragment': 'url_has_fragment',
  'webhook-url.port-not-allowed': 'url_port',
  'webhook-url.address-in-disguise': 'url_disguise',
  'webhook-url.local-name': 'url_local',
  'webhook-address.not-global': 'url_not_global',
};

/** The address of an endpoint; what is wrong with it stands beneath it. */
export function UrlField({ url, problem }: { readonly url: string; readonly problem: ToldProblem | undefined }) {
  const t = useTexts('operate');
  const told = problem === undefined ? undefined : TOLD[problem.code];
  return (
    <>
      <label className="field">
        <span className="text-sm">{t('webhook_url')}</span>
        <input
          key={url}
          className="input"
          dir="ltr"
          type="text"
          inputMode="url"
          name="url"
          required
          defaultValue={url}
          placeholder="https://shop.example/vidimus"
          aria-invalid={told === undefined ? undefined : true}
          aria-describedby="url-told"
          spellCheck={false}
        />
        <span id="url-told" role="status" className={told === undefined ? 'text-sm text-ink-soft' : 'text-bad'}>
          {told === undefined ? t('url_hint') : t(told)}
        </span>
      </label>
      {told === undefined ? <Refusal problem={problem} /> : null}
    </>
  );
}
