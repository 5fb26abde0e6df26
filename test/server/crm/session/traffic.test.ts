import assert from 'node:assert/strict';
import soqlParser from 'soql-parser-js';
import type { Exchange } from '../../../../local/org/control/traffic.ts';
import { createCrmActivities } from '../../../../server/crm/writes/activities.ts';
import type { Call, Outcome } from '../../../../server/domain/call/call.ts';
import { CrmProblem } from '../../../../server/ports/index.ts';
import { written } from '../../../support/oneWrite.ts';
import { startOrgStage, type OrgRecord, type OrgStage } from '../../../support/orgStage.ts';
import { intervention, supervisedCall } from '../../../support/supervisedCall.ts';

interface Describe {
  fields: {
    name: string;
    type: string;
    length: number;
    custom: boolean;
    createable: boolean;
    updateable: boolean;
    nillable: boolean;
    restrictedPicklist: boolean;
    picklistValues: { value: string }[];
    relationshipName: string | null;
    referenceTo: string[];
  }[];
}
interface Node {
  method: string;
  url: string;
  body?: Record<string, unknown>;
}

const DUE: Outcome = { status: 'due' };
const COACHED: Outcome = {
  status: 'given',
  code: 'saved',
  note: 'Agreed on three years.',
  at: '2026-11-20T17:06:00.000Z',
  coaching: { dueOn: '2026-11-24', note: 'Anchor on value first.' },
};

