import {
  isHealthyEnoughFor,
  unhealthyRefusal,
  type CarrierHealth,
} from '../../domain/audioCheck/audioCheck.ts';
import { disclosureOf } from '../../domain/call/announcement.ts';
import {
  type Call,
  type Intervention,
  type Recording,
  connectedParticipant,
  supervisorIdsOn,
} from '../../domain/call/call.ts';
import { DEFAULT_COACHING_RULES, type CoachingRules } from '../../domain/call/coachingRules.ts';
import { interventionsVisibleTo, isCovert } from '../../domain/call/covert.ts';
import { guestName } from '../../domain/call/guest.ts';
import { MODES, type Mode } from '../../domain/call/modes.ts';
import type { Person } from '../../domain/call/people.ts';
import { isPractice } from '../../domain/call/purpose.ts';
import { isBeingRecorded } from '../../domain/call/recordingPause.ts';
import { openRepLoss, waitsUntil } from '../../domain/call/repLoss.ts';
import { currentRingStep } from '../../domain/call/ringing.ts';
import {
  requestedTransfer,
  transferStep,
  colleagueParticipant,
  involvesRep,
  leavingRepOf,
} from '../../domain/call/transfer.ts';
import { isCustomerAlone } from '../../domain/carrier/customerCover.ts';
import { heardMeanwhile } from '../../domain/carrier/oneMoment.ts';
import { awaitedAnnouncement } from '../../domain/notices/announceFirst.ts';
import { readableNumber } from '../../domain/numbers/readable.ts';
import { decidePolicy, maySee } from '../../domain/policy/decide.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import { roleLabel } from '../../domain/texts/labels.ts';
import { problemView, refusalText } from '../../domain/texts/render.ts';
import { languageIn, languageOf, readerOf, TEXTS, type Reader } from '../../domain/texts/texts.ts';
import { unreachable } from '../../domain/unreachable.ts';
import { covertView } from './covertView.ts';
import {
  helpAnsweredBy,
  helpCame,
  helpView,
  momentsFor,
  summonsesFor,
  textWhispersFor,
} from './helpViews.ts';
import { scriptsView } from './scriptsView.ts';
import { steppedDownView } from './steppedDownView.ts';
import { takenOffView } from './takenOffView.ts';

/** The JSON shapes of the API and the live feed. */
export type CallView = ReturnType<typeof callView>;
export type InterventionView = ReturnType<typeof interventionView>;

/** What a view depends on besides call and person. */
export interface ViewContext {
  readonly policy: Policy;
  readonly now: string;
  /** Carrier health by the last audio check. */
  readonly carrierHealth: CarrierHealth;
  /** What the org decides about help and coaching. */
  readonly coaching?: CoachingRules;
}

/** A call as this person sees it, with the modes that the person can use on it. */
export function callView(call: Call, person: Person, viewing: ViewContext) {
  const rep = connectedParticipant(call, 'rep');
  const customer = connectedParticipant(call, 'customer');
  const { name, phone, contactId, accountName } = call.customer;
  return {
    callId: call.callId,
    status: call.status,
    isPractice: isPractice(call),
    direction: call.direction,
    startedAt: call.startedAt,
    answeredAt: call.status === 'ringing' ? undefined : call.answeredAt,
    endedAt: call.status === 'ended' ? call.endedAt : undefined,
    endReason: call.status === 'ended' ? call.endReason : undefined,
    rep: {
      userId: call.rep.userId,
      name: call.rep.name,
      present: rep !== undefined,
      /** Whether the rep is being rung, and the device that the rep is connected with. */
      ringing: call.participants.some(
        ({ party, status }) => party.role === 'rep' && status === 'ringing',
      ),
      device: rep && (rep.device ?? 'softphone'),
      onHold: rep?.onHold ?? false,
      silenced: rep?.audibleTo === 'nobody',
    },
    customer: {
      name,
      phone,
      contactId,
      accountName,
      present: customer !== undefined,
      onHold: customer?.onHold ?? false,
    },
    opportunity: call.opportunity,
    callerId: call.callerId,
    answering: answeringView(call),
    language: call.language,
    /** Status of the disclosure to the customer; undefined if none is needed. */
    disclosure:
      call.opensWithDisclosure || disclosureOf(call)
        ? (disclosureOf(call)?.status ?? ('due' as const))
        : undefined,
    recording: recordingStateOf(call),
    /** Whether the call is transcribed. */
    isTranscribed: call.transcribes,
    interventions: interventionsVisibleTo(call, person)
      .filter((i) => i.status !== 'ended')
      .map((i) => interventionView(call, i, readerOf(person))),
    repLoss: repLossView(call),
    /** What the customer was told while the rep's page was not connected. */
    customerHeard: heardMeanwhile(call),
    help: helpView(call, person),
    /** When the rep's request expired, without a supervisor. */
    helpExpiredAt: expiredHelpOf(call, person),
    helpCame: helpCame(call),
    textWhispers: textWhispersFor(call, person),
    moments: momentsFor(call, person),
    summonses: seesSummonses(call, person, viewing) ? summonsesFor(call, person) : undefined,
    monitoringDeclined: call.monitoringChoice?.isDeclined
      ? { source: call.monitoringChoice.source, at: call.monitoringChoice.at }
      : undefined,
    /** When the rep recorded that the customer agrees. */
    monitoringAgreedAt:
      call.monitoringChoice?.isDeclined === false ? call.monitoringChoice.at : undefined,
    transfer: transferView(call),
    guests: guestsView(call),
    you: {
      relation: relationOf(call, person, viewing),
      scripts: scriptsView(call, person, viewing.policy),
      guide: guideView(call, person, viewing),
      endReason: ownEndReason(call, person),
      takenOff: takenOffView(call, person),
      steppedDown: steppedDownView(call, person, viewing),
      modes: MODES.map((mode) => modeView(call, person, { mode, ...viewing })),
      covert: covertView(call, person, viewing),
    },
  };
}

