import type { SpecimenKind } from '../flat-document.ts';
import { emblemSvg } from './emblem.ts';
import { type LanguageWords, languageWords } from './labels.table.ts';
import type { FrontLayout, KindFormat } from './layouts.table.ts';
import type { DesignItem, TextItem } from './side-design.ts';
import type { IssuingState } from './states.table.ts';

/** The state's name, the kind's name in its languages, and the emblem. */
export function headerItems(
  kind: SpecimenKind,
  state: IssuingState,
  format: KindFormat,
  layout: Pick<FrontLayout, 'header' | 'emblem'>,
): readonly DesignItem[] {
  const { widthMm, heightMm, headerMm } = format;
  const { main, second } = state.colours;
  const onColour = layout.header !== 'plain';
  const colour = onColour ? '#ffffff' : main;
  const { x, y, radius } = layout.emblem;
  const emblem: DesignItem = { draw: 'art', svg: emblemSvg(state.emblem, x, y, radius, colour) };
  const isLicence = kind === 'driving-licence-eu' || kind === 'driving-licence-na';
  const title = isLicence ? (state.licenceTitle ?? state.title) : state.title;
  const subtitle = kindTitle(kind, state);
  const cap = headerMm * TITLE_PART;
  const word = (name: string, text: string, place: Partial<TextItem>): TextItem => ({
    draw: 'text',
    name,
    kind: 'title',
    text,
    x: 0,
    baseline: 0,
    capHeightMm: cap,
    face: 'serif-bold',
    colour,
    ...place,
  });
  switch (layout.header) {
    case 'band': {
      const left = x + radius + 2;
      return [
        {
          draw: 'art',
          svg: `<rect width="${widthMm}" height="${headerMm}" fill="${main}"/><rect y="${headerMm}" width="${widthMm}" height="0.5" fill="${second}"/>`,
        },
        emblem,
        word('state_title', title, { x: left, baseline: headerMm * 0.5, maxWidthMm: widthMm * 0.52 - left }),
        word('state_subtitle', state.subtitle, {
          x: left,
          baseline: headerMm * 0.84,
          capHeightMm: cap * 0.52,
          face: 'condensed',
          maxWidthMm: widthMm * 0.5 - left,
        }),
        word('kind_title', subtitle, {
          x: widthMm - 4,
          baseline: headerMm * 0.64,
          capHeightMm: cap * 0.85,
          face: 'sans-bold',
          align: 'end',
          maxWidthMm: widthMm * 0.46 - 4,
        }),
      ];
    }
    case 'plain': {
      const left = x < widthMm / 2 ? x + radius + 2 : 6;
      return [
        {
          draw: 'art',
          svg: `<rect width="${widthMm}" height="1.1" fill="${main}"/><path d="M${left} ${headerMm + 1.1}H${widthMm - 6}" stroke="${second}" stroke-width="0.25"/>`,
        },
        emblem,
        word('state_title', title, { x: left, baseline: headerMm * 0.62, maxWidthMm: widthMm * 0.5 - left }),
        word('state_subtitle', state.subtitle, {
          x: left,
          baseline: headerMm * 0.98,
          capHeightMm: cap * 0.55,
          face: 'condensed',
          maxWidthMm: widthMm * 0.48 - left,
        }),
        word('kind_title', subtitle, {
          x: widthMm - 6,
          baseline: headerMm * 0.72,
          capHeightMm: cap * 0.85,
          face: 'sans-bold',
          align: 'end',
          maxWidthMm: widthMm * 0.46 - 6,
        }),
      ];
    }
    case 'side': {
      const band = headerMm;
      const height = format.zone?.side === 'front' ? heightMm - ZONE_MM : heightMm;
      const bottom = y - radius - 2;
      return [
        {
          draw: 'art',
          svg: `<rect width="${band}" height="${height}" fill="${main}"/><rect x="${band}" width="0.5" height="${height}" fill="${second}"/>`,
        },
        emblem,
        word('state_title', title, { x: band * 0.47, baseline: bottom, rotateDegrees: -90, maxWidthMm: bottom - 3 }),
        word('kind_title', subtitle, {
          x: band * 0.86,
          baseline: bottom,
          capHeightMm: cap * 0.62,
          face: 'sans-bold',
          rotateDegrees: -90,
          maxWidthMm: bottom - 3,
        }),
      ];
    }
  }
}

/** Height of the zone of all sizes: ICAO Doc 9303-3 §4.1. */
export const ZONE_MM = 23.2;
/** Capitals of the title as a part of the header. */
const TITLE_PART = 0.32;

/** `PASSPORT / PASSEPORT`: the kind in the state's languages, at most two. */
function kindTitle(kind: SpecimenKind, state: IssuingState): string {
  if (kind === 'driving-licence-na')
    return state.languages.includes('fr')
      ? 'DRIVER’S LICENCE / PERMIS DE CONDUIRE'
      : state.code === 'AUS'
        ? 'DRIVER LICENCE'
        : 'DRIVER LICENSE';
  const word = KIND_WORDS[kind];
  return state.languages
    .slice(0, 2)
    .map((language) => languageWords(language)[word])
    .filter((text, index, all) => all.indexOf(text) === index)
    .join(' / ');
}

const KIND_WORDS: Readonly<Record<Exclude<SpecimenKind, 'driving-licence-na'>, keyof LanguageWords>> = {
  passport: 'passport',
  'identity-card-td1': 'identity_card',
  'identity-card-td2': 'identity_card',
  'visa-a': 'visa',
  'visa-b': 'visa',
  'driving-licence-eu': 'driving_licence',
};
