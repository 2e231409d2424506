/** What several tests change about a clear photo of a passport. */

export const CARD = { type: 'identity_card', issuingState: 'FRA' } as const;

/** Of a state whose licences carry neither zone nor bar code. */
export const LICENCE = { type: 'driving_licence', issuingState: 'AUS' } as const;

/** Blur of the whole page, σ by text height, far over any limit. */
export const BLURRED = { blurToTextHeight: 0.4 };

export const NOT_USABLE = { code: 'file.not-usable', why: 'empty', observed: '0 bytes' } as const;
