import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startCarrier } from '../../local/carrier/carrier.ts';
import type { Party } from '../../server/domain/call/call.ts';
import type { CarrierFact } from '../../server/domain/carrier/carrierFacts.ts';
import type {
  CallbackForm,
  CarrierWebhooks,
  ConferenceControl,
  ParticipantRef,
} from '../../server/ports/index.ts';
import { createTwilioClient } from '../../server/telephony/client/client.ts';
import { createConferenceControl } from '../../server/telephony/conference/conferenceControl.ts';
import { labelOf } from '../../server/telephony/conference/labels.ts';
import { identityOf } from '../../server/telephony/softphone/identity.ts';
import { createCarrierWebhooks } from '../../server/telephony/webhooks/webhooks.ts';
import { until } from './until.ts';

const ACCOUNT = {
  accountSid: `AC${'1'.repeat(32)}`,
  authToken: 'a'.repeat(32),
  apiKeySid: `SK${'2'.repeat(32)}`,
  apiKeySecret: 'b'.repeat(32),
};
const COMPANY_NUMBER = '+15005550100';
const ORG = '00D000000000001AAA';
const ANSWERS_AT_ONCE = { ringMs: 1 };

export interface CarrierStage {
  readonly control: ConferenceControl;
  /** Facts that the carrier reported, oldest first, with their keys. */
  readonly reported: { fact: CarrierFact; key: string }[];
  /** Paths of callbacks without a valid signature. */
  readonly unsigned: string[];
  admit(callId: string, party: Party): Promise<ParticipantRef>;
  carrier<T>(method: string, path: string, body?: unknown): Promise<T>;
  /** The states of the recordings of a conference, or of a connection. */
  recordings(conferenceId: string, connectionId?: string): Promise<string[]>;
  stop(): Promise<void>;
}

interface ListedConference {
  sid: string;
  friendlyName: string;
  participants: { label?: string; callSid: string }[];
}

/**
 * Dealside's Twilio adapters with the local carrier: the official client, TwiML, signed callbacks.
 */
