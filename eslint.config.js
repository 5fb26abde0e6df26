import eslint from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { componentRules } from './force-app/lint.mjs';

const unused = ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'none', ignoreRestSiblings: true }];
const nodeGlobals = { process: 'readonly', setTimeout: 'readonly', setInterval: 'readonly', clearInterval: 'readonly', clearTimeout: 'readonly', URL: 'readonly', console: 'readonly' };

export default defineConfig(
  globalIgnores(['**/node_modules/', '**/dist/', '**/generated/', '**/staticresources/', '.dealside/', 'coverage/']),
  ...componentRules,
  { linterOptions: { reportUnusedDisableDirectives: 'error' }, rules: { 'max-lines': ['error', 400] } },
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
  { files: ['**/*.mjs'], extends: [eslint.configs.recommended], languageOptions: { globals: nodeGlobals }, rules: { 'no-unused-vars': unused } },
  { files: ['**/*.cjs'], extends: [eslint.configs.recommended], languageOptions: { sourceType: 'commonjs', globals: { ...nodeGlobals, module: 'writable', require: 'readonly', __dirname: 'readonly' } } },
  // Jest hoists mock factories above imports, so they can only require.
  { files: ['force-app/**/__tests__/**'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
  // Decorators and templates are the LWC compiler's business: components compile in the tests.
  { files: ['force-app/**/*.js'], languageOptions: { parser: tseslint.parser }, rules: { eqeqeq: ['error', 'always', { null: 'ignore' }], 'no-unused-vars': unused, 'no-debugger': 'error' } },
);
