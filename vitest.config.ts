// Tests run in Node, each file in a worker of its own; the migrated database dump is made once for all of them.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/global-setup.ts'],
    // A hang is what these catch; a busy machine is slow without being wrong.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    restoreMocks: true,
    // Every core: tests wait for databases and servers more than they compute.
    maxWorkers: '100%',
  },
});
