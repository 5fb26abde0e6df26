import type { Draft } from 'c/adminApi';
import AdminPolicyDraft from 'c/adminPolicyDraft';
import { check, click, find, findAll, show, textOf, eventDetails, type, uncheck } from 'test/dom';
import { RULE } from 'test/simulation';

const DRAFT: Draft = {
  rules: [
    RULE,
    { ...RULE, name: 'night', hours: { days: ['Mon'], from: '20:00', to: '06:00', clock: 'rep' } },
  ],
  holidays: [],
};
const shown = (more: object = {}) =>
  show('c-admin-policy-draft', AdminPolicyDraft, { draft: DRAFT, ...more });
const last = (drafts: { draft: Draft }[]) => drafts.at(-1)!.draft;

describe('a draft of a policy', () => {
  it('is changed field by field; the other rules stay as they are', async () => {
    const element = await shown();
    const drafts = eventDetails<{ draft: Draft }>(element, 'draftchange');
    await check(element, '[data-path=modes][value=barge]');
    expect(last(drafts)).toEqual({
      rules: [{ ...RULE, modes: ['monitor', 'whisper', 'barge'] }, DRAFT.rules[1]],
      holidays: [],
    });
    await uncheck(element, '[data-path=modes][value=whisper]');
    expect(last(drafts).rules[0]).toEqual({ ...RULE, modes: ['monitor'] });
    await expect(element).toBeAccessible();
  });

  it.each([
    ['atOnce', '2', { atOnce: 2 }],
    ['atOnce', 'two', { atOnce: 'two' }],
    ['deals.minimumAmount', '50000', { deals: { minimumAmount: 50000 } }],
    ['deals.stages', 'Proposal\n Negotiation ', { deals: { stages: ['Proposal', 'Negotiation'] } }],
    ['reach.groups', 'shared', { reach: { kind: 'own_reports', groups: 'shared' } }],
    [
      'reach.groups',
      '00G1 Night team',
      { reach: { kind: 'own_reports', groups: [{ groupId: '00G1', name: 'Night team' }] } },
    ],
    ['covert.endsOn', '2026-12-31', { covert: { endsOn: '2026-12-31' } }],
  ] as const)('writes %s %s as the rule holds it', async (path, text, changed) => {
    const element = await shown();
    const drafts = eventDetails<{ draft: Draft }>(element, 'draftchange');
    await type(element, `[data-path="${path}"]`, text);
    expect(last(drafts).rules[0]).toEqual({ ...RULE, ...changed });
  });

  it('leaves out what is empty, and a set of fields with it', async () => {
    const rule = { ...RULE, hours: { from: '08:00' } };
    const element = await shown({ draft: { rules: [rule], holidays: [] } });
    const drafts = eventDetails<{ draft: Draft }>(element, 'draftchange');
    await type(element, '[data-path="hours.from"]', '');
    expect(last(drafts).rules[0]).toEqual(RULE);
  });

  it('gets a rule more, and loses the one that is shown', async () => {
    const element = await shown();
    const drafts = eventDetails<{ draft: Draft }>(element, 'draftchange');
    await click(element, '[data-action=add-rule]');
    expect(last(drafts).rules.map(({ name }) => name)).toEqual(['managers', 'night', 'new-rule']);
    await type(element, '[data-field=rule]', '1');
    await click(element, '[data-action=remove-rule]');
    expect(last(drafts).rules.map(({ name }) => name)).toEqual(['managers']);
  });

  it('can be pasted as text, and says what is wrong with the text', async () => {
    const element = await shown();
    const drafts = eventDetails<{ draft: Draft }>(element, 'draftchange');
    await click(element, '[data-action=kind]');
    expect(JSON.parse(find<HTMLTextAreaElement>(element, 'textarea').value)).toEqual(DRAFT);
    await type(element, 'textarea', '{ rules');
    expect(textOf(element)).toContain("This isn't valid JSON");
    await type(element, 'textarea', '{"holidays": []}');
    expect(textOf(element)).toContain('A policy needs a list of rules.');
    await expect(element).toBeAccessible();
    expect(drafts).toEqual([]);
    await type(element, 'textarea', '{"rules": [], "holidays": []}');
    expect(last(drafts)).toEqual({ rules: [], holidays: [] });
  });

  it('marks each rule that has a fault', async () => {
    const element = await shown({
      faults: [{ rule: 'night', field: 'hours', code: 'missing', message: 'No clock.' }],
    });
    expect(
      findAll(element, '[data-field=rule] option').map((option) => option.textContent),
    ).toEqual(['managers', '⚠ night']);
  });

  it('without rules says that nobody may join', async () => {
    expect(textOf(await shown({ draft: { rules: [], holidays: [] } }))).toContain(
      'no one can join',
    );
  });
});
