/** What a key of a report means, in a sentence or less. */
export type Meanings = Readonly<Record<string, string>>;

const REPORT_HEAD: Meanings = {
  vidimus_report: 'version of this format',
  kind: 'which report this is',
  as_of: 'the day that “today” meant',
  engine: '`version`, and `name` and `version` of every model',
  timings_ms: 'milliseconds per stage, and `total`',
};

const HEAD: Meanings = {
  ...REPORT_HEAD,
  document: 'see [the document](#the-document)',
  photos: 'every photo, in the order given; see [a photo](#a-photo)',
};

/** Section by section; the generator refuses a key without a meaning and a meaning without a key. */
export const JSON_REPORT_MEANINGS = {
  check: {
    ...HEAD,
    locale: 'language of `heading` and `message`',
    outcome: 'the verdict under the policy',
    reasons: 'every reason why not, the easiest to mend first; empty when approved, and only then',
    notes: 'what passed but was close, in the shape of a reason',
    checks:
      'every claim that was tested: `check`, `outcome` (`passed`, `failed`, `inconclusive`, `not_applicable`, `not_performed`), with `evidence`, the `code` of a failure, or `because`',
    policy: '`name`, `version` and `operator` of the policy that weighed the checks',
  },
  read: {
    ...HEAD,
    document: 'see [the document](#the-document), without its fields',
    mrz: 'see [the zone](#the-machine-readable-zone-mrz); null where none was read, `not_read` then says what was tried',
    barcode: '`symbology`, `standard`, `version`, `media_id` and `region`; null where none was read',
    not_read: 'what was looked for and not found: `media_id`, `witness`, and everything that was `tried`',
    fields: 'see [a field](#a-field)',
    text: 'every line of printed text as recognised: `text`, `confidence` (0–1), `media_id`, `region`',
    quality: 'see [quality](#quality), with `media_id`; one entry per document seen on a photo',
  },
  mrz_report: {
    ...REPORT_HEAD,
    photos: 'every photo, in the order given; see [below](#a-photo-of-which-the-zone-alone-was-read)',
  },
  mrz_photo: {
    media_id: '`photo_1`, `photo_2` … in the order given; `photo_1_page_2` of a PDF',
    width: 'pixels, upright; null where the file could not be opened',
    height: 'pixels, upright',
    mrz: 'see [the zone](#the-machine-readable-zone-mrz); null where none was read',
    fields: 'what the zone says; see [a field of the zone](#a-field-of-the-zone-where-the-zone-alone-was-read)',
    tried: 'what was tried where no zone was read',
    not_usable: '`why`, what was `observed`, and the `limit`: the file could not be used',
  },
  reason: {
    code: 'stable name, listed in [reason-codes.md](reason-codes.md)',
    number: 'its number there',
    class: 'who can mend it',
    disclosure: 'how much of it the applicant may be told',
    check: 'the claim that did not hold',
    heading: 'two or three words for the applicant',
    message: 'what is wrong and what to do, for the applicant, in the language of the report',
    reviewer_message: 'for staff, in English',
    operator_message: "for whoever runs the service: the rule's place and the way to change it",
    evidence: 'at least one; see [evidence](#evidence)',
  },
  evidence: {
    measure: 'what was measured',
    observed: 'what was seen; null: nothing',
    threshold: 'the limit that it was held against',
    unit: 'of `observed` and `threshold`, e.g. `share`, `dpi`, `days`',
    field: 'the field concerned',
    sources: 'readings that were compared; see [what a witness says](#what-a-witness-says-witnesses-sources)',
    region: 'where on the photo: four `corners`',
    characters:
      'the characters that were in doubt or do not fit; see [a character](#a-character-that-a-finding-rests-on-characters)',
    media_id: 'on which photo',
    detector: 'what measured it',
    detector_version: 'its version',
    facts: 'further values that the sentences are made with',
  },
  character: {
    character: 'what it was read as',
    confidence: 'how sure that is, 0–1',
    line: 'line of the zone, from 1; missing where the character stands in the print of the field',
    position: 'in the line, or in the print of the field, from 1',
    alternatives: 'what else it could be, the likeliest first: `character`, `confidence`',
    expected: 'of a check digit that does not hold: the one that would',
    region: 'its box on the photo; boxes lie within the `region` of the evidence',
  },
  document: {
    type: 'null: not recognised',
    issuing_state: 'three letters; null: not read',
    score: 'how well the layout fits, 0–1',
    fields: 'see [a field](#a-field)',
  },
  field: {
    field: 'its name, e.g. `birth_date`',
    value: 'as the surest witness reads it',
    agreement: 'whether the witnesses say the same; `one_witness`: there is nothing to compare with',
    witnesses:
      'what each says by itself, with `printed` where the document writes it in another form, and `original` (script and text) of a name in another script',
  },
  source: {
    witness: 'who says it',
    value: 'normalised, so that readings compare; null: looked and found nothing',
    confidence: '0–1',
    region: 'where on the photo',
    media_id: 'on which photo',
  },
  photo: {
    media_id: '`photo_1`, `photo_2` … in the order given',
    asked: 'the side that was asked for',
    width: 'pixels, upright; null where the file could not be opened',
    height: 'pixels, upright',
    pages:
      'documents seen on it, the largest first; see [a document seen on a photo](#a-document-seen-on-a-photo-pages)',
    not_usable: '`why`, what was `observed`, and the `limit`: the file could not be used',
    tried: 'what was tried before saying that there is no document',
  },
  page: {
    side: 'which side it is',
    format: 'its size: ID-1, ID-2, ID-3 …',
    outline: 'its corners on the photo; null: no outline was seen, and the whole frame served',
    text_lines: 'lines of text found on it',
    text_lines_left: 'of these, how many were not read because the time was up; absent where all were',
    quality: 'see [quality](#quality)',
  },
  quality: {
    blur_to_text_height: 'blur σ as a part of the height of the letters, 0 is sharp; null: no text to measure on',
    glare_share: 'share of the document that reflects, 0–1',
    covered_share: 'share that something lies on, 0–1',
    mean_luma: 'brightness, 0–255',
    pixels_per_mm: 'pixels of the photo per millimetre of the document',
    dpi: 'the same per inch',
    chroma_deviation: 'spread of the colours; a grey copy has nearly none',
    cut_off_edges:
      "edges that lie outside the frame; none of a screen's panel with a blank rim, which may show the whole of a document",
    corners_visible: 'of four',
    recapture: 'signs of a photographed screen, 0–1: a hint, never a ground',
  },
  mrz: {
    media_id: 'on which photo',
    format: 'by ICAO 9303; `FRA-ID` is the French card of two lines of 36',
    lines: 'as printed',
    check_digits: '`of` which field, `outcome`, and the `expected` and `observed` digit',
    name_truncated: 'whether the zone had no room for the whole name',
    line_regions: 'where each line lies on the photo',
    characters: 'line by line, one for each; see [a character of the zone](#a-character-of-the-zone-mrzcharacters)',
  },
  mrz_character: {
    character: 'as printed, as far as it was seen',
    confidence: 'how sure that is, 0–1',
    alternatives: 'what else it could be, the likeliest first: `character`, `confidence`',
    decided_by:
      'check digits that decided where the picture left the character open, e.g. `composite`; absent where it decided',
    region: 'its box on the photo',
  },
  mrz_field: {
    field: 'its name, e.g. `birth_date`',
    value: 'normalised: days as EDTF, states as three letters',
    printed: 'as it stands in the zone',
    confidence: 'that of its least certain character, 0–1',
    region: 'where on the photo',
  },
} as const satisfies Readonly<Record<string, Meanings>>;
