import assert from 'node:assert/strict';
import { auditEvents } from '../../../../server/domain/audit/entries.ts';
import type { Call } from '../../../../server/domain/call/call.ts';
import type { CallEvent, Decision } from '../../../../server/domain/call/events.ts';
import { evolveAll } from '../../../../server/domain/call/evolve.ts';
import { NO_CONSENT_SETTINGS } from '../../../../server/domain/consent/decide.ts';
import { decideFlag } from '../../../../server/domain/supervision/moments.ts';
import {
  decideMonitoringChoice,
  isUnwelcome,
  refusedByChoice,
} from '../../../../server/domain/supervision/monitoringChoice.ts';
import { lostRight } from '../../../../server/domain/supervision/revoke.ts';
import { decideStart } from '../../../../server/domain/supervision/startIntervention.ts';
import {
  active,
  at,
  liveCall,
  person,
  rep,
  ringingCall,
  supervisedCall,
} from '../../../support/builders.ts';
import { SAMPLE_POLICY as policy } from '../../../support/samplePolicy.ts';

const answer = (decision: Decision): string[] | string =>
  'refusal' in decision ? decision.refusal.code : decision.events.map(({ type }) => type);
const eventsOf = (decision: Decision): readonly CallEvent[] =>
  'events' in decision ? decision.events : assert.fail(decision.refusal.code);

describe('a moment that the rep flags', () => {
  const flag = (call: Call, more: object = {}) =>
    decideFlag(call, { momentId: 'm1', rep: rep(), ...more }, at(42));

  it('is kept on the call with its time, once, and asks nobody for help', () => {
    const call = evolveAll(liveCall(), eventsOf(flag(liveCall(), { note: 'Price' })));
    assert.deepEqual(call.moments, [
      { momentId: 'm1', at: at(42), byUserId: 'ravi', note: 'Price' },
    ]);
    assert.equal(call.help, undefined);
    assert.deepEqual(answer(flag(call)), []);
  });
  it('is of a live call of their own', () => {
    assert.equal(answer(flag(liveCall(), { rep: rep({ userId: 'lena' }) })), 'not_your_call');
    assert.equal(answer(flag(ringingCall())), 'call_not_live');
  });
  it('has its note where it can be erased', () => {
    const [entry] = auditEvents(liveCall(), eventsOf(flag(liveCall(), { note: 'Price' })), {
      actor: { kind: 'system' },
      nextId: () => 'a1',
    });
    assert.deepEqual(
      [entry!.details, entry!.personal?.map(({ name }) => name)],
      [{ momentId: 'm1' }, ['moment.note']],
    );
  });
});

describe('a customer who does not want to be monitored', () => {
  const say = (call: Call, isDeclined = true, exceptReasons: readonly string[] = []) =>
    decideMonitoringChoice(call, { rep: rep(), isDeclined, exceptReasons }, at(5));
  const declined = (call: Call, exceptReasons: readonly string[] = []): Call =>
    evolveAll(call, eventsOf(say(call, true, exceptReasons)));
  const join = (call: Call, reasonCode?: string) =>
    decideStart(
      call,
      {
        interventionId: 'new',
        supervisor: person(),
        policy,
        consent: NO_CONSENT_SETTINGS,
        ...(reasonCode && { reasonCode }),
      },
      at(9),
    );

  it('has it on the record by their rep, who can take it back', () => {
    const call = declined(liveCall());
    assert.equal(call.monitoringChoice?.isDeclined, true);
    assert.deepEqual(answer(say(call)), []);
    const allowed = evolveAll(call, eventsOf(say(call, false)));
    assert.equal(allowed.monitoringChoice?.isDeclined, false);
    assert.equal(
      answer(
        decideMonitoringChoice(
          call,
          { rep: rep({ userId: 'lena' }), isDeclined: false, exceptReasons: [] },
          at(6),
        ),
      ),
      'not_your_call',
    );
  });
  it('is joined by nobody', () => {
    assert.equal(answer(join(declined(liveCall()))), 'monitoring_declined');
    assert.equal(answer(join(declined(liveCall()), 'large_deal')), 'monitoring_declined');
  });
  it('is joined for a reason that policy or law require, once it is stated', () => {
    const call = declined(liveCall(), ['legal_or_regulatory']);
    assert.equal(refusedByChoice(call, undefined)?.code, 'reason_required');
    assert.equal(refusedByChoice(call, 'large_deal')?.code, 'monitoring_declined');
    assert.equal(refusedByChoice(call, 'legal_or_regulatory'), undefined);
    assert.equal(answer(join(call)), 'reason_required');
  });
  it('is left by those who only listen, and not by one whom they talk to', () => {
    const unwelcome = (call: Call): boolean => isUnwelcome(call, call.interventions[0]!);
    assert.equal(unwelcome(supervisedCall()), false);
    assert.equal(unwelcome(declined(supervisedCall())), true);
    assert.equal(unwelcome(declined(supervisedCall({ mode: 'whisper' }))), true);
    assert.equal(unwelcome(declined(supervisedCall({ mode: 'barge' }))), false);
    assert.equal(
      unwelcome(
        declined(supervisedCall({ reason: { code: 'legal_or_regulatory' } }), [
          'legal_or_regulatory',
        ]),
      ),
      false,
    );
  });
  it('is left also by one who hands back: the right to listen is lost', () => {
    const call = declined(supervisedCall({ mode: 'barge' }));
    const rights = { policy, supervisor: person(), rep: undefined, isRepUnnotified: false };
    assert.equal(lostRight(call, active({ mode: 'barge' }), { ...rights, now: at(9) }), undefined);
    assert.deepEqual(lostRight(call, active(), { ...rights, now: at(9) }), {
      because: 'monitoring_declined',
    });
  });
});
