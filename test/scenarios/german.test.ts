import assert from 'node:assert/strict';
import type { NoticeView } from '../../server/http/views/noticeViews.ts';
import type { Console } from '../support/console.ts';
import { liveCallOf, superviseAs } from '../support/stage.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';

interface Labeled {
  readonly code: string;
  readonly label: string;
}
interface Vocabulary {
  readonly reasons: Labeled[];
  readonly outcomes: Labeled[];
  readonly helpReasons: Labeled[];
  readonly modes: { mode: string; label: string }[];
}
interface Permissions {
  readonly modes: { mode: string; answer: string }[];
}
interface PolicyForRep {
  readonly rules: { words: string }[];
  readonly covert: string;
}

describe('people whose Salesforce is in German', () => {
  let world: World;
  let callId: string;
  let interventionId: string;
  let mila: Console;
  let jonas: Console;
  let dana: Console;

  before(async () => {
    world = await startWorld();
    [mila, jonas, dana] = [world.as('mila'), world.as('jonas'), world.as('dana')];
    callId = await liveCallOf(world, 'mila', 'Alpine');
    interventionId = await superviseAs(world, jonas, callId);
  });
  after(() => world?.stop());

  const message = async (
    asked: Promise<{ body: { error?: { message: string } } }>,
  ): Promise<string | undefined> => (await asked).body.error?.message;

  it('are known to be, by the softphone too', async () => {
    const language = async (console: Console) =>
      (await console.ask<{ language: string }>('GET', '/api/me')).body.language;
    assert.deepEqual(
      [await language(jonas), await language(mila), await language(dana)],
      ['de', 'de', 'en'],
    );
  });

  it('read refusals in German, and others the same refusal in English', async () => {
    assert.equal(
      await message(jonas.switchTo(interventionId, 'barge')),
      'Wählen Sie zuerst einen Grund aus.',
    );
    assert.equal(
      await message(jonas.supervise('no-such-call')),
      'Dieser Anruf ist nicht vorhanden.',
    );
    assert.equal(await message(dana.supervise('no-such-call')), "This call doesn't exist.");
    assert.equal(
      await message(mila.supervise(callId)),
      'Nur Supervisoren und Qualitätsanalysten können den Anrufen anderer beitreten.',
    );
  });

  it('are told in German who listens', async () => {
    const { notices } = await mila.watch();
    await until('the notice is on the feed', () => notices.size > 0);
    const [{ text, supervisor }] = [...notices.values()] as [NoticeView];
    assert.deepEqual(
      [text, supervisor.role],
      ['Jonas Weber hört mit. Jonas Weber ist nicht zu hören.', 'Vertriebsmanager'],
    );
  });

  it('choose among reasons, outcomes and modes in German', async () => {
    const { reasons, outcomes, helpReasons, modes } = (
      await jonas.ask<Vocabulary>('GET', '/api/vocabulary')
    ).body;
    const label = (labeled: Labeled[], code: string) =>
      labeled.find((one) => one.code === code)?.label;
    assert.deepEqual(
      [
        label(reasons, 'large_deal'),
        label(outcomes, 'saved'),
        label(helpReasons, 'pricing'),
        modes[2]!.label,
      ],
      ['Große Opportunity', 'Kunde gehalten', 'Preis oder Rabatt', 'Aufschalten'],
    );
    const own = (await jonas.call(callId)).body.you.modes.find(({ mode }) => mode === 'whisper');
    assert.equal(own?.label, 'Flüstern');
  });

  it('read the policy, and what it decides of them, in German', async () => {
    const { rules, covert } = (await mila.ask<PolicyForRep>('GET', '/api/policy/mine')).body;
    assert.match(
      rules[0]!.words,
      /^Ihre Manager Jonas Weber und Dana Whitfield können bei Ihren Anrufen mithören/,
    );
    assert.match(covert, /^Verdecktes Mithören erfordert/);
    const { modes } = (await jonas.ask<Permissions>('GET', `/api/calls/${callId}/permissions`))
      .body;
    assert.match(
      modes[0]!.answer,
      /^Jonas Weber kann den Anruf von Mila Berger mithören\. Erlaubt durch die Regel /,
    );
  });

  it('who have not signed in yet are answered in the language of their browser', async () => {
    const said = async (language: string) => {
      const answer = await fetch(`${world.serverUrl}/api/me`, {
        headers: { 'accept-language': language },
      });
      return ((await answer.json()) as { error: { message: string } }).error.message;
    };
    assert.deepEqual(
      [await said('de-AT,de;q=0.9,en;q=0.5'), await said('en-US,en'), await said('fr')],
      [
        'Sie sind nicht bei Dealside angemeldet.',
        "You aren't signed in to Dealside.",
        "You aren't signed in to Dealside.",
      ],
    );
  });
});
