import PolicyRules from 'c/policyRules';
import { findAll, show, textOf } from 'test/dom';

describe('the rules of a policy', () => {
  it('are sentences, with what is true besides', async () => {
    const rules = [
      { name: 'managers', words: 'Managers may listen.' },
      { rule: 'qa', words: 'Quality analysts may listen.' },
    ];
    const element = await show('c-policy-rules', PolicyRules, {
      rules,
      remark: 'Nobody else may.',
    });
    expect(findAll(element, 'li').map((item) => item.textContent)).toEqual([
      'Managers may listen.',
      'Quality analysts may listen.',
    ]);
    expect(textOf(element)).toContain('Nobody else may.');
    await expect(element).toBeAccessible();
  });
});
