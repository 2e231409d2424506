/** Which family of browsers sent something, by what it says of itself. */
import Bowser from 'bowser';

export const BROWSER_FAMILIES = ['chrome', 'firefox', 'safari', 'edge', 'samsung', 'other'] as const;
export type BrowserFamily = (typeof BROWSER_FAMILIES)[number];

/** `other` for programs, for browsers that few use, and where nothing is said. */
export function browserFamily(userAgent: string | undefined): BrowserFamily {
  if (userAgent === undefined || userAgent === '') return 'other';
  const name = Bowser.getParser(userAgent.slice(0, LONGEST)).getBrowserName(true);
  return FAMILIES[name] ?? 'other';
}

/** Longer than any browser's; a program may send what it likes, and every rule is tried on it. */
const LONGEST = 512;

/** By the names of bowser 2.15. */
const FAMILIES: Readonly<Record<string, BrowserFamily>> = {
  chrome: 'chrome',
  chromium: 'chrome',
  firefox: 'firefox',
  safari: 'safari',
  'microsoft edge': 'edge',
  'samsung internet for android': 'samsung',
};
