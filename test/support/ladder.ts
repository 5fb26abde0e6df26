import type { Console } from './console.ts';
import { leaveAs, modeOf, superviseAs } from './stage.ts';
import { until } from './until.ts';
import type { World } from './world.ts';

/** The modes of the ladder, each of which follows on the one before. */
export const LADDER = ['monitor', 'whisper', 'barge', 'takeover'] as const;
export type Rung = (typeof LADDER)[number];

/**
 * Supervises a live call in each mode up to the highest, leaves, and gives the outcome that was
 * asked for unless nobody but the supervisor knew. Answers the id of the intervention.
 */
export async function superviseUpTo(
  highest: Rung,
  {
    world,
    person,
    callId,
    outcome,
  }: {
    readonly world: World;
    readonly person: Console;
    readonly callId: string;
    readonly outcome: Parameters<Console['giveOutcome']>[1];
  },
): Promise<string> {
  const id = await superviseAs(world, person, callId);
  for (const mode of LADDER.slice(1, LADDER.indexOf(highest) + 1)) {
    await person.switchTo(id, mode, {
      reasonCode: 'large_deal',
      ...(mode === 'takeover' && { repAfterTakeover: 'listens' }),
    });
    await until(`${mode} is confirmed`, async () => modeOf(await person.call(callId), id) === mode);
  }
  await leaveAs(person, callId, id);
  if (highest !== 'monitor') await person.giveOutcome(id, outcome);
  return id;
}
