export default {
  testMatch: ["<rootDir>/__tests__/**/*.test.ts"],
  transform: {
    "^.+\\.ts$": [
      "@swc/jest",
      { jsc: { parser: { syntax: "typescript" }, target: "es2022" }, module: { type: "commonjs" } },
    ],
  },
  // What every test file would load again and no test needs: CDKTF's zip files, and all languages of zod but English.
  moduleNameMapper: {
    "^archiver$": "<rootDir>/__tests__/support/no-archiver.ts",
    "^\\.\\./locales/index\\.cjs$": "zod/v4/locales/en.cjs",
  },
  setupFiles: ["<rootDir>/__tests__/support/no-creation-stacks.ts"],
  snapshotSerializers: ["<rootDir>/__tests__/support/stack-serializer.ts"],
  // A synth of all sample stacks takes a second; a loaded machine makes ten of it.
  testTimeout: 30_000,
  // The default leaves a core free, which on two cores is half of them.
  maxWorkers: "100%",
  modulePathIgnorePatterns: ["<rootDir>/cdktf.out"],
};
