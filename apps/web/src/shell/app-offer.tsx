import type { ReactNode } from 'react';
import type { QrDrawing } from './draw-qr-code.ts';
import { QrPicture } from './qr-picture.tsx';
import { useTexts } from './texts.tsx';

export type AppOffer = { readonly secret: string; readonly uri: string; readonly qr: QrDrawing };

/**
 * The secret of an authenticator app, inside of the form that ends with its first code: a picture to scan, letters to type,
 * `beside` them what else can be done with them, and both carried along, so that a mistyped code needs no other secret.
 */
export function AppOfferFields(props: {
  readonly area: 'account' | 'desk';
  readonly offer: AppOffer;
  readonly beside?: ReactNode;
}) {
  const { area, offer, beside } = props;
  const t = useTexts(area);
  return (
    <>
      <p>{t('app_scan')}</p>
      <QrPicture drawing={offer.qr} title={t('app_qr')} className="mx-auto size-52" />
      <p>{t('app_type')}</p>
      <p className="flex flex-wrap items-center gap-2">
        <code dir="ltr" className="rounded-control bg-sunken px-2 py-1 font-mono text-sm break-all">
          {offer.secret.match(/.{1,4}/g)?.join(' ')}
        </code>
        {beside}
      </p>
      <input type="hidden" name="uri" value={offer.uri} />
      <input type="hidden" name="secret" value={offer.secret} />
    </>
  );
}
