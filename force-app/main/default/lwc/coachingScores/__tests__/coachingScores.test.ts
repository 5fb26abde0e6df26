import type { DebriefView } from 'c/coachingApi';
import CoachingScores from 'c/coachingScores';
import { check, click, eventDetails, find, findAll, show, textOf, type } from 'test/dom';
import { FakeServer, settled } from 'test/server';

jest.mock(
  '@salesforce/apex/DealsideSessionToken.issue',
  () => ({ __esModule: true, default: () => Promise.resolve(require('test/apex').aSession()) }),
  { virtual: true },
);

const PATH = '/api/debriefs/i1';
const item = (name: string, more: object = {}) => ({
  name,
  label: name,
  kind: 'scale' as const,
  choices: [],
  isCritical: false,
  mayNotApply: false,
  needsComment: false,
  ...more,
});
const view = (more: Partial<DebriefView> = {}): DebriefView => ({
  debriefId: 'i1',
  stage: 'rep_scores',
  you: 'rep',
  rep: 'Ravi Patel',
  supervisor: 'Maya Okafor',
  items: [item('Listening'), item('Truth', { kind: 'yes_no', isCritical: true })],
  ...more,
});
let server: FakeServer;
beforeEach(() => {
  server = new FakeServer();
});
const shown = async (one: DebriefView) => {
  server.on(`GET ${PATH}/details`, one);
  const element = await show('c-coaching-scores', CoachingScores, { debriefId: 'i1' });
  await settled();
  return element;
};
const SCORE = { answers: [{ item: 'Listening', value: 4 }], percent: 75, failed: [] };

