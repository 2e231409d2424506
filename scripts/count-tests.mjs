// Prints "N passed, N failed" from the results that `npm test` left; "0 passed, 1 failed" when it left none.
// Plain JavaScript: it must also speak when nothing could be installed.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const path = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..', 'out', 'test-results.json');
if (existsSync(path)) {
  const results = JSON.parse(readFileSync(path, 'utf8'));
  // A file that cannot even be loaded holds no tests and is a failure all the same.
  const unloaded = results.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  const failed = results.numFailedTests + unloaded.length;
  const skipped = results.numPendingTests + (results.numTodoTests ?? 0);
  if (skipped > 0) console.log(`${skipped} skipped`);
  console.log(`${results.numPassedTests} passed, ${failed} failed`);
  if (failed > 0) process.exitCode = 1;
} else {
  console.log('No test results were written.');
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
}
