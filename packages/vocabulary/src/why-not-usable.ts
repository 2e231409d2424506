/** Why a file cannot be used; every language has a word and a sentence for each. */
export const WHY_NOT_USABLE = [
  'empty',
  'not_an_image',
  'type_not_accepted',
  'damaged',
  'too_large',
  'too_many_pixels',
  'page_too_large',
  'password_protected',
  'animated',
  'no_pages',
  'too_slow',
  'too_much_memory',
  'not_readable',
] as const;
export type WhyNotUsable = (typeof WHY_NOT_USABLE)[number];
