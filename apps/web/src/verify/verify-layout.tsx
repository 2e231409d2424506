import { LinkButton } from '@vidimus/ui';
import { data, type LoaderFunctionArgs, Outlet, redirect, useLoaderData, useLocation, useParams } from 'react-router';
import { requestLocale } from '../shell/request-locale.ts';
import { TextsProvider, useTexts } from '../shell/texts.tsx';
import { textsOf } from '../texts/texts.server.ts';
import { ApplicantFrame } from './applicant-frame.tsx';
import type { LinkTrouble } from './link-trouble.ts';
import { linkIn, openLink } from './opened-link.server.ts';
import { StepPage } from './step-page.tsx';

export const middleware = [openLink];

/** Who asks, the words, and whether the link opens anything. A receipt's link leads to the receipt. */
export function loader({ request, context, params }: LoaderFunctionArgs) {
  const link = linkIn(context);
  if (link.ok && link.value.view.link.kind === 'receipt') throw redirect(`/receipt/${params.token}`);
  const locale = link.ok ? link.value.view.locale : requestLocale(request);
  const texts = { verify: textsOf('verify', locale) };
  if (link.ok) return data({ locale, texts, operator: link.value.view.operator, trouble: undefined });
  return data({ locale, texts, operator: undefined, trouble: link.why }, { status: STATUS[link.why] });
}

const STATUS: Readonly<Record<LinkTrouble, number>> = { unknown: 404, erased: 410, ran_out: 410, busy: 503 };

/** The frame of the way from the link to the outcome. */
export default function VerifyLayout() {
  const { locale, texts, operator, trouble } = useLoaderData<typeof loader>();
  const { token } = useParams();
  return (
    <TextsProvider locale={locale} texts={texts}>
      <ApplicantFrame operator={operator} languageAction={`/verify/${token}/language`}>
        {trouble === undefined ? <Outlet /> : <Trouble why={trouble} />}
      </ApplicantFrame>
    </TextsProvider>
  );
}

function Trouble({ why }: { readonly why: LinkTrouble }) {
  const { pathname } = useLocation();
  const t = useTexts('verify');
  return (
    <StepPage title={t(`link_${why}_title`)}>
      <p>{t(`link_${why}_text`)}</p>
      {why === 'busy' ? (
        <LinkButton href={pathname} className="self-start">
          {t('link_again')}
        </LinkButton>
      ) : null}
    </StepPage>
  );
}
