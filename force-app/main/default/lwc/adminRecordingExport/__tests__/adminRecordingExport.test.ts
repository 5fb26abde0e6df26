import AdminRecordingExport from 'c/adminRecordingExport';
import { click, find, findAll, show, textOf, type } from 'test/dom';
import { FakeServer, settled } from 'test/server';

jest.mock(
  '@salesforce/apex/DealsideSessionToken.issue',
  () => ({ __esModule: true, default: () => Promise.resolve(require('test/apex').aSession()) }),
  { virtual: true },
);

const BEGUN = {
  exportId: 'x1',
  recordings: 3,
  calls: 2,
  seconds: 125,
  unfinished: 1,
  link: '/api/recording-exports/x1/archive?callId=c1&ticket=t',
  since: 7,
};
let server: FakeServer;
let clicked: string[];
beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'setImmediate', 'nextTick'] });
  server = new FakeServer();
  clicked = [];
  jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    clicked.push(this.href);
  });
});
afterEach(() => {
  jest.useRealTimers();
  jest.restoreAllMocks();
});
const shown = (more: object = {}) =>
  show('c-admin-recording-export', AdminRecordingExport, {
    people: { '005M': 'Maya Okafor', '005R': 'Ravi Patel' },
    ...more,
  });

const invalidIn = (element: HTMLElement) =>
  findAll(element, '[aria-invalid=true]').map(({ dataset }) => dataset.field);

describe('recordings for a dispute', () => {
  it('are downloaded for the call that the audit shows, with how far it is (D41)', async () => {
    server
      .on('POST /api/recording-exports', BEGUN)
      .on('GET /api/recording-exports/x1', { opened: 2 });
    const element = await shown({ callId: 'c1' });
    await click(element, '[data-action=export]');
    await settled();
    expect(server.posted('/api/recording-exports')).toEqual([{ callId: 'c1' }]);
    expect(clicked).toEqual([expect.stringMatching(/x1\/archive\?callId=c1&ticket=t$/)]);
    expect(textOf(element)).toContain('Recordings: 3. Calls: 2. Length: 2:05.');
    expect(textOf(element)).toContain('Still being made, so left out: 1.');
    jest.advanceTimersByTime(2_000);
    await settled();
    expect(textOf(element)).toContain('Recordings sent: 2 of 3.');
    server.on('GET /api/recording-exports/x1', {
      opened: 2,
      finished: { missing: 1, sha256: 'ab12' },
    });
    jest.advanceTimersByTime(4_000);
    await settled();
    expect(textOf(element)).toContain('Missing in the archive: 1 of 3.');
    expect(textOf(element)).toContain('ab12');
  });

  it('are asked for by person and days where no call is given', async () => {
    server.refuses('POST /api/recording-exports', 422, {
      code: 'export_too_large',
      message: 'An archive holds at most 200 recordings, and 30 hours.',
      hint: 'Choose fewer days.',
    });
    const element = await shown();
    await click(element, '[data-action=export]');
    expect(textOf(find(element, '.slds-has-error > [role=alert]'))).toContain(
      'Enter a call, or choose whose calls.',
    );
    expect(find(element, '[data-field=call]').getAttribute('aria-invalid')).toBe('true');
    const select = find<HTMLSelectElement>(element, '[data-field=person]');
    select.value = '005R';
    select.dispatchEvent(new CustomEvent('change'));
    await click(element, '[data-action=export]');
    await settled();
    expect(server.posted('/api/recording-exports')).toEqual([
      {
        userId: '005R',
        from: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
        to: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      },
    ]);
    expect(textOf(element)).toContain('An archive holds at most 200 recordings');
    expect(clicked).toEqual([]);
    await type(element, '[data-field=call]', 'c9');
    expect(findAll(element, '[data-field=person]')).toHaveLength(0);
  });

  it('can be asked for without a mouse', async () => {
    jest.useRealTimers();
    await expect(await shown()).toBeAccessible();
  });

  it('are not asked for on days in the wrong order', async () => {
    server.on('POST /api/recording-exports', BEGUN);
    const element = await shown();
    await type(element, '[data-field=person]', '005R');
    await type(element, '[data-field=from]', '2026-11-20');
    await type(element, '[data-field=to]', '2026-11-19');
    await click(element, '[data-action=export]');
    await settled();
    expect(server.posted('/api/recording-exports')).toEqual([]);
    expect(textOf(element)).toContain('Select a From date, and a To date on or after it.');
    expect(invalidIn(element)).toEqual(['to']);
    await type(element, '[data-field=to]', '2026-11-20');
    await click(element, '[data-action=export]');
    await settled();
    expect(server.posted('/api/recording-exports')).toEqual([
      { userId: '005R', from: '2026-11-20', to: '2026-11-20' },
    ]);
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  it('are not asked for without a first day, which is marked', async () => {
    const element = await shown();
    await type(element, '[data-field=person]', '005R');
    await type(element, '[data-field=from]', '');
    await click(element, '[data-action=export]');
    await settled();
    expect(server.posted('/api/recording-exports')).toEqual([]);
    expect(invalidIn(element)).toEqual(['from']);
    const describes = find(element, '[data-field=from]').getAttribute('aria-describedby');
    expect(textOf(find(element, `[id="${describes}"]`))).toContain('Select a From date');
    expect(findAll(element, '.slds-form-element.slds-has-error')).toHaveLength(1);
  });
});
