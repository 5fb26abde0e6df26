import assert from 'node:assert/strict';
import pg from 'pg';
import {
  stateProgramStart,
  statedTeams,
  teamsByStart,
} from '../../../../server/commands/outcomes/programStarts.ts';
import type { Person } from '../../../../server/domain/call/people.ts';
import { CrmUnavailable } from '../../../../server/ports/index.ts';
import { createProgramStarts } from '../../../../server/store/outcomes/programStarts.ts';
import { person as aPerson, rep } from '../../../support/builders.ts';
import { freshDatabase, type FreshDatabase } from '../../../support/database.ts';

const ORG = '00DSTARTS';
const NOW = '2026-11-28T12:00:00.000Z';

describe('the start of a team’s program', () => {
  let database: FreshDatabase;
  let pool: pg.Pool;
  let refused: string[];
  let serial = 0;
  const people = new Map<string, Person>(
    [
      aPerson({ orgId: ORG, userId: 'rosa', name: 'Rosa', roles: ['revops'] }),
      aPerson({ orgId: ORG, userId: 'maya', name: 'Maya' }),
      aPerson({ orgId: ORG, userId: 'dana', name: 'Dana' }),
      aPerson({ orgId: ORG, userId: 'idle', name: 'Idle' }),
      rep({ orgId: ORG, userId: 'lena', managerIds: ['maya', 'dana'] }),
    ].map((one) => [one.userId, one]),
  );
  const rosa = people.get('rosa')!;
  const deps = () => ({
    programStarts: createProgramStarts(pool),
    callDays: { whoCalled: async () => ['lena', 'gone'] },
    directory: { person: async (_orgId: string, userId: string) => people.get(userId) },
    store: {
      async recordAudit(entries: readonly { readonly action: string; readonly code?: string }[]) {
        refused.push(...entries.map(({ action, code }) => `${action} ${code}`));
      },
    },
    clock: { now: () => NOW },
    ids: { next: () => `id-${(serial += 1)}` },
  });
  const state = (managerUserId: string, startsOn: string | null, who = rosa) =>
    stateProgramStart(deps(), who, { managerUserId, startsOn });
  const audited = async () =>
    (
      await pool.query<{ details: object }>(
        `select "details" from "AuditEntry" where "action" = 'ProgramStartStated' order by "position"`,
      )
    ).rows.map(({ details }) => details);

  before(async () => {
    database = await freshDatabase();
    pool = new pg.Pool({ connectionString: database.databaseUrl, max: 2 });
  });
  after(async () => {
    await pool?.end();
    await database?.drop();
  });
  beforeEach(() => {
    refused = [];
  });

  it('is not known at first, and teams are those of managers above people who called', async () => {
    assert.deepEqual(await statedTeams(deps(), rosa), {
      ok: [
        { managerUserId: 'dana', name: 'Dana' },
        { managerUserId: 'maya', name: 'Maya' },
      ],
    });
    assert.deepEqual(await teamsByStart(deps(), ORG, ['lena']), {});
  });

  it('is stated with an audit entry, replaced, and taken back', async () => {
    await state('maya', '2026-10-05');
    const again = await state('maya', '2026-11-02');
    assert.deepEqual('ok' in again && again.ok[1], {
      managerUserId: 'maya',
      name: 'Maya',
      startsOn: '2026-11-02',
    });
    assert.deepEqual(
      [...(await teamsByStart(deps(), ORG, ['lena', 'lena', 'gone'])).teams!],
      [['lena', { managerUserId: 'maya', startsOn: '2026-11-02' }]],
    );
    await state('maya', null);
    assert.deepEqual(await createProgramStarts(pool).of(ORG), []);
    assert.deepEqual(await audited(), [
      { managerUserId: 'maya', startsOn: '2026-10-05' },
      { managerUserId: 'maya', startsOn: '2026-11-02' },
      { managerUserId: 'maya', startsOn: null },
    ]);
  });

  it('compares no teams, and says so, while Salesforce does not say who is in them', async () => {
    await state('maya', '2026-11-02');
    const person = async () => {
      throw new CrmUnavailable('away');
    };
    assert.deepEqual(await teamsByStart({ ...deps(), directory: { person } }, ORG, ['lena']), {
      isUnknown: true,
    });
    await state('maya', null);
  });

  it('is of its own org alone', async () => {
    await state('maya', '2026-11-02');
    assert.deepEqual(await createProgramStarts(pool).of('00DOTHER'), []);
  });

  it('is refused to others, and of others than managers, with an audit entry', async () => {
    const before = await createProgramStarts(pool).of(ORG);
    await state('maya', '2026-01-05', people.get('maya'));
    await state('idle', '2026-01-05');
    await statedTeams(deps(), people.get('lena')!);
    assert.deepEqual(refused, [
      'StateProgramStart program_starts_not_permitted',
      'StateProgramStart team_not_found',
      'StateProgramStart program_starts_not_permitted',
    ]);
    assert.deepEqual(await createProgramStarts(pool).of(ORG), before);
  });
});
