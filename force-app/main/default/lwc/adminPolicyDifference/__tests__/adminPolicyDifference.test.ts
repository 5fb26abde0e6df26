import AdminPolicyDifference from 'c/adminPolicyDifference';
import { findAll, show, textOf } from 'test/dom';

const NONE = { added: [], removed: [], changed: [], holidaysAdded: [], holidaysRemoved: [] };
const shown = (difference: object) =>
  show('c-admin-policy-difference', AdminPolicyDifference, {
    difference: { ...NONE, ...difference },
    before: [{ name: 'managers', words: 'Managers may listen.' }],
    after: [{ name: 'managers', words: 'Managers may listen in office hours.' }],
  });

describe('the difference between two policies', () => {
  it('shows each rule as it reads before and after, and each holiday', async () => {
    const element = await shown({
      changed: [{ rule: 'managers', fields: ['hours'] }],
      holidaysAdded: [{ calendar: 'US', date: '2026-12-25' }],
    });
    const [rule, holiday] = findAll(element, 'tbody tr').map(textOf);
    expect(rule).toMatch(
      /^managers .*Days and hours.* Managers may listen\. Managers may listen in office hours\.$/,
    );
    expect(holiday).toContain('2026-12-25');
    await expect(element).toBeAccessible();
  });

  it('names what has changed in the words of the rule’s form', async () => {
    const fields = ['role', 'modes', 'reach', 'deals', 'hours', 'demands'];
    const more = ['noticeKinds', 'toneAt', 'atOnce', 'covert', 'ofNewerServer'];
    const element = await shown({ changed: [{ rule: 'managers', fields: [...fields, ...more] }] });
    expect(textOf(element)).toContain(
      'changed: Role, Modes, Whose calls, Deals, Days and hours, Requires, Notifies the rep by, ' +
        'Tone when these begin, Max concurrent calls, Covert monitoring, ofNewerServer',
    );
    await expect(element).toBeAccessible();
  });

  it('says that there is none', async () => {
    const element = await shown({});
    expect(findAll(element, 'table')).toHaveLength(0);
    expect(textOf(element)).not.toBe('');
    await expect(element).toBeAccessible();
  });
});
