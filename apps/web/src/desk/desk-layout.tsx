/** The frame of the staff's pages: where one is, who one is, which mode, and what waits. */
import { AriaLocale } from '@vidimus/ui/desk';
import { type LoaderFunctionArgs, Outlet, useLoaderData } from 'react-router';
import { TextsProvider } from '../shell/texts.tsx';
import { textsOf } from '../texts/texts.server.ts';
import { requireMember } from './require-member.server.ts';
import { DeskFrame } from './shell/desk-frame.tsx';
import { ShortcutsProvider } from './shell/shortcuts.tsx';

export { FailurePage as ErrorBoundary } from '../shell/failure-page.tsx';

/** The desk's words are sent here, once for all its pages. */
export async function loader(args: LoaderFunctionArgs) {
  const { api, locale } = await requireMember(args);
  const { member, rights, organization, mode, reviews, webhooks } = await api.desk.get();
  return { locale, mode, member, rights, organization, reviews, webhooks, texts: { desk: textsOf('desk', locale) } };
}

export default function DeskLayout() {
  const { locale, texts } = useLoaderData<typeof loader>();
  return (
    <TextsProvider locale={locale} texts={texts}>
      <AriaLocale locale={locale}>
        <ShortcutsProvider>
          <DeskFrame>
            <Outlet />
          </DeskFrame>
        </ShortcutsProvider>
      </AriaLocale>
    </TextsProvider>
  );
}
