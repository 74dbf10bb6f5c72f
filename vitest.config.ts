import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    exclude: ["tests/stack/**", "tests/browser/**"],
    reporters: ["default", "./tests/fixtures/closing-line.ts"],
    globalSetup: ["tests/fixtures/emulators.ts"],
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
