import type { RejectedWrite } from 'c/adminApi';
import AdminRejectedWrite from 'c/adminRejectedWrite';
import { click, show, textOf } from 'test/dom';

const write: RejectedWrite = {
  messageId: '9',
  topic: 'crm.checkpoint',
  payload: { number: 12 },
  deadLetteredAt: '2026-11-03T09:00:00Z',
  problem: 'The field Statement is too short.',
};

describe('a write that Salesforce rejected', () => {
  it('says what it is, since when, and why', async () => {
    const element = await show('c-admin-rejected-write', AdminRejectedWrite, { write });
    expect(textOf(element)).toMatch(/^Audit checkpoint Rejected on Nov 3, .* #12 The field/);
    await expect(element).toBeAccessible();
  });

  it('asks for another try of it', async () => {
    const element = await show('c-admin-rejected-write', AdminRejectedWrite, { write });
    const asked = jest.fn();
    element.addEventListener('retrywrite', (event) => asked((event as CustomEvent).detail));
    await click(element, '[data-action="retry-write"]');
    expect(asked).toHaveBeenCalledWith({ messageId: '9' });
  });
});
