import assert from 'node:assert/strict';
import type { Console } from '../support/console.ts';
import { saveRecord } from '../support/customMetadata.ts';
import { liveCallOf } from '../support/stage.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';

interface Alert {
  family: string;
  ruleName: string;
  severity: string;
  speaker?: string;
  lineId?: string;
  words: string[];
  measured?: number;
}
interface Attention {
  /** Absent where Salesforce did not answer in time. */
  calls?: { callId: string; alerts: Alert[] }[];
}

/** The customer of the deal. */
const MARCUS = '+12065550187';

/** What is said on a call, and by whom. */
const CALLS: readonly [string, 'customer' | 'rep', string][] = [
  ['asks_for_manager', 'customer', 'I want to speak to your manager.'],
  ['threatens_to_cancel', 'customer', 'We are going to cancel our subscription.'],
  ['legal_or_regulator', 'customer', 'My attorney will contact you.'],
  ['abuse', 'customer', 'You are all idiots.'],
  ['beyond_authority', 'customer', 'Can you give us 30% off?'],
  ['competitor', 'customer', 'We are also talking to two other vendors.'],
  ['account_security', 'customer', 'Someone logged into our account.'],
  ['stumped_rep', 'rep', "I honestly don't know how that works."],
  ['close_at_hand', 'customer', 'We are ready to sign.'],
];
const NOTHING_ELSE = 'The weather is nice today.';

describe('a scripted call of each family of alerts', function () {
  this.timeout(600_000);
  let world: World;
  let [lena, maya] = [] as unknown as [Console, Console];
  let callId = '';

  before(async () => {
    world = await startWorld({ setting: { Transcribe_Calls__c: true } });
    [lena, maya] = [world.as('lena'), world.as('maya')];
    assert.equal((await world.as('ada').ask('POST', '/api/alert-rules/refresh', {})).status, 200);
  });
  after(() => world?.stop());
  afterEach(async () => {
    await lena.ask('POST', `/api/calls/${callId}/hangup`, {});
    await until('the call is over', async () => (await lena.call(callId)).body.status === 'ended');
  });

  const alertOf = (family: string) =>
    until(`an alert of ${family} is shown to a supervisor`, async () => {
      const { body } = await maya.ask<Attention>('GET', '/api/attention');
      const alerts = body.calls?.find((call) => call.callId === callId)?.alerts ?? [];
      return alerts.find((alert) => alert.family === family);
    });

  for (const [family, speaker, text] of CALLS)
    it(`raises ${family}, and names who said it and the words: ${text}`, async () => {
      await world.carrierControl('POST', 'scripts', {
        address: MARCUS,
        script: {
          toneHz: 600,
          ringMs: 100,
          says: speaker === 'customer' ? text : NOTHING_ELSE,
        },
      });
      callId = await liveCallOf(
        world,
        'lena',
        'Brightwater',
        speaker === 'rep' ? text : NOTHING_ELSE,
      );
      const alert = await alertOf(family);
      assert.equal(alert.speaker, speaker);
      assert.ok(alert.words.length > 0, 'it names words');
      for (const one of alert.words) assert.ok(text.includes(one), `${one} was not said`);
      const [line] = await until('the line that it leads to is kept', async () => {
        const rows = await world.database<{ text: string }>(
          'select "text" from "TranscriptLine" where "callId" = $1 and "lineId" = $2',
          [callId, alert.lineId],
        );
        return rows.length > 0 ? rows : undefined;
      });
      assert.equal(line!.text, text);
    });
});

describe('a scripted call whose disclosure was not played', function () {
  this.timeout(300_000);
  let world: World;

  before(async () => {
    world = await startWorld({
      announces: true,
      env: { DISCLOSURE: 'play' },
      setting: { Transcribe_Calls__c: true },
    });
    await saveRecord(world.orgUrl, 'Dealside_Alert_Rule.Disclosure_Missing_en', 'Disclosure', {
      Family__c: 'disclosure_missing',
      Severity__c: 'compliance',
      Speaker__c: 'rep',
      Language__c: 'en',
      Kind__c: 'not_said',
      Seconds__c: 1,
      Active__c: true,
    });
    assert.equal((await world.as('ada').ask('POST', '/api/alert-rules/refresh', {})).status, 200);
    await world.carrierControl('POST', 'faults', {
      rest: [
        {
          does: '500',
          method: 'POST',
          path: '/Participants/',
          where: { AnnounceMethod: 'POST' },
          next: 1,
        },
      ],
    });
  });
  after(() => world?.stop());

  it('raises disclosure_missing, and names the seconds in which nobody said it', async () => {
    const callId = await liveCallOf(world, 'ravi', 'Halcyon');
    const alert = await until('the alert is shown to a supervisor', async () => {
      const { body } = await world.as('maya').ask<Attention>('GET', '/api/attention');
      return body.calls
        ?.find((call) => call.callId === callId)
        ?.alerts.find(({ family }) => family === 'disclosure_missing');
    });
    assert.deepEqual(
      [alert.ruleName, alert.severity, alert.measured],
      ['Disclosure_Missing_en', 'compliance', 1],
    );
  });
});
