import assert from 'node:assert/strict';
import type { Drives } from './driven.ts';

export const NUMBERS: Drives = {
  'GET /IncomingPhoneNumbers.json': async ({ client, from }) => {
    const rented = await client.incomingPhoneNumbers.list({ pageSize: 1, limit: 10 });
    assert.deepEqual(
      rented.map(({ phoneNumber }) => phoneNumber),
      [from],
    );
    assert.deepEqual(
      await client.incomingPhoneNumbers.list({
        phoneNumber: '+15005550199',
        friendlyName: 'x',
        beta: false,
        origin: 'twilio',
      }),
      [],
    );
  },
  'GET /IncomingPhoneNumbers/{Sid}.json': async ({ client, from }) => {
    const [number] = await client.incomingPhoneNumbers.list({ phoneNumber: from });
    const { phoneNumber } = await client.incomingPhoneNumbers(number!.sid).fetch();
    assert.equal(phoneNumber, from);
  },
  'POST /IncomingPhoneNumbers/{Sid}.json': async ({ client, from }) => {
    const [number] = await client.incomingPhoneNumbers.list({ phoneNumber: from });
    const voiceUrl = 'https://elsewhere.example/voice';
    const changed = await client.incomingPhoneNumbers(number!.sid).update({
      voiceUrl,
      voiceMethod: 'POST',
      statusCallback: `${voiceUrl}/ended`,
      statusCallbackMethod: 'POST',
    });
    assert.deepEqual(
      [changed.phoneNumber, changed.voiceUrl, changed.statusCallback],
      [from, voiceUrl, `${voiceUrl}/ended`],
    );
    await client.incomingPhoneNumbers(number!.sid).update({ voiceUrl: number!.voiceUrl });
    await assert.rejects(client.incomingPhoneNumbers(`PN${'0'.repeat(32)}`).update({ voiceUrl }), {
      status: 404,
    });
  },
  'GET /OutgoingCallerIds.json': async ({ client }) => {
    const verified = await client.outgoingCallerIds.list({ pageSize: 1, limit: 10 });
    assert.deepEqual(
      verified.map(({ phoneNumber }) => phoneNumber),
      ['+15005550101'],
    );
    assert.deepEqual(
      await client.outgoingCallerIds.list({ phoneNumber: '+15005550199', friendlyName: 'x' }),
      [],
    );
  },
};
