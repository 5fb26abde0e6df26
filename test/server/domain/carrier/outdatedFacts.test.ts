import assert from 'node:assert/strict';
import type { ParticipantFact } from '../../../../server/domain/carrier/carrierFacts.ts';
import { observe } from '../../../../server/domain/carrier/observe.ts';
import { correctModes, missedEvents } from '../../../../server/domain/carrier/reconcile.ts';
import { at, participant, liveCall, supervisedCall, active } from '../../../support/builders.ts';

const joins = (conferenceId: string): ParticipantFact => ({
  type: 'participant-joined',
  callId: 'c1',
  conferenceId,
  party: { role: 'supervisor', interventionId: 'i2' },
  connectionId: 'CA-late',
  audibleTo: 'nobody',
  onHold: false,
  at: at(9),
});

describe('a supervisor who joins as the conference ends', () => {
  it('and opens one of the same name, shows that the call is over', () => {
    const events = observe(liveCall(), joins('CF2'), at(9)).map(({ type }) => type);
    assert.ok(events.includes('CallEnded'));
    assert.ok(!events.includes('ParticipantJoined'));
  });
  it('and is seen alone in another conference, shows it too', () => {
    const events = missedEvents(liveCall(), { conferenceId: 'CF2', participants: [] }, at(9)).map(
      ({ type }) => type,
    );
    assert.ok(events.includes('CallEnded'));
  });
  it('changes nothing about a call when the conference is the call’s own', () => {
    assert.ok(!observe(liveCall(), joins('CF1'), at(9)).some(({ type }) => type === 'CallEnded'));
  });
});

describe('a participant that is louder than its mode when the carrier is asked', () => {
  it('is not shown as a louder mode: it is going to be silenced', () => {
    assert.deepEqual(correctModes(supervisedCall({ mode: 'whisper' }, 'everyone'), at(9)), []);
  });
  it('is shown as a takeover when there is no rep to fall back on', () => {
    const call = supervisedCall({ mode: 'barge' }, 'everyone', {
      participants: [participant('customer'), participant('supervisor')],
      interventions: [active({ mode: 'barge' })],
    });
    const shown = correctModes(call, at(9)).flatMap((event) =>
      event.type === 'ModeConfirmed' ? [event.mode] : [],
    );
    assert.deepEqual(shown, ['takeover']);
  });
  it('is no mode of a supervisor who is silenced on the way out', () => {
    const leaving = supervisedCall({ mode: 'takeover', leaving: true }, 'nobody');
    assert.deepEqual(correctModes(leaving, at(9)), []);
  });
  it('is believed when it is more silent than its mode', () => {
    const shown = correctModes(supervisedCall({ mode: 'barge' }, 'nobody'), at(9)).flatMap(
      (event) => (event.type === 'ModeConfirmed' ? [event.mode] : []),
    );
    assert.deepEqual(shown, ['monitor']);
  });
});
