import { createWriteStream } from 'node:fs';
import { appendFile, open, readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { createCheckpointSigner } from '../checkpointSigner.ts';
import { createCheckpoint } from '../commands/audit/createCheckpoint.ts';
import { exportAudit } from '../commands/audit/exportAudit.ts';
import { sealReports } from '../commands/audit/sealReports.ts';
import { keyIdOf, type SigningKey } from '../domain/audit/checkpoint.ts';
import { createExportVerifier, type Verdict } from '../domain/audit/exportVerifier.ts';
import type { Fault } from '../domain/audit/verify.ts';
import { clock, ids, mention, say, UsageFault, withDatabase, type Command } from './command.ts';
import { readKeptCheckpoints, readSalesforceCheckpoints } from './salesforceFile.ts';

const PROGRESS_EVERY = 50_000;

/**
 * Writes an org's audit to a file that can be verified without the server (D41). The export itself
 * is audited.
 */
export const auditExport: Command = {
  usage: '[--org <id>] [--out <file>]',
  async run(args) {
    const { values } = parseArgs({
      args,
      options: { org: { type: 'string' }, out: { type: 'string' } },
    });
    return withDatabase(async ({ store, trail, evidence, orgId, entry }) => {
      const org = await orgId(values.org);
      const file = values.out ?? `dealside-audit-${org}-${clock.now().slice(0, 10)}.jsonl`;
      await store.recordAudit([entry({ orgId: org, action: 'AuditExported' })]);
      await pipeline(
        Readable.from(exportAudit({ trail, evidence, clock }, org)),
        createWriteStream(file, { mode: 0o600 }),
      );
      say(`The audit of ${org} is in ${file}. Verify it anywhere: dealside audit verify ${file}`);
      return 0;
    });
  },
};

/** Takes a signed checkpoint of an org's chain now, in addition to the scheduled ones. */
export const auditCheckpoint: Command = {
  usage: '[--org <id>] [--out <file to add it to, kept elsewhere>]',
  async run(args) {
    const { values } = parseArgs({
      args,
      options: { org: { type: 'string' }, out: { type: 'string' } },
    });
    const keyFile = process.env.AUDIT_SIGNING_KEY_FILE;
    if (!keyFile) throw new UsageFault('set AUDIT_SIGNING_KEY_FILE to the key that signs');
    const signer = createCheckpointSigner(await readFile(keyFile, 'utf8'));
    return withDatabase(async ({ store, trail, evidence, orgId, entry }) => {
      const org = await orgId(values.org);
      await store.recordAudit([entry({ orgId: org, action: 'CheckpointTaken' })]);
      const taken = await createCheckpoint(
        {
          trail,
          signer,
          clock,
          log: { info: mention, warn: mention, error: mention } as never,
          seal: (id) => sealReports({ trail, evidence, store, clock, ids }, id),
        },
        org,
      );
      if (values.out && taken && 'ok' in taken) {
        const { statement, signature } = taken.ok;
        await appendFile(values.out, `${JSON.stringify({ statement, signature })}\n`);
      }
      if (taken && 'ok' in taken)
        say(
          `Checkpoint ${taken.ok.number}, signed with the key ${taken.ok.keyId}: ${taken.ok.statement}`,
        );
      else say(`No checkpoint was signed. ${taken?.broken.message ?? ''}`);
      return taken && 'ok' in taken ? 0 : 1;
    });
  },
};

/** Nothing is wrong, and nothing outside the database confirms it. */
const NOT_WITNESSED = 3;

/**
 * Verifies an export without the server; prints the first entry that is not valid. What nothing
 * outside the database confirms is not verified.
 */
export const auditVerify: Command = {
  usage:
    '<file> [--key <public or private key, PEM>]… [--salesforce <checkpoints, JSON or CSV>] [--witness <earlier export or file of checkpoints>]',
  async run(args) {
    const {
      values,
      positionals: [file],
    } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        key: { type: 'string', multiple: true },
        salesforce: { type: 'string' },
        witness: { type: 'string' },
      },
    });
    if (!file) throw new UsageFault('which file is to be verified?');
    const healthy = values.key && (await Promise.all(values.key.map(readKey)));
    const salesforce =
      values.salesforce === undefined
        ? undefined
        : readSalesforceCheckpoints(await readFile(values.salesforce, 'utf8'));
    const kept =
      values.witness === undefined
        ? undefined
        : readKeptCheckpoints(await readFile(values.witness, 'utf8'));
    const verdict = await verifyFile(file, { healthy, inCrm: salesforce, kept });
    for (const line of verdictLines(verdict)) say(line);
    return 'message' in verdict ? 1 : verdict.witness ? 0 : NOT_WITNESSED;
  },
};

async function verifyFile(
  file: string,
  reading: Parameters<typeof createExportVerifier>[0],
): Promise<Fault | Verdict> {
  const verifier = createExportVerifier(reading);
  const handle = await open(file);
  try {
    let lines = 0;
    for await (const line of handle.readLines({ encoding: 'utf8' })) {
      const fault = verifier.line(line);
      if (fault) return fault;
      if ((lines += 1) % PROGRESS_EVERY === 0) mention(`${lines} lines verified`);
    }
    return verifier.end();
  } finally {
    await handle.close();
  }
}

const WITNESS = { crm: 'Salesforce', kept_file: 'a file kept elsewhere' } as const;

function verdictLines(verdict: Fault | Verdict): string[] {
  if ('message' in verdict)
    return [
      `NOT VERIFIED. ${verdict.message}`,
      ...(verdict.position === undefined ? [] : [`First bad entry: ${verdict.position}`]),
    ];
  const { orgId, entries, checkpoints, head, witness, notes } = verdict;
  const audit = `The audit of ${orgId}: ${entries} entries, ${checkpoints} checkpoints, head ${head}`;
  const remarks = notes.map((note) => `Note: ${note}`);
  if (!witness)
    return [
      `NOT WITNESSED. ${audit}`,
      'Nothing in it contradicts itself. But the owner of the database could have rewritten all of it, checkpoints included: give the checkpoints that Salesforce has (--salesforce), or some that were kept elsewhere (--witness).',
      ...remarks,
    ];
  const { by, upTo, unwitnessed } = witness;
  return [
    `VERIFIED. ${audit}`,
    `Witnessed by ${by.map((witness) => WITNESS[witness]).join(' and ')} up to entry ${upTo}${
      unwitnessed.entries === 0
        ? '.'
        : `; not yet witnessed: ${unwitnessed.entries === 1 ? 'the entry' : `the ${unwitnessed.entries} entries`} after it, since ${unwitnessed.since}.`
    }`,
    ...remarks,
  ];
}

async function readKey(path: string): Promise<SigningKey> {
  const pem = await readFile(path, 'utf8');
  const publicKey = pem.includes('PRIVATE') ? createCheckpointSigner(pem).publicKey : pem;
  return { publicKey, keyId: keyIdOf(publicKey) };
}
