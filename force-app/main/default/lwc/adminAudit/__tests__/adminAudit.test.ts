import AdminAudit from 'c/adminAudit';
import { CurrentPageReference } from 'lightning/navigation';
import { click, find, findAll, show, textOf, type } from 'test/dom';
import { FakeServer, settled } from 'test/server';

jest.mock(
  '@salesforce/apex/DealsideSessionToken.issue',
  () => ({ __esModule: true, default: () => Promise.resolve(require('test/apex').aSession()) }),
  { virtual: true },
);
jest.mock(
  '@salesforce/customPermission/Dealside_Administer',
  () => ({ __esModule: true, default: true }),
  { virtual: true },
);

const entry = (position: number, more: object = {}) => ({
  position,
  at: '2026-11-20T10:00:00Z',
  actor: { kind: 'person', userId: '005M', role: 'supervisor' },
  action: 'ModeRequested',
  label: 'Mode requested',
  actorRole: 'Supervisor',
  result: 'done',
  ...more,
});
const REFUSED = entry(2, {
  result: 'refused',
  code: 'out_of_scope',
  problem: "The rep isn't in your team.",
  actor: { kind: 'unknown', claimedUserId: '005T' },
});
const NAMES = { '005M': 'Maya Okafor', '005R': 'Ravi Patel' };
let server: FakeServer;
beforeEach(() => {
  server = new FakeServer()
    .on('GET /api/audit', { entries: [REFUSED, entry(1)], names: NAMES, next: 1 })
    .on('GET /api/incidents', { incidents: [] })
    .on('GET /api/audit/checkpoints', { checkpoints: [] });
});
const shown = async () => {
  const element = await show('c-admin-audit', AdminAudit, {});
  await settled();
  return element;
};
const lines = (...all: object[]) => {
  const text = new TextEncoder().encode(all.map((each) => `${JSON.stringify(each)}\n`).join(''));
  const pieces = [text.slice(0, 20), text.slice(20)];
  return {
    ok: true,
    status: 200,
    body: {
      getReader: () => ({
        read: () =>
          Promise.resolve(
            pieces.length > 0 ? { done: false, value: pieces.shift() } : { done: true },
          ),
      }),
    },
  };
};
const answersVerification = (...all: object[]) => {
  const usual = globalThis.fetch;
  globalThis.fetch = ((url: string, init: RequestInit) =>
    String(url).endsWith('/verify')
      ? Promise.resolve(lines(...all))
      : usual(url, init)) as typeof fetch;
};

/** The cells of the CSV file in a link. None of these texts contains a quote. */
const csvOf = (link: HTMLAnchorElement): string[][] =>
  decodeURIComponent(link.href.slice(link.href.indexOf(',') + 1))
    .split('\r\n')
    .map((line) =>
      [...line.matchAll(/"([^"]*)"|([^,]+)|(?<=^|,)(?=,|$)/g)].map(([, a, b]) => a ?? b ?? ''),
    );

