import CoachingPlan from 'c/coachingPlan';
import { click, find, findAll, show, textOf, type } from 'test/dom';
import { FakeServer, settled } from 'test/server';

jest.mock(
  '@salesforce/apex/DealsideSessionToken.issue',
  () => ({ __esModule: true, default: () => Promise.resolve(require('test/apex').aSession()) }),
  { virtual: true },
);

const PATH = '/api/calls/c1/debrief';
const VOCABULARY = {
  reasons: [{ code: 'large_deal', label: 'Large deal', family: 'deal' }],
  outcomes: [],
  modes: [],
};
const DETAILS = {
  debriefId: 'd1',
  stage: 'rep_scores',
  you: 'supervisor',
  rep: 'Ravi Patel',
  supervisor: 'Maya Okafor',
  customerName: 'Priya Raman',
  items: [],
};
let server: FakeServer;
beforeEach(() => {
  server = new FakeServer().on('GET /api/vocabulary', VOCABULARY);
});
const shown = (more: object) =>
  show('c-coaching-plan', CoachingPlan, { callId: 'c1', rep: 'Ravi Patel', ...more });

describe('the debrief of a finished call', () => {
  it('is planned with a reason to watch and a note, and shown', async () => {
    server.on(`POST ${PATH}`, { debriefId: 'd1', dueOn: '2026-12-02' }, 201);
    server.on('GET /api/debriefs/d1/details', DETAILS);
    const element = await shown({ mayPlan: true });
    await click(element, '[data-action=plan-debrief]');
    await settled();
    expect(textOf(element)).toContain('Ravi Patel scores the call first.');
    await expect(element).toBeAccessible();
    await type(element, '[data-field=reason]', 'large_deal');
    await type(element, '[data-field=plan-note]', ' The price. ');
    await click(element, '[data-action=save-plan]');
    await settled();
    expect(server.posted(PATH)).toEqual([{ reasonCode: 'large_deal', note: 'The price.' }]);
    expect(find(element, '[role=status]').textContent).toMatch(/^Debrief planned, due .*Dec.* 2/);
    expect(element.shadowRoot!.activeElement).toBe(find(element, '[data-action=toggle-debrief]'));
    await click(element, '[data-action=toggle-debrief]');
    await settled();
    expect(textOf(element)).toContain('Ravi Patel scores the call first.');
    await expect(element).toBeAccessible();
  });

  it('is planned without either', async () => {
    server.on(`POST ${PATH}`, { debriefId: 'd1', dueOn: '2026-12-02' }, 201);
    const element = await shown({ mayPlan: true });
    await click(element, '[data-action=plan-debrief]');
    await click(element, '[data-action=save-plan]');
    await settled();
    expect(server.posted(PATH)).toEqual([{}]);
  });

  it('sends nothing that was entered before the form was canceled', async () => {
    server.on(`POST ${PATH}`, { debriefId: 'd1', dueOn: '2026-12-02' }, 201);
    const element = await shown({ mayPlan: true });
    await click(element, '[data-action=plan-debrief]');
    await settled();
    await type(element, '[data-field=reason]', 'large_deal');
    await type(element, '[data-field=plan-note]', 'The price.');
    await click(element, '[data-action=cancel]');
    await click(element, '[data-action=plan-debrief]');
    await click(element, '[data-action=save-plan]');
    await settled();
    expect(server.posted(PATH)).toEqual([{}]);
  });

  it('says why it cannot be planned, and keeps what was entered', async () => {
    server.refuses(`POST ${PATH}`, 409, {
      code: 'debrief_planned',
      message: 'A debrief of this call is planned already.',
    });
    const element = await shown({ mayPlan: true });
    await click(element, '[data-action=plan-debrief]');
    await type(element, '[data-field=plan-note]', 'The price.');
    await click(element, '[data-action=save-plan]');
    await settled();
    expect(textOf(element)).toContain('A debrief of this call is planned already.');
    expect(findAll(element, '[data-field=plan-note]')).toHaveLength(1);
    await expect(element).toBeAccessible();
  });

  it('is only named where it is of others, and nothing where there is none', async () => {
    const ofOthers = await shown({ debrief: { supervisor: 'Dana Cole' } });
    expect(textOf(ofOthers)).toContain('Debrief with Dana Cole');
    expect(findAll(ofOthers, 'button, [data-action]')).toHaveLength(0);
    await expect(ofOthers).toBeAccessible();
    expect(textOf(await shown({})).trim()).toBe('');
  });
});
