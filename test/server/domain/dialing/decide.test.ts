import assert from 'node:assert/strict';
import { REFUSAL_CODES } from '../../../../server/domain/call/refusals.ts';
import {
  decideCustomer,
  decideDestination,
  type DialedCustomer,
} from '../../../../server/domain/dialing/decide.ts';
import type { CallingHours } from '../../../../server/domain/dialing/policy.ts';
import { refusalText } from '../../../../server/domain/texts/render.ts';
import { dialingPolicy } from '../../../support/memoryDials.ts';

const POLICY = dialingPolicy();

describe('a number that is dialed', () => {
  const cases: [string, string][] = [
    // written, the number that is called or the code of the refusal and its wording
    ['+14155550142', '+14155550142'],
    ['(415) 555-0142', '+14155550142'],
    ['1 415 555 0142', '+14155550142'],
    ['+1 800 555 0100', '+18005550100'],
    ['+49 30 901820', '+4930901820'],
    ['+44 20 7946 0958', '+442079460958'],
    ['+1 604 555 0100', '+16045550100'],
    ['911', 'emergency_number'],
    ['+1911', 'emergency_number'],
    ['112', 'emergency_number'],
    ['+49 110', 'emergency_number'],
    ['999', 'emergency_number'],
    ['+1 900 555 1234', 'number_premium'],
    ['+1 976 555 1234', 'number_premium'],
    ['+1 212 976 1234', 'number_premium'],
    ['+44 909 879 0123', 'number_premium'],
    ['+49 900 1 123456', 'number_premium'],
    ['+979 123456789', 'number_premium'],
    ['+49 180 5 123456', 'number_shared_cost'],
    ['+33 811 123456', 'number_shared_cost'],
    ['+44 843 123 4567', 'number_premium'],
    ['+808 12345678', 'number_shared_cost'],
    ['+44 70 1234 5678', 'number_personal'],
    ['+1 500 555 0001', 'number_personal'],
    ['+878 10 1234567890', 'number_personal'],
    ['+870 773 111 632', 'number_satellite'],
    ['+881 612 345 678', 'number_satellite'],
    ['+882 16 1234567', 'number_international'],
    ['+88212345678', 'number_international'],
    ['+883 5100 12345', 'number_international'],
    ['+888 123456789', 'number_international'],
    ['+44 7640 123456', 'number_special'],
    ['+252 61 2345678', 'country_not_called'],
    ['+1 876 555 0100', 'country_not_called'],
    ['+7 916 123 45 67', 'country_not_called'],
    ['ask reception', 'number_invalid.not_a_number'],
    ['555-014', 'number_invalid.too_short'],
    ['+1 415 555 01', 'number_invalid.too_short'],
    ['+1 415 555 01423', 'number_invalid.too_long'],
    ['+999 123456', 'number_invalid.country_code'],
    ['+1 115 555 0142', 'number_invalid.not_in_use'],
  ];
  for (const [written, expected] of cases) {
    it(`as ${written} is ${expected.startsWith('+') ? `called: ${expected}` : `refused: ${expected}`}`, () => {
      const decided = decideDestination(written, POLICY);
      const answer =
        'refusal' in decided
          ? (decided.refusal.wording ?? decided.refusal.code)
          : decided.destination.number;
      assert.equal(answer, expected);
    });
  }

  it('without a country code is of the home country', () => {
    const decided = decideDestination('030 901820', { ...POLICY, homeCountry: 'DE' });
    assert.deepEqual(decided, { destination: { number: '+4930901820', country: 'DE' } });
  });

  it('is refused with what to do, in English and German', () => {
    const decided = decideDestination('+25261234567', POLICY);
    assert.ok('refusal' in decided);
    assert.equal(
      refusalText(decided.refusal, 'en').message,
      "Your company doesn't call numbers in Somalia.",
    );
    assert.match(refusalText(decided.refusal, 'de').message, /Somalia/);
    for (const code of REFUSAL_CODES.filter((one) => /^number_|^emergency|_call(ed|s)?$/.test(one)))
      for (const language of ['en', 'de'] as const)
        assert.ok(refusalText({ code }, language).message, code);
  });
});

