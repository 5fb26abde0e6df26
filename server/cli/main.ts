import { auditCheckpoint, auditExport, auditVerify } from './audit.ts';
import { policyShow, policySimulate } from './policy.ts';
import { UsageFault, type Command } from './command.ts';
import { personErase, personExport } from './person.ts';

const COMMANDS: Record<string, Command> = {
  'audit export': auditExport,
  'audit verify': auditVerify,
  'audit checkpoint': auditCheckpoint,
  'person export': personExport,
  'person erase': personErase,
  'policy show': policyShow,
  'policy simulate': policySimulate,
};

const usage = (): string =>
  [
    'Usage:',
    ...Object.entries(COMMANDS).map(([name, { usage }]) => `  dealside ${name} ${usage}`),
    '',
  ].join('\n');

const [group = '', verb = '', ...args] = process.argv.slice(2);
const command = COMMANDS[`${group} ${verb}`];
try {
  if (!command)
    throw new UsageFault(
      group ? `there is no command ${[group, verb].join(' ').trim()}` : 'which command?',
    );
  process.exitCode = await command.run(args);
} catch (fault) {
  const isUsage =
    fault instanceof UsageFault || (fault as { code?: string }).code?.startsWith('ERR_PARSE_ARGS');
  process.stderr.write(`dealside: ${(fault as Error).message}\n${isUsage ? usage() : ''}`);
  process.exitCode = 2;
}
