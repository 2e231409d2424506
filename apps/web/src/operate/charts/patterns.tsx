/** What tells the parts of a chart apart where nobody sees colours: a filling, and a mark. */

/** In the order in which the parts of a chart take them. */
export const FILLINGS = ['plain', 'stripes', 'dots', 'open'] as const;
export type Filling = (typeof FILLINGS)[number];

/** Colours of the fillings, each with a contrast of 3 and more to the ground (WCAG 2.2 §1.4.11). */
export const INKS: Readonly<Record<Filling, string>> = {
  plain: 'var(--good)',
  stripes: 'var(--care)',
  dots: 'var(--operator)',
  open: 'var(--bad)',
};

const TILE_PX = 8;

/** The definitions, once per drawing; `id` keeps those of two drawings apart. */
export function FillingPatterns({ id }: { readonly id: string }) {
  return (
    <defs>
      <pattern id={`${id}-stripes`} width={TILE_PX} height={TILE_PX} patternUnits="userSpaceOnUse">
        <rect width={TILE_PX} height={TILE_PX} fill="var(--surface)" />
        <path d="M-2 2 2-2M0 8 8 0M6 10 10 6" stroke={INKS.stripes} strokeWidth="3" />
      </pattern>
      <pattern id={`${id}-dots`} width={TILE_PX} height={TILE_PX} patternUnits="userSpaceOnUse">
        <rect width={TILE_PX} height={TILE_PX} fill="var(--surface)" />
        <circle cx="2" cy="2" r="1.8" fill={INKS.dots} />
        <circle cx="6" cy="6" r="1.8" fill={INKS.dots} />
      </pattern>
    </defs>
  );
}

/** How a filling is written in a drawing that has the patterns of `id`. */
export function paintOf(filling: Filling, id: string): string {
  if (filling === 'plain') return INKS.plain;
  return filling === 'open' ? 'var(--surface)' : `url(#${id}-${filling})`;
}

/** A small square as it stands in the legend. */
export function FillingMark({ filling, id }: { readonly filling: Filling; readonly id: string }) {
  return (
    <svg aria-hidden="true" width="18" height="18" className="shrink-0">
      <FillingPatterns id={id} />
      <rect x="1" y="1" width="16" height="16" fill={paintOf(filling, id)} stroke={INKS[filling]} strokeWidth="2" />
    </svg>
  );
}
