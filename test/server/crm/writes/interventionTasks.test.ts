import assert from 'node:assert/strict';
import { interventionFields } from '../../../../server/crm/writes/interventionRecord.ts';
import { activityFields, coachingFields } from '../../../../server/crm/writes/interventionTasks.ts';
import { intervention, supervisedCall } from '../../../support/supervisedCall.ts';

const LONG = 'word '.repeat(10_000);
const call = supervisedCall();
const VALUES = { closed: 'Erledigt', open: 'Offen', high: 'Hoch' };
const SETTINGS = { values: VALUES, supervisor: { zone: 'Europe/Berlin' } };

describe('the call activity', () => {
  it('is a completed call of the supervisor on the deal’s timeline, in words', () => {
    assert.deepEqual(activityFields(call, intervention(), SETTINGS), {
      WhatId: '006000000000001AAA',
      WhoId: '003000000000001AAA',
      TaskSubtype: 'Call',
      Status: 'Erledigt',
      Subject: 'Barge: Maya Okafor on Ravi Patel’s call with Priya Raman',
      Description: [
        'Supervisor: Maya Okafor',
        'Rep: Ravi Patel',
        'Customer: Priya Raman',
        'Reason: Help in negotiation',
        'Outcome: Deal advanced',
        'Note: Agreed on three years.',
        'Ended: the supervisor left',
        'Modes:',
        '  Nov 20, 2026, 6:00:01 PM GMT+1  Monitor',
        '  Nov 20, 2026, 6:01:00 PM GMT+1  Whisper',
        '  Nov 20, 2026, 6:02:11 PM GMT+1  Barge – Help in negotiation',
      ].join('\n'),
      CallType: 'Outbound',
      CallDurationInSeconds: 303,
      CallDisposition: 'Deal advanced',
      CallObject: 'call-1',
      OwnerId: '005000000000002AAA',
      ActivityDate: '2026-11-20',
      Dealside_Key__c: 'i-1:activity',
      Intervention_Id__c: 'i-1',
      Assisted_Call__c: true,
      Intervention_Reason__c: 'Help in negotiation',
      Intervention_Outcome__c: 'Deal advanced',
      Intervention_Modes__c: 'Monitor → Whisper → Barge',
    });
  });

  for (const [zone, leftAt, day] of [
    ['America/Los_Angeles', '2026-11-21T02:30:00.000Z', '2026-11-20'],
    ['Asia/Tokyo', '2026-11-20T17:05:03.600Z', '2026-11-21'],
    [undefined, '2026-11-21T02:30:00.000Z', '2026-11-21'],
    ['Nowhere/Else', '2026-11-21T02:30:00.000Z', '2026-11-21'],
  ] as const)
    it(`is of the day that it was for the supervisor, in ${zone ?? 'no time zone'}`, () => {
      const settings = { values: VALUES, ...(zone && { supervisor: { zone } }) };
      assert.equal(activityFields(call, intervention({ leftAt }), settings).ActivityDate, day);
    });

  it('belongs to the account where there is no deal', () => {
    const { opportunity: _none, ...noDeal } = call;
    assert.equal(activityFields(noDeal, intervention(), SETTINGS).WhatId, '001000000000001AAA');
  });

  it('is in the language and by the clock of the supervisor, who owns it', () => {
    const german = { values: VALUES, supervisor: { locale: 'de', zone: 'Europe/Berlin' } };
    const { Subject, Description, ...fields } = activityFields(
      call,
      intervention({ endReason: 'connection_lost' }),
      german,
    );
    assert.equal(Subject, 'Aufschalten: Maya Okafor im Anruf von Ravi Patel mit Priya Raman');
    assert.equal(
      Description,
      [
        'Supervisor: Maya Okafor',
        'Vertriebsmitarbeiter: Ravi Patel',
        'Kunde: Priya Raman',
        'Grund: Hilfe beim Verhandeln',
        'Ergebnis: Opportunity vorangebracht',
        'Notiz: Agreed on three years.',
        'Beendet: Die Verbindung des Supervisors brach ab',
        'Modi:',
        '  20.11.2026, 18:00:01 MEZ  Mithören',
        '  20.11.2026, 18:01:00 MEZ  Flüstern',
        '  20.11.2026, 18:02:11 MEZ  Aufschalten – Hilfe beim Verhandeln',
      ].join('\n'),
    );
    assert.deepEqual(
      [fields.CallDisposition, fields.Intervention_Reason__c, fields.Intervention_Modes__c],
      ['Opportunity vorangebracht', 'Hilfe beim Verhandeln', 'Mithören → Flüstern → Aufschalten'],
    );
  });

  it('keeps the note of a reason', () => {
    const { Description } = activityFields(
      call,
      intervention({ reason: { code: 'other', note: 'needs a signature' } }),
      SETTINGS,
    );
    assert.match(String(Description), /^Reason: Other \(needs a signature\)$/m);
  });
  it('says what the rep flagged, and nothing of what was written between the two', () => {
    const flagged = {
      ...call,
      moments: [{ momentId: 'm', at: '2026-11-20T10:01:05.000Z', byUserId: 'r', note: 'Price' }],
      textWhispers: [
        {
          textWhisperId: 't',
          interventionId: intervention().interventionId,
          from: { userId: 'm', name: 'Maya', role: 'supervisor' },
          text: 'zanzibar',
          at: '2026-11-20T10:01:06.000Z',
        },
      ],
    };
    const fields = activityFields(flagged, intervention(), SETTINGS);
    assert.match(
      String(fields.Description),
      /Flagged by the rep:\n {2}Nov 20, 2026, 11:01:05 AM GMT\+1 {2}Price/,
    );
    const all = JSON.stringify([fields, interventionFields(flagged, intervention())]);
    assert.ok(!all.includes('zanzibar'));
  });

  it('fits the fields of the org', () => {
    const fields = activityFields(
      supervisedCall({ customer: { name: LONG } }),
      intervention({
        modeHistory: Array.from(
          { length: 3000 },
          () => ({ mode: 'whisper', at: '2026-11-20T17:01:00.000Z' }) as const,
        ),
      }),
      SETTINGS,
    );
    assert.deepEqual(
      [fields.Subject, fields.Description, fields.Intervention_Modes__c].map(
        (text) => String(text).length,
      ),
      [255, 32_000, 255],
    );
  });
});

