/** The frame of the staff's pages: where one is, who one is, which mode, and what waits. */
import { AriaLocale } from '@vidimus/ui/desk';
import { type LoaderFunctionArgs, Outlet, useLoaderData } from 'react-router';
import { TextsProvider } from '../shell/texts.tsx';
import { loadDesk } from './load-desk.server.ts';
import { DeskFrame } from './shell/desk-frame.tsx';
import { ShortcutsProvider } from './shell/shortcuts.tsx';

export { FailurePage as ErrorBoundary } from '../shell/failure-page.tsx';

export function loader(args: LoaderFunctionArgs) {
  return loadDesk(args);
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
