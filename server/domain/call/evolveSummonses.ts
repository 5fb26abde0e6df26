import { interventionOf, type Call } from './call.ts';
import { isCovert } from './covert.ts';
import type { CallEvent } from './events.ts';
import type { Helper } from './helpRequest.ts';
import { openSummonses, summonsWidensAt, type OpenSummons, type Summons } from './summons.ts';

/** The summonses of a call after an event; the same list where it changes none. */
export function evolveSummonses(call: Call, event: CallEvent): readonly Summons[] | undefined {
  const { summonses } = call;
  if (event.type === 'SummonsSent') return [...(summonses ?? []), event.summons];
  if (event.type === 'SummonsWidened')
    return changed(summonses, event.alertId, (one) =>
      one.offer ? { ...one, offer: { ...one.offer, step: event.step, stepSince: event.at } } : one,
    );
  if (event.type === 'SummonsAnswered')
    return changed(summonses, event.alertId, (one) => answered(one, event.by, event.at));
  if (event.type === 'SupervisorJoined') {
    const joined = interventionOf(call, event.interventionId);
    // Others must not learn of covert monitoring.
    if (!joined || isCovert(joined)) return summonses;
    const { userId, name, role } = joined.supervisor;
    return changed(summonses, undefined, (one) => answered(one, { userId, name, role }, event.at));
  }
  return event.type === 'CallEnded'
    ? changed(summonses, undefined, ({ status: _status, ...facts }) => ({
        ...facts,
        status: 'closed',
        closedAt: event.at,
      }))
    : summonses;
}

function changed(
  summonses: readonly Summons[] | undefined,
  alertId: string | undefined,
  change: (one: OpenSummons) => Summons,
): readonly Summons[] | undefined {
  const isMeant = (one: Summons): one is OpenSummons =>
    one.status === 'open' && (alertId === undefined || one.alertId === alertId);
  return summonses?.some(isMeant)
    ? summonses.map((one) => (isMeant(one) ? change(one) : one))
    : summonses;
}

const answered = (
  { status: _status, ...facts }: OpenSummons,
  by: Helper,
  answeredAt: string,
): Summons => ({
  ...facts,
  status: 'answered',
  by,
  answeredAt,
});

/** The events that are due when a summons was not answered for a while. */
export const widenedSummonses = (call: Call, now: string): CallEvent[] =>
  openSummonses(call).flatMap((one): CallEvent[] => {
    const at = summonsWidensAt(one);
    return at !== undefined && at <= now
      ? [
          {
            type: 'SummonsWidened',
            alertId: one.alertId,
            step: one.offer!.step + 1,
            at: now,
          },
        ]
      : [];
  });
