import type { BrandView } from '@vidimus/protocol';
import { useTexts } from '../../shell/texts.tsx';

/** The applicant's page in small, in the light and in the dark, as it is saved. */
export function BrandPreview({ brand }: { readonly brand: BrandView }) {
  const t = useTexts('operate');
  return (
    <section aria-labelledby="preview" className="flex min-w-0 flex-col gap-3">
      <h2 id="preview" className="text-lg font-semibold">
        {t('organization_preview')}
      </h2>
      <div className="grid grid-cols-[repeat(auto-fit,minmax(15rem,1fr))] gap-4">
        <Page brand={brand} isDark={false} />
        <Page brand={brand} isDark />
      </div>
    </section>
  );
}

/** Grounds and inks of the pages in light and in dark mode (src/style/pages.css): both are shown, whichever the reader uses. */
const LIGHT = { ground: '#ffffff', ink: '#1d1f21', soft: '#55585c', line: '#d8d5cb' } as const;
const DARK = { ground: '#1e2125', ink: '#ecedee', soft: '#a9aeb4', line: '#363b41' } as const;

function Page({ brand, isDark }: { readonly brand: BrandView; readonly isDark: boolean }) {
  const t = useTexts('operate');
  const { name, logo, colours } = brand;
  const look = isDark ? DARK : LIGHT;
  const accent = isDark ? colours.on_ink : colours.on_white;
  return (
    <figure
      className="m-0 flex min-w-0 flex-col gap-4 rounded-box border p-5"
      style={{ background: look.ground, color: look.ink, borderColor: look.line }}
    >
      <figcaption className="text-sm" style={{ color: look.soft }}>
        {t(isDark ? 'organization_dark' : 'organization_light')}
      </figcaption>
      <div className="flex items-center gap-3">
        {logo === null ? null : <img src={logo.url} alt="" className="max-h-10 max-w-28 rounded bg-white" />}
        <strong className="min-w-0 break-words">{name}</strong>
      </div>
      <p className="text-xl font-semibold">{t('organization_sample_title')}</p>
      <p style={{ color: look.soft }}>{t('organization_sample_text', { name })}</p>
      <span
        className="flex min-h-11 items-center justify-center rounded-control px-4 font-semibold"
        style={
          isDark ? { background: colours.on_ink, color: '#15171a' } : { background: colours.fill, color: colours.text }
        }
      >
        {t('organization_sample_button')}
      </span>
      <span className="underline" style={{ color: accent }}>
        {t('organization_sample_link')}
      </span>
    </figure>
  );
}