describe('what goes to the org when a supervisor has barged and planned a debrief', () => {
  let org: OrgStage;
  let people: Record<'maya' | 'ravi' | 'priya' | 'halcyon' | 'deal', OrgRecord>;
  let count = 0;

  before(async () => {
    org = await startOrgStage();
    const [maya, ravi, priya, halcyon, deal] = await Promise.all([
      org.find('User', 'Maya'),
      org.find('User', 'Ravi'),
      org.find('Contact', 'Priya'),
      org.find('Account', 'Halcyon'),
      org.find('Opportunity', 'Halcyon'),
    ]);
    people = { maya, ravi, priya, halcyon, deal };
  });
  after(() => org.stop());

  const call = (interventionId: string, outcome: Outcome): Call =>
    supervisedCall({
      rep: { userId: people.ravi.Id, name: people.ravi.Name, managerIds: [people.maya.Id] },
      customer: {
        name: people.priya.Name,
        contactId: people.priya.Id,
        accountId: people.halcyon.Id,
      },
      opportunity: { opportunityId: people.deal.Id, name: people.deal.Name },
      interventions: [
        intervention({
          interventionId,
          outcome,
          supervisor: { userId: people.maya.Id, name: people.maya.Name, role: 'supervisor' },
        }),
      ],
    });

  /** As the outbox does it: what asks to be repeated is repeated. */
  async function delivered(work: () => Promise<void>): Promise<void> {
    for (let attempt = 0; attempt < 5; attempt += 1) {
      try {
        return await work();
      } catch (problem) {
        if (!(problem instanceof CrmProblem) || problem.kind !== 'retry') throw problem;
      }
    }
    throw new Error('it was not delivered in five attempts');
  }

  async function scenario(): Promise<string> {
    const id = `t-${(count += 1)}`;
    const activities = createCrmActivities(org.crm);
    await delivered(() =>
      written(activities.recordInterventions([{ call: call(id, DUE), interventionId: id }])),
    );
    await delivered(() =>
      written(activities.recordInterventions([{ call: call(id, COACHED), interventionId: id }])),
    );
    await delivered(() =>
      written(
        activities.notify([{ call: call(id, COACHED), interventionId: id, about: 'coaching' }]),
      ),
    );
    return id;
  }

  const kept = async (id: string) => ({
    interventions: (await org.records('Call_Intervention__c')).filter(
      (row) => row.External_Id__c === id,
    ).length,
    tasks: (await org.records('Task'))
      .map((row) => String(row.Dealside_Key__c ?? ''))
      .filter((key) => key.startsWith(`${id}:`))
      .sort(),
  });

  async function recorded(): Promise<Exchange[]> {
    const before = (await org.traffic()).length;
    await scenario();
    return (await org.traffic()).slice(before);
  }

  it('is valid by the describe of the package, request by request', async () => {
    const exchanges = await recorded();
    const nodes = exchanges.flatMap(({ body }) =>
      ((body as { graphs?: { compositeRequest: Node[] }[] } | undefined)?.graphs ?? []).flatMap(
        (graph) => graph.compositeRequest,
      ),
    );
    assert.equal(
      nodes.length,
      2 + 3,
      'two writes: record and activity, then with the coaching task',
    );
    for (const node of nodes) assert.deepEqual(await nodeFaults(node), [], JSON.stringify(node));
    const urls = exchanges.flatMap(({ path, body }) => [
      path,
      ...((body as { compositeRequest?: Node[] } | undefined)?.compositeRequest ?? []).map(
        ({ url }) => url,
      ),
    ]);
    const queries = urls.flatMap((url) => new URL(url, 'http://org').searchParams.get('q') ?? []);
    assert.ok(queries.length >= 4);
    for (const soql of queries) assert.deepEqual(await queryFaults(soql), [], soql);
    assert.deepEqual(
      exchanges.filter(({ status }) => status >= 400),
      [],
    );
  });

  it('leaves one intervention, one activity and one coaching task, whichever answer is lost', async () => {
    const answers = (await recorded()).length;
    for (let lost = 0; lost < answers; lost += 1) {
      await org.fault({ loseAfter: lost, loseNext: 1 });
      const id = await scenario();
      await org.restore();
      assert.deepEqual(
        await kept(id),
        { interventions: 1, tasks: [`${id}:activity`, `${id}:coaching`] },
        `answer ${lost + 1} of ${answers} was lost`,
      );
    }
  });

  it('leaves one of each when every other answer is lost', async () => {
    for (const loseAfter of [0, 1]) {
      await org.fault({ loseAfter, loseNext: 2 });
      const id = await scenario();
      await org.restore();
      assert.deepEqual(await kept(id), {
        interventions: 1,
        tasks: [`${id}:activity`, `${id}:coaching`],
      });
    }
  });

  const described = new Map<string, Promise<Describe>>();
  function describeOf(object: string): Promise<Describe> {
    const known = described.get(object) ?? org.describe<Describe>(object);
    described.set(object, known);
    return known;
  }

  async function nodeFaults({ method, url, body = {} }: Node): Promise<string[]> {
    const [, object = ''] = /\/sobjects\/(\w+)/.exec(url) ?? [];
    const { fields } = await describeOf(object);
    const isNew = method === 'POST';
    const given = Object.entries(body).flatMap(([name, value]) => {
      const field = fields.find((one) => one.name === name);
      if (!field) return [`${object} has no ${name}`];
      if (!(isNew ? field.createable : field.updateable)) return [`${name} cannot be written`];
      if (value === null) return field.nillable ? [] : [`${name} may not be empty`];
      if (field.length > 0 && typeof value === 'string' && value.length > field.length)
        return [`${name} is too long`];
      if (field.restrictedPicklist && !field.picklistValues.some((one) => one.value === value))
        return [`${name} has no value ${String(value)}`];
      return [];
    });
    const missing = isNew
      ? fields
          .filter((field) => !field.nillable && field.createable && !(field.name in body))
          .map(({ name }) => `${name} is missing`)
      : [];
    return [...given, ...missing];
  }

  async function queryFaults(soql: string): Promise<string[]> {
    const query = soqlParser.parseQuery(soql);
    const { fields } = await describeOf(query.sObject!);
    const asked = [
      ...(query.fields ?? []).map((field) => ('field' in field ? field.field : '')),
      ...[...soql.matchAll(/(?:WHERE|AND|OR) (\w+)/g)].map(([, name]) => name!),
    ];
    return asked
      .filter((name) => !fields.some((field) => field.name === name))
      .map((name) => `${query.sObject} has no ${name}`);
  }
});
