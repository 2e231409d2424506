import { Picture, type PictureProps } from './picture.tsx';
import { CameraBody } from './scene-parts.tsx';
import { GOOD, GOOD_GROUND, OPERATOR, PAPER, SUNKEN, WRITING } from './shade.ts';

export type PicturedBrowser = 'chrome' | 'edge' | 'firefox' | 'safari' | 'samsung';
export type PicturedDevice = 'phone' | 'desktop';

/** Where a browser keeps the camera's switch: what to press in the address bar, and what opens. Schematic, without its words. */
export function CameraHelpPicture(
  props: PictureProps & { readonly browser: PicturedBrowser; readonly device: PicturedDevice },
) {
  const { browser, device, ...rest } = props;
  const { sign, bar } = PLACES[browser];
  return (
    <Picture {...rest}>{device === 'phone' ? <OnPhone sign={sign} bar={bar} /> : <OnDesktop sign={sign} />}</Picture>
  );
}

/** What stands at the start of the address: two sliders, a padlock, or a page with lines. */
type Sign = 'sliders' | 'padlock' | 'page';

const PLACES: Readonly<Record<PicturedBrowser, { readonly sign: Sign; readonly bar: 'top' | 'bottom' }>> = {
  chrome: { sign: 'sliders', bar: 'top' },
  edge: { sign: 'padlock', bar: 'top' },
  firefox: { sign: 'padlock', bar: 'top' },
  safari: { sign: 'page', bar: 'bottom' },
  samsung: { sign: 'padlock', bar: 'top' },
};

const SIGNS: Readonly<Record<Sign, string>> = {
  sliders: 'M-6-3h3M3-3h4M-6 4h6M5 4h2M-1-3a2 2 0 1 0 4 0 2 2 0 1 0-4 0M1 4a2 2 0 1 0 4 0 2 2 0 1 0-4 0',
  padlock: 'M-4-1v-2q0-4 4-4t4 4v2M-6-1H6v8H-6Z',
  page: 'M-6-6H6V3H-6ZM-3-3h6M-3 0h6M-5 7H5',
};

function OnDesktop({ sign }: { readonly sign: Sign }) {
  return (
    <>
      <rect x="12" y="10" width="216" height="140" rx="8" fill={PAPER} />
      <path d="M12 46h216" />
      <path d="M24 28h.01M34 28h.01M44 28h.01" strokeWidth="5" />
      <rect x="58" y="18" width="156" height="20" rx="10" fill={SUNKEN} />
      <path d="M98 28h72" stroke={WRITING} />
      <Pressed x={76} y={28} sign={sign} />
      <Switches x={62} y={58} />
    </>
  );
}

function OnPhone({ sign, bar }: { readonly sign: Sign; readonly bar: 'top' | 'bottom' }) {
  const barY = bar === 'top' ? 18 : 122;
  return (
    <>
      <rect x="66" y="4" width="108" height="152" rx="14" fill={PAPER} />
      <rect x="74" y={barY} width="92" height="20" rx="10" fill={SUNKEN} />
      <path d={`M110 ${barY + 10}h36`} stroke={WRITING} />
      <Pressed x={90} y={barY + 10} sign={sign} />
      <Switches x={70} y={bar === 'top' ? 52 : 40} />
    </>
  );
}

/** The sign with a ring: press here. */
function Pressed(props: { readonly x: number; readonly y: number; readonly sign: Sign }) {
  const { x, y, sign } = props;
  return (
    <g transform={`translate(${x} ${y})`} stroke={GOOD}>
      <circle r="15" fill={GOOD_GROUND} />
      <path d={SIGNS[sign]} />
    </g>
  );
}

/** What opens: the camera's switch, on. */
function Switches({ x, y }: { readonly x: number; readonly y: number }) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <rect width="100" height="70" rx="8" fill={SUNKEN} />
      <path d="M12 16h48" stroke={WRITING} />
      <CameraBody x={12} y={32} />
      <rect x="52" y="33" width="36" height="18" rx="9" fill={GOOD_GROUND} stroke={GOOD} />
      <circle cx="79" cy="42" r="5" fill={GOOD} stroke={GOOD} />
      <path d="M12 61h30" stroke={OPERATOR} />
    </g>
  );
}
