/** Which browser somebody reads the help in: by the user agent string, because where to press differs and nothing else tells. */
import type { DeviceTrouble } from '@vidimus/protocol';

export type BrowserName = NonNullable<DeviceTrouble['browser']>;
export type Platform = 'android' | 'ios' | 'desktop';
export type BrowserInUse = { readonly browser: BrowserName; readonly platform: Platform };

/** Others carry Chrome's and Safari's names along, so theirs come last. */
const MARKS: readonly (readonly [RegExp, BrowserName])[] = [
  [/SamsungBrowser\//, 'samsung'],
  [/Edg(A|iOS)?\//, 'edge'],
  [/(Firefox|FxiOS)\//, 'firefox'],
  [/(OPR|Opera|YaBrowser|DuckDuckGo)\//, 'other'],
  [/(Chrome|CriOS|Chromium)\//, 'chrome'],
  [/Version\/[\d.]+.*Safari\//, 'safari'],
];

/** An iPad asks for pages as a Mac; `touchPoints` tells them apart: no Mac has a touch screen. */
export function browserInUse(userAgent: string, touchPoints: number): BrowserInUse {
  const browser = MARKS.find(([mark]) => mark.test(userAgent))?.[1] ?? 'other';
  const isTablet = /Macintosh/.test(userAgent) && touchPoints > 1;
  if (/iPhone|iPad|iPod/.test(userAgent) || isTablet) return { browser, platform: 'ios' };
  return { browser, platform: /Android/.test(userAgent) ? 'android' : 'desktop' };
}
