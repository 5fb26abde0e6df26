import {
  isSilent,
  type CallView,
  type InterventionView,
  type Mode,
  type Problem,
  type RepAfterTakeover,
  type Vocabulary,
} from 'c/callModel';
import { keepInterventionKey, request, requestQuiet, session } from 'c/dealsideSession';
import { labels } from 'c/dealsideLabels';
import { askSoftphone, poorConnection, softphoneIsThere } from 'c/softphoneBus';

export * from './stepUp';

interface Connect {
  params: Record<string, string>;
}

export interface ModeChange {
  mode: Mode;
  reasonCode?: string;
  note?: string;
  whisperSkipped?: boolean;
  repAfterTakeover?: RepAfterTakeover;
}

export interface OutcomeGiven {
  outcome: string;
  note?: string;
  coaching?: { dueOn: string; note?: string };
}

let known: Promise<Vocabulary> | undefined;

/** Reasons, outcomes and scripts; asked once per page. */
export function vocabulary(): Promise<Vocabulary> {
  known ??= request<Vocabulary>('GET', '/api/vocabulary').catch((fault: unknown) => {
    known = undefined;
    throw fault;
  });
  return known;
}

/** What a supervisor has answered before joining. */
export interface JoinAnswers {
  /** The intervention to leave first, on another call. */
  readonly moveFrom?: string;
  readonly reasonCode?: string;
  readonly note?: string;
  /** The way out of a poor network: the supervisor's own phone, or the softphone all the same. */
  readonly over?: 'phone' | 'poor_network';
}

/**
 * Joins a call silently: the server makes room, the softphone connects. Over a network that was not
 * fit to talk it does so only if the supervisor insists.
 */
export function joinCall(
  callId: string,
  { over, ...answers }: JoinAnswers = {},
): Promise<InterventionView> {
  return over === 'phone'
    ? joinByPhone(callId, answers)
    : joinBySoftphone(callId, answers, over === 'poor_network');
}

type SentAnswers = Omit<JoinAnswers, 'over'>;

async function joinBySoftphone(
  callId: string,
  answers: SentAnswers,
  anyway: boolean,
): Promise<InterventionView> {
  requireSoftphone();
  const poor = anyway ? undefined : poorConnection();
  if (poor) throw Object.assign(new Error(poor.message), poor);
  const sinceClickMs = await sessionWaitMs();
  const { intervention, connect, key } = await request<{
    intervention: InterventionView;
    connect: Connect;
    key?: string;
  }>('POST', `/api/calls/${callId}/interventions`, {
    ...answers,
    requestId: requestId(),
    sinceClickMs,
  });
  keepInterventionKey(intervention.interventionId, key);
  askSoftphone({
    type: 'join',
    interventionId: intervention.interventionId,
    callId,
    params: connect.params,
    key,
  });
  return intervention;
}

/** The same with the supervisor's own phone, which is rung. */
async function joinByPhone(callId: string, answers: SentAnswers): Promise<InterventionView> {
  const { intervention, key } = await request<{ intervention: InterventionView; key?: string }>(
    'POST',
    `/api/calls/${callId}/interventions`,
    { ...answers, requestId: requestId(), device: 'phone' },
  );
  keepInterventionKey(intervention.interventionId, key);
  return intervention;
}

/**
 * Requests a mode. The softphone mutes the microphone at a click on a silent one, before any answer,
 * and opens it again only for a mode that was requested and confirmed after that.
 */
export async function changeMode(
  interventionId: string,
  change: ModeChange,
): Promise<InterventionView> {
  const { mode } = change;
  const newId = requestId();
  if (isSilent(mode)) {
    askSoftphone({ type: 'silence', interventionId, mode });
    return shown(requestQuiet(interventionId, 'mode', { ...change, requestId: newId }));
  }
  askSoftphone({ type: 'voice-asked', interventionId, requestId: newId, mode });
  const answered = (accepted: boolean): void =>
    askSoftphone({ type: 'voice-answered', interventionId, requestId: newId, accepted });
  try {
    const sinceClickMs = await sessionWaitMs();
    const intervention = await shown(
      request('POST', `/api/interventions/${interventionId}/mode`, {
        ...change,
        requestId: newId,
        sinceClickMs,
      }),
    );
    answered(true);
    return intervention;
  } catch (fault) {
    answered(false);
    throw fault;
  }
}

