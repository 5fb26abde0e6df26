import assert from 'node:assert/strict';
import { liveCallOf, modeOf, superviseAs } from '../support/stage.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';

interface Row {
  Id: string;
  Name: string;
  AssigneeId: string;
  External_Id__c: string;
}
interface Message {
  messageId: string;
  topic: string;
  problem: string;
  hint: string;
  details: string;
  payload: { callId: string };
}

describe('an intervention that Salesforce refuses', function () {
  this.timeout(300_000);
  let world: World;
  let interventionId: string;
  before(async () => {
    world = await startWorld();
  });
  after(() => world?.stop());

  const deadLetters = async (alias = 'ada') =>
    world.as(alias).ask<{
      messages: Message[];
      calls: Record<string, { rep: string; customer: string }>;
    }>('GET', '/api/crm/dead-letters');
  const interventions = async () =>
    (await world.orgControl<Row[]>('records/Call_Intervention__c')).filter(
      (row) => row.External_Id__c === interventionId,
    );
  async function permissionOfServer(IsActive: boolean): Promise<void> {
    const server = (await world.orgControl<Row[]>('records/User')).find(
      ({ Name }) => Name === 'Dealside Integration',
    )!;
    const held = (await world.orgControl<Row[]>('records/PermissionSetAssignment')).find(
      ({ AssigneeId }) => AssigneeId === server.Id,
    )!;
    await world.orgControl(`update/PermissionSetAssignment/${held.Id}`, { IsActive });
  }

  it('is dead-lettered and shown to an administrator, with what to do about it', async () => {
    const callId = await liveCallOf(world, 'lena', 'Brightwater');
    const maya = world.as('maya');
    interventionId = await superviseAs(world, maya, callId);
    await maya.switchTo(interventionId, 'whisper');
    await until(
      'Maya whispers',
      async () => modeOf(await maya.call(callId), interventionId) === 'whisper',
    );
    await permissionOfServer(false);
    await maya.leave(interventionId);
    const refused = `select 1 from "OutboxMessage" where "topic" = 'crm.intervention' and "deadLetteredAt" is not null`;
    await until('it is dead-lettered', async () => (await world.database(refused)).length > 0);
    await permissionOfServer(true);
    await until(
      'the administrator is known again',
      async () => (await deadLetters()).status === 200,
    );
    const { messages, calls } = (await deadLetters()).body;
    const [message] = messages.filter(({ topic }) => topic === 'crm.intervention');
    assert.equal(message!.problem, 'The integration user may not use the API.');
    assert.match(message!.hint, /Permission Sets, Dealside Integration/);
    assert.match(message!.details, /^The REST API is not enabled/);
    assert.equal(calls[callId]?.rep, 'Lena Brandt');
    assert.deepEqual(await interventions(), []);
    maya.close();
  });

  it('is shown to nobody else', async () => {
    assert.equal((await deadLetters('maya')).status, 403);
  });

  it('is written when the administrator says so, and is shown no more', async () => {
    const { messages } = (await deadLetters()).body;
    for (const { messageId } of messages)
      assert.equal(
        (await world.as('ada').ask('POST', `/api/crm/dead-letters/${messageId}/retry`, {})).status,
        202,
      );
    await until('it is in the org', async () => (await interventions()).length === 1);
    assert.deepEqual((await deadLetters()).body.messages, []);
    assert.equal(
      (
        await world
          .as('ada')
          .ask('POST', `/api/crm/dead-letters/${messages[0]!.messageId}/retry`, {})
      ).status,
      404,
    );
  });
});
