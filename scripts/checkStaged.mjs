// Checks format and lint of the files that a commit is about to take.
import { execFileSync, spawnSync } from 'node:child_process';

const staged = execFileSync(
  'git',
  ['diff', '--cached', '--name-only', '-z', '--diff-filter=ACMR'],
  {
    encoding: 'utf8',
  },
)
  .split('\0')
  .filter(Boolean);
const code = staged.filter((path) => /\.(m?ts|[mc]?js)$/.test(path));

const passes = (paths, script, ...options) =>
  paths.length === 0 ||
  spawnSync(process.execPath, [...process.execArgv, script, ...options, ...paths], {
    stdio: 'inherit',
  }).status === 0;

const formatted =
  passes(staged, 'node_modules/oxfmt/bin/oxfmt', '--check', '--no-error-on-unmatched-pattern') &&
  passes(
    staged.filter((path) => /\.(html|cls|trigger|apex)$/.test(path)),
    'node_modules/prettier/bin/prettier.cjs',
    '--check',
    '--log-level',
    'warn',
  );
const clean =
  passes(code, 'node_modules/oxlint/bin/oxlint', '--no-error-on-unmatched-pattern') &&
  passes(code, 'node_modules/eslint/bin/eslint.js', '--no-warn-ignored');
if (!formatted) process.stderr.write('npm run format puts this right\n');
process.exitCode = formatted && clean ? 0 : 1;
