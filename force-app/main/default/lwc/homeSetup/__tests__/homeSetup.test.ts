import HomeSetup from 'c/homeSetup';
import { show, textOf } from 'test/dom';
import { FakeServer, settled } from 'test/server';

jest.mock(
  '@salesforce/apex/DealsideSessionToken.issue',
  () => ({ __esModule: true, default: () => Promise.resolve(require('test/apex').aSession()) }),
  { virtual: true },
);

const shown = async (checks: object[]) => {
  new FakeServer().on('GET /api/setup', { checkedAt: '2026-11-20T10:00:00Z', checks });
  const element = await show('c-home-setup', HomeSetup, {});
  await settled();
  return element;
};
const check = (name: string, status: string) => ({
  check: name,
  status,
  title: `Title of ${name}`,
  text: 'Text.',
});

describe('the setup at home', () => {
  it('says that everything is in place', async () => {
    const element = await shown([check('policy', 'ok')]);
    expect(textOf(element)).toContain('Everything is in place.');
    await expect(element).toBeAccessible();
  });

  it('names what is missing', async () => {
    const element = await shown([
      check('policy', 'ok'),
      check('sync', 'todo'),
      check('audio_check', 'todo'),
      check('callbacks', 'unknown'),
    ]);
    const text = textOf(element);
    expect(text).toContain("2 items need your attention. 1 couldn't be checked.");
    expect(text).toContain('Title of sync');
    expect(text).not.toContain('Title of policy');
  });
});
