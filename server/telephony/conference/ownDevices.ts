import type { Twilio } from 'twilio';
import type { Language } from '../../domain/call/language.ts';
import type { OwnAddress } from '../../domain/call/reach.ts';
import type { ConferenceControl, PersonKey, RungOwnDevice } from '../../ports/index.ts';
import { CALLBACK_OVERRIDES } from '../client/callbackOverrides.ts';
import { PATHS } from '../webhooks/paths.ts';
import { labelOf } from './labels.ts';
import { ownDeviceUrl, speakCode, speakWords } from './twiml.ts';

export const RING_SECONDS = 40;
const RINGING = ['queued', 'ringing'] as const;
/** More than one phone rings at once. */
const MOST_RINGS = 20;
/** How far the carrier's clock may be behind. */
const CLOCKS_DIFFER_MS = 5_000;
const LEG_EVENTS = ['initiated', 'ringing', 'answered', 'completed'];

/** A person's own device, and the language for talking to the person. */
export type RungAddress = OwnAddress & { readonly language: Language };

interface OwnDeviceSettings {
  readonly publicUrl: string;
  readonly callerIdOf: (orgId: string) => string;
  /** The person's own device to ring; undefined means the softphone. */
  readonly ownAddressOf?: (person: PersonKey) => Promise<RungAddress | undefined>;
  /** Sends a request that must not be repeated. */
  readonly create: <T>(request: () => Promise<T>) => Promise<T>;
  /** Sends a request that may be repeated. */
  readonly send: <T>(request: () => Promise<T>) => Promise<T>;
}

interface ReportedLeg {
  readonly callId: string;
  /** The label of the party. */
  readonly party: string;
  /** The party is rung to have the call, and not to change to another device in mid-call. */
  readonly isForCall?: boolean;
}

/** Has the progress of one leg reported. */
export const legStatusCallback = (
  publicUrl: string,
  { callId, party, isForCall }: ReportedLeg,
) => ({
  statusCallback: `${publicUrl}${PATHS.participant}?${new URLSearchParams({
    callId,
    party,
    ...(isForCall && { for: 'call' }),
  })}${CALLBACK_OVERRIDES}`,
  statusCallbackEvent: LEG_EVENTS,
});

/** The URL to which Twilio reports who answered the customer's phone. */
export const answerCallbackUrl = (publicUrl: string, callId: string): string =>
  `${publicUrl}${PATHS.participant}?${new URLSearchParams({ callId, answer: 'customer' })}${CALLBACK_OVERRIDES}`;

/**
 * Rings phones and SIP devices by the Call resource, outside the conference, so that they are not
 * connected to the call before a key is pressed.
 * https://www.twilio.com/docs/voice/api/call-resource
 */
export function createOwnDevices(
  client: Twilio,
  { publicUrl, callerIdOf, ownAddressOf, create, send }: OwnDeviceSettings,
) {
  /** Returns the id of the new connection. */
  const ring = async (
    { orgId, to, ...rung }: RungOwnDevice & { readonly orgId: string; readonly to: string },
    seconds = RING_SECONDS,
  ): Promise<string> => {
    const leg = await create(() =>
      client.calls.create({
        from: callerIdOf(orgId),
        to,
        timeout: seconds,
        url: ownDeviceUrl(publicUrl, rung),
        ...legStatusCallback(publicUrl, {
          callId: rung.callId,
          party: labelOf(rung.party, rung.device),
          isForCall: !rung.changesDevice,
        }),
      }),
    );
    return leg.sid;
  };

  return {
    ring,

    /** Rings the person's own device, if that is where they want to be called. */
    async ringWhereWanted(
      called: Pick<RungOwnDevice, 'callId' | 'userId' | 'party'> & { readonly orgId: string },
      seconds: number,
    ): Promise<string | undefined> {
      const own = await ownAddressOf?.(called);
      if (!own) return undefined;
      const { address: to, device, language } = own;
      return ring({ ...called, to, device, language, changesDevice: false }, seconds);
    },

    ownDeviceRings: (async (person, dialed) => {
      const own = await ownAddressOf?.(person);
      if (!own) return [];
      const [fromMs, toMs] = [Date.parse(dialed.from) - CLOCKS_DIFFER_MS, Date.parse(dialed.to)];
      const legs = await Promise.all(
        RINGING.map((status) =>
          send(() =>
            client.calls.list({
              to: own.address,
              from: callerIdOf(person.orgId),
              status,
              limit: MOST_RINGS,
            }),
          ),
        ),
      );
      return legs
        .flat()
        .filter(
          ({ dateCreated }) => dateCreated.getTime() >= fromMs && dateCreated.getTime() <= toMs,
        )
        .map(({ sid }) => sid);
    }) satisfies ConferenceControl['ownDeviceRings'],

    speakWords: (async ({ orgId, to, words, language }) => {
      await create(() =>
        client.calls.create({
          from: callerIdOf(orgId),
          to,
          timeout: RING_SECONDS,
          twiml: speakWords(words, language),
        }),
      );
    }) satisfies ConferenceControl['speakWords'],

    speakCode: (async ({ orgId, to, words, code, language }) => {
      await create(() =>
        client.calls.create({
          from: callerIdOf(orgId),
          to,
          timeout: RING_SECONDS,
          twiml: speakCode(words, code, language),
        }),
      );
    }) satisfies ConferenceControl['speakCode'],
  };
}
