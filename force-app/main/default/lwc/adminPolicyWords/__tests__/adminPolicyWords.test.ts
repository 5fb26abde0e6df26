import AdminPolicyWords from 'c/adminPolicyWords';
import { click, find, findAll, show, textOf } from 'test/dom';
import { settled } from 'test/server';

const mockExport = jest.fn<Promise<string>, []>();
jest.mock(
  '@salesforce/apex/DealsidePolicyExport.asJson',
  () => ({ __esModule: true, default: () => mockExport() }),
  { virtual: true },
);

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

describe('the words of the policy', () => {
  it('are shown list by list with their facts, and which are retired', async () => {
    const words = await show('c-admin-policy-words', AdminPolicyWords, { lists: LISTS });
    expect(findAll(words, 'details').map((list) => list.dataset.list)).toEqual(['reasons']);
    const said = (name: string) => find(words, `[data-name=${name}]`).textContent;
    expect(said('other')).toContain('Other · Note required');
    expect(said('trade_in')).toContain('Retired');
    expect(said('other')).not.toContain('Retired');
    await expect(words).toBeAccessible();
  });

  it('are saved as a file with the rest of the policy', async () => {
    mockExport.mockResolvedValue('{}');
    const saved: string[] = [];
    Object.assign(URL, { createObjectURL: () => 'blob:1', revokeObjectURL: () => undefined });
    jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
      this: HTMLAnchorElement,
    ) {
      saved.push(this.download);
    });
    const words = await show('c-admin-policy-words', AdminPolicyWords, { lists: LISTS });
    await click(words, '[data-action=export]');
    await settled();
    expect(saved).toEqual(['dealside-policy.json']);
  });

  it('say why they were not saved', async () => {
    mockExport.mockRejectedValue({ body: { message: 'Only administrators can export.' } });
    const words = await show('c-admin-policy-words', AdminPolicyWords, { lists: LISTS });
    await click(words, '[data-action=export]');
    await settled();
    expect(textOf(find(words, 'c-ui-problem-message'))).toContain(
      'Only administrators can export.',
    );
  });
});