describe('the coaching task', () => {
  const coached = intervention({
    outcome: {
      status: 'given',
      code: 'advanced',
      at: '2026-11-20T17:06:00.000Z',
      coaching: { dueOn: '2026-11-24', note: 'Anchor on value first.' },
    },
  });

  it('is an open debrief for the rep, due when the supervisor said, with a reminder (D14, P26)', () => {
    assert.deepEqual(coachingFields(call, coached, SETTINGS), {
      WhatId: '006000000000001AAA',
      WhoId: '003000000000001AAA',
      Status: 'Offen',
      Subject: 'Debrief: call with Priya Raman',
      Description:
        'Anchor on value first.\nWhat happened? What would you do next time?\nMaya Okafor: Monitor → Whisper → Barge',
      OwnerId: '005000000000003AAA',
      ActivityDate: '2026-11-24',
      IsReminderSet: true,
      ReminderDateTime: '2026-11-24T09:00:00.000Z',
      Dealside_Key__c: 'i-1:coaching',
      Intervention_Id__c: 'i-1',
      Intervention_Reason__c: 'Help in negotiation',
    });
  });

  it('is in the language of the rep, who owns it, not of the supervisor', () => {
    const { Subject, Description } = coachingFields(call, coached, {
      values: VALUES,
      supervisor: { locale: 'en_US' },
      rep: { locale: 'de' },
    })!;
    assert.deepEqual(
      [Subject, Description],
      [
        'Nachbesprechung: Anruf mit Priya Raman',
        'Anchor on value first.\nWas ist geschehen? Was würden Sie beim nächsten Mal tun?\nMaya Okafor: Mithören → Flüstern → Aufschalten',
      ],
    );
  });

  for (const [zone, dueOn, at] of [
    ['America/Los_Angeles', '2026-11-24', '2026-11-24T17:00:00.000Z'],
    ['America/Los_Angeles', '2026-07-24', '2026-07-24T16:00:00.000Z'],
    ['Europe/Berlin', '2026-11-24', '2026-11-24T08:00:00.000Z'],
  ] as const)
    it(`reminds the rep at nine in the morning, in ${zone} on ${dueOn}`, () => {
      const own = supervisedCall();
      const due = intervention({
        outcome: { status: 'given', code: 'saved', at: own.startedAt, coaching: { dueOn } },
      });
      assert.equal(
        coachingFields({ ...own, rep: { ...own.rep, timeZone: zone } }, due, SETTINGS)
          ?.ReminderDateTime,
        at,
      );
    });

  it('is only there when it was asked for', () => {
    assert.equal(coachingFields(call, intervention(), SETTINGS), undefined);
    assert.equal(
      coachingFields(call, intervention({ outcome: { status: 'due' } }), SETTINGS),
      undefined,
    );
  });
});
