import type { Locale } from '@vidimus/vocabulary';
import type { ReactNode } from 'react';
import { type SentTexts, TextsProvider } from '../shell/texts.tsx';

/** Around each page of this part: its words, and one calm column of boxes. */
export function OperatePage(props: {
  readonly locale: Locale;
  readonly texts: SentTexts;
  readonly children: ReactNode;
}) {
  const { locale, texts, children } = props;
  return (
    <TextsProvider locale={locale} texts={texts}>
      <div className="mx-auto flex max-w-6xl flex-col gap-5 pb-10">{children}</div>
    </TextsProvider>
  );
}
