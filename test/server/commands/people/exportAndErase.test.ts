import assert from 'node:assert/strict';
import { createCheckpoint } from '../../../../server/commands/audit/createCheckpoint.ts';
import { exportAudit } from '../../../../server/commands/audit/exportAudit.ts';
import { verifyChain } from '../../../../server/commands/audit/verifyChain.ts';
import {
  erasePerson,
  exportPerson,
  type PersonalDataDeps,
  type PersonRequest,
} from '../../../../server/commands/people/exportAndErase.ts';
import { auditEvents, type Actor } from '../../../../server/domain/audit/entries.ts';
import type { Call } from '../../../../server/domain/call/call.ts';
import { createAuditEvidence } from '../../../../server/store/audit/auditEvidence.ts';
import { createAuditTrail } from '../../../../server/store/audit/auditTrail.ts';
import { createPersonalData } from '../../../../server/store/people/personalData.ts';
import { newSigner, verdictOn } from '../../../support/auditChains.ts';
import { startAuditStage, type AuditStage } from '../../../support/auditStage.ts';
import { at, liveCall } from '../../../support/builders.ts';
import { quietLog } from '../../../support/quietLog.ts';
import { endedCall, eventsOf } from './endedCall.ts';

const PHONE = '+14155550142';
const ADMIN: Actor = { kind: 'person', userId: 'ada', role: 'admin' };

