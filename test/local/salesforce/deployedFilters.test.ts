import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ARGS, createDeployStage, DASHBOARD, type DeployStage } from '../../support/deployStage.ts';

const NOT_THERE = {
  status: 1,
  message: "Entity of type 'Dashboard' named 'Dealside/Stepping_In' cannot be found",
};

describe('the filters of the dashboards, in an org', function () {
  this.timeout(300_000);
  let stage: DeployStage;

  beforeEach(() => (stage = createDeployStage()));
  afterEach(() => stage.remove());

  const named = (...names: string[]) => ({
    status: 0,
    result: { records: names.map((name) => ({ name })) },
  });
  const ANSWERS = [
    { when: 'FROM Group', answer: named('Renewals & More', 'New Business', 'Berlin, Ost') },
    { when: 'FROM PermissionSetAssignment', answer: named('Maya Okafor') },
    { when: 'FROM User', answer: named('Somebody Else') },
  ];
  /** The options of a filter in what was deployed, each as operator and value. */
  function deployed(filter: string): string[] {
    const { had } = stage.calls().find(({ args }) => args[1] === 'deploy')!;
    const xml = had(DASHBOARD)!
      .match(/<dashboardFilters>[\s\S]*?<\/dashboardFilters>/g)!
      .find((one) => one.includes(`<name>${filter}</name>`))!;
    return [...xml.matchAll(/<operator>(\w+)<\/operator>\s*<values>([^<]*)<\/values>/g)].map(
      ([, operator, value]) => `${operator} ${value}`.trim(),
    );
  }

  it('have the org’s queues, and the managers of its reps', async () => {
    const { said } = await stage.run(ARGS, { answers: ANSWERS });
    assert.deepEqual(deployed('Queue'), [
      'notEqual',
      'equals',
      'contains Renewals &amp; More',
      'contains New Business',
    ]);
    assert.deepEqual(deployed('Team'), ['notEqual', 'equals', 'equals Maya Okafor']);
    assert.match(said, /2 queues and 1 teams? of the org/);
  });

  it('have the managers of most people before there are reps', async () => {
    await stage.run(ARGS, { answers: ANSWERS.filter(({ when }) => !when.includes('Permission')) });
    assert.deepEqual(deployed('Team'), ['notEqual', 'equals', 'equals Somebody Else']);
  });

  it('keep what somebody has added in the org, once', async () => {
    await stage.run(ARGS, { answers: ANSWERS });
    const { had } = stage.calls().find(({ args }) => args[1] === 'deploy')!;
    writeFileSync(
      join(stage.dir, 'kept.xml'),
      had(DASHBOARD)!.replace('contains</operator><values>New', 'contains</operator><values>Own'),
    );
    stage.forgetCalls();
    await stage.run(ARGS, { answers: ANSWERS });
    assert.deepEqual(deployed('Queue'), [
      'notEqual',
      'equals',
      'contains Renewals &amp; More',
      'contains Own Business',
      'contains New Business',
    ]);
    assert.deepEqual(deployed('Team'), ['notEqual', 'equals', 'equals Maya Okafor']);
  });

  it('are not replaced where the org does not say what people have added', async () => {
    const { code, said } = await stage.run(ARGS, {
      answers: [{ when: 'project retrieve', answer: { status: 1, message: 'timed out' } }],
    });
    assert.equal(code, 1);
    assert.match(said, /did not say which choices the filters of its dashboards have: timed out/);
    assert.ok(!stage.calls().some(({ args }) => args[1] === 'deploy'));
  });

  it('stay as they are where the org names neither', async () => {
    const { code } = await stage.run(ARGS, {
      answers: [{ when: 'project retrieve', answer: NOT_THERE }],
    });
    assert.equal(code, 0);
    assert.deepEqual(deployed('Queue'), ['notEqual', 'equals']);
  });
});
