import assert from 'node:assert/strict';
import type { CallView } from '../../server/http/views/presenters.ts';
import type { Console } from '../support/console.ts';
import { saveRecord } from '../support/customMetadata.ts';
import { deployToOrg } from '../support/deployToOrg.ts';
import { writeRule } from '../support/policyRules.ts';
import { liveCallOf, modeOf, superviseAs } from '../support/stage.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';

interface Entry {
  name: string;
  text: string;
  facts: string[];
  mark?: string;
}
interface Standing {
  version: string;
  rules: { name: string; modes: string[] }[];
  vocabulary: { list: string; entries: Entry[] }[];
  refused?: { faults: { rule: string; field: string; message: string }[] };
}
interface Vocabulary {
  version: string;
  reasons: { code: string; label: string; familyLabel: string }[];
}

const TRADE_IN = {
  Family__c: 'Pricing',
  Sort_Order__c: 5,
  Active__c: true,
  German_Label__c: 'Inzahlungnahme',
};

describe('the policy of a customer, who changes a rule and adds a reason and a script', () => {
  let world: World;
  let callId: string;
  let jonas: Console;
  let mila: Console;
  let ada: Console;
  let interventionId: string;

  before(async () => {
    world = await startWorld();
    [jonas, mila, ada] = [world.as('jonas'), world.as('mila'), world.as('ada')];
    callId = await liveCallOf(world, 'mila', 'Alpine');
    interventionId = await superviseAs(world, jonas, callId);
    await saveRecord(world.orgUrl, 'Dealside_Reason_Code.trade_in', 'Trade-in', TRADE_IN);
    await saveRecord(world.orgUrl, 'Dealside_Script.Hello_en', 'Hello', {
      Kind__c: 'introduction',
      Mode__c: 'barge',
      Language__c: 'en',
      Text__c: 'This is {supervisor} for {rep}.',
      Active__c: true,
    });
    await writeRule(world, 'Managers_Own_Reports', { Takeover__c: false });
    await refresh();
  });
  after(() => world?.stop());

  const refresh = async (): Promise<Standing> =>
    (await ada.ask<Standing>('POST', '/api/policy/refresh')).body;
  const words = async (who: Console): Promise<Vocabulary> =>
    (await who.ask<Vocabulary>('GET', '/api/vocabulary')).body;
  const view = async (): Promise<CallView> => (await jonas.call(callId)).body;
  const entryOf = ({ vocabulary }: Standing, list: string, name: string): Entry | undefined =>
    vocabulary.find((one) => one.list === list)!.entries.find((one) => one.name === name);

  it('has the reason on every screen, in the reader’s language, first by its order', async () => {
    const [german, english] = [await words(jonas), await words(world.as('dana'))];
    assert.deepEqual(
      [german.reasons[0], english.reasons[0]!.label],
      [
        {
          code: 'trade_in',
          family: 'Pricing',
          familyLabel: 'Pricing',
          label: 'Inzahlungnahme',
          noteRequired: false,
        },
        'Trade-in',
      ],
    );
    assert.equal((await jonas.watch()).policyVersion, german.version);
  });

  it('has the script beside the call in the customer’s language and not the supervisor’s, with real names (G25, G33)', async () => {
    const { scripts } = (await view()).you;
    assert.ok(
      scripts!.modes
        .find(({ mode }) => mode === 'barge')!
        .opening.includes('This is Jonas Weber for Mila Berger.'),
      JSON.stringify(scripts),
    );
    assert.doesNotMatch(
      scripts!.modes.find(({ mode }) => mode === 'takeover')!.opening.join(),
      /May I/,
    );
    assert.equal((await mila.call(callId)).body.you.scripts, undefined);
  });

  it('gives the reason to a barge, and tells the rep in the rep’s words', async () => {
    assert.equal(
      (await jonas.switchTo(interventionId, 'barge', { reasonCode: 'trade_in' })).status,
      202,
    );
    await until(
      'barge is confirmed',
      async () => modeOf(await jonas.call(callId), interventionId) === 'barge',
    );
    const { notices } = await mila.watch();
    await until('the rep is told', () =>
      [...notices.values()].some((notice) => notice.mode === 'barge'),
    );
    const told = [...notices.values()].find((notice) => notice.mode === 'barge')!;
    assert.match(told.text, /Jonas Weber hat sich aufgeschaltet.*Grund: Inzahlungnahme\./);
  });

  it('is what it was after the package was deployed again', async () => {
    const before = await refresh();
    const { code, said } = await deployToOrg(world.orgUrl);
    assert.equal(code, 0, said);
    const after = await refresh();
    assert.equal(after.version, before.version);
    assert.ok(
      !after.rules.find(({ name }) => name === 'Managers_Own_Reports')!.modes.includes('takeover'),
    );
    assert.equal(entryOf(after, 'reasons', 'trade_in')?.text, 'Trade-in');
    assert.ok(entryOf(after, 'scripts', 'Hello_en'));
    assert.equal((await words(jonas)).reasons[0]!.code, 'trade_in');
  });

  it('offers the reason no more once it is retired, and leaves what it was given to readable', async () => {
    await saveRecord(world.orgUrl, 'Dealside_Reason_Code.trade_in', 'Trade-in', {
      ...TRADE_IN,
      Active__c: false,
    });
    const standing = await refresh();
    assert.deepEqual(entryOf(standing, 'reasons', 'trade_in'), {
      name: 'trade_in',
      text: 'Trade-in',
      facts: ['Pricing', 'German: Inzahlungnahme'],
      status: 'retired',
      mark: 'Retired',
    });
    assert.ok(!(await words(jonas)).reasons.some(({ code }) => code === 'trade_in'));
    await jonas.leave(interventionId);
    const record = await until('the record has its reason', async () =>
      (await records()).find(({ Reason_Code__c }) => Reason_Code__c),
    );
    assert.deepEqual(
      [record.Reason_Code__c, record.Reason_Label__c, record.Reason_Family__c],
      ['trade_in', 'Trade-in', 'Pricing'],
    );
  });

  it('keeps the last label of a reason whose record was deleted, and says so', async () => {
    const all = await world.orgControl<{ Id: string; DeveloperName: string }[]>(
      'records/Dealside_Reason_Code__mdt',
    );
    const { Id } = all.find(({ DeveloperName }) => DeveloperName === 'trade_in')!;
    await world.orgControl(`remove/Dealside_Reason_Code__mdt/${Id}`, {});
    const entry = entryOf(await refresh(), 'reasons', 'trade_in');
    assert.deepEqual([entry?.text, entry?.mark], ['Trade-in', 'Deleted, kept for old records']);
    const { notices } = await mila.watch();
    await until('the rep’s notices are there', () => notices.size > 0);
    assert.ok([...notices.values()].some((notice) => /Inzahlungnahme/.test(notice.text)));
  });

  it('stays the last good one when a record has a fault, which is named to the administrator', async () => {
    const good = (await refresh()).version;
    await saveRecord(world.orgUrl, 'Dealside_Reason_Code.nameless', 'Nameless', {
      Active__c: true,
    });
    const standing = await refresh();
    assert.equal(standing.version, good);
    assert.deepEqual(
      standing.refused!.faults.map(({ rule, field, message }) => [rule, field, message]),
      [['Dealside_Reason_Code.nameless', 'Family__c', 'This field is missing.']],
    );
  });

  const records = () => world.orgControl<Record<string, unknown>[]>('records/Call_Intervention__c');
});