describe('a person’s data', () => {
  let stage: AuditStage;
  let deps: PersonalDataDeps;
  let orgId: string;
  let org = 0;
  let ids = 0;
  const clock = { now: () => at(3600) };
  const trail = () => createAuditTrail(stage.store.pool);

  before(async () => {
    stage = await startAuditStage();
    deps = {
      people: createPersonalData(stage.store.pool),
      store: stage.store,
      clock,
      ids: { next: () => `id-${(ids += 1)}` },
    };
  });
  after(() => stage.stop());
  beforeEach(async () => {
    orgId = `org-${(org += 1)}`;
    await keep(
      endedCall(orgId, 'a', {
        name: 'Priya Raman',
        phone: PHONE,
        contactId: '003P',
        accountId: '001B',
        accountName: 'Brightwater',
      }),
    );
    await keep(
      endedCall(orgId, 'b', { name: 'Marcus Bell', phone: '+14155550177', contactId: '003M' }),
    );
    await createCheckpoint({ trail: trail(), signer: newSigner(), clock, log: quietLog }, orgId);
  });

  /** With the audit as the events of such a call leave it. */
  const keep = (call: Call) =>
    stage.store.createCall(
      call,
      auditEvents(call, eventsOf(call), {
        actor: { kind: 'person', userId: 'maya', role: 'supervisor' },
        nextId: () => `id-${(ids += 1)}`,
      }),
      [],
    );

  const priya = (more: Partial<PersonRequest> = {}): PersonRequest => ({
    orgId,
    ref: { kind: 'customer', contactId: '003P', phone: PHONE },
    reference: 'DSR-7',
    ...more,
  });
  /** Every row of every table, as text. */
  async function everything(): Promise<string> {
    const { rows: tables } = await stage.owner.query<{ name: string }>(
      `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
    );
    const texts = await Promise.all(
      tables.map(
        async ({ name }) =>
          (
            await stage.owner.query<{ text: string }>(
              `select coalesce(string_agg(to_jsonb(t)::text, E'\\n'), '') as text from "${name}" t where to_jsonb(t)::text like $1`,
              [`%${orgId}%`],
            )
          ).rows[0]!.text,
      ),
    );
    return texts.join('\n');
  }
  async function assertVerifies(): Promise<void> {
    const evidence = createAuditEvidence(stage.store.pool);
    const reading = { trail: trail(), evidence, clock };
    const verified = await verifyChain(reading, orgId);
    assert.ok('head' in verified, JSON.stringify(verified));
    let text = '';
    for await (const part of exportAudit(reading, orgId)) text += part;
    const verdict = verdictOn(text.trimEnd().split('\n'));
    assert.ok('head' in verdict, JSON.stringify(verdict));
  }

  it('is exported whole: calls, audit, and where else to look', async () => {
    const told = await exportPerson(deps, ADMIN, priya());
    assert.deepEqual(
      told.calls.map((call) => (call as { callId: string }).callId),
      [`${orgId}-a`],
    );
    const text = JSON.stringify(told);
    for (const known of [
      'Priya Raman',
      PHONE,
      '003P',
      'Priya Raman asked for me.',
      'Priya Raman stays.',
      'saved',
    ])
      assert.ok(text.includes(known), known);
    assert.ok(!text.includes('Marcus'));
    assert.deepEqual(told.elsewhere, ['crm', 'carrier']);
    const [entry] = await stage.store.findAudit({ orgId, limit: 1 });
    assert.deepEqual(
      [entry!.action, entry!.actor, entry!.details],
      ['PersonExported', ADMIN, { kind: 'customer', reference: 'DSR-7', calls: 1 }],
    );
  });

  it('of a user is what that user did and what was done about that user', async () => {
    const told = await exportPerson(deps, ADMIN, { orgId, ref: { kind: 'user', userId: 'maya' } });
    assert.equal(told.calls.length, 2);
    assert.ok(JSON.stringify(told.audit).includes('Maya Okafor'));
  });

  it('is gone once erased: no name, number or note is left in any table, and the chain still verifies', async () => {
    assert.match(await everything(), /Priya/);
    const result = await erasePerson(deps, ADMIN, priya());
    assert.ok('ok' in result);
    assert.deepEqual([result.ok.calls, result.ok.auditFields], [1, 5]);
    const left = await everything();
    for (const gone of ['Priya', PHONE, '003P'])
      assert.ok(
        !left.includes(gone),
        left.split('\n').find((line) => line.includes(gone)),
      );
    assert.ok(
      left.includes('Marcus Bell asked for me') && left.includes('Offer Marcus Bell a month.'),
      'another customer’s data stays',
    );
    await assertVerifies();
  });

  it('is gone with its salts: nobody can try names against what stands in the chain', async () => {
    await erasePerson(deps, ADMIN, priya());
    const { rows } = await stage.owner.query(
      `select distinct "salt", "value", "subjects" from "AuditPersonal" where "orgId" = $1 and "erasedBy" is not null`,
      [orgId],
    );
    assert.deepEqual(rows, [{ salt: null, value: null, subjects: [] }]);
  });

  it('erased leaves the calls and their statistics', async () => {
    const before = (await stage.store.loadCall(`${orgId}-a`))!;
    await erasePerson(deps, ADMIN, priya());
    const after = (await stage.store.loadCall(`${orgId}-a`))!;
    assert.deepEqual(after.customer, {
      name: 'Erased',
      accountId: '001B',
      accountName: 'Brightwater',
    });
    assert.deepEqual(
      [
        after.startedAt,
        after.direction,
        after.opportunity,
        after.interventions[0]!.modeHistory,
        after.status,
      ],
      [
        before.startedAt,
        before.direction,
        before.opportunity,
        before.interventions[0]!.modeHistory,
        'ended',
      ],
    );
    const [intervention] = after.interventions;
    assert.ok(intervention!.status === 'ended' && intervention!.outcome.status === 'given');
    assert.deepEqual(
      [after.help?.status, after.textWhispers?.map(({ text }) => text)],
      ['taken', ['Erased']],
    );
    assert.deepEqual(
      [
        intervention!.reason,
        intervention!.outcome.code,
        intervention!.outcome.note,
        intervention!.outcome.coaching,
      ],
      [{ code: 'other' }, 'saved', undefined, { dueOn: '2026-11-09' }],
    );
  });

  it('of a user erased leaves the id of the user and not the name', async () => {
    await stage.store.pool.query(
      `insert into "Pin" ("orgId", "userId", "hash", "setAt", "failures", "locks") values ($1, 'maya', 'x', now(), 0, 0)`,
      [orgId],
    );
    assert.ok(
      'ok' in (await erasePerson(deps, ADMIN, { orgId, ref: { kind: 'user', userId: 'maya' } })),
    );
    const left = await everything();
    assert.ok(!left.includes('Maya Okafor'));
    for (const wrote of ['asked for me', 'a month', 'wants a discount'])
      assert.ok(!left.includes(wrote), 'what was written on Maya’s calls');
    assert.match(left, /Priya Raman/, 'the customers’ names stay');
    assert.equal(
      (await stage.store.pool.query(`select 1 from "Pin" where "orgId" = $1`, [orgId])).rowCount,
      0,
    );
    assert.equal(
      (await stage.store.loadCall(`${orgId}-a`))!.interventions[0]!.supervisor.userId,
      'maya',
    );
    await assertVerifies();
  });

  it('of a rep erased leaves no name where a call was handed on, or rang', async () => {
    const lena = { userId: 'lena', name: 'Lena Brandt', managerIds: ['maya'] };
    const ravi = { userId: 'ravi', name: 'Ravi Patel', managerIds: ['maya'] };
    const handedOn: Call = {
      ...endedCall(orgId, 'handed-on', { name: 'Alma Reyes' }),
      rep: lena,
      pastReps: [{ rep: ravi, until: at(30) }],
      ringing: {
        steps: [
          { whom: 'owner', reps: [ravi], seconds: 20 },
          { whom: 'group', reps: [lena, ravi], seconds: 30 },
        ],
        otherwise: 'voicemail',
        finishing: [lena, ravi].map((rep) => ({ rep, until: at(20), seconds: 30 })),
        waitsUntil: at(60),
      },
      transfer: {
        transferId: 't',
        to: lena,
        requestedAt: at(20),
        completesItself: false,
        status: 'completed',
        at: at(31),
        group: {
          name: 'Sales',
          steps: [{ whom: 'group', reps: [lena, ravi], seconds: 20 }],
          step: 0,
          stepSince: at(20),
          isTaken: true,
        },
      },
      guests: [
        {
          guestId: 'g',
          who: { kind: 'person', userId: 'ravi', name: 'Ravi Patel' },
          invitedAt: at(10),
          takesCallAtOnce: false,
          status: 'ended',
          because: 'left',
          at: at(15),
        },
      ],
    };
    await stage.store.createCall(handedOn, [], []);
    for (const { userId, name } of [lena, ravi]) {
      assert.ok(
        'ok' in (await erasePerson(deps, ADMIN, { orgId, ref: { kind: 'user', userId } })),
        name,
      );
      const left = JSON.stringify(await stage.store.loadCall(handedOn.callId));
      assert.ok(!left.includes(name) && left.includes(userId), left);
    }
  });

  it('whose number was a third party’s leaves no number when erased', async () => {
    const phone = '+12145550177';
    const added: Call = {
      ...endedCall(orgId, 'added', { name: 'Alma Reyes' }),
      guests: [
        {
          guestId: 'g',
          who: { kind: 'number', phone },
          invitedAt: at(10),
          takesCallAtOnce: false,
          status: 'ended',
          because: 'left',
          at: at(15),
        },
      ],
    };
    await stage.store.createCall(added, [], []);
    assert.ok(
      'ok' in (await erasePerson(deps, ADMIN, { orgId, ref: { kind: 'customer', phone } })),
    );
    assert.ok(!JSON.stringify(await stage.store.loadCall(added.callId)).includes(phone));
  });

  it('erased is in the audit: by whom, for which request, how much; not of whom', async () => {
    await erasePerson(deps, ADMIN, priya());
    const [entry] = await stage.store.findAudit({ orgId, limit: 1 });
    assert.equal(entry!.action, 'PersonErased');
    assert.deepEqual(Object.keys(entry!.details).sort(), [
      'calls',
      'digest',
      'fields',
      'kind',
      'reference',
    ]);
    assert.deepEqual(
      [entry!.actor, entry!.details.fields, entry!.details.reference],
      [ADMIN, 5, 'DSR-7'],
    );
  });

  it('erased twice, or never known, says so and is noted as refused', async () => {
    await erasePerson(deps, ADMIN, priya());
    for (const request of [
      priya(),
      priya({ ref: { kind: 'customer', phone: '+14155559999' } }),
      { ...priya(), orgId: 'another-org' },
    ]) {
      const result = await erasePerson(deps, ADMIN, request);
      assert.ok('refusal' in result && result.refusal.code === 'person_unknown');
    }
    assert.equal((await stage.store.findAudit({ orgId, limit: 1 }))[0]!.code, 'person_unknown');
    await assertVerifies();
  });

  it('is not erased while the person is on a call, nor in another org', async () => {
    await stage.store.createCall(
      liveCall({ orgId, callId: `${orgId}-live`, customer: { name: 'Priya Raman', phone: PHONE } }),
      [],
      [],
    );
    const result = await erasePerson(deps, ADMIN, priya());
    assert.ok('refusal' in result && result.refusal.code === 'person_on_call');
    assert.equal((await stage.store.loadCall(`${orgId}-a`))!.customer.name, 'Priya Raman');
    const {
      rows: [others],
    } = await stage.owner.query<{ erased: string }>(
      `select count(*) as erased from "AuditPersonal" where "orgId" = $1 and "erasedBy" is not null`,
      [orgId],
    );
    assert.equal(others!.erased, '0');
  });
});
