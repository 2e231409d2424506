import { deviceTroubleSchema } from '@vidimus/protocol';
import { describe, expect, test } from 'vitest';
import { captureEn } from '../texts/capture/en.table.ts';
import { browserInUse } from './browser-in-use.ts';
import {
  type CameraTrouble,
  type TrackFacts,
  troubleBefore,
  troubleOf,
  troubleReport,
  troubleWhile,
} from './camera-trouble.ts';
import { mendingOf } from './trouble-steps.table.ts';

const TROUBLES: readonly CameraTrouble[] = [
  'denied_by_person',
  'denied_by_system',
  'denied_by_frame',
  'insecure_context',
  'no_camera',
  'in_use',
  'black_frames',
  'no_frames',
  'interface_missing',
  'other',
];

const around = { isSecureContext: true, hasMediaDevices: true, isAllowedByFrame: true };
test.each([
  ['all is there', {}, null],
  ['no https', { isSecureContext: false, hasMediaDevices: false }, 'insecure_context'],
  ['an old browser', { hasMediaDevices: false }, 'interface_missing'],
  ['a frame without camera', { isAllowedByFrame: false }, 'denied_by_frame'],
] as const)('before asking: %s', (_, differs, trouble) => {
  expect(troubleBefore({ ...around, ...differs })).toBe(trouble);
});

test.each([
  ['NotAllowedError', 'Permission denied', 'denied', 'denied_by_person'],
  ['NotAllowedError', 'Permission dismissed', 'prompt', 'denied_by_person'],
  ['NotAllowedError', 'Permission denied by system', 'granted', 'denied_by_system'],
  ['NotAllowedError', 'The request is not allowed', 'granted', 'denied_by_system'],
  ['NotAllowedError', 'The request is not allowed', null, 'denied_by_person'],
  ['SecurityError', '', null, 'denied_by_system'],
  ['NotFoundError', 'Requested device not found', 'prompt', 'no_camera'],
  ['OverconstrainedError', '', 'granted', 'no_camera'],
  ['NotReadableError', 'Could not start video source', 'granted', 'in_use'],
  ['AbortError', 'Timeout starting video source', 'granted', 'in_use'],
  ['TypeError', '', null, 'interface_missing'],
  ['SomethingNew', '', null, 'other'],
] as const)('%s "%s" (%s) is %s', (name, message, permission, trouble) => {
  expect(troubleOf({ name, message }, permission)).toBe(trouble);
});

const running: TrackFacts = { readyState: 'live', muted: false, msWithoutFrame: 0, msOfBlack: 0 };
test.each([
  ['frames come', {}, null],
  ['black for a moment', { msOfBlack: 2000 }, null],
  ['black for more than three seconds', { msOfBlack: 3100 }, 'black_frames'],
  ['frames do not come', { msWithoutFrame: 7000 }, 'no_frames'],
  ['the system gives none', { msWithoutFrame: 7000, muted: true }, 'in_use'],
  ['it was taken away', { readyState: 'ended' }, 'in_use'],
] as const)('while it runs: %s', (_, differs, trouble) => {
  expect(troubleWhile({ ...running, ...differs })).toBe(trouble);
});

test.each(TROUBLES)('%s is told as the interface knows it', (trouble) => {
  expect(deviceTroubleSchema.safeParse({ ...troubleReport(trouble), browser: 'chrome' }).success).toBe(true);
});

describe.each(['chrome', 'firefox', 'safari', 'edge', 'samsung', 'other'] as const)('in %s', (browser) => {
  describe.each(['android', 'ios', 'desktop'] as const)('on %s', (platform) => {
    test.each(TROUBLES)('%s has steps that are written', (trouble) => {
      const { steps } = mendingOf(trouble, { browser, platform });
      expect(steps.length).toBeGreaterThan(0);
      expect(steps.filter((step) => !(step in captureEn))).toEqual([]);
    });
  });
});

const AGENTS = [
  [
    'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36',
    5,
    'chrome',
    'android',
  ],
  [
    'Mozilla/5.0 (Linux; Android 14; SM-S918B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/27.0 Chrome/125.0.0.0 Mobile Safari/537.36',
    5,
    'samsung',
    'android',
  ],
  ['Mozilla/5.0 (Android 14; Mobile; rv:142.0) Gecko/142.0 Firefox/142.0', 5, 'firefox', 'android'],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1',
    5,
    'safari',
    'ios',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/140.0.0.0 Mobile/15E148 Safari/604.1',
    5,
    'chrome',
    'ios',
  ],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Safari/605.1.15',
    5,
    'safari',
    'ios',
  ],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Safari/605.1.15',
    0,
    'safari',
    'desktop',
  ],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0',
    0,
    'edge',
    'desktop',
  ],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:142.0) Gecko/20100101 Firefox/142.0', 0, 'firefox', 'desktop'],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148',
    5,
    'other',
    'ios',
  ],
] as const;
test.each(AGENTS)('%s', (agent, touchPoints, browser, platform) => {
  expect(browserInUse(agent, touchPoints)).toEqual({ browser, platform });
});
