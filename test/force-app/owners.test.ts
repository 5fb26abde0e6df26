import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ratingFields } from '../../server/crm/calendar/debriefRatings.ts';
import { callDayFields } from '../../server/crm/writes/callDays.ts';
import { debriefFields } from '../../server/crm/writes/debriefRecords.ts';
import { acknowledgementFields, helpFields } from '../../server/crm/writes/helpRecords.ts';
import {
  linkFields,
  coachingState,
  interventionFields,
  qualityFormField,
} from '../../server/crm/writes/interventionRecord.ts';
import { activityFields, coachingFields } from '../../server/crm/writes/interventionTasks.ts';
import { missedCallFields } from '../../server/crm/writes/missedCalls.ts';
import { repCallFields } from '../../server/crm/writes/repCallRecord.ts';
import { endedRepCalls } from '../../server/domain/call/repCalls.ts';
import { intervention, supervisedCall } from '../support/supervisedCall.ts';
import { modelOf } from './checks/model.ts';
import { changed, MAIN, openTree, type Tree } from './checks/tree.ts';

/** Who fills a field: the server, Apex for a person, a person by hand, or the platform. */
type Owner = 'server' | 'apex' | 'by hand' | 'formula';

/** By hand, and by whom. */
const BY_HAND: Record<string, string> = { 'Call_Intervention__c.QA_Form_Url__c': 'Dealside_QA' };

const COACHED = intervention({
  reason: { code: 'large_deal', point: 'The price holds until Friday.' },
  outcome: {
    tag: 'Launch of Atlas',
    status: 'given',
    code: 'saved',
    at: '2026-11-20T17:06:00.000Z',
    coaching: { dueOn: '2026-11-24' },
  },
});
const NOTICE = {
  noticeId: 'n',
  interventionId: 'i-1',
  supervisor: COACHED.supervisor,
  mode: 'monitor',
  at: COACHED.leftAt,
  acknowledgedAt: COACHED.leftAt,
} as const;
/** Somebody else was on the call while the supervisor was. */
const GUEST = {
  guestId: 'g',
  who: { kind: 'number', phone: '+14155550177' },
  invitedAt: COACHED.joinedAt!,
  takesCallAtOnce: false,
  joinedAt: COACHED.joinedAt!,
  status: 'ended',
  at: COACHED.leftAt,
  because: 'left',
} as const;
const PRAISE = {
  textWhisperId: 't',
  interventionId: COACHED.interventionId,
  from: COACHED.supervisor,
  text: 'Well done.',
  at: COACHED.joinedAt!,
  isPraise: true,
} as const;
const CALL = supervisedCall({ notices: [NOTICE], guests: [GUEST], textWhispers: [PRAISE] });
const CLOSED_ALONE = { closedAlone: { by: 'rep', reason: 'They have left.' } } as const;
const VALUES = { closed: 'Completed', open: 'Not Started', high: 'High' };

/** What the server writes, by the functions that write it; what it adds beside them is named. */
const SERVER: Record<string, readonly string[]> = {
  Call_Intervention__c: [
    'External_Id__c',
    ...Object.keys(ratingFields(undefined)),
    ...[
      ...readFileSync(join(MAIN, '../../server/crm/writes/debriefRecords.ts'), 'utf8').matchAll(
        /\b(Coaching_\w+__c): /g,
      ),
    ].map(([, name]) => name!),
    ...Object.keys({
      ...interventionFields(CALL, COACHED),
      ...coachingState(COACHED),
      ...linkFields({ repeats: 0 }),
      ...qualityFormField({ qualityFormUrl: 'https://qa.example.com/i-1' }),
      ...debriefFields(CLOSED_ALONE, undefined),
    }),
  ],
  Task: Object.keys({
    ...activityFields(CALL, COACHED, { values: VALUES }),
    ...coachingFields(CALL, COACHED, { values: VALUES }),
    ...missedCallFields(CALL, 'en', { lightningOrigin: undefined, values: VALUES }),
  }),
  Rep_Call__c: ['External_Id__c', ...Object.keys(repCallFields(CALL, endedRepCalls(CALL)[0]!))],
  Call_Day__c: Object.keys(
    callDayFields({
      day: '2026-11-20',
      repUserId: 'r',
      direction: 'inbound',
      queueIds: '',
      issue: '',
      refusalCode: '',
      answered: 1,
      talkSeconds: 0,
      monitor: 0,
      whisper: 0,
      barge: 0,
      takeover: 0,
      helpRequested: 0,
      transferred: 0,
      saved: 0,
      callBacks: 0,
      rated: 0,
      satisfied: 0,
      missed: 0,
      abandoned: 0,
      answeredSoon: 0,
      waitSeconds: 0,
      supervisedSeconds: 0,
      holdSeconds: 0,
      afterCalls: 0,
      afterCallSeconds: 0,
      alertsShown: 0,
      alertsUseful: 0,
      alertsNotUseful: 0,
      refused: 0,
      joinsRefused: 0,
    }),
  ),
  Help_Request__c: [
    'External_Id__c',
    'Intervention__c',
    ...Object.keys(
      helpFields(CALL, {
        helpRequestId: 'h',
        reasonCode: 'other',
        at: COACHED.leftAt,
        status: 'open',
      }),
    ),
  ],
  Monitoring_Acknowledgement__c: Object.keys(acknowledgementFields(CALL, 'n')!),
  Audit_Checkpoint__c: [
    ...readFileSync(join(MAIN, '../../server/crm/writes/checkpoints.ts'), 'utf8').matchAll(
      /\b(\w+__c): /g,
    ),
  ].map(([, name]) => name!),
};

