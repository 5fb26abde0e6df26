import { setTimeout as pause } from 'node:timers/promises';
import {
  endInterventions,
  GRANTS_FOR_LONG,
  recordsInOrg,
  untilTriedInVain,
} from '../../test/support/endedWhileAway.ts';
import { liveCallOf, modeOf, superviseAs } from '../../test/support/stage.ts';
import { until } from '../../test/support/until.ts';
import { startWorld, type World } from '../../test/support/world.ts';
import { judged, type Report, type Row } from '../support/measures.ts';
import { median, ms, seconds, times } from '../support/stats.ts';

const ROUNDS = 15;
const LEAVES = 5;
const MOST_MS = 300;
const HANGS_MS = 10 * 60_000;
const ENDED = 20;
const ALL_THERE_WITHIN_MS = 60_000;

/** What a supervisor does to be less heard, and how long each answer took, in ms. */
type Answers = Record<'monitor' | 'handBack' | 'leave', number[]>;

const NAMES: Record<keyof Answers, string> = {
  monitor: 'from barge to monitor',
  handBack: 'from takeover to monitor, which hands the call back',
  leave: 'leaving',
};

/** Being less heard while Salesforce accepts requests and answers none. */
export const salesforceHangs: Row = {
  name: 'salesforceHangs',
  what: 'monitor, handing back and leaving, while Salesforce answers nothing; what ended in 10 minutes of it, once it answers',
  async run(_bench, report) {
    const world = await startWorld();
    try {
      const maya = world.as('maya');
      const callId = await liveCallOf(world, 'lena', 'Brightwater');
      await answers(world, callId, 2);
      const before = await answers(world, callId, ROUNDS);
      await world.orgControl('faults', { hangs: true });
      const meanwhile = await answers(world, callId, ROUNDS);
      await world.orgControl('faults', { hangs: false });
      await maya.call(callId);
      for (const act of Object.keys(NAMES) as (keyof Answers)[]) {
        const [usual, hanging] = [median(before[act]), median(meanwhile[act])];
        report(
          judged(`${NAMES[act]}, slowest of ${meanwhile[act].length}`, {
            value: Math.max(...meanwhile[act]),
            show: ms,
            limit: { most: MOST_MS },
          }),
        );
        report({
          what: `${NAMES[act]}, median`,
          value: ms(hanging),
          yardstick: `${ms(usual)} while it answers`,
          ratio: times(hanging / usual),
          target: '',
        });
      }
    } finally {
      await world.stop();
    }
    await activitiesArrive(report);
  },
};

/** From the moment when Salesforce answers again until the last record is there. */
async function activitiesArrive(report: Report): Promise<void> {
  const world = await startWorld({ setting: GRANTS_FOR_LONG });
  try {
    const callId = await liveCallOf(world, 'lena', 'Brightwater');
    // What joining reads from Salesforce is known afterwards.
    await endInterventions(world, callId, 1);
    await world.orgControl('faults', { hangs: true });
    const hungAt = performance.now();
    const interventionIds = await endInterventions(world, callId, ENDED);
    await untilTriedInVain(world, interventionIds);
    await pause(Math.max(0, HANGS_MS - (performance.now() - hungAt)));
    await world.orgControl('faults', { hangs: false });
    const answersAt = performance.now();
    await until(
      'every record is there',
      async () =>
        (await recordsInOrg(world, interventionIds)).every(
          ({ records, activities }) => records > 0 && activities > 0,
        ),
      { timeoutMs: 10 * ALL_THERE_WITHIN_MS },
    );
    report(
      judged(`from its return until the last of ${ENDED} interventions is there`, {
        value: performance.now() - answersAt,
        show: seconds,
        limit: { most: ALL_THERE_WITHIN_MS },
      }),
    );
    const twice = (await recordsInOrg(world, interventionIds)).filter(
      ({ records, activities }) => records > 1 || activities > 1,
    );
    report(
      judged('interventions that are there twice', {
        value: twice.length,
        show: String,
        limit: { most: 0 },
      }),
    );
  } finally {
    await world.stop();
  }
}

/** How long it takes until the server has answered each, over so many rounds. */
async function answers(world: World, callId: string, rounds: number): Promise<Answers> {
  const maya = world.as('maya');
  const took: Answers = { monitor: [], handBack: [], leave: [] };
  let interventionId = await superviseAs(world, maya, callId);
  const confirmed = (mode: string) =>
    until(`${mode} is confirmed`, async () => {
      const call = await maya.call(callId);
      return modeOf(call, interventionId) === mode;
    });
  const timed = async (
    act: keyof Answers,
    ask: () => Promise<{ status: number; body: unknown }>,
  ) => {
    const askedAt = performance.now();
    const { status, body } = await ask();
    took[act].push(performance.now() - askedAt);
    if (status !== 202) throw new Error(`${NAMES[act]}: ${status} ${JSON.stringify(body)}`);
  };
  for (let round = 0; round < rounds; round += 1)
    for (const [act, mode] of [
      ['monitor', 'barge'],
      ['handBack', 'takeover'],
    ] as const) {
      await maya.switchTo(interventionId, mode, {
        reasonCode: 'large_deal',
        repAfterTakeover: 'listens',
      });
      await confirmed(mode);
      await timed(act, () => maya.switchTo(interventionId, 'monitor'));
      await confirmed('monitor');
    }
  for (let i = 1; i <= Math.min(rounds, LEAVES); i += 1) {
    await timed('leave', () => maya.leave(interventionId));
    await until(
      'she has left',
      async () => modeOf(await maya.call(callId), interventionId) === undefined,
    );
    if (i < Math.min(rounds, LEAVES)) interventionId = await superviseAs(world, maya, callId);
  }
  return took;
}
