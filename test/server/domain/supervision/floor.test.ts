import assert from 'node:assert/strict';
import type { Active, Call, Intervention } from '../../../../server/domain/call/call.ts';
import type { Decision } from '../../../../server/domain/call/events.ts';
import { evolve } from '../../../../server/domain/call/evolve.ts';
import type { AudibleTo } from '../../../../server/domain/call/modes.ts';
import { decideModeChange } from '../../../../server/domain/supervision/changeMode.ts';
import {
  decideFloorRelease,
  decideFloorRequest,
} from '../../../../server/domain/supervision/floor.ts';
import { refusalText } from '../../../../server/domain/texts/render.ts';
import { active, at, participant, liveCall, person } from '../../../support/builders.ts';
import { SAMPLE_POLICY, DISCLOSED_ELSEWHERE } from '../../../support/samplePolicy.ts';

const maya = person();
const dana = person({ userId: 'dana', name: 'Dana Whitfield', managerIds: [] });

/** Maya and Dana both on Ravi's call. */
function twoOn(mayas: Partial<Intervention & Active> = {}, audibleTo: AudibleTo = 'nobody'): Call {
  return liveCall({
    participants: [
      participant('customer'),
      participant('rep'),
      participant('supervisor', { audibleTo }),
      participant('supervisor', { connectionId: 'CA-dana', audibleTo: 'nobody' }, 'i2'),
    ],
    interventions: [
      active(mayas),
      active({
        interventionId: 'i2',
        supervisor: { userId: 'dana', name: 'Dana Whitfield', role: 'supervisor' },
      }),
    ],
  });
}

const codeOf = (decision: Decision) =>
  'refusal' in decision ? decision.refusal.code : decision.events.map((event) => event.type);
const danaWhispers = (call: Call, now = at(10)) =>
  decideModeChange(
    call,
    {
      interventionId: 'i2',
      supervisor: dana,
      policy: SAMPLE_POLICY,
      consent: DISCLOSED_ELSEWHERE,
      mode: 'whisper',
      requestId: 'r2',
    },
    now,
  );

describe('two supervisors on one call', () => {
  it('may both listen', () =>
    assert.deepEqual(
      codeOf(
        decideModeChange(
          twoOn({ mode: 'whisper' }, 'rep'),
          {
            interventionId: 'i2',
            supervisor: dana,
            policy: SAMPLE_POLICY,
            consent: DISCLOSED_ELSEWHERE,
            mode: 'monitor',
            requestId: 'r',
          },
          at(1),
        ),
      ),
      [],
    ));
  it('do not both speak', () =>
    assert.equal(codeOf(danaWhispers(twoOn({ mode: 'whisper' }, 'rep'))), 'floor_taken'));
  it('do not both start to speak', () => {
    const pending = { mode: 'barge', requestId: 'r1', requestedAt: at(9) } as const;
    assert.equal(codeOf(danaWhispers(twoOn({ pending }))), 'floor_taken');
  });
  it('are told who speaks', () => {
    const refused = danaWhispers(twoOn({ mode: 'barge' }, 'everyone'));
    assert.match(
      'refusal' in refused ? refusalText(refused.refusal, 'en').message : '',
      /Maya Okafor is talking/,
    );
  });
  it('may speak in turn', () => assert.deepEqual(codeOf(danaWhispers(twoOn())), ['ModeRequested']));
});

describe('a claimed word', () => {
  const claimed = twoOn({ floorRequestedAt: at(0) });

  it('is kept for its holder', () => {
    assert.equal(codeOf(danaWhispers(claimed)), 'floor_taken');
    assert.equal(
      codeOf(decideFloorRequest(claimed, { interventionId: 'i2', supervisor: dana }, at(10))),
      'floor_taken',
    );
  });
  it('lets its holder speak', () => {
    assert.deepEqual(
      codeOf(
        decideModeChange(
          claimed,
          {
            interventionId: 'i1',
            supervisor: maya,
            policy: SAMPLE_POLICY,
            consent: DISCLOSED_ELSEWHERE,
            mode: 'whisper',
            requestId: 'r',
          },
          at(10),
        ),
      ),
      ['ModeRequested'],
    );
  });
  it('lapses when it is not used', () =>
    assert.deepEqual(codeOf(danaWhispers(claimed, at(121))), ['ModeRequested']));
  it('is free again when it is given up', () => {
    assert.deepEqual(
      codeOf(decideFloorRelease(claimed, { interventionId: 'i1', supervisor: maya }, at(10))),
      ['FloorReleased'],
    );
    assert.deepEqual(
      codeOf(
        danaWhispers(evolve(claimed, { type: 'FloorReleased', interventionId: 'i1', at: at(10) })),
      ),
      ['ModeRequested'],
    );
  });
  it('is given up by handing back', () => {
    const handedBack = evolve(twoOn({ mode: 'whisper', floorRequestedAt: at(0) }, 'rep'), {
      type: 'ModeConfirmed',
      interventionId: 'i1',
      mode: 'monitor',
      at: at(5),
    });
    assert.deepEqual(codeOf(danaWhispers(handedBack)), ['ModeRequested']);
  });
  it('cannot be given up by another', () => {
    assert.equal(
      codeOf(decideFloorRelease(claimed, { interventionId: 'i1', supervisor: dana }, at(10))),
      'not_your_intervention',
    );
  });
});
