import assert from 'node:assert/strict';
import { holdOutOfAlerts } from '../../../../server/commands/alerts/holdOutOfAlerts.ts';
import { ALERT_FAMILIES, type AlertFamily } from '../../../../server/domain/alerts/rule.ts';
import { quietLog } from '../../../support/quietLog.ts';

/** An org that holds out, in which each draw holds the call out. */
const holdOut = holdOutOfAlerts({
  holdOuts: {
    drawOnce: async () => ({ arm: 'held_out', percent: 20 }) as never,
  },
  holdOutPolicies: { of: async () => ({ percent: 20 }) },
  clock: { now: () => '2026-11-28T12:00:00.000Z' },
  log: quietLog,
});
const armOf = (family: AlertFamily, severity: 'attention' | 'compliance' = 'attention') =>
  holdOut.assign({ orgId: 'org', callId: 'call', repUserId: 'rep', family, severity });

describe('alerts, in an org with a hold-out', () => {
  it('are drawn, but for what protects somebody and what the customer asks for', async () => {
    const arms = await Promise.all(
      ALERT_FAMILIES.map(async (family) => [family, await armOf(family)]),
    );
    assert.deepEqual(
      arms.filter(([, arm]) => arm === 'shown').map(([family]) => family),
      ['asks_for_manager', 'legal_or_regulator', 'abuse', 'account_security', 'disclosure_missing'],
    );
  });

  it('of severity compliance are always shown', async () => {
    assert.equal(await armOf('competitor', 'compliance'), 'shown');
  });
});
