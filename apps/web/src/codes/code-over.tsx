import type { OwnCode } from '@vidimus/sdk';
import { LinkButton, OutcomePicture } from '@vidimus/ui';
import { useEffect, useRef } from 'react';
import { useTexts } from '../shell/texts.tsx';

/** A code that was accepted, ran out, or has no tries left: what that means, and where to go on. */
export function CodeOver({ code }: { readonly code: OwnCode }) {
  const { state, operator, return_url } = code;
  const t = useTexts('codes');
  const heading = useRef<HTMLHeadingElement>(null);
  // It may have ended by itself, or on another device: whoever listens is told.
  useEffect(() => heading.current?.focus(), []);
  const isAccepted = state === 'accepted';
  const name = isAccepted ? 'accepted' : state === 'tries_used' ? 'tries_used' : 'expired';
  const title = t(`${name}_title`);
  return (
    <main id="content" className="mx-auto flex w-full max-w-xl flex-col gap-6 px-5 pt-6 pb-16">
      <title>{title}</title>
      <OutcomePicture outcome={isAccepted ? 'approved' : 'expired'} />
      <h1 ref={heading} tabIndex={-1} className="text-2xl font-semibold outline-none">
        {title}
      </h1>
      <p>{isAccepted ? t(acceptedKey(code)) : t(`${name === 'tries_used' ? name : 'expired'}_text`, { operator })}</p>
      {return_url === null ? (
        <p className="text-ink-soft">{isAccepted ? t('close') : null}</p>
      ) : (
        <LinkButton href={return_url} kind={isAccepted ? 'main' : 'quiet'} className="self-start">
          {t('go_on', { operator })}
        </LinkButton>
      )}
    </main>
  );
}

function acceptedKey({ purpose, reached }: OwnCode) {
  if (purpose === 'sign_in') return 'accepted_sign_in';
  return reached === null ? 'accepted_sign_in' : (`accepted_${reached}` as const);
}
