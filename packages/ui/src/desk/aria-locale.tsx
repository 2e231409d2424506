import type { ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { allowOwnStyles } from './allow-own-styles.ts';

allowOwnStyles();

/** Around everything of the desk: the language and the direction in which its parts speak and move. */
export function AriaLocale({ locale, children }: { readonly locale: string; readonly children: ReactNode }) {
  return <I18nProvider locale={locale}>{children}</I18nProvider>;
}
