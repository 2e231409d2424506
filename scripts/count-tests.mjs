// Prints "N passed, N failed" from the results that `npm test` left; "0 passed, 1 failed" when it left none.
// Plain JavaScript: it must also speak when nothing could be installed.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const path = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..', 'out', 'test-results.json');
if (existsSync(path)) {
  const results = JSON.parse(readFileSync(path, 'utf8'));
  // A file that cannot be loaded, breaks off or fails around its tests has no failed test, and is a failure all the same.
  const isOfTests = (file) => file.assertionResults.some(({ status }) => status === 'failed');
  const otherwise = results.testResults.filter((file) => file.status === 'failed' && !isOfTests(file));
  const failed = results.numFailedTests + otherwise.length;
  const skipped = results.numPendingTests + (results.numTodoTests ?? 0);
  if (skipped > 0) console.log(`${skipped} skipped`);
  console.log(`${results.numPassedTests} passed, ${failed} failed`);
  if (failed > 0) process.exitCode = 1;
} else {
  console.log('No test results were written.');
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
}
