import {
  isSilent,
  type CallView,
  type InterventionView,
  type Mode,
  type Problem,
  type RepAfterTakeover,
  type TextWhisperView,
  type Vocabulary,
} from 'c/callModel';
import { labels } from 'c/dealsideLabels';
import { storeInterventionKey, request, requestQuiet, session } from 'c/dealsideSession';
import { policyVersion } from 'c/policyVersion';
import { askSoftphone, poorConnection, softphoneIsThere, type ListEntry } from 'c/softphoneBus';
import { deviceToUse } from 'c/softphoneReach';

export * from './stepUp';

interface Connect {
  params: Record<string, string>;
}

export interface ModeChange {
  mode: Mode;
  reasonCode?: string;
  note?: string;
  /** The one point that a barge is to add. */
  point?: string;
  whisperSkipped?: boolean;
  repAfterTakeover?: RepAfterTakeover;
}

export interface OutcomeGiven {
  outcome: string;
  note?: string;
  tag?: string;
  coaching?: { dueOn: string; note?: string };
}

let known: { readonly of?: string; readonly answer: Promise<Vocabulary> } | undefined;

/** Reasons, outcomes and criteria; asked once per page and version of the policy. */
export function vocabulary(): Promise<Vocabulary> {
  const wanted = policyVersion();
  if (known && known.of === wanted) return known.answer;
  const forget = (): void => {
    if (known === asked) known = undefined;
  };
  const asked = {
    of: wanted,
    answer: request<Vocabulary>('GET', '/api/vocabulary').then(
      (words) => {
        // Another instance of the server may not have read the new version yet.
        if (wanted !== undefined && words.version !== undefined && words.version !== wanted)
          forget();
        return words;
      },
      (fault: unknown) => {
        forget();
        throw fault;
      },
    ),
  };
  known = asked;
  return asked.answer;
}

/** What a supervisor has answered before joining. */
export interface JoinAnswers {
  /** The intervention to leave first, on another call. */
  readonly moveFrom?: string;
  readonly reasonCode?: string;
  readonly note?: string;
  readonly point?: string;
  /** Without the rep being notified, where a written rule allows it. */
  readonly covert?: true;
  /** The way out of a poor network: the supervisor's own phone, or the softphone all the same. */
  readonly over?: 'phone' | 'poor_network';
}

/**
 * Joins a call silently, with the device that the supervisor has chosen: the server makes room, and
 * the softphone connects, or a phone is rung. Over a network that was not fit to talk the softphone
 * does so only if the supervisor insists.
 */
export async function joinCall(
  callId: string,
  { over, ...answers }: JoinAnswers = {},
): Promise<InterventionView> {
  const insists = over === 'poor_network';
  const device = over === 'phone' ? 'phone' : insists ? 'softphone' : await deviceToUse();
  return device === 'softphone'
    ? joinBySoftphone(callId, answers, insists)
    : joinByOwnDevice(callId, answers, device);
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
    connect: Partial<Connect>;
    key?: string;
  }>('POST', `/api/calls/${callId}/interventions`, {
    ...answers,
    ...(anyway && { device: 'softphone' }),
    requestId: requestId(),
    sinceClickMs,
  });
  storeInterventionKey(intervention.interventionId, key);
  // Elsewhere the person may have chosen their phone meanwhile, which is rung.
  if (connect.params)
    askSoftphone({
      type: 'join',
      interventionId: intervention.interventionId,
      callId,
      params: connect.params,
      key,
    });
  return intervention;
}

