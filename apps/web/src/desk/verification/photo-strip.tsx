import { useTexts } from '../../shell/texts.tsx';
import type { PhotographView } from './story-view.ts';

/** Which photograph is looked at: those that stand first, the earlier ones after them. Links, so that it works without script. */
export function PhotoStrip(props: {
  readonly photographs: readonly PhotographView[];
  readonly selected: string;
  readonly onSelect: (mediaId: string) => void;
}) {
  const { photographs, selected, onSelect } = props;
  const t = useTexts('desk');
  return (
    <ul aria-label={t('photos')} className="flex gap-1.5 overflow-x-auto">
      {photographs.map(({ mediaId, side, attempt, stands }) => (
        <li key={mediaId} className="shrink-0">
          <a
            href={`?photo=${mediaId}`}
            aria-current={mediaId === selected ? 'true' : undefined}
            onClick={(event) => {
              event.preventDefault();
              onSelect(mediaId);
            }}
            className={`inline-flex min-h-11 items-center rounded-control border px-2.5 text-sm no-underline aria-current:border-operator aria-current:bg-operator aria-current:text-on-operator ${stands ? 'border-line-strong font-semibold text-ink' : 'border-line text-ink-soft'}`}
          >
            {t(side === 'front' ? 'photo_front' : 'photo_back', { number: attempt })}
          </a>
        </li>
      ))}
    </ul>
  );
}
