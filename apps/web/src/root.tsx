import { type ReactNode, use } from 'react';
import {
  Links,
  type LoaderFunctionArgs,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useRouteLoaderData,
} from 'react-router';
import { directionOf } from './shell/direction.ts';
import { NonceContext } from './shell/nonce.ts';
import { usePageLocale } from './shell/page-locale.ts';
import { requestLocale } from './shell/request-locale.ts';
import { TextsProvider } from './shell/texts.tsx';
import { textsOf } from './texts/texts.server.ts';
import './style/pages.css';

export { FailurePage as ErrorBoundary } from './shell/failure-page.tsx';

/** The language of the page, and the words that every page needs. A part of the pages brings its own with its loader. */
export function loader({ request }: LoaderFunctionArgs) {
  const locale = requestLocale(request);
  return { locale, texts: { shell: textsOf('shell', locale) } };
}

/** The document around every page. The innermost route whose data name a `locale` decides the language. */
export function Layout({ children }: { readonly children: ReactNode }) {
  const nonce = use(NonceContext);
  const data = useRouteLoaderData<typeof loader>('root');
  const locale = usePageLocale();
  return (
    <html lang={locale} dir={directionOf(locale)}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
        <Meta />
        <Links />
      </head>
      <body>
        <TextsProvider locale={locale} texts={data?.texts ?? {}}>
          {children}
        </TextsProvider>
        <ScrollRestoration {...(nonce === undefined ? {} : { nonce })} />
        <Scripts {...(nonce === undefined ? {} : { nonce })} />
      </body>
    </html>
  );
}

export default function Root() {
  return <Outlet />;
}