/** The same with a device of the supervisor's own, which is rung. */
async function joinByOwnDevice(
  callId: string,
  answers: SentAnswers,
  device: 'phone' | 'sip',
): Promise<InterventionView> {
  const { intervention, key } = await request<{ intervention: InterventionView; key?: string }>(
    'POST',
    `/api/calls/${callId}/interventions`,
    { ...answers, requestId: requestId(), device },
  );
  storeInterventionKey(intervention.interventionId, key);
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
  | { contactId: string }
  | { opportunityId: string }
  | { accountId: string };

/** Calls the contact of an opportunity from the rep's softphone. */
export const callOpportunity = (opportunityId: string, moveFrom?: string): Promise<CallView> =>
  callRecord({ opportunityId }, { moveFrom });

/** Which kind of record an id is of: how ids begin, in every org. */
export function recordToCall(recordId: string): RecordToCall {
  if (recordId.startsWith('006')) return { opportunityId: recordId };
  return recordId.startsWith('001') ? { accountId: recordId } : { contactId: recordId };
}

/** How a record is called. */
interface WayToCall {
  /** Which of its numbers, as it is written. */
  readonly to?: string;
  /** The intervention that the person leaves first. */
  readonly moveFrom?: string;
}

/**
 * Calls from the rep's softphone, or from the phone on which calls reach the rep. Rejects with a
 * Problem where the server refuses.
 */
export async function callRecord(
  record: RecordToCall,
  { to, moveFrom }: WayToCall = {},
): Promise<CallView> {
  if ((await deviceToUse()) === 'softphone') requireSoftphone();
  const { call, connect } = await request<{ call: CallView; connect: Partial<Connect> }>(
    'POST',
    '/api/calls',
    { ...record, ...(to && { to }), ...(moveFrom && { moveFrom }), requestId: requestId() },
  );
  if (connect.params) askSoftphone({ type: 'dial', callId: call.callId, params: connect.params });
  return call;
}

/** What a customer with this number would see, in its groups; undefined where it cannot be said. */
export async function seenBy(to: string): Promise<string | undefined> {
  try {
    const query = new URLSearchParams({ to }).toString();
    const { callerId } = await request<{ callerId: { number: string } }>(
      'GET',
      `/api/caller-id?${query}`,
    );
    return callerId.number.replace(/^\+1(\d{3})(\d{3})(\d{4})$/, '+1 $1 $2 $3');
  } catch {
    return undefined;
  }
}

/** Has the softphone offer these people one after the other. Throws a Problem without a softphone. */
export function startCallList(entries: readonly ListEntry[]): void {
  requireSoftphone();
  askSoftphone({ type: 'call-list', entries });
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
  skill?: string;
  note?: string;
}

export const requestHelp = (callId: string, input: HelpRequestInput): Promise<unknown> =>
  request('POST', `/api/calls/${callId}/help`, { ...input, requestId: requestId() });

/** Whom a request for help would reach, and which skills can be asked for. */
export interface HelpAvailable {
  readonly reach: 'available' | 'away' | 'nobody';
  readonly skills: readonly string[];
}

export const helpAvailable = (callId: string): Promise<HelpAvailable> =>
  request('GET', `/api/calls/${callId}/help`);

export const cancelHelp = (callId: string): Promise<unknown> =>
  request('DELETE', `/api/calls/${callId}/help`);

export const acceptHelp = (callId: string): Promise<unknown> =>
  request('POST', `/api/calls/${callId}/help/accept`, {});

/** What is written between the rep and a supervisor. */
export interface TextWhisperInput {
  readonly text: string;
  readonly isPraise?: boolean;
}

export const sendTextWhisper = (callId: string, line: TextWhisperInput): Promise<unknown> =>
  request('POST', `/api/calls/${callId}/text-whispers`, { ...line, requestId: requestId() });

/** What was written during an intervention, for those who wrote or read it. */
export const textWhispersOf = async (
  interventionId: string,
): Promise<readonly TextWhisperView[]> => {
  const path = `/api/interventions/${interventionId}/text-whispers`;
  const answer = await request<{ textWhispers: readonly TextWhisperView[] }>('GET', path);
  return answer.textWhispers;
};

/** What a law wants this person to be told who is monitored. */
export interface EmployeeNotice {
  readonly name: string;
  readonly text: string;
  readonly acknowledgedAt?: string;
}

const noticesIn = async (
  answer: Promise<{ notices: readonly EmployeeNotice[] }>,
): Promise<readonly EmployeeNotice[]> => (await answer).notices;

export const employeeNotices = (): Promise<readonly EmployeeNotice[]> =>
  noticesIn(request('GET', '/api/me/employee-notices'));

export const acknowledgeEmployeeNotice = (name: string): Promise<readonly EmployeeNotice[]> =>
  noticesIn(request('POST', '/api/me/employee-notices', { name }));

/** How often this supervisor barged lately, of the calls that they joined. */
export interface BargeHabit {
  readonly joined: number;
  readonly barged: number;
  readonly days: number;
}

export const bargeHabit = (): Promise<BargeHabit> => request('GET', '/api/me/barges');

/** The rep marks this moment of the call. */
export const flagMoment = (callId: string): Promise<unknown> =>
  request('POST', `/api/calls/${callId}/moments`, { requestId: requestId() });

/** The rep says whether the customer wants to be monitored. */
export const giveMonitoringChoice = (callId: string, isDeclined: boolean): Promise<unknown> =>
  request('PUT', `/api/calls/${callId}/monitoring-choice`, { isDeclined });

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

/** Where a recording can be heard, by a link that works once. Each playback is logged. */
export async function recordingAudio(recordingId: string): Promise<string> {
  const path = `/api/recordings/${encodeURIComponent(recordingId)}/ticket`;
  const [{ link }, { serverUrl }] = await Promise.all([
    request<{ link: string }>('POST', path),
    session(),
  ]);
  return serverUrl + link;
}
