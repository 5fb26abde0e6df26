import { shortcutOf } from 'c/interventionShortcuts';
import LiveWall from 'c/liveWall';
import { answerRequests, dockCallBar, type SoftphoneRequest } from 'c/softphoneBus';
import { CurrentPageReference } from 'lightning/navigation';
import { aCall, anEndedIntervention, anIntervention, DANA, WORDS } from 'test/builders';
import { click, find, findAll, frame, show, textOf, type } from 'test/dom';
import { FakeServer, settled } from 'test/server';

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

const rep = (name: string) => ({ userId: name, name, present: true, onHold: false });
const dana = anIntervention('whisper', {
  interventionId: 'intervention-2',
  supervisor: { userId: DANA, name: 'Dana Whitfield' },
  repName: 'Lena Brandt',
});
const CALLS = [
  aCall({
    callId: 'a',
    rep: rep('Ravi Patel'),
    answeredAt: '2026-11-20T10:00:00Z',
    opportunity: { opportunityId: '1', name: 'Harbor', amount: 500 },
  }),
  aCall({
    callId: 'b',
    rep: rep('Lena Brandt'),
    answeredAt: '2026-11-20T09:00:00Z',
    customer: { name: 'Priya Shah', accountName: 'Contoso' },
    opportunity: { opportunityId: '2', name: 'Contoso renewal', amount: 9000 },
    interventions: [dana],
  }),
  aCall({
    callId: 'c',
    rep: rep('Jo Kim'),
    answeredAt: '2026-11-20T09:30:00Z',
    opportunity: undefined,
  }),
];
interface StaleStatus {
  readonly staleSince?: string;
}

let server: FakeServer;

beforeEach(() => {
  server = new FakeServer().on('GET /api/vocabulary', WORDS);
});

async function shown(snapshot?: object): Promise<HTMLElement> {
  const element = await show('c-live-wall', LiveWall, {});
  if (snapshot) await server.snapshot(snapshot);
  return element;
}

const order = (wall: HTMLElement) =>
  findAll(wall, '[role=gridcell].rep').map((each) => each.textContent);

