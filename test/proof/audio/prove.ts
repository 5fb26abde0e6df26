import { setTimeout as pause } from 'node:timers/promises';
import type { MediaFault } from '../../../local/carrier/media/mediaFaults.ts';
import { until } from '../../support/until.ts';
import {
  judgeEars,
  judgeGaps,
  judgeMixes,
  listenersOf,
  type Finding,
  type Levels,
  type Mixed,
  type Moment,
  type Stretch,
} from './judge.ts';
import { judgeOtherCall, mixed } from './mixes.ts';
import {
  isStepped,
  performAtOnce,
  requestSteps,
  situationAfter,
  type SteppedAct,
} from './perform.ts';
import { actInWords, type Act, type Chapter } from './plan.ts';
import { inWords, SUPERVISORS, type Situation } from './situations.ts';
import type { Answer, AudioStage } from './stage.ts';

interface Pace {
  /** Time from a step until it must be audible, and the time of measuring after it. */
  readonly settleMs: number;
  readonly measureMs: number;
}

export interface ProofOptions {
  readonly stage: AudioStage;
  readonly chapters: readonly Chapter[];
  readonly pace: Pace;
  readonly carrierFault?: MediaFault;
  /** Stops at the first finding. */
  readonly stopsAtFirst?: boolean;
  /** How long a measurement with missing sound is repeated. */
  readonly patienceMs?: number;
  readonly onMoment?: (moment: Moment) => void;
}

/**
 * Limits of repetition. Between steps it is shorter, because Dealside's request to the carrier
 * waits meanwhile, which times out after the minute that the world of the tests sets.
 */
const MAX_ATTEMPTS = 20;
const STEP_PATIENCE_MS = 30_000;
const PATIENCE_MS = 60_000;

interface Step {
  method: string;
  path: string;
  form: Record<string, string>;
}

