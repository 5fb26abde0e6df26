import assert from 'node:assert/strict';
import type { Call } from '../../../../server/domain/call/call.ts';
import { mayReadWords } from '../../../../server/domain/supervision/transcriptReaders.ts';
import {
  active,
  at,
  liveCall,
  person,
  qa,
  rep,
  supervisedCall,
} from '../../../support/builders.ts';
import { SAMPLE_POLICY as policy } from '../../../support/samplePolicy.ts';

const ended = (call: ReturnType<typeof liveCall>, isDeclined?: boolean): Call => ({
  ...call,
  status: 'ended',
  endedAt: at(60),
  endReason: 'hung_up',
  ...(isDeclined !== undefined && {
    monitoringChoice: { isDeclined, source: 'rep', exceptReasons: [], at: at(5) } as const,
  }),
});
const reads = (call: Call, who = qa()) => mayReadWords(call, who, { policy, now: at(90) });

describe('the words of a call that is over', () => {
  it('are read by those who may see it', () => {
    assert.equal(reads(ended(liveCall())), true);
    assert.equal(reads(ended(liveCall(), false)), true, 'the customer agreed');
  });

  it('are read by nobody new where the customer declined monitoring', () => {
    const declined = ended(liveCall(), true);
    assert.equal(reads(declined), false);
    assert.equal(reads(declined, person()), false);
    assert.equal(reads(declined, rep()), true, 'the rep, who was in it');
  });

  it('stay readable for a supervisor who was on it', () => {
    const { interventions } = supervisedCall(active());
    const joined = interventions.map((one) => ({
      ...one,
      status: 'ended',
      joinedAt: at(1),
      endedAt: at(4),
    }));
    assert.equal(
      reads({ ...ended(liveCall(), true), interventions: joined as never }, person()),
      true,
    );
  });
});