export async function leaveCall(interventionId: string): Promise<InterventionView> {
  askSoftphone({ type: 'silence', interventionId });
  return shown(requestQuiet(interventionId, 'leave', {}));
}

export async function giveOutcome(
  interventionId: string,
  given: OutcomeGiven,
): Promise<InterventionView> {
  return shown(request('POST', `/api/interventions/${interventionId}/outcome`, given));
}

/** Whom to call: a contact or lead, or the contact of an opportunity or account. */
export type RecordToCall =
  { contactId: string } | { opportunityId: string } | { accountId: string };

/** Calls the contact of an opportunity from the rep's softphone. */
export const callOpportunity = (opportunityId: string, moveFrom?: string): Promise<CallView> =>
  callRecord({ opportunityId }, moveFrom);

/**
 * Calls from the rep's softphone; `moveFrom` is the intervention that they leave first. Rejects with
 * a Problem where the server refuses.
 */
export async function callRecord(record: RecordToCall, moveFrom?: string): Promise<CallView> {
  requireSoftphone();
  const { call, connect } = await request<{ call: CallView; connect: Connect }>(
    'POST',
    '/api/calls',
    { ...record, ...(moveFrom && { moveFrom }), requestId: requestId() },
  );
  askSoftphone({ type: 'dial', callId: call.callId, params: connect.params });
  return call;
}

export const holdCustomer = (callId: string, onHold: boolean): Promise<unknown> =>
  request('POST', `/api/calls/${callId}/hold`, { onHold });

/** Pauses the recording for a card number, or lets it go on. */
export const pauseRecording = (callId: string, paused: boolean): Promise<unknown> =>
  request('POST', `/api/calls/${callId}/recording`, { paused });

export const hangUp = (callId: string): Promise<unknown> =>
  request('POST', `/api/calls/${callId}/hangup`, {});

/** Tells the customer that calls may be listened to. */
export const playDisclosure = (callId: string): Promise<unknown> =>
  request('POST', `/api/calls/${callId}/disclosure`, {});

export interface HelpRequestInput {
  reasonCode: string;
  note?: string;
}

export const requestHelp = (callId: string, input: HelpRequestInput): Promise<unknown> =>
  request('POST', `/api/calls/${callId}/help`, { ...input, requestId: requestId() });

export const cancelHelp = (callId: string): Promise<unknown> =>
  request('DELETE', `/api/calls/${callId}/help`);

export const acceptHelp = (callId: string): Promise<unknown> =>
  request('POST', `/api/calls/${callId}/help/accept`, {});

export const sendTextWhisper = (callId: string, text: string): Promise<unknown> =>
  request('POST', `/api/calls/${callId}/text-whispers`, { text, requestId: requestId() });

export const markTextWhisperSeen = (callId: string, textWhisperId: string): Promise<unknown> =>
  request('POST', `/api/calls/${callId}/text-whispers/${textWhisperId}/seen`, {});

/** Requests the floor for this supervisor, or cancels the request. */
export const requestFloor = (interventionId: string, wanted: boolean): Promise<unknown> =>
  request(wanted ? 'PUT' : 'DELETE', `/api/interventions/${interventionId}/floor`);

export const acknowledge = (noticeId: string): Promise<unknown> =>
  request('POST', `/api/notices/${noticeId}/acknowledge`, {});

async function shown(
  answer: Promise<{ intervention: InterventionView }>,
): Promise<InterventionView> {
  return (await answer).intervention;
}

const LONGEST_WAIT_MS = 60_000;

/**
 * What passes between a click and its request is the wait for a session, if one has to be fetched.
 */
async function sessionWaitMs(): Promise<number> {
  const clickedAt = performance.now();
  await session();
  return Math.min(LONGEST_WAIT_MS, Math.round(performance.now() - clickedAt));
}

function requireSoftphone(): void {
  if (softphoneIsThere()) return;
  const problem: Problem = {
    code: 'softphone_missing',
    message: labels.problemNoSoftphone,
    hint: labels.problemNoSoftphoneHint,
  };
  throw Object.assign(new Error(problem.message), problem);
}

function requestId(): string {
  return crypto.randomUUID();
}
