import assert from 'node:assert/strict';
import { auditAct, auditEvents, auditRefusal } from '../../../../server/domain/audit/entries.ts';
import type { CallEvent } from '../../../../server/domain/call/events.ts';
import { evolveAll } from '../../../../server/domain/call/evolve.ts';
import { refusal } from '../../../../server/domain/call/refusals.ts';
import { at, START, supervisedCall } from '../../../support/builders.ts';

const context = { actor: { kind: 'carrier' as const }, nextId: () => 'id' };
const CALL = supervisedCall({}, 'nobody', {
  rep: { userId: 'ravi', name: 'Ravi Patel', managerIds: [], queueIds: ['00G1', '00G2'] },
  opportunity: { opportunityId: '006A', name: 'Renewal' },
});
const WHICH = { queue: '00G1,00G2', direction: 'outbound', opportunityId: '006A' };

function entryOf(event: CallEvent) {
  const [entry] = auditEvents(evolveAll(CALL, [event]), [event], context);
  return entry!;
}

describe('an audit entry', () => {
  it('says which call it was, by id, queue, direction and deal (D28)', () => {
    const { callId, queue, direction, opportunityId } = entryOf({
      type: 'LeaveRequested',
      interventionId: 'i1',
      at: at(9),
    });
    assert.deepEqual(
      { callId, queue, direction, opportunityId },
      { callId: CALL.callId, ...WHICH },
    );
  });
  it('of what the carrier confirmed says whose mode it was, and in which role (D27, D30)', () => {
    assert.deepEqual(
      entryOf({ type: 'ModeConfirmed', interventionId: 'i1', mode: 'whisper', at: at(9) }).details,
      { mode: 'whisper', supervisorUserId: 'maya', supervisorRole: 'supervisor' },
    );
  });
  it('of the end of a presence says from when to when it was (D29)', () => {
    assert.deepEqual(
      entryOf({
        type: 'InterventionEnded',
        interventionId: 'i1',
        endReason: 'supervisor_left',
        at: at(9),
      }).details,
      {
        endReason: 'supervisor_left',
        supervisorUserId: 'maya',
        supervisorRole: 'supervisor',
        joinedAt: START,
        leftAt: at(9),
      },
    );
  });
  it('of an act on a call, and of a refusal, says which call as well', () => {
    const opened = auditAct(
      { orgId: CALL.orgId, at: START, action: 'RecordingOpened', call: CALL },
      context,
    );
    const refused = auditRefusal(
      refusal('out_of_scope'),
      { orgId: CALL.orgId, at: START, action: 'OpenRecording', callId: CALL.callId, call: CALL },
      context,
    );
    for (const { callId, queue, direction, opportunityId } of [opened, refused])
      assert.deepEqual(
        { callId, queue, direction, opportunityId },
        { callId: CALL.callId, ...WHICH },
      );
    assert.equal('call' in opened || 'call' in refused, false);
  });
});
