import { defineConfig } from 'vitest/config'

// What is asked until it is true is asked for as long as a busy machine takes.
const expect = { poll: { timeout: 15_000 } }

const node = {
  environment: 'node' as const,
  expect,
  exclude: [
    '**/node_modules/**',
    '**/dist/**',
    '**/__fixtures__/**',
    '**/estates/*/repositories/**',
    '**/.work/**',
  ],
}

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...node,
          name: 'packages',
          include: [
            'packages/**/*.test.ts',
            'apps/cli/**/*.test.ts',
            'apps/collector/**/*.test.ts',
            'tools/**/*.test.ts',
          ],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          ...node,
          name: 'system',
          include: ['tests/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
      'apps/dashboard',
    ],
  },
})
