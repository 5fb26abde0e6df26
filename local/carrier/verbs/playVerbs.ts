import { isUnplayable, type Fetcher } from '../announcements/playables.ts';
import { isOver, type Leg } from '../legs/leg.ts';
import { everyFrame } from '../media/clock.ts';
import { pauseOf, playing, repeated, speechOf, type Clip } from '../media/sounds.ts';
import type { Switchboard } from '../switchboard/switchboard.ts';

/** Registers Say, Play and Pause for legs outside of conferences. */
export function registerPlayVerbs(board: Switchboard, fetcher: Fetcher): void {
  const timesOf = (loop: string | undefined): number =>
    loop === undefined ? 1 : Number(loop) || MAX_LOOPS;

  board.verbs.set('Say', async (leg, { text, attributes }) => {
    leg.spokenTexts.push(text);
    return playToLeg(leg, repeated(speechOf(text), timesOf(attributes.loop)));
  });
  board.verbs.set('Pause', async (leg, { attributes }) =>
    playToLeg(leg, pauseOf(Number(attributes.length ?? 1) * 1000)),
  );
  board.verbs.set('Play', async (leg, { text, attributes }, url) => {
    const clip = await fetcher({ url: new URL(text, url).href, method: 'GET' }, {});
    if (!isUnplayable(clip)) return playToLeg(leg, repeated(clip, timesOf(attributes.loop)));
    board.logError(leg, 11200, clip.error);
    return 'next';
  });
}

const MAX_LOOPS = 100;

/** Resolves when the clip has ended, or the leg ended or was redirected. */
export function playToLeg(leg: Leg, clip: Clip): Promise<'next'> {
  return new Promise((resolve) => {
    const sound = playing(clip);
    const done = (): void => {
      stopClock();
      leg.onEnd.delete(done);
      leg.onDivert.delete(done);
      resolve('next');
    };
    const stopClock = everyFrame(() => {
      const frame = sound();
      if (frame) leg.hear(frame);
      else done();
    });
    if (isOver(leg)) return done();
    leg.onEnd.add(done);
    leg.onDivert.add(done);
  });
}
