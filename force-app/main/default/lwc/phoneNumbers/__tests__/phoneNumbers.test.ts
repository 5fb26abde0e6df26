import { readableNumber } from 'c/phoneNumbers';
import { getCountries, getExampleNumber } from 'libphonenumber-js/max';
import examples from 'libphonenumber-js/mobile/examples';

describe('a phone number on a screen', () => {
  it('has an area code in parentheses for readers in the US and Canada', () => {
    expect(readableNumber('+15125550142')).toBe('(512) 555-0142');
    expect(readableNumber('+15125550142', 'fr-CA')).toBe('(512) 555-0142');
  });

  it('has its calling code for readers elsewhere', () => {
    expect(readableNumber('+15125550142', 'de-DE')).toBe('+1 512 555 0142');
  });

  it.each([
    ['+4930901820', '+49 30 901820'],
    ['+442079460123', '+44 20 7946 0123'],
    ['+33142685300', '+33 1 42 68 53 00'],
    ['+5511961234567', '+55 11 96123 4567'],
    ['+390668801', '+39 06 68801'],
    ['+80012345678', '+800 1234 5678'],
  ])('of another country is grouped as its plan does: %s', (number, written) => {
    expect(readableNumber(number)).toBe(written);
  });

  it('of every country is written as libphonenumber writes it', () => {
    const theirs = getCountries().map((country) => getExampleNumber(country, examples)!);
    expect(theirs.map(({ number }) => readableNumber(number, 'de-DE'))).toEqual(
      theirs.map((number) => number.formatInternational()),
    );
  });

  it('stays as people wrote it', () => {
    for (const written of ['(512) 555-0142', '512-555-0142 ext. 7', '1-800-CALL-NOW', '911', ''])
      expect(readableNumber(written)).toBe(written);
  });

  it('of no calling code stays as it is', () => {
    expect(readableNumber('+9991234567')).toBe('+9991234567');
  });
});
