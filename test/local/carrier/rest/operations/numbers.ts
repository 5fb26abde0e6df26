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
