import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Disclosure } from '../../../../server/domain/call/announcement.ts';
import type { Place } from '../../../../server/domain/call/people.ts';
import {
  decideConsent,
  mustDisclose,
  type ConsentSettings,
  type Whereabouts,
} from '../../../../server/domain/consent/decide.ts';
import { explainConsent } from '../../../../server/domain/consent/explain.ts';
import { JURISDICTIONS, lawOf } from '../../../../server/domain/consent/jurisdictions.ts';
import { placeOfAddress } from '../../../../server/domain/consent/places.ts';
import { placeOfNumber } from '../../../../server/domain/numbers/whereabouts.ts';
import { refusalText } from '../../../../server/domain/texts/render.ts';
import { liveCall } from '../../../support/builders.ts';

const NOTHING: ConsentSettings = { overrides: [], disclosedElsewhere: false };
const INTEREST = { document: 'LIA-7', owner: 'Legal', since: '2026-01-31' };
const played: Disclosure = {
  status: 'played',
  textId: 't',
  language: 'en',
  at: '2026-11-02T17:00:03.000Z',
  connectionId: 'CA1',
};
const TEXAS: Place = { country: 'US', region: 'TX' };

const codeOf = (where: Whereabouts, disclosure?: Disclosure, settings = NOTHING) => {
  const decision = decideConsent(where, disclosure, { settings, mode: 'monitor' });
  return decision.allowed ? 'allowed' : decision.refusal.code;
};

describe('a customer of California who is called from Texas', () => {
  const where: Whereabouts = { customerPhone: '+14155550142', repPlace: TEXAS };

  it('is not listened to before being told, and the rule is named (P14, R8, G24)', () => {
    const decision = decideConsent(where, undefined, { settings: NOTHING, mode: 'monitor' });
    assert.equal(decision.allowed, false);
    assert.match(
      decision.rule,
      /Cal\. Penal Code §§ 632.*CA, United States, by the customer's number/,
    );
    assert.match(
      !decision.allowed ? refusalText(decision.refusal, 'en').message : '',
      /Cal\. Penal Code/,
    );
  });
  it('is listened to once told, and the evidence is kept (P13)', () => {
    const decision = decideConsent(where, played, { settings: NOTHING, mode: 'monitor' });
    assert.equal(decision.allowed, true);
    assert.deepEqual(decision.evidence.disclosure, played);
    assert.deepEqual(
      decision.evidence.applying.map(({ witness, place }) => `${witness} ${place}`),
      ['customer_number US-CA', 'rep_location US-TX'],
    );
  });
  it('has said yes before anybody listens, where the org’s record is explicit (P14)', () => {
    const explicit: ConsentSettings = {
      ...NOTHING,
      overrides: [
        {
          country: 'US',
          region: 'CA',
          consent: 'all_party',
          needsAgreement: true,
          basis: 'Cal. Penal Code 632',
        },
      ],
    };
    assert.equal(codeOf(where, undefined, explicit), 'consent_missing');
    assert.equal(codeOf(where, played, explicit), 'agreement_missing');
    const agreed = { ...where, agreedAt: '2026-11-02T17:01:00.000Z' };
    assert.equal(codeOf(agreed, undefined, explicit), 'consent_missing', 'told first');
    const decision = decideConsent(agreed, played, { settings: explicit, mode: 'monitor' });
    assert.deepEqual(
      [decision.allowed, decision.evidence.agreedAt],
      [true, '2026-11-02T17:01:00.000Z'],
    );
    assert.equal(codeOf(where, undefined, { ...explicit, disclosedElsewhere: true }), 'allowed');
  });
  it('is told to wait while the announcement is played', () => {
    const decision = decideConsent(
      where,
      { status: 'playing', textId: 't', at: played.at },
      { settings: NOTHING, mode: 'monitor' },
    );
    assert.match(
      !decision.allowed ? (refusalText(decision.refusal, 'en').hint ?? '') : '',
      /few seconds/,
    );
  });
  it('is not taken for told when the announcement failed', () =>
    assert.equal(
      codeOf(where, { status: 'failed', textId: 't', at: played.at }),
      'consent_missing',
    ));
  it('who is in Texas too does not hear who joins: no law there asks for it', () => {
    const decision = decideConsent({ customerPhone: '+15125550100', repPlace: TEXAS }, undefined, {
      settings: NOTHING,
      mode: 'barge',
    });
    assert.equal(decision.allowed && decision.announcesSupervisor, false);
  });
  it('hears who joins when the supervisor is to be heard (D25)', () => {
    const announces = (mode: 'whisper' | 'barge') =>
      decideConsent(where, played, { settings: NOTHING, mode });
    assert.equal(
      announces('barge').allowed &&
        (announces('barge') as { announcesSupervisor: boolean }).announcesSupervisor,
      true,
    );
    assert.equal(
      (announces('whisper') as { announcesSupervisor: boolean }).announcesSupervisor,
      false,
    );
  });
});