/** Plays the plan and measures each moment; returns the moments with their findings. */
export async function prove({
  stage,
  chapters,
  pace,
  carrierFault,
  stopsAtFirst = false,
  patienceMs = PATIENCE_MS,
  onMoment,
}: ProofOptions): Promise<Moment[]> {
  const { world } = stage;
  const moments: Moment[] = [];
  const isOver = () => stopsAtFirst && moments.some(({ findings }) => findings.length > 0);

  for (const chapter of chapters) {
    await stage.newCall();
    await world.carrierControl('POST', 'faults', { media: carrierFault ?? null });
    let situation: Situation = { rep: true };
    await recordMoment(
      'a call',
      'after',
      { before: situation, after: situation, isBetween: false },
      Date.now(),
    );
    for (const act of chapter) {
      if (isOver()) break;
      situation = await perform(act, situation);
    }
    await world.carrierControl('POST', 'faults', { media: null });
    if (isOver()) break;
  }
  return moments;

  async function perform(act: Act, before: Situation, attempt = 1): Promise<Situation> {
    const momentCount = moments.length;
    const after = situationAfter(before, act);
    const name = `${inWords(before)}: ${actInWords(act)}`;
    const began = Date.now();
    if (!isStepped(act)) {
      await performAtOnce(stage, act, before);
      await recordMoment(name, 'after', { before, after, isBetween: false }, began);
      return after;
    }
    const answer = await inSteps(act, (step, number) =>
      recordMoment(
        name,
        `before step ${number}: ${step}`,
        { before, after, isBetween: true },
        began,
      ),
    );
    if (answer.code === 'carrier_unavailable' || (!answer.code && (await wasSilenced(act))))
      return repeat();
    if (answer.code) {
      await recordMoment(
        name,
        'after',
        { before, after: before, isBetween: false },
        began,
        answer.code,
      );
      return before;
    }
    await recordMoment(name, 'after', { before, after, isBetween: false }, began);
    const { findings } = moments.at(-1)!;
    const isLeak = findings.some((finding) => isSupervisorLeak(finding, [before, after]));
    return findings.length > 0 && !isLeak && (await wasSilenced(act)) ? repeat() : after;

    /**
     * On a busy machine the wait between two steps can exceed the timeout, or the browser gives no
     * sign of life and its supervisor is silenced, also while the sound is measured. What was
     * measured is of no mode then: it is discarded and measured again. A supervisor who was heard
     * by somebody who must not hear them is never explained by it.
     */
    async function repeat(): Promise<Situation> {
      const { who } = act as SteppedAct;
      if (attempt === MAX_ATTEMPTS)
        throw new Error(`${name}: the machine is too busy to measure between the steps`);
      moments.length = momentCount;
      await until(`${who} is silent`, async () => (await stage.modeOf(who)) === 'monitor', {
        everyMs: 150,
      });
      return perform(
        act,
        { ...before, ...(act.do !== 'leave' && { [who]: 'monitor' as const }) },
        attempt + 1,
      );
    }
  }

  /** Waits for the end of a switch: whether it ended in silence, and not in the mode asked for. */
  async function wasSilenced(act: SteppedAct): Promise<boolean> {
    if (act.do === 'leave') return false;
    const wanted = act.do === 'transfer' ? 'takeover' : act.to;
    const mode = await until(
      `${act.who} is in ${wanted}`,
      async () => {
        const isSettled = await stage.isSettled(act.who);
        const now = await stage.modeOf(act.who);
        return (isSettled && now === 'monitor') || now === wanted ? now : undefined;
      },
      { everyMs: 150 },
    );
    return mode !== wanted;
  }

  /** Has the carrier process one request at a time, and measures while the next one waits. */
  async function inSteps(
    act: SteppedAct,
    measure: (step: string, number: number) => Promise<void>,
  ): Promise<Answer> {
    await world.carrierControl('POST', 'steps', { hold: true });
    try {
      let answer: Answer | undefined;
      const request = requestSteps(stage, act).then((result) => (answer = result));
      for (let number = 1; !answer;) {
        const [step] = await world.carrierControl<Step[]>('GET', 'steps');
        if (step) {
          await measure(await stepInWords(stage, step), number++);
          await world.carrierControl('POST', 'steps', {});
        }
        await Promise.race([request, pause(20)]);
      }
      return answer;
    } finally {
      await world.carrierControl('POST', 'steps', { hold: false });
    }
  }

  async function recordMoment(
    situation: string,
    moment: string,
    stretch: Stretch,
    began: number,
    refused?: string,
  ): Promise<void> {
    const deadline =
      Date.now() +
      Math.min(patienceMs, stretch.isBetween ? STEP_PATIENCE_MS : PATIENCE_MS) -
      pace.settleMs -
      pace.measureMs;
    let measured = await measureOnce(stretch, began);
    while (Date.now() < deadline && mayBeLag(measured.findings))
      measured = await measureOnce(stretch, began);
    const { levels, findings, mixed: mixes } = measured;
    // Between steps a measurement cannot be repeated for long, so a delayed browser is judged by
    // what was mixed for it.
    const remaining = findings.filter(
      (finding) => !(stretch.isBetween && mayBeLag([finding]) && isDisprovedBy(mixes, finding)),
    );
    const recorded: Moment = {
      situation,
      moment: remaining.length > 0 ? `${moment}; ${await modesInWords(stage, stretch)}` : moment,
      at: new Date().toISOString(),
      refused,
      levels,
      findings: remaining,
    };
    moments.push(recorded);
    onMoment?.(recorded);
  }

  /**
   * Whether a busy machine can explain the findings: sound can be interrupted, and reaches a
   * browser late.
   * Leaks at a phone and findings in the mixes, which are exact, are never explained by it.
   */
  function mayBeLag(findings: readonly Finding[]): boolean {
    return (
      findings.length > 0 &&
      findings.every(
        ({ by, kind, listener }) => by === 'ear' && (kind !== 'leak' || stage.mayLag(listener)),
      )
    );
  }

  /**
   * Whether the mixes contradict a finding in a browser. A planted fault of the carrier is in the
   * mixes too, so it is still found. What may be heard or silent is either of both in the mixes:
   * only a browser that plays the end of it late lies between.
   */
  function isDisprovedBy(mixes: Mixed, { kind, listener, speaker }: Finding): boolean {
    if (kind === 'unclear') return stage.mayLag(listener);
    const voices = mixes[listener]?.voices ?? [];
    const isMixed = voices.some(({ party }) => speaker === undefined || party === speaker);
    return stage.mayLag(listener) && isMixed === (kind === 'missing');
  }

  async function measureOnce(
    stretch: Stretch,
    began: number,
  ): Promise<{ levels: Levels; findings: Finding[]; mixed: Mixed }> {
    const { settleMs, measureMs } = pace;
    await pause(settleMs);
    const since = Date.now();
    await pause(measureMs);
    const levels: Levels = {};
    for (const listener of listenersOf(stretch))
      levels[listener] = await (await stage.ear(listener))?.(since);
    const steady: Stretch = { before: stretch.after, after: stretch.after, isBetween: false };
    const sinceClick = await mixed(stage, began, Date.now());
    const throughout = [
      ...judgeMixes({ ...stretch, isBetween: true }, sinceClick),
      ...judgeGaps({ ...stretch, isBetween: true }, sinceClick, stage.mayLag),
      ...(await judgeOtherCall(stage, began)),
    ];
    const now = await mixed(stage, since, Date.now());
    const atTheEnd = stretch.isBetween ? [] : judgeMixes(steady, now);
    return {
      levels,
      mixed: now,
      findings: [...judgeEars(stretch, levels), ...distinct([...throughout, ...atTheEnd])],
    };
  }
}

/**
 * The modes that the server shows once a moment was found wrong. They tell a switch that it has
 * undone since, as it does where a confirmation stays out, from sound that is not as it shows.
 */
async function modesInWords(stage: AudioStage, { after }: Stretch): Promise<string> {
  const supervisors = SUPERVISORS.filter((who) => after[who] !== undefined);
  const modes = await Promise.all(
    supervisors.map(async (who) => `${who} ${(await stage.modeOf(who)) ?? 'off the call'}`),
  );
  return `the server shows: ${modes.join(', ') || 'no supervisor'}`;
}

/** What an ear takes for a supervisor who is not on the call is interrupted sound of somebody else. */
const isSupervisorLeak = (
  { kind, by, speaker }: Finding,
  situations: readonly Situation[],
): boolean =>
  kind === 'leak' &&
  SUPERVISORS.some(
    (who) => who === speaker && (by === 'mix' || situations.some((one) => one[who] !== undefined)),
  );

const distinct = (findings: readonly Finding[]): Finding[] => [
  ...new Map(
    findings.map((finding) => [`${finding.kind} ${finding.listener} ${finding.speaker}`, finding]),
  ).values(),
];

async function stepInWords(stage: AudioStage, { method, path, form }: Step): Promise<string> {
  const callSid = /\/Participants\/(CA[0-9a-f]+)/.exec(path)?.[1] ?? '';
  const party = (await stage.partyOf(callSid)) ?? 'somebody';
  if (method === 'DELETE') return `${party} is removed`;
  return `${party} ${Object.entries(form)
    .filter(([name]) => name !== 'CallSidToCoach')
    .map(([name, value]) => `${name}=${value}`)
    .join(' ')}`;
}
