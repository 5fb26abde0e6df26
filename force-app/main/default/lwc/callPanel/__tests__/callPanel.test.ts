import CallPanel from 'c/callPanel';
import { aCall, ownCall, WORDS } from 'test/builders';
import { findAll, show, textOf } from 'test/dom';
import { FakeServer } from 'test/server';

jest.mock(
  '@salesforce/apex/DealsideSessionToken.issue',
  () => ({ __esModule: true, default: () => Promise.resolve(require('test/apex').aSession()) }),
  { virtual: true },
);

beforeEach(() => void new FakeServer().on('GET /api/vocabulary', WORDS));
const shown = (properties: object) => show('c-call-panel', CallPanel, properties);

describe('the panel of a call', () => {
  it('offers a rep what reps do', async () => {
    const element = await shown({ call: ownCall() });
    expect([
      findAll(element, 'c-call-rep-panel').length,
      findAll(element, 'c-call-supervisor-panel').length,
    ]).toEqual([1, 0]);
    await expect(element).toBeAccessible();
  });

  it('offers everybody else what supervisors do', async () => {
    const element = await shown({ call: aCall() });
    expect([
      findAll(element, 'c-call-rep-panel').length,
      findAll(element, 'c-call-supervisor-panel').length,
    ]).toEqual([0, 1]);
    await expect(element).toBeAccessible();
  });

  it('names the deal where the page is not about it', async () => {
    expect(textOf(await shown({ call: aCall(), showOpportunity: true }))).toContain(
      'Brightwater roll-out',
    );
    expect(textOf(await shown({ call: aCall() }))).not.toContain('Brightwater roll-out');
  });
});
