import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import {
  assuming,
  replay,
  type Assumption,
  type ReplayInput,
} from '../commands/policy/simulatePolicy.ts';
import { consentSetUp, crmTimeoutMs, readOrgs } from '../config.ts';
import type { Policy } from '../domain/policy/policy.ts';
import { validatePolicy } from '../domain/policy/validate.ts';
import { versionOf } from '../domain/policy/version.ts';
import { faultSentence } from '../domain/texts/render.ts';
import { createPastCalls } from '../store/calls/pastCalls.ts';
import { createPolicyHistory } from '../store/policy/policyHistory.ts';
import { mention, say, UsageFault, withDatabase, type Command, type Opened } from './command.ts';
import { simulationTable } from './policyTable.ts';

const DAY_MS = 86_400_000;

/**
 * Prints the rules, words and laws in force, or of a version, as JSON that `policy simulate` accepts
 * after edits.
 */
export const policyShow: Command = {
  usage: '[--org <id>] [--version <version>]',
  async run(args) {
    const { values } = parseArgs({
      args,
      options: { org: { type: 'string' }, version: { type: 'string' } },
    });
    return withDatabase(async (opened) => {
      const { rules, holidays, vocabulary, consent } = await policyVersion(
        opened,
        resolveOrgId(values.org),
        values.version,
      );
      say(JSON.stringify({ rules, holidays, vocabulary, consent }, null, 2));
      return 0;
    });
  },
};

/** Replays past calls under a changed policy and prints the difference (D19, G31). */
export const policySimulate: Command = {
  usage:
    '[--policy <file, as policy show prints it> | --version <version>] [--against <version>] [--from <date>] [--to <date>] [--disclosed-elsewhere yes|no] [--legitimate-interest yes|no] [--org <id>]',
  async run(args) {
    const option = { type: 'string' } as const;
    const { values } = parseArgs({
      args,
      options: {
        policy: option,
        version: option,
        against: option,
        from: option,
        to: option,
        org: option,
        'disclosed-elsewhere': option,
        'legitimate-interest': option,
      },
    });
    const org = resolveOrgId(values.org);
    const period = {
      orgId: org,
      from: instant('from', values.from, Date.now() - 30 * DAY_MS),
      to: instant('to', values.to, Date.now()),
    };
    const assume: Assumption = {
      disclosedElsewhere: yesOrNo('disclosed-elsewhere', values['disclosed-elsewhere']),
      legitimateInterestOnFile: yesOrNo('legitimate-interest', values['legitimate-interest']),
    };
    return withDatabase(async (opened) => {
      const before = await policyVersion(opened, org, values.against);
      const after =
        values.policy === undefined
          ? await policyVersion(opened, org, values.version)
          : await readDraft(values.policy);
      const { store, entry } = opened;
      await store.recordAudit([
        entry({
          orgId: org,
          action: 'PolicySimulated',
          details: {
            before: before.version,
            after: after.version,
            from: period.from,
            to: period.to,
            assume,
          },
        }),
      ]);
      const { connectOrgs, createConsentSource } = await salesforce();
      const { roster, directory, connectionTo } = connectOrgs(orgs(), {
        readTimeoutMs: crmTimeoutMs(process.env),
      });
      const onFile = await createConsentSource(connectionTo, consentSetUp(process.env)).of(org);
      const deps: ReplayInput = { roster, directory, pastCalls: createPastCalls(store.pool) };
      const total = await deps.pastCalls.count(period);
      let reportedTenths = 0;
      const result = await replay(
        deps,
        { ...period, before, after, consent: { before: onFile, after: assuming(onFile, assume) } },
        async (done) => {
          const tenths = Math.floor((done * 10) / total);
          if (tenths > reportedTenths)
            mention(`${(reportedTenths = tenths) * 10}% of ${total.toLocaleString('en-US')} calls`);
          return true;
        },
      );
      for (const line of simulationTable(result!)) say(line);
      return 0;
    });
  },
};

/** What only a simulation asks Salesforce with. */
const salesforce = async () => ({
  ...(await import('../crm/session/orgs.ts')),
  ...(await import('../crm/policy/jurisdictions.ts')),
});

function orgs() {
  const read = readOrgs(process.env);
  if ('faults' in read) throw new Error(read.faults.join('; '));
  return read.orgs;
}

function resolveOrgId(requested: string | undefined): string {
  const orgIds = orgs().map(({ orgId }) => orgId);
  if (requested ? !orgIds.includes(requested) : orgIds.length !== 1)
    throw new UsageFault(`say which org by --org: ${orgIds.join(', ')}`);
  return requested ?? orgIds[0]!;
}

async function policyVersion({ store }: Opened, orgId: string, version?: string): Promise<Policy> {
  const history = createPolicyHistory(store.pool);
  const found =
    version === undefined
      ? (await history.latest(orgId))?.policy
      : await history.find(orgId, version);
  if (!found)
    throw new Error(
      version === undefined
        ? 'no policy was in force yet: start Dealside once'
        : `there never was a policy of the version ${version}`,
    );
  return found;
}

async function readDraft(file: string): Promise<Policy> {
  const draft = JSON.parse(await readFile(file, 'utf8')) as { rules: unknown; holidays: unknown };
  const checked = validatePolicy({ ...draft, version: `draft-${versionOf(draft)}` });
  if ('policy' in checked) return checked.policy;
  throw new Error(
    [
      'the policy has faults:',
      ...checked.faults.map((fault) => `  ${faultSentence({ kind: 'fault', ...fault }, 'en')}`),
    ].join('\n'),
  );
}

function yesOrNo(name: string, text: string | undefined): boolean | undefined {
  if (text === undefined) return undefined;
  if (text !== 'yes' && text !== 'no') throw new UsageFault(`--${name} must be yes or no`);
  return text === 'yes';
}

function instant(name: string, text: string | undefined, otherwise: number): string {
  const at = text === undefined ? otherwise : Date.parse(text);
  if (Number.isNaN(at)) throw new UsageFault(`--${name} must be a date such as 2026-11-01`);
  return new Date(at).toISOString();
}
