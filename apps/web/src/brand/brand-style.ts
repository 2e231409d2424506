import type { ApplicantBrand } from '@vidimus/sdk';
import type { CSSProperties } from 'react';

/** The tokens of src/style/pages.css that an operator's colour takes the place of. */
type OperatorTokens = {
  readonly '--operator': string;
  readonly '--operator-fill': string;
  readonly '--on-operator': string;
};

/**
 * The operator's colours, for the `style` of what surrounds an applicant's pages: everything within follows, in light and
 * in dark mode. Each can be read on every ground of the pages; the server sees to that.
 */
export function brandStyle({ colours }: Pick<ApplicantBrand, 'colours'>): CSSProperties & OperatorTokens {
  const { fill, text, on_white, on_ink } = colours;
  return {
    '--operator': `light-dark(${on_white}, ${on_ink})`,
    '--operator-fill': `light-dark(${fill}, ${on_ink})`,
    // In the dark the fill is light, and what stands on it has the colour of the page's ground.
    '--on-operator': `light-dark(${text}, var(--ground))`,
  };
}
