import assert from 'node:assert/strict';
import { callForHelp } from '../../../../server/commands/jobs/callForHelp.ts';
import { DEFAULT_COACHING_RULES } from '../../../../server/domain/call/coachingRules.ts';
import { CarrierProblem, CrmProblem, CrmUnavailable } from '../../../../server/ports/index.ts';
import { at, liveCall, ORG, person } from '../../../support/builders.ts';
import { quietLog } from '../../../support/quietLog.ts';

const PHONES: Readonly<Record<string, string>> = {
  maya: '+14155550173',
  dana: '+14155550174',
  customer: '+12065550187',
};
const call = liveCall({
  customer: { name: 'Marcus Hale', phone: PHONES.customer },
  help: {
    helpRequestId: 'h1',
    reasonCode: 'pricing',
    note: 'They want 40 percent',
    at: at(0),
    status: 'open',
  },
});

interface World {
  readonly isOn?: boolean;
  readonly isAway?: boolean;
  readonly busy?: readonly string[];
  readonly fails?: boolean;
  readonly helpRequestId?: string;
}

async function ring(
  userIds: readonly string[],
  { isOn = true, isAway = false, busy = [], fails = false, helpRequestId = 'h1' }: World = {},
) {
  const spoken: { to: string; words: string }[] = [];
  const [result] = await callForHelp({
    store: { loadCalls: async () => new Map([[call.callId, call]]) },
    coachingRules: {
      of: () => ({
        ...DEFAULT_COACHING_RULES,
        ...(isOn && { helpPhones: { quietFromHour: 0, quietUntilHour: 0 } }),
      }),
    },
    async possibleHelpers() {
      if (isAway) throw new CrmUnavailable('away');
      return userIds.map((userId) => ({
        person: person({ userId }),
        isThere: true,
        isBusy: busy.includes(userId),
      }));
    },
    control: {
      async speakWords({ to, words }) {
        if (fails) throw new CarrierProblem('refused', 'no such number');
        spoken.push({ to, words });
      },
    },
    whereToRing: async ({ userId }) =>
      PHONES[userId] ? { device: 'phone', address: PHONES[userId], language: 'en' } : undefined,
    clock: { now: () => at(1) },
    log: quietLog,
  })([
    {
      key: 'k',
      orgId: ORG,
      topic: 'carrier.helpCall',
      payload: { callId: call.callId, helpRequestId, step: 0 },
    },
  ]);
  return { spoken, result };
}
const numbers = async (...asked: Parameters<typeof ring>) =>
  (await ring(...asked)).spoken.map(({ to }) => to);

describe('a help request to the phones of supervisors', () => {
  it('calls those who are reached there, and says whose call it is and nothing of it', async () => {
    const { spoken } = await ring(['maya', 'at-her-softphone']);
    assert.deepEqual(spoken, [
      {
        to: PHONES.maya,
        words:
          'This is Dealside. Ravi Patel asks for help on a call. Please open the live wall to join.',
      },
    ]);
  });

  it('calls nobody where the org has not said so', async () =>
    assert.deepEqual(await numbers(['maya'], { isOn: false }), []));

  it('calls nobody who is on a call', async () =>
    assert.deepEqual(await numbers(['maya', 'dana'], { busy: ['maya'] }), [PHONES.dana]));

  it('never calls the number of the customer', async () =>
    assert.deepEqual(await numbers(['customer']), []));

  it('calls nobody for a request that is over', async () =>
    assert.deepEqual(await numbers(['maya'], { helpRequestId: 'an-earlier-one' }), []));

  it('is tried again while the CRM is away, and not where a phone cannot be called', async () => {
    const { result } = await ring(['maya'], { isAway: true });
    assert.ok(result instanceof CrmProblem && result.kind === 'retry');
    assert.equal((await ring(['maya'], { fails: true })).result, undefined);
  });
});