/** Summonses are shown, like alerts, to everybody who may see the call except its rep. */
const seesSummonses = (call: Call, person: Person, { policy, now }: ViewContext): boolean =>
  (call.summonses?.length ?? 0) > 0 &&
  call.rep.userId !== person.userId &&
  maySee(policy, person, { call, now });

/** For supervisors on the call: how long a barge should last, and what follows silence. */
function guideView(
  call: Call,
  { userId }: Person,
  { coaching = DEFAULT_COACHING_RULES }: ViewContext,
) {
  const isOn = call.interventions.some(
    ({ supervisor, status }) => supervisor.userId === userId && status !== 'ended',
  );
  const { bargeGuideMs, stepDownMs } = coaching;
  return isOn ? { bargeGuideMs, stepDownMs } : undefined;
}

/** Whether the call is recorded now; undefined while it is not. A pause ends at `until`. */
function recordingStateOf(call: Call) {
  if (call.status === 'ended' || !isBeingRecorded(call)) return undefined;
  const pause = call.recordingPause;
  return pause
    ? { status: pause.status, until: pause.until, by: pause.by }
    : { status: 'recording' as const };
}

/** The loss of the rep's connection, until somebody has the call again. */
function repLossView(call: Call) {
  const loss = openRepLoss(call);
  if (!loss) return undefined;
  const step = currentRingStep(call);
  return {
    since: loss.since,
    until: waitsUntil(loss),
    /** The names of the people who are rung instead of the rep. */
    rings: step?.whom === 'group' ? step.reps.map(({ name }) => name) : [],
    isAttended: !isCustomerAlone(call),
  };
}

/** Who answered, and whether a message can be left; undefined while it is not known. */
function answeringView({ answering }: Call) {
  return answering?.status === 'known'
    ? { by: answering.by, canLeaveMessage: answering.by === 'machine' && answering.mayLeaveMessage }
    : undefined;
}

/** Why this person's last intervention on the call ended. */
function ownEndReason(call: Call, person: Person) {
  const latest = call.interventions.findLast(
    ({ supervisor }) => supervisor.userId === person.userId,
  );
  return latest?.status === 'ended' ? latest.endReason : undefined;
}

const expiredHelpOf = ({ help, rep }: Call, { userId }: Person): string | undefined =>
  rep.userId === userId && help?.status === 'closed' && help.because === 'expired'
    ? help.closedAt
    : undefined;

/** The latest transfer; `from` is the previous rep while still on the call. */
function transferView(call: Call) {
  if (!call.transfer || call.status === 'ended') return undefined;
  const { transferId, status, to, requestedAt } = call.transfer;
  const leaver = leavingRepOf(call);
  return {
    transferId,
    status,
    requestedAt,
    to: {
      userId: to.userId,
      name: to.name,
      present: requestedTransfer(call)
        ? !transferStep(call) && colleagueParticipant(call, to.userId)?.status === 'connected'
        : call.rep.userId === to.userId,
    },
    from: leaver && { userId: leaver.userId, name: leaver.name },
    /**
     * The group that is rung, until one of its members answers; without a name it is the rep's own
     * team.
     */
    group: transferStep(call) && { name: call.transfer.group?.name || undefined },
    byTakeover: call.transfer.by === 'takeover',
    because: call.transfer.status === 'cancelled' ? call.transfer.because : undefined,
  };
}

/** Third parties who are ringing or connected, and how the last one ended. */
function guestsView(call: Call) {
  if (call.status === 'ended') return [];
  return (call.guests ?? [])
    .filter((guest, i, all) => guest.status !== 'ended' || i === all.length - 1)
    .map((guest) => ({
      guestId: guest.guestId,
      kind: guest.who.kind,
      name: readableNumber(guestName(guest), call.rep.place?.country),
      userId: guest.who.kind === 'person' ? guest.who.userId : undefined,
      status: guest.status,
      because: guest.status === 'ended' ? guest.because : undefined,
    }));
}

/**
 * Whether a call is on this person's lists: by policy, as its current, past or next rep, or as who
 * is on it as a supervisor, until they are taken off it.
 */
export const isShownTo = (person: Person, call: Call, { policy, now }: ViewContext): boolean =>
  involvesRep(call, person.userId) ||
  maySee(policy, person, { call, now }) ||
  (person.active && supervisorIdsOn(call).includes(person.userId));

