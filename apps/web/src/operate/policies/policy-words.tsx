import { useTexts } from '../../shell/texts.tsx';
import type { ReadWords } from './check-text.server.ts';

/** How a policy reads: to applicants in their language, or to an auditor with every rule and its value. */
export function PolicyWords({ words }: { readonly words: ReadWords }) {
  const { lang, direction, title, sections, rules } = words;
  const t = useTexts('operate');
  const Heading = title === null ? 'h3' : 'h4';
  return (
    <article lang={lang} dir={direction} className="flex flex-col gap-3">
      {title === null ? null : <h3 className="text-lg font-semibold">{title}</h3>}
      {sections
        .filter(({ sentences }) => sentences.length > 0)
        .map(({ heading, sentences }) => (
          <section key={heading} className="flex flex-col gap-1">
            <Heading className="font-semibold">{heading}</Heading>
            {sentences.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </section>
        ))}
      {rules.length === 0 ? null : (
        <dl className="flex flex-col gap-2 text-sm" aria-label={t('practice_rules')}>
          {rules.map(({ key, value, meaning }) => (
            <div key={key} className="border-t border-line pt-2">
              <dt className="break-all">
                <code>
                  {key}: {value}
                </code>
              </dt>
              <dd className="text-ink-soft">{meaning}</dd>
            </div>
          ))}
        </dl>
      )}
    </article>
  );
}
