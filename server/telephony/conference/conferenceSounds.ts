import type { Twilio } from 'twilio';
import { type ConferenceControl } from '../../ports/index.ts';
import { PATHS } from '../webhooks/paths.ts';
import { participantAt } from './participantControl.ts';
import type { SendToTwilio } from './participantControl.ts';
import { afterwardsUrl, heldUrl, onHoldUrl } from './twiml.ts';

/** What the carrier plays on a call: announcements, and what a customer hears who is on hold or sent on. */
export const conferenceSounds = (
  client: Twilio,
  { publicUrl, send }: { readonly publicUrl: string; readonly send: SendToTwilio },
): Pick<ConferenceControl, 'announce' | 'holdWaiting' | 'holdForTalk' | 'sendOn'> => ({
  async announce(
    { conferenceId: conferenceSid, connectionId: callSid },
    { callId, announcementId },
  ) {
    const announceUrl = `${publicUrl}${PATHS.announce}?${new URLSearchParams({ callId, announcementId })}`;
    const update = { announceUrl, announceMethod: 'POST' as const };
    await send<unknown>(() =>
      callSid
        ? participantAt(client, { conferenceId: conferenceSid, connectionId: callSid }).update(
            update,
          )
        : client.conferences(conferenceSid).update(update),
    );
  },

  async holdWaiting({ callId, ...customer }) {
    await send(() =>
      participantAt(client, customer).update({
        hold: true,
        holdUrl: heldUrl(publicUrl, callId),
        holdMethod: 'POST',
      }),
    );
  },

  async holdForTalk({ callId, ...customer }) {
    await send(() =>
      participantAt(client, customer).update({
        hold: true,
        holdUrl: onHoldUrl(publicUrl, callId),
        holdMethod: 'POST',
      }),
    );
  },

  async sendOn({ callId, connectionId: callSid }) {
    await send(() =>
      client.calls(callSid).update({ url: afterwardsUrl(publicUrl, callId), method: 'POST' }),
    );
  },
});
