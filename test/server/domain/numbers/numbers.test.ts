import assert from 'node:assert/strict';
import { getCountries, getExampleNumber, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import examples from 'libphonenumber-js/mobile/examples';
import { isEmergencyNumber } from '../../../../server/domain/numbers/emergency.ts';
import { readNumber } from '../../../../server/domain/numbers/read.ts';
import { STATE_OF_AREA_CODE, ZONES_OF_PREFIX } from '../../../../server/domain/numbers/tables.ts';
import {
  whereaboutsOfNumber,
  zonesOfNumber,
  zonesOfPlace,
} from '../../../../server/domain/numbers/whereabouts.ts';

describe('an emergency number', () => {
  for (const written of [
    '911',
    '112',
    '999',
    '000',
    '110',
    '118',
    '+1 911',
    '+49 112',
    '+44 999',
    '0049 110',
    '011 49 112',
  ]) {
    it(`is ${written}`, () => {
      assert.deepEqual(readNumber(written, 'US'), { status: 'emergency' });
      assert.deepEqual(readNumber(written, 'DE'), { status: 'emergency' });
    });
  }

  it('is no mobile number of any country', () => {
    for (const country of getCountries()) {
      const { number, nationalNumber } = getExampleNumber(country, examples)!;
      assert.equal(isEmergencyNumber(number.slice(1)), false, number);
      assert.equal(isEmergencyNumber(nationalNumber), false, number);
    }
  });
});

describe('the table of area codes', () => {
  it('has every state of the US and the District, each area code once', () => {
    const states = new Set(STATE_OF_AREA_CODE.values());
    assert.equal([...states].filter((state) => state.startsWith('US-')).length, 51);
    assert.ok(STATE_OF_AREA_CODE.size > 400, String(STATE_OF_AREA_CODE.size));
  });

  it('agrees with libphonenumber on the country of each', () => {
    for (const [code, state] of STATE_OF_AREA_CODE) {
      const countries = ['555', '234', '222', '672'].map(
        (exchange) => parsePhoneNumberFromString(`+1${code}${exchange}2345`)?.country,
      );
      assert.ok(
        countries.includes(state.slice(0, 2) as 'US'),
        `${code} ${state} ${countries.join()}`,
      );
    }
  });

  it('misses no area code of a state that libphonenumber knows', () => {
    const missing = Array.from({ length: 800 }, (_, i) => String(200 + i)).filter((code) => {
      const number = parsePhoneNumberFromString(`+1${code}5552345`);
      return (
        number?.country === 'US' &&
        number.getType() === 'FIXED_LINE_OR_MOBILE' &&
        !STATE_OF_AREA_CODE.has(code)
      );
    });
    assert.deepEqual(missing, []);
  });

  it('has only time zones that exist', () => {
    for (const zone of new Set([...ZONES_OF_PREFIX.values()].flat()))
      assert.doesNotThrow(() => new Intl.DateTimeFormat('en', { timeZone: zone }), zone);
  });
});

describe('the whereabouts of a number', () => {
  it('are unknown for an area code that no table has, not those of the whole country', () => {
    assert.deepEqual(whereaboutsOfNumber('+18375550100'), { status: 'unknown' });
    assert.deepEqual(whereaboutsOfNumber('+19995550100'), { status: 'unknown' });
  });
  it('are no place for toll-free and personal numbers', () => {
    for (const phone of ['+18005550100', '+15005550001', '+80012345678'])
      assert.deepEqual(whereaboutsOfNumber(phone), { status: 'of_no_place' }, phone);
  });
  it('are the country of any other number, far more than sixty of them', () => {
    for (const [phone, country] of [
      ['+493012345678', 'DE'],
      ['+6421234567', 'NZ'],
      ['+25261234567', 'SO'],
      ['+17875550100', 'PR'],
      ['+19025550100', 'CA'],
      ['+38349123456', 'XK'],
    ] as const)
      assert.deepEqual(whereaboutsOfNumber(phone), { status: 'known', place: { country } }, phone);
  });
});

describe('the time zones of a number', () => {
  it('are those of its area code, several where the code spans them', () => {
    assert.deepEqual(zonesOfNumber('+14155550142'), ['America/Los_Angeles']);
    assert.deepEqual(zonesOfNumber('+493012345678'), ['Europe/Berlin']);
    assert.ok(zonesOfNumber('+16055550100').length > 1);
  });
  it('are all of the US where the area code is unknown', () => {
    assert.deepEqual(zonesOfNumber('+19995550100'), zonesOfPlace({ country: 'US' }));
    assert.ok(zonesOfPlace({ country: 'US' }).includes('Pacific/Honolulu'));
  });
});
