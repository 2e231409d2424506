import { printDate } from '../date-styles.ts';
import { guilloche, rosette } from '../guilloche.ts';
import { type DocumentRecord, recordZone } from '../issue-document.ts';
import { LABELS } from '../labels.table.ts';
import { drawFace, portraitSvg } from '../portrait.ts';
import type { SeededRandom } from '../seeded-random.ts';
import type { DesignItem, SideDesign } from '../side-design.ts';

/** The data page of a TD3 passport: 125 × 88 mm (ICAO Doc 9303-4 §3). */
export function passportSides(record: DocumentRecord, random: SeededRandom): readonly SideDesign[] {
  const { state, holder } = record;
  const { main, second, accent, paper, ink } = state.colours;
  const face = drawFace(random, holder.sex);
  const items: DesignItem[] = [
    { draw: 'art', svg: `<rect width="125" height="88" fill="${paper}"/>` },
    { draw: 'art', svg: guilloche(random, 125, 66, [main, second, accent], 0.3) },
    { draw: 'art', svg: rosette(random, 96, 36, 24, second, 0.35) },
    {
      draw: 'art',
      svg: `<rect y="64.8" width="125" height="23.2" fill="#f7f7f3"/><rect width="125" height="8.2" fill="${main}"/>`,
    },
    text('title', 'title', state.title, 6, 5.9, 3.2, 'serif-bold', '#ffffff'),
    text('subtitle', 'title', state.subtitle ?? '', 119, 5.4, 1.5, 'condensed', '#ffffff', 'end'),
    {
      draw: 'picture',
      name: 'portrait',
      kind: 'portrait',
      box: { x: 6, y: 14, width: 35, height: 45 },
      svg: portraitSvg(face, { x: 6, y: 14, width: 35, height: 45 }, 'p'),
    },
    {
      draw: 'picture',
      name: 'ghost_portrait',
      kind: 'portrait',
      box: { x: 103, y: 38, width: 15, height: 19.2 },
      svg: portraitSvg(face, { x: 103, y: 38, width: 15, height: 19.2 }, 'q', main),
    },
  ];
  const field = (
    name: keyof typeof LABELS,
    printed: string,
    value: string,
    x: number,
    y: number,
    width: number,
  ): void => {
    const label = state.languages.map((language) => LABELS[name][language]).join(' / ');
    items.push(text(`${name}_label`, 'label', label, x, y, 1.15, 'condensed', main, 'start', width));
    items.push({ ...text(name, 'text', printed, x, y + 3.5, 2, 'sans-bold', ink, 'start', width), value });
  };
  field('document_code', 'P', 'P', 45, 12.5, 8);
  field('issuing_state', state.code, state.code, 56, 12.5, 12);
  field('document_number', record.documentNumber, record.documentNumber, 86, 12.5, 33);
  field('primary_identifier', holder.primary.latin, holder.primary.latin, 45, 19.5, 74);
  if (holder.secondary !== undefined)
    field('secondary_identifier', holder.secondary.latin, holder.secondary.latin, 45, 26.5, 74);
  field('nationality', state.nationality, state.code, 45, 33.5, 50);
  field('birth_date', printDate(record.birthDate, state.dateStyle), record.birthDate, 45, 40.5, 28);
  if (record.personalNumber !== undefined)
    field('personal_number', record.personalNumber, record.personalNumber, 78, 40.5, 24);
  field('sex', holder.sex, holder.sex, 45, 47.5, 8);
  field('birth_place', holder.birthPlace, holder.birthPlace, 58, 47.5, 42);
  field('issue_date', printDate(record.issueDate, state.dateStyle), record.issueDate, 45, 54.5, 28);
  field('expiry_date', printDate(record.expiryDate, state.dateStyle), record.expiryDate, 78, 54.5, 28);
  items.push({ draw: 'mrz', lines: recordZone(record).lines, x: 6, baselines: [73.6, 79.95] });
  return [{ side: 'front', widthMm: 125, heightMm: 88, cornerRadiusMm: 3, items }];
}

function text(
  name: string,
  kind: 'text' | 'label' | 'title',
  content: string,
  x: number,
  baseline: number,
  capHeightMm: number,
  face: 'serif-bold' | 'condensed' | 'sans-bold',
  colour: string,
  align: 'start' | 'middle' | 'end' = 'start',
  maxWidthMm = 80,
): Extract<DesignItem, { draw: 'text' }> {
  return { draw: 'text', name, kind, text: content, x, baseline, capHeightMm, face, colour, align, maxWidthMm };
}
