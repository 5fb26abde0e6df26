import type { ListenerMixes } from '../../../local/carrier/media/mixLog.ts';
import { judgeGaps, judgeMixes, type Finding, type Mixed, type Stretch } from './judge.ts';
import type { Party, Situation } from './situations.ts';
import type { AudioStage } from './stage.ts';

/** Speakers in each listener's mix between two times, from the carrier's log of mixes. */
export async function mixed(
  stage: AudioStage,
  from: number,
  to: number,
  callId = stage.callId(),
): Promise<Mixed> {
  const mixes = await stage.world.carrierControl<ListenerMixes[]>(
    'GET',
    `mixes?conference=${callId}`,
  );
  const byParty: Mixed = {};
  for (const { callSid, changes, blocks, lastAt } of mixes) {
    const party = await stage.partyOf(callSid);
    if (!party || lastAt < from) continue;
    const first = changes.findLastIndex(({ at }) => at <= from);
    const during = changes.slice(Math.max(0, first)).filter(({ at }) => at <= to);
    const voices: { party: Party; as: string; at: number }[] = [];
    const callSidsOf = new Map<Party, string[]>();
    for (const { voices: heard, at } of during) {
      for (const voice of heard) {
        const speaker = await stage.partyOf(voice.callSid);
        if (speaker) callSidsOf.set(speaker, [...(callSidsOf.get(speaker) ?? []), voice.callSid]);
        if (speaker && !voices.some((one) => one.party === speaker && one.as === voice.as))
          voices.push({ party: speaker, as: voice.as, at: Math.max(at, from) });
      }
    }
    const inAll = voices.filter((one) =>
      during.every(({ voices: heard }) =>
        heard.some(({ callSid: sid }) => callSidsOf.get(one.party)?.includes(sid)),
      ),
    );
    byParty[party] = { blocks, voices, throughout: inAll.map((one) => one.party) };
  }
  return byParty;
}

/**
 * On the call to which a supervisor has moved, and where they whisper: its customer hears its rep all
 * the time, and never the supervisor.
 */
export async function judgeOtherCall(stage: AudioStage, began: number): Promise<Finding[]> {
  const other = stage.otherCall();
  if (!other) return [];
  const { callId, since, guest } = other;
  const situation: Situation = { rep: true, [guest]: 'whisper' };
  const now = await mixed(stage, Math.max(began, since), Date.now(), callId);
  const stretch: Stretch = { before: situation, after: situation, isBetween: true };
  const { customer } = now;
  return [...judgeMixes(stretch, { customer }), ...judgeGaps(stretch, { customer }, () => false)]
    .filter(({ listener }) => listener === 'customer')
    .map((finding) => ({ ...finding, words: `on the other call, ${finding.words}` }));
}
