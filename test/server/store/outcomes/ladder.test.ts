import assert from 'node:assert/strict';
import pg from 'pg';
import { insertEndedCalls, type EndedCall } from '../../../../local/machine/sample/endedCalls.ts';
import { ladderFields } from '../../../../server/crm/writes/interventionRecord.ts';
import { MODES, type Mode } from '../../../../server/domain/call/modes.ts';
import { ladderOf } from '../../../../server/domain/supervision/ladder.ts';
import { createCallDays } from '../../../../server/store/outcomes/callDays.ts';
import { createCallsBehind } from '../../../../server/store/outcomes/callsBehind.ts';
import { createWorthTotals } from '../../../../server/store/outcomes/worth.ts';
import { freshDatabase, type FreshDatabase } from '../../../support/database.ts';

const ORG = '00DLADDER';
const AT = '2026-11-02T15:00:00.000Z';
const QUESTION = { orgId: ORG, from: '2026-11-02', to: '2026-11-02' };

/** Every history of up to four modes in which each differs from the one before. */
const histories = (length: number): Mode[][] =>
  length === 0
    ? [[]]
    : histories(length - 1).flatMap((before) =>
        before.length === length - 1
          ? [
              before,
              ...MODES.filter((mode) => mode !== before.at(-1)).map((mode) => [...before, mode]),
            ]
          : [before],
      );
const HISTORIES = histories(4).filter(({ length }) => length > 0);

/** What the record in Salesforce says of an intervention, and the page's way to it. */
const FIELDS = {
  whisper_first: 'Whisper_First__c',
  whisper_skipped: 'Whisper_Skipped__c',
  handed_back: 'Handed_Back__c',
} as const;

describe('how a supervisor went up to the customer and came back', () => {
  let database: FreshDatabase;
  let pool: pg.Pool;
  const rows = HISTORIES.map((modes, place) => ({
    callId: `call-${place}`,
    modes,
    skipsWhisper: place % 3 === 0,
  }));
  const recordOf = ({ modes, skipsWhisper }: (typeof rows)[number]) =>
    ladderFields({
      modeHistory: modes.map((mode) => ({ mode, at: AT })),
      whisperSkipped: skipsWhisper,
    });

  before(async () => {
    database = await freshDatabase();
    pool = new pg.Pool({ connectionString: database.databaseUrl, max: 2 });
    pool.on('error', () => undefined);
    await insertEndedCalls(
      pool,
      rows.map(({ callId, modes, skipsWhisper }): EndedCall => ({
        callId,
        orgId: ORG,
        repUserId: 'ravi',
        repName: 'Ravi',
        repTimeZone: 'UTC',
        direction: 'outbound',
        answeredAt: AT,
        endedAt: '2026-11-02T15:05:00.000Z',
        askedForHelp: false,
        interventions: [
          {
            interventionId: `of-${callId}`,
            supervisorUserId: 'maya',
            supervisorName: 'Maya',
            modes,
            skipsWhisper,
            reasonCode: null,
            outcomeCode: null,
          },
        ],
      })),
    );
    await createCallDays(pool).countDue(10);
  });
  after(async () => {
    await pool?.end();
    await database?.drop();
  });

  it('is whisper first if a whisper came before the customer heard the supervisor, not after', () => {
    const of = (...modes: Mode[]) => ladderOf(modes.map((mode) => ({ mode })));
    assert.equal(of('monitor', 'whisper', 'barge').isWhisperFirst, true);
    assert.equal(of('monitor', 'barge', 'whisper').isWhisperFirst, false);
    assert.equal(of('monitor', 'barge', 'whisper').isHandedBack, true);
    assert.equal(of('takeover', 'barge').isHandedBack, false);
    assert.deepEqual(of('monitor', 'whisper'), {
      isHeard: false,
      isWhisperFirst: false,
      isHandedBack: false,
    });
  });

  it('is the same on the page and in Salesforce, whatever the modes were', async () => {
    const records = rows.map(recordOf);
    const supervision = await createWorthTotals(pool).supervision(QUESTION, 'all');
    const count = (field: string) => records.filter((one) => one[field] === true).length;
    assert.deepEqual(
      {
        barged: supervision.barged,
        whisper_first: supervision.whisperFirst,
        whisper_skipped: supervision.whisperSkipped,
        handed_back: supervision.handedBack,
      },
      {
        barged: rows.filter(({ modes }) => modes.some((mode) => /barge|takeover/.test(mode)))
          .length,
        whisper_first: count(FIELDS.whisper_first),
        whisper_skipped: count(FIELDS.whisper_skipped),
        handed_back: count(FIELDS.handed_back),
      },
    );
  });

  it('leads to the calls whose records say so', async () => {
    for (const [way, field] of Object.entries(FIELDS)) {
      const calls = await createCallsBehind(pool).page(
        { ...QUESTION, way: way as keyof typeof FIELDS },
        { reps: 'all', reader: { userId: 'maya', knowsCovert: true }, size: 500 },
      );
      assert.deepEqual(
        calls.map(({ callId }) => callId).sort(),
        rows
          .filter((one) => recordOf(one)[field] === true)
          .map(({ callId }) => callId)
          .sort(),
        way,
      );
    }
  });
});
