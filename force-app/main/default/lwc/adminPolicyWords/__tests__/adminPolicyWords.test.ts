import AdminPolicyWords from 'c/adminPolicyWords';
import { find, findAll, show, textOf } from 'test/dom';

const LISTS = [
  {
    list: 'reasons',
    title: 'Reasons',
    entries: [
      { name: 'other', text: 'Other', facts: ['Other', 'Note required'], status: 'active' },
      {
        name: 'trade_in',
        text: 'Trade-in',
        facts: ['Escalation'],
        status: 'retired',
        mark: 'Retired',
      },
    ],
  },
  { list: 'phrases', title: 'Phrases', entries: [] },
];

it('shows each list with the facts of its entries, and which are retired', async () => {
  const words = await show('c-admin-policy-words', AdminPolicyWords, { lists: LISTS });
  expect(findAll(words, 'details').map((list) => list.dataset.list)).toEqual(['reasons']);
  expect(textOf(find(words, '[data-name=other]'))).toContain('Other · Note required');
  expect(textOf(find(words, '[data-name=trade_in]'))).toContain('Retired');
  expect(textOf(find(words, '[data-name=other]'))).not.toContain('Retired');
  await expect(words).toBeAccessible();
});
