import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { commandOf, fromRoot } from '../../../../local/machine/files/paths.ts';

const VIOLATIONS: readonly [rule: string, from: string, to: string][] = [
  ['domain-is-pure', 'server/domain/call/call.ts', 'server/ports/index.ts'],
  ['domain-is-pure-core', 'server/domain/call/call.ts', 'node:fs'],
  ['commands-imports', 'server/commands/calls/placeCall.ts', 'server/store/calls/rows/callRows.ts'],
  ['http-imports-no-adapter', 'server/http/app.ts', 'server/telephony/client/client.ts'],
  ['http-imports-no-adapter', 'server/http/app.ts', 'server/crm/directory/directory.ts'],
  ['http-imports-no-adapter', 'server/http/app.ts', 'server/store/calls/rows/callRows.ts'],
  ['http-imports-no-adapter', 'server/http/app.ts', 'server/queue/relay.ts'],
  [
    'telephony-imports-no-adapter',
    'server/telephony/client/client.ts',
    'server/crm/directory/directory.ts',
  ],
  ['crm-imports', 'server/crm/directory/directory.ts', 'server/commands/calls/placeCall.ts'],
  ['server-not-local', 'server/telephony/client/client.ts', 'local/carrier/rest/resources.ts'],
  ['local-not-server', 'local/carrier/rest/resources.ts', 'server/domain/call/call.ts'],
  ['stand-ins-apart', 'local/org/org.ts', 'local/carrier/rest/resources.ts'],
  ['softphone-apart', 'softphone/page.ts', 'server/domain/call/call.ts'],
  ['only-main-composes', 'server/http/app.ts', 'server/main.ts'],
];

const FAITHFUL: readonly [from: string, to: string][] = [
  ['server/commands/supervision/changeMode.ts', 'server/domain/call/modes.ts'],
  ['server/commands/supervision/changeMode.ts', 'server/ports/index.ts'],
];

const CYCLE: readonly [from: string, to: string][] = [
  ['server/live/hub.ts', 'server/live/sse.ts'],
  ['server/live/sse.ts', 'server/live/hub.ts'],
];

describe('the import rules', function () {
  this.timeout(300_000);
  const project = mkdtempSync(join(tmpdir(), 'dealside-imports-'));
  let violations: { from: string; to: string; rule: { name: string } }[];

  before(() => {
    writeProject([...VIOLATIONS.map(([, from, to]) => [from, to] as const), ...FAITHFUL, ...CYCLE]);
    const { stdout, stderr } = spawnSync(
      process.execPath,
      [
        commandOf('dependency-cruiser', 'depcruise'),
        '--config',
        fromRoot('.dependency-cruiser.cjs'),
        '--output-type',
        'json',
        '.',
      ],
      { cwd: project, encoding: 'utf8' },
    );
    assert.ok(stdout, stderr);
    ({
      summary: { violations },
    } = JSON.parse(stdout) as { summary: { violations: typeof violations } });
  });
  after(() => rmSync(project, { recursive: true, force: true }));

  for (const [rule, from, to] of VIOLATIONS) {
    it(`catch ${from} importing ${to}`, () => assert.ok(brokenBy(from, to).includes(rule)));
  }

  it('catch two files that import each other', () => {
    assert.deepEqual(
      CYCLE.flatMap(([from, to]) => brokenBy(from, to)),
      ['no-cycles'],
    );
  });

  for (const [from, to] of FAITHFUL) {
    it(`let ${from} import ${to}`, () => assert.deepEqual(brokenBy(from, to), []));
  }

  const brokenBy = (from: string, to: string): string[] =>
    violations
      .filter((violation) => violation.from === from && violation.to === to.replace('node:', ''))
      .map(({ rule }) => rule.name);

  function writeProject(edges: (readonly [from: string, to: string])[]): void {
    const importsOf = Map.groupBy(edges, ([from]) => from);
    const paths = new Set(edges.flat().filter((path) => !path.startsWith('node:')));
    for (const path of paths) {
      const up = '../'.repeat(path.split('/').length - 1);
      const imports = (importsOf.get(path) ?? []).map(
        ([, to]) => `import '${to.startsWith('node:') ? to : up + to}';\n`,
      );
      mkdirSync(join(project, dirname(path)), { recursive: true });
      writeFileSync(join(project, path), [...imports, 'export {};\n'].join(''));
    }
  }
});
