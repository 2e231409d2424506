import { buttonLook, Notice, Spinner } from '@vidimus/ui';
import type { DocumentType } from '@vidimus/vocabulary';
import { useEffect } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { useTexts } from '../shell/texts.tsx';
import { Findings } from './findings-shown.tsx';
import { useFollowAlong } from './follow-along.ts';
import { OtherDocument } from './other-document.tsx';
import type { PhotoView } from './photo-step.server.ts';
import { ReloadWithoutScript } from './reload-without-script.tsx';
import { OwnPreview } from './under-way.tsx';

/** Long enough to see that it was good. */
const SEEN_MS = 900;

/** A photograph that was sent: while it is looked at, when it is good, and when something was found. */
export function LookedAt(props: {
  readonly photo: PhotoView;
  readonly preview: string | undefined;
  readonly next: string;
  readonly type: DocumentType;
  readonly side: 'front' | 'back';
  /** Sent from this page just now: a good one leads on by itself. */
  readonly wasSentHere: boolean;
}) {
  const { photo, preview, next, wasSentHere } = props;
  const { token } = useParams();
  const t = useTexts('verify');
  const isReading = photo.state === 'reading';
  const isGood = photo.state === 'done' && photo.findings.length === 0;
  const { showsOther } = photo;
  const path = `/verify/${token}/${next}`;
  useFollowAlong(isReading);
  useGoOn(isGood && showsOther === null && wasSentHere, path);
  if (photo.findings.length > 0) return <Mend photo={photo} path={path} />;
  return (
    <div className="flex flex-col gap-5">
      {preview === undefined && photo.picture.size !== null ? <OwnPreview src={photo.picture.src} /> : null}
      {preview === undefined ? null : <OwnPreview src={preview} />}
      {isReading ? (
        <>
          <Spinner label={t('look_reading')} />
          <ReloadWithoutScript />
        </>
      ) : showsOther !== null ? (
        <OtherDocument shows={showsOther} />
      ) : (
        <div role="status">
          <Notice kind={isGood ? 'good' : 'plain'} title={t(isGood ? 'look_good_title' : 'look_unavailable_title')}>
            <p>{t(isGood ? 'look_good_text' : 'look_unavailable_text')}</p>
          </Notice>
        </div>
      )}
      <div className="flex flex-wrap gap-3">
        {isReading ? null : (
          <Link to={path} className={buttonLook('main')}>
            {t('go_on')}
          </Link>
        )}
        <Link to="?again" className={buttonLook('quiet')}>
          {t('photo_again_other')}
        </Link>
      </div>
    </div>
  );
}

function Mend({ photo, path }: { readonly photo: PhotoView; readonly path: string }) {
  const t = useTexts('verify');
  const { findings, picture, mayStay, showsOther } = photo;
  return (
    <div className="flex flex-col gap-5">
      <div role="status">
        <Notice kind="care" title={t('look_found_title', { count: findings.length })}>
          <p>{t('look_found_text')}</p>
        </Notice>
      </div>
      <Findings findings={findings} pictures={[picture]} />
      {showsOther === null ? null : <OtherDocument shows={showsOther} />}
      <div className="flex flex-wrap gap-3">
        <Link to="?again" className={buttonLook('main')}>
          {t('photo_again')}
        </Link>
        {mayStay ? (
          <Link to={path} className={buttonLook('quiet')}>
            {t('photo_use_anyway')}
          </Link>
        ) : null}
      </div>
      {mayStay ? <p className="text-sm text-ink-soft">{t('photo_use_anyway_hint')}</p> : null}
    </div>
  );
}

function useGoOn(isDue: boolean, path: string): void {
  const navigate = useNavigate();
  useEffect(() => {
    if (!isDue) return;
    const timer = setTimeout(() => navigate(path), SEEN_MS);
    return () => clearTimeout(timer);
  }, [isDue, path, navigate]);
}
