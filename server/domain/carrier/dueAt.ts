import type { Call, Intervention } from '../call/call.ts';
import { helpExpiresAt, helpWidensAt } from '../call/evolveHelp.ts';
import { currentGuests } from '../call/guest.ts';
import { openSummonses, summonsWidensAt } from '../call/summons.ts';
import { unreachable } from '../unreachable.ts';
import { repLossDueAt } from './awaitRep.ts';
import { pendingActions } from './pendingActions.ts';
import { dialedSince, openDials } from './reconcile.ts';
import { readyTimes, ringLimitAt } from './ringOn.ts';
import { announcementLimitMs, DIAL_LIMIT_MS } from './timeLimits.ts';

/** How long a mode change may be pending, and a join may take, before the carrier is asked. */
const PENDING_PATIENCE_MS = 2_000;
const JOINING_PATIENCE_MS = 10_000;
/**
 * Longer than a phone rings, and less than RING_LIMIT_MS: the answer has come by then, or its report
 * was lost.
 */
const ANSWER_PATIENCE_MS = 45_000;
/** How often the carrier is asked whether a connection that rings was answered. */
const RINGING_EVERY_MS = 10_000;
/** How often the carrier is asked about what is urgent, and about the rest. */
const URGENT_EVERY_MS = 2_000;
/** Also the pause before a party is dialed again, so that a phone that rings is not rung twice. */
const PATIENT_EVERY_MS = 30_000;

/** A rule that acts on a call because time passes: from when on, and how often it is tried. */
interface TimedRule {
  readonly fromMs: number;
  readonly everyMs: number;
}

/**
 * When a rule can act on this call next because time passes, though the carrier reports nothing, as
 * an ISO 8601 time. It is never later than such a rule acts; undefined when only something that
 * happens can move the call.
 * `lookedAt` is when the carrier was last asked about the call: what was due then is tried again
 * after a while.
 */
export function dueAt(call: Call, lookedAt?: string): string | undefined {
  const lookedAtMs = lookedAt === undefined ? undefined : Date.parse(lookedAt);
  const times = timedRules(call).map(({ fromMs, everyMs }) =>
    lookedAtMs === undefined || fromMs > lookedAtMs ? fromMs : lookedAtMs + everyMs,
  );
  // Writing a call must not fail for a time that is none: it is due at once.
  const earliest = Math.min(...times) || 0;
  return times.length > 0 ? new Date(earliest).toISOString() : undefined;
}

function timedRules(call: Call): TimedRule[] {
  switch (call.status) {
    case 'ended':
      return [];
    case 'ringing':
      return [
        { fromMs: after(call.startedAt, ANSWER_PATIENCE_MS), everyMs: PATIENT_EVERY_MS },
        ...rulesOfOpenCall(call),
      ];
    case 'live':
      return rulesOfOpenCall(call);
    default:
      return unreachable(call);
  }
}

/** A step of ringing that should be over, and reps who may be ready for a caller who waits. */
const rulesOfRinging = (call: Call): TimedRule[] =>
  [ringLimitAt(call), ...readyTimes(call)].flatMap((time) =>
    time ? [{ fromMs: Date.parse(time), everyMs: URGENT_EVERY_MS }] : [],
  );

/** A customer who is unattended is among the pending actions. */
const rulesOfOpenCall = (call: Call): TimedRule[] => [
  ...(pendingActions(call).length > 0
    ? [{ fromMs: Date.parse(call.startedAt), everyMs: URGENT_EVERY_MS }]
    : []),
  ...call.interventions.flatMap(rulesOfIntervention),
  ...rulesOfDials(call),
  ...rulesOfAnnouncements(call),
  ...rulesOfTransfer(call),
  ...repLossDueAt(call).map((time) => ({ fromMs: Date.parse(time), everyMs: URGENT_EVERY_MS })),
  ...rulesOfRinging(call),
  ...rulesOfGuests(call),
  ...(call.recordingPause
    ? [{ fromMs: Date.parse(call.recordingPause.until), everyMs: URGENT_EVERY_MS }]
    : []),
  ...rulesOfHelp(call),
];

