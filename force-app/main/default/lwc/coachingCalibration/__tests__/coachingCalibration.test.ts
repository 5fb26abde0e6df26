import CoachingCalibration from 'c/coachingCalibration';
import { click, find, findAll, show, textOf } from 'test/dom';
import { FakeServer, settled } from 'test/server';

jest.mock(
  '@salesforce/apex/DealsideSessionToken.issue',
  () => ({ __esModule: true, default: () => Promise.resolve(require('test/apex').aSession()) }),
  { virtual: true },
);

const ITEM = {
  name: 'Next_Step',
  label: 'Agreed on a next step',
  kind: 'yes_no',
  choices: [],
  isCritical: true,
  mayNotApply: false,
  needsComment: false,
};
const BLIND = { items: [ITEM], isGiven: false, scores: [] };
const PATH = '/api/calls/c1/calibration';
let server: FakeServer;
beforeEach(() => {
  server = new FakeServer().on(`GET ${PATH}`, BLIND);
});
const open = async () => {
  const element = await show('c-coaching-calibration', CoachingCalibration, { callId: 'c1' });
  await click(element, '[data-action=toggle-calibration]');
  await settled();
  return element;
};

describe('a call that several score', () => {
  it('asks nothing of the server before it is opened', async () => {
    await show('c-coaching-calibration', CoachingCalibration, { callId: 'c1' });
    await settled();
    expect(server.asked).toEqual([]);
  });

  it('is scored without anything of the others', async () => {
    const element = await open();
    expect(textOf(element)).toContain('Agreed on a next step (Critical)');
    expect(findAll(element, 'li')).toHaveLength(0);
    await expect(element).toBeAccessible();
  });

  it('then shows how far apart they are, and where', async () => {
    server.on(`POST ${PATH}`, {
      items: [ITEM],
      isGiven: true,
      scores: [
        { name: 'Dana Whitfield', isYours: false, percent: 40, failed: ['Next_Step'] },
        { name: 'Maya Okafor', isYours: true, percent: 100, failed: [] },
      ],
      spread: { scores: 2, lowest: 40, highest: 100, mean: 70, differs: ['Next_Step'] },
    });
    const element = await open();
    const select = find<HTMLSelectElement>(element, 'select')!;
    select.value = 'yes';
    select.dispatchEvent(new CustomEvent('change'));
    await click(element, '[data-action=save-calibration]');
    await settled();
    expect(server.asked.at(-1)!.body).toEqual({ answers: [{ item: 'Next_Step', value: true }] });
    const text = textOf(element);
    expect(text).toContain('Dana Whitfield: 40.0%, failed');
    expect(text).toContain('You: 100.0%');
    expect(text).toContain('From 40.0% to 100.0%, 70.0% on average.');
    expect(text).toContain('Agreed on a next step');
  });

  it('forgets what was chosen when it is closed, as its form does', async () => {
    const element = await open();
    const select = find<HTMLSelectElement>(element, 'select')!;
    select.value = 'yes';
    select.dispatchEvent(new CustomEvent('change'));
    await click(element, '[data-action=toggle-calibration]');
    await click(element, '[data-action=toggle-calibration]');
    await settled();
    expect(find<HTMLSelectElement>(element, 'select').value).toBe('');
    await click(element, '[data-action=save-calibration]');
    await settled();
    expect(findAll(element, '.slds-has-error [role=alert]').map(textOf)).toContain(
      'Select an answer.',
    );
    expect(server.asked.filter(({ method }) => method === 'POST')).toEqual([]);
  });

  it('says why it is not shown', async () => {
    server.refuses(`GET ${PATH}`, 404, {
      code: 'call_not_found',
      message: 'There is no such call.',
    });
    expect(textOf(await open())).toContain('There is no such call.');
  });
});
