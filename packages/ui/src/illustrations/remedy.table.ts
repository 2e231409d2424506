/** What to do differently, as a picture can show it. */
export type Remedy =
  | 'allow_camera'
  | 'free_camera'
  | 'other_device'
  | 'photo_file'
  | 'hold_still'
  | 'away_from_lamp'
  | 'even_light'
  | 'move_closer'
  | 'in_colour'
  | 'plain_ground'
  | 'all_corners'
  | 'uncover'
  | 'turn_over'
  | 'both_sides'
  | 'one_document'
  | 'sharp_print'
  | 'sharp_zone'
  | 'real_document';

/** By reason code: every one that asks for another picture of a document (class retake), and what helps against it. */
export const REMEDY_OF_REASON: Readonly<Record<string, Remedy>> = {
  camera_permission_denied: 'allow_camera',
  camera_unavailable: 'free_camera',
  browser_not_supported: 'other_device',
  file_not_usable: 'photo_file',
  image_blurry: 'hold_still',
  image_glare: 'away_from_lamp',
  image_lighting: 'even_light',
  image_resolution_low: 'move_closer',
  image_not_colour: 'in_colour',
  document_not_found: 'plain_ground',
  document_cut_off: 'all_corners',
  document_covered: 'uncover',
  document_wrong_side: 'turn_over',
  document_side_missing: 'both_sides',
  document_multiple: 'one_document',
  field_unreadable: 'sharp_print',
  machine_zone_unreadable: 'sharp_zone',
  mrz_check_digit_failed: 'sharp_zone',
  sides_mismatch: 'both_sides',
  document_not_original: 'real_document',
};

/** Undefined where a picture would not help, e.g. because a person looks; then the words stand alone. */
export function remedyOf(reasonCode: string): Remedy | undefined {
  return REMEDY_OF_REASON[reasonCode];
}
