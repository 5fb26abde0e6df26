import assert from 'node:assert/strict';
import {
  interventionOf,
  type Call,
  type Participant,
  type Party,
} from '../../../../server/domain/call/call.ts';
import { activeIntervention } from '../../../../server/domain/call/call.ts';
import { evolveAll } from '../../../../server/domain/call/evolve.ts';
import {
  AUDIBLE_TO,
  isWiderAudience,
  MODES,
  type AudibleTo,
} from '../../../../server/domain/call/modes.ts';
import type { Device } from '../../../../server/domain/call/people.ts';
import type { ParticipantFact } from '../../../../server/domain/carrier/carrierFacts.ts';
import { deviceChangeSteps } from '../../../../server/domain/carrier/deviceChange.ts';
import { isModeInEffect } from '../../../../server/domain/carrier/modeInEffect.ts';
import { observe } from '../../../../server/domain/carrier/observe.ts';
import { pendingActions } from '../../../../server/domain/carrier/pendingActions.ts';
import { correctModes } from '../../../../server/domain/carrier/reconcile.ts';
import { removalSteps, silenceSteps } from '../../../../server/domain/carrier/silence.ts';
import type { Step } from '../../../../server/domain/carrier/steps.ts';
import { leaveSteps, switchSteps } from '../../../../server/domain/carrier/switchSteps.ts';
import { at, ringingCall, supervisedCall } from '../../../support/builders.ts';

const SUPERVISOR: Party = { role: 'supervisor', interventionId: 'i1' };
const REP: Party = { role: 'rep' };

const joined = (
  party: Party,
  { device = 'phone', audibleTo = 'everyone' }: { device?: Device; audibleTo?: AudibleTo } = {},
): ParticipantFact => ({
  type: 'participant-joined',
  callId: 'call-1',
  conferenceId: 'CF-1',
  connectionId: `CA-${party.role}-${device}`,
  party,
  device,
  audibleTo,
  onHold: false,
  at: at(30),
});
function after(call: Call, ...facts: ParticipantFact[]): Call {
  return facts.reduce((now, fact) => {
    const reported = { ...fact, callId: call.callId, conferenceId: call.conferenceId! };
    return evolveAll(now, observe(now, reported, at(31)));
  }, call);
}
const withSupervisorsPhone = (mode: (typeof MODES)[number]): Call =>
  after(supervisedCall({ mode }, AUDIBLE_TO[mode]), joined(SUPERVISOR, { audibleTo: 'nobody' }));
const connected = ({ participants }: Call, party: Party): Participant[] =>
  participants.filter((one) => one.status === 'connected' && one.party.role === party.role);

/** Who is heard by whom after each step: the audiences of the connections that are there. */
function audiencesAfter(call: Call, steps: readonly Step[]): Map<string, AudibleTo>[] {
  let now = new Map(
    call.participants.flatMap(({ connectionId, audibleTo, status }) =>
      connectionId && status === 'connected' ? [[connectionId, audibleTo] as const] : [],
    ),
  );
  return steps.map((step) => {
    now = new Map(now);
    if (step.do === 'remove') now.delete(step.connectionId);
    else if (step.audibleTo) now.set(step.connectionId, step.audibleTo);
    return now;
  });
}

