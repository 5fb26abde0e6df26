import LiveWall from 'c/liveWall';
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

describe('the live wall of a rep', () => {
  it('says whom it is for, and asks the server nothing', async () => {
    const server = new FakeServer();
    const wall = await show('c-live-wall', LiveWall, {});
    expect(textOf(wall)).toContain('The live wall is for supervisors');
    expect(server.asked).toEqual([]);
    await expect(wall).toBeAccessible();
  });
});
