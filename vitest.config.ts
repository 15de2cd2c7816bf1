import { defineConfig } from 'vitest/config'

// biome-ignore lint/style/noDefaultExport: Vitest reads its configuration from the default export.
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // What is waited for comes later on a loaded computer; what comes at once is not held up.
    expect: { poll: { timeout: 30_000 } },
    coverage: {
      provider: 'v8',
      include: ['shared/draw/**', 'shared/ledger/**'],
      reporter: ['text-summary'],
      // The draw and its ledger are what the product exists for: every branch is exercised, or the build fails.
      thresholds: { branches: 100, functions: 100, lines: 100, statements: 100 },
    },
  },
})
