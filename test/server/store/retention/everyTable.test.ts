import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { REMOVABLE } from '../../../../server/store/retention/retention.ts';

/** Why rows of these tables are not removed after a time. */
const STAYS: Readonly<Record<string, readonly string[]>> = {
  'it is the record of what happened on a call, and what became of it': [
    'Call',
    'Participant',
    'Intervention',
    'Notice',
    'CalibrationScore',
    'Debrief',
    'PlannedDebrief',
    'DebriefDue',
    'TrainingSignal',
    'TrainingSignalCall',
    'CallRating',
    'CallTalk',
    'CallAlertPast',
    'DealSnapshot',
    'DealResult',
    'HoldOutAssignment',
  ],
  'it is the audit, or evidence for it': [
    'AuditEntry',
    'AuditPersonal',
    'AuditCheckpoint',
    'AuditSigningKey',
    'CarrierReport',
    'CrossCheckCursor',
    'Incident',
    'EmployeeAcknowledgement',
    'PolicyInForce',
    'AlertRulesInForce',
  ],
  'it has one row for a person, a team or an org': [
    'RepPresence',
    'Pin',
    'Reach',
    'PersonShortcuts',
    'Passkey',
    'AlertMute',
    'RepFollow',
    'KeptRecords',
    'HoldOutSeed',
    'RatingMark',
    'OutcomeDropFault',
    'ProgramStart',
  ],
  'it has totals of days or weeks, however many calls there are': [
    'CallDay',
    'CallWeek',
    'CallDayWritten',
    'InterventionDay',
    'CallResultDay',
    'CallResultPeriod',
    'IssueDay',
    'IssuePeriod',
    'HoldOutDay',
    'SupervisionDay',
    'TeamHourDay',
    'RefusalDay',
    'AlertDay',
    'CallDayPast',
    'AlertDayPast',
  ],
  'what uses it up removes it': [
    'AudioCheckStream',
    'OneTimeSecret',
    'Dial',
    'RefusedDials',
    'CallDayDue',
    'DealDue',
  ],
  'an org says for how long, and the carrier has the sound (oldRecordings.ts)': ['Recording'],
};

describe('every table', () => {
  it('is removed from after a time, or it is said why not', () => {
    const schema = readFileSync('prisma/schema.prisma', 'utf8');
    const tables = [...schema.matchAll(/^model (\w+) \{/gm)].map(([, name]) => name!);
    assert.ok(tables.length > 40, 'the schema was read');
    const decided = [
      ...Object.values(REMOVABLE).map(({ table }) => table),
      ...Object.values(STAYS).flat(),
    ];
    assert.deepEqual(decided.toSorted(), tables.toSorted());
  });
});
