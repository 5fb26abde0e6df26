import OutcomeDueList from 'c/outcomeDueList';
import { anEndedIntervention, WORDS } from 'test/builders';
import { check, click, findAll, show, textOf } from 'test/dom';
import { FakeServer, settled } from 'test/server';

jest.mock(
  '@salesforce/apex/DealsideSessionToken.issue',
  () => ({ __esModule: true, default: () => Promise.resolve(require('test/apex').aSession()) }),
  { virtual: true },
);

const OUTCOME = '/api/interventions/intervention-1/outcome';
let server: FakeServer;

function shown(interventions = [anEndedIntervention()]) {
  server = new FakeServer().on('GET /api/vocabulary', WORDS);
  return show('c-outcome-due-list', OutcomeDueList, { interventions });
}

describe('an outcome that is due', () => {
  it('is asked for', async () => {
    const element = await shown();
    expect(textOf(element)).toContain('How did it go?');
    await expect(element).toBeAccessible();
  });

  it('is one at a time', async () => {
    const element = await shown([
      anEndedIntervention(),
      anEndedIntervention({ interventionId: 'intervention-2' }),
    ]);
    expect(findAll(element, 'c-outcome-form')).toHaveLength(1);
  });

  it('is saved, with the debrief', async () => {
    const element = await shown();
    server.on(`POST ${OUTCOME}`, {
      intervention: anEndedIntervention({ outcome: { status: 'given', code: 'lost' } }),
    });
    await check(element, 'input[value=lost]');
    await check(element, '[data-field=coaching]');
    await click(element, '[data-action=save]');
    expect(server.posted(OUTCOME)).toEqual([
      { outcome: 'lost', coaching: { dueOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) } },
    ]);
    expect(textOf(element)).toContain(
      'Outcome saved. A debrief task for Ravi Patel is being created.',
    );
    await expect(element).toBeAccessible();
  });

  it('is not mistaken for the one that was saved before', async () => {
    const element = await shown();
    server.on(`POST ${OUTCOME}`, {
      intervention: anEndedIntervention({ outcome: { status: 'given', code: 'lost' } }),
    });
    await check(element, 'input[value=lost]');
    await click(element, '[data-action=save]');
    element.interventions = [anEndedIntervention({ interventionId: 'intervention-2' })];
    await settled();
    expect(textOf(element)).not.toContain('Saved.');
  });

  it('stays in place when it could not be saved', async () => {
    const element = await shown();
    server.refuses(`POST ${OUTCOME}`, 422, {
      code: 'outcome_invalid',
      message: 'Choose one of the offered outcomes.',
    });
    await check(element, 'input[value=lost]');
    await click(element, '[data-action=save]');
    expect(textOf(element)).toContain('Choose one of the offered outcomes.');
    expect(findAll(element, 'c-outcome-form')).toHaveLength(1);
  });

  it('says when it was due, and still says so when it is put off (G35)', async () => {
    const element = await shown([
      anEndedIntervention({ outcomeDueAt: '2020-01-02T15:04:00.000Z' }),
    ]);
    expect(textOf(element)).toContain('Was due Jan 2, 2020');
    await click(element, '[data-action=later]');
    expect(textOf(element)).toContain('1 outcome to log · the oldest was due Jan 2, 2020');
    await expect(element).toBeAccessible();
  });

  it('can be put off, and stays within reach', async () => {
    const element = await shown();
    await click(element, '[data-action=later]');
    expect(textOf(element)).toBe('1 outcome to log [Log outcome]');
    await expect(element).toBeAccessible();
    await click(element, '[data-action=give-now]');
    expect(findAll(element, 'c-outcome-form')).toHaveLength(1);
  });
});

describe('no outcome due', () => {
  it('shows nothing and asks nothing', async () => {
    const element = await shown([]);
    expect(textOf(element)).toBe('');
    expect(server.asked).toEqual([]);
  });
});
