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
import { leave, request, requestSilence, session, storeInterventionKey } from 'c/dealsideSession';
import { readableNumber } from 'c/phoneNumbers';
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
  /** The one point that a barge should add. */
  point?: string;
  whisperSkipped?: boolean;
  repAfterTakeover?: RepAfterTakeover;
}

export interface OutcomeGiven {
  outcome: string;
  note?: string;
  tag?: string;
  praised?: true;
  coaching?: { dueOn: string; note?: string };
}

let known: { readonly of?: string; readonly answer: Promise<Vocabulary> } | undefined;

/** Reasons, outcomes and criteria; loaded once per page and version of the policy. */
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
  /** Joins without notifying the rep, if a covert rule allows it. */
  readonly covert?: true;
  /** Joins though another supervisor has claimed the call. */
  readonly despiteClaim?: true;
  /**
   * How to join despite a poor network: with the supervisor's own phone, or with the softphone
   * anyway.
   */
  readonly over?: 'phone' | 'poor_network';
}

/**
 * Joins a call silently with the device that the supervisor has chosen: the softphone connects, or
 * a phone is rung. If the network is too poor to talk over, the softphone is used only if the
 * supervisor insists.
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
  // The person may have chosen their phone in another window; then it is rung.
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

/** The same with the supervisor's own device, which is rung. */
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
 * Requests a mode. The softphone mutes the microphone at a click on a silent mode, before any
 * answer, and turns it on again only for a mode that was requested and confirmed after that.
 */
export async function changeMode(
  interventionId: string,
  change: ModeChange,
): Promise<InterventionView> {
  const { mode } = change;
  const newId = requestId();
  if (isSilent(mode)) {
    askSoftphone({ type: 'silence', interventionId, mode });
    return shown(requestSilence(interventionId, { ...change, requestId: newId }));
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

export function leaveCall(interventionId: string): Promise<void> {
  askSoftphone({ type: 'silence', interventionId });
  return leave(interventionId);
}

export async function giveOutcome(
  interventionId: string,
  given: OutcomeGiven,
): Promise<InterventionView> {
  return shown(request('POST', `/api/interventions/${interventionId}/outcome`, given));
}

/**
 * Whom to call, and what about: a contact or lead, or else the contact of an opportunity or account.
 * None of them: a number alone.
 */
export type RecordToCall = Partial<Record<'contactId' | 'opportunityId' | 'accountId', string>>;

/** Calls the contact of an opportunity from the rep's softphone. */
export const callOpportunity = (opportunityId: string, moveFrom?: string): Promise<CallView> =>
  callRecord({ opportunityId }, { moveFrom });

/** The kind of record that an id belongs to, by the id's prefix, which is the same in every org. */
export function recordToCall(recordId: string): RecordToCall {
  if (recordId.startsWith('006')) return { opportunityId: recordId };
  return recordId.startsWith('001') ? { accountId: recordId } : { contactId: recordId };
}

/** How to call a record. */
interface WayToCall {
  /** Which of its numbers, as written in the record. */
  readonly to?: string;
  /** The intervention that the person leaves first. */
  readonly moveFrom?: string;
}

/**
 * Calls from the rep's softphone, or from the phone on which calls reach the rep. Rejects with a
 * Problem if the server refuses.
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

/** The formatted number that a customer with this number would see; undefined if unknown. */
export async function seenBy(to: string): Promise<string | undefined> {
  try {
    const query = new URLSearchParams({ to }).toString();
    const { callerId } = await request<{ callerId: { number: string } }>(
      'GET',
      `/api/caller-id?${query}`,
    );
    return readableNumber(callerId.number);
  } catch {
    return undefined;
  }
}

/** Has the softphone offer these people one after another. Throws a Problem if there is none. */
export function startCallList(entries: readonly ListEntry[]): void {
  requireSoftphone();
  askSoftphone({ type: 'call-list', entries });
}

export const holdCustomer = (callId: string, onHold: boolean): Promise<unknown> =>
  request('POST', `/api/calls/${callId}/hold`, { onHold });

/** Pauses the recording while a card number is said, or resumes it. */
export const pauseRecording = (callId: string, paused: boolean): Promise<unknown> =>
  request('POST', `/api/calls/${callId}/recording`, { paused });

export const hangUp = (callId: string): Promise<unknown> =>
  request('POST', `/api/calls/${callId}/hangup`, {});

/** Has the customer told that calls may be monitored. */
export const playDisclosure = (callId: string): Promise<unknown> =>
  request('POST', `/api/calls/${callId}/disclosure`, {});

export interface HelpRequestInput {
  reasonCode: string;
  skill?: string;
  note?: string;
}

export const requestHelp = (callId: string, input: HelpRequestInput): Promise<unknown> =>
  request('POST', `/api/calls/${callId}/help`, { ...input, requestId: requestId() });

/** The people whom a help request would reach, and the skills that can be requested. */
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

/** Whoever accepted the request and does not join gives it back, so that others are asked. */
export const giveHelpBack = (callId: string): Promise<unknown> =>
  request('DELETE', `/api/calls/${callId}/help/accept`);

/** A text between the rep and a supervisor. */
export interface TextWhisperInput {
  readonly text: string;
  readonly isPraise?: boolean;
}

export const sendTextWhisper = (callId: string, line: TextWhisperInput): Promise<unknown> =>
  request('POST', `/api/calls/${callId}/text-whispers`, { ...line, requestId: requestId() });

/** The texts of an intervention, for the people who wrote or received them. */
export const textWhispersOf = async (
  interventionId: string,
): Promise<readonly TextWhisperView[]> => {
  const path = `/api/interventions/${interventionId}/text-whispers`;
  const answer = await request<{ textWhispers: readonly TextWhisperView[] }>('GET', path);
  return answer.textWhispers;
};

/** A notice that a law requires for this person, who is monitored. */
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

/** Flags this moment of the rep's call. */
export const flagMoment = (callId: string): Promise<unknown> =>
  request('POST', `/api/calls/${callId}/moments`, { requestId: requestId() });

/** Records whether the customer wants to be monitored. */
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

/** The time between a click and its request, which is spent on fetching a session if necessary. */
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

const requestId = (): string => crypto.randomUUID();

/** The URL at which a recording can be heard once. Each playback is logged. */
export async function recordingAudio(recordingId: string): Promise<string> {
  const path = `/api/recordings/${encodeURIComponent(recordingId)}/ticket`;
  const [{ link }, { serverUrl }] = await Promise.all([
    request<{ link: string }>('POST', path),
    session(),
  ]);
  return serverUrl + link;
}
