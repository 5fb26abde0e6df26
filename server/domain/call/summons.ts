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
  readonly alertId: string;
  /** The name and family of the alert's rule, without the words that raised it. */
  readonly label: string;
  readonly family: string;
  readonly at: string;
  /**
   * The people summoned in each step. Unlike in a help request, each step is a separate list and
   * notifies the people it names; the last one names everybody again. Undefined if it was unknown
   * who may act: then everybody is summoned once.
   */
  readonly offer?: HelpOffer;
}

export type SummonsEvent =
  | { readonly type: 'SummonsSent'; readonly summons: Summons; readonly at: string }
  /** Nobody has answered yet: more people are summoned, at last everybody again. */
  | {
      readonly type: 'SummonsWidened';
      readonly alertId: string;
      readonly step: number;
      readonly at: string;
    }
  | {
      readonly type: 'SummonsAnswered';
      readonly alertId: string;
      readonly by: Helper;
      readonly at: string;
    };

interface CallWithSummonses {
  readonly status: 'ringing' | 'live' | 'ended';
  readonly summonses?: readonly Summons[];
}

export type OpenSummons = Summons & { readonly status: 'open' };

/** The unanswered summonses. */
export const openSummonses = ({ summonses = [], status }: CallWithSummonses) =>
  status === 'live' ? summonses.filter((one): one is OpenSummons => one.status === 'open') : [];

/** When an unanswered summons goes to more people; undefined if there are no more steps. */
export const summonsWidensAt = ({ offer }: Pick<Summons, 'offer'>): string | undefined =>
  offer && offer.step < offer.steps.length - 1
    ? new Date(Date.parse(offer.stepSince) + offer.stepMs).toISOString()
    : undefined;

/** Whether a step of it rings for this person. */
export const isSummonedAt = ({ offer }: Pick<Summons, 'offer'>, step: number, userId: string) =>
  !offer || (offer.steps[step]?.includes(userId) ?? false);

/** Whether it has rung for this person so far. */
export const isSummoned = ({ offer }: Pick<Summons, 'offer'>, userId: string): boolean =>
  !offer || offer.steps.slice(0, offer.step + 1).some((step) => step.includes(userId));
