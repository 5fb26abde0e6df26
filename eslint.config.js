import eslint from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { componentRules } from './force-app/lint.mjs';

const unused = [
  'error',
  {
    argsIgnorePattern: '^_',
    varsIgnorePattern: '^_',
    caughtErrors: 'none',
    ignoreRestSiblings: true,
  },
];
const nodeGlobals = {
  process: 'readonly',
  setTimeout: 'readonly',
  setInterval: 'readonly',
  clearInterval: 'readonly',
  clearTimeout: 'readonly',
  URL: 'readonly',
  console: 'readonly',
};

/** What only somebody who knows the types can see. Jest's tests have no project of their own. */
const typed = {
  files: ['{server,softphone,local,test,bench}/**/*.ts', 'force-app/main/**/*.ts'],
  ignores: ['**/__tests__/**'],
  languageOptions: {
    parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
  },
  rules: {
    '@typescript-eslint/await-thenable': 'error',
    '@typescript-eslint/no-array-delete': 'error',
    '@typescript-eslint/no-duplicate-type-constituents': 'error',
    '@typescript-eslint/no-floating-promises': 'error',
    '@typescript-eslint/no-for-in-array': 'error',
    '@typescript-eslint/no-misused-promises': 'error',
    '@typescript-eslint/no-unnecessary-type-assertion': 'error',
    '@typescript-eslint/prefer-promise-reject-errors': 'error',
    // A default does not excuse a member of a union that is named nowhere.
    '@typescript-eslint/switch-exhaustiveness-check': [
      'error',
      { considerDefaultExhaustiveForUnions: false },
    ],
  },
};

/** Stand-ins and tests may leave the rest of a union to a default. */
const defaultsAllowed = {
  files: ['{local,test,bench}/**/*.ts'],
  rules: {
    '@typescript-eslint/switch-exhaustiveness-check': [
      'error',
      { considerDefaultExhaustiveForUnions: true },
    ],
  },
};

/** Nothing of type any, in what people rely on. */
const neverAny = {
  files: ['{server,softphone}/**/*.ts'],
  rules: {
    '@typescript-eslint/no-redundant-type-constituents': 'error',
    '@typescript-eslint/no-unsafe-argument': 'error',
    '@typescript-eslint/no-unsafe-assignment': 'error',
    '@typescript-eslint/no-unsafe-call': 'error',
    '@typescript-eslint/no-unsafe-member-access': 'error',
    '@typescript-eslint/no-unsafe-return': 'error',
    '@typescript-eslint/only-throw-error': 'error',
    '@typescript-eslint/restrict-plus-operands': 'error',
    '@typescript-eslint/restrict-template-expressions': 'error',
  },
};

export default defineConfig(
  globalIgnores([
    '**/node_modules/',
    '**/dist/',
    '**/generated/',
    '**/staticresources/',
    '.dealside/',
    'coverage/',
  ]),
  ...componentRules,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: { 'max-lines': ['error', 400] },
  },
  {
    files: ['**/*.ts', '**/*.mts'],
    extends: [eslint.configs.recommended, tseslint.configs.recommended],
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'no-undef': 'off',
      'no-unused-vars': 'off',
      'prefer-const': ['error', { destructuring: 'all' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-vars': unused,
    },
  },
  typed,
  defaultsAllowed,
  neverAny,
  {
    files: ['**/*.mjs', '*.config.js'],
    extends: [eslint.configs.recommended],
    languageOptions: { globals: nodeGlobals },
    rules: { 'no-unused-vars': unused },
  },
  {
    files: ['**/*.cjs'],
    extends: [eslint.configs.recommended],
    languageOptions: {
      sourceType: 'commonjs',
      globals: { ...nodeGlobals, module: 'writable', require: 'readonly', __dirname: 'readonly' },
    },
  },
  // Jest hoists mock factories above imports, so they can only require.
  {
    files: ['force-app/**/__tests__/**'],
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  // Decorators and templates are the LWC compiler's business: components compile in the tests.
  {
    files: ['force-app/**/*.js'],
    languageOptions: { parser: tseslint.parser },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-unused-vars': unused,
      'no-debugger': 'error',
    },
  },
);
