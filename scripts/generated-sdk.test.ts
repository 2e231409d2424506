import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { allRoutes } from '../apps/server/src/routes.ts';
import { GENERATED_FOLDER, generatedSdk } from './sdk/generated-sdk.ts';
import { methodName } from './sdk/method-name.ts';

test('the generated part of the sdk is what the routes say (npm run sdk)', async () => {
  const files = await readdir(GENERATED_FOLDER);
  const texts = await Promise.all(files.map((name) => readFile(join(GENERATED_FOLDER, name), 'utf8')));
  expect(new Map(files.map((name, index) => [name, texts[index]]))).toEqual(generatedSdk());
});

test('every route is a method of some client, and no two are one', () => {
  const written = [...generatedSdk().values()].join('\n');
  // What goes on for ever is for the browser's own EventSource.
  const routes = allRoutes(JSON.parse('{}')).filter(({ answers }) => !Object.values(answers).includes('stream'));
  const names = routes.map(({ tag, operationId }) => methodName(tag, operationId));
  expect(names.filter(({ method }) => !written.includes(`${method}: (`))).toEqual([]);
  expect(new Set(names.map(({ group, method }) => `${group}.${method}`)).size).toBe(names.length);
});

test.each([
  ['verifications', 'createVerification', 'verifications', 'create'],
  ['verifications', 'listVerifications', 'verifications', 'list'],
  ['policies', 'getPolicyVersion', 'policies', 'getVersion'],
  ['policies', 'preflight', 'policies', 'preflight'],
  ['webhooks', 'createWebhookEndpoint', 'webhooks', 'createEndpoint'],
  ['api keys', 'revokeApiKey', 'apiKeys', 'revoke'],
  ['test mode', 'setTestClock', 'testMode', 'setClock'],
  ['members', 'inviteMemberAgain', 'members', 'inviteAgain'],
])('of the tag %s, %s is called %s.%s', (tag, operationId, group, method) => {
  expect(methodName(tag, operationId)).toEqual({ group, method });
});
