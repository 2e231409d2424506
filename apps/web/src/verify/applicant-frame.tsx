import type { ApplicantBrand } from '@vidimus/sdk';
import { type ReactNode, useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import { brandStyle } from '../brand/brand-style.ts';
import { OperatorHeader } from '../brand/operator-header.tsx';
import { useTexts } from '../shell/texts.tsx';
import { LanguageChoice } from './language-choice.tsx';

/** What surrounds every page of an applicant: who asks, and in which language. `base`: the path of the link. */
export function ApplicantFrame(props: {
  /** Undefined where the link does not open. */
  readonly brand: ApplicantBrand | undefined;
  readonly base: string;
  readonly children: ReactNode;
}) {
  const { brand, base, children } = props;
  const t = useTexts('shell');
  useFocusOnArrival();
  return (
    <div style={brand === undefined ? {} : brandStyle(brand)}>
      <a
        href="#content"
        className="button sr-only focus:not-sr-only focus:absolute focus:start-3 focus:top-3 focus:z-10"
      >
        {t('skip')}
      </a>
      <OperatorHeader brand={brand ?? NOBODY} logoPath={`${base}/logo`}>
        <LanguageChoice action={`${base}/language`} />
      </OperatorHeader>
      {children}
    </div>
  );
}

const NOBODY = { name: '', logo: null } as const;

/** After a step was done by script the page changes without loading: whoever listens is taken to its heading. */
function useFocusOnArrival(): void {
  const { pathname } = useLocation();
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    document.querySelector('h1')?.focus();
  }, [pathname]);
}