describe('the live wall', () => {
  it('is loading until the first snapshot', async () => {
    const wall = await shown();
    expect(findAll(wall, 'lightning-spinner')).toHaveLength(1);
    await expect(wall).toBeAccessible();
  });

  it('says whom it is for once the permission has been removed, and shows calls when it is back', async () => {
    const wall = await shown({ calls: CALLS, mayMonitor: true });
    await server.snapshot({ calls: [], mayMonitor: false });
    expect(textOf(wall)).toContain('The live wall is for supervisors');
    expect(textOf(wall)).not.toContain('No live calls');
    expect(findAll(wall, '.summary')).toHaveLength(0);
    await expect(wall).toBeAccessible();
    await server.snapshot({ calls: CALLS, mayMonitor: true });
    expect(order(wall)).toHaveLength(3);
  });

  it('says from when the permissions are while Salesforce does not confirm them', async () => {
    const wall = await shown({ calls: CALLS });
    const status = () => find(wall, 'c-live-connection-status') as unknown as StaleStatus;
    await server.sends('rights', { staleSince: '2026-11-20T09:58:00Z' });
    expect(status().staleSince).toBe('2026-11-20T09:58:00Z');
    await server.sends('rights', {});
    expect(status().staleSince).toBeUndefined();
  });

  it('says that there is no call', async () => {
    const wall = await shown({});
    expect(textOf(wall)).toContain("No live calls Your team's calls appear here as they start.");
    await expect(wall).toBeAccessible();
  });

  it('lists the calls in scope with a summary (R1, V21, G12)', async () => {
    const wall = await shown({ calls: CALLS });
    expect(find(wall, '.summary').textContent).toBe('3 live calls · 1 supervised');
    const row = find(wall, '.row[data-call-id=b]');
    expect(find(row, '[data-mode-tag]').dataset.modeTag).toBe('whisper');
    expect(find(row, '[title="Dana Whitfield, whispering to Lena Brandt"]').textContent).toContain(
      'Dana Whitfield',
    );
    await expect(wall).toBeAccessible();
  });

  it('begins with the longest call while none needs more attention than the others', async () => {
    expect(order(await shown({ calls: CALLS }))).toEqual(['Lena Brandt', 'Jo Kim', 'Ravi Patel']);
  });

  it.each([
    ['rep', ['Jo Kim', 'Lena Brandt', 'Ravi Patel'], ['Ravi Patel', 'Lena Brandt', 'Jo Kim']],
    ['amount', ['Lena Brandt', 'Ravi Patel', 'Jo Kim'], ['Jo Kim', 'Ravi Patel', 'Lena Brandt']],
  ])('sorts by %s, and back', async (column, once, twice) => {
    const wall = await shown({ calls: CALLS });
    await click(wall, `[data-column=${column}]`);
    expect(order(wall)).toEqual(once);
    await click(wall, `[data-column=${column}]`);
    expect(order(wall)).toEqual(twice);
    expect(findAll(wall, '[role=columnheader][aria-sort]:not([aria-sort=none])')).toHaveLength(1);
  });

  it('filters by what is typed, and says how many are left', async () => {
    const wall = await shown({ calls: CALLS });
    await type(wall, 'input[type=search]', 'contoso lena');
    expect(order(wall)).toEqual(['Lena Brandt']);
    expect(find(wall, '.shown').textContent).toBe('1 of 3 shown');
    await type(wall, 'input[type=search]', 'zzz');
    expect(textOf(wall)).toContain('No calls match "zzz"');
    await expect(wall).toBeAccessible();
  });

  it('shows those of one kind', async () => {
    const wall = await shown({ calls: CALLS });
    for (const [kind, names] of Object.entries({
      supervised: ['Lena Brandt'],
      alone: ['Jo Kim', 'Ravi Patel'],
    })) {
      await type(wall, 'select', kind);
      expect(order(wall)).toEqual(names);
    }
    await type(wall, 'select', 'help');
    expect(textOf(wall)).toContain('No calls match this filter');
  });

  it('puts calls that ask for help first, in any order', async () => {
    const help = {
      helpRequestId: 'h',
      status: 'open' as const,
      reasonCode: 'pricing',
      reasonLabel: 'Pricing',
      at: '2026-11-20T10:00:00Z',
    };
    const wall = await shown({ calls: [CALLS[1], CALLS[2], { ...CALLS[0], help }] });
    expect(order(wall)).toEqual(['Ravi Patel', 'Lena Brandt', 'Jo Kim']);
    expect(textOf(wall)).toContain('Needs help: Pricing');
    expect(find(wall, '.summary').textContent).toContain('1 asking for help');
    await click(wall, '[data-column=rep]');
    expect(order(wall)).toEqual(['Ravi Patel', 'Jo Kim', 'Lena Brandt']);
    await expect(wall).toBeAccessible();
  });

  it('keeps the calls in sight when disconnected', async () => {
    const wall = await shown({ calls: CALLS });
    server.goDown();
    await settled();
    expect(textOf(wall)).toContain('Connection lost.');
    expect(order(wall)).toHaveLength(3);
    await expect(wall).toBeAccessible();
  });

  it('joins by one action, and then has the controls on top', async () => {
    const softphone: SoftphoneRequest[] = [];
    const remove = answerRequests((request) => softphone.push(request));
    server.on(
      'POST /api/calls/a/interventions',
      { intervention: anIntervention(undefined, { callId: 'a' }), connect: { params: {} } },
      201,
    );
    const wall = await shown({ calls: CALLS });
    await click(wall, '[data-action=join][data-call-id=a]');
    expect(softphone).toMatchObject([{ type: 'join', callId: 'a' }]);
    await server.sends('call', {
      ...CALLS[0],
      interventions: [anIntervention('monitor', { callId: 'a' })],
    });
    await frame();
    expect(find(wall, '.now').textContent).toBe('Now: Monitor, no one hears you');
    expect(findAll(wall, '[data-action=join][data-call-id=a]')).toHaveLength(0);
    await expect(wall).toBeAccessible();
    remove();
  });

  it('asks whom to leave, and gives the focus back to the row when nothing is done', async () => {
    const remove = answerRequests(() => undefined);
    server.on(
      'POST /api/calls/c/interventions',
      { intervention: anIntervention(undefined, { callId: 'c' }), connect: { params: {} } },
      201,
    );
    const wall = await shown({
      calls: [
        { ...CALLS[0], interventions: [anIntervention('barge', { callId: 'a' })] },
        CALLS[1],
        CALLS[2],
      ],
    });
    find(wall, '.row[data-call-id=c]').dispatchEvent(new FocusEvent('focusin'));
    await click(wall, '[data-action=join][data-call-id=c]');
    expect(textOf(wall)).toContain('Leave Ravi Patel and join Jo Kim?');
    await expect(wall).toBeAccessible();
    await click(wall, '[data-action=stay]');
    await settled();
    const grid = find(wall, 'c-live-wall-grid');
    expect(grid.shadowRoot!.activeElement?.getAttribute('data-call-id')).toBe('c');
    expect(server.posted('/api/calls/c/interventions')).toEqual([]);
    await click(wall, '[data-action=join][data-call-id=c]');
    await click(wall, '[data-action=move]');
    await settled();
    expect(server.posted('/api/calls/c/interventions')).toMatchObject([
      { moveFrom: 'intervention-1' },
    ]);
    remove();
  });

  it('proves who they are where that is asked, as a call beside its deal does', async () => {
    const remove = answerRequests(() => undefined);
    server
      .refuses('POST /api/calls/a/interventions', 403, {
        code: 'pin_required',
        message: 'This needs your PIN.',
      })
      .on('POST /api/pin/prove', {});
    const wall = await shown({ calls: CALLS });
    await click(wall, '[data-action=join][data-call-id=a]');
    expect(findAll(wall, 'c-identity-prompt')).toHaveLength(1);
    await expect(wall).toBeAccessible();
    await type(wall, 'input[type=password]', '493817');
    await click(wall, '[data-action=prove]');
    await settled();
    expect(server.posted('/api/calls/a/interventions')).toHaveLength(2);
    remove();
  });

  it('says why a join was refused, until that is closed', async () => {
    const wall = await shown({ calls: CALLS });
    await click(wall, '[data-action=join][data-call-id=a]');
    expect(textOf(wall)).toContain("Your softphone isn't ready.");
    const given = server.asked.filter(({ method }) => method === 'DELETE');
    expect(given.map(({ path, query }) => `${path}?${query.toString()}`)).toEqual([
      '/api/calls/a/claim?forJoin=true',
    ]);
    await click(wall, '.asked_problem lightning-button-icon');
    expect(textOf(wall)).not.toContain("Your softphone isn't ready.");
  });

  it('asks for outcomes that are due', async () => {
    const wall = await shown({ interventionsDue: [anEndedIntervention()] });
    expect(textOf(wall)).toContain('1 outcome to log');
    await click(wall, '[data-action=give-now]');
    expect(textOf(wall)).toContain('How did it go?');
  });

  it('counts the seconds of every call with one timer', async () => {
    jest.useFakeTimers({ now: Date.parse('2026-11-20T10:00:10Z') });
    const wall = await shown({ calls: CALLS });
    jest.advanceTimersByTime(1000);
    await settled();
    expect(findAll(wall, 'time').map((each) => each.textContent)).toEqual([
      '1:00:11',
      '30:11',
      '0:11',
    ]);
  });
});