/** Keyed by call object: a call is immutable, and a later state of it is another object. */
const visibilityScopes = new WeakMap<Call, { readonly rules: string; readonly scope: string }>();

/**
 * What `isShownTo` depends on besides the person, as a string to compare. Computed once for each
 * state of a call.
 */
export function visibilityScope(call: Call, context: Pick<ViewContext, 'policy' | 'now'>): string {
  const rules = rulesInForce(context);
  const known = visibilityScopes.get(call);
  if (known?.rules === rules) return known.scope;
  const { rep, opportunity, transfer, pastReps, guests } = call;
  const supervisors = supervisorIdsOn(call);
  const scope = JSON.stringify([rules, rep, opportunity, transfer, pastReps, guests, supervisors]);
  visibilityScopes.set(call, { rules, scope });
  return scope;
}

/** Changes every ten minutes, because a covert rule ends at midnight in some time zone. */
const rulesInForce = ({ policy, now }: Pick<ViewContext, 'policy' | 'now'>): string =>
  policy.rules.some(({ covert }) => covert)
    ? `${policy.version} ${now.slice(0, 'YYYY-MM-DDTHH:M'.length)}`
    : policy.version;

/** An intervention in the reader's language. */
export function interventionView(call: Call, intervention: Intervention, reader: Reader) {
  const language = languageIn(reader);
  const { interventionId, supervisor, status, modeHistory } = intervention;
  const awaited = awaitedAnnouncement(call, intervention);
  const common = {
    /** The announcement that must end before this supervisor hears the call or can be heard. */
    waitsFor: awaited && {
      announcementId: awaited.announcementId,
      what: awaited.kind,
      since: awaited.requestedAt,
    },
    interventionId,
    callId: call.callId,
    status,
    modeHistory: modeHistory.map(({ lost: _ofTheSupervisor, ...change }) => change),
    supervisor: {
      userId: supervisor.userId,
      name: supervisor.name,
      role: roleLabel(supervisor.role, language),
    },
    repName: call.rep.name,
    customerName: call.customer.name,
    opportunity: call.opportunity,
    device: intervention.device,
    consentRule: intervention.consent?.rule,
    isRecorded: intervention.isRecorded,
    isCovert: isCovert(intervention),
    answers: helpAnsweredBy(call, intervention, language),
    recordings: call.recordings.flatMap((one) => recordingOn(one, interventionId)),
  };
  switch (intervention.status) {
    case 'joining':
      return common;
    case 'active':
      return {
        ...common,
        mode: intervention.mode,
        modeSince: intervention.modeSince,
        pendingMode: intervention.pending?.mode,
        joinedAt: intervention.joinedAt,
        leaving: intervention.leaving,
        floorRequestedAt: intervention.floorRequestedAt,
        reasonCode: intervention.reason?.code,
        repAfterTakeover: intervention.repAfterTakeover,
        problem: intervention.problem && problemView(intervention.problem, reader),
      };
    case 'ended':
      return {
        ...common,
        joinedAt: intervention.joinedAt,
        leftAt: intervention.leftAt,
        endReason: intervention.endReason,
        reasonCode: intervention.reason?.code,
        outcome: intervention.outcome.status === 'not_asked' ? undefined : intervention.outcome,
      };
    default:
      return unreachable(intervention);
  }
}

/** The recording, if it has this intervention on it: the call's, or the supervisor's own. */
function recordingOn(recording: Recording, interventionId: string) {
  const { of } = recording;
  return of.kind === 'voicemail' ||
    (of.kind === 'supervisor' && of.interventionId !== interventionId)
    ? []
    : [recordingView(recording)];
}

/** A recording, with the path at which its sound is requested. */
export const recordingView = ({
  recordingId,
  of,
  status,
  startedAt,
  durationSeconds,
}: Recording) => ({
  recordingId,
  what: of.kind,
  status,
  startedAt,
  durationSeconds,
  link: `/api/recordings/${recordingId}`,
});

function relationOf(
  call: Call,
  person: Person,
  { policy, now }: ViewContext,
): 'rep' | 'supervisor' | 'viewer' {
  if (call.rep.userId === person.userId) return 'rep';
  return maySee(policy, person, { call, now }) ? 'supervisor' : 'viewer';
}

function modeView(
  call: Call,
  person: Person,
  { mode, policy, now, carrierHealth }: ViewContext & { readonly mode: Mode },
) {
  const decision = decidePolicy({ policy, person, rep: call.rep, call, mode, now });
  const common = { mode, label: TEXTS[languageOf(person.locale)].modes[mode] };
  const why = !decision.allowed
    ? decision.refusal
    : isHealthyEnoughFor(carrierHealth, mode)
      ? undefined
      : unhealthyRefusal(carrierHealth);
  if (decision.allowed && !why) return { ...common, allowed: true, needs: decision.obligations };
  return {
    ...common,
    allowed: false,
    ...(why && { code: why.code, ...refusalText(why, readerOf(person)) }),
    allowedFrom: decision.allowed ? undefined : decision.allowedFrom,
  };
}