describe('a call', () => {
  it('between people of one-party states needs no announcement', () => {
    assert.equal(codeOf({ customerPhone: '+12125550177', repPlace: TEXAS }), 'allowed');
    assert.equal(mustDisclose({ customerPhone: '+12125550177', repPlace: TEXAS }, NOTHING), false);
  });
  it('of a rep in an all-party state needs one, wherever the customer is', () =>
    assert.equal(
      codeOf({ customerPhone: '+12125550177', repPlace: { country: 'US', region: 'WA' } }),
      'consent_missing',
    ));
  it('to a number that moved with its owner goes by the stricter of number and address', () => {
    assert.equal(
      codeOf({
        customerPhone: '+12125550177',
        customerPlace: { country: 'US', region: 'FL' },
        repPlace: TEXAS,
      }),
      'consent_missing',
    );
  });
  it('with a customer of whom nothing is known is read strictly', () =>
    assert.equal(codeOf({ repPlace: TEXAS }), 'consent_missing'));
  it('to the EU wants the legitimate interest on file (P15)', () => {
    const where: Whereabouts = { customerPhone: '+4930123456', repPlace: TEXAS };
    assert.equal(codeOf(where, played), 'legitimate_interest_missing');
    const decision = decideConsent(where, played, {
      settings: { ...NOTHING, legitimateInterest: INTEREST },
      mode: 'monitor',
    });
    assert.equal(decision.allowed, true);
    assert.deepEqual(decision.evidence.legitimateInterest, INTEREST);
  });
  it('whose customers are told elsewhere is allowed, and says so', () => {
    const decision = decideConsent({ customerPhone: '+14155550142' }, undefined, {
      settings: { ...NOTHING, disclosedElsewhere: true },
      mode: 'monitor',
    });
    assert.deepEqual(decision.allowed && decision.evidence.disclosure, { status: 'elsewhere' });
  });
});

describe('why consent decides as it does', () => {
  const call = liveCall({ customer: { name: 'Priya Raman', phone: '+14155550142' } });
  it('is told with the law, by what it applies, and what to do', () => {
    const { allowed, code, hint, disclosure, jurisdictions, announcesSupervisor } = explainConsent(
      call,
      NOTHING,
      'en',
    );
    assert.deepEqual(
      [allowed, code, disclosure, announcesSupervisor],
      [false, 'consent_missing', 'none', false],
    );
    assert.match(hint ?? '', /Play the opening announcement/);
    assert.deepEqual(
      jurisdictions.map(({ witness, place, consent }) => `${witness} ${place} ${consent}`),
      ['customer_number US-CA all_party'],
    );
  });
  it('says that a supervisor is announced where she may be heard', () => {
    const { allowed, announcesSupervisor, disclosure } = explainConsent(
      call,
      { ...NOTHING, disclosedElsewhere: true },
      'en',
    );
    assert.deepEqual([allowed, announcesSupervisor, disclosure], [true, true, 'elsewhere']);
  });
});

