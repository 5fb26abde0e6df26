import assert from 'node:assert/strict';
import { createRefusalWriter } from '../../../../server/commands/audit/writeRefusals.ts';
import { UNKNOWN_ORG, type AuditEntry } from '../../../../server/domain/audit/entries.ts';
import { auditEntry } from '../../../support/auditStage.ts';
import { quietLog } from '../../../support/quietLog.ts';

describe('a refusal', () => {
  let written: AuditEntry[];
  let isAway: boolean;
  let writer: ReturnType<typeof createRefusalWriter>;

  beforeEach(() => {
    [written, isAway] = [[], false];
    writer = createRefusalWriter({
      recordAudit: async (entries) => {
        if (isAway) throw new Error('the database is away');
        written.push(...entries);
      },
      elsewhere: 'home',
      log: quietLog,
    });
  });
  const refused = (facts: Partial<AuditEntry> = {}) =>
    auditEntry({ action: 'SignIn', result: 'refused', code: 'token_expired', ...facts });

  it('of nobody’s org is in the chain of the org that answers for it', async () => {
    await writer.recordAudit([refused({ orgId: UNKNOWN_ORG, actor: { kind: 'unknown' } })]);
    assert.deepEqual(
      written.map(({ orgId }) => orgId),
      ['home'],
    );
  });

  it('is answered while the database is away, and written once it is back', async () => {
    isAway = true;
    const first = refused();
    await writer.recordAudit([first]);
    await writer.writeTallies();
    assert.deepEqual(written, []);
    isAway = false;
    await writer.writeTallies();
    assert.deepEqual(written, [first]);
  });

  it('is counted, not lost, when tallies could not be written', async () => {
    await writer.recordAudit([refused()]);
    for (const turn of [true, true, false]) {
      isAway = turn;
      await writer.recordAudit([refused()]);
      await writer.recordAudit([refused()]);
      await writer.writeTallies();
    }
    assert.deepEqual(
      written.map(({ details }) => details.times ?? 1),
      [1, 6],
    );
  });

  it('does not hold up what was done: an act that cannot be written fails', async () => {
    isAway = true;
    await assert.rejects(writer.recordAudit([auditEntry()]), /away/);
  });
});
