import { useState } from 'react';
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  type ShouldRevalidateFunctionArgs,
  useActionData,
  useLoaderData,
} from 'react-router';
import { useTexts } from '../../shell/texts.tsx';
import { ask } from '../ask.server.ts';
import { requireMember } from '../require-member.server.ts';
import { ProblemNotice } from '../shell/problem-notice.tsx';
import { actOnReview, citableReasons } from './decide.server.ts';
import { DecisionPanel } from './decision-panel.tsx';
import { FieldTable } from './field-table.tsx';
import { FindingList } from './finding-list.tsx';
import { OtherDocumentNotices } from './history.tsx';
import { PhotoStrip } from './photo-strip.tsx';
import { PhotoViewer } from './photo-viewer.tsx';
import { StoryHeader } from './story-header.tsx';
import { StorySections } from './story-sections.tsx';
import type { StoryView } from './story-view.ts';
import { tellStory } from './tell-story.server.ts';

const FORBIDDEN = 403;

/** Which photograph, and which place on it. */
type LookedAt = { readonly mediaId: string | undefined; readonly markId?: string };

/** `/desk/verifications/:id`: everything about one verification on one screen. Reading it is an entry of the record. */
export async function loader(args: LoaderFunctionArgs) {
  const { api, session, locale } = await requireMember(args);
  const { id = '' } = args.params;
  const asked = await ask(args, () => api.verifications.getStory(id));
  if (!asked.ok && asked.problem.status !== FORBIDDEN) throw data(null, { status: asked.problem.status });
  const photo = new URL(args.request.url).searchParams.get('photo') ?? undefined;
  return {
    story: asked.ok ? tellStory(asked.value, { memberId: session.member.id, locale }) : undefined,
    photo,
    problem: asked.ok ? undefined : asked.problem,
    citable: citableReasons(locale),
    mayDecide: session.rights.includes('reviews:write'),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { api } = await requireMember(args);
  const acted = await actOnReview(args, api, await args.request.formData());
  if (!acted.ok) return data({ problem: acted.problem }, { status: acted.problem.status });
  if (acted.value === 'decided' || acted.value === 'kept') return redirect(`/desk/queue?done=${acted.value}`);
  return redirect(new URL(args.request.url).pathname.replace(/[.]data$/, ''));
}

/** Another photograph of the same page asks for nothing new: every reading is logged. */
export function shouldRevalidate({
  formMethod,
  currentUrl,
  nextUrl,
  defaultShouldRevalidate,
}: ShouldRevalidateFunctionArgs) {
  if (formMethod === undefined && currentUrl.pathname === nextUrl.pathname) return false;
  return defaultShouldRevalidate;
}

export default function VerificationPage() {
  const { story, problem } = useLoaderData<typeof loader>();
  const t = useTexts('desk');
  if (story === undefined) {
    return (
      <div className="mx-auto flex max-w-2xl flex-col gap-4">
        <title>{`${t('verification')} · Vidimus`}</title>
        <h1 className="text-2xl font-semibold">{t('verification')}</h1>
        <ProblemNotice problem={problem} />
      </div>
    );
  }
  return <Verification key={story.id} story={story} />;
}

function Verification({ story }: { readonly story: StoryView }) {
  const t = useTexts('desk');
  const { photo, citable, mayDecide } = useLoaderData<typeof loader>();
  const told = useActionData<typeof action>();
  const standing = story.photographs.find(({ stands }) => stands) ?? story.photographs.at(-1);
  const [place, setPlace] = useState<LookedAt>({ mediaId: photo ?? standing?.mediaId });
  const shown = story.photographs.find(({ mediaId }) => mediaId === place.mediaId) ?? standing;
  const heading = 'text-sm font-semibold text-ink-soft';
  return (
    <div className="flex flex-col gap-4">
      <title>{`${story.reference ?? t('verification')} · Vidimus`}</title>
      {/* As high as the window between the page's margins, however many lines the header has. */}
      <div className="flex flex-col gap-4 xl:h-[calc(100dvh-2rem)] xl:min-h-175">
        <StoryHeader story={story} />
        <OtherDocumentNotices attempts={story.attempts} />
        <div className="grid gap-4 lg:grid-cols-2 xl:min-h-0 xl:flex-1 xl:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_17rem]">
          <section aria-labelledby="photographs" className="flex min-h-0 flex-col gap-2">
            <h2 id="photographs" className="sr-only">
              {t('photos')}
            </h2>
            {shown === undefined ? (
              <p className="box flex min-h-40 items-center justify-center bg-sunken p-6 text-ink-soft">
                {t('photos_none')}
              </p>
            ) : (
              <>
                <PhotoStrip
                  photographs={story.photographs}
                  selected={shown.mediaId}
                  onSelect={(mediaId) => setPlace({ mediaId })}
                />
                <PhotoViewer
                  key={shown.mediaId}
                  photograph={shown}
                  markId={place.markId}
                  onSelect={(markId) =>
                    setPlace(markId === undefined ? { mediaId: shown.mediaId } : { mediaId: shown.mediaId, markId })
                  }
                />
              </>
            )}
            <div className="box max-h-48 shrink-0 overflow-y-auto p-3">
              <h2 className={heading}>{t('findings')}</h2>
              <FindingList findings={story.findings} onGoTo={setPlace} />
            </div>
          </section>
          <section aria-labelledby="fields" className="box flex min-h-0 flex-col gap-1 overflow-y-auto p-3">
            <h2 id="fields" className={heading}>
              {t('fields')}
            </h2>
            <FieldTable fields={story.fields} onGoTo={setPlace} />
          </section>
          <section
            aria-labelledby="decision"
            className="box flex min-h-0 flex-col gap-2 overflow-y-auto p-3 lg:max-xl:col-span-2"
          >
            <h2 id="decision" className={heading}>
              {t('decision')}
            </h2>
            <ProblemNotice problem={told?.problem} />
            <DecisionPanel story={story} citable={citable} mayDecide={mayDecide} />
          </section>
        </div>
      </div>
      <StorySections story={story} />
    </div>
  );
}
