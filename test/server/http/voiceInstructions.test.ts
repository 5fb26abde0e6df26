import assert from 'node:assert/strict';
import type { Customer } from '../../../server/domain/call/call.ts';
import { instructionsFor, type InstructionsDeps } from '../../../server/http/voiceInstructions.ts';
import { CrmUnavailable, type Speech } from '../../../server/ports/index.ts';
import { createCarrierWebhooks } from '../../../server/telephony/webhooks/webhooks.ts';
import { at, ORG } from '../../support/builders.ts';
import { quietLog } from '../../support/quietLog.ts';

const OUR_NUMBER = '+14155550100';
const BERLIN = '+493012345678';
const SEATTLE = '+12065550187';
const PARIS = '+33123456789';

interface Caller {
  readonly from: string;
  readonly to?: string;
  /** What the CRM knows of the caller. */
  readonly customer?: Customer;
  /** How the org speaks; undefined while the CRM does not say. */
  readonly speech?: Partial<Speech>;
}

const unavailable = (): Promise<never> => Promise.reject(new CrmUnavailable('the CRM is away'));

/** The carrier's instructions for a caller of whom nobody at all can be told. */
function answerTo({ from, to = OUR_NUMBER, customer, speech }: Caller): Promise<string> {
  const deps: Pick<
    InstructionsDeps,
    'webhooks' | 'inbound' | 'orgOfNumber' | 'store' | 'clock' | 'ids' | 'log'
  > = {
    webhooks: createCarrierWebhooks({ publicUrl: 'https://dealside.example', authToken: '1' }),
    inbound: {
      store: { loadCall: () => Promise.resolve(undefined) },
      inboundRules: { of: () => Promise.resolve(undefined) },
      consent: { of: unavailable },
      transcribesCalls: unavailable,
      ringGroups: { administrators: () => Promise.resolve([]) },
      customers: { byPhone: () => Promise.resolve(customer && { customer }) },
      speech: {
        of: () =>
          speech ? Promise.resolve({ wordings: [], places: [], ...speech }) : unavailable(),
      },
    } as unknown as InstructionsDeps['inbound'],
    orgOfNumber: (number) => (number === OUR_NUMBER ? ORG : undefined),
    store: { recordAudit: () => Promise.resolve(), loadCall: () => Promise.resolve(undefined) },
    clock: { now: () => at(0) },
    ids: { next: () => 'id' },
    log: quietLog,
  };
  return instructionsFor(deps as InstructionsDeps, {
    kind: 'inbound',
    from,
    to,
    connectionId: 'CA1',
  });
}

const ENGLISH =
  '<Say language="en-US">No one can take your call right now. Please try again later.</Say><Hangup/>';
const GERMAN =
  '<Say language="de-DE">Zurzeit kann niemand Ihren Anruf annehmen. Bitte versuchen Sie es später noch einmal.</Say><Hangup/>';

describe('a caller whose call nobody can take', () => {
  const CASES: readonly (readonly [what: string, caller: Caller, said: string])[] = [
    ['in German, by a German number', { from: BERLIN, speech: {} }, GERMAN],
    ['in English, by a US number', { from: SEATTLE, speech: { language: 'de' } }, ENGLISH],
    [
      'in the language of the customer’s address, before that of the number',
      {
        from: SEATTLE,
        customer: { name: 'Jonas Weber', place: { country: 'AT' } },
        speech: {},
      },
      GERMAN,
    ],
    [
      'in the language that the org has on record for the place',
      { from: SEATTLE, speech: { places: [{ country: 'US', language: 'de' }] } },
      GERMAN,
    ],
    [
      'in the org’s language, where there are no texts in the caller’s',
      { from: PARIS, speech: { language: 'de' } },
      GERMAN,
    ],
    [
      'in the org’s language, by no number',
      { from: 'anonymous', speech: { language: 'de' } },
      GERMAN,
    ],
    [
      'by the number alone, while the CRM does not say how the org speaks',
      { from: BERLIN },
      GERMAN,
    ],
    ['by the number alone, on a number of no org', { from: BERLIN, to: '+15005550000' }, GERMAN],
    ['in English, where nothing is known', { from: 'anonymous', speech: {} }, ENGLISH],
  ];
  for (const [what, caller, said] of CASES)
    it(`is told so ${what}`, async () => {
      const told = await answerTo(caller);
      assert.ok(told.includes(said), told);
    });
});
