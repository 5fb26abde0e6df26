// TypeScript is oxlint's business (.oxlintrc.json): here is what Salesforce's own rules say of the
// components, and what is written in JavaScript.
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
  { files: ['force-app/**/*.{ts,js}'], languageOptions: { parser: tseslint.parser } },
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: { 'max-lines': ['error', 400] },
  },
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
  // Decorators and templates are the LWC compiler's business: components compile in the tests.
  {
    files: ['force-app/**/*.js'],
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-unused-vars': unused,
      'no-debugger': 'error',
    },
  },
);
