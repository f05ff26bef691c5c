import { defineConfig } from 'vitest/config'

/** Tests import the TypeScript sources of every workspace package through the `source` export condition. */
export default defineConfig({
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'] } },
  test: {
    include: ['{packages,apps,examples,test,bench,scripts}/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**'],
    globalSetup: ['scripts/build-before-tests.mjs'],
    // So long that a busy machine comes to the same end as an idle one; what has to be quick says so itself.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
