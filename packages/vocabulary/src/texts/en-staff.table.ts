import type { ReasonCode } from '../reason-code.ts';

/** What a reviewer should look at, and what an operator can set. English, for staff. */
export const EN_STAFF: Readonly<Record<ReasonCode, { readonly reviewer: string; readonly operator: string }>> = {
  consent_declined: {
    reviewer: 'The applicant did not agree to {purpose|the use of data}. Offer {alternative|another way}.',
    operator: 'Offer a way that does not need this consent; refusing it must not end the application unseen.',
  },
  residence_country_not_supported: {
    reviewer: "Declared residence {country|not given} is not on the policy's list.",
    operator: "The policy's `residence` list decides. Add the country there if you serve it.",
  },
  document_not_accepted_by_policy: {
    reviewer:
      'The policy does not accept {document_type|this type} of {country|this state}: {why|it is not on its list}. It accepts {accepted|other types}.',
    operator: "Add a rule to the policy's `documents` list to accept it; `accept_specimens` decides on specimens.",
  },
  age_below_minimum: {
    reviewer: 'The date of birth makes the applicant younger than {age|the minimum}; the day is {date|not known}.',
    operator:
      "The policy's `minimum_age` decides. Check the date of birth against both zones before you answer a complaint.",
  },
  network_location_not_allowed: {
    reviewer: "The connection's country or a proxy is refused by the policy.",
    operator: 'Reserved: not raised in this version.',
  },
  session_expired: {
    reviewer: 'The link or session ran out ({date|time not known}). Finished steps are kept.',
    operator: 'Send a new link. Lengthen the session if this is frequent.',
  },
  attempt_limit_reached: {
    reviewer:
      'All tries ({tries|the most allowed}) of {step|a step} are used. Look at the attempts; the reasons are beside them.',
    operator: 'Raise the limit only after reading why the attempts failed.',
  },
  camera_permission_denied: {
    reviewer: 'The browser refused the camera.',
    operator: 'Nothing to decide. Offer upload or a hand-off to a phone.',
  },
  camera_unavailable: {
    reviewer: 'No usable camera picture came.',
    operator: 'Nothing to decide. Offer upload or a hand-off to a phone.',
  },
  browser_not_supported: {
    reviewer: 'The browser lacks what the step needs.',
    operator: 'Nothing to decide. See the list of browsers in the integration guide.',
  },
  file_not_usable: {
    reviewer: 'The file was refused before it was read: {why|damaged}.',
    operator: 'Limits for files are set in the decoder. Nothing of the file was kept.',
  },
  image_blurry: {
    reviewer: 'Blur is over the limit on {fields|the document}; compare with the picture.',
    operator: "The policy's `blur_to_text_height_max` decides.",
  },
  image_glare: {
    reviewer: 'Glare lies over {fields|the document}.',
    operator: "The policy's `glare_share_max` and `field_hit_share_max` decide.",
  },
  image_lighting: {
    reviewer: 'The document is {light|too dark or too bright}.',
    operator: "The policy's `luma_min` and `luma_max` decide.",
  },
  image_resolution_low: {
    reviewer: 'Too few pixels across the document.',
    operator: "The policy's `dpi_min` decides; `dpi_warn` only notes it.",
  },
  image_not_colour: {
    reviewer: 'The picture holds no colour: a grey copy or filter.',
    operator: "The policy's `chroma_deviation_min` decides.",
  },
  document_not_found: {
    reviewer: 'Neither an outline nor text was found.',
    operator: "If a document is plainly there, please report the picture's conditions as a fault of the engine.",
  },
  document_cut_off: {
    reviewer: 'Outside the frame: {edges|an edge}.',
    operator: 'Nothing to set: a document that is cut off cannot be judged whole.',
  },
  document_covered: {
    reviewer: 'Something lies over {fields|the document}.',
    operator: "The policy's `covered_share_max` and `field_hit_share_max` decide.",
  },
  document_wrong_side: {
    reviewer: 'The picture shows {side|one side}, asked was {other_side|the other}.',
    operator: "The policy's `require_both_sides` decides which sides are asked.",
  },
  document_side_missing: {
    reviewer: 'Missing for {document_type|this document}: {side|a side}.',
    operator: "The policy's `require_both_sides` decides which sides are asked.",
  },
  document_multiple: {
    reviewer: 'More than one document lies in the frame.',
    operator: 'Nothing to set: one picture, one document.',
  },
  document_not_recognised: {
    reviewer: 'No layout fits well enough. Decide what it is, and whether {accepted|another type} is needed.',
    operator: 'Frequent for one kind of document? It needs a layout of its own.',
  },
  field_unreadable: {
    reviewer: 'The reading of {fields|a field} is not sure enough.',
    operator: "The policy's `field_confidence_min` decides.",
  },
  field_absent: {
    reviewer: 'Not printed on this document: {fields|a field}.',
    operator: "The policy's `required_fields` decides.",
  },
  machine_zone_unreadable: {
    reviewer: 'Not decoded: {zone|the code area}. The report names what was tried.',
    operator: 'Nothing to set. See the tries in the report.',
  },
  mrz_check_digit_failed: {
    reviewer: 'A check digit does not hold after repair. Compare the zone with the picture, letter by letter.',
    operator: 'Mostly a reading error; a pattern on sharp pictures is worth a look.',
  },
  script_not_readable: {
    reviewer: 'The document is in {script|a script} that is not read by machine.',
    operator: 'Have a reader of this script on the desk, or ask for a passport.',
  },
  document_expired: {
    reviewer: 'Expired on {date|a day that has passed}.',
    operator: 'The engine takes the day from `as_of`.',
  },
  document_expires_soon: {
    reviewer: 'Expires on {date|a day that is close}; the policy wants {days|more days}.',
    operator: "The policy's `minimum_days_left` decides.",
  },
  document_voided_or_damaged: {
    reviewer: 'It looks {damage|damaged}. Look at the marked place.',
    operator: 'A hole or cut corner is how states void documents.',
  },
  document_data_impossible: {
    reviewer: '{field|A field} reads “{value|a value}”, which does not fit. Compare with the picture.',
    operator: "If the format is real, the engine's table of formats is wrong: please report it.",
  },
  sides_mismatch: {
    reviewer: 'Front and back differ in {fields|a field}.',
    operator: 'Nothing to set: two sides of one document agree.',
  },
  machine_zone_mismatch: {
    reviewer:
      '{field|A field} differs: printed “{a|one thing}”, coded “{b|another}”. A transliteration we do not know, a reading error, or a change?',
    operator: 'Frequent for one state? Its transliteration may be missing.',
  },
  name_mismatch: {
    reviewer: 'Claimed “{claimed|one name}”, read “{read|another}”; no rule makes them the same.',
    operator: 'Accept proof of a change of name rather than asking for a new document.',
  },
  name_spelling_unconfirmed: {
    reviewer: 'Legal spellings: {variants|several}. The applicant chooses.',
    operator: 'Nothing to set.',
  },
  claimed_detail_mismatch: {
    reviewer: '{field|A field}: claimed “{claimed|one thing}”, read “{read|another}”.',
    operator: 'Check the form that the claim came from for mixed-up days and months.',
  },
  document_not_original: {
    reviewer: 'The picture shows signs of {medium|a copy or a screen}. The measure is weak: look for yourself.',
    operator: "A hint, never a ground alone. The policy's `recapture_hint_min` decides.",
  },
  document_image_edited: {
    reviewer: "Signs of editing in the marked places. Compare with the witnesses' readings.",
    operator: 'The measure is not disclosed to the applicant.',
  },
  document_design_mismatch: {
    reviewer: 'The design departs from that of {document_type|the known kind} in the marked places.',
    operator: 'The values are not disclosed to the applicant.',
  },
  chip_signature_invalid: {
    reviewer: "Passive authentication failed. Is the country's certificate on file?",
    operator: 'Reserved: not raised in this version.',
  },
  capture_source_not_trusted: {
    reviewer: 'The picture came from a virtual or injected camera.',
    operator: 'The signs are not disclosed to the applicant.',
  },
  face_not_found: { reviewer: 'No face in the picture.', operator: 'Reserved: not raised in this version.' },
  face_multiple: { reviewer: 'More than one face in the picture.', operator: 'Reserved: not raised in this version.' },
  face_obscured: {
    reviewer: 'The face is covered: {item|something}.',
    operator: 'Reserved: not raised in this version.',
  },
  liveness_not_completed: {
    reviewer: 'Stopped at step {done|one} of {steps|several}.',
    operator: 'Reserved: not raised in this version.',
  },
  liveness_not_confirmed: {
    reviewer: 'The presentation-attack score is over the limit.',
    operator: 'Reserved: not raised in this version.',
  },
  document_portrait_unusable: {
    reviewer: 'The portrait on the document is too small or worn.',
    operator: 'Reserved: not raised in this version.',
  },
  face_mismatch: {
    reviewer: 'The similarity is below the limit; compare the two faces yourself.',
    operator: 'Reserved: not raised in this version.',
  },
  face_duplicate_possible: {
    reviewer: 'Another applicant may have the same face; compare.',
    operator: 'Reserved: not raised in this version.',
  },
  contact_country_not_supported: {
    reviewer: 'No route to {country|this country} by {channel|this channel}.',
    operator: 'Add a route for the country, or offer {channels|another channel}.',
  },
  code_not_delivered: {
    reviewer: 'The carrier answered: “{status|nothing}”. No try was used.',
    operator: "Look at the route's delivery rate.",
  },
  code_not_accepted: {
    reviewer: 'The code {why|is not right}; tries left: {tries|unknown}; a new one in {seconds|a moment}.',
    operator: 'Nothing to set: limits follow NIST SP 800-63B-4.',
  },
  address_document_not_accepted: {
    reviewer: 'Not accepted as proof of address: {why|its kind}.',
    operator: 'Reserved: not raised in this version.',
  },
  address_not_confirmed: {
    reviewer: 'Read “{read|one address}”, claimed “{claimed|another}”.',
    operator: 'Reserved: not raised in this version.',
  },
  record_not_confirmed: {
    reviewer: '{source|The register} gave no match or no record; it does not say which.',
    operator: 'Not telling the two apart is on purpose.',
  },
  screening_possible_match: {
    reviewer: 'A possible entry on a list: see the matched fields and the score.',
    operator: 'Never shown to the applicant.',
  },
  screening_confirmed_match: {
    reviewer: 'A reviewer confirmed a list entry. Case {case_id|not given}.',
    operator: 'Never shown to the applicant beyond the way to complain.',
  },
  provider_unavailable: {
    reviewer: 'A provider does not answer. The verification goes on by itself.',
    operator: "Look at the provider's status. No try was used.",
  },
  reviewer_declined: {
    reviewer: 'Declined by a named person. Grounds: {reasons|in the decision}.',
    operator: 'The decision cites at least one other code and can be appealed until {date|its last day}.',
  },
  review_required: {
    reviewer:
      'A check could not tell, or the policy asks for a person, about {step|this}. The evidence names the check and what was unclear.',
    operator: 'Frequent for one check? Look at its evidence across attempts, then at the policy.',
  },
};
