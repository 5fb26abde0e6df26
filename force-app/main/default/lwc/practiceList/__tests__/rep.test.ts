import CoachingList from 'c/coachingList';
import PracticeList from 'c/practiceList';
import { show, textOf } from 'test/dom';
import { FakeServer, settled } from 'test/server';

jest.mock(
  '@salesforce/apex/DealsideSessionToken.issue',
  () => ({
    __esModule: true,
    default: () => Promise.resolve(jest.requireActual('test/apex').aSession()),
  }),
  { virtual: true },
);
jest.mock(
  '@salesforce/apex/DealsideCoachingDebriefs.due',
  () => ({ __esModule: true, default: () => Promise.resolve([]) }),
  { virtual: true },
);
jest.mock(
  '@salesforce/apex/DealsideCoachingDebriefs.finish',
  () => ({ __esModule: true, default: jest.fn() }),
  { virtual: true },
);
jest.mock(
  '@salesforce/customPermission/Dealside_Monitor',
  () => ({ __esModule: true, default: undefined }),
  { virtual: true },
);
jest.mock(
  '@salesforce/customPermission/Dealside_Take_Calls',
  () => ({ __esModule: true, default: true }),
  { virtual: true },
);

jest.mock(
  '@salesforce/customPermission/Dealside_All_Calls',
  () => ({ __esModule: true, default: undefined }),
  { virtual: true },
);

describe('a rep without practice calls and debriefs', () => {
  it('reads what the rep does, not what supervisors do', async () => {
    new FakeServer()
      .on('GET /api/practice', { calls: [], total: 0 })
      .on('GET /api/debriefs/of-calls', { debriefs: [] });
    const practice = await show('c-practice-list', PracticeList, {});
    await settled();
    expect(textOf(practice)).toContain('Start one with Practice in the softphone.');
    const debriefs = await show('c-coaching-list', CoachingList, {});
    await settled();
    expect(textOf(debriefs)).toContain('Debriefs that your supervisor plans');
  });
});
