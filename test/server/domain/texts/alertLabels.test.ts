import assert from 'node:assert/strict';
import { SHIPPED_RULES } from '../../../../server/domain/alerts/shipped.ts';
import { LANGUAGES } from '../../../../server/domain/call/language.ts';
import { alertLabel } from '../../../../server/domain/texts/alertLabels.ts';

describe('the name of an alert rule', () => {
  for (const { name, label, family } of SHIPPED_RULES.rules)
    it(`of the shipped ${name} is translated`, () => {
      const rule = { ruleName: name, label, family };
      const names = LANGUAGES.map((language) => alertLabel(rule, language));
      assert.equal(alertLabel(rule, 'en'), label);
      assert.equal(new Set(names).size, LANGUAGES.length, names.join(', '));
    });

  it('is the org’s own where the org has written one', () => {
    const own = { ruleName: 'Monologue', label: 'Rep talks on and on', family: 'conversation' };
    assert.equal(alertLabel(own, 'de'), 'Rep talks on and on');
    const ofFamily = { ruleName: 'Rivals', label: 'Names Contoso', family: 'competitor' };
    assert.equal(alertLabel(ofFamily, 'de'), 'Names Contoso');
  });
});
