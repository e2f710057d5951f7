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
  test: { include: [`test/{${tests.join(',')}}.test.ts`], isolate: false, testTimeout: 20_000 },
});
