/** How an organization looks to its applicants. */
import type { BrandView } from '@vidimus/protocol';
import { type Colour, INK, nearestReadable, textOn, WHITE } from './contrast.ts';

export type Brand = {
  readonly name: string;
  /** As it was asked for. */
  readonly colour: Colour | null;
  readonly logo: Logo | null;
};

/** A PNG, sealed. */
export type Logo = { readonly blobKey: string; readonly width: number; readonly height: number };

/** Where nobody asked for another: the pages' own (apps/web/src/style/pages.css, `--operator`). */
export const OWN_COLOUR: Colour = '#0f5c62';

/** Of the grounds of the pages the one that is nearest to its text: what can be read on it can be read on all. */
export const DARKEST_LIGHT_GROUND: Colour = '#eeece5';
export const LIGHTEST_DARK_GROUND: Colour = '#2e2310';

export function tellBrand({ name, colour, logo }: Brand): BrandView {
  const colours = coloursOf(colour);
  return {
    object: 'brand',
    name,
    colour,
    colours,
    adjusted: colour !== null && colours.fill !== colour,
    logo:
      logo === null ? null : { url: `${LOGO_PATH}?v=${versionOf(logo)}`, width_px: logo.width, height_px: logo.height },
  };
}

/** For whoever holds an applicant's link, or is signed in. */
export const LOGO_PATH = '/v1/applicant/brand/logo';

/** Another logo has another address, so that one may be kept for long. */
function versionOf({ blobKey }: Logo): string {
  return blobKey.slice(-VERSION_CHARACTERS);
}
const VERSION_CHARACTERS = 8;

/** Colours that can be read, made of the one that was asked for. */
export function coloursOf(asked: Colour | null): BrandView['colours'] {
  const colour = asked ?? OWN_COLOUR;
  const fill = nearestReadable(colour, [WHITE, INK]);
  return {
    fill,
    text: textOn(fill),
    on_white: nearestReadable(colour, [DARKEST_LIGHT_GROUND]),
    on_ink: nearestReadable(colour, [LIGHTEST_DARK_GROUND]),
  };
}
