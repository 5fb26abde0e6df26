import type {
  CallView,
  InterventionView,
  Mode,
  Problem,
  RepAfterTakeover,
  Vocabulary,
} from 'c/callModel';
import { keepInterventionKey, request, requestQuiet, session } from 'c/dealsideSession';
import { labels } from 'c/dealsideLabels';
import { askSoftphone, softphoneIsThere } from 'c/softphoneBus';

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

/** Joins a call silently: the server makes room, the softphone connects. */
export async function joinCall(callId: string): Promise<InterventionView> {
  requireSoftphone();
  const sinceClickMs = await sessionWaitMs();
  const { intervention, connect, key } = await request<{
    intervention: InterventionView;
    connect: Connect;
    key?: string;
  }>('POST', `/api/calls/${callId}/interventions`, { requestId: requestId(), sinceClickMs });
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

export async function changeMode(
  interventionId: string,
  change: ModeChange,
): Promise<InterventionView> {
  if (change.mode === 'monitor')
    return shown(requestQuiet(interventionId, 'mode', { ...change, requestId: requestId() }));
  const sinceClickMs = await sessionWaitMs();
  return shown(
    request('POST', `/api/interventions/${interventionId}/mode`, {
      ...change,
      requestId: requestId(),
      sinceClickMs,
    }),
  );
}

export async function leaveCall(interventionId: string): Promise<InterventionView> {
  return shown(requestQuiet(interventionId, 'leave', {}));
}

export async function giveOutcome(
  interventionId: string,
  given: OutcomeGiven,
): Promise<InterventionView> {
  return shown(request('POST', `/api/interventions/${interventionId}/outcome`, given));
}

/** Calls the contact of an opportunity from the rep's softphone. */
export async function callOpportunity(opportunityId: string): Promise<CallView> {
  requireSoftphone();
  const { call, connect } = await request<{ call: CallView; connect: Connect }>(
    'POST',
    '/api/calls',
    { opportunityId, requestId: requestId() },
  );
  askSoftphone({ type: 'dial', callId: call.callId, params: connect.params });
  return call;
}

export const holdCustomer = (callId: string, onHold: boolean): Promise<unknown> =>
  request('POST', `/api/calls/${callId}/hold`, { onHold });

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
