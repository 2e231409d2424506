/** What a stranger's file may cost us. Passed as an argument so that a test or an operator can set others. */
export type DecodeLimits = {
  readonly fileBytes: number;
  /** Of one picture, before it is decoded. */
  readonly pixels: number;
  readonly pages: number;
  /** Processor time of the decoder for one file, all threads together; where the system does not tell it, `wallMs` stands alone. */
  readonly cpuMs: number;
  /** By the clock: only for what does not come to its end, since a busy machine makes every file wait. */
  readonly wallMs: number;
  /**
   * Private writable memory of the decoder process (RLIMIT_DATA, which Linux counts for mappings too; the limit on address
   * space would stop V8 and WebAssembly before they start). 575 MB of it are Node's own, reserved and never touched.
   * Windows has no such limit, and macOS does not count mappings: there the limits on pixels, pages and time stand alone.
   */
  readonly processDataKb: number;
};

const MEGA = 1e6;
const MEBI_IN_KB = 1024;
/** Least that decodes a 48-megapixel HEIC (633 MB resident) and a turned JPEG of 60 megapixels (447 MB); 1,127 does not. */
const PROCESS_DATA_MIB = 1229;

/**
 * 25 MB: the largest photographs that phones write are 15–20 MB. 60 MP: 48-megapixel phones, and an A4 scan at 600 dpi (35 MP).
 * Four pages: a scan of both sides of a card, and a cover sheet. A minute by the clock: a machine that is busy six times over.
 */
export const DECODE_LIMITS: DecodeLimits = {
  fileBytes: 25 * MEGA,
  pixels: 60 * MEGA,
  pages: 4,
  cpuMs: 10_000,
  wallMs: 60_000,
  processDataKb: PROCESS_DATA_MIB * MEBI_IN_KB,
};
