import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const APEX_PARSER = `./node_modules/@prettier-apex/apex-ast-serializer-${process.platform}-${process.arch}`;

/** Apex is read by a program that its plugin brings for most machines; elsewhere by Java. */
const readsApex =
  existsSync(new URL(APEX_PARSER, import.meta.url)) || spawnSync('java', ['-version']).status === 0;
if (!readsApex)
  process.stderr.write('format: Apex is left out, which needs Java on this machine\n');

/**
 * Templates and Apex, which Oxfmt does not format as Salesforce does; all else is in .oxfmtrc.json.
 *
 * @type {import('prettier').Config}
 */
export default {
  printWidth: 100,
  plugins: readsApex ? ['prettier-plugin-apex'] : [],
  overrides: [
    // Templates of Lightning components: {expressions} stand without quotes.
    { files: 'force-app/**/lwc/**/*.html', options: { parser: 'lwc' } },
    { files: ['*.cls', '*.trigger', '*.apex'], options: { tabWidth: 4 } },
  ],
};
