import PolicyPermissionAnswer from 'c/policyPermissionAnswer';
import { find, findAll, show, textOf } from 'test/dom';
import { aPermissionExplanation } from 'test/permissions';

const shown = (more: object = {}) =>
  show('c-policy-permission-answer', PolicyPermissionAnswer, { why: aPermissionExplanation(more) });

describe('the answer to who may join', () => {
  it('says for each mode whether it is allowed, by which rule, and when it would be', async () => {
    const element = await shown();
    expect(textOf(find(element, '[data-mode=monitor]'))).toContain('Allowed by the rule managers.');
    expect(textOf(find(element, '[data-mode=barge]'))).toContain(
      "The rule office-hours would allow it if they wait until 8:00 AM on Monday, Ravi Patel's time.",
    );
    expect(findAll(element, '.from')).toHaveLength(1);
    expect(textOf(find(element, '[data-mode=barge] details'))).toContain(
      "It doesn't apply at this hour.",
    );
    await expect(element).toBeAccessible();
  });

  it('says what the law answers apart from the policy', async () => {
    const consent = {
      allowed: false,
      rule: 'all parties consent',
      message: 'The customer has not heard it.',
      hint: 'Play the announcement.',
      jurisdictions: [{ place: 'US-CA' }],
    };
    const element = await shown({ consent });
    expect(textOf(find(element, '.consent'))).toMatch(
      /all parties consent.*The customer has not heard it\. Play the announcement\..*CA/,
    );
    await expect(element).toBeAccessible();
  });
});
