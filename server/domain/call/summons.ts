import type { Call } from './call.ts';
import { isCovert } from './covert.ts';
import type { CallEvent } from './events.ts';
import type { Helper, HelpOffer } from './helpRequest.ts';

/**
 * A call to look at an alert of compliance, until somebody says that they look after it, joins the
 * call, or the call ends. It has the id of its alert.
 */
export type Summons = SummonsFacts &
  (
    | { readonly status: 'open' }
    | { readonly status: 'answered'; readonly by: Helper; readonly answeredAt: string }
    | { readonly status: 'closed'; readonly closedAt: string }
  );

interface SummonsFacts {
  readonly summonsId: string;
  /** What the alert's rule is called, and its family. The words that raised it are not in here. */
  readonly label: string;
  readonly family: string;
  readonly at: string;
  /**
   * Who is summoned step by step. Unlike a help request's, each step is a list of its own, and
   * rings for those whom it names: the last one names everybody again. Unknown where nobody could
   * say who may act: then everybody is, once.
   */
  readonly offer?: HelpOffer;
}

export type SummonsEvent =
  | { readonly type: 'SummonsSent'; readonly summons: Summons; readonly at: string }
  /** Nobody has answered yet: more people are summoned, at last everybody again. */
  | {
      readonly type: 'SummonsWidened';
      readonly summonsId: string;
      readonly step: number;
      readonly at: string;
    }
  | {
      readonly type: 'SummonsAnswered';
      readonly summonsId: string;
      readonly by: Helper;
      readonly at: string;
    };

type CallWithSummonses = Pick<Call, 'status'> & { readonly summonses?: readonly Summons[] };

/** Those that nobody has answered. */
export const openSummonses = ({ summonses = [], status }: CallWithSummonses) =>
  status === 'live'
    ? summonses.filter((one): one is Summons & { readonly status: 'open' } => one.status === 'open')
    : [];

/** The summonses of a call after an event; the same list where it changes none. */
export function evolveSummonses(call: Call, event: CallEvent): readonly Summons[] | undefined {
  const { summonses } = call;
  switch (event.type) {
    case 'SummonsSent':
      return [...(summonses ?? []), event.summons];
    case 'SummonsWidened':
      return changed(summonses, event.summonsId, (one) =>
        one.offer
          ? { ...one, offer: { ...one.offer, step: event.step, stepSince: event.at } }
          : one,
      );
    case 'SummonsAnswered':
      return changed(summonses, event.summonsId, (one) => answered(one, event.by, event.at));
    case 'SupervisorJoined': {
      const joined = call.interventions.find(
        ({ interventionId }) => interventionId === event.interventionId,
      );
      // Others must not learn of covert monitoring.
      if (!joined || isCovert(joined)) return summonses;
      const { userId, name, role } = joined.supervisor;
      return changed(summonses, undefined, (one) =>
        answered(one, { userId, name, role }, event.at),
      );
    }
    case 'CallEnded':
      return changed(summonses, undefined, ({ summonsId, label, family, at, offer }) => ({
        summonsId,
        label,
        family,
        at,
        ...(offer && { offer }),
        status: 'closed',
        closedAt: event.at,
      }));
    default:
      return summonses;
  }
}

type Open = Summons & { readonly status: 'open' };

function changed(
  summonses: readonly Summons[] | undefined,
  summonsId: string | undefined,
  change: (one: Open) => Summons,
): readonly Summons[] | undefined {
  const isMeant = (one: Summons): one is Open =>
    one.status === 'open' && (summonsId === undefined || one.summonsId === summonsId);
  return summonses?.some(isMeant)
    ? summonses.map((one) => (isMeant(one) ? change(one) : one))
    : summonses;
}

const answered = ({ status: _status, ...facts }: Open, by: Helper, answeredAt: string): Summons => ({
  ...facts,
  status: 'answered',
  by,
  answeredAt,
});

/** When a summons that nobody has answered goes to more people; undefined where to no more. */
export const summonsWidensAt = ({ offer }: Pick<Summons, 'offer'>): string | undefined =>
  offer && offer.step < offer.steps.length - 1
    ? new Date(Date.parse(offer.stepSince) + offer.stepMs).toISOString()
    : undefined;

/** What follows when nobody has answered for a while. */
export const widenedSummonses = (call: Call, now: string): CallEvent[] =>
  openSummonses(call).flatMap((one): CallEvent[] => {
    const at = summonsWidensAt(one);
    return at !== undefined && at <= now
      ? [
          {
            type: 'SummonsWidened',
            summonsId: one.summonsId,
            step: one.offer!.step + 1,
            at: now,
          },
        ]
      : [];
  });

/** Whether a step of it rings for this person. */
export const isSummonedAt = ({ offer }: Pick<Summons, 'offer'>, step: number, userId: string) =>
  !offer || (offer.steps[step]?.includes(userId) ?? false);

/** Whether it has rung for this person so far. */
export const isSummoned = ({ offer }: Pick<Summons, 'offer'>, userId: string): boolean =>
  !offer || offer.steps.slice(0, offer.step + 1).some((step) => step.includes(userId));
