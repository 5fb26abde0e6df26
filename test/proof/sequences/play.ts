import type { MediaFault } from '../../../local/carrier/media/mediaFaults.ts';
import type { Sequence } from './happenings.ts';
import type { Planted } from './phoneNetwork.ts';
import { checkStateAtRest, checkCustomer, watchStep } from './rules.ts';
import { listenToCustomers } from './sound.ts';
import { Stage } from './stage.ts';

/** After this time every timeout and every reconciliation has run. */
const REST_MS = 150_000;

const JOIN_MS = 1_500;

export interface Played {
  readonly violations: readonly string[];
  /** What happened, line by line, with times. */
  readonly lines: readonly string[];
  /** Frames with a voice in them that reached customers and third parties, where there is sound. */
  readonly framesHeard: number;
}

/** How many calls are live at once, that of the sequence among them. */
export const CALLS = Number(process.env.PROOF_CALLS ?? 1);

interface PlayOptions {
  /** A defect of Dealside. */
  readonly planted?: Planted;
  /** Whether everybody speaks, through the carrier's mixer, and customers are listened to. */
  readonly hasSound?: boolean;
  /** A defect of the mixer. */
  readonly mediaFault?: MediaFault;
}

/** Plays one sequence and returns the broken rules. */
export async function play(
  { noise, monitoring, moments }: Sequence,
  { planted, hasSound = false, mediaFault }: PlayOptions = {},
): Promise<Played> {
  const stage = new Stage(noise, watchStep, CALLS - 1);
  if (planted) stage.network.planted = planted;
  if (mediaFault) stage.network.board.rooms.mediaFault = mediaFault;
  const heard = hasSound
    ? listenToCustomers({
        time: stage.time,
        rooms: () => [stage.room, stage.otherRoom],
        violate: (what) => stage.violate(what),
      })
    : undefined;
  try {
    await stage.begin();
    if (moments.some(({ happening }) => happening.do === 'moves')) await stage.beginOther();
    for (const who of monitoring) {
      stage.happen({ do: 'joins', who });
      await stage.pass(JOIN_MS);
    }
    for (const { happening, thenMs } of moments) {
      stage.happen(happening);
      await stage.pass(thenMs);
      checkCustomer(stage);
      if (stage.violations.length > 0) break;
    }
    if (stage.violations.length === 0) {
      stage.heal();
      await stage.pass(REST_MS);
    }
    if (stage.violations.length === 0) await checkStateAtRest(stage);
    if (stage.violations.length === 0)
      for (const fault of await stage.bystanders.faults(stage.dealside, stage.network))
        stage.violate(fault);
  } finally {
    await stage.end();
    heard?.end();
  }
  const { violations, lines } = stage;
  return { violations, lines, framesHeard: heard?.frames ?? 0 };
}