export async function startCarrierStage({
  repUserId,
  recordsCalls = false,
}: {
  repUserId: string;
  recordsCalls?: boolean;
}): Promise<CarrierStage> {
  const reported: CarrierStage['reported'] = [];
  const unsigned: string[] = [];
  const callOf = new Map<string, string>();

  const server = createServer();
  const publicUrl = `http://127.0.0.1:${await listening(server)}`;
  const webhooks = createCarrierWebhooks({
    publicUrl,
    authToken: ACCOUNT.authToken,
  });
  server.on('request', (request, response) => void answer(request, response));
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const form = await formOf(webhooks, request);
    if (!webhooks.isSigned(form)) unsigned.push(form.path);
    const fact = webhooks.conferenceFact(form) ?? webhooks.participantStatusFact(form);
    if (fact) reported.push(fact);
    response.end(
      /^\/telephony\/(voice|inbound)/.test(form.path)
        ? instructions(webhooks, form, callOf, recordsCalls)
        : undefined,
    );
  }

  const local = await startCarrier({
    port: 0,
    ...ACCOUNT,
    voiceUrl: `${publicUrl}/telephony/voice`,
    callsPerSecond: 1000,
    numbers: [{ phoneNumber: COMPANY_NUMBER, voiceUrl: `${publicUrl}/telephony/inbound` }],
  });
  const apiUrl = `http://127.0.0.1:${local.port}`;

  async function carrier<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await fetch(`${apiUrl}/_local/${path}`, {
      method,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return (await response.json()) as T;
  }
  for (const address of [
    '*',
    '+14155550142',
    `client:${identityOf({ orgId: ORG, userId: repUserId })}`,
  ]) {
    await carrier('POST', 'scripts', { address, script: ANSWERS_AT_ONCE });
  }

  const client = createTwilioClient({ ...ACCOUNT, apiUrl });
  let callers = 0;
  const softphone = (userId: string): string => `client:${identityOf({ orgId: ORG, userId })}`;

  function callIn(callId: string, party: Party): Promise<{ callSid: string }> {
    switch (party.role) {
      case 'rep':
        return carrier('POST', 'calls', { from: softphone(repUserId), params: { callId } });
      case 'supervisor':
        callOf.set(party.interventionId, callId);
        return carrier('POST', 'calls', {
          from: softphone('005000000000009AAA'),
          params: { interventionId: party.interventionId },
        });
      case 'colleague':
      case 'guest':
        throw new Error(`a ${party.role} joins only by being rung`);
      case 'customer': {
        const from = `+1415555${String(++callers).padStart(4, '0')}`;
        callOf.set(from, callId);
        return carrier('POST', 'calls', { from, to: COMPANY_NUMBER });
      }
    }
  }

  return {
    control: createConferenceControl(client, {
      publicUrl,
      twimlAppSid: `AP${'3'.repeat(32)}`,
      callerIdOf: () => COMPANY_NUMBER,
    }),
    reported,
    unsigned,
    carrier,
    async admit(callId, party) {
      const { callSid } = await callIn(callId, party);
      const conference = await until(`${labelOf(party)} in the conference of ${callId}`, async () =>
        (await carrier<ListedConference[]>('GET', 'conferences')).find((room) =>
          room.participants.some((one) => one.callSid === callSid),
        ),
      );
      return { conferenceId: conference.sid, connectionId: callSid };
    },
    recordings: async (conferenceId, connectionId) =>
      (connectionId
        ? await client.calls(connectionId).recordings.list()
        : await client.conferences(conferenceId).recordings.list()
      ).map(({ status }) => status),
    async stop() {
      await local.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function instructions(
  webhooks: CarrierWebhooks,
  form: CallbackForm,
  callOf: ReadonlyMap<string, string>,
  recordsCalls: boolean,
): string {
  const request = webhooks.voiceRequest(form);
  switch (request?.kind) {
    case 'rep-dials':
      return webhooks.admitRep(request.callId, { records: recordsCalls });
    case 'supervisor-joins':
      return webhooks.admitSupervisor(callOf.get(request.interventionId)!, request.interventionId);
    case 'inbound':
      return webhooks.admitCustomer(callOf.get(request.from)!, { records: recordsCalls });
    case 'supervisor-answers':
      return webhooks.askForKey(request.interventionId, 'press a key', 'en');
    case 'own-device-answers':
      return webhooks.askOwnDeviceForKey(request, 'press a key');
    case 'announcement':
      return webhooks.announcement('a few words', 'en');
    case 'caller-waits':
      return webhooks.playWhileWaiting(request.callId, {
        step: 0,
        words: 'a few words',
        language: 'en',
      });
    case 'customer-held':
      return webhooks.playWhileHeld(request.callId, {
        step: 0,
        words: 'a few words',
        language: 'en',
      });
    case 'customer-on-hold':
      return webhooks.playOnHold(request.callId, 'a few words', 'en');
    case 'caller-stays':
      return webhooks.hangUp();
    case 'caller-rates':
      return webhooks.askRating(request.callId, {
        words: 'rate the call',
        language: 'en',
        isLast: request.isLast,
      });
    case 'audio-check-participant':
      return webhooks.admitAudioCheck(request.key);
    case 'practice-customer':
      return webhooks.sayTurn(request.callId, {
        words: 'a few words',
        language: 'en',
        listensSeconds: 60,
      });
    case 'network-test':
      return webhooks.echo();
    case undefined:
      return webhooks.sayAndHangUp('not understood', 'en');
  }
}

async function formOf(
  webhooks: CarrierWebhooks,
  request: NodeJS.ReadableStream & { url?: string; headers: NodeJS.Dict<string | string[]> },
): Promise<CallbackForm> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return webhooks.read({
    path: request.url ?? '/',
    headers: request.headers,
    params: Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString('utf8'))),
  });
}

async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}
