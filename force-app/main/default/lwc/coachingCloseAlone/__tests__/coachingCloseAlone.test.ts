import CoachingCloseAlone from 'c/coachingCloseAlone';
import { click, eventDetails, find, show, textOf, type } from 'test/dom';
import { FakeServer, settled } from 'test/server';

jest.mock(
  '@salesforce/apex/DealsideSessionToken.issue',
  () => ({ __esModule: true, default: () => Promise.resolve(require('test/apex').aSession()) }),
  { virtual: true },
);

const PATH = '/api/debriefs/d1/close';
const shown = () =>
  show('c-coaching-close-alone', CoachingCloseAlone, { debriefId: 'd1', name: 'Ravi Patel' });

describe('a debrief whose other person has left', () => {
  it('is closed with a reason, which is required', async () => {
    const server = new FakeServer().on(`POST ${PATH}`, undefined, 204);
    const element = await shown();
    expect(textOf(element)).toContain('Ravi Patel is no longer active here.');
    const closed = eventDetails(element, 'closed');
    await click(element, '[data-action=close-alone]');
    await expect(element).toBeAccessible();
    await click(element, '[data-action=save-close-alone]');
    expect(find(element, '[role=alert]').textContent).toBe('Enter a reason.');
    expect(server.posted(PATH)).toEqual([]);
    await type(element, '[data-field=close-reason]', ' Left in November. ');
    await click(element, '[data-action=save-close-alone]');
    await settled();
    expect(server.posted(PATH)).toEqual([{ alone: { reason: 'Left in November.' } }]);
    expect(closed).toHaveLength(1);
  });

  it('asks for the reason again after the form was canceled', async () => {
    const server = new FakeServer();
    const element = await shown();
    await click(element, '[data-action=close-alone]');
    await type(element, '[data-field=close-reason]', 'Left.');
    await click(element, '[data-action=cancel]');
    await click(element, '[data-action=close-alone]');
    await click(element, '[data-action=save-close-alone]');
    await settled();
    expect(find(element, '[role=alert]').textContent).toBe('Enter a reason.');
    expect(server.posted(PATH)).toEqual([]);
  });

  it('says why it is not closed', async () => {
    new FakeServer().refuses(`POST ${PATH}`, 409, {
      code: 'debrief_needs_both',
      message: 'Ravi Patel can still do their part.',
    });
    const element = await shown();
    await click(element, '[data-action=close-alone]');
    await type(element, '[data-field=close-reason]', 'Left.');
    await click(element, '[data-action=save-close-alone]');
    await settled();
    expect(textOf(element)).toContain('Ravi Patel can still do their part.');
    await expect(element).toBeAccessible();
  });
});
