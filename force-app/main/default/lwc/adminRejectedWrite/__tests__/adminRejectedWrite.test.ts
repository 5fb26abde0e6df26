import type { RejectedWrite } from 'c/adminApi';
import AdminRejectedWrite from 'c/adminRejectedWrite';
import type { LightningElement } from 'lwc';
import { click, find, findAll, show, textOf } from 'test/dom';

const mockNavigated: unknown[] = [];
jest.mock('lightning/navigation', () => {
  const Navigate = Symbol('Navigate');
  const mixin = (base: new () => LightningElement) =>
    class extends base {
      [Navigate](page: unknown): void {
        mockNavigated.push(page);
      }
    };
  return { NavigationMixin: Object.assign(mixin, { Navigate }) };
});

const write: RejectedWrite = {
  messageId: '9',
  topic: 'crm.checkpoint',
  payload: { number: 12 },
  deadLetteredAt: '2026-11-03T09:00:00Z',
  problem: 'A text is longer than the field of your org.',
  hint: 'Give the field its length back.',
  details: 'Statement: data value too large (Statement__c)',
};
const shown = (more: object = {}) =>
  show('c-admin-rejected-write', AdminRejectedWrite, { write, ...more });

describe('a write that Salesforce rejected', () => {
  it('says what it is, since when, why, and what to do', async () => {
    const element = await shown();
    expect(textOf(element)).toMatch(
      /^Audit checkpoint Rejected on Nov 3, .* Checkpoint 12 A text is longer .* Give the field/,
    );
    expect(findAll(element, '[data-action=audit]')).toHaveLength(0);
    await expect(element).toBeAccessible();
  });

  it('keeps what Salesforce itself said behind Details', async () => {
    const element = await shown();
    expect(textOf(find(element, 'details'))).toBe(
      'Details Statement: data value too large (Statement__c)',
    );
    expect(find<HTMLDetailsElement>(element, 'details').open).toBe(false);
    const { details: _none, ...plain } = write;
    expect(findAll(await shown({ write: plain }), 'details')).toHaveLength(0);
  });

  it('names its call, shows no id, and leads to the audit of the call', async () => {
    const own = { ...write, topic: 'crm.intervention', payload: { callId: 'call-1' } };
    const element = await shown({
      write: own,
      call: { rep: 'Lena Brandt', customer: 'Clara Hoffmann' },
    });
    const link = find<HTMLElement & { label: string }>(element, '[data-action=audit]');
    expect(link.label).toBe('Lena Brandt with Clara Hoffmann');
    expect(textOf(element)).not.toContain('call-1');
    await click(element, '[data-action=audit]');
    expect(mockNavigated).toEqual([
      {
        type: 'standard__navItemPage',
        attributes: { apiName: 'Dealside_Audit' },
        state: { c__callId: 'call-1' },
      },
    ]);
    const gone = await shown({ write: own });
    expect(find<HTMLElement & { label: string }>(gone, '[data-action=audit]').label).toBe(
      'Audit of this call',
    );
  });

  it('asks for another try of it', async () => {
    const element = await shown();
    const asked = jest.fn();
    element.addEventListener('retrywrite', (event) => asked((event as CustomEvent).detail));
    await click(element, '[data-action="retry-write"]');
    expect(asked).toHaveBeenCalledWith({ messageId: '9' });
  });
});
