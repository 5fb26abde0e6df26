import assert from 'node:assert/strict';
import type { Twilio } from 'twilio';
import { createOwnDevices } from '../../../../server/telephony/conference/ownDevices.ts';

const PERSON = { orgId: '00D000000000001AAA', userId: '005000000000003AAA' };
const PHONE = '+14155550171';

interface Listed {
  readonly sid: string;
  readonly status: string;
  readonly dateCreated: Date;
}

describe('the rings of a person’s own device', () => {
  const asked: object[] = [];
  const at = (seconds: number): Date => new Date(Date.UTC(2026, 10, 20, 17, 0, seconds));
  const ringsOf = (legs: readonly Listed[], address?: string) =>
    createOwnDevices(
      {
        calls: {
          list: async (query: { status: string }) => {
            asked.push(query);
            return legs.filter(({ status }) => status === query.status);
          },
        },
      } as unknown as Twilio,
      {
        publicUrl: 'https://dealside.example',
        callerIdOf: () => '+15005550100',
        ownAddressOf: async () =>
          address ? { address, device: 'phone', language: 'en' } : undefined,
        create: (request) => request(),
        send: (request) => request(),
      },
    ).ownDeviceRings(PERSON, { from: at(10).toISOString(), to: at(20).toISOString() });

  beforeEach(() => void (asked.length = 0));

  it('are those at the phone that were dialed in the time, the carrier’s clock a little behind', async () => {
    const rings = await ringsOf(
      [
        { sid: 'before', status: 'ringing', dateCreated: at(4) },
        { sid: 'late-clock', status: 'ringing', dateCreated: at(7) },
        { sid: 'queued', status: 'queued', dateCreated: at(15) },
        { sid: 'answered', status: 'in-progress', dateCreated: at(15) },
        { sid: 'later', status: 'ringing', dateCreated: at(21) },
      ],
      PHONE,
    );
    assert.deepEqual(rings, ['queued', 'late-clock']);
    assert.deepEqual(
      asked,
      ['queued', 'ringing'].map((status) => ({
        to: PHONE,
        from: '+15005550100',
        status,
        limit: 20,
      })),
    );
  });

  it('are none, and the carrier is not asked, where the softphone is rung', async () => {
    assert.deepEqual(await ringsOf([{ sid: 'other', status: 'ringing', dateCreated: at(15) }]), []);
    assert.deepEqual(asked, []);
  });
});
