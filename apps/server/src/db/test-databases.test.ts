import { expect, test } from 'vitest';
import { TEST_DATABASES } from './test-database.fixture.ts';

const inCi = process.env.CI === 'true' || process.env.CI === '1';

// One line among the skipped for all the tests that a machine without PostgreSQL leaves out; CI must not leave them out.
test.skipIf(!TEST_DATABASES.includes('postgresql') && !inCi)('the suite runs on PostgreSQL too', () => {
  expect(TEST_DATABASES).toContain('postgresql');
});
