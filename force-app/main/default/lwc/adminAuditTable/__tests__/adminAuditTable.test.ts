import AdminAuditTable from 'c/adminAuditTable';
import { click, eventDetails, findAll, show, textOf } from 'test/dom';

const entry = (position: number, actor: object, more: object = {}) => ({
  position,
  at: '2026-11-20T10:00:00Z',
  actor,
  action: 'CallPlaced',
  label: 'Call placed',
  result: 'done',
  ...more,
});

describe('the table of the audit', () => {
  it('names who did what, and says why something was refused, in words and by names', async () => {
    const element = await show('c-admin-audit-table', AdminAuditTable, {
      names: { '005M': 'Maya Okafor', '005R': 'Ravi Patel', '005T': 'Tomas Reyes' },
      calls: { 'call-1': { rep: 'Ravi Patel', customer: 'Priya Raman' } },
      entries: [
        entry(
          4,
          { kind: 'person', userId: '005M', role: 'supervisor' },
          {
            result: 'refused',
            code: 'out_of_scope',
            problem: "The rep isn't in your team.",
            actorRole: 'Supervisor',
            details: { mode: 'takeover', supervisorUserId: '005M', repUserId: '005R' },
          },
        ),
        entry(
          5,
          { kind: 'unknown' },
          { result: 'refused', problem: 'Your session has expired.', details: { times: 999 } },
        ),
        entry(3, { kind: 'operator', account: 'ops@example.com' }, { callId: 'call-1' }),
        entry(2, { kind: 'system' }, { details: { recordingId: 'recording-1' } }),
        entry(1, { kind: 'unknown', claimedUserId: '005T' }),
        entry(6, { kind: 'person', userId: '005X' }),
      ],
    });
    const rows = findAll(element, 'tbody tr').map((row) => [
      textOf(row.querySelector('th')!),
      ...[...row.querySelectorAll('td')].slice(1).map((cell) => textOf(cell as HTMLElement)),
    ]);
    expect(rows).toEqual([
      [
        '4',
        'Maya Okafor · Supervisor',
        'Call placed',
        'Takeover',
        'Ravi Patel',
        '',
        '',
        "Refused: The rep isn't in your team.",
      ],
      ['5', 'Unknown', 'Call placed', '', '', '', '', 'Refused: Your session has expired. ×999'],
      ['3', 'ops@example.com', 'Call placed', '', '', 'Ravi Patel with Priya Raman', '', 'Done'],
      ['2', 'Dealside', 'Call placed', '', '', '', 'Show this recording', 'Done'],
      ['1', 'Unknown · Tomas Reyes', 'Call placed', '', '', '', '', 'Done'],
      ['6', "Someone who isn't in Salesforce anymore", 'Call placed', '', '', '', '', 'Done'],
    ]);
    expect(findAll(element, 'td.error')).toHaveLength(2);
    await expect(element).toBeAccessible();
  });

  it('tells by a click which call or recording the others are to be filtered by', async () => {
    const element = await show('c-admin-audit-table', AdminAuditTable, {
      entries: [
        entry(2, { kind: 'system' }, { details: { recordingId: 'recording-1' } }),
        entry(1, { kind: 'system' }, { callId: 'call-1' }),
      ],
    });
    const subjects = eventDetails(element, 'subject');
    expect(findAll(element, 'td button').map(textOf)).toEqual([
      'Show this recording',
      'Show this call',
    ]);
    await click(element, '[data-column=recording]');
    await click(element, '[data-column=call]');
    expect(subjects).toEqual([{ recordingId: 'recording-1' }, { callId: 'call-1' }]);
  });
});
