import { existsSync, readdirSync } from 'node:fs';

const LWC = 'force-app/main/default/lwc';
const bundles = readdirSync(new URL(LWC, import.meta.url)).filter((name) =>
  existsSync(new URL(`${LWC}/${name}/${name}.ts`, import.meta.url)),
);
const isComponent = (name) => existsSync(new URL(`${LWC}/${name}/${name}.html`, import.meta.url));

/** @type {import('knip').KnipConfig} */
export default {
  entry: [
    // Programs that are started by their path.
    'server/{main,preloadedMain}.ts',
    'server/cli/main.ts',
    'local/{carrier,org}/main.ts',
    'local/machine/*/*.mjs',
    'local/machine/commands/*.ts',
    'local/machine/testing/mochaTally.cjs',
    'local/salesforce/*.mjs',
    'local/salesforce/{package,version}.ts',
    'scripts/*.mjs',
    'local/machine/*/{checkApex,*.d}.{ts,mts}',
    'bench/*.ts',
    'bench/programs/*.{ts,mjs}',
    'test/proof/{audio,day}/main.ts',
    // Sources of what browsers load.
    'local/org/lightning/build.ts',
    'local/org/lightning/client/main.ts',
    'local/org/lightning/platform/**/*.js',
    'softphone/build.ts',
    'softphone/src/{main,passkey,plainSignaling}.ts',
    // Components are used by templates and pages; bundles of code alone by imports.
    ...bundles.filter(isComponent).map((name) => `${LWC}/${name}/${name}.ts`),
    'force-app/**/__tests__/**/*.test.ts',
    'force-app/test/*.js',
    'test/**/*.test.ts',
    'test/support/crmRelayProcess.ts',
    'test/support/relayProcess.ts',
  ],
  project: [
    '{server,local,softphone,test,bench,scripts}/**/*.{ts,mts,mjs,cjs,js}',
    'force-app/**/*.{ts,mjs,js}',
    '!**/{dist,generated}/**',
  ],
  ignoreDependencies: [
    // Imported by the generated database client.
    '@prisma/client',
    // Copied or served as files, found by their place in node_modules.
    '@salesforce-ux/design-system',
    '@salesforce-ux/design-system-2',
    '@salesforce/code-analyzer-pmd-engine',
    '@twilio-alpha/mcp',
    '@twilio/voice-sdk',
    'axe-core',
    'lightning-base-components',
    // What the platform answers to a component's imports.
    '@salesforce/(apex|client|customPermission|i18n|label|user)',
    'lightning',
  ],
  ignoreBinaries: ['apt-get', 'haproxy', 'java', 'sf'],
  paths: {
    'test/*': ['./force-app/test/*'],
    ...Object.fromEntries(bundles.map((name) => [`c/${name}`, [`./${LWC}/${name}/${name}.ts`]])),
  },
};
