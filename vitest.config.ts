import { defineConfig } from 'vitest/config'

/** Tests import the TypeScript sources of every workspace package through the `source` export condition. */
export default defineConfig({
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'] } },
  test: {
    include: ['{packages,apps,examples,test,bench,scripts}/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**'],
    globalSetup: ['scripts/build-before-tests.mjs'],
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
})
