import assert from 'node:assert/strict';
import { regionOf } from '../../../../server/crm/directory/region.ts';

describe('the region of a locale of Salesforce', () => {
  for (const [locale, region] of [
    ['en_GB', 'GB'],
    ['de_DE_EURO', 'DE'],
    ['sr_Latn_RS', 'RS'],
    ['eo', undefined],
    [null, undefined],
  ] as const)
    it(`is ${region} of ${locale}`, () => assert.equal(regionOf(locale), region));
});
