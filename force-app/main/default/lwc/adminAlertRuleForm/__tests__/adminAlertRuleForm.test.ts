import AdminAlertRuleForm from 'c/adminAlertRuleForm';
import { find, findAll, show, type } from 'test/dom';

const RULE = {
  name: 'Abuse_en',
  label: 'Abuse',
  family: 'abuse',
  severity: 'attention',
  speaker: 'customer',
  kind: 'said',
  language: 'en',
  phrases: 'you {insult}',
  withinWords: 3,
  stages: 'Negotiation',
  minimumAmount: 1000,
};

async function form(more: object = {}) {
  const element = await show('c-admin-alert-rule-form', AdminAlertRuleForm, {
    rule: RULE,
    ...more,
  });
  const changed: unknown[] = [];
  element.addEventListener('rulechange', (event) =>
    changed.push((event as CustomEvent<{ rule: unknown }>).detail.rule),
  );
  return { element, changed };
}

describe('the form of an alert rule', () => {
  it('has every field of its record', async () => {
    const { element } = await form();
    const values = Object.fromEntries(
      findAll<HTMLInputElement>(element, '[name]').map(({ name, value }) => [name, value]),
    );
    expect(values).toEqual({
      ...RULE,
      withinWords: '3',
      minimumAmount: '1000',
      seconds: '',
      percent: '',
      queues: '',
      perTeamAndHour: '',
    });
    await expect(element).toBeAccessible();
  });

  it('says what is changed, numbers as numbers, and what is emptied as not set', async () => {
    const { element, changed } = await form();
    await type(element, '[name=minimumAmount]', '5000');
    await type(element, '[name=severity]', 'compliance');
    await type(element, '[name=stages]', '');
    expect(changed).toEqual([
      { ...RULE, minimumAmount: 5000 },
      { ...RULE, severity: 'compliance' },
      { ...RULE, stages: undefined },
    ]);
  });

  it('names a new rule, and leaves the name of another one as it is', async () => {
    const name = (element: HTMLElement) => find<HTMLInputElement>(element, '[name=name]');
    expect(name((await form()).element).disabled).toBe(true);
    expect(name((await form({ isNew: true })).element).disabled).toBe(false);
  });
});
