import { startCarrierStage } from '../support/carrierStage.ts';
import { FakeConferenceControl } from '../support/fakeConferenceControl.ts';
import { conferenceControlContract, REP_USER } from './conferenceControl.ts';

conferenceControlContract('the fake', async () => {
  const control = new FakeConferenceControl();
  return {
    control,
    admit: async (callId, party) => control.admit(callId, party),
    recordings: async (conferenceId) => [
      control.paused.has(conferenceId) ? 'paused' : 'in-progress',
    ],
    stop: async () => undefined,
  };
});

conferenceControlContract('Twilio’s client on the local carrier', () =>
  startCarrierStage({ ...REP_USER, recordsCalls: true }),
);
