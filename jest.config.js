/** Compiles without checking types: `npm run check:types` does that once for all. */
const transpile = [
  'ts-jest',
  {
    diagnostics: false,
    tsconfig: {
      module: 'CommonJS',
      moduleResolution: 'node10',
      jsx: 'react-jsx',
      esModuleInterop: true,
      resolveJsonModule: true,
      target: 'ES2022',
      isolatedModules: true,
      allowJs: true,
    },
  },
];

/** Unit and integration tests: everything that needs no browser and no LibreOffice. */
module.exports = {
  testEnvironment: 'node',
  // A busy machine is no failure: what must be quick is counted, or measured in bench/.
  testTimeout: 30_000,
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/e2e/'],
  transform: { '^.+\\.(tsx?|m?js)$': transpile },
  // These ship ES modules only.
  transformIgnorePatterns: ['/node_modules/(?!(@borgar/fx|numfmt)/)'],
};
