import assert from 'node:assert/strict';
import type { Party } from '../../server/domain/call/call.ts';
import type { AudibleTo } from '../../server/domain/call/modes.ts';
import {
  CarrierProblem,
  type ConferenceControl,
  type ParticipantRef,
} from '../../server/ports/index.ts';
import { until } from '../support/until.ts';

/** A carrier on which calls can be held. */
export interface Stage {
  readonly control: ConferenceControl;
  /** A party comes into the call by itself, as a softphone or a caller does. */
  admit(callId: string, party: Party): Promise<ParticipantRef>;
  /**
   * The states of the recordings of a conference, every one of which is recorded, or of a
   * connection.
   */
  recordings(conferenceId: string, connectionId?: string): Promise<string[]>;
  stop(): Promise<void>;
}

const CUSTOMER: Party = { role: 'customer' };
const REP: Party = { role: 'rep' };
const STRANGER = `CA${'e'.repeat(32)}`;
const CUSTOMER_PHONE = '+14155550142';
export const REP_USER = { orgId: '00D000000000001AAA', repUserId: '005000000000003AAA' };

/** What every ConferenceControl does, whoever is behind it. */
export function conferenceControlContract(name: string, start: () => Promise<Stage>): void {
  describe(`${name}: conference control`, () => {
    let stage: Stage;
    let control: ConferenceControl;
    let calls = 0;
    let callId = '';

    before(async () => {
      stage = await start();
      ({ control } = stage);
    });
    after(() => stage.stop());
    beforeEach(() => {
      callId = `call-${++calls}`;
    });

    it('keeps silence in the recording of a call, and lets it go on, also when asked twice', async () => {
      const { conferenceId } = await stage.admit(callId, REP);
      await stage.admit(callId, CUSTOMER);
      const states = () => stage.recordings(conferenceId);
      await until('the call is recorded', async () => (await states()).includes('in-progress'));
      for (const [isPaused, state] of [
        [true, 'paused'],
        [false, 'in-progress'],
      ] as const)
        for (let times = 0; times < 2; times += 1) {
          assert.equal(await control.pauseRecording({ conferenceId }, isPaused), true);
          assert.deepEqual(await states(), [state]);
        }
    });

    it('keeps silence in the recording of the customer’s connection as well', async () => {
      const { conferenceId } = await stage.admit(callId, REP);
      const { connectionId } = await stage.admit(callId, CUSTOMER);
      await control.recordCall({ callId, connectionId });
      const call = { conferenceId, customerConnectionId: connectionId };
      for (const [isPaused, state] of [
        [true, 'paused'],
        [false, 'in-progress'],
      ] as const) {
        assert.equal(await control.pauseRecording(call, isPaused), true);
        assert.deepEqual(await stage.recordings(conferenceId, connectionId), [state]);
      }
    });

    const roleOf = (party: Party): string => party.role;
    const present = async (): Promise<string[] | undefined> =>
      (await control.observeConference(callId))?.participants
        .map((leg) => roleOf(leg.party))
        .sort();
    const leg = async (role: string) =>
      (await control.observeConference(callId))?.participants.find(
        (one) => one.party.role === role,
      );
    const voices = async (): Promise<Record<string, AudibleTo>> =>
      Object.fromEntries(
        ((await control.observeConference(callId))?.participants ?? []).map((one) => [
          one.party.role,
          one.audibleTo,
        ]),
      );
    const fails = (work: Promise<unknown>, kind: CarrierProblem['kind']) =>
      assert.rejects(
        work,
        (error) => error instanceof CarrierProblem && (assert.equal(error.kind, kind), true),
      );

    describe('before a call has begun', () => {
      it('sees nothing', async () => {
        assert.equal(await control.observeConference(callId), undefined);
      });

      it('is listed as soon as somebody waits in it', async () => {
        const { conferenceId } = await stage.admit(callId, REP);
        assert.deepEqual(
          (await control.listConferences()).filter((one) => one.callId === callId),
          [{ callId, conferenceId }],
        );
      });

      it('rings the customer into the call where the rep waits', async () => {
        await stage.admit(callId, REP);
        const connectionId = await control.dialCustomer({
          callId,
          orgId: 'o-1',
          phone: CUSTOMER_PHONE,
        });
        const customer = await until('the customer in the conference', () => leg('customer'));
        assert.deepEqual(customer, {
          party: CUSTOMER,
          connectionId,
          audibleTo: 'everyone',
          onHold: false,
        });
      });

      it('rings the rep into the call where the customer waits', async () => {
        await stage.admit(callId, CUSTOMER);
        const connectionId = await control.ringRep({
          callId,
          ...REP_USER,
          customerName: 'Priya Raman',
        });
        const rep = await until('the rep in the conference', () => leg('rep'));
        assert.deepEqual(rep, { party: REP, connectionId, audibleTo: 'everyone', onHold: false });
      });
    });

    describe('on a call with customer, rep and supervisor', () => {
      let customer: ParticipantRef;
      let rep: ParticipantRef;
      let supervisor: ParticipantRef;

      beforeEach(async () => {
        customer = await stage.admit(callId, CUSTOMER);
        rep = await stage.admit(callId, REP);
        supervisor = await stage.admit(callId, {
          role: 'supervisor',
          interventionId: `i-${calls}`,
        });
      });

      it('sees all three, and that nobody hears the supervisor (D1, G6)', async () => {
        const seen = await control.observeConference(callId);
        assert.equal(seen?.conferenceId, supervisor.conferenceId);
        assert.deepEqual(await voices(), {
          customer: 'everyone',
          rep: 'everyone',
          supervisor: 'nobody',
        });
        assert.deepEqual(
          seen?.participants.find((one) => one.connectionId === supervisor.connectionId)?.party,
          { role: 'supervisor', interventionId: `i-${calls}` },
        );
      });

      for (const audibleTo of ['rep', 'everyone', 'nobody'] as const) {
        it(`lets ${audibleTo} hear the supervisor, whoever did before (D6)`, async () => {
          for (const earlier of ['everyone', 'rep', 'nobody'] as const) {
            await control.set(supervisor, {
              audibleTo: earlier,
              whispersToConnectionId: rep.connectionId,
            });
            await control.set(supervisor, { audibleTo, whispersToConnectionId: rep.connectionId });
            assert.equal((await voices()).supervisor, audibleTo);
          }
        });
      }

      it('silences the rep without taking her off the call (D4)', async () => {
        await control.set(rep, { audibleTo: 'nobody' });
        assert.deepEqual(await voices(), {
          customer: 'everyone',
          rep: 'nobody',
          supervisor: 'nobody',
        });
      });

      it('holds the customer and takes her back', async () => {
        await control.set(customer, { onHold: true });
        assert.equal((await leg('customer'))?.onHold, true);
        await control.set(customer, { onHold: false });
        assert.equal((await leg('customer'))?.onHold, false);
      });

      it('refuses a whisper to a rep on hold, and leaves the supervisor silent', async () => {
        await control.set(rep, { onHold: true });
        await fails(
          control.set(supervisor, { audibleTo: 'rep', whispersToConnectionId: rep.connectionId }),
          'refused',
        );
        assert.equal((await voices()).supervisor, 'nobody');
      });

      it('refuses a whisper to someone who is not there, and leaves the supervisor silent', async () => {
        await fails(
          control.set(supervisor, { audibleTo: 'rep', whispersToConnectionId: STRANGER }),
          'refused',
        );
        assert.equal((await voices()).supervisor, 'nobody');
      });

      it('never whispers to nobody in particular', async () => {
        await assert.rejects(control.set(supervisor, { audibleTo: 'rep' }));
        assert.equal((await voices()).supervisor, 'nobody');
      });

      it('sees the same by the conference that is known, and when that one is of the past', async () => {
        const seen = await control.observeConference(callId);
        assert.deepEqual(await control.observeConference(callId, rep.conferenceId), seen);
        assert.deepEqual(await control.observeConference(callId, `CF${'0'.repeat(32)}`), seen);
      });

      it('is listed, once, until it is over', async () => {
        const own = async () =>
          (await control.listConferences()).filter((one) => one.callId === callId);
        assert.deepEqual(await own(), [{ callId, conferenceId: rep.conferenceId }]);
        await control.endCall(rep.conferenceId);
        assert.deepEqual(await own(), []);
        assert.equal(await control.observeConference(callId, rep.conferenceId), undefined);
      });

      it('takes the supervisor off while the others talk on (G20)', async () => {
        await control.remove(supervisor);
        assert.deepEqual(await present(), ['customer', 'rep']);
      });

      it('goes on when the rep is taken off, and ends with the customer', async () => {
        await control.remove(rep);
        assert.deepEqual(await present(), ['customer', 'supervisor']);
        await control.remove(customer);
        assert.equal(await control.observeConference(callId), undefined);
      });

      it('puts a customer who waits for the rep on hold, from where they come back', async () => {
        const onHold = async () =>
          (await control.observeConference(callId))?.participants.find(
            ({ party }) => party.role === 'customer',
          )?.onHold;
        await control.remove(rep);
        await control.holdWaiting({ callId, ...customer });
        assert.equal(await onHold(), true);
        await control.set(customer, { onHold: false });
        assert.equal(await onHold(), false);
      });

      it('puts a customer on hold while others talk, from where they come back', async () => {
        const onHold = async () =>
          (await control.observeConference(callId))?.participants.find(
            ({ party }) => party.role === 'customer',
          )?.onHold;
        await control.holdForTalk({ callId, ...customer });
        assert.equal(await onHold(), true);
        await control.set(customer, { onHold: false });
        assert.equal(await onHold(), false);
      });

      it('ends when the customer is sent on to what comes after it', async () => {
        await control.remove(rep);
        await control.holdWaiting({ callId, ...customer });
        await control.sendOn({ callId, connectionId: customer.connectionId });
        assert.equal(await control.observeConference(callId), undefined);
      });

      it('keeps the customer when the call was handed over first (D4, R3)', async () => {
        await control.set(supervisor, { audibleTo: 'everyone', endsCall: true });
        await control.set(rep, { endsCall: false });
        await control.remove(rep);
        assert.deepEqual(await voices(), { customer: 'everyone', supervisor: 'everyone' });
        await control.remove(supervisor);
        assert.equal(await control.observeConference(callId), undefined);
      });

      it('says that a leg is gone when it has left', async () => {
        await control.remove(supervisor);
        await fails(control.remove(supervisor), 'gone');
        await fails(control.set(supervisor, { audibleTo: 'everyone' }), 'gone');
      });

      it('refuses to ring a party who is there, rather than doubling her', async () => {
        await fails(
          control.dialCustomer({ callId, orgId: 'o-1', phone: CUSTOMER_PHONE }),
          'refused',
        );
        await fails(
          control.ringRep({ callId, ...REP_USER, customerName: 'Priya Raman' }),
          'refused',
        );
        assert.deepEqual(await present(), ['customer', 'rep', 'supervisor']);
      });

      it('ends the call for everybody', async () => {
        await control.endCall(customer.conferenceId);
        assert.equal(await control.observeConference(callId), undefined);
      });

      it('says that every leg of an ended call is gone', async () => {
        await control.endCall(customer.conferenceId);
        await fails(control.set(supervisor, { audibleTo: 'nobody' }), 'gone');
      });
    });
  });
}
