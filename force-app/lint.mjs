// Salesforce's own lint rules over the sources of the components: LWC, Lightning and SLDS.
import { createRequire } from 'node:module';
import sldsPlugin from '@salesforce-ux/eslint-plugin-slds';

const require = createRequire(import.meta.url);
const lwc = require('@salesforce/eslint-config-lwc');

const lockerPlugin = require('@locker/eslint-plugin-locker');
const locker = require('@locker/eslint-config-locker');

const SOURCES = 'force-app/main/default/lwc';

/** What Lightning Web Security forbids or changes so that it does not do what was meant. */
export const SANDBOX_RULES = {
  plugins: { '@locker/locker': lockerPlugin },
  rules: {
    ...locker.rules,
    '@locker/locker/distorted-element-inner-html-setter': 'error',
    '@locker/locker/distorted-element-outer-html-setter': 'error',
    '@locker/locker/distorted-window-frames-getter': 'error',
    // The rule for it takes anything named open for it.
    'no-restricted-syntax': [
      'error',
      {
        selector: "CallExpression[callee.object.name='window'][callee.property.name='open']",
        message: 'Lightning Web Security opens no window that can be used: show a link.',
      },
    ],
  },
};

/**
 * Bundles whose work it is to wait, and that stop waiting when they leave the page: no other may
 * start a timer.
 */
export const MAY_WAIT = ['adminAudioCheck', 'dealsideTicker', 'liveFeed', 'softphone'];

/** Rules of Salesforce's set that are off here, each with its reason. */
export const NOT_OURS = {
  // The compiler checks that a function with a type returns on every way.
  'consistent-return': 'off',
  // The compiler sees whether a switch over a union handles every case.
  'default-case': 'off',
  // Pages of one list are asked for one after the other, on purpose.
  'no-await-in-loop': 'off',
  // The formatter takes the parentheses away.
  'no-confusing-arrow': 'off',
  // With `await`, a function that returns a promise stays in the stack trace.
  'no-return-await': 'off',
  // An inner name may be an outer one's: names of the glossary come again in small functions.
  'no-shadow': 'off',
  // The compiler finds them (`noUnusedLocals`), and knows types.
  'no-unused-vars': 'off',
  // Helpers stand below what they help, and are there before anything runs.
  'no-use-before-define': 'off',
  // `void promise` says that nobody waits for it, which another rule demands.
  'no-void': 'off',
  // The compiler finds names and imports that are not there, and the reference checks imports that
  // the package does not have.
  'no-undef': 'off',
  'import/default': 'off',
  'import/export': 'off',
  'import/named': 'off',
  'import/namespace': 'off',
  'import/no-unresolved': 'off',
};

const asErrors = (rules) =>
  Object.fromEntries(
    Object.entries(rules).map(([name, setting]) => [name, setting === 'off' ? 'off' : 'error']),
  );

/**
 * SLDS has no styling hook for the measures of a page's parts: a share of the parent, the width in
 * which lines read well.
 * Borders, radii, spacings, colors and everything else that has a hook must use it.
 */
const MEASURE = /^[\d.]+(rem|%)$/;

/** Hardcoded values, but for measures without a hook. */
const hardcodedValues = sldsPlugin.rules['no-hardcoded-values-slds2'];
const hardcodedValuesWithHook = {
  ...hardcodedValues,
  create: (context) =>
    hardcodedValues.create(
      Object.create(context, {
        report: {
          value: (found) => {
            if (found.messageId !== 'noReplacement' || !MEASURE.test(found.data?.oldValue ?? ''))
              context.report(found);
          },
        },
      }),
    ),
};

export const componentRules = [
  ...lwc.configs.recommendedTs.map((config) => ({ ...config, files: [`${SOURCES}/*/*.ts`] })),
  { ...SANDBOX_RULES, files: [`${SOURCES}/*/*.ts`] },
  { files: [`${SOURCES}/*/*.ts`], rules: NOT_OURS },
  {
    files: MAY_WAIT.map((bundle) => `${SOURCES}/${bundle}/*.ts`),
    rules: { '@lwc/lwc/no-async-operation': 'off' },
  },
  ...[sldsPlugin.configs['flat/recommended-css']]
    .flat()
    .map((config) => ({ ...config, files: [`${SOURCES}/*/*.css`], rules: asErrors(config.rules) })),
  {
    files: [`${SOURCES}/*/*.css`],
    plugins: { dealside: { rules: { 'no-hardcoded-values': hardcodedValuesWithHook } } },
    rules: {
      '@salesforce-ux/slds/no-hardcoded-values-slds2': 'off',
      'dealside/no-hardcoded-values': 'error',
    },
  },
  ...[sldsPlugin.configs['flat/recommended-html']].flat().map((config) => ({
    ...config,
    files: [`${SOURCES}/*/*.html`],
    rules: asErrors(config.rules),
  })),
];
