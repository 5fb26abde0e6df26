import InterventionReceipt from 'c/interventionReceipt';
import type { LightningElement } from 'lwc';
import { click, show } from 'test/dom';

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
jest.mock(
  '@salesforce/customPermission/Dealside_Administer',
  () => ({ __esModule: true, default: true }),
  { virtual: true },
);

describe('a receipt that an administrator reads', () => {
  it('leads to what was done on its call', async () => {
    const element = await show('c-intervention-receipt', InterventionReceipt, {
      receipt: { Id: 'a01', Call_Id__c: 'call-1', Highest_Mode__c: 'Barge' },
    });
    await click(element, '[data-action=audit]');
    expect(mockNavigated).toEqual([
      {
        type: 'standard__navItemPage',
        attributes: { apiName: 'Dealside_Audit' },
        state: { c__callId: 'call-1' },
      },
    ]);
    await expect(element).toBeAccessible();
  });
});
