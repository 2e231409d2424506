import type { ApplicantBrand } from '@vidimus/sdk';
import type { ReactNode } from 'react';

/**
 * Who asks, at the head of an applicant's pages. `logoPath`: where `logo-route.ts` serves the logo.
 * `children` stand at the other end, e.g. the choice of a language.
 */
export function OperatorHeader(props: {
  readonly brand: Pick<ApplicantBrand, 'name' | 'logo'>;
  readonly logoPath: string;
  readonly children?: ReactNode;
}) {
  const { brand, logoPath, children } = props;
  return (
    <header className="border-b border-line bg-surface print:hidden">
      <div className="mx-auto flex min-h-14 max-w-xl items-center justify-between gap-4 px-5 py-2">
        {brand.logo === null ? (
          <p className="min-w-0 font-semibold">{brand.name}</p>
        ) : (
          <img
            src={`${logoPath}?v=${versionIn(brand.logo.url)}`}
            alt={brand.name}
            width={brand.logo.width_px}
            height={brand.logo.height_px}
            className="max-h-10 w-auto max-w-40 rounded-control bg-plate object-contain dark:p-1"
          />
        )}
        {children}
      </div>
    </header>
  );
}

/** The interface names a logo by its content: another logo has another address. */
function versionIn(url: string): string {
  return new URL(url, 'http://localhost').searchParams.get('v') ?? '';
}