describe('the scores of a call', () => {
  it('are given by the rep first, item by item', async () => {
    const element = await shown(view());
    server.on(`POST ${PATH}/score`, view({ stage: 'supervisor_scores', selfScore: SCORE }));
    const stages = eventDetails(element, 'stage');
    expect(findAll(element, 'select')).toHaveLength(0);
    await click(element, '[data-action=score]');
    await type(element, 'select[data-item=Listening]', '4');
    await type(element, 'textarea[data-item=Listening]', ' Good. ');
    await type(element, 'select[data-item=Truth]', 'yes');
    await expect(element).toBeAccessible();
    await click(element, '[data-action=save-score]');
    await settled();
    expect(server.posted(`${PATH}/score`)).toEqual([
      {
        answers: [
          { item: 'Listening', value: 4, comment: 'Good.' },
          { item: 'Truth', value: true },
        ],
      },
    ]);
    expect(textOf(element)).toContain('Maya Okafor scores it next.');
    expect(stages).toEqual([{ stage: 'supervisor_scores' }]);
  });

  it('have the transcript of the call above the questions where it was transcribed', async () => {
    const idOf = (element: HTMLElement) =>
      element.shadowRoot!.querySelector<HTMLElement & { callId: string }>('c-call-transcript')
        ?.callId;
    const transcribed = await shown(view({ callId: 'c1', isTranscribed: true }));
    expect(idOf(transcribed)).toBe('c1');
    await expect(transcribed).toBeAccessible();
    expect(idOf(await shown(view({ callId: 'c1', isTranscribed: false })))).toBeUndefined();
  });

  it('are followed by a rating of the coaching once the debrief was held', async () => {
    const held = { stage: 'ready' as const, isClosed: true, ratings: {} };
    const asked = await shown(view({ ...held, mayRate: true }));
    expect(findAll(asked, '[data-action=rate]')).toHaveLength(1);
    expect(findAll(await shown(view(held)), '[data-action=rate]')).toHaveLength(0);
    const ratings = { yours: { value: 5 } };
    server.on(`POST ${PATH}/rating`, { ratings });
    await check(asked, 'input[value="5"]');
    await click(asked, '[data-action=rate]');
    await settled();
    expect(textOf(asked)).toContain('You rated the debrief 5 of 5.');
  });

  it('say that the debrief is overdue, and that it was escalated', async () => {
    const text = async (more: object) => textOf(await shown(view(more)));
    expect(await text({ isOverdue: true })).toContain('Overdue. Hold the debrief today.');
    expect(await text({ isOverdue: true, isEscalated: true })).toContain(
      "Overdue. The supervisor's manager was notified.",
    );
    expect(await text({})).not.toContain('Overdue');
  });

  it('say only what to do where the page says since when it is overdue', async () => {
    const text = async (more: object) => {
      const element = await shown(view({ isOverdue: true, ...more }));
      Object.assign(element, { hasDueDay: true });
      await settled();
      return textOf(element);
    };
    expect(await text({})).toMatch(/^Hold the debrief today\./);
    expect(await text({ isEscalated: true })).toMatch(/^The supervisor's manager was notified\./);
  });

  it('are asked for item by item where something is missing, and nothing is sent', async () => {
    const element = await shown(
      view({ items: [item('Listening'), item('Truth', { kind: 'yes_no', needsComment: true })] }),
    );
    await click(element, '[data-action=score]');
    await type(element, 'select[data-item=Truth]', 'yes');
    await click(element, '[data-action=save-score]');
    await settled();
    const errors = () => findAll(element, '.slds-has-error [role=alert]').map(textOf);
    expect(errors()).toEqual(['Select an answer.', 'Enter a comment.']);
    expect(findAll(element, '[aria-invalid=true]')).toHaveLength(2);
    expect(server.asked.filter(({ method }) => method === 'POST')).toEqual([]);
    await expect(element).toBeAccessible();
    await type(element, 'textarea[data-item=Truth]', 'At the end.');
    expect(errors()).toEqual(['Select an answer.']);
  });

  it('keep what was chosen and written while the form is closed', async () => {
    const element = await shown(view());
    await click(element, '[data-action=score]');
    await type(element, 'select[data-item=Truth]', 'yes');
    await type(element, 'textarea[data-item=Truth]', 'At the end.');
    await click(element, '[data-action=cancel]');
    await click(element, '[data-action=score]');
    expect(find<HTMLSelectElement>(element, 'select[data-item=Truth]').value).toBe('yes');
    expect(find<HTMLTextAreaElement>(element, 'textarea[data-item=Truth]').value).toBe(
      'At the end.',
    );
  });

  it('have the time that is booked by one of the two', async () => {
    const element = await shown(view({ zones: { rep: 'UTC', supervisor: 'UTC' } }));
    server.on(`GET ${PATH}/times`, {
      status: 'proposed',
      slots: [{ startsAt: '2026-12-03T14:00:00.000Z', isAfterDue: false, isOutsideHours: false }],
      areMore: false,
      zones: { rep: 'UTC', supervisor: 'UTC' },
    });
    const booking = {
      startsAt: '2026-12-03T14:00:00.000Z',
      endsAt: '2026-12-03T14:15:00.000Z',
      by: 'rep',
    };
    server.on(`POST ${PATH}/times`, { booking });
    await click(element, '[data-action=pick-time]');
    await settled();
    await click(element, '[data-action=book-time]');
    await settled();
    expect(textOf(element)).toMatch(/Booked: Thu, Dec 3, 2:00.PM/);
  });

  it('wait for the rep where the supervisor looks first', async () => {
    const element = await shown(view({ you: 'supervisor' }));
    expect(textOf(element)).toContain('Ravi Patel scores the call first.');
    expect(findAll(element, 'select')).toHaveLength(0);
  });

  it('stand side by side with the moments of the call, and the rep answers once', async () => {
    const element = await shown(
      view({
        stage: 'rep_reads',
        selfScore: SCORE,
        supervisorScore: { ...SCORE, percent: 25, failed: ['Truth'] },
        startedAt: '2026-11-20T10:00:00.000Z',
        modes: [{ mode: 'barge', at: '2026-11-20T10:02:05.000Z' }],
        moments: [{ momentId: 'm', at: '2026-11-20T10:01:00.000Z' }],
      }),
    );
    server.on(`POST ${PATH}/acknowledge`, view({ stage: 'ready' }));
    expect(findAll(element, '.timeline li').map(textOf)).toEqual(['1:00 Flagged', '2:05 Barge']);
    expect(textOf(find(element, 'tfoot'))).toContain('75.0% 25.0%, failed a critical item');
    await expect(element).toBeAccessible();
    await type(element, '[data-field=answer]', 'I see it otherwise.');
    await click(element, '[data-action=read-score]');
    await settled();
    expect(server.posted(`${PATH}/acknowledge`)).toEqual([{ answer: 'I see it otherwise.' }]);
  });

  it('say what the next calls say: graduated, or again', async () => {
    expect(
      textOf(await shown(view({ stage: 'ready', watch: { status: 'graduated', of: 10 } }))),
    ).toContain('Graduated: 10 calls without this reason.');
    const at = '2026-11-20T10:00:00.000Z';
    expect(
      textOf(await shown(view({ stage: 'ready', watch: { status: 'again', callId: 'c', at } }))),
    ).toContain('Again: the same reason came back on Nov 20, 2026.');
  });

  it('has the focus on who closed it alone, once the form for that is gone', async () => {
    const element = await shown(view({ hasOtherLeft: true }));
    server.on(`POST ${PATH}/close`, undefined, 204);
    const closedAlone = { by: 'Ravi Patel', reason: 'Maya left.' };
    await click(element, '[data-action=close-alone]');
    await type(element, '[data-field=close-reason]', 'Maya left.');
    server.on(`GET ${PATH}/details`, view({ isClosed: true, closedAlone }));
    await click(element, '[data-action=save-close-alone]');
    await settled();
    expect(findAll(element, 'c-coaching-close-alone')).toHaveLength(0);
    const closed = find(element, '[data-part=closed-alone]');
    expect(closed.textContent).toContain('Maya left.');
    expect(element.shadowRoot!.activeElement).toBe(closed);
    await expect(element).toBeAccessible();
  });
});