describe('the audit page', () => {
  it('filters by person, mode, call and recording, each by its own words (D31, D41)', async () => {
    const element = await shown();
    await type(element, '[data-filter=userId]', '005M');
    await type(element, '[data-filter=mode]', 'barge');
    await type(element, '[data-filter=callId]', ' call-1 ');
    await type(element, '[data-filter=recordingId]', 'recording-1');
    await settled();
    const { path, query } = server.asked.at(-1)!;
    expect([path, Object.fromEntries(query)]).toEqual([
      '/api/audit',
      {
        userId: '005M',
        mode: 'barge',
        callId: 'call-1',
        recordingId: 'recording-1',
        limit: '50',
      },
    ]);
  });

  it('has what else was done on a call by a click on it', async () => {
    server.on('GET /api/audit', {
      entries: [entry(3, { callId: 'call-1' })],
      calls: { 'call-1': { rep: 'Ravi Patel', customer: 'Priya Raman' } },
    });
    const element = await shown();
    expect(textOf(find(element, '[data-column=call]'))).toBe('Ravi Patel with Priya Raman');
    await click(element, '[data-column=call]');
    await settled();
    expect(find<HTMLInputElement>(element, '[data-filter=callId]').value).toBe('call-1');
  });

  it('is downloaded as it is shown, with all pages and without an id of a person (D31, D41)', async () => {
    server.on('GET /api/audit', {
      entries: [
        entry(3, {
          details: { mode: 'barge', supervisorUserId: '005M', repUserId: '005R', recordingId: 'r' },
        }),
        REFUSED,
      ],
      names: NAMES,
    });
    const element = await shown();
    const shownRows = findAll(element, 'tbody tr').map((row) =>
      [...row.querySelectorAll('th, td')].map((cell) => textOf(cell as HTMLElement)),
    );
    await click(element, '[data-action=download]');
    await settled();
    const [, ...rows] = csvOf(find<HTMLAnchorElement>(element, 'a[download]'));
    // The page labels a recording with what a click does, the file with its id.
    expect(shownRows.map((row) => row[7])).toEqual(['Show this recording', '']);
    expect(rows.map((row) => row[7])).toEqual(['r', '']);
    const others = (row: readonly string[]) => row.filter((_, column) => column !== 7);
    expect(rows.map((row) => others(row.slice(0, -1)))).toEqual(shownRows.map(others));
    expect(rows.map((row) => row[4])).toEqual(['Barge', '']);
    expect(rows.flat().join()).not.toMatch(/005M|005R|out_of_scope/);
    await expect(element).toBeAccessible();
  });

  it('keeps the list when a download fails, and says so until something is loaded', async () => {
    const element = await shown();
    server.refuses('GET /api/audit', 502, { code: 'server', message: 'The storage is away.' });
    await click(element, '[data-action=download]');
    await settled();
    expect(textOf(element)).toContain('The storage is away.');
    expect(findAll(element, 'tbody tr')).toHaveLength(2);
    server.on('GET /api/audit', { entries: [entry(1)], names: NAMES });
    await type(element, '[data-filter=mode]', 'barge');
    await settled();
    expect(textOf(element)).not.toContain('The storage is away.');
    expect(findAll(element, 'tbody tr')).toHaveLength(1);
  });

  it('drops a download whose filters were changed while it was made', async () => {
    const element = await shown();
    const asked = globalThis.fetch;
    const pages: string[] = [];
    let answer: (() => void) | undefined;
    globalThis.fetch = ((url: string, init: RequestInit) => {
      if (!String(url).includes('limit=500')) return asked(url, init);
      pages.push(String(url));
      return new Promise((resolve) => {
        answer = () => resolve(asked(url, init));
      });
    }) as typeof fetch;
    await click(element, '[data-action=download]');
    await type(element, '[data-filter=mode]', 'barge');
    answer!();
    await settled();
    await settled();
    expect(pages).toHaveLength(1);
    expect(find<HTMLAnchorElement>(element, 'a[download]').getAttribute('href')).toBeNull();
    expect(find<HTMLButtonElement>(element, '[data-action=download]').disabled).toBe(false);
  });

  it('begins with one call or one recording, where a link led to it', async () => {
    const element = await shown();
    (CurrentPageReference as unknown as { emit(page: object): void }).emit({
      type: 'standard__navItemPage',
      state: { c__callId: 'call-7' },
    });
    await settled();
    expect(Object.fromEntries(server.asked.at(-1)!.query)).toEqual({
      callId: 'call-7',
      limit: '50',
    });
    expect(find<HTMLInputElement>(element, '[data-filter=callId]').value).toBe('call-7');
  });

  it('lists what was done and refused, by whom (D27, V16)', async () => {
    const element = await shown();
    expect(findAll(element, 'tbody tr').map((row) => textOf(row))).toEqual([
      expect.stringContaining("Mode requested Refused: The rep isn't in your team."),
      expect.stringContaining('Maya Okafor · Supervisor Mode requested'),
    ]);
    await expect(element).toBeAccessible();
  });

  it('asks for the older entries, and keeps the newer', async () => {
    const element = await shown();
    server.on('GET /api/audit', { entries: [entry(0)] });
    await click(element, '[data-action=more]');
    await settled();
    expect(findAll(element, 'tbody tr')).toHaveLength(3);
    expect(findAll(element, '[data-action=more]')).toHaveLength(0);
  });

  it('says that nothing matches', async () => {
    const element = await shown();
    server.on('GET /api/audit', { entries: [] });
    await type(element, '[id^=result]', 'refused');
    await settled();
    expect(textOf(element)).toContain('No matching entries');
  });

  it('has the chain verified, and says what that proves (G47)', async () => {
    const element = await shown();
    answersVerification(
      { progress: { checked: 1, of: 2 } },
      { ok: true, entries: 2, checkpoints: 0 },
    );
    await click(element, '[data-action=verify]');
    await settled();
    expect(find(element, '[role=status]').textContent).toBe(
      'Nothing in the chain contradicts itself. Entries: 2. Only a comparison with the checkpoints in Salesforce verifies it.',
    );
    await expect(element).toBeAccessible();
  });

  it('says where the chain is broken', async () => {
    const element = await shown();
    answersVerification({
      ok: false,
      fault: {
        kind: 'changed',
        position: 1,
        message: 'Entry 1 bears a hash that is not its own.',
        text: 'An entry was changed after it was written. First affected entry: 1.',
      },
    });
    await click(element, '[data-action=verify]');
    await settled();
    expect(textOf(element)).toContain(
      'The chain is broken: An entry was changed after it was written. First affected entry: 1.',
    );
  });

  it('says it in the words of a server of an earlier release too', async () => {
    const element = await shown();
    answersVerification({
      ok: false,
      fault: { kind: 'changed', position: 1, message: 'Entry 1 bears a hash that is not its own.' },
    });
    await click(element, '[data-action=verify]');
    await settled();
    expect(textOf(element)).toContain(
      'The chain is broken: Entry 1 bears a hash that is not its own.',
    );
  });

  it('keeps its forms and filters when older entries or others could not be read', async () => {
    const element = await shown();
    const form = find(element, 'c-admin-recording-export');
    server.refuses('GET /api/audit', 503, { code: 'network', message: 'The server is away.' });
    await click(element, '[data-action=more]');
    await settled();
    expect(textOf(element)).toContain('The server is away.');
    expect(findAll(element, '[data-action=retry-entries]')).toHaveLength(0);
    await type(element, '[data-filter=mode]', 'barge');
    await settled();
    expect(find(element, 'c-admin-recording-export')).toBe(form);
    expect(find<HTMLSelectElement>(element, '[data-filter=mode]').value).toBe('barge');
    expect(findAll(element, 'tbody tr')).toHaveLength(2);
    await expect(element).toBeAccessible();
    server.on('GET /api/audit', { entries: [entry(1)], names: NAMES });
    await click(element, '[data-action=retry-entries]');
    await settled();
    expect(textOf(element)).not.toContain('The server is away.');
    expect(findAll(element, 'tbody tr')).toHaveLength(1);
  });

  it('keeps the entries when the chain could not be verified, and says so', async () => {
    const element = await shown();
    const usual = globalThis.fetch;
    globalThis.fetch = ((url: string, init: RequestInit) =>
      String(url).endsWith('/verify')
        ? Promise.reject(new Error('away'))
        : usual(url, init)) as typeof fetch;
    await click(element, '[data-action=verify]');
    await settled();
    expect(findAll(element, 'c-ui-problem-message')).toHaveLength(1);
    expect(findAll(element, 'tbody tr')).toHaveLength(2);
    await expect(element).toBeAccessible();
  });
});
