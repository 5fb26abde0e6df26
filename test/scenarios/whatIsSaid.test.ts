import assert from 'node:assert/strict';
import type { Console, Feed } from '../support/console.ts';
import { placesOf, routesTelling } from '../support/planted.ts';
import { identityOf, liveCallOf, modeOf } from '../support/stage.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';

interface Words {
  isTranscribed: boolean;
  lines: { speaker: string; text: string }[];
  alerts: { alertId: string; family: string; words: string[]; mark?: string }[];
}
interface Attention {
  calls: { callId: string; score: number; claim?: { name: string }; alerts: Words['alerts'] }[];
}

interface Mutes {
  mutes: { ruleName: string; label?: string }[];
}

/** What the supervisor says on the call: nobody may ever read it. */
const PLANTED = 'xylophone';

describe('a call of an org that has its calls transcribed', () => {
  let world: World;
  let callId: string;
  let interventionId: string;
  let [lena, maya, dana] = [] as unknown as Console[];
  /** Tomás is a manager of others; Lena is none of his. */
  let tomas: Console;
  let customersWords = '';
  const pages = new Map<string, Feed>();

  before(async () => {
    world = await startWorld({
      setting: {
        Step_Down_Seconds__c: 2,
        Transcribe_Calls__c: true,
      },
    });
    [lena, maya, dana] = [world.as('lena'), world.as('maya'), world.as('dana')];
    tomas = world.as('tomas');
    assert.equal((await world.as('ada').ask('POST', '/api/alert-rules/refresh', {})).status, 200);
    for (const alias of ['lena', 'maya', 'dana', 'tomas', 'quinn', 'ada'])
      pages.set(alias, await world.as(alias).watch());
    callId = await liveCallOf(world, 'lena', 'Brightwater');
  });
  after(() => world?.stop());

  const read = () =>
    world.database<{ name: string; call: string; while: string }>(
      `select "actor" ->> 'userId' as name, "callId" as call, "details" ->> 'while' as while
       from "AuditEntry" where "action" = 'TranscriptRead' order by "position"`,
    );
  const words = (who: Console) => who.ask<Words>('GET', `/api/calls/${callId}/words`);
  const saidByCustomer = () =>
    until('the rep reads the customer', async () => {
      const { body } = await words(lena!);
      return body.lines?.find(({ speaker }) => speaker === 'customer');
    });

  it('writes down what the customer says, and the rep reads it', async () => {
    customersWords = (await saidByCustomer()).text;
    assert.ok(customersWords.length > 0);
    assert.equal((await words(lena!)).body.isTranscribed, true);
  });

  it('is read by a supervisor only once on the call, and by nobody outside of its scope', async () => {
    const before = await words(maya!);
    assert.deepEqual(
      [before.status, (before.body as unknown as { error: { code: string } }).error.code],
      [403, 'words_not_yours'],
    );
    assert.equal((await words(world.as('ravi'))).status, 404);
    const { intervention, connect } = (await maya!.supervise(callId)).body;
    await world.carrierControl('POST', 'calls', {
      from: `client:${await identityOf(maya!)}`,
      params: connect.params,
      script: { toneHz: 800, says: PLANTED },
    });
    await until('Maya reads along', async () => (await words(maya!)).status === 200);
    ({ interventionId } = intervention);
  });

  it('raises what was said, by name, and keeps what is thought of it', async () => {
    await world.database(
      `insert into "CallAlert" ("alertId", "orgId", "callId", "repUserId", "ruleName",
         "ruleVersion", "label", "family", "severity", "raisedAt", "round", "words", "status")
       select 'held', "orgId", "callId", "repUserId", 'Held', '1', 'Held', 'abuse', 'info', now(),
         0, '{}', 'held_out' from "Call" where "callId" = $1`,
      [callId],
    );
    const alert = await until('an alert of the words is shown', async () =>
      (await words(maya!)).body.alerts.find((one) => one.words.length > 0),
    );
    // It is shown from memory, while it is being written.
    await until('the alert is kept, and takes a mark', async () => {
      const marked = await maya!.ask('POST', `/api/alerts/${alert.alertId}/mark`, { useful: true });
      return marked.status === 204;
    });
    await until(
      'the mark is there',
      async () =>
        (await words(maya!)).body.alerts.find(({ alertId }) => alertId === alert.alertId)?.mark,
    );
    assert.equal((await words(lena!)).body.alerts.length, 0, 'the rep reads no alerts');
    for (const who of [lena!, world.as('ravi')])
      assert.equal(
        (await who.ask('POST', `/api/alerts/${alert.alertId}/mark`, { useful: true })).status,
        404,
      );
    assert.equal((await maya!.ask('POST', '/api/alerts/held/mark', { useful: true })).status, 404);
  });

  it('names a rule that somebody has muted as screens call it', async () => {
    const ruleName = 'Nobody_Helps';
    const muted = await maya!.ask<Mutes>('PUT', '/api/alert-mutes', { ruleName });
    assert.deepEqual(muted.body.mutes, [{ ruleName, label: 'Still waiting for help' }]);
    const { body } = await maya!.ask<Mutes>('GET', '/api/attention');
    assert.deepEqual(body.mutes, muted.body.mutes);
    const left = await maya!.ask<Mutes>('POST', '/api/alert-mutes/remove', { ruleName });
    assert.deepEqual(left.body.mutes, []);
  });

  it('is claimed by one of two supervisors, and the other is told who', async () => {
    const claims = await Promise.all(
      [maya!, dana!].map((who) => who.ask('POST', `/api/calls/${callId}/claim`, {})),
    );
    assert.deepEqual(claims.map(({ status }) => status).toSorted(), [201, 409]);
    const [lost] = claims.filter(({ status }) => status === 409);
    assert.match(JSON.stringify(lost!.body), /Maya Okafor|Dana/);
    const listed = (who: Console) =>
      until('the list is there, as it is once Salesforce answers', async () => {
        const { body } = await who.ask<Partial<Attention>>('GET', '/api/attention');
        return body.calls;
      });
    assert.ok((await listed(dana!)).find((call) => call.callId === callId)?.claim?.name);
    assert.equal(
      (await listed(world.as('ravi'))).some((call) => call.callId === callId),
      false,
    );
  });

  it('is joined by another supervisor than the one who claimed it only once they know', async () => {
    await world.database(
      `update "CallClaim" set "userId" = $2, "userName" = 'Maya Okafor',
         "until" = now() + interval '1 hour' where "callId" = $1`,
      [callId, await maya!.userId()],
    );
    const refused = (await dana!.supervise(callId)) as unknown as {
      status: number;
      body: { error: { code: string } };
    };
    assert.deepEqual([refused.status, refused.body.error.code], [409, 'call_claimed']);
    const joined = await dana!.supervise(callId, undefined, { despiteClaim: true });
    assert.equal(joined.status, 201);
    await dana!.leave(joined.body.intervention.interventionId);
  });

  /** Who has no right to a call is not told even that there is one. */
  const tellsTomasNothing = async () => {
    const known = { callId, interventionId };
    for (const mark of [customersWords, callId, interventionId])
      assert.deepEqual(await routesTelling(world, tomas, mark, known), [], mark);
    assert.equal(pages.get('tomas')!.everything.includes(callId), false);
  };

  it('is nowhere for a manager with no right to it: no line, alert, score, claim or follow', async () => {
    const known = { callId, interventionId };
    assert.ok((await routesTelling(world, maya!, callId, known)).length > 3, 'Maya is told of it');
    await until('pages are read by this test', () =>
      pages.get('lena')!.everything.includes(customersWords),
    );
    const follow = { repUserId: await lena!.userId(), kind: 'every_call' };
    assert.equal((await tomas.ask('PUT', '/api/follows', follow)).status, 200);
    assert.equal((await tomas.ask('POST', `/api/calls/${callId}/claim`, {})).status, 404);
    await tellsTomasNothing();
  });

  it('has nothing of what a supervisor says, anywhere, though everybody hears it', async () => {
    const barged = await maya!.switchTo(interventionId, 'barge', {
      reasonCode: 'negotiation_help',
    });
    assert.equal(barged.status, 202, JSON.stringify(barged.body));
    await until(
      'Maya barges in',
      async () => modeOf(await maya!.call(callId), interventionId) === 'barge',
    );
    const bargedAt = new Date();
    await until(
      'what somebody said while Maya spoke, too, is written down',
      async () =>
        (
          await world.database(
            'select 1 from "TranscriptLine" where "callId" = $1 and "startedAt" > $2',
            [callId, bargedAt],
          )
        ).length > 0,
    );
    assert.deepEqual(await placesOf(world, PLANTED), [], 'it stands nowhere');
    const known = { callId, interventionId };
    for (const who of [lena!, maya!, dana!, world.as('quinn'), world.as('ada')])
      assert.deepEqual(await routesTelling(world, who, PLANTED, known), [], who.alias);
    for (const [alias, page] of pages)
      assert.equal(page.everything.includes(PLANTED), false, `on the pages of ${alias}`);
  });

  it('is on record for each who reads it, once: who, which, when; never of the rep on it (P17)', async () => {
    await Promise.all([1, 2, 3].map(() => words(maya!)));
    await words(lena!);
    const entries = await read();
    assert.deepEqual(
      entries.map(({ name, call, while: when }) => [name, call, when]),
      [[await maya!.userId(), callId, 'live']],
    );
    const [refused] = await world.database<{ code: string }>(
      `select "code" from "AuditEntry" where "action" = 'ReadTranscript' and "callId" = $1`,
      [callId],
    );
    assert.equal(refused?.code, 'words_not_yours');
  });

  it('is handed back to the rep by itself when the supervisor goes quiet, on the audit', async () => {
    await until('the supervisor is silent again', async () => {
      // As a softphone says with each heartbeat.
      await maya!.ask('POST', `/api/interventions/${interventionId}/presence`, {
        quietMs: 60_000,
      });
      return modeOf(await maya!.call(callId), interventionId) === 'monitor';
    });
    const [entry] = await world.database<{ actor: { kind: string }; because: string }>(
      `select "actor", "details" ->> 'because' as because from "AuditEntry"
       where "interventionId" = $1 and "action" = 'ModeRequested' and "details" ->> 'mode' = 'monitor'
       order by "at" desc limit 1`,
      [interventionId],
    );
    assert.deepEqual([entry?.actor.kind, entry?.because], ['system', 'quiet']);
    const { body } = await lena!.call(callId);
    assert.deepEqual(
      [body.status, body.customer.onHold],
      ['live', false],
      'rep and customer talk on',
    );
  });

  describe('once it is over', () => {
    interface Page {
      calls: { callId: string; lines: { text: string }[] }[];
      scores: { kind: string; callId: string; supervisor?: { percent: number } }[];
      next: string;
      areMore: boolean;
    }
    const page = (who: Console, query = '', of = 'calls') =>
      who.ask<Page>('GET', `/api/quality/${of}${query}`);

    before(async () => {
      await lena!.ask('POST', `/api/calls/${callId}/hangup`, {});
      await until(
        'the call is over',
        async () => (await lena!.call(callId)).body.status === 'ended',
      );
      // Programs get what ended a minute ago: what is newer may still be written.
      await world.database(
        `update "Call" set "endedAt" = "endedAt" - interval '2 minutes' where "callId" = $1`,
        [callId],
      );
      await world.restartServer();
    });

    it('is read whole, with the modes in their place, by the rep and who may see the call', async () => {
      for (const who of [lena!, maya!, dana!]) {
        const { status, body } = await who.ask<Words & { modes: { mode: string }[] }>(
          'GET',
          `/api/calls/${callId}/transcript`,
        );
        assert.equal(status, 200, who.alias);
        assert.ok(body.lines.length > 0);
        assert.ok(body.modes.some(({ mode }) => mode === 'barge'));
        assert.equal(body.alerts.length > 0, who !== lena, 'the rep is shown no alerts');
      }
      assert.equal(
        (await world.as('ravi').ask('GET', `/api/calls/${callId}/transcript`)).status,
        404,
      );
      const readers = (await read()).filter((one) => one.while === 'ended').map(({ name }) => name);
      assert.deepEqual(
        readers,
        await Promise.all([lena!, maya!, dana!].map((one) => one.userId())),
      );
    });

    it('is still nowhere for a manager with no right to it, nor what the supervisor said for anybody', async () => {
      await tellsTomasNothing();
      assert.equal((await tomas.ask('GET', `/api/calls/${callId}/transcript`)).status, 404);
      assert.deepEqual((await page(tomas)).body.calls, []);
      assert.deepEqual(await placesOf(world, PLANTED), [], 'it stands nowhere');
      const known = { callId, interventionId };
      for (const who of [lena!, maya!, dana!, world.as('quinn'), world.as('ada')])
        assert.deepEqual(await routesTelling(world, who, PLANTED, known), [], who.alias);
    });

    it('is given to a program, in pages and on record, of whose calls its user may see (P24)', async () => {
      const former = (await read()).length;
      const { body } = await page(maya!, '?limit=1');
      assert.deepEqual(
        body.calls.map((call) => call.callId),
        [callId],
      );
      assert.ok(body.calls[0]!.lines.length > 0);
      assert.equal((await read()).length, former + 1);
      const rest = await page(maya!, `?after=${body.next}`);
      assert.deepEqual([rest.body.calls, rest.body.areMore], [[], false]);
      assert.equal(rest.body.next, body.next, 'it reads on from there later');
      assert.deepEqual((await page(world.as('ravi'))).body.calls, []);
      assert.equal((await page(maya!, '?after=nonsense')).status, 422);
    });

    it('has its scores given to programs once both have scored (P24)', async () => {
      const score = (percent: number, at: string) => ({
        byUserId: 'x',
        at,
        percent,
        answers: [],
        failed: [],
      });
      const progress = { selfScore: score(50, '2026-11-01T10:00:00Z') };
      await world.database(
        `insert into "Debrief" ("interventionId", "orgId", "repUserId", "supervisorUserId", "progress")
         select $1, "orgId", "repUserId", '005', $3 from "Call" where "callId" = $2`,
        [interventionId, callId, JSON.stringify(progress)],
      );
      assert.deepEqual((await page(maya!, '', 'scores')).body.scores, []);
      await world.database(`update "Debrief" set "progress" = $2 where "interventionId" = $1`, [
        interventionId,
        JSON.stringify({ ...progress, supervisorScore: score(75, '2026-11-01T11:00:00Z') }),
      ]);
      const { body } = await page(maya!, '', 'scores');
      assert.deepEqual(
        body.scores.map(({ kind, callId: call, supervisor }) => [kind, call, supervisor?.percent]),
        [['debrief', callId, 75]],
      );
      assert.deepEqual((await page(world.as('ravi'), '', 'scores')).body.scores, []);
      const entries = await world.database(
        `select 1 from "AuditEntry" where "action" = 'ScoresRead'`,
      );
      assert.equal(entries.length, 1);
    });

    it('is described by an OpenAPI document that names each parameter (P24)', async () => {
      const { body } = await maya!.ask<{
        paths: Record<string, { get: { parameters: { name: string }[] } }>;
      }>('GET', '/api/quality/openapi.json');
      assert.deepEqual(
        Object.values(body.paths).map(({ get }) => get.parameters.map(({ name }) => name)),
        [
          ['since', 'after', 'limit'],
          ['since', 'after', 'limit'],
        ],
      );
    });
  });

  describe('and a later one whose customer does not want to be monitored', () => {
    let declinedId: string;
    const legs = (status: string) =>
      world.database(`select 1 from "TranscriptionLeg" where "callId" = $1 and "status" = $2`, [
        declinedId,
        status,
      ]);

    it('is transcribed until the customer says so, and from then on nothing of it is', async () => {
      declinedId = await liveCallOf(world, 'lena', 'Brightwater');
      await until(
        'customer and rep are transcribed',
        async () => (await legs('running')).length === 2,
      );
      const choice = `/api/calls/${declinedId}/monitoring-choice`;
      assert.equal((await lena!.ask('PUT', choice, { isDeclined: true })).status, 200);
      await until('neither is transcribed', async () => (await legs('stopped')).length === 2);
    });

    it('is read afterwards by its rep alone, and is in no sample', async () => {
      await lena!.ask('POST', `/api/calls/${declinedId}/hangup`, {});
      await until(
        'the call is over',
        async () => (await lena!.call(declinedId)).body.status === 'ended',
      );
      const transcript = `/api/calls/${declinedId}/transcript`;
      assert.equal((await lena!.ask('GET', transcript)).status, 200);
      for (const who of [maya!, dana!, world.as('quinn')])
        assert.equal((await who.ask('GET', transcript)).status, 403, who.alias);
      const { body } = await maya!.ask<Pick<Attention, 'calls'>>(
        'GET',
        '/api/finished-calls?sample=true',
      );
      const sampled = body.calls.map((call) => call.callId);
      assert.deepEqual([sampled.includes(callId), sampled.includes(declinedId)], [true, false]);
    });
  });
});
