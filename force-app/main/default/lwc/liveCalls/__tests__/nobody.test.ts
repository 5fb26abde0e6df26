import LiveCalls from 'c/liveCalls';
import { OPPORTUNITY } from 'test/builders';
import { show, textOf } from 'test/dom';
import { FakeServer } from 'test/server';

jest.mock(
  '@salesforce/apex/DealsideSessionToken.issue',
  () => ({ __esModule: true, default: jest.fn() }),
  {
    virtual: true,
  },
);
jest.mock(
  '@salesforce/customPermission/Dealside_Monitor',
  () => ({ __esModule: true, default: undefined }),
  { virtual: true },
);
jest.mock(
  '@salesforce/customPermission/Dealside_Take_Calls',
  () => ({ __esModule: true, default: undefined }),
  { virtual: true },
);

describe('a person without a Dealside permission set', () => {
  it('is told so, and the server is not asked', async () => {
    const server = new FakeServer();
    const element = await show('c-live-calls', LiveCalls, { recordId: OPPORTUNITY });
    expect(textOf(element)).toContain("Dealside isn't turned on for you");
    expect(server.asked).toEqual([]);
    await expect(element).toBeAccessible();
  });
});
