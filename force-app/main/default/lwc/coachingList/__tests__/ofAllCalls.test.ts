import due from '@salesforce/apex/DealsideCoachingDebriefs.due';
import CoachingList from 'c/coachingList';
import { show, textOf } from 'test/dom';
import { FakeServer, settled } from 'test/server';

jest.mock(
  '@salesforce/apex/DealsideSessionToken.issue',
  () => ({ __esModule: true, default: () => Promise.resolve(require('test/apex').aSession()) }),
  { virtual: true },
);
jest.mock(
  '@salesforce/apex/DealsideCoachingDebriefs.due',
  () => ({ __esModule: true, default: jest.fn() }),
  { virtual: true },
);
jest.mock(
  '@salesforce/customPermission/Dealside_Monitor',
  () => ({ __esModule: true, default: true }),
  { virtual: true },
);
jest.mock(
  '@salesforce/customPermission/Dealside_All_Calls',
  () => ({ __esModule: true, default: true }),
  { virtual: true },
);

const loads = due as unknown as jest.Mock;
const shown = async (debriefs: object[]): Promise<HTMLElement> => {
  new FakeServer().on('GET /api/debriefs/of-calls', { debriefs: [] });
  loads.mockResolvedValueOnce(debriefs);
  const element = await show('c-coaching-list', CoachingList, {});
  await settled();
  return element;
};

describe('the coaching list of a person who listens to all calls', () => {
  it('is there only while there is a debrief', async () => {
    expect(textOf(await shown([]))).toBe('');
    const planned = {
      Id: '1',
      Coaching_Due_On__c: '2999-01-04',
      Opportunity__r: { Name: 'Deal' },
      Rep__r: { Name: 'Ravi' },
      Supervisor__r: { Name: 'Quinn' },
    };
    const element = await shown([planned]);
    expect(textOf(element)).toContain('Due Jan 4, 2999');
    await expect(element).toBeAccessible();
  });
});
