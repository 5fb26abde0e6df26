import type { Person } from '../../../server/domain/call/people.ts';
import type { CarrierFact, ParticipantFact } from '../../../server/domain/carrier/carrierFacts.ts';
import { DEFAULT_INBOUND_RULES } from '../../../server/domain/inbound/rules.ts';
import type { InstructionsDeps } from '../../../server/http/voiceInstructions.ts';
import { createCarrierWebhooks } from '../../../server/telephony/webhooks/webhooks.ts';
import { ORG, rep } from '../../support/builders.ts';
import { FakeCustomerLookup, FakeDirectory } from '../../support/fakeCrm.ts';
import { NO_CHOICES } from '../../support/noChoices.ts';
import { quietLog } from '../../support/quietLog.ts';
import { DISCLOSED_ELSEWHERE } from '../../support/samplePolicy.ts';
import { CUSTOMER, ZONE, type Scene } from './callerScenes.ts';

/** The reps of the org. */
export const reps: readonly Person[] = ['ravi', 'lena', 'jo'].map((userId) =>
  rep({ userId, name: userId[0]!.toUpperCase() + userId.slice(1), timeZone: ZONE }),
);

/** The org's administrator, who takes no calls. */
const ada = rep({ userId: 'ada', name: 'Ada', timeZone: ZONE, roles: ['admin'] });

/** The org in which the scene takes place. */
export function callerDeps(
  scene: Scene,
  kept: Pick<InstructionsDeps['inbound'], 'store' | 'clock' | 'ids'> &
    Pick<InstructionsDeps, 'store'>,
): InstructionsDeps {
  const members = reps.map(({ userId }) => userId);
  return {
    webhooks: createCarrierWebhooks({ publicUrl: 'https://dealside.example', authToken: '1' }),
    admission: undefined as never,
    practice: undefined as never,
    keyedRatings: undefined as never,
    inbound: {
      ...kept,
      customers: new FakeCustomerLookup({
        customer: { name: 'Marcus Hale', phone: CUSTOMER },
        ownerUserId: 'ravi',
      }),
      directory: new FakeDirectory(...reps, ada),
      inboundRules: {
        of: async () => ({
          rules: { ...DEFAULT_INBOUND_RULES, ...scene.rules },
          groups: new Map(),
          holidays: [],
        }),
      },
      ringGroups: {
        members: async () => members.filter((userId) => userId in scene.phones),
        teamOf: async () => members,
        administrators: async () => ['ada'],
      },
      activities: { of: async () => new Map() },
      ...NO_CHOICES,
      consent: { of: async () => DISCLOSED_ELSEWHERE },
      speech: { of: async () => ({ wordings: [], places: [] }) },
      recordsCalls: false,
      transcribesCalls: async () => false,
    },
    orgOfNumber: () => ORG,
    speech: { of: async () => ({ wordings: [], places: [] }) },
    ...kept,
    log: quietLog,
  };
}

/** Somebody is in the conference, and hears and is heard by everyone. */
export const joinedFact = (
  fact: Pick<ParticipantFact, 'callId' | 'conferenceId' | 'party' | 'connectionId' | 'at'>,
): CarrierFact => ({ type: 'participant-joined', audibleTo: 'everyone', onHold: false, ...fact });
