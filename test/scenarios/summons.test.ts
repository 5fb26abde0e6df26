import assert from 'node:assert/strict';
import type { CallView } from '../../server/http/views/presenters.ts';
import type { Console, Feed } from '../support/console.ts';
import { liveCallOf } from '../support/stage.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';

interface OrgNotification {
  type: string;
  recipientIds: string[];
  title: string;
  body: string;
}
/** Maya is at her desk; Dana has no page open, and is called on her phone. */
const DANAS_PHONE = '+14155550173';
/** The customer of the deal. */
const MARCUS = '+12065550187';

describe('a customer who speaks of lawyers', () => {
  let world: World;
  let callId: string;
  let lena: Console;
  let maya: Console;
  let dana: Console;
  let [wall, repsPage] = [] as unknown as [Feed, Feed];

  before(async () => {
    world = await startWorld({
      setting: {
        Transcribe_Calls__c: true,
        Help_Step_Seconds__c: 1,
      },
    });
    [lena, maya, dana] = [world.as('lena'), world.as('maya'), world.as('dana')];
    const users = await world.orgControl<{ Id: string; Alias: string }[]>('records/User');
    const { Id } = users.find(({ Alias }) => Alias === 'dana')!;
    await world.orgControl(`update/User/${Id}`, { Phone: DANAS_PHONE });
    await dana.ask('POST', '/api/me/refresh');
    assert.equal(
      (await dana.ask('PUT', '/api/me/reach', { device: 'phone', number: DANAS_PHONE })).status,
      200,
    );
    await world.carrierControl('POST', 'scripts', {
      address: DANAS_PHONE,
      script: { toneHz: 700, ringMs: 100 },
    });
    await world.carrierControl('POST', 'scripts', {
      address: MARCUS,
      script: { toneHz: 600, ringMs: 100, says: 'You will hear from my lawyer about this.' },
    });
    [wall, repsPage] = await Promise.all([maya.watch(), lena.watch()]);
    callId = await liveCallOf(world, 'lena', 'Brightwater');
  });
  after(() => world?.stop());

  const notifications = async () =>
    (await world.orgControl<OrgNotification[]>('notifications')).filter(
      ({ type }) => type === 'Dealside_Compliance_Alert',
    );
  const ids = async () => (await notifications()).flatMap(({ recipientIds }) => recipientIds);
  const summonsOn = (feed: Feed) => feed.calls.get(callId)?.summonses?.[0];
  const answer = (who: Console, alertId: string) =>
    who.ask<{ call: CallView }>('POST', `/api/calls/${callId}/summonses/${alertId}/answer`, {});

  it('calls the manager who is free: on her pages and by a notification, without the words (G44)', async () => {
    const summons = await until('Maya is called', () => summonsOn(wall));
    assert.deepEqual([summons.status, summons.isForYou], ['open', true]);
    const [notification] = await until('the notification arrives', async () => {
      const sent = await notifications();
      return sent.length > 0 ? sent : undefined;
    });
    assert.equal(
      notification!.title,
      'Compliance alert on the call of Lena Brandt: Legal or regulator',
    );
    assert.equal(JSON.stringify(notification).includes('lawyer'), false);
    assert.deepEqual(notification!.recipientIds, [await maya.userId()]);
  });

  it('goes on to the others when nobody takes it, by the phone where calls reach them (G44)', async () => {
    const danasId = await dana.userId();
    await until('Dana is notified', async () => (await ids()).includes(danasId));
    await until('Dana’s phone rings', async () =>
      (await world.carrierControl<{ to: string; told: string[] }[]>('GET', 'legs')).find(
        ({ to, told }) =>
          to === DANAS_PHONE && told.some((words) => words.includes('compliance alert')),
      ),
    );
  });

  it('is known to no one else: not to the rep, and not to who may not join', async () => {
    assert.equal(summonsOn(repsPage), undefined);
    assert.equal((await lena.call(callId)).body.summonses, undefined);
    const { alertId } = summonsOn(wall)!;
    const refused = await answer(world.as('tomas'), alertId);
    assert.deepEqual([refused.status, refused.body.error.code], [403, 'out_of_scope']);
    assert.equal((await ids()).includes(await world.as('tomas').userId()), false);
  });

  it('rings once more for everybody, and then for nobody', async () => {
    const mayasId = await maya.userId();
    await until(
      'Maya is notified again',
      async () => (await ids()).filter((id) => id === mayasId).length === 2,
    );
  });

  it('is taken by one of two at once, who is named to the other', async () => {
    const { alertId } = summonsOn(wall)!;
    const answers = await Promise.all([maya, dana].map((who) => answer(who, alertId)));
    assert.deepEqual(answers.map(({ status }) => status).toSorted(), [200, 409]);
    const lost = answers.find(({ status }) => status === 409)!;
    assert.match(lost.body.error.message, /is looking after this call/);
    await until('the wall knows', () => summonsOn(wall)?.status === 'answered');
  });

  it('is in the audit, step by step', async () => {
    const rows = await world.database<{ action: string }>(
      `select "action" from "AuditEntry" where "action" like '%Summons%' and "result" = 'done'
       order by "position"`,
    );
    assert.deepEqual(
      [...new Set(rows.map(({ action }) => action))],
      ['SummonsSent', 'SummonsWidened', 'SummonsAnswered'],
    );
  });
});
