import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // The default leaves one of two cores idle.
    maxWorkers: '100%',
    testTimeout: 60_000,
  },
});
