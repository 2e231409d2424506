/** What a stranger's file may cost us. Passed as an argument so that a test or an operator can set others. */
export type DecodeLimits = {
  readonly fileBytes: number;
  /** Of one picture, before it is decoded. */
  readonly pixels: number;
  readonly pages: number;
  readonly timeMs: number;
  /** Private writable memory of the decoder process (RLIMIT_DATA), Node's own 600 MB of mostly untouched mappings included. */
  readonly processDataKb: number;
};

const MEGA = 1e6;
const MEBI_IN_KB = 1024;

/**
 * 25 MB: the largest photographs that phones write are 15–20 MB. 60 MP: 48-megapixel phones, and an A4 scan at 600 dpi (35 MP).
 * Four pages: a scan of both sides of a card, and a cover sheet.
 */
export const DECODE_LIMITS: DecodeLimits = {
  fileBytes: 25 * MEGA,
  pixels: 60 * MEGA,
  pages: 4,
  timeMs: 10_000,
  processDataKb: 1536 * MEBI_IN_KB,
};
