import assert from 'node:assert/strict';
import {
  coachingState,
  interventionFields,
  type EndedIntervention,
} from '../../../../server/crm/writes/interventionRecord.ts';
import { activityFields } from '../../../../server/crm/writes/interventionTasks.ts';
import { intervention, supervisedCall } from '../../../support/supervisedCall.ts';

const LONG = 'word '.repeat(10_000);
const call = supervisedCall();
const VALUES = { closed: 'Erledigt', open: 'Offen', high: 'Hoch' };
const SETTINGS = { values: VALUES, supervisor: { zone: 'Europe/Berlin' } };

describe('the intervention record', () => {
  it('has the tag beside the reason, and counts praise to the rep in it alone (V10, R19)', () => {
    const line = (more: { isPraise?: true; interventionId?: string }) => ({
      textWhisperId: 't',
      interventionId: 'i-1',
      from: { userId: 'maya', name: 'Maya Okafor', role: 'supervisor' },
      text: 'Well done.',
      at: '2026-11-20T17:02:00.000Z',
      ...more,
    });
    const praised = supervisedCall({
      textWhispers: [
        line({ isPraise: true }),
        line({ isPraise: true, interventionId: 'another' }),
        line({}),
      ],
    });
    const tagged = intervention({
      outcome: { status: 'given', code: 'advanced', at: '2026-11-20T17:06:00.000Z', tag: 'Atlas' },
    });
    const { Tag__c, Praises__c } = interventionFields(praised, tagged);
    assert.deepEqual([Tag__c, Praises__c], ['Atlas', 1]);
    assert.equal('Praises__c' in interventionFields(call, tagged), false, 'left out where none is');
  });

  it('counts praise by voice as well: whispered or barged in with for recognition (V10)', () => {
    const at = '2026-11-20T17:02:00.000Z';
    const praises = (modeHistory: EndedIntervention['modeHistory']) =>
      interventionFields(call, intervention({ modeHistory })).Praises__c;
    const reasonCode = 'positive_recognition';
    assert.equal(
      praises([
        { mode: 'monitor', at },
        { mode: 'whisper', at, reasonCode },
        { mode: 'barge', at, reasonCode },
      ]),
      2,
    );
    assert.equal(praises([{ mode: 'monitor', at, reasonCode }]), undefined);
    assert.equal(praises([{ mode: 'barge', at, reasonCode: 'large_deal' }]), undefined);
  });

  it('counts a whisper once that its supervisor calls praise afterwards (V10)', () => {
    const at = '2026-11-20T17:02:00.000Z';
    const praises = (reasonCode?: string) =>
      interventionFields(
        call,
        intervention({
          modeHistory: [{ mode: 'whisper', at, ...(reasonCode && { reasonCode }) }],
          outcome: { status: 'given', code: 'advanced', at, praised: true },
        }),
      ).Praises__c;
    assert.deepEqual([praises(), praises('positive_recognition')], [1, 1]);
  });

  it('says who, which call, when, how far, why and with what outcome (P18, D27–D33, V13, V14)', () => {
    assert.deepEqual(interventionFields(call, intervention()), {
      Opportunity__c: '006000000000001AAA',
      Account__c: '001000000000001AAA',
      Contact__c: '003000000000001AAA',
      Lead__c: null,
      Supervisor__c: '005000000000002AAA',
      Supervisor_Role__c: 'supervisor',
      Rep__c: '005000000000003AAA',
      Call_Id__c: 'call-1',
      Direction__c: 'Outbound',
      Joined_At__c: '2026-11-20T17:00:01.000Z',
      Left_At__c: '2026-11-20T17:05:03.600Z',
      Duration_Seconds__c: 303,
      OwnerId: '005000000000002AAA',
      Highest_Mode__c: 'Barge',
      Monitor_Seconds__c: 59,
      Whisper_Seconds__c: 71,
      Barge_Seconds__c: 173,
      Takeover_Seconds__c: 0,
      Mode_History__c: [
        'Nov 20, 2026, 5:00:01 PM UTC  Monitor',
        'Nov 20, 2026, 5:01:00 PM UTC  Whisper',
        'Nov 20, 2026, 5:02:11 PM UTC  Barge – Help in negotiation',
      ].join('\n'),
      Reason_Code__c: 'negotiation_help',
      Reason_Family__c: 'opportunity',
      Reason_Label__c: 'Help in negotiation',
      Reason_Note__c: null,
      Outcome__c: 'advanced',
      Outcome_Label__c: 'Deal advanced',
      Counts_As_Saved__c: true,
      Outcome_Note__c: 'Agreed on three years.',
      Ended_Because__c: 'supervisor_left',
      End_Reason__c: 'supervisor_left',
      Whisper_Skipped__c: false,
      Whisper_First__c: true,
      Handed_Back__c: false,
      Policy_Version__c: '2026-11',
      Policy_Rule__c: 'supervisor-own-reports',
      Consent_Decision__c: 'unknown',
      Jurisdiction__c: null,
      Notice_Kind__c: 'visual',
      Notice_Due__c: true,
      Notice_Given__c: false,
      Notices__c: '',
      Rep_Notified_At__c: null,
      Rep_Acknowledged_At__c: null,
    });
  });

  it('says how the rep was told, and when the rep saw it (D23, P12)', () => {
    const notice = {
      noticeId: 'n',
      interventionId: 'i-1',
      supervisor: intervention().supervisor,
      mode: 'whisper' as const,
      at: '2026-11-20T17:01:00.000Z',
      acknowledgedAt: '2026-11-20T17:01:04.000Z',
    };
    const { Notice_Kind__c, Notices__c, Rep_Notified_At__c, Rep_Acknowledged_At__c } =
      interventionFields(
        supervisedCall({ notices: [notice] }),
        intervention({ noticeKinds: ['banner', 'tone'] }),
        { supervisor: { locale: 'de', zone: 'Europe/Berlin' } },
      );
    assert.deepEqual(
      { Notice_Kind__c, Notices__c, Rep_Notified_At__c, Rep_Acknowledged_At__c },
      {
        Notice_Kind__c: 'tone',
        Notices__c: '20.11.2026, 18:01:00 MEZ  Flüstern, gelesen 20.11.2026, 18:01:04 MEZ',
        Rep_Notified_At__c: notice.at,
        Rep_Acknowledged_At__c: notice.acknowledgedAt,
      },
    );
  });

  it('says by which law the supervisor was on the call, and how it was met (P14)', () => {
    const applying = [
      {
        witness: 'customer_number',
        place: 'US-CA',
        rule: 'Cal. Penal Code §§ 632, 632.7',
        consent: 'all_party',
      },
    ] as const;
    const consent = {
      rule: 'Cal. Penal Code §§ 632, 632.7',
      announcesSupervisor: true,
      at: '2026-11-20T17:00:00.000Z',
      evidence: { tableVersion: '2026-11', applying, disclosure: { status: 'elsewhere' } },
    } as const;
    const { Consent_Decision__c, Jurisdiction__c } = interventionFields(
      supervisedCall(),
      intervention({ consent }),
    );
    assert.deepEqual(
      { Consent_Decision__c, Jurisdiction__c },
      { Consent_Decision__c: 'disclosed', Jurisdiction__c: 'US-CA' },
    );
  });
  it('is about a lead where no contact was made of the customer yet', () => {
    const withLead = supervisedCall({
      customer: { name: 'Nora Quist', contactId: '00Q000000000001AAA' },
    });
    const { Contact__c, Lead__c } = interventionFields(withLead, intervention());
    assert.deepEqual({ Contact__c, Lead__c }, { Contact__c: null, Lead__c: '00Q000000000001AAA' });
    const { WhoId, WhatId } = activityFields(withLead, intervention(), SETTINGS);
    assert.deepEqual({ WhoId, WhatId }, { WhoId: '00Q000000000001AAA', WhatId: null });
  });

  it('plans coaching where a debrief was asked for', () => {
    const given = { status: 'given', code: 'saved', at: '2026-11-20T17:06:00.000Z' } as const;
    assert.deepEqual(
      coachingState(intervention({ outcome: { ...given, coaching: { dueOn: '2026-11-24' } } })),
      { Coaching_State__c: 'planned', Coaching_Due_On__c: '2026-11-24' },
    );
    assert.deepEqual(coachingState(intervention({ outcome: given })), {
      Coaching_State__c: 'none',
    });
    assert.deepEqual(coachingState(intervention({ outcome: { status: 'due' } })), {});
  });

  it('of an inbound call without a deal, a reason or an outcome leaves those empty', () => {
    const { opportunity: _none, ...noDeal } = supervisedCall({
      direction: 'inbound',
      customer: { name: '+14155550142' },
    });
    const fields = interventionFields(
      noDeal,
      intervention({ reason: undefined, outcome: { status: 'due' } }),
    );
    const {
      Direction__c,
      Opportunity__c,
      Account__c,
      Contact__c,
      Reason_Code__c,
      Outcome__c,
      Outcome_Note__c,
    } = fields;
    assert.deepEqual(
      {
        Direction__c,
        Opportunity__c,
        Account__c,
        Contact__c,
        Reason_Code__c,
        Outcome__c,
        Outcome_Note__c,
      },
      {
        Direction__c: 'Inbound',
        Opportunity__c: null,
        Account__c: null,
        Contact__c: null,
        Reason_Code__c: null,
        Outcome__c: null,
        Outcome_Note__c: null,
      },
    );
  });

  it('keeps that the whisper was skipped (D9)', () => {
    assert.equal(
      interventionFields(call, intervention({ whisperSkipped: true })).Whisper_Skipped__c,
      true,
    );
  });

  it('fits the fields of the org', () => {
    const fields = interventionFields(
      call,
      intervention({
        reason: { code: 'other', note: LONG, point: LONG },
        outcome: { status: 'given', code: 'saved', note: LONG, at: '2026-11-20T17:06:00.000Z' },
        modeHistory: Array.from(
          { length: 3000 },
          () => ({ mode: 'whisper', at: '2026-11-20T17:01:00.000Z' }) as const,
        ),
      }),
    );
    assert.deepEqual(
      [fields.Reason_Note__c, fields.Point__c, fields.Outcome_Note__c, fields.Mode_History__c].map(
        (text) => String(text).length,
      ),
      [255, 255, 32_768, 32_768],
    );
  });
});
