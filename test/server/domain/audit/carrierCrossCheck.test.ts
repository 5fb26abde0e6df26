import assert from 'node:assert/strict';
import {
  compareWithCarrier,
  type CarrierReport,
  type PlacedEntry,
} from '../../../../server/domain/audit/carrierCrossCheck.ts';
import type { Party } from '../../../../server/domain/call/call.ts';
import type { CallEvent } from '../../../../server/domain/call/events.ts';
import type { AudibleTo } from '../../../../server/domain/call/modes.ts';
import { auditEntry } from '../../../support/auditStage.ts';
import { at } from '../../../support/builders.ts';

const supervisor: Party = { role: 'supervisor', interventionId: 'i1' };

function report(
  connectionId: string,
  party: Party | undefined,
  facts: { audibleTo?: AudibleTo; event?: string; source?: CarrierReport['source'] } = {},
): CarrierReport {
  return {
    key: `${connectionId}-${facts.event}-${facts.audibleTo}`,
    callId: 'c1',
    conferenceId: 'CF1',
    connectionId,
    event: 'participant-join',
    source: 'callback',
    audibleTo: 'everyone',
    at: at(1),
    form: {},
    ...(party && { party }),
    ...facts,
  };
}
type Action = CallEvent['type'];
const placed = (entries: readonly [Action, object, string?][]): PlacedEntry[] =>
  entries.map(([action, details, interventionId], i) => ({
    ...auditEntry({
      action,
      details: details as Record<string, unknown>,
      callId: 'c1',
      ...(interventionId && { interventionId }),
    }),
    position: i + 1,
  }));

/** A call that Maya monitored and whispered on, as both sides tell it. */
const ENTRIES: [Action, object, string?][] = [
  ['CallPlaced', {}],
  ['ParticipantJoined', { party: 'rep', connectionId: 'CA-rep' }],
  ['ParticipantJoined', { party: 'customer', connectionId: 'CA-customer' }],
  ['InterventionRequested', {}, 'i1'],
  ['ParticipantJoined', { party: 'supervisor', connectionId: 'CA-maya' }, 'i1'],
  ['SupervisorJoined', {}, 'i1'],
  ['ModeRequested', { mode: 'whisper' }, 'i1'],
  ['ModeConfirmed', { mode: 'whisper' }, 'i1'],
  ['ParticipantLeft', { party: 'supervisor', connectionId: 'CA-maya' }, 'i1'],
  ['InterventionEnded', {}, 'i1'],
];
const REPORTS = [
  report('CA-rep', { role: 'rep' }),
  report('CA-customer', { role: 'customer' }),
  report('CA-maya', supervisor, { audibleTo: 'nobody' }),
  report('CA-maya', supervisor, { event: 'participant-modify', audibleTo: 'rep' }),
  report('CA-maya', supervisor, { event: 'participant-leave', audibleTo: 'rep' }),
];
const compare = (entries = ENTRIES, reports: readonly CarrierReport[] = REPORTS, since = 0) =>
  compareWithCarrier('c1', placed(entries), { reports, since }).map(
    ({ kind, message }) => `${kind}: ${message}`,
  );

describe('audit and carrier', () => {
  it('that tell the same raise nothing', () => assert.deepEqual(compare(), []));
  it('raise nothing where a callback was lost and the carrier was asked', () => {
    assert.deepEqual(
      compare(
        ENTRIES,
        REPORTS.map((one) => ({ ...one, source: 'look', event: 'connected' })),
      ),
      [],
    );
  });

  it('of which the carrier saw a connection of nobody’s raise an incident', () => {
    assert.match(
      compare(ENTRIES, [...REPORTS, report('CA-spy', undefined)]).join(),
      /^stranger_leg: A participant that Dealside did not put there was on the call/,
    );
  });
  it('of which the carrier saw a party the audit does not know raise an incident', () => {
    assert.match(
      compare(ENTRIES, [
        ...REPORTS,
        report('CA-second', { role: 'supervisor', interventionId: 'i2' }, { audibleTo: 'nobody' }),
      ]).join(),
      /^unexplained_leg: The carrier reports a connection of the supervisor/,
    );
  });
  it('raise nothing for an expected party of whom word came after the end of the call', () => {
    const over: typeof ENTRIES = [...ENTRIES, ['CallEnded', {}]];
    assert.deepEqual(compare(over, [...REPORTS, report('CA-late', { role: 'customer' })]), []);
    assert.equal(
      compare(over, [...REPORTS, report('CA-late', { role: 'supervisor', interventionId: 'i2' })])
        .length,
      2,
      'a supervisor who never asked',
    );
  });

  it('of which the audit tells of a connection the carrier never saw raise an incident', () => {
    const forged: typeof ENTRIES = [
      ...ENTRIES,
      ['ParticipantJoined', { party: 'supervisor', connectionId: 'CA-forged' }, 'i9'],
    ];
    assert.match(
      compare(forged).join(),
      /^entry_without_leg: Entry 11 tells of a connection of the supervisor that the carrier never reported/,
    );
  });
  for (const [what, entry] of [
    ['joined', ['SupervisorJoined', {}, 'i9']],
    ['in a mode', ['ModeConfirmed', { mode: 'monitor' }, 'i9']],
  ] as const) {
    it(`of which the audit tells of a supervisor ${what} without a connection raise an incident`, () => {
      assert.match(
        compare([...ENTRIES, entry as unknown as (typeof ENTRIES)[number]]).join(),
        /^entry_without_leg: Entry 11 .* of whom the carrier reported no connection/,
      );
    });
  }
  it('of which the audit tells of a barge the carrier never heard raise an incident', () => {
    assert.match(
      compare([...ENTRIES, ['ModeConfirmed', { mode: 'barge' }, 'i1']]).join(),
      /^mode_without_voice: Entry 11 says that the supervisor was in barge/,
    );
  });
  it('of which the carrier heard a supervisor who never asked to be heard raise an incident', () => {
    assert.match(
      compare(ENTRIES.filter(([action]) => action !== 'ModeRequested')).join(),
      /^heard_without_request: /,
    );
  });
  it('leave alone what is older than the witness', () => {
    const old: typeof ENTRIES = [
      ['ParticipantJoined', { party: 'rep', connectionId: 'CA-old' }],
      ...ENTRIES,
    ];
    assert.deepEqual(compare(old, REPORTS, 1), []);
    assert.equal(compare(old, REPORTS, 0).length, 1);
  });
  it('do not count what was refused as done', () => {
    const refused = placed([...ENTRIES, ['SupervisorJoined', {}, 'i9']]).map((entry) =>
      entry.position === 11 ? { ...entry, result: 'refused' as const } : entry,
    );
    assert.deepEqual(compareWithCarrier('c1', refused, { reports: REPORTS, since: 0 }), []);
  });
});
