import type { ReasonTexts } from './catalogue.ts';

/** What the applicant reads. Plain words (reading grade 8 or less); each sentence is whole without any value. */
export const EN_REASONS: ReasonTexts = {
  consent_declined: {
    heading: 'You did not agree',
    applicant:
      'You did not agree to {purpose|the use of your data}. You can go back and agree, or choose {alternative|another way to prove who you are}.',
  },
  residence_country_not_supported: {
    heading: 'Country not served',
    applicant:
      '{operator|This service} does not serve people who live in {country|your country}. Nothing you upload would change this, so you need not send any document.',
  },
  document_not_accepted_by_policy: {
    heading: 'Document not accepted',
    applicant:
      '{operator|This service} does not accept this document ({document_type|this type}, {country|this country}): {why|it is not of a kind that is accepted}. Use one of these instead: {accepted|another kind of document}.',
  },
  age_below_minimum: {
    heading: 'Too young',
    applicant:
      'You must be at least {age|older}. By the date of birth on your document, you can apply from this day on: {date|a later day}.',
    because: {
      declared: 'You must be at least {age|older}. You can apply from this day on: {date|a later day}.',
      declared_age: 'You must be at least {age|older}.',
    },
  },
  network_location_not_allowed: {
    heading: 'Place of connection',
    applicant:
      'Your connection seems to come from a place that {operator|this service} does not serve. Turn off any VPN or proxy and try again.',
  },
  session_expired: {
    heading: 'Link has run out',
    applicant: 'This link has run out ({date|its time is over}). Open a new one here. The steps you finished are kept.',
  },
  attempt_limit_reached: {
    heading: 'No tries left',
    applicant:
      'You have used all your tries ({tries|the most allowed}) for this step: {step|this step}. A person will now look at them and answer {by|soon}.',
  },
  camera_permission_denied: {
    heading: 'Camera is blocked',
    applicant:
      '{browser|Your browser} is blocking the camera. Allow the camera in its settings, or go on with your phone.',
  },
  camera_unavailable: {
    heading: 'No camera picture',
    applicant:
      'We get no picture from your camera. Close other apps that use it, go on with another device, or upload a photo.',
  },
  browser_not_supported: {
    heading: 'Browser cannot do this',
    applicant:
      'This browser cannot do this step. Open the same link in {browsers|another browser}, or scan this code with your phone.',
  },
  file_not_usable: {
    heading: 'File cannot be used',
    applicant: 'We could not open this file: {why|it is damaged}. Send a photo as JPEG, PNG, WebP or HEIC, or a PDF.',
    because: {
      empty: 'This file is empty. Send it again, or take the photo again.',
      not_an_image: 'This file is not a picture. Send a photo as JPEG, PNG, WebP or HEIC, or a PDF.',
      type_not_accepted: 'We do not take files of this kind. Send a photo as JPEG, PNG, WebP or HEIC, or a PDF.',
      damaged: 'This file is damaged or not complete. Send it again. If that does not help, take the photo again.',
      too_large: 'This file is larger than {max|we can take}. Send a smaller one, or take the photo again.',
      too_many_pixels:
        'This picture has more pixels than we can take: over {max|our limit}. Send it in a smaller size.',
      page_too_large:
        'A page of this PDF is longer than {max|we can take}. Save it in a size such as A4, or send a photo.',
      password_protected: 'This file is locked with a password. Save it with no password, or send a photo.',
      animated: 'This is a moving picture. Send a still photo.',
      no_pages: 'This PDF has no pages. Make it again, or send a photo.',
      too_slow:
        'It took more than {max|the time that we give} to open this file. Send it again. If that does not help, take the photo again.',
      too_much_memory: 'This file needs too much memory to open. Send it in a smaller size, or take the photo again.',
      not_readable: 'This file cannot be read from the disk. Choose it again, or take the photo again.',
    },
  },
  image_blurry: {
    heading: 'Too blurry',
    applicant:
      'The picture is not sharp enough to read {fields|the document}. Hold still and let the camera focus before you take the photo.',
  },
  image_glare: {
    heading: 'Light reflects',
    applicant: 'Light reflects on {fields|the document}. Tilt the document a little or move away from the lamp.',
  },
  image_lighting: {
    heading: 'Light is not right',
    applicant: 'The picture is {light|too dark or too bright}. Find even light and try again.',
  },
  image_resolution_low: {
    heading: 'Document too small',
    applicant: 'The document is too small in the picture. Move closer until it fills the frame.',
  },
  image_not_colour: {
    heading: 'Not in colour',
    applicant: 'We need a colour picture. Turn off any black-and-white filter or scan mode.',
  },
  document_not_found: {
    heading: 'No document seen',
    applicant: 'We could not see a document. Put it on a plain, dark surface with all four corners in view.',
  },
  document_cut_off: {
    heading: 'Edge is cut off',
    applicant: 'Part of the document is outside the picture: {edges|an edge}. Keep all four corners in view.',
  },
  document_covered: {
    heading: 'Something covers it',
    applicant:
      'Something covers {fields|part of the document}. Take it out of its sleeve and keep your fingers off it.',
  },
  document_wrong_side: {
    heading: 'Wrong side',
    applicant: 'This photo shows {side|the wrong side}. We need {other_side|the other side}.',
  },
  document_side_missing: {
    heading: 'A side is missing',
    applicant: 'For {document_type|this document} we also need {side|the other side}. Add a photo of it to finish.',
  },
  document_multiple: {
    heading: 'More than one document',
    applicant: 'We see more than one document. Take a photo of {document_type|one document} alone.',
  },
  document_not_recognised: {
    heading: 'Document not known to us',
    applicant:
      'We do not know this document well enough to read it by machine. A person will look at it {by|soon}, or you can use another one now: {accepted|a passport}.',
  },
  field_unreadable: {
    heading: 'Could not be read',
    applicant:
      'We could not read {fields|part of the document}. Take the photo again with that part sharp and free of glare.',
  },
  field_absent: {
    heading: 'Detail not on document',
    applicant:
      'This document does not show {fields|a detail} that {operator|this service} needs. Add another document that does: {accepted|a passport}.',
  },
  machine_zone_unreadable: {
    heading: 'Code area not readable',
    applicant:
      'We could not read {zone|the code area}. Take the photo again with that part flat, sharp and fully in view.',
  },
  mrz_check_digit_failed: {
    heading: 'Bottom lines unclear',
    applicant:
      'A character in the code lines at the bottom could not be confirmed. This is mostly a matter of the picture: take it again with those lines sharp.',
  },
  script_not_readable: {
    heading: 'Script we cannot read',
    applicant:
      'Your document is written in {script|a script we cannot read yet} and we found no Latin spelling. A person who can read it will check it {by|soon}, or you can use a passport.',
  },
  document_expired: {
    heading: 'Document has expired',
    applicant: 'This document expired on {date|a day that has passed}. Use one that is valid today.',
  },
  document_expires_soon: {
    heading: 'Expires too soon',
    applicant:
      'This document expires on {date|a day that is too close}. {operator|This service} needs it to be valid for at least {days|some time} more. Use one that is valid for longer.',
  },
  document_voided_or_damaged: {
    heading: 'Marked or damaged',
    applicant: 'The document looks {damage|damaged}. Use another one, or ask for a person to check it.',
  },
  document_data_impossible: {
    heading: 'Detail does not fit',
    applicant:
      'We read “{value|a value}” for {field|a detail}. That does not fit this kind of document. Check what we read and correct it if it is wrong. A person will confirm it {by|soon}.',
  },
  sides_mismatch: {
    heading: 'Sides do not match',
    applicant:
      'The front and the back do not agree on {fields|a detail}. Make sure that both photos show the same document.',
  },
  machine_zone_mismatch: {
    heading: 'Print and code differ',
    applicant:
      'For {field|a detail}, the print says “{a|one thing}” and the code says “{b|another}”. Take the photo once more. If it stays like this, a person will check it {by|soon}.',
  },
  name_mismatch: {
    heading: 'Name is different',
    applicant:
      'You gave the name “{claimed|one name}”, and the document shows “{read|another}”. Correct what you entered. If both are yours (married name, other spelling), tell us so and add proof.',
  },
  name_spelling_unconfirmed: {
    heading: 'Spelling of your name',
    applicant:
      'Your name can be written in Latin letters in more than one way: {variants|several spellings}. Choose the one on {where|your passport or bank card}.',
  },
  claimed_detail_mismatch: {
    heading: 'Detail is different',
    applicant:
      'For {field|a detail}, you entered “{claimed|one thing}”, and the document shows “{read|another}”. Correct the one that is wrong.',
  },
  document_not_original: {
    heading: 'Picture of a picture',
    applicant: 'This looks like a picture of {medium|a copy or a screen}. Take a photo of the real document itself.',
  },
  document_image_edited: {
    heading: 'A person will look',
    applicant:
      'A person needs to take a closer look at this picture. You will hear from us {by|soon}, and you may add another document meanwhile.',
  },
  document_design_mismatch: {
    heading: 'Looks different',
    applicant:
      'The document does not look like {document_type|the kind} that we know. A person will compare it {by|soon}.',
  },
  chip_signature_invalid: {
    heading: 'Chip not confirmed',
    applicant:
      'The digital seal on the chip could not be confirmed. A person will check {by|soon} whether we lack a certificate of your country.',
  },
  capture_source_not_trusted: {
    heading: 'Not from a camera',
    applicant:
      'The picture did not come from an ordinary camera. Close any camera-effect or streaming software, or use your phone.',
  },
  face_not_found: {
    heading: 'No face seen',
    applicant: 'We could not see your face. Look into the camera, with the light in front of you.',
  },
  face_multiple: {
    heading: 'More than one face',
    applicant: 'We see more than one face. Be alone in the picture.',
  },
  face_obscured: {
    heading: 'Face is covered',
    applicant:
      'Part of your face is covered: {item|something is in front of it}. Remove it if you can, or ask for another way.',
  },
  liveness_not_completed: {
    heading: 'Movement not finished',
    applicant:
      'The movement check stopped at step {done|one} of {steps|several}. Try again, or choose the version without movement.',
  },
  liveness_not_confirmed: {
    heading: 'Selfie not confirmed',
    applicant:
      'We could not tell that a live person was in front of the camera. Try once more in better light. Otherwise a person will decide.',
  },
  document_portrait_unusable: {
    heading: 'Photo on document',
    applicant:
      'The photo on your document is too small or too worn to compare. Let us read its chip, or use another document.',
  },
  face_mismatch: {
    heading: 'Faces need a look',
    applicant:
      'Your selfie and the photo on the document are not alike enough for a machine to decide. A person will compare them {by|soon}.',
  },
  face_duplicate_possible: {
    heading: 'A person will look',
    applicant: 'A person needs to check something here. Nothing is decided yet, and you will hear from us {by|soon}.',
  },
  contact_country_not_supported: {
    heading: 'Number not served',
    applicant:
      'We cannot send codes to numbers of {country|this country} by {channel|this way}. Use {channels|another way} instead.',
    because: {
      policy: 'We do not take phone numbers of {country|this country}. Use a number from another country.',
    },
  },
  code_not_delivered: {
    heading: 'Code did not arrive',
    applicant:
      'The code was not delivered. We were told: “{status|no reason given}”. Try another way, such as a call or an e-mail. This did not cost you a try.',
  },
  code_not_accepted: {
    heading: 'Code not accepted',
    applicant: 'That code {why|is not right}. Tries left: {tries|some}. You can get a new code in {seconds|a moment}.',
  },
  address_document_not_accepted: {
    heading: 'Paper not accepted',
    applicant:
      'This paper cannot prove your address: {why|it is not of a kind we accept}. Use {accepted|another paper} dated after {date|the last three months began}.',
  },
  address_not_confirmed: {
    heading: 'Address is different',
    applicant:
      'The paper shows the address “{read|one address}”, and you gave “{claimed|another}”. Correct it, or send a paper with the current one.',
  },
  record_not_confirmed: {
    heading: 'Details not confirmed',
    applicant:
      '{source|The register} did not confirm your details. Check them for typing mistakes, or prove them in another way: {accepted|with a document}.',
  },
  screening_possible_match: {
    heading: 'A person will look',
    applicant: 'A routine check needs a person. You will hear from us {by|soon}.',
  },
  screening_confirmed_match: {
    heading: 'Account not possible',
    applicant:
      '{operator|This service} cannot open this account. You can ask for a review (case {case_id|number on request}) and complain to {body|the authority in charge}.',
  },
  provider_unavailable: {
    heading: 'Service not answering',
    applicant:
      'A service that we depend on does not answer. This is not your fault and did not cost you a try. We will go on by ourselves and send you a message.',
  },
  reviewer_declined: {
    heading: 'Declined by a reviewer',
    applicant:
      'A reviewer decided not to accept this. The grounds: {reasons|they are listed here}. You can appeal until {date|the day given here}.',
  },
  review_required: {
    heading: 'A person will look',
    applicant:
      'A person will look at {step|your document} {by|soon}. Nothing is decided yet, and for this you need not do anything.',
  },
};
