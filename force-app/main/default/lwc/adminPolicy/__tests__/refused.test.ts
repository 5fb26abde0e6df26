import AdminAudioCheck from 'c/adminAudioCheck';
import AdminAudit from 'c/adminAudit';
import AdminLatency from 'c/adminLatency';
import AdminPolicy from 'c/adminPolicy';
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
  '@salesforce/customPermission/Dealside_Administer',
  () => ({ __esModule: true, default: undefined }),
  { virtual: true },
);

describe('a person who is not an administrator', () => {
  it.each([
    ['c-admin-policy', AdminPolicy],
    ['c-admin-audit', AdminAudit],
    ['c-admin-latency', AdminLatency],
    ['c-admin-audio-check', AdminAudioCheck],
  ] as const)('sees nothing of %s, and the server is not asked', async (tag, page) => {
    const server = new FakeServer();
    const element = await show(tag, page, {});
    expect(textOf(element)).toContain('This page is for Dealside administrators');
    expect(textOf(element)).not.toContain('[');
    expect(server.asked).toEqual([]);
    await expect(element).toBeAccessible();
  });
});