describe('an admin’s own reading', () => {
  const own = {
    country: 'US',
    region: 'TX',
    consent: 'all_party' as const,
    basis: 'Our counsel, memo 12',
  };
  it('wins over ours', () =>
    assert.equal(
      codeOf({ customerPhone: '+15125550100' }, undefined, { ...NOTHING, overrides: [own] }),
      'consent_missing',
    ));
  it('leaves what it does not speak of as it is', () => {
    assert.equal(
      lawOf({ country: 'DE' }, [{ country: 'DE', consent: 'one_party', basis: 'memo' }])
        .needsLegitimateInterest,
      true,
    );
  });
});

describe('the strictest place', () => {
  const place = fc.constantFrom(
    ...JURISDICTIONS.map(({ country, region }): Place => ({ country, ...(region && { region }) })),
  );
  it('decides: one more place never loosens the decision', () => {
    fc.assert(
      fc.property(
        place,
        fc.option(place, { nil: undefined }),
        fc.boolean(),
        (rep, customer, told) => {
          const disclosure = told ? played : undefined;
          const settings = { ...NOTHING, overrides: [] };
          const without = decideConsent(
            { customerPhone: '+12125550177', repPlace: rep },
            disclosure,
            { settings, mode: 'monitor' },
          );
          const withIt = decideConsent(
            { customerPhone: '+12125550177', repPlace: rep, customerPlace: customer },
            disclosure,
            { settings, mode: 'monitor' },
          );
          return !(withIt.allowed && !without.allowed);
        },
      ),
    );
  });
});

describe('a customer with an area code that no table knows', () => {
  const where: Whereabouts = { customerPhone: '+18375550100', repPlace: TEXAS };
  const customerPlace: Place = { country: 'US', region: 'NY' };

  it('is under the strictest rule: everybody must know, and the supervisor is announced', () => {
    assert.equal(codeOf(where), 'consent_missing');
    const told = decideConsent(where, played, { settings: NOTHING, mode: 'barge' });
    assert.equal(told.allowed && told.announcesSupervisor, true);
  });

  it('stays under it where the address is in a state in which one party is enough', () => {
    assert.equal(codeOf({ ...where, customerPlace }), 'consent_missing');
    assert.equal(codeOf({ customerPlace, repPlace: TEXAS }), 'allowed');
  });

  it('is not one with a toll-free number, which says nothing of a place', () => {
    const tollFree = { ...where, customerPhone: '+18005550100' };
    assert.equal(codeOf(tollFree), 'consent_missing');
    assert.equal(codeOf({ ...tollFree, customerPlace }), 'allowed');
  });
});

describe('the table of jurisdictions', () => {
  it('has every state of the US, and the District', () =>
    assert.equal(
      JURISDICTIONS.filter(({ country, region }) => country === 'US' && region).length,
      51,
    ));
  it('has a basis, a source and a date for each', () => {
    for (const law of JURISDICTIONS)
      assert.ok(
        law.basis && law.source.startsWith('https://') && /^\d{4}-\d\d-\d\d$/.test(law.checkedOn),
        law.country,
      );
  });
  it('has each place once', () =>
    assert.equal(
      new Set(JURISDICTIONS.map(({ country, region }) => `${country}-${region}`)).size,
      JURISDICTIONS.length,
    ));
});

describe('a place', () => {
  const cases: [string, Place | undefined][] = [
    ['+14155550142', { country: 'US', region: 'CA' }],
    ['+12065550187', { country: 'US', region: 'WA' }],
    ['+16045550100', { country: 'CA', region: 'BC' }],
    ['+442071838750', { country: 'GB' }],
    ['+35312345678', { country: 'IE' }],
    ['+18005550100', undefined],
  ];
  for (const [phone, expected] of cases)
    it(`of ${phone} is ${expected ? Object.values(expected).join('-') : 'not told by the number'}`, () =>
      assert.deepEqual(placeOfNumber(phone), expected));
  it('is read from addresses as people write them', () => {
    assert.deepEqual(placeOfAddress({ state: 'California', country: 'United States' }), {
      country: 'US',
      region: 'CA',
    });
    assert.deepEqual(placeOfAddress({ state: 'tx' }), { country: 'US', region: 'TX' });
    assert.deepEqual(placeOfAddress({ country: 'Deutschland' }), { country: 'DE' });
    assert.equal(placeOfAddress({ state: null, country: null }), undefined);
  });
});
