import OutcomeLateList from 'c/outcomeLateList';
import { findAll, show, textOf } from 'test/dom';
import { FakeServer } from 'test/server';

jest.mock(
  '@salesforce/apex/DealsideSessionToken.issue',
  () => ({ __esModule: true, default: () => Promise.resolve(require('test/apex').aSession()) }),
  { virtual: true },
);
jest.mock(
  '@salesforce/customPermission/Dealside_Monitor',
  () => ({ __esModule: true, default: true }),
  { virtual: true },
);

const LATE = {
  interventionId: 'intervention-1',
  callId: 'call-1',
  supervisor: { userId: '005M', name: 'Maya Chen' },
  repName: 'Ravi Patel',
  customerName: 'Ana Souza',
  leftAt: '2026-11-20T15:04:00.000Z',
};

const shown = (answer: object) => {
  new FakeServer().on('GET /api/interventions/late', answer);
  return show('c-outcome-late-list', OutcomeLateList, {});
};

describe('a manager of supervisors', () => {
  it('reads who owes an outcome for too long, of which call and since when (G35)', async () => {
    const element = await shown({ outcomes: [LATE], total: 1 });
    expect(textOf(element)).toContain('Maya Chen');
    expect(textOf(element)).toContain('Call of Ravi Patel with Ana Souza, ended Nov 20, 2026');
    await expect(element).toBeAccessible();
  });

  it('is told when there are more than are shown', async () => {
    const element = await shown({ outcomes: [LATE], total: 120 });
    expect(textOf(element)).toContain('The 1 oldest of 120.');
  });

  it('sees nothing where nobody owes any', async () => {
    const element = await shown({ outcomes: [], total: 0 });
    expect(findAll(element, 'lightning-card')).toHaveLength(0);
  });
});
