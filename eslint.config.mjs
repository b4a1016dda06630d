import js from '@eslint/js';
import tseslint from 'typescript-eslint';
import reactHooks from 'eslint-plugin-react-hooks';

/** Folder -> the folders of src it may import from (besides itself). Everything else is a wall. */
const walls = {
  core: [],
  actions: ['core', 'excel'],
  excel: ['core'],
  pdf: ['core'],
  embedded: [],
  taskpane: ['actions', 'core', 'excel', 'pdf'],
  commands: ['actions', 'core', 'excel'],
  cli: ['actions', 'core', 'excel', 'pdf', 'embedded'],
};
const folders = Object.keys(walls);

/** Forbids `../other/…` imports that reach out of a folder into one it must not know. */
const wall = (folder) => ({
  files: [`src/${folder}/**/*.{ts,tsx}`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: folders
          .filter((other) => other !== folder && !walls[folder].includes(other))
          .map((other) => ({
            regex: `^(\\.\\./)+${other}(/|$)`,
            message: `src/${folder} must not know src/${other} (see ARCHITECTURE.md).`,
          })),
      },
    ],
  },
});

export default tseslint.config(
  { ignores: ['dist', 'out', 'coverage', '.cache', 'node_modules'] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  ...tseslint.configs.stylistic,
  {
    files: ['**/*.{ts,tsx}'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-restricted-syntax': ['error', { selector: 'TSEnumDeclaration', message: 'Use a union of string literals.' }],
      eqeqeq: 'error',
    },
  },
  { files: ['src/{core,excel,actions,pdf,embedded,taskpane,commands}/**/*.{ts,tsx}'], rules: { 'no-console': 'error' } },
  // Only one folder talks to Excel, and only composition roots choose a host.
  {
    files: ['src/{core,actions,pdf,cli}/**/*.{ts,tsx}'],
    rules: {
      'no-restricted-globals': [
        'error',
        { name: 'Excel', message: 'Only src/excel talks to Excel.' },
        { name: 'Office', message: 'Only src/excel talks to Office.' },
      ],
    },
  },
  { files: ['src/taskpane/**/*.{ts,tsx}'], plugins: { 'react-hooks': reactHooks }, rules: reactHooks.configs.recommended.rules },
  ...folders.map(wall),
  {
    files: ['**/*.js', '**/*.mjs'],
    languageOptions: { globals: { module: 'writable', require: 'readonly', process: 'readonly', __dirname: 'readonly' } },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
);
