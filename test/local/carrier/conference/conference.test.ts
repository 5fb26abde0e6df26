import assert from 'node:assert/strict';
import type { Conference } from '../../../../local/carrier/conference/conference.ts';
import { createRooms, type Rooms } from '../../../../local/carrier/conference/rooms.ts';
import { createFaultBook } from '../../../../local/carrier/faults/faultBook.ts';
import { createLeg, type Leg } from '../../../../local/carrier/legs/leg.ts';
import type { Callbacks } from '../../../../local/carrier/webhooks/callbacks.ts';
import type { Form } from '../../../../local/carrier/webhooks/signature.ts';

const CALLBACK = {
  callback: {
    url: 'http://there',
    method: 'POST',
    events: ['start', 'end', 'join', 'leave', 'mute', 'hold', 'modify'],
  },
} as const;

describe('a conference', () => {
  let sent: Form[];
  let rooms: Rooms;
  let released: string[];
  const opened: Conference[] = [];

  beforeEach(() => {
    sent = [];
    released = [];
    const callbacks: Callbacks = {
      fetch: async () => undefined,
      idle: async () => undefined,
      abandon: () => undefined,
      log: [],
      faults: createFaultBook(),
      send: (_url, params) => void sent.push(params),
    };
    rooms = createRooms(`AC${'0'.repeat(32)}`, callbacks, (leg) => released.push(leg.to));
  });
  afterEach(() => {
    for (const room of opened.splice(0)) room.mixer.stop();
  });

  const leg = (to: string): Leg => createLeg({ from: '+1', to, direction: 'outbound-api' });
  function join(
    to: string,
    settings: Parameters<Rooms['join']>[2] = {},
  ): { leg: Leg; room: Conference } {
    const own = leg(to);
    const joined = rooms.join(own, 'room', { label: to, ...settings });
    assert.ok('leg' in joined);
    const room = rooms.find('room')!;
    opened.push(room);
    return { leg: own, room };
  }
  const events = () => sent.map((params) => params.StatusCallbackEvent);

  it('starts with the second participant, when one of them starts it', () => {
    join('rep', { ...CALLBACK, startConferenceOnEnter: false });
    join('supervisor', { startConferenceOnEnter: false });
    assert.deepEqual(events(), ['participant-join', 'participant-join']);
    join('customer');
    assert.deepEqual(events().slice(2), ['participant-join', 'conference-start']);
  });

  it('reports to the first participant’s address, whatever the others ask for', () => {
    join('rep', CALLBACK);
    join('customer', { callback: { url: 'http://elsewhere', method: 'POST', events: ['leave'] } });
    assert.equal(rooms.find('room')!.settings?.callback?.url, 'http://there');
  });

  it('numbers its reports', () => {
    join('rep', CALLBACK);
    join('customer');
    assert.deepEqual(
      sent.map((params) => params.SequenceNumber),
      ['1', '2', '3'],
    );
  });

  it('refuses a label that is in use with 16025', () => {
    join('rep');
    assert.deepEqual(rooms.join(leg('other'), 'room', { label: 'rep' }), { error: 16025 });
  });

  it('refuses a coach whose participant is not there with 16028', () => {
    join('rep');
    assert.deepEqual(rooms.join(leg('coach'), 'room', { coaching: true, callSidToCoach: 'CA0' }), {
      error: 16028,
    });
  });

  it('ends when one leaves who ends it, and lets all others go', () => {
    join('rep', { ...CALLBACK, endConferenceOnExit: true });
    const { room } = join('customer');
    rooms.leave(room, [...room.participants.keys()][0]!, 'hung-up');
    assert.deepEqual(
      [room.status, room.reasonEnded],
      ['completed', 'participant-with-end-conference-on-exit-left'],
    );
    assert.deepEqual(released, ['customer', 'rep']);
  });

  it('says kicked when the one who ends it was removed', () => {
    const { leg: rep } = join('rep', { endConferenceOnExit: true });
    const { room } = join('customer');
    rooms.leave(room, rep.callSid, 'kicked');
    assert.equal(room.reasonEnded, 'participant-with-end-conference-on-exit-kicked');
  });

  it('goes on when one leaves who does not end it', () => {
    const { leg: rep } = join('rep');
    const { room } = join('customer');
    join('supervisor');
    rooms.leave(room, rep.callSid, 'kicked');
    assert.equal(room.status, 'in-progress');
  });

  it('leaves a coach as they are when the coached one leaves, heard by nobody', () => {
    const { leg: rep, room } = join('rep');
    join('customer');
    const { leg: coach } = join('supervisor', { coaching: true, callSidToCoach: rep.callSid });
    rooms.leave(room, rep.callSid, 'hung-up');
    const { muted, coaching, callSidToCoach } = room.participants.get(coach.callSid)!;
    assert.deepEqual([muted, coaching, callSidToCoach], [false, true, rep.callSid]);
  });

  for (const [what, before, after] of [
    ['falls silent', { muted: false, coaching: true }, { muted: true, coaching: false }],
    ['begins', { muted: true, coaching: false }, { muted: false, coaching: true }],
  ] as const)
    it(`lets everybody hear a coach who ${what} by one request, between its two changes`, () => {
      const { leg: rep, room } = join('rep');
      join('customer');
      const { leg: coach } = join('supervisor', { ...before, callSidToCoach: rep.callSid });
      const supervisor = room.participants.get(coach.callSid)!;
      rooms.change(room, supervisor, { ...after, callSidToCoach: rep.callSid });
      assert.deepEqual(supervisor.between, { muted: false, coaching: false, isBetween: true });
      rooms.change(room, supervisor, { coaching: true, callSidToCoach: rep.callSid });
      assert.equal(supervisor.between, undefined);
    });

  it('is not found any more once it has ended', () => {
    const { leg: rep, room } = join('rep');
    rooms.leave(room, rep.callSid, 'hung-up');
    assert.equal(rooms.find('room'), undefined);
    assert.equal(room.reasonEnded, 'last-participant-left');
  });
});
