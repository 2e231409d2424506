import { data, type LoaderFunctionArgs, Outlet, redirect, useLoaderData, useParams } from 'react-router';
import { useTellEmbedder } from '../embed/tell-embedder.ts';
import { requestLocale } from '../shell/request-locale.ts';
import { TextsProvider } from '../shell/texts.tsx';
import { textsOf } from '../texts/texts.server.ts';
import { ApplicantFrame } from './applicant-frame.tsx';
import { embedderOf, nameEmbedder } from './embedder.server.ts';
import { LinkTroublePage, TROUBLE_STATUS } from './link-trouble-page.tsx';
import { linkIn, openLink } from './opened-link.server.ts';

export const middleware = [openLink, nameEmbedder];

/** Who asks, the words, and whether the link opens anything. A receipt's link leads to the receipt. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const link = linkIn(context);
  if (link.ok && link.value.view.link.kind === 'receipt') throw redirect(`/receipt/${params.token}`);
  const locale = link.ok ? link.value.view.locale : requestLocale(request);
  // Those of every page, too: the browser may speak another language than the verification.
  const texts = { shell: textsOf('shell', locale), verify: textsOf('verify', locale) };
  if (link.ok) {
    const { state, return_url } = link.value.view;
    const brand = await link.value.client.getBrand();
    return data({
      locale,
      texts,
      brand,
      state,
      embedder: embedderOf(return_url),
      trouble: undefined,
      number: undefined,
    });
  }
  const nothing = { brand: undefined, state: null, embedder: null };
  const { why: trouble, number } = link;
  return data({ locale, texts, ...nothing, trouble, number }, { status: TROUBLE_STATUS[link.why] });
}

/** The frame of the way from the link to the outcome. */
export default function VerifyLayout() {
  const { locale, texts, brand, state, embedder, trouble, number } = useLoaderData<typeof loader>();
  const { token } = useParams();
  useTellEmbedder(embedder, state);
  return (
    <TextsProvider locale={locale} texts={texts}>
      <ApplicantFrame brand={brand} base={`/verify/${token}`}>
        {trouble === undefined ? <Outlet /> : <LinkTroublePage why={trouble} number={number} />}
      </ApplicantFrame>
    </TextsProvider>
  );
}
