/** What an applicant may choose from, and the language in which all is said. */
import { documentTypeSchema, LOCALES } from '@vidimus/vocabulary';
import { z } from 'zod';
import { stateCodeSchema } from './ids.ts';

export const acceptedDocumentsQuerySchema = z.strictObject({ issuing_state: stateCodeSchema });

export const acceptedDocumentsSchema = z.strictObject({
  /** Empty where nothing of this state is taken. */
  document_types: z.array(documentTypeSchema),
  /** Drawn documents, which name Utopia as their state, are taken: the policy is for trying out. */
  specimens: z.boolean(),
  /** How long photographs and readings are kept after the last decision. */
  retention_days: z.int().min(0),
});

export const languageAnswerSchema = z.strictObject({ locale: z.enum(LOCALES) });
