import InterventionMessages from 'c/interventionMessages';
import { click, findAll, show, textOf } from 'test/dom';
import { FakeServer, settled } from 'test/server';

jest.mock(
  '@salesforce/apex/DealsideSessionToken.issue',
  () => ({ __esModule: true, default: () => Promise.resolve(require('test/apex').aSession()) }),
  { virtual: true },
);

const PATH = '/api/interventions/i1/text-whispers';
const shown = () => show('c-intervention-messages', InterventionMessages, { interventionId: 'i1' });

describe('what was written during an intervention', () => {
  it('is asked for only at a click, and says who wrote it', async () => {
    const server = new FakeServer().on(`GET ${PATH}`, {
      textWhispers: [
        {
          textWhisperId: 't1',
          from: { userId: 'm', name: 'Maya Okafor' },
          text: 'Well done.',
          isPraise: true,
          at: '2026-11-20T10:00:00Z',
        },
      ],
    });
    const element = await shown();
    expect(server.asked).toEqual([]);
    await click(element, '[data-action=messages]');
    await settled();
    expect(textOf(element)).toMatch(/Praise from Maya Okafor.*Well done\./);
    await expect(element).toBeAccessible();
  });

  it('is nothing, or is not theirs to read', async () => {
    new FakeServer().on(`GET ${PATH}`, { textWhispers: [] });
    const empty = await shown();
    await click(empty, '[data-action=messages]');
    await settled();
    expect(textOf(empty)).toContain('No messages were written.');
    new FakeServer().refuses(`GET ${PATH}`, 404, { code: 'not_found', message: 'Not yours.' });
    const refused = await shown();
    await click(refused, '[data-action=messages]');
    await settled();
    expect(textOf(refused)).toContain('Not yours.');
    expect(findAll(refused, 'dd')).toHaveLength(0);
  });
});
