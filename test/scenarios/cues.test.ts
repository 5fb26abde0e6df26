import assert from 'node:assert/strict';
import type { Console, Feed } from '../support/console.ts';
import { saveRecord } from '../support/customMetadata.ts';
import { identityOf, superviseAs } from '../support/stage.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';

interface Cues {
  callId: string;
  card?: { name: string; title: string; text: string; words: string[] };
  checklist: { name: string; mark?: string; at?: string }[];
}
/** The customer of the deal. */
const MARCUS = '+12065550187';

describe('a rep whose customer finds it too expensive', () => {
  let world: World;
  let callId: string;
  let lena: Console;
  let maya: Console;
  let repsPage: Feed;

  before(async () => {
    world = await startWorld({
      setting: {
        Transcribe_Calls__c: true,
      },
    });
    [lena, maya] = [world.as('lena'), world.as('maya')];
    const ada = world.as('ada');
    assert.equal((await ada.ask('POST', '/api/alert-rules/refresh', {})).status, 200);
    await world.carrierControl('POST', 'scripts', {
      address: MARCUS,
      script: { toneHz: 600, ringMs: 100, says: 'That is too expensive for us.' },
    });
    repsPage = await lena.watch();
    const deals = await world.orgControl<{ Id: string; Name: string }[]>('records/Opportunity');
    const placed = await lena.placeCall({
      opportunityId: deals.find(({ Name }) => Name.startsWith('Brightwater'))!.Id,
    });
    ({ callId } = placed.body.call);
    await world.carrierControl('POST', 'calls', {
      from: `client:${await identityOf(lena)}`,
      params: placed.body.connect.params,
      script: { toneHz: 500, says: 'Just so you know, this call is being recorded.' },
    });
  });
  after(() => world?.stop());

  const cuesOf = async (who: Console) =>
    (await who.ask<{ cues?: Cues }>('GET', `/api/calls/${callId}/words`)).body.cues;

  it('is shown the card on their page, with the words', async () => {
    const cues = await until('the card comes by the live feed', () =>
      (repsPage.cues as Cues[]).findLast((one) => one.callId === callId && one.card),
    );
    assert.deepEqual(
      [cues.card?.name, cues.card?.words],
      ['Card_Price_Objection_EN', ['too', 'expensive']],
    );
  });

  it('has what was said ticked on the checklist, and no more', async () => {
    const ticked = await until('the item ticks itself', async () => {
      const done = (await cuesOf(lena))?.checklist.filter(({ at }) => at);
      return done && done.length > 0 ? done : undefined;
    });
    assert.deepEqual(
      ticked.map(({ name, mark }) => [name, mark]),
      [['Item_Disclosed_EN', 'compliance']],
    );
  });

  it('shares it with the supervisor on the call, and with nobody before (P25)', async () => {
    assert.equal(await cuesOf(maya), undefined);
    await superviseAs(world, maya, callId);
    const shared = await until('Maya sees the same', () => cuesOf(maya));
    assert.deepEqual(shared.checklist, (await cuesOf(lena))?.checklist);
  });
});

describe('cards and checklists', () => {
  let world: World;
  before(async () => {
    world = await startWorld();
  });
  after(() => world?.stop());
  const standing = (who: string) =>
    world
      .as(who)
      .ask<{ cues: { name: string; text: string }[]; faults: { cue: string }[] }>(
        'POST',
        '/api/cues/refresh',
        {},
      );

  it('are records that an administrator changes, tries and sees in force', async () => {
    await saveRecord(world.orgUrl, 'Dealside_Cue.Card_Stall_EN', 'Not now', {
      Kind__c: 'card',
      Language__c: 'en',
      Text__c: 'Ask when.',
      Active__c: true,
    });
    await saveRecord(world.orgUrl, 'Dealside_Cue.Broken', 'Broken', {
      Language__c: 'en',
      Text__c: 'Never.',
      Phrases__c: '{nobody}',
      Active__c: true,
    });
    const { body } = await standing('ada');
    assert.equal(body.cues.find(({ name }) => name === 'Card_Stall_EN')?.text, 'Ask when.');
    assert.deepEqual(
      body.faults.map(({ cue }) => cue),
      ['Broken'],
    );
    const tried = await world
      .as('ada')
      .ask<{ found: { name: string }[] }>('POST', '/api/cues/try', {
        text: 'Let me think about it.',
        speaker: 'customer',
        language: 'en',
      });
    assert.deepEqual(
      tried.body.found.map(({ name }) => name),
      ['Card_Stall_EN'],
    );
  });

  it('stand beside alerts, whose rules are muted by those alone who may be shown any', async () => {
    const mute = (who: string) =>
      world
        .as(who)
        .ask<{ error: { code: string } }>('PUT', '/api/alert-mutes', { ruleName: 'Nobody_Helps' });
    const refused = await mute('lena');
    assert.deepEqual([refused.status, refused.body.error.code], [403, 'not_a_supervisor']);
    assert.equal((await mute('maya')).status, 200);
  });

  it('are read by no one else there', async () => {
    const refused = await standing('lena');
    assert.deepEqual([refused.status, refused.body.error.code], [403, 'not_an_admin']);
  });
});