/** Fields that Apex sets, on a record or in a new one; each class says on which object. */
const APEX: Record<string, readonly string[]> = {
  DealsideBargeReceipts: ['Call_Intervention__c'],
  DealsideCoachingDebriefs: ['Call_Intervention__c', 'Coaching_Note__c'],
  DealsideCallNotes: ['Dealside_Call_Note__c'],
};

function ownersOf(tree: Tree): Map<string, Owner[]> {
  const model = modelOf(tree);
  const owners = new Map<string, Owner[]>();
  for (const object of [...model.ownObjects.filter((name) => name.endsWith('__c')), 'Task']) {
    const set = Object.entries(APEX)
      .filter(([, objects]) => objects.includes(object))
      .map(([name]) => tree.read(`default/classes/${name}.cls`))
      .join('\n');
    for (const field of model.objects.get(object)!.values()) {
      if (!field.custom) continue;
      const name = `${object}.${field.name}`;
      owners.set(name, [
        ...(SERVER[object]?.includes(field.name) ? ['server' as const] : []),
        ...(new RegExp(`\\b${field.name}\\s*=[^=]`).test(set.replace(/WHERE[\s\S]*?WITH/g, ''))
          ? ['apex' as const]
          : []),
        ...(BY_HAND[name] ? ['by hand' as const] : []),
        ...(isFormula(tree, object, field.name) ? ['formula' as const] : []),
      ]);
    }
  }
  return owners;
}

const isFormula = (tree: Tree, object: string, field: string): boolean => {
  const path = `default/objects/${object}/fields/${field}.field-meta.xml`;
  return tree.has(path) && tree.read(path).includes('<formula>');
};

const orphans = (tree: Tree): string[] =>
  [...ownersOf(tree)].filter(([, owners]) => owners.length === 0).map(([name]) => name);

describe('a field of the package', () => {
  const tree = openTree();

  it('is filled by somebody', () => assert.deepEqual(orphans(tree), []));

  it('that nobody fills would be shown', () => {
    const field = 'default/objects/Call_Intervention__c/fields/Mood__c.field-meta.xml';
    assert.deepEqual(
      orphans(
        changed(
          tree,
          field,
          () => '<CustomField><fullName>Mood__c</fullName><type>Text</type></CustomField>',
        ),
      ),
      ['Call_Intervention__c.Mood__c'],
    );
    const forgetful = changed(tree, 'default/classes/DealsideBargeReceipts.cls', (text) =>
      text.replaceAll('Rep_Reply__c = given.reply', 'Rep_Verdict__c = null'),
    );
    assert.deepEqual(orphans(forgetful), ['Call_Intervention__c.Rep_Reply__c']);
  });

  it('that is filled by hand can be edited by whom it is for', () => {
    for (const [name, set] of Object.entries(BY_HAND)) {
      const grant = new RegExp(`<editable>true</editable>\\s*<field>${name}</field>`);
      assert.match(tree.read(`default/permissionsets/${set}.permissionset-meta.xml`), grant);
    }
  });

  it('that the server fills is one that the integration user may edit', () => {
    const set = tree.read('default/permissionsets/Dealside_Integration.permissionset-meta.xml');
    const filled = [...ownersOf(tree)]
      .filter(([, owners]) => owners.includes('server'))
      .map(([name]) => name);
    assert.deepEqual(
      filled.filter(
        (name) => !new RegExp(`<editable>true</editable>\\s*<field>${name}</field>`).test(set),
      ),
      [],
    );
  });

  it('that the platform computes can be edited by nobody', () => {
    const computed = [...ownersOf(tree)]
      .filter(([, owners]) => owners.includes('formula'))
      .map(([name]) => name);
    assert.deepEqual(computed, ['Call_Intervention__c.Customer_Heard__c']);
    const sets = tree.paths.filter((path) => path.endsWith('.permissionset-meta.xml'));
    for (const name of computed)
      for (const set of sets)
        assert.doesNotMatch(
          tree.read(set),
          new RegExp(`<editable>true</editable>\\s*<field>${name}</field>`),
          set,
        );
  });

  it('that only people fill is not one that the integration user may edit', () => {
    const set = tree.read('default/permissionsets/Dealside_Integration.permissionset-meta.xml');
    const theirs = [...ownersOf(tree)]
      .filter(([, owners]) => !owners.includes('server'))
      .map(([name]) => name);
    assert.deepEqual(
      theirs.filter((name) =>
        new RegExp(`<editable>true</editable>\\s*<field>${name}</field>`).test(set),
      ),
      [],
    );
  });
});
