import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ESLint, type Linter } from 'eslint';
import { MAY_WAIT, NOT_OURS, SANDBOX_RULES } from '../../../force-app/lint.mjs';
import { MAIN } from './tree.ts';

interface Emitter {
  emitted(): Iterable<{ bundle: string; file: string; code: string }>;
}

const require = createRequire(import.meta.url);

/** Salesforce's own rules over the JavaScript that is deployed. */
export function componentLint(): ESLint {
  const { configs } = require('@salesforce/eslint-config-lwc') as {
    configs: Record<'recommended', Linter.Config[]>;
  };
  return new ESLint({
    cwd: join(MAIN, '../..'),
    overrideConfigFile: true,
    ignore: false,
    baseConfig: [
      ...configs.recommended,
      SANDBOX_RULES,
      { rules: NOT_OURS, languageOptions: { parserOptions: { requireConfigFile: false } } },
      {
        files: MAY_WAIT.map((bundle) => `**/lwc/${bundle}/*.js`),
        rules: { '@lwc/lwc/no-async-operation': 'off' },
      },
    ],
  });
}

export const lintOne = async (lint: ESLint, code: string, filePath: string): Promise<string[]> =>
  (await lint.lintText(code, { filePath }))
    .flatMap(({ messages }) => messages)
    .map(
      ({ line, ruleId, message }) =>
        `${filePath.slice(MAIN.length + 1)}:${line} ${message} (${ruleId})`,
    );

export async function checkLint(): Promise<string[]> {
  const { emitted } = (await import(pathToFileURL(join(MAIN, '../emit.mjs')).href)) as Emitter;
  const lint = componentLint();
  const faults: string[] = [];
  for (const { file, code } of emitted()) faults.push(...(await lintOne(lint, code, file)));
  return faults;
}