describe('the address of the wall', () => {
  const opened = async (state: object): Promise<HTMLElement> => {
    const wall = await shown({ calls: CALLS });
    (CurrentPageReference as unknown as { emit(page: object): void }).emit({
      type: 'standard__navItemPage',
      attributes: { apiName: 'Dealside_Live_Wall' },
      state,
    });
    await settled();
    return wall;
  };

  it('opens it with the filter and the order that it names', async () => {
    const wall = await opened({ c__show: 'alone', c__sort: 'rep' });
    expect(order(wall)).toEqual(['Jo Kim', 'Ravi Patel']);
    expect(find<HTMLSelectElement>(wall, 'select[id^=show]').value).toBe('alone');
  });

  it('opens it as usual where it names nothing that there is', async () => {
    expect(order(await opened({ c__show: 'x', c__sort: '-y' }))).toEqual([
      'Lena Brandt',
      'Jo Kim',
      'Ravi Patel',
    ]);
  });
});

describe('the wall of a supervisor whose controls are docked', () => {
  it('keeps the calls where they are: no controls come above them', async () => {
    const undock = dockCallBar(() => undefined);
    const wall = await shown({
      calls: [aCall({ interventions: [anIntervention('monitor')] }), ...CALLS.slice(1)],
    });
    expect(findAll(wall, '.mine')).toEqual([]);
    expect(findAll(wall, '.body_on-call')).toHaveLength(1);
    undock();
    await settled();
    expect(findAll(wall, '.mine')).toHaveLength(1);
  });
});

