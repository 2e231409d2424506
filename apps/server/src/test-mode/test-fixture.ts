/** What provokes a reason in test mode. The pictures are drawn by whoever is handed in: only the demonstration knows how. */
import type { DetailsAnswer, TestFixtureView } from '@vidimus/protocol';
import { type Policy, type ReasonCode, reasonEntry } from '@vidimus/vocabulary';

export type TestFixture = {
  readonly code: ReasonCode;
  readonly how: TestFixtureView['how'];
  /** What the policy must say beside that specimens count. */
  readonly policy?: Partial<Policy>;
  /** Yes, unless it says no. */
  readonly consent?: false;
  readonly details?: Partial<DetailsAnswer> & Pick<DetailsAnswer, 'document_type'>;
  readonly sides: readonly ('front' | 'back')[];
  /** Where a code is sent to, and what is entered then. */
  readonly contact?: NonNullable<TestFixtureView['contact']>;
  readonly times?: number;
  readonly scenario?: TestFixtureView['scenario'];
  readonly note?: string;
};

/** A file to be handed in. */
export type FixtureFile = { readonly bytes: Uint8Array; readonly mediaType: 'image/jpeg' | 'application/octet-stream' };

export type TestFixtures = {
  readonly all: readonly TestFixture[];
  /**
   * By the day that counts as today, `YYYY-MM-DD`; undefined for a side that is not handed in. `isBetter`: the same holder and
   * document, photographed as the reason's words advise. Takes seconds the first time.
   */
  readonly file: (
    fixture: TestFixture,
    side: 'front' | 'back',
    today: string,
    isBetter?: boolean,
  ) => Promise<FixtureFile | undefined>;
  readonly mediaTypeOf: (fixture: TestFixture) => FixtureFile['mediaType'];
};

/** On the wire. */
export function tellFixture(fixture: TestFixture, mediaType: string): TestFixtureView {
  const { code, how, policy, consent, details, sides, contact, times, scenario, note } = fixture;
  const { number, class: reasonClass } = reasonEntry(code);
  return {
    object: 'test_fixture',
    code,
    number,
    class: reasonClass,
    how,
    policy: { ...policy },
    consent: consent ?? true,
    details: details === undefined ? null : { claims: {}, ...details },
    photographs: sides.map((side) => ({ side, path: `/v1/test/fixtures/${code}/${side}`, media_type: mediaType })),
    contact: contact ?? null,
    times: times ?? 1,
    scenario: scenario ?? null,
    note: note ?? null,
  };
}
