import { data, type LoaderFunctionArgs, Outlet, redirect, useLoaderData, useParams } from 'react-router';
import { requestLocale } from '../shell/request-locale.ts';
import { TextsProvider } from '../shell/texts.tsx';
import { textsOf } from '../texts/texts.server.ts';
import { ApplicantFrame } from './applicant-frame.tsx';
import { LinkTroublePage, TROUBLE_STATUS } from './link-trouble-page.tsx';
import { linkIn, openLink } from './opened-link.server.ts';

export const middleware = [openLink];

/** Who asks, the words, and whether the link opens anything. A receipt's link leads to the receipt. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const link = linkIn(context);
  if (link.ok && link.value.view.link.kind === 'receipt') throw redirect(`/receipt/${params.token}`);
  const locale = link.ok ? link.value.view.locale : requestLocale(request);
  const texts = { verify: textsOf('verify', locale) };
  if (link.ok) return data({ locale, texts, brand: await link.value.client.getBrand(), trouble: undefined });
  return data({ locale, texts, brand: undefined, trouble: link.why }, { status: TROUBLE_STATUS[link.why] });
}

/** The frame of the way from the link to the outcome. */
export default function VerifyLayout() {
  const { locale, texts, brand, trouble } = useLoaderData<typeof loader>();
  const { token } = useParams();
  return (
    <TextsProvider locale={locale} texts={texts}>
      <ApplicantFrame brand={brand} base={`/verify/${token}`}>
        {trouble === undefined ? <Outlet /> : <LinkTroublePage why={trouble} />}
      </ApplicantFrame>
    </TextsProvider>
  );
}
