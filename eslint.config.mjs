// Configures the linter. It also holds the architecture: allowed imports between folders, and the purity of the core.
import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { boundaries } from './scripts/lib/boundaries.mjs';
import { purity } from './scripts/lib/purity.mjs';

const nodeGlobals = Object.fromEntries(
  [
    'Buffer',
    'URL',
    'URLSearchParams',
    'console',
    'fetch',
    'performance',
    'process',
    'require',
    'module',
  ]
    .concat(['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'])
    .map((name) => [name, 'readonly']),
);
const mochaGlobals = Object.fromEntries(
  ['describe', 'it', 'before', 'after', 'beforeEach', 'afterEach'].map((name) => [
    name,
    'readonly',
  ]),
);

/** Globals of functions that run in the page under test. */
const pageGlobals = Object.fromEntries(
  ['document', 'getComputedStyle', 'innerWidth', 'requestAnimationFrame', 'scrollTo', 'scrollY']
    .concat(['Event', 'addEventListener', 'removeEventListener'])
    .map((name) => [name, 'readonly']),
);

export default defineConfig(
  { ignores: ['dist/', 'out/', '.vscode-test/', 'test/host/', 'test/host-oldest/', 'coverage/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.ts', '**/*.mts'],
    extends: [tseslint.configs.recommendedTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
    },
  },
  {
    files: ['**/*.ts', '**/*.mts', '**/*.mjs', '**/*.cjs'],
    rules: { eqeqeq: 'error', 'prefer-const': 'error', 'object-shorthand': 'error' },
  },
  { files: ['**/*.mjs', '**/*.cjs'], languageOptions: { globals: nodeGlobals } },
  {
    files: ['test/ui/**/*.mjs', 'test/webview/**/*.mjs', 'test/engine/*.test.mjs'],
    languageOptions: { globals: mochaGlobals },
  },
  { files: ['test/webview/**/*.mjs'], languageOptions: { globals: pageGlobals } },
  ...boundaries,
  ...purity,
);