/** Joins and mode changes that take long, which includes those that exceed their limit. */
function rulesOfIntervention(intervention: Intervention): TimedRule[] {
  switch (intervention.status) {
    case 'joining':
      return [
        {
          fromMs: after(intervention.requestedAt, JOINING_PATIENCE_MS),
          everyMs: URGENT_EVERY_MS,
        },
      ];
    case 'active':
      return [
        ...(intervention.leaving
          ? [{ fromMs: Date.parse(intervention.joinedAt), everyMs: URGENT_EVERY_MS }]
          : []),
        ...(intervention.pending
          ? [
              {
                fromMs: after(intervention.pending.requestedAt, PENDING_PATIENCE_MS),
                everyMs: URGENT_EVERY_MS,
              },
            ]
          : []),
      ];
    case 'ended':
      return [];
    default:
      return unreachable(intervention);
  }
}

function rulesOfDials(call: Call): TimedRule[] {
  const since = dialedSince(call);
  const isReported = call.participants.some(
    ({ status, connectionId, joinedAt, answeredAt }) =>
      status === 'ringing' &&
      connectionId !== undefined &&
      (joinedAt !== undefined || answeredAt !== undefined),
  );
  return [
    ...(since && openDials(call).length > 0
      ? [{ fromMs: after(since, DIAL_LIMIT_MS), everyMs: PATIENT_EVERY_MS }]
      : []),
    // One of two reports has come: of the answer, and of the conference.
    ...(isReported
      ? [
          {
            fromMs: after(since ?? call.startedAt, RINGING_EVERY_MS),
            everyMs: RINGING_EVERY_MS,
          },
        ]
      : []),
  ];
}

const rulesOfAnnouncements = ({ announcements }: Call): TimedRule[] =>
  announcements.flatMap((announcement) =>
    announcement.status === 'requested'
      ? [
          {
            fromMs: after(announcement.requestedAt, announcementLimitMs(announcement)),
            everyMs: URGENT_EVERY_MS,
          },
        ]
      : [],
  );

/**
 * A colleague who is rung and does not answer; and every call on its way to a colleague, on which
 * three people come and go.
 */
function rulesOfTransfer({ transfer, participants }: Call): TimedRule[] {
  if (!transfer) return [];
  const isRung = participants.some(
    ({ party, status }) => party.role === 'colleague' && status === 'ringing',
  );
  const isOpen = transfer.status === 'requested' || transfer.status === 'handing_over';
  return [
    ...(isRung
      ? [
          {
            fromMs: after(transfer.group?.stepSince ?? transfer.requestedAt, DIAL_LIMIT_MS),
            everyMs: PATIENT_EVERY_MS,
          },
        ]
      : []),
    ...(isOpen
      ? [{ fromMs: after(transfer.requestedAt, PATIENT_EVERY_MS), everyMs: PATIENT_EVERY_MS }]
      : []),
  ];
}

/** An unanswered help request is offered to more people, and finally expires. */
const rulesOfHelp = (call: Call): TimedRule[] =>
  [helpWidensAt(call), helpExpiresAt(call), ...openSummonses(call).map(summonsWidensAt)].flatMap(
    (time) => (time ? [{ fromMs: Date.parse(time), everyMs: URGENT_EVERY_MS }] : []),
  );

/** Third parties who ring, and calls that have more people than usual on them. */
const rulesOfGuests = (call: Call): TimedRule[] =>
  currentGuests(call).map(({ invitedAt, status }) => ({
    fromMs: after(invitedAt, status === 'ringing' ? DIAL_LIMIT_MS : PATIENT_EVERY_MS),
    everyMs: PATIENT_EVERY_MS,
  }));

const after = (time: string, ms: number): number => Date.parse(time) + ms;
