import { useEffect, useMemo, useRef } from 'react';
import { useTexts } from '../../shell/texts.tsx';
import { useShortcuts } from '../shell/shortcuts.tsx';
import { PhotoMarks } from './photo-marks.tsx';
import type { PhotographView } from './story-view.ts';
import { usePhotoLook } from './use-photo-look.ts';

/** A photograph with what was found on it. It can be brought nearer by wheel, pinch, keys and buttons; without script it stands still. */
export function PhotoViewer(props: {
  readonly photograph: PhotographView;
  /** The mark that is gone to, and stands out. */
  readonly markId: string | undefined;
  readonly onSelect: (markId: string | undefined) => void;
}) {
  const { photograph, markId, onSelect } = props;
  const t = useTexts('desk');
  const frame = useRef<HTMLDivElement>(null);
  const photo = useRef<HTMLDivElement>(null);
  const { look, acts, handlers } = usePhotoLook(frame, photo);
  const { size, marks } = photograph;

  const shortcuts = useMemo(
    () => [
      { key: '+', label: t('key_nearer'), run: acts.nearer },
      { key: '-', label: t('key_farther'), run: acts.farther },
      { key: '0', label: t('key_whole'), run: acts.whole },
    ],
    [t, acts],
  );
  useShortcuts(shortcuts);

  useEffect(() => {
    const mark = marks.find(({ id }) => id === markId);
    if (mark === undefined || size === undefined) return acts.whole();
    acts.goTo(mark.corners.map(([x, y]) => [x / size.width, y / size.height]));
  }, [markId, marks, size, acts]);

  const name = t(photograph.side === 'front' ? 'photo_front' : 'photo_back', { number: photograph.attempt });
  if (photograph.gone !== undefined) {
    return (
      <p className="box flex min-h-64 flex-1 items-center justify-center bg-sunken p-6 text-center text-ink-soft">
        {t(photograph.gone === 'erased' ? 'photo_erased' : 'photo_no_preview')}
      </p>
    );
  }
  return (
    <div className="relative flex min-h-64 flex-1 flex-col">
      <section
        ref={frame}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys move what is in it
        tabIndex={0}
        aria-label={t('photo_frame', { name })}
        className="box relative flex h-[min(60vw,24rem)] flex-1 cursor-grab items-center justify-center overflow-hidden bg-sunken active:cursor-grabbing xl:h-auto xl:min-h-0"
        style={{ touchAction: look.scale > 1 ? 'none' : 'pan-y', containerType: 'size' }}
        {...handlers}
      >
        <div
          ref={photo}
          className="relative shrink-0"
          style={{
            ...(size === undefined
              ? { maxWidth: '100%' }
              : {
                  aspectRatio: `${size.width} / ${size.height}`,
                  width: `min(100cqw, calc(100cqh * ${size.width / size.height}))`,
                }),
            transform: `translate(${look.x}px, ${look.y}px) scale(${look.scale})`,
          }}
        >
          <img src={photograph.src} alt={name} draggable={false} className="block h-full w-full select-none" />
          {size === undefined ? null : (
            <PhotoMarks marks={marks} size={size} scale={look.scale} markId={markId} onSelect={onSelect} />
          )}
        </div>
      </section>
      <div
        className="absolute end-2 bottom-2 flex gap-1 rounded-control border border-line bg-surface shadow"
        data-zoom
      >
        <ZoomButton label={t('key_nearer')} sign="+" onClick={acts.nearer} />
        <ZoomButton label={t('key_farther')} sign="−" onClick={acts.farther} />
        <ZoomButton
          label={t('key_whole')}
          sign="▢"
          onClick={() => {
            onSelect(undefined);
            acts.whole();
          }}
        />
      </div>
    </div>
  );
}

function ZoomButton(props: { readonly label: string; readonly sign: string; readonly onClick: () => void }) {
  return (
    <button
      type="button"
      aria-label={props.label}
      title={props.label}
      onClick={props.onClick}
      className="inline-flex size-11 cursor-pointer items-center justify-center rounded-control text-xl hover:bg-sunken"
    >
      {props.sign}
    </button>
  );
}
