import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useParams } from 'react-router';
import { Capture } from '../capture/capture.tsx';
import { TextsProvider, useTexts } from '../shell/texts.tsx';
import { textsOf } from '../texts/texts.server.ts';
import { FileUpload } from './file-upload.tsx';
import { LookedAt } from './looked-at.tsx';
import { withLink } from './opened-link.server.ts';
import { lookOf, uploadIn } from './photo-step.server.ts';
import { useStepData } from './step-data.ts';
import { StepPage } from './step-page.tsx';
import { takeStep } from './taking-steps.server.ts';
import { UnderWay } from './under-way.tsx';
import { useSending } from './use-sending.ts';

export const loader = withLink(async (opened, { params, request }: LoaderFunctionArgs) => {
  const look = lookOf(opened, params.side ?? '', new URL(request.url).searchParams.has('again'));
  if (typeof look === 'string') throw redirect(`/verify/${opened.token}/${look}`);
  const { locale } = opened.view;
  return { ...look, locale, texts: { capture: textsOf('capture', locale) } };
});

/** Without script: the file comes in a form. */
export const action = withLink(async ({ client, token }, { params, request }: ActionFunctionArgs) => {
  const side = params.side === 'back' ? 'back' : 'front';
  const file = uploadIn(await request.formData());
  if (file === undefined) return { missing: true } as const;
  return takeStep(`/verify/${token}`, async () => {
    await client.photographDocument(side, file);
    throw redirect(`/verify/${token}/photo/${side}`);
  });
});

/** A page for each side: what is kept of the one does not belong to the other. */
export default function PhotoPage() {
  const { side, locale, texts } = useStepData<typeof loader>();
  return (
    <TextsProvider locale={locale} texts={texts}>
      <PhotoStep key={side} />
    </TextsProvider>
  );
}

function PhotoStep() {
  const { side, type, documentLabel, progress, photo, next } = useStepData<typeof loader>();
  const { token = '' } = useParams();
  const answer = useActionData<typeof action>();
  const t = useTexts('verify');
  const { sending, preview, send } = useSending(token, side);
  const problem =
    sending.phase === 'refused' ? sending.problem : answer && 'problem' in answer ? answer.problem : undefined;
  const isMissing = answer !== null && answer !== undefined && 'missing' in answer;
  const isUnderWay = sending.phase === 'sending' || sending.phase === 'waiting';
  const ways = isUnderWay ? (
    <UnderWay sending={sending} preview={preview} />
  ) : (
    <Capture
      documentType={type}
      side={side}
      token={token}
      onPhoto={send}
      fallback={<FileUpload send={send} missing={isMissing} />}
    />
  );
  return (
    <StepPage title={t(TITLES[type][side], { document: documentLabel })} progress={progress} problem={problem}>
      {photo !== null && !isUnderWay ? (
        <LookedAt
          photo={photo}
          preview={preview}
          next={next}
          type={type}
          side={side}
          wasSentHere={sending.phase === 'arrived'}
        />
      ) : (
        ways
      )}
    </StepPage>
  );
}

const PAGED = { front: 'photo_title_page', back: 'photo_title_page' } as const;
const SIDED = { front: 'photo_title_front', back: 'photo_title_back' } as const;
const TITLES = {
  passport: PAGED,
  visa: PAGED,
  identity_card: SIDED,
  driving_licence: SIDED,
  residence_permit: SIDED,
} as const;
