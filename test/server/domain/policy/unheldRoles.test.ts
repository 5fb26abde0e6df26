import assert from 'node:assert/strict';
import { warnOfUnheldRoles } from '../../../../server/domain/policy/unheldRoles.ts';
import { faultText } from '../../../../server/domain/texts/render.ts';
import { CASES_POLICY } from './casesPolicy.ts';

const [day] = CASES_POLICY.rules;
const rules = [day!, { ...day!, name: 'misspelled', role: 'manager' }];

describe('a rule whose role nobody has', () => {
  it('is warned of by its name and role, and others are not', () => {
    const warnings = warnOfUnheldRoles({ rules }, new Set([day!.role, 'rep']));
    assert.deepEqual(
      warnings.map(({ rule, field, code }) => [rule, field, code]),
      [['misspelled', 'role', 'unheld_role']],
    );
    assert.match(faultText(warnings[0]!, 'en'), /No active user has the role manager/);
    assert.match(faultText(warnings[0]!, 'de'), /hat die Rolle manager/);
  });
});
