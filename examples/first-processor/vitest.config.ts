import { defineConfig } from 'vitest/config'

/** Says that the tests of this folder stand alone, wherever it is copied to. */
export default defineConfig({})
