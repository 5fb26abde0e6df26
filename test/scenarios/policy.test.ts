import assert from 'node:assert/strict';
import { Temporal } from 'temporal-polyfill';
import type { Explanation } from '../../server/domain/policy/explain.ts';
import type { SimulationResult } from '../../server/domain/policy/simulationResult.ts';
import type { Console } from '../support/console.ts';
import { writeRule } from '../support/policyRules.ts';
import { leaveAs, liveCallOf, superviseAs } from '../support/stage.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';

interface Standing {
  version: string;
  ageSeconds: number;
  rules: { name: string; words: string }[];
  refused?: { version: string; faults: { rule: string; field: string; code: string }[] };
}
interface DemandingRule {
  words: string;
  demands: string[];
  noticeKinds: string[];
}
interface SimulationView {
  simulationId: string;
  status: string;
  progress: number;
  result?: SimulationResult;
}
interface Why {
  modes: Explanation[];
  person: { name: string };
}

const MANAGERS = 'Managers_Own_Reports';
const ANY_HOUR = { Days__c: null, From__c: null, To__c: null, Clock__c: null };

describe('a policy in Salesforce', () => {
  let world: World;
  let maya: Console;
  let ada: Console;
  let callId: string;
  let startedAt: number;

  before(async () => {
    startedAt = Date.now();
    world = await startWorld();
    callId = await liveCallOf(world, 'lena', 'Brightwater');
    [maya, ada] = [world.as('maya'), world.as('ada')];
  });
  after(() => world?.stop());

  async function kept(interventionId: string): Promise<unknown> {
    const [row] = await world.database(
      'select "policyVersion", "policyRule", "noticeKinds" from "Intervention" where "interventionId" = $1',
      [interventionId],
    );
    return row;
  }
  async function write(rule: string, values: object): Promise<Standing> {
    await writeRule(world, rule, values);
    return (await ada.ask<Standing>('POST', '/api/policy/refresh')).body;
  }
  const why = (asker: Console, query = '') =>
    asker.ask<Why>('GET', `/api/calls/${callId}/permissions?${query}`);

  it('is shown to administrators in words, with its age', async () => {
    const { body } = await ada.ask<Standing>('GET', '/api/policy');
    assert.ok(
      body.ageSeconds <= Math.ceil((Date.now() - startedAt) / 1_000),
      `${body.ageSeconds} s old`,
    );
    assert.equal(
      body.rules[0]!.words,
      'Sales managers can monitor, whisper on, barge into, and take over the calls of their direct and indirect reports. The rep sees who it is.',
    );
    assert.equal((await maya.ask('GET', '/api/policy')).body.error.code, 'not_an_admin');
  });

  it('can be asked about by administrators: whoever uses Dealside, and the calls that go on', async () => {
    interface Questions {
      people: { name: string; roles: string[] }[];
      calls: { callId: string; rep: { name: string } }[];
    }
    const { people, calls } = (await ada.ask<Questions>('GET', '/api/policy/questions')).body;
    assert.deepEqual(people.find(({ name }) => name === 'Maya Okafor')?.roles, ['supervisor']);
    assert.deepEqual(
      calls.map((call) => [call.callId, call.rep.name]),
      [[callId, 'Lena Brandt']],
    );
    assert.equal((await maya.ask('GET', '/api/policy/questions')).body.error.code, 'not_an_admin');
  });

  it('is decided by rule and version, and both are kept with the intervention', async () => {
    const interventionId = await superviseAs(world, maya, callId);
    const { version } = (await ada.ask<Standing>('GET', '/api/policy')).body;
    const decided = (await why(maya)).body.modes.find(({ mode }) => mode === 'monitor')!;
    assert.deepEqual(
      [decided.allowed, decided.rule, decided.policyVersion],
      [true, MANAGERS, version],
    );
    assert.deepEqual(await kept(interventionId), {
      policyVersion: version,
      policyRule: MANAGERS,
      noticeKinds: ['banner'],
    });
    await leaveAs(maya, callId, interventionId);
  });

  describe('outside the hours of its rule', () => {
    let clock: Temporal.PlainTime;
    before(async () => {
      clock = Temporal.Now.plainTimeISO('America/Los_Angeles').round('minute').add({ hours: 2 });
      const time = (at: Temporal.PlainTime) => at.toString({ smallestUnit: 'minute' });
      const standing = await write(MANAGERS, {
        Days__c: 'Mon; Tue; Wed; Thu; Fri; Sat; Sun',
        From__c: time(clock),
        To__c: time(clock.add({ hours: 1 })),
        Clock__c: 'rep',
      });
      assert.equal(standing.refused, undefined);
    });
    after(() => write(MANAGERS, ANY_HOUR));

    const promised = () =>
      new RegExp(
        `^Allowed from ${clock.toLocaleString('en-US', { hour: 'numeric', minute: '2-digit' }).replace(/\s/, '\\s')} (today|tomorrow), Lena Brandt's time\\.$`,
      );

    it('joining is refused, and the refusal says when it would be allowed (D19, D22)', async () => {
      const { status, body } = await maya.supervise(callId);
      assert.deepEqual([status, body.error.code], [403, 'outside_hours']);
      assert.match(body.error.hint ?? '', promised());
    });
    it('the call is still on the screen, with the same words at each mode', async () => {
      const { body } = await maya.call(callId);
      for (const mode of body.you.modes)
        assert.match(('hint' in mode && mode.hint) || '', promised());
    });
    it('why says which rule was looked at, and what would change it', async () => {
      const { body } = await why(maya, 'mode=monitor');
      assert.equal(body.modes.length, 1);
      assert.match(
        body.modes[0]!.wouldChange ?? '',
        /^The rule Managers_Own_Reports would allow it if they wait until/,
      );
    });
  });

  it('tells why only to the person, those above, and administrators', async () => {
    const mayas = await maya.userId();
    assert.equal((await why(ada, `userId=${mayas}`)).body.person.name, 'Maya Okafor');
    assert.equal((await why(world.as('dana'), `userId=${mayas}`)).status, 200);
    assert.equal(
      (await why(world.as('tomas'), `userId=${mayas}`)).body.error.code,
      'not_yours_to_ask',
    );
    assert.equal(
      (await why(world.as('lena'), `userId=${mayas}`)).body.error.code,
      'not_yours_to_ask',
    );
  });

  it('tells another team’s manager and another rep no more of the call than the call itself does', async () => {
    for (const alias of ['tomas', 'ravi']) {
      const { status, body } = await why(world.as(alias));
      const seen = await world.as(alias).call(callId);
      assert.deepEqual([status, body.error.code], [404, 'call_not_found'], alias);
      assert.deepEqual([seen.status, seen.body], [status, body], alias);
    }
  });

  it('is read by the rep whose calls they are (R13)', async () => {
    const { body } = await world
      .as('ravi')
      .ask<{ rules: { words: string }[]; covert: string }>('GET', '/api/policy/mine');
    assert.equal(
      body.rules[0]!.words,
      'Maya Okafor and Dana Whitfield, your managers, can monitor, whisper on, barge into, and take over your calls. You see who it is.',
    );
    assert.match(body.covert, /no such rule now/);
  });

  it('with a fault is not used: the one before stays, and administrators are told each fault', async () => {
    const { version } = (await ada.ask<Standing>('GET', '/api/policy')).body;
    const standing = await write(MANAGERS, { Banner__c: false });
    assert.equal(standing.version, version);
    assert.deepEqual(
      standing.refused?.faults.map(({ rule, code }) => `${rule} ${code}`),
      [`${MANAGERS} unseen_not_covert`],
    );
    assert.equal((await maya.call(callId)).body.you.modes[0]!.allowed, true);
    assert.equal((await write(MANAGERS, { Banner__c: true })).refused, undefined);
  });

  it('takes a mode away when its rule does, and the difference is audited (D19)', async () => {
    const before = (await ada.ask<Standing>('GET', '/api/policy')).body.version;
    const { version } = await write(MANAGERS, { Takeover__c: false });
    assert.equal(
      (await maya.call(callId)).body.you.modes.find(({ mode }) => mode === 'takeover')!.allowed,
      false,
    );
    const { body } = await ada.ask<{ difference: object }>(
      'GET',
      `/api/policy/difference?from=${before}&to=${version}`,
    );
    assert.deepEqual(body.difference, {
      added: [],
      removed: [],
      changed: [{ rule: MANAGERS, fields: ['modes'] }],
      holidaysAdded: [],
      holidaysRemoved: [],
    });
    await write(MANAGERS, { Takeover__c: true });
  });

  it('can be tried out before it is written: faults are named, rules said in words', async () => {
    const { rules } = (await ada.ask<{ rules: Record<string, unknown>[] }>('GET', '/api/policy'))
      .body;
    const drafts = rules.map(({ words: _words, ...rule }) => rule);
    const judge = async (changed: object[]) =>
      (
        await ada.ask<{
          valid: boolean;
          faults?: { field: string }[];
          warnings?: { rule: string; message: string }[];
        }>('POST', '/api/policy/validate', { rules: changed, holidays: [] })
      ).body;
    const checked = await judge(drafts);
    assert.deepEqual([checked.valid, checked.warnings], [true, []]);
    const [warning] = (await judge([{ ...drafts[0], role: 'manager' }])).warnings!;
    assert.equal(warning?.rule, MANAGERS);
    assert.match(warning.message, /No active user has the role manager/);
    assert.deepEqual(
      (await judge([{ ...drafts[0], modes: ['shout'] }])).faults?.map(({ field }) => field),
      ['modes'],
    );
  });

  it('can demand an announcement first, alike in the draft, in words, in Salesforce and in the export', async () => {
    const standing = async () =>
      (await ada.ask<{ version: string; rules: DemandingRule[] }>('GET', '/api/policy')).body;
    const before = await standing();
    const { words: _words, ...managers } = before.rules[0]!;
    const judge = async (noticeKinds: string[]) =>
      (
        await ada.ask<{ rules?: { words: string }[]; faults?: { field: string }[] }>(
          'POST',
          '/api/policy/validate',
          { rules: [{ ...managers, demands: ['notice_first'], noticeKinds }], holidays: [] },
        )
      ).body;
    assert.deepEqual(
      (await judge(['banner'])).faults?.map(({ field }) => field),
      ['noticeKinds'],
    );
    assert.match((await judge(['banner', 'tone'])).rules![0]!.words, /after an announcement/);
    const { version } = await write(MANAGERS, { Announce_First__c: true, Tone__c: true });
    const after = await standing();
    assert.deepEqual(
      [after.rules[0]!.demands, after.rules[0]!.noticeKinds],
      [['notice_first'], ['banner', 'tone']],
    );
    const { body } = await ada.ask<{ difference: { changed: object[] } }>(
      'GET',
      `/api/policy/difference?from=${before.version}&to=${version}`,
    );
    assert.deepEqual(body.difference.changed, [
      { rule: MANAGERS, fields: ['demands', 'noticeKinds'] },
    ]);
    const exported = await fetch(`${world.orgUrl}/as/ada/apex/DealsidePolicyExport.asJson`, {
      method: 'POST',
    });
    const records = JSON.parse((await exported.json()) as string) as Record<
      string,
      Record<string, Record<string, unknown>>
    >;
    assert.equal(records.Dealside_Policy_Rule__mdt![MANAGERS]!.Announce_First__c, true);
    await write(MANAGERS, { Announce_First__c: false, Tone__c: false });
  });

  describe('replayed over the calls that were', () => {
    const tomorrow = () => new Date(Date.now() + 86_400_000).toISOString();
    const ask = (more: object, who = ada) =>
      who.ask<SimulationView>('POST', '/api/policy/simulations', {
        from: '2026-01-01',
        to: tomorrow(),
        ...more,
      });
    const ended = (simulationId: string) =>
      until('the simulation ends', async () => {
        const { body } = await ada.ask<SimulationView>(
          'GET',
          `/api/policy/simulations/${simulationId}`,
        );
        return body.status === 'running' ? undefined : body;
      });

    it('says who could have joined, and what a change would cost', async () => {
      const { rules } = (await ada.ask<{ rules: Record<string, unknown>[] }>('GET', '/api/policy'))
        .body;
      const [{ words: _words, ...managers }] = rules as [Record<string, unknown>];
      const asked = await ask({
        policy: { rules: [{ ...managers, modes: ['monitor'] }], holidays: [] },
      });
      assert.equal(asked.status, 202, JSON.stringify(asked.body));
      const { status, progress, result } = await ended(asked.body.simulationId);
      assert.deepEqual([status, progress, result?.calls], ['done', 1, 1]);
      assert.deepEqual(
        [result?.before.joinable.barge, result?.after.joinable.barge, result?.difference.callsLost],
        [1, 0, 1],
      );
      const { body } = await ada.ask<{
        calls: { who: { name: string; before: string[]; after: string[] }[] }[];
      }>('GET', `/api/policy/simulations/${asked.body.simulationId}/calls`);
      const mayas = body.calls[0]!.who.find(({ name }) => name === 'Maya Okafor');
      assert.deepEqual(
        [mayas?.before, mayas?.after],
        [['monitor', 'whisper', 'barge', 'takeover'], ['monitor']],
      );
    });
    it('is for administrators, for policies without fault, and for a time that was', async () => {
      assert.equal((await ask({}, maya)).body.error.code, 'not_an_admin');
      assert.equal(
        (await ask({ policy: { rules: [{ name: 'x' }], holidays: [] } })).body.error.code,
        'policy_invalid',
      );
      assert.equal((await ask({ to: '2025-12-31' })).body.error.field, 'to');
      assert.equal((await ask({ version: 'nowhere' })).body.error.code, 'not_found');
    });
  });
});
