import assert from 'node:assert/strict';
import {
  consentDifference,
  consentOnFile,
  type ConsentOnFile,
} from '../../../../server/domain/consent/onFile.ts';
import { consentWords } from '../../../../server/domain/consent/words.ts';
import { differenceOf } from '../../../../server/domain/policy/difference.ts';
import { EMPTY_POLICY } from '../../../../server/domain/policy/policy.ts';
import { versionOf } from '../../../../server/domain/policy/version.ts';

const GERMANY = { country: 'DE', consent: 'all_party', basis: '§ 201 StGB' } as const;
const CALIFORNIA = {
  country: 'US',
  region: 'CA',
  consent: 'all_party',
  needsAgreement: true,
  announcesSupervisor: true,
  basis: '§ 632',
} as const;
const INTEREST = { document: 'DPIA 7', owner: 'Ada Byron', since: '2026-01-01' };

const onFile = (more: Partial<Parameters<typeof consentOnFile>[0]> = {}): ConsentOnFile =>
  consentOnFile({ overrides: [CALIFORNIA, GERMANY], disclosedElsewhere: false, ...more });
const version = (consent: ConsentOnFile): string => versionOf({ rules: [], holidays: [], consent });

describe('what is on file about consent', () => {
  it('is the same version in whichever order its places are read (D26)', () => {
    assert.equal(version(onFile()), version(onFile({ overrides: [GERMANY, CALIFORNIA] })));
    for (const changed of [
      onFile({ overrides: [GERMANY] }),
      onFile({ overrides: [GERMANY, { ...CALIFORNIA, needsAgreement: undefined }] }),
      onFile({ disclosedElsewhere: true }),
      onFile({ legitimateInterest: INTEREST }),
      { ...onFile(), tableVersion: '2027-01' },
    ])
      assert.notEqual(version(changed), version(onFile()));
  });

  it('differs by places and settings, and a draft changes nothing of it', () => {
    const changed = onFile({
      overrides: [
        { ...GERMANY, basis: 'Counsel' },
        { ...GERMANY, country: 'AT' },
      ],
      legitimateInterest: INTEREST,
    });
    assert.deepEqual(consentDifference(onFile(), changed), {
      added: ['AT'],
      removed: ['US-CA'],
      changed: ['DE'],
      settings: ['legitimateInterest'],
    });
    assert.equal(consentDifference(onFile(), onFile()), undefined);
    assert.equal(consentDifference(onFile(), undefined), undefined);
    assert.deepEqual(
      differenceOf(EMPTY_POLICY, { ...EMPTY_POLICY, consent: onFile() }).consent?.added,
      ['DE', 'US-CA'],
    );
  });

  it('is told in words', () => {
    const { settings, places } = consentWords(onFile({ legitimateInterest: INTEREST }), 'en');
    assert.deepEqual(settings.slice(1), [
      'Dealside plays the disclosure where a place asks for it.',
      'Your legitimate interest is on file: DPIA 7 (Ada Byron, since 2026-01-01).',
    ]);
    assert.deepEqual(places, [
      'Germany: Everyone on the call must be told. § 201 StGB',
      'United States (CA): The customer must agree. A supervisor is announced before talking. § 632',
    ]);
    assert.match(consentWords(onFile(), 'de').settings[2]!, /nicht hinterlegt/);
  });
});
