import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { importPKCS8, SignJWT } from 'jose';
import { LOCAL_ORG_ID } from '../../local/org/ids/localOrgId.ts';
import { COURSES } from '../../server/domain/practice/courses.ts';
import type { InterventionView } from '../../server/http/views/presenters.ts';
import type { Answer, Console } from '../support/console.ts';
import { selfSigned } from '../support/selfSigned.ts';
import { leaveAs, liveCallOf, modeOf, superviseAs } from '../support/stage.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';

interface AuditRow {
  action: string;
  result: string;
  code: string;
  actor: { kind: string; userId?: string; claimedUserId?: string };
  callId: string | null;
}

describe('whoever may not', () => {
  let world: World;
  let callId: string;
  let maya: Console;

  before(async () => {
    world = await startWorld({
      setting: {
        Course_Before__c: 'barge',
      },
    });
    callId = await liveCallOf(world, 'lena', 'Brightwater');
    maya = world.as('maya');
  });
  after(() => world?.stop());

  const audited = (code: string) =>
    world.database<AuditRow>(
      `select * from "AuditEntry" where "result" = 'refused' and "code" = $1`,
      [code],
    );

  /** The refusal that is shown, and the entry it left in the audit. */
  async function refused(
    ask: () => Promise<Answer<unknown>>,
    status: number,
    code: string,
  ): Promise<AuditRow> {
    const before = (await audited(code)).length;
    const { status: actual, body } = await ask();
    assert.deepEqual([actual, body.error?.code], [status, code]);
    assert.ok(body.error.message.length > 10, 'the message says what is wrong');
    const entries = await audited(code);
    assert.equal(entries.length, before + 1, 'one audit entry tells of it');
    return entries.at(-1)!;
  }

  it('a rep cannot supervise (R10)', async () => {
    const entry = await refused(() => world.as('ravi').supervise(callId), 403, 'not_a_supervisor');
    assert.equal(entry.actor.userId, await world.as('ravi').userId());
    assert.equal(entry.callId, callId);
  });

  it('another team’s manager can neither join nor see the call (D17, G9)', async () => {
    await refused(() => world.as('tomas').supervise(callId), 403, 'out_of_scope');
    assert.equal((await world.as('tomas').call(callId)).status, 404);
    assert.deepEqual(
      (await world.as('tomas').ask<{ calls: unknown[] }>('GET', '/api/calls')).body.calls,
      [],
    );
  });

  it('an unknown call cannot be joined', async () => {
    await refused(() => maya.supervise('no-such-call'), 404, 'call_not_found');
  });

  describe('with a token that', () => {
    const token = async ({
      issuer = LOCAL_ORG_ID,
      ageSeconds = 0,
      username,
      key,
    }: {
      issuer?: string;
      ageSeconds?: number;
      username?: string;
      key: string;
    }) => {
      const now = Math.floor(Date.now() / 1000) - ageSeconds;
      return new SignJWT({ jti: randomUUID(), ...(username && { username }) })
        .setProtectedHeader({ alg: 'RS256' })
        .setIssuer(issuer)
        .setSubject(await maya.userId())
        .setAudience(world.serverUrl)
        .setIssuedAt(now)
        .setExpirationTime(now + 300)
        .sign(await importPKCS8(key, 'RS256'));
    };
    const join = (bearer: string) =>
      maya.ask('POST', `/api/calls/${callId}/interventions`, { requestId: randomUUID() }, bearer);

    it('is missing or garbled (G9, G11)', async () => {
      await refused(() => join('nonsense'), 401, 'not_authenticated');
    });
    it('has expired', async () => {
      const entry = await refused(
        async () => join(await token({ ageSeconds: 3600, key: world.orgSigningKey })),
        401,
        'token_expired',
      );
      assert.deepEqual(entry.actor, { kind: 'person', userId: await maya.userId() });
    });
    it('names another user than the username that the org signed with it', async () => {
      await refused(
        async () =>
          join(await token({ key: world.orgSigningKey, username: 'ravi@northwind.example' })),
        401,
        'not_authenticated',
      );
    });
    it('was signed by somebody else', async () => {
      const { privateKey } = await selfSigned('stranger');
      await refused(
        async () => join(await token({ key: privateKey })),
        401,
        'token_signature_invalid',
      );
    });
    it('names an org that is not registered', async () => {
      await refused(
        async () => join(await token({ issuer: '00D000000000000AAA', key: world.orgSigningKey })),
        401,
        'org_unknown',
      );
    });
  });

  describe('with the key of an intervention', () => {
    let interventionId: string;
    let key: string;
    const byKey = async (act: string, used = key): Promise<Answer<unknown>> => {
      const path = `/api/interventions/${interventionId}/${act}`;
      const response = await fetch(world.serverUrl + path, {
        method: 'POST',
        headers: { authorization: `Intervention ${used}`, 'content-type': 'application/json' },
        body: '{}',
      });
      const text = await response.text();
      return { status: response.status, body: text ? JSON.parse(text) : {} };
    };

    it('that has ended sends a heartbeat: it is told so, and no audit entry tells of it', async () => {
      const dana = world.as('dana');
      const { body } = await dana.ask<{ intervention: InterventionView; key: string }>(
        'POST',
        `/api/calls/${callId}/interventions`,
        { requestId: randomUUID() },
      );
      interventionId = body.intervention.interventionId;
      key = body.key;
      assert.equal((await byKey('presence')).status, 204);
      assert.equal((await byKey('leave')).status, 202);
      const refusals = () =>
        world.database(`select 1 from "AuditEntry" where "result" = 'refused'`);
      const before = (await refusals()).length;
      const late = await byKey('presence');
      assert.deepEqual([late.status, late.body.error.code], [409, 'intervention_ended']);
      assert.equal((await refusals()).length, before);
    });

    it('that is forged is not let in', async () => {
      const forged = await byKey('presence', `${key}x`);
      assert.deepEqual([forged.status, forged.body.error.code], [401, 'not_authenticated']);
    });
  });

  it('a quality analyst listens to every call but cannot barge (D18, G3)', async () => {
    const quinn = world.as('quinn');
    const interventionId = await superviseAs(world, quinn, callId);
    await refused(
      () => quinn.switchTo(interventionId, 'barge', { reasonCode: 'off_message' }),
      403,
      'mode_not_permitted',
    );
  });

  it('a supervisor who has not done the course where the org wants it before a barge', async () => {
    const interventionId = await superviseAs(world, maya, callId);
    const barge = () => maya.switchTo(interventionId, 'barge', { reasonCode: 'large_deal' });
    await refused(barge, 403, 'course_first');
    const { body } = await barge();
    assert.match(body.error.hint ?? '', /on Home/);
    assert.equal((await maya.switchTo(interventionId, 'whisper')).status, 202);
    const { questions } = COURSES.find(({ code }) => code === 'supervisor')!;
    const answered = await maya.ask('POST', '/api/me/courses', {
      code: 'supervisor',
      answers: questions.map(({ right }) => right),
    });
    assert.equal(answered.status, 200, JSON.stringify(answered.body));
    await until(
      'the whisper is confirmed',
      async () => modeOf(await maya.call(callId), interventionId) === 'whisper',
    );
    assert.equal((await barge()).status, 202, 'who has done it barges');
    await leaveAs(maya, callId, interventionId);
  });

  it('nobody barges without a reason (D33)', async () => {
    const interventionId = await superviseAs(world, maya, callId);
    await refused(() => maya.switchTo(interventionId, 'barge'), 422, 'reason_required');
  });

  it('nobody switches the intervention of somebody else', async () => {
    const quinns = (await maya.call(callId)).body.interventions.find(
      (i) => i.supervisor.name === 'Quinn Ellis',
    )!;
    await refused(
      () => maya.switchTo(quinns.interventionId, 'whisper'),
      403,
      'not_your_intervention',
    );
  });

  it('a wrong field is named with its rule', async () => {
    const { status, body } = await maya.ask('POST', `/api/calls/${callId}/interventions`, {
      requestId: 7,
    });
    assert.deepEqual(
      [status, body.error.code, body.error.field],
      [422, 'invalid_request', 'requestId'],
    );
  });

  it('the audit can be neither changed nor shortened', async () => {
    await assert.rejects(world.database(`update "AuditEntry" set "code" = 'x'`), /append-only/);
    await assert.rejects(world.database('delete from "AuditEntry"'), /append-only/);
  });
});
