import { UsageFault, type Command } from './command.ts';

/** Each command is loaded when it is used: Salesforce's client is slow to load, and most do without. */
const COMMANDS: Record<string, () => Promise<Command>> = {
  'audit export': async () => (await import('./audit.ts')).auditExport,
  'audit verify': async () => (await import('./audit.ts')).auditVerify,
  'audit checkpoint': async () => (await import('./audit.ts')).auditCheckpoint,
  'outcomes reconcile': async () => (await import('./outcomes.ts')).outcomesReconcile,
  'outcomes recompute': async () => (await import('./outcomes.ts')).outcomesRecompute,
  'person export': async () => (await import('./person.ts')).personExport,
  'person erase': async () => (await import('./person.ts')).personErase,
  'policy show': async () => (await import('./policy.ts')).policyShow,
  'setup checks': async () => (await import('./setup.ts')).setupChecks,
  'policy simulate': async () => (await import('./policy.ts')).policySimulate,
};

async function usage(): Promise<string> {
  const lines = ['Usage:'];
  for (const [name, load] of Object.entries(COMMANDS))
    lines.push(`  dealside ${name} ${(await load()).usage}`);
  return `${lines.join('\n')}\n`;
}

const [group = '', verb = '', ...args] = process.argv.slice(2);
const load = COMMANDS[`${group} ${verb}`];
try {
  if (!load)
    throw new UsageFault(
      group ? `there is no command ${[group, verb].join(' ').trim()}` : 'which command?',
    );
  const command = await load();
  process.exitCode = await command.run(args);
} catch (fault) {
  const isUsage =
    fault instanceof UsageFault || (fault as { code?: string }).code?.startsWith('ERR_PARSE_ARGS');
  process.stderr.write(`dealside: ${(fault as Error).message}\n${isUsage ? await usage() : ''}`);
  process.exitCode = 2;
}
