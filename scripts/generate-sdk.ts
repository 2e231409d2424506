/** `npm run sdk`: writes the generated part of packages/sdk from the list of routes. A test fails when it is stale. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { GENERATED_FOLDER, generatedSdk } from './sdk/generated-sdk.ts';

const files = generatedSdk();
await rm(GENERATED_FOLDER, { recursive: true, force: true });
await mkdir(GENERATED_FOLDER, { recursive: true });
for (const [name, text] of files) await writeFile(join(GENERATED_FOLDER, name), text);
