import type { Person } from '../../domain/call/people.ts';
import { refusal } from '../../domain/call/refusals.ts';
import { debriefBookedMessages } from '../../domain/outbox/debriefs.ts';
import { decideBooking, holderOf, type Debrief } from '../../domain/supervision/debrief.ts';
import {
  DEBRIEF_MINUTES,
  isProposed,
  proposeSlots,
  searchedTime,
  type ProposedSlot,
  type Slot,
} from '../../domain/supervision/debriefSlots.ts';
import {
  CrmProblem,
  CrmUnavailable,
  type Calendar,
  type Clock,
  type CoachingRulesSource,
  type Debriefs,
  type Directory,
  type Ids,
  type Store,
} from '../../ports/index.ts';
import { refuseAudited } from '../transact/auditEntries.ts';
import type { Result } from '../transact/result.ts';
import { changeDebrief, subjectOf } from './changeDebrief.ts';

export interface DebriefTimesDeps {
  readonly debriefs: Pick<Debriefs, 'find' | 'change'>;
  readonly calendar: Pick<Calendar, 'busy'>;
  readonly coachingRules: CoachingRulesSource;
  readonly directory: Pick<Directory, 'person'>;
  readonly store: Pick<Store, 'recordAudit'>;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** Times at which both are free, and the clocks of both. */
export type DebriefTimes =
  | {
      readonly status: 'proposed';
      readonly slots: readonly ProposedSlot[];
      readonly zones: { readonly rep: string; readonly supervisor: string };
    }
  /** The CRM does not answer, or does not let Dealside read calendars. */
  | { readonly status: 'unreachable' | 'not_allowed' };

/** Available to the two participants; not found for everybody else. */
export async function debriefTimes(
  deps: DebriefTimesDeps,
  person: Person,
  { debriefId }: { readonly debriefId: string },
): Promise<Result<{ readonly debrief: Debrief; readonly times: DebriefTimes }>> {
  const debrief = await deps.debriefs.find(person.orgId, debriefId);
  if (!debrief || !holderOf(debrief, person.userId))
    return { refusal: refusal('debrief_not_found') };
  const search = await searchOf(deps, debrief);
  if (search.status !== 'known') return { ok: { debrief, times: search } };
  const [rep, supervisor] = search.attendees;
  return {
    ok: {
      debrief,
      times: {
        status: 'proposed',
        slots: proposeSlots(search).filter(
          ({ startsAt }) => startsAt !== debrief.progress.booking?.startsAt,
        ),
        zones: { rep: rep.timeZone, supervisor: supervisor.timeZone },
      },
    },
  };
}

/** One of the two chooses a time that is still free, in place of the one that they saw. */
export async function bookDebrief(
  deps: DebriefTimesDeps,
  person: Person,
  asked: {
    readonly debriefId: string;
    readonly startsAt: string;
    readonly replaces?: string;
  },
): Promise<Result<Debrief>> {
  const { debriefId, replaces } = asked;
  const debrief = await deps.debriefs.find(person.orgId, debriefId);
  const refuse = (code: 'debrief_not_found' | 'calendar_unreachable') =>
    refuseAudited(deps, person, {
      attempt: {
        action: 'BookDebrief',
        ...(debrief ? subjectOf(debrief) : { interventionId: debriefId }),
      },
      why: refusal(code),
    });
  if (!debrief || !holderOf(debrief, person.userId)) return refuse('debrief_not_found');
  const search = await searchOf(deps, debrief);
  if (search.status !== 'known') return refuse('calendar_unreachable');
  const slot = slotFrom(asked.startsAt);
  /** The same time again changes nothing. */
  let isSame = false;
  return changeDebrief(deps, person, {
    debriefId,
    attempt: 'BookDebrief',
    decide: (now) => {
      const decided = decideBooking(now, person, {
        slot,
        isFree: isProposed(search, slot.startsAt),
        ...(replaces && { replaces: slotFrom(replaces).startsAt }),
        now: deps.clock.now(),
      });
      if ('refusal' in decided) return decided;
      isSame = decided.progress === now.progress;
      const { booking } = decided.progress;
      return {
        ...decided,
        ...(booking && !isSame && { messages: debriefBookedMessages(now, booking) }),
      };
    },
    act: ({ progress: { booking } }) =>
      isSame ? undefined : { action: 'DebriefBooked', details: { startsAt: booking?.startsAt } },
  });
}

/** Both participants' calendar entries, except this debrief; or why they are unknown. */
async function searchOf(
  { calendar, coachingRules, directory, clock }: DebriefTimesDeps,
  { orgId, rep, supervisor, dueOn, progress }: Debrief,
) {
  const { hours } = coachingRules.of(orgId).debriefs;
  const now = clock.now();
  try {
    const [first, second] = await Promise.all(
      [rep, supervisor].map(async ({ userId }) => ({
        userId,
        timeZone: (await directory.person(orgId, userId))?.timeZone ?? 'UTC',
      })),
    );
    const attendees = [first!, second!] as const;
    const { from, until } = searchedTime({ attendees, dueOn, now });
    const userIds = attendees.map(({ userId }) => userId);
    const busy = await calendar.busy(orgId, { userIds, from, until });
    const others = busy.filter(
      (one) => one.status !== 'times' || !isSameTime(one, progress.booking),
    );
    return { status: 'known', attendees, busy: others, hours, dueOn, now } as const;
  } catch (fault) {
    if (fault instanceof CrmProblem)
      return { status: fault.kind === 'refused' ? 'not_allowed' : 'unreachable' } as const;
    if (fault instanceof CrmUnavailable) return { status: 'unreachable' } as const;
    throw fault;
  }
}

const isSameTime = (
  { from, until }: { readonly from: string; readonly until: string },
  booking: Slot | undefined,
): boolean =>
  booking !== undefined &&
  Date.parse(from) === Date.parse(booking.startsAt) &&
  Date.parse(until) === Date.parse(booking.endsAt);

function slotFrom(startsAt: string): Slot {
  const begin = Date.parse(startsAt);
  return {
    startsAt: new Date(begin).toISOString(),
    endsAt: new Date(begin + DEBRIEF_MINUTES * 60_000).toISOString(),
  };
}
