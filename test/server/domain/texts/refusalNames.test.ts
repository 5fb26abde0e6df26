import assert from 'node:assert/strict';
import { LANGUAGES } from '../../../../server/domain/call/language.ts';
import { REFUSAL_CODES } from '../../../../server/domain/call/refusals.ts';
import { REFUSAL_NAMES, refusalName } from '../../../../server/domain/texts/refusalNames.ts';

describe('a refusal in a list', () => {
  it('is said without a value that the list does not know', () => {
    for (const language of LANGUAGES)
      assert.deepEqual(
        REFUSAL_CODES.map((code) => refusalName(code, language)!).filter((text) =>
          /[{}…]/.test(text),
        ),
        [],
      );
  });

  it('has a short name in both languages or in none', () => {
    assert.deepEqual(Object.keys(REFUSAL_NAMES.de), Object.keys(REFUSAL_NAMES.en));
  });

  it('is in the words of the message where these need no value', () => {
    assert.equal(refusalName('rep_not_present', 'en'), 'Rep not on the call');
    assert.equal(
      refusalName('link_used', 'de'),
      'Dieser Link wurde bereits verwendet oder ist abgelaufen.',
    );
    assert.equal(refusalName('code_of_a_former_version', 'en'), undefined);
  });
});
