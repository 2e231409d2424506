/** Why each code of one subject comes, and the way out: the sentence of /docs/problems. Those of every route have a title instead. */
const CAUSES = {
  'account-recovery.no-policy':
    'The organization has published no policy under which somebody could prove who they are; publish one.',
  'account-recovery.not-found': 'The link is over or was never given out, or no recovery of your mode has this id.',
  'account-recovery.not-now':
    'A recovery is decided while it is in review, stopped until it is over, and finished after its wait; `detail` says how it stands.',
  'account.contact-known': 'Another account has this address or number; sign in with it there.',
  'account.kept-already': 'The applicant of this link has an account; sign in to it.',
  'account.last-way': 'Without it nobody could come in any more; add another way first.',
  'account.organization-not-named':
    'Accounts belong to an organization; name it where the server works for several, as the link of a receipt does.',
  'account.passkey-known': 'This passkey is registered already; sign in with it.',
  'account.passkey-refused':
    'What the device answered does not verify, or took too long; ask for new options and try again.',
  'account.ticket-unknown': 'Nothing was asked for under this ticket, or it is over; ask for another code.',
  'account.totp-needs-contact': 'The code of an app is typed with an address or a number; add one of them first.',
  'account.totp-refused': 'It is not the code that the app shows now; check the clock of its device.',
  'account.verification-not-found':
    'The account has no verification with this id, or it was erased; GET /v1/account lists those there are.',
  'account.way-not-found': 'The account has no way in with this id; GET /v1/account lists those there are.',
  'api-key.not-found': 'No key of your organization has this id; GET /v1/api-keys lists those there are.',
  'api-key.scopes-not-yours':
    'A key gets only the rights that its maker has, and never keys:write or members:write; leave the others out.',
  'audit.needs-live-key':
    'The record is one of both modes, and a test key reads what is of test mode alone; use a live key with audit:read, or sign in.',
  'audit.no-checkpoint':
    'Nothing of this record was signed yet; it is signed within the hour, and whenever it is exported.',
  'brand.logo-not-usable':
    'It cannot be drawn, or is no PNG, JPEG or WebP; `detail` says which, and an SVG can be saved as a PNG.',
  'brand.no-logo': 'The organization has no logo; its name is shown instead.',
  'contact-code.limit-reached':
    'As many codes as may be sent were sent; `detail` says to whom, until when, and what works meanwhile.',
  'contact-code.no-route':
    'Nothing can be sent by this channel; `detail` names those that work, and whoever runs the server adds routes in VIDIMUS_COURIER_FILE.',
  'contact-code.not-correctable':
    'It was accepted or ran out, was corrected three times already, or whoever asked for it did not set `correctable`.',
  'contact-code.not-found': 'No code of your mode has this id; a test key sees codes of test mode alone.',
  'contact-code.not-waiting': 'It was accepted, ran out, or was sent as often as it may be; ask for another one.',
  'contact-code.prefix-stopped':
    'Hardly any code to numbers that begin like this one was entered, which is how paid-for messages are stolen; `detail` says until when, and what works meanwhile.',
  'contact-code.too-soon': 'The last message may still arrive; wait as long as `Retry-After` says.',
  'contact.costs-too-much':
    'Somebody would pay more than for a call, or the number belongs to no country; use an ordinary number.',
  'contact.landline': 'A landline gets no such messages; ask with the channel `call`.',
  'contact.not-a-number': 'It does not read as a telephone number with its country; write it as `+506 8888 0001`.',
  'contact.not-a-push-reference':
    'It does not read as your own reference of an app: letters, digits and `. _ ~ : / = + - [ ]`, beginning with a letter or digit, and no e-mail address or number with its `+`.',
  'contact.not-an-address': 'It does not read as an e-mail address; check what stands before and after the @.',
  'contact.not-assigned': 'The country gives numbers like this one to nobody; check the digits.',
  'decision.decline-needs-ground':
    'A decline rests on at least one reason of a class that allows it; name such a reason, or approve or ask again.',
  'decision.person-needs-grounds':
    'A person who decides says why; write it into grounds, and expect that the applicant reads it.',
  'decision.reason-not-citable':
    'A decision rests on what was found; cite codes that are on file, which `detail` names, and put your own words into grounds.',
  'event.not-found': 'The id is of the other mode, or no event at all; GET /v1/events lists those of your mode.',
  'hand-off.not-a-hand-off': 'The link is none for another device; use it as it is.',
  'hand-off.not-waiting': 'The link is of no device that waits; open the link in the code first, or go on.',
  'hand-off.opened-too-often':
    'As many devices as there are numbers have opened this code; show a new one on the first device.',
  'hand-off.to-be-opened':
    'The link in the code lets nobody in; the device that opened it asks POST /v1/applicant/hand-off/open for a link of its own.',
  'hand-off.waits':
    'The device was not let in yet; choose the number that it shows on the first device, where `hand_off.choose` has it.',
  'hand-off.no-public-address':
    'Nobody has told this server under which address other devices reach it; set VIDIMUS_PUBLIC_URL, or go on with this device.',
  'hand-off.ran-out':
    'A device is let in within 15 minutes, and by its own number; make a new link on the first device with POST /v1/applicant/hand-off.',
  'link.too-many':
    'As many links as a person needs in a day were made for this verification; use one of them, or wait as long as `Retry-After` says.',
  'link.shows-only':
    'The token comes from a receipt, which shows and takes an appeal; do the steps with the link that was sent first.',
  'media.erased': 'The time to keep this photograph is over, or its erasure was asked for; nothing brings it back.',
  'media.no-preview': 'The photograph has not been read yet; ask again once the verification is no longer processing.',
  'media.not-found': 'The id belongs to no photograph of this verification; its report names those there are.',
  'media.not-a-picture':
    'The body is empty, or begins as no file that is taken; send a JPEG, PNG, WebP, HEIC or PDF as it is, without a form around it.',
  'member.email-taken': 'Somebody with this address is a member already; change their roles, or use another address.',
  'member.last-owner': 'An organization keeps one owner who can sign in; make another member owner first.',
  'member.not-found': 'No member of your organization has this id; GET /v1/members lists those there are.',
  'member.removed': 'The member was removed and what was known of them erased; invite them anew.',
  'notice.no-mail': 'This server cannot send e-mail; whoever runs it adds a route in VIDIMUS_COURIER_FILE.',
  'notice.not-for-this':
    'Only a verification that ended because the country of residence is not served can be told of a change.',
  'passkey.known': 'This passkey is registered already; sign in with it, or use another device.',
  'passkey.not-found': 'You have no passkey with this id; GET /v1/session says which you have.',
  'passkey.refused': 'What the device answered does not verify, or took too long; ask for new options and try again.',
  'password.about-you': 'It is your name, that of the organization or of this service; use something unrelated.',
  'password.common': 'It is among the first that anybody would try; use a few words that do not belong together.',
  'password.too-long': 'It is longer than we take; `detail` says how many characters it may have.',
  'password.too-short': 'It is too short; `detail` says how many characters it needs, any will do.',
  'policy.accepts-specimens':
    'The policy takes specimens for real documents, and this is live mode; use a test key, or publish a version with `accept_specimens: false`.',
  'policy.no-draft': 'Only a draft can be published, and there is none; PUT one first.',
  'policy.no-route':
    'The policy asks for a contact to which this server has no route, so that nobody could confirm it; `detail` says which channel has none. Add a route for it, name another channel, or leave the contact out.',
  'policy.not-found': 'No policy of your organization has this id; GET /v1/policies lists those there are.',
  'policy.not-named':
    'None or several policies are published and none of them is the default, so that we cannot choose; name one in `policy`, or make one the default with POST /v1/policies/{id}/make-default.',
  'policy.not-published': 'The policy has only drafts or archived versions; publish its draft first.',
  'policy.not-valid':
    'The document breaks rules of its form; `errors` lists each with its place and what was expected.',
  'policy.nothing-published':
    'Only a published version can be archived, used by default or applied under, and there is none; publish the draft first.',
  'policy.version-not-found': 'The policy has no version of this number; GET /v1/policies/{id} lists its versions.',
  'preflight.policy-is-given': 'A verification is judged by its own policy; leave `policy` out.',
  'preflight.policy-not-named': 'Without a verification we do not know the rules; name a policy in `policy`.',
  'receipt.birth-date-differs':
    'It is another day than the one in the document; write it as the document does, and mind the tries that `detail` counts.',
  'receipt.birth-date-needed':
    'A receipt shows the outcome to whoever holds it; prove the birth date with POST /v1/applicant/receipt/open, or use the link that was sent first.',
  'receipt.nothing-to-compare': 'No birth date was read, so that none can be proven; use the link that was sent first.',
  'receipt.too-many-tries': 'Too many birth dates were wrong; wait as long as `Retry-After` says.',
  'review.claimed-by-another': 'Another person has taken this review; ask them to release it, or take another one.',
  'review.decided': 'The review is decided for good; what follows is an appeal or new evidence of the applicant.',
  'review.needs-a-person': 'Reviews are decided by people; sign in as a member instead of using a key.',
  'review.needs-another-person': 'Two people decide here, and you were the first; another person goes on.',
  'review.not-found': 'No review of your mode has this id; GET /v1/reviews lists those that wait.',
  'session.last-sign-in': 'Without it you could not sign in any more; set up another way first.',
  'session.step-up-needed':
    'This needs a fresh proof that it is you; answer POST /v1/session/step-up, then repeat the request.',
  'sign-in.refused':
    'Something of what was entered does not match, or was used before; which it is, we do not say to strangers.',
  'sign-in.too-many': 'Too many attempts failed; wait as long as `Retry-After` says, or use a passkey.',
  'test-mode.needs-test-key': 'The route belongs to test mode; use a key that begins with `sk_test_`.',
  'test-mode.no-such-fixture': 'No drawn photograph exists for this code; GET /v1/test/fixtures lists those there are.',
  'test-mode.nothing-judged':
    'The verification has its outcome, or none to come; begin a new one and set the scenario before handing in.',
  'totp.disabled': 'No authenticator app is being set up; begin with POST /v1/session/totp.',
  'totp.refused': 'The code is not the one of now; check the clock of the device with the app.',
  'verification.appeal-too-late': 'The time to appeal is over; begin a new verification.',
  'verification.consent-missing':
    'Nothing is photographed before somebody agreed; PUT /v1/applicant/consent with {"document": true} first.',
  'verification.decided-already':
    'It is decided, and what the decision rests on is kept as long as the operator has to; it is erased by itself afterwards.',
  'verification.erased': 'What it held was erased; look up its outcome, or begin a new verification.',
  'verification.not-expired-yet': 'The link still works; go on with it instead of asking for another.',
  'verification.not-found':
    'The id belongs to another organization or mode, or to none; a test key sees test verifications alone.',
  'verification.not-from-here': 'Its state does not allow that; `detail` names the state and what is possible in it.',
  'verification.nothing-to-do-again': 'The applicant would be asked for nothing; name at least one step in `ask`.',
  'verification.session-expired':
    'The link ran out; POST /v1/applicant/resume makes it work again, finished steps are kept.',
  'verification.step-not-asked':
    'The step was done, or is not part of this policy; GET /v1/applicant names the steps that are asked for.',
  'verification.steps-missing':
    'Steps are missing before it can be handed in; `detail` and GET /v1/applicant name them.',
  'verification.contact-refused':
    'A number or address in `contacts` cannot be reached; `errors` says which and why. Name another, or leave it out: the person gives their own.',
  'verification.return-url-not-allowed':
    'Applicants are led back over https, and only to hosts that the organization has named; `detail` says which, and PUT /v1/organization/return-hosts names more.',
  'verification.too-many-answers': 'The step was answered as often as it can be; go on with the last answer.',
  'verification.too-many-statements':
    'As many statements as a person reads are on file; what they say is looked at, and nothing more can be added.',
  'verification.too-many-photographs':
    'One link takes so many photographs and no more; hand in the latest ones with POST /v1/applicant/submit.',
  'webhook-address.not-global':
    'The address, or what the name leads to, is not of the public internet; whoever runs the server can allow networks in VIDIMUS_WEBHOOK_NETWORKS.',
  'webhook-delivery.not-found': 'No delivery of your mode has this id; look at the deliveries of the endpoint.',
  'webhook-delivery.still-pending': 'We are still trying to deliver it; it can be sent again once that ended.',
  'webhook-endpoint.disabled': 'Nothing is sent to an endpoint that is disabled; enable it first.',
  'webhook-endpoint.not-found':
    'No endpoint of your mode has this id; GET /v1/webhook-endpoints lists those there are.',
  'webhook-endpoint.too-many': 'There are as many endpoints as there can be; delete one first.',
  'webhook-url.address-in-disguise':
    'The address is written as a number or in parts; write it in its usual form, or use a name.',
  'webhook-url.has-credentials':
    'A URL with a user before the host is not taken; trust the signature instead of a password.',
  'webhook-url.has-fragment': 'What stands after `#` never reaches a server; leave it out.',
  'webhook-url.local-name': 'The name means something inside of one network only; use one of the public internet.',
  'webhook-url.malformed': 'It does not read as a URL without being mended; write it as `https://host/path`.',
  'webhook-url.not-https': 'Events are sent over https alone; give the endpoint a certificate.',
  'webhook-url.port-not-allowed': 'The port belongs to services of another kind; use 443, or one from 1024 up.',
} as const satisfies Readonly<Record<string, string>>;

/** The sentence of a code, with words between backticks as code; nothing for the codes that every route may answer with. */
export function problemCause(code: string): string | undefined {
  return isExplained(code) ? CAUSES[code] : undefined;
}

function isExplained(code: string): code is keyof typeof CAUSES {
  return Object.hasOwn(CAUSES, code);
}
