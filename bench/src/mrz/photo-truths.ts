import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const truthSchema = z.array(
  z.object({
    file: z.string(),
    type: z.string(),
    mrz: z.array(z.string()),
    check_digits_hold: z.boolean().optional(),
    standard_layout: z.boolean().optional(),
  }),
);
export type PhotoTruth = z.infer<typeof truthSchema>[number];

/** What `truth.json` of a folder says of its photographs. */
export async function readPhotoTruths(folder: string): Promise<readonly PhotoTruth[]> {
  return truthSchema.parse(JSON.parse(await readFile(join(folder, 'truth.json'), 'utf8')));
}
