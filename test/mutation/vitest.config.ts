import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/** The quick tests of the counting, which are run against each mutant. */
const tests = [
  'calendar',
  'calendar-words',
  'clocks',
  'counting',
  'deadline-days',
  'deadlines',
  'holiday-rules',
  'printed-dates',
  'table',
];

export default defineConfig({
  // A test file that cannot be loaded does not count as one that noticed the mutant.
  resolve: { alias: [{ find: /^\.\/rules\.ts$/, replacement: join(import.meta.dirname, 'unchecked-rules.ts') }] },
  test: { include: [`test/{${tests.join(',')}}.test.ts`], isolate: false, testTimeout: 20_000 },
});
