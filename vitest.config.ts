import { defineConfig } from 'vitest/config'

// Somewhere odd on purpose: +12:45, with daylight saving. Code that leans on the machine's zone fails here.
process.env.TZ = 'Pacific/Chatham'

const alias = { '@': import.meta.dirname }

export default defineConfig({
  resolve: { alias },
  test: {
    maxWorkers: 2,
    env: { TZ: 'Pacific/Chatham', LOG_LEVEL: 'silent' },
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'core',
          isolate: false,
          include: ['tests/core/**/*.test.ts', 'tests/*.test.ts'],
          setupFiles: ['tests/support/console.ts'],
          testTimeout: 60_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'database',
          include: ['tests/*/**/*.test.{ts,tsx}'],
          exclude: ['tests/core/**', 'tests/e2e/**'],
          setupFiles: ['tests/support/console.ts'],
          globalSetup: ['tests/support/cluster.ts'],
          // Generous on purpose: two cores may be shared, and a slow machine is no defect.
          testTimeout: 240_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