describe('what is said on a call, on the wall of who is on it', () => {
  it('is read below the calls while the controls are docked, and what needs somebody too', async () => {
    const undock = dockCallBar(() => undefined);
    server.on('GET /api/calls/call-1/words', { isTranscribed: true, lines: [], alerts: [] });
    const own = aCall({ isTranscribed: true, interventions: [anIntervention('monitor')] });
    const wall = await shown({ calls: [own, ...CALLS.slice(1)] });
    const below = (tag: string) =>
      find(wall, 'c-live-wall-grid').compareDocumentPosition(find(wall, tag)) &
      Node.DOCUMENT_POSITION_FOLLOWING;
    expect(below('c-call-words')).toBeTruthy();
    expect(below('c-attention-queue')).toBeTruthy();
    await server.snapshot({ calls: [aCall({ isTranscribed: true })] });
    expect(findAll(wall, 'c-call-words')).toEqual([]);
    undock();
  });
});

describe('what is worth a look', () => {
  const HELP = {
    helpRequestId: 'h',
    status: 'open' as const,
    reasonCode: 'pricing',
    reasonLabel: 'Pricing or discount',
    at: '2026-11-20T10:00:00Z',
  };

  it('is said above the calls, and leads to the call', async () => {
    const wall = await shown({ calls: [CALLS[0], { ...CALLS[2], help: HELP }] });
    expect(textOf(find(wall, 'c-live-wall-alerts'))).toBe('Jo Kim needs help: Pricing or discount');
    await click(wall, 'c-live-wall-alerts button, .alert');
    await frame();
    expect(find(wall, '.row[tabindex="0"]').dataset.callId).toBe('c');
    await expect(wall).toBeAccessible();
  });

  it('is nothing, in as much room, while nobody needs anything', async () => {
    const wall = await shown({ calls: CALLS });
    expect(textOf(find(wall, 'c-live-wall-alerts'))).toBe('No alerts');
  });
});

describe('the reps of the wall', () => {
  it('are counted by whether they are free, and named (V1)', async () => {
    server.on('GET /api/presence', {
      team: [
        { userId: '1', name: 'Ravi Patel', status: 'busy', isAway: false },
        { userId: '2', name: 'Lena Brandt', status: 'available', isAway: false },
        { userId: '3', name: 'Jo Kim', status: 'available', isAway: false },
      ],
    });
    const wall = await shown({ calls: CALLS });
    await settled();
    const text = textOf(find(wall, 'c-live-wall-reps'));
    expect(text).toMatch(/^Reps 2 \w+.* 1 /);
    expect(text.indexOf('Jo Kim')).toBeLessThan(text.indexOf('Ravi Patel'));
  });
});

describe('a key that is pressed on a row', () => {
  it('is a shortcut: nothing is typed there', async () => {
    const wall = await shown({ calls: CALLS });
    const row = find(wall, '.row[tabindex="0"]');
    let shortcut: string | undefined;
    const listen = (event: KeyboardEvent) => (shortcut = shortcutOf(event));
    window.addEventListener('keydown', listen);
    row.dispatchEvent(new KeyboardEvent('keydown', { key: 'w', bubbles: true, composed: true }));
    window.removeEventListener('keydown', listen);
    expect(shortcut).toBe('whisper');
  });
});
