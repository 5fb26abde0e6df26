import AdminPolicyRuleForm from 'c/adminPolicyRuleForm';
import { check, eventDetails, find, findAll, show, textOf, type } from 'test/dom';
import { RULE } from 'test/simulation';

const shown = (more: object = {}) =>
  show('c-admin-policy-rule-form', AdminPolicyRuleForm, { rule: RULE, ...more });

describe('the form of a rule', () => {
  it('shows what the rule holds', async () => {
    const element = await shown();
    expect(find<HTMLInputElement>(element, '[data-path=name]').value).toBe('managers');
    expect(find<HTMLInputElement>(element, '[data-path=modes][value=whisper]').checked).toBe(true);
    expect(find<HTMLSelectElement>(element, 'select[data-path="reach.kind"]').value).toBe(
      'own_reports',
    );
    await expect(element).toBeAccessible();
  });

  it('fires the whole rule with what was changed, choices in the order of the form', async () => {
    const element = await shown({ rule: { ...RULE, modes: ['barge'] } });
    const changes = eventDetails<{ rule: object }>(element, 'rulechange');
    await check(element, '[data-path=modes][value=monitor]');
    await type(element, '[data-path=atOnce]', '2');
    expect(changes.map(({ rule }) => rule)).toEqual([
      { ...RULE, modes: ['monitor', 'barge'] },
      { ...RULE, modes: ['barge'], atOnce: 2 },
    ]);
  });

  it('offers every demand that a rule can have, and says of an announcement first what it means', async () => {
    const element = await shown({ rule: { ...RULE, demands: ['pin'] } });
    const demands = findAll<HTMLInputElement>(element, '[data-path=demands]');
    expect(demands.map(({ value }) => value).sort()).toEqual([
      'notice_first',
      'passkey',
      'pin',
      'point',
      'reason',
      'recorded',
    ]);
    expect(textOf(find(element, '[data-field=demands]'))).toContain(
      "Announcement first The rule's tone or spoken message ends before the supervisor hears the call or can be heard.",
    );
    const changes = eventDetails<{ rule: { demands: string[] } }>(element, 'rulechange');
    await check(element, '[data-path=demands][value=notice_first]');
    expect(changes.map(({ rule }) => rule.demands)).toEqual([['pin', 'notice_first']]);
    await expect(element).toBeAccessible();
  });

  it('shows each fault at its field', async () => {
    const element = await shown({
      faults: [{ field: 'reach.kind', code: 'invalid', message: 'Whom does it reach?' }],
    });
    expect(textOf(find(element, '[data-field="reach.kind"]'))).toContain('Whom does it reach?');
    await expect(element).toBeAccessible();
  });
});