describe('a supervisor who goes on with their phone', () => {
  for (const mode of MODES)
    it(`in ${mode}: the phone is never heard more widely than that, and at last alone`, () => {
      const call = withSupervisorsPhone(mode);
      const steps = deviceChangeSteps(call);
      const audiences = audiencesAfter(call, steps);
      for (const audience of audiences)
        for (const [connectionId, audibleTo] of audience)
          if (connectionId.includes('supervisor'))
            assert.ok(!isWiderAudience(audibleTo, AUDIBLE_TO[mode]), JSON.stringify(steps));
      const last = audiences.at(-1)!;
      assert.equal(last.has('CA-supervisor'), false);
      assert.equal(last.get('CA-supervisor-phone'), AUDIBLE_TO[mode]);
      // One of the two can be heard all the time.
      for (const audience of audiences)
        assert.ok(
          ['CA-supervisor', 'CA-supervisor-phone'].some(
            (connectionId) => audience.get(connectionId) === AUDIBLE_TO[mode],
          ),
        );
    });

  it('whispers to the rep only: whom it reaches is set while it is silent', () => {
    const [bound, heard] = deviceChangeSteps(withSupervisorsPhone('whisper'));
    assert.deepEqual(
      [bound, heard].map(
        (step) => step?.do === 'set' && [step.audibleTo, step.whispersToConnectionId],
      ),
      [
        ['nobody', 'CA-rep'],
        ['rep', 'CA-rep'],
      ],
    );
  });

  it('keeps the mode and the intervention, and is kept alive by the phone itself', () => {
    const call = withSupervisorsPhone('barge');
    const own = interventionOf(call, 'i1')!;
    assert.deepEqual([own.status, own.device], ['active', 'phone']);
    assert.deepEqual(correctModes(call, at(40)), []);
    const left = after(call, {
      ...joined(SUPERVISOR),
      type: 'participant-left',
      connectionId: 'CA-supervisor',
    });
    assert.equal(interventionOf(left, 'i1')!.status, 'active');
    assert.deepEqual(deviceChangeSteps(left), []);
    const gone = after(left, { ...joined(SUPERVISOR), type: 'participant-left' });
    assert.equal(interventionOf(gone, 'i1')!.status, 'ended');
  });

  it('is silenced with both devices, and in monitor only once neither is heard', () => {
    const call = withSupervisorsPhone('barge');
    const own = activeIntervention(call, 'i1')!;
    const both = ['CA-supervisor', 'CA-supervisor-phone'];
    const silenced = (steps: Step[]) =>
      steps
        .flatMap((step) =>
          step.do === 'set' && step.audibleTo === 'nobody' ? [step.connectionId] : [],
        )
        .toSorted();
    assert.deepEqual(silenced(switchSteps(call, own, 'monitor')), both);
    assert.deepEqual(silenced(silenceSteps(call, own)), both);
    for (const steps of [leaveSteps(call, own), removalSteps(call, own)])
      assert.deepEqual(
        steps.flatMap(({ do: what, connectionId }) => (what === 'remove' ? [connectionId] : [])),
        both,
      );
    assert.equal(isModeInEffect(call, own, 'monitor'), false);
  });

  it('has the call ended by leaving with the phone, where the rep is gone', () => {
    const call = withSupervisorsPhone('takeover');
    const alone = after(call, { ...joined(REP), type: 'participant-left', connectionId: 'CA-rep' });
    const steps = deviceChangeSteps(alone);
    const ends = steps.findIndex((step) => step.do === 'set' && step.endsCall === true);
    const releases = steps.findIndex(
      (step) => step.connectionId === 'CA-supervisor' && step.do === 'set',
    );
    assert.ok(ends >= 0 && ends < releases && releases < steps.length - 1, JSON.stringify(steps));
  });
});

describe('a rep who goes on with their phone', () => {
  it('is heard all the time: the softphone goes when the phone is there, and ends nothing', () => {
    const call = after(supervisedCall(), joined(REP));
    assert.equal(call.status, 'live');
    assert.deepEqual(pendingActions(call)[0], {
      do: 'change-device',
      steps: [
        { do: 'set', connectionId: 'CA-rep', endsCall: false },
        { do: 'remove', connectionId: 'CA-rep' },
      ],
    });
    const left = after(call, { ...joined(REP), type: 'participant-left', connectionId: 'CA-rep' });
    assert.equal(left.status, 'live');
    assert.deepEqual(
      connected(left, REP).map(({ device }) => device),
      ['phone'],
    );
  });

  it('hears a whisper on from the phone', () => {
    const call = after(supervisedCall({ mode: 'whisper' }, 'rep'), joined(REP));
    assert.deepEqual(deviceChangeSteps(call)[0], {
      do: 'set',
      connectionId: 'CA-supervisor',
      audibleTo: 'rep',
      whispersToConnectionId: 'CA-rep-phone',
    });
    assert.deepEqual(
      pendingActions(call).map(({ do: what }) => what),
      ['change-device'],
    );
  });

  it('stays silent during a takeover', () => {
    const taken = supervisedCall({ mode: 'takeover' }, 'everyone');
    const listening: Call = {
      ...taken,
      participants: taken.participants.map((one) =>
        one.party.role === 'rep' ? { ...one, audibleTo: 'nobody' } : one,
      ),
    };
    assert.deepEqual(deviceChangeSteps(after(listening, joined(REP)))[0], {
      do: 'set',
      connectionId: 'CA-rep-phone',
      audibleTo: 'nobody',
    });
  });
});

describe('a rep’s phone that rings', () => {
  const rung = ringingCall({
    participants: [
      { party: REP, status: 'ringing', connectionId: 'CA-1', audibleTo: 'everyone', onHold: false },
    ],
  });
  const status = (what: 'answered' | 'completed', connectionId = 'CA-1') =>
    ({
      type: 'participant-status',
      callId: rung.callId,
      party: REP,
      connectionId,
      status: what,
      at: at(9),
    }) as const;

  it('has not been reached when its mailbox hangs up: no key was pressed', () => {
    const answered = evolveAll(rung, observe(rung, status('answered'), at(9)));
    assert.equal(connected(answered, REP).length, 0);
    assert.deepEqual(
      observe(answered, status('completed'), at(17)).map(({ type }) => type),
      ['ParticipantLeft', 'CallEnded'],
    );
  });

  it('goes on ringing when an earlier connection is reported to have ended', () => {
    assert.deepEqual(observe(rung, status('completed', 'CA-0'), at(9)), []);
  });
});
