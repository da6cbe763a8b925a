import { defineConfig } from 'vitest/config'

// The tests here are of plain functions: no SvelteKit, no browser. Pages are tried in one by `tests/e2e`.
export default defineConfig({
  test: { name: '@ai-census/dashboard', include: ['src/**/*.test.ts'] },
})