describe('a customer who is dialed', () => {
  const DESTINATION = { number: '+14155550142', country: 'US' };
  const CONSUMER: DialedCustomer = { name: 'Priya Raman', doNotCall: false };
  const HOURS = POLICY.callingHours;
  /** Pacific standard time is eight hours behind. */
  const at = (pacific: string): string => new Date(`2026-11-25T${pacific}:00-08:00`).toISOString();
  const decide = (
    customer: Partial<DialedCustomer>,
    now: string,
    hours: CallingHours = HOURS,
    number = DESTINATION.number,
  ) =>
    decideCustomer(
      { ...DESTINATION, number },
      { ...CONSUMER, ...customer },
      { callingHours: hours, now },
    );

  it('is not called if they do not want to be, whenever that is', () => {
    assert.equal(
      decide({ doNotCall: true, accountName: 'Acme' }, at('12:00'))?.code,
      'do_not_call',
    );
  });

  for (const [pacific, isOpen] of [
    ['07:59', false],
    ['08:00', true],
    ['20:59', true],
    ['21:00', false],
  ] as const) {
    it(`as a consumer in the US is ${isOpen ? 'called' : 'not called'} at ${pacific} by their clock`, () => {
      const refused = decide({}, at(pacific));
      assert.equal(refused?.code, isOpen ? undefined : 'outside_calling_hours');
    });
  }

  it('reads when they can be called, by the customer’s clock', () => {
    const refused = decide({}, at('21:30'))!;
    assert.equal(refused.until, '2026-11-26T16:00:00.000Z');
    const { hint } = refusalText(refused, 'en');
    assert.equal(
      hint,
      "This customer can be called from 8:00 AM tomorrow by the customer's clock (Pacific Time).",
    );
  });

  it('as a company is called at any hour, and a person account is a consumer', () => {
    assert.equal(decide({ accountName: 'Halcyon Logistics' }, at('23:00')), undefined);
    assert.equal(
      decide({ accountName: 'Priya Raman' }, at('23:00'))?.code,
      'outside_calling_hours',
    );
  });

  it('whose address is elsewhere is called when both places are within the hours', () => {
    const place = { country: 'US', region: 'NY' };
    assert.equal(decide({ place }, at('19:00'))?.code, 'outside_calling_hours');
    assert.equal(decide({ place }, at('12:00')), undefined);
    assert.equal(decide({ place }, at('07:30'))?.until, at('08:00'));
  });

  it('with an unknown area code is called when all of the US is within the hours', () => {
    const unknown = '+18375550100';
    assert.equal(decide({}, at('09:00'), HOURS, unknown)?.code, 'outside_calling_hours');
    assert.equal(decide({}, at('12:00'), HOURS, unknown), undefined);
    assert.equal(decide({}, at('19:00'), HOURS, unknown)?.code, 'outside_calling_hours');
  });

  it('is called as the org’s policy says: everybody, consumers everywhere, nobody', () => {
    const company = { accountName: 'Halcyon Logistics' };
    const night = at('23:00');
    const as = (appliesTo: CallingHours['appliesTo']): CallingHours => ({ ...HOURS, appliesTo });
    assert.equal(decide(company, night, as('everybody'))?.code, 'outside_calling_hours');
    assert.equal(decide({}, night, as('nobody')), undefined);
    const berlin = { number: '+4930901820', country: 'DE' };
    const inBerlin = (hours: CallingHours) =>
      decideCustomer(berlin, CONSUMER, { callingHours: hours, now: '2026-11-25T22:00:00.000Z' })
        ?.code;
    assert.equal(inBerlin(as('us_consumers')), undefined);
    assert.equal(inBerlin(as('consumers')), 'outside_calling_hours');
  });

  it('whose hours never come, because their zones have none in common, is told no time', () => {
    const refused = decide(
      {},
      at('12:00'),
      { ...HOURS, from: '12:00', to: '12:30' },
      '+18375550100',
    );
    assert.deepEqual([refused?.code, refused?.until], ['outside_calling_hours', undefined]);
  });
});
