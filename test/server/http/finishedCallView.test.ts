import assert from 'node:assert/strict';
import type { FinishedCall } from '../../../server/commands/calls/finishedCalls.ts';
import type { Person } from '../../../server/domain/call/people.ts';
import type { Debrief } from '../../../server/domain/supervision/debrief.ts';
import { finishedCallView } from '../../../server/http/views/finishedCallView.ts';
import { person, qa } from '../../support/builders.ts';
import { intervention, supervisedCall } from '../../support/supervisedCall.ts';

const AT = '2026-11-20T17:30:00.000Z';
const maya = person();
const ravi = person({ userId: 'ravi', name: 'Ravi Patel', roles: [] });

const callWith = (noticeKinds: readonly 'banner'[]): FinishedCall =>
  supervisedCall({
    rep: { userId: 'ravi', name: 'Ravi Patel', managerIds: ['maya'] },
    interventions: [
      intervention({
        supervisor: { userId: 'maya', name: 'Maya Okafor', role: 'supervisor' },
        noticeKinds,
      }),
    ],
    moments: [{ momentId: 'm', at: AT, byUserId: 'ravi' }],
  }) as FinishedCall;

const debriefOf = (more: Partial<Debrief> = {}): Debrief => ({
  debriefId: 'i-1',
  source: { kind: 'intervention', interventionId: 'i-1' },
  callId: 'call-1',
  orgId: '00D000000000001AAA',
  rep: { userId: 'ravi', name: 'Ravi Patel' },
  supervisor: { userId: 'maya', name: 'Maya Okafor' },
  customerName: 'Priya Raman',
  dueOn: '2026-11-25',
  plannedAt: AT,
  notifiedSteps: [],
  progress: {},
  ...more,
});
const FLAGGED = debriefOf({
  debriefId: 'f-1',
  source: { kind: 'flag' },
  supervisor: { userId: 'quinn', name: 'Quinn Adler' },
});

const shown = (
  who: Person,
  {
    call = callWith(['banner']),
    debriefs = [],
    mayBeReviewed = true,
  }: {
    readonly call?: FinishedCall;
    readonly debriefs?: readonly Debrief[];
    readonly mayBeReviewed?: boolean;
  },
) => {
  const { debrief, mayPlanDebrief } = finishedCallView(call, who, {
    heard: [],
    debriefs,
    isSample: false,
    mayBeReviewed,
  });
  return { debrief, mayPlanDebrief };
};

describe('the debrief of a finished call', () => {
  it('is shown to all who see the call, with its id to those who hold it', () => {
    const debriefs = [debriefOf()];
    assert.deepEqual(shown(qa(), { debriefs }), {
      debrief: { supervisor: 'Maya Okafor', debriefId: undefined },
      mayPlanDebrief: false,
    });
    assert.equal(shown(ravi, { debriefs }).debrief?.debriefId, 'i-1');
  });

  describe('of covert monitoring', () => {
    const covert = { call: callWith([]), debriefs: [debriefOf()] };

    it('is hidden from all who may not know of the monitoring, the rep among them', () => {
      for (const who of [ravi, qa(), person({ userId: 'lena', name: 'Lena Brandt' })])
        assert.deepEqual(shown(who, covert), { debrief: undefined, mayPlanDebrief: false });
    });

    it('is shown to its supervisor and to administrators', () => {
      for (const who of [maya, person({ userId: 'ada', name: 'Ada', roles: ['admin'] })])
        assert.equal(shown(who, covert).debrief?.supervisor, 'Maya Okafor');
    });

    it('leaves the debrief of a flag of the same call to be seen', () =>
      assert.deepEqual(shown(ravi, { ...covert, debriefs: [debriefOf(), FLAGGED] }).debrief, {
        supervisor: 'Quinn Adler',
        debriefId: 'f-1',
      }));
  });

  it('beside another one of the same call is the reader’s own, and names both supervisors', () => {
    const quinn = person({ userId: 'quinn', name: 'Quinn Adler' });
    for (const debriefs of [
      [debriefOf(), FLAGGED],
      [FLAGGED, debriefOf()],
    ])
      assert.deepEqual(
        [maya, quinn].map((who) => shown(who, { debriefs }).debrief),
        [
          { supervisor: 'Maya Okafor, Quinn Adler', debriefId: 'i-1' },
          { supervisor: 'Quinn Adler, Maya Okafor', debriefId: 'f-1' },
        ],
      );
  });

  it('may be planned of a flagged call that may be reviewed, and of no other', () => {
    assert.equal(shown(maya, {}).mayPlanDebrief, true);
    assert.equal(shown(maya, { mayBeReviewed: false }).mayPlanDebrief, false);
    assert.equal(shown(ravi, {}).mayPlanDebrief, false);
  });
});
