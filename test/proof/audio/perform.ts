import type { Act } from './plan.ts';
import type { Situation } from './situations.ts';
import type { Answer, AudioStage } from './stage.ts';

/** The acts for which Dealside sends steps to the carrier, between which is measured. */
export type SteppedAct = Extract<Act, { do: 'leave' | 'switch' | 'transfer' }>;
export const isStepped = (act: Act): act is SteppedAct =>
  act.do === 'leave' || act.do === 'switch' || act.do === 'transfer';

export async function requestSteps(stage: AudioStage, act: SteppedAct): Promise<Answer> {
  switch (act.do) {
    case 'leave':
      return stage.leave(act.who);
    case 'transfer':
      await stage.transfer(act.who);
      return stage.switch(act.who, 'takeover', 'leaves');
    case 'switch':
      return stage.switch(
        act.who,
        act.to,
        act.to === 'takeover' ? (act.rep ?? 'listens') : undefined,
      );
  }
}

/** Performs an act and waits until it is done. */
export async function performAtOnce(
  stage: AudioStage,
  act: Exclude<Act, SteppedAct>,
  before: Situation,
): Promise<void> {
  switch (act.do) {
    case 'join':
      return stage.join(act.who);
    case 'add':
      return stage.add(act.who);
    case 'remove':
      return stage.remove(before);
    case 'ring':
      return stage.ring(act.who);
    case 'handOver':
      return stage.handOver();
    case 'moveAway':
      return stage.moveAway(act.who);
    case 'moveBack':
      return stage.moveBack(act.who);
  }
}

export function situationAfter(before: Situation, act: Act): Situation {
  switch (act.do) {
    case 'join':
    case 'moveBack':
      return { ...before, [act.who]: 'monitor' };
    case 'leave':
    case 'moveAway':
      return { ...before, [act.who]: undefined };
    case 'ring':
      return { ...before, [act.who]: 'barge' };
    case 'transfer':
    case 'handOver':
      return { ...silencedWhispers(before), [act.who]: 'takeover', rep: false };
    case 'add':
      return { ...before, third: act.who };
    case 'remove':
      return { ...before, third: undefined };
    case 'switch':
      return { ...before, [act.who]: act.to, ...(act.rep === 'leaves' && { rep: false }) };
  }
}

/** Nobody whispers to a rep who has gone. */
const silencedWhispers = (before: Situation): Situation => ({
  ...before,
  ...(before.maya === 'whisper' && { maya: 'monitor' }),
  ...(before.dana === 'whisper' && { dana: 'monitor' }),
});
