/** Going on elsewhere: a second device is let in by its number. */
import { handOffConfirmedSchema, handOffSchema, waitingDeviceSchema } from '@vidimus/protocol';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { TEST_DATABASES } from '../db/test-database.fixture.ts';
import type { Caller } from '../http/caller.ts';
import { REPORT_ON_FILE } from '../policies/report-on-file.fixture.ts';
import { ownSteps } from './own-steps.fixture.ts';
import { answered, type Desk, openDesk } from './verification-desk.fixture.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

describe.each(TEST_DATABASES)('on the %s database', (kind) => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk(kind);
  });
  afterAll(() => desk.close());
  beforeEach(() => {
    desk.waiting.length = 0;
    desk.says(answered(REPORT_ON_FILE));
  });
  const { begun, linkOf } = ownSteps(() => desk);

  describe('another device', () => {
    const handOff = async (applicant: Caller) => handOffSchema.parse(await desk.whole(applicant, 'handOff'));

    /** As a device that has pointed its camera at the code. */
    const opened = async (code: string) => {
      const made = waitingDeviceSchema.parse(await desk.whole(await linkOf(code), 'openHandOff'));
      return { ...made, link: () => linkOf(made.token) };
    };
    const choose = async (applicant: Caller, number: number) =>
      handOffConfirmedSchema.parse(await desk.whole(applicant, 'confirmHandOff', { body: { number } })).outcome;
    const refusal = async (link: Caller, operation = 'getApplicantVerification') => {
      const answer = await desk.ask(link, operation, { body: { number: 10 } });
      return answer.ok ? undefined : answer.error.code;
    };

    test('is let in by its number, and the first one is told', async () => {
      const { id, applicant } = await begun();
      expect((await desk.seen(applicant)).hand_off).toEqual({ offered: true, opened_at: null, choose: [] });
      const { token, url, expires_at } = await handOff(applicant);
      expect(url).toBe(`https://verify.example/verify/${token}`);
      expect((await desk.seen(applicant)).hand_off).toEqual({ offered: true, opened_at: null, choose: [] });
      desk.later(14 * MINUTE_MS);
      const phone = await opened(token);
      expect(await desk.whole(await phone.link(), 'getHandOff')).toEqual({ number: phone.number, expires_at });
      const { choose: numbers } = (await desk.seen(applicant)).hand_off;
      expect(numbers).toHaveLength(3);
      expect(numbers).toContain(phone.number);
      expect(await choose(applicant, phone.number)).toBe('let_in');
      expect(await desk.seen(await phone.link())).toMatchObject({ id, consent: true, link: { kind: 'apply' } });
      const { opened_at, choose: left } = (await desk.seen(applicant)).hand_off;
      expect(Date.parse(expires_at) - Date.parse(opened_at ?? '')).toBe(MINUTE_MS);
      expect(left).toEqual([]);
    });

    test('the link in the code itself opens nothing, whoever has it', async () => {
      const { applicant } = await begun();
      const { token } = await handOff(applicant);
      for (const operation of [
        'getApplicantVerification',
        'submitVerification',
        'getOwnData',
        'makeReceipt',
        'handOff',
      ])
        expect(await refusal(await linkOf(token), operation)).toBe('hand-off.to-be-opened');
      const phone = await opened(token);
      await choose(applicant, phone.number);
      expect(await refusal(await linkOf(token))).toBe('hand-off.ran-out');
      expect(await desk.ask(await linkOf(token), 'openHandOff')).toMatchObject({ error: { code: 'hand-off.ran-out' } });
    });

    test('who photographed the code from across the room waits for ever', async () => {
      const { applicant } = await begun();
      const { token } = await handOff(applicant);
      const thief = await opened(token);
      const phone = await opened(token);
      expect(thief.number).not.toBe(phone.number);
      expect(await refusal(await thief.link())).toBe('hand-off.waits');
      expect(await refusal(await thief.link(), 'confirmHandOff')).toBe('hand-off.waits');
      expect(await choose(applicant, phone.number)).toBe('let_in');
      expect(await refusal(await thief.link())).toBe('hand-off.ran-out');
      expect(await refusal(await phone.link())).toBeUndefined();
    });

    test('a number that no device shows shuts out all that waited', async () => {
      const { applicant } = await begun();
      const { token } = await handOff(applicant);
      const thief = await opened(token);
      const other = (await desk.seen(applicant)).hand_off.choose.find((number) => number !== thief.number) ?? 0;
      expect(await choose(applicant, other)).toBe('nobody');
      expect(await choose(applicant, thief.number)).toBe('nobody');
      expect(await refusal(await thief.link())).toBe('hand-off.ran-out');
    });

    test('there are as many numbers as devices, and no more', async () => {
      const { applicant } = await begun();
      const { token } = await handOff(applicant);
      const numbers = [await opened(token), await opened(token), await opened(token)].map(({ number }) => number);
      expect(new Set(numbers).size).toBe(3);
      expect(await desk.ask(await linkOf(token), 'openHandOff')).toMatchObject({
        error: { code: 'hand-off.opened-too-often' },
      });
    });

    test('a new code ends the one before', async () => {
      const { applicant } = await begun();
      const first = await handOff(applicant);
      const thief = await opened(first.token);
      await handOff(applicant);
      expect(await choose(applicant, thief.number)).toBe('nobody');
      expect(await refusal(await thief.link())).toBe('hand-off.ran-out');
    });

    test('once it was let in, its link lives as long as the first', async () => {
      const { applicant } = await begun();
      const phone = await opened((await handOff(applicant)).token);
      await choose(applicant, phone.number);
      desk.later(DAY_MS);
      await desk.whole(await phone.link(), 'submitVerification');
    });

    test('not opened in time it says so, with the way out and the reason in the verification’s language', async () => {
      const { applicant } = await begun({ locale: 'es' });
      const { token } = await handOff(applicant);
      desk.later(16 * MINUTE_MS);
      for (const [operation, given] of [
        ['getApplicantVerification', {}],
        ['submitVerification', {}],
        ['makeReceipt', {}],
        ['getOwnData', {}],
        ['listAcceptedDocuments', { query: { issuing_state: 'CRI' } }],
        ['chooseLanguage', { body: { locale: 'uk' } }],
      ] as const) {
        expect(await desk.ask(await linkOf(token), operation, given)).toMatchObject({
          ok: false,
          error: {
            status: 409,
            code: 'hand-off.ran-out',
            detail: expect.stringContaining('first device'),
            reason: { code: 'session_expired', number: 6, heading: 'El enlace ha caducado' },
          },
        });
      }
      expect((await desk.seen(applicant)).hand_off.opened_at).toBeNull();
      await desk.whole(applicant, 'submitVerification');
    });

    test('is not offered where nothing but this machine would open it', async () => {
      const local = await openDesk(kind, {}, { urlOf: (path) => `http://localhost:3000${path}`, isPublic: false });
      const { applicant } = await local.create();
      expect((await local.seen(applicant)).hand_off).toEqual({ offered: false, opened_at: null, choose: [] });
      expect(await local.ask(applicant, 'handOff')).toMatchObject({
        ok: false,
        error: {
          status: 409,
          code: 'hand-off.no-public-address',
          detail: expect.stringContaining('VIDIMUS_PUBLIC_URL'),
        },
      });
      await local.close();
    });

    test('a link that ran out makes no other, and tells the reason', async () => {
      const { applicant } = await begun();
      desk.later(8 * DAY_MS);
      expect(await desk.ask(applicant, 'handOff')).toMatchObject({
        ok: false,
        error: { code: 'verification.session-expired', reason: { code: 'session_expired' } },
      });
      expect(await desk.ask(applicant, 'submitVerification')).toMatchObject({
        ok: false,
        error: { code: 'verification.session-expired', reason: { code: 'session_expired' } },
      });
    });
  });
});
