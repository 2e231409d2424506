/** What an attempt at a step that is no photograph says, by the step. */
import { consentAnswerSchema, contactAnswerSchema, detailsAnswerSchema } from '@vidimus/protocol';

export function answerSchemaOf(step: string) {
  switch (step) {
    case 'consent':
      return consentAnswerSchema;
    case 'contact_phone':
    case 'contact_email':
      return contactAnswerSchema;
    default:
      return detailsAnswerSchema;
  }
}
