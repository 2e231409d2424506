import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { applicantBrandSchema, brandSchema, deskSchema } from '@vidimus/protocol';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TEST_DATABASES } from '../db/test-database.fixture.ts';
import { deskRoutes } from '../desk/routes.ts';
import type { Caller } from '../http/caller.ts';
import { type Asked, openPeople, type TestPeople } from '../people/people.fixture.ts';
import { RIGHTS } from '../people/right.ts';
import { Reader } from '../reader/reader.ts';
import { openDiskBlobs } from '../vault/disk-blobs.ts';
import { contrast } from './contrast.ts';
import { brandRoutes } from './routes.ts';

const SVG = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>',
);

describe.each(TEST_DATABASES)('on the %s database', (kind) => {
  let people: TestPeople;
  let owner: Extract<Caller, { kind: 'member' }>;
  let applicant: Caller;
  let reader: Reader;
  const folder = mkdtempSync(join(tmpdir(), 'vidimus-brand-'));
  let routes: ReturnType<typeof brandRoutes>;
  beforeAll(async () => {
    people = await openPeople(kind);
    reader = new Reader({ processes: 1 });
    const blobs = await openDiskBlobs(folder, people.now);
    routes = [
      ...brandRoutes({ ...people.parts, blobs, draw: (request, signal) => reader.draw(request, signal) }),
      ...deskRoutes(people.parts),
    ];
    const made = await people.bootstrap({ name: 'Harbour', owner: { name: 'Ada', email: 'ada@harbour.example' } });
    const { organizationId, ownerId } = made;
    const base = { organizationId, mode: 'live' } as const;
    owner = { ...base, kind: 'member', id: ownerId, rights: new Set(RIGHTS), sessionId: 'ses_1', steppedUp: true };
    applicant = { ...base, kind: 'applicant', id: 'lnk_1', verificationId: 'ver_1', link: 'apply' };
  });
  afterAll(async () => {
    await reader.close();
    await people.opened.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const call = async (operationId: string, asked: Asked = {}) => {
    const route = routes.find((each) => each.operationId === operationId);
    if (route === undefined) throw new Error(`no route ${operationId}`);
    return people.callRoute(route, { caller: owner, ...asked });
  };
  const body = async (operationId: string, asked: Asked = {}): Promise<unknown> => {
    const answer = await call(operationId, asked);
    if (!answer.ok) throw new Error(`${operationId}: ${answer.error.code}: ${answer.error.detail}`);
    return 'body' in answer.value ? answer.value.body : undefined;
  };
  const stored = () => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());

  test('before anything was set applicants read the name of the organization, in our colour', async () => {
    const brand = applicantBrandSchema.parse(await body('getApplicantBrand', { caller: applicant }));
    expect(brand).toMatchObject({ name: 'Harbour', logo: null, colours: { fill: '#0f5c62', text: '#ffffff' } });
    expect(await call('getApplicantLogo', { caller: applicant })).toMatchObject({
      error: { status: 404, code: 'brand.no-logo' },
    });
  });

  test('a colour on which nothing can be read is answered with the nearest that holds, and kept as it was asked for', async () => {
    const put = { name: 'Harbour Bank', colour: '#7B7B7B' };
    const brand = brandSchema.parse(await body('putBrand', { body: put }));
    expect(brand).toMatchObject({ name: 'Harbour Bank', colour: '#7b7b7b', adjusted: true });
    const { fill, text, on_white, on_ink } = brand.colours;
    for (const [one, other] of [
      [fill, text],
      [on_white, '#ffffff'],
      [on_ink, '#1e2125'],
    ] as const) {
      expect(contrast(one, other)).toBeGreaterThanOrEqual(4.5);
    }
  });

  test('a logo is drawn anew, small, without what the file carried, and sealed', async () => {
    const file = await sharp({ create: { width: 1600, height: 400, channels: 4, background: '#00000000' } })
      .withExif({ IFD0: { Make: 'CANARY' } })
      .png()
      .toBuffer();
    const brand = brandSchema.parse(await body('putLogo', { bytes: file }));
    expect(brand.logo).toMatchObject({ width_px: 512, height_px: 128 });
    const [only, ...more] = stored();
    expect(more).toEqual([]);
    expect(only?.name).toBeDefined();
    const served = await call('getApplicantLogo', { caller: applicant });
    if (!served.ok || !('file' in served.value)) throw new Error('no logo');
    const { format, width, exif } = await sharp(served.value.file).metadata();
    expect({ format, width, exif }).toEqual({ format: 'png', width: 512, exif: undefined });
    const [red] = await sharp(served.value.file).raw().toBuffer();
    expect(red).toBe(255);
  });

  test('another logo takes its place, under another address, and the first is gone from the disk', async () => {
    const before = brandSchema.parse(await body('getBrand'));
    const file = await sharp({ create: { width: 40, height: 40, channels: 3, background: '#ff0000' } })
      .webp()
      .toBuffer();
    const after = brandSchema.parse(await body('putLogo', { bytes: file }));
    expect(after.logo).toMatchObject({ width_px: 40, height_px: 40 });
    expect(after.logo?.url).not.toBe(before.logo?.url);
    expect(stored()).toHaveLength(1);
  });

  test.each([
    ['an SVG, which can hold a script', SVG],
    ['no picture', Buffer.from('not a picture')],
    ['nothing', Buffer.alloc(0)],
    ['a PDF', Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\ntrailer<</Root 1 0 R>>')],
  ])('%s is refused, and the logo stays', async (_, bytes) => {
    expect(await call('putLogo', { bytes })).toMatchObject({ error: { status: 422, code: 'brand.logo-not-usable' } });
    expect(brandSchema.parse(await body('getBrand')).logo).not.toBeNull();
  });

  test('the desk says who is signed in, and what waits; what may not be seen is null', async () => {
    const desk = deskSchema.parse(await body('getDesk'));
    expect(desk).toMatchObject({
      organization: { name: 'Harbour', brand: { name: 'Harbour Bank' } },
      member: { name: 'Ada', roles: ['owner'] },
      mode: 'live',
      reviews: { open: 0, mine: 0, overdue: 0 },
      webhooks: { dead: 0 },
    });
    const support = { ...owner, rights: new Set(['verifications:read'] as const) };
    expect(await body('getDesk', { caller: support })).toMatchObject({ reviews: null, webhooks: null });
  });

  test('taken away, it is gone from the disk', async () => {
    await call('removeLogo');
    expect(stored()).toEqual([]);
    expect(brandSchema.parse(await body('getBrand')).logo).toBeNull();
    const actions = await people.parts.inScope({ role: 'tenant', organizationId: owner.organizationId }, (trx) =>
      trx.selectFrom('audit_entry').select('entry').orderBy('position').execute(),
    );
    expect(actions.map(({ entry }) => entry.action)).toEqual(
      expect.arrayContaining(['brand.changed', 'brand.logo_changed', 'brand.logo_removed']),
    );
  });
});
