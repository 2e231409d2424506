import { isReasonCode, LOCALES, REASON_REGISTRY } from '@vidimus/vocabulary';
import { expect, test } from 'vitest';
import { reasonChoices } from './tell-document.server.ts';

test.each(LOCALES)('in %s no two reasons that can be chosen read the same', (locale) => {
  const choices = reasonChoices(
    REASON_REGISTRY.map(({ code }) => code),
    locale,
  );
  expect(new Set(choices.map(({ label }) => label)).size).toBe(REASON_REGISTRY.length);
  expect(choices.every(({ code, label }) => isReasonCode(code) && label !== '')).toBe(true);
});
