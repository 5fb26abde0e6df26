import { labels } from 'c/dealsideLabels';
import {
  EnclosingUtilityId,
  minimize,
  open,
  updatePanel,
  updateUtility,
} from 'lightning/platformUtilityBarApi';
import {
  aCall,
  aNotice,
  anIntervention,
  aSteppedDown,
  aTakenOff,
  DANA,
  ownCall,
} from 'test/builders';
import { find, findAll, textOf } from 'test/dom';
import { FakeServer } from 'test/server';
import { says, showSoftphone, type Sent } from 'test/softphone';

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

let sent: Sent[];
let server: FakeServer;

beforeEach(() => {
  jest.requireActual('c/dealsideSession').forgetSession();
  sent = [];
  server = new FakeServer();
});

const shown = (): Promise<HTMLElement> => showSoftphone(sent);
const fed = () =>
  sent.filter(({ message }) => message.type === 'feed').map(({ message }) => message);

describe('the item of the utility bar that the softphone is in', () => {
  const emit = (id: string): void =>
    (EnclosingUtilityId as unknown as { emit(id: string): void }).emit(id);
  const byDana = (more: object = {}) =>
    aNotice({ supervisor: { userId: DANA, name: 'Dana Whitfield', role: 'Manager' }, ...more });

  it('says who is on the call though the panel is closed, and opens it for a barge', async () => {
    const element = await shown();
    const toasts: unknown[] = [];
    element.addEventListener('lightning__showtoast', (event) =>
      toasts.push((event as CustomEvent<unknown>).detail),
    );
    emit('utility1');
    await server.snapshot({ calls: [ownCall()], notices: [byDana()] });
    expect(jest.mocked(updateUtility).mock.calls.at(-1)).toEqual([
      'utility1',
      { label: expect.stringMatching(/^Monitor: Dana Whitfield \d/), highlighted: true },
    ]);
    expect(open).not.toHaveBeenCalled();
    await server.sends('notice', byDana({ noticeId: 'n2', mode: 'barge', text: 'Dana talks.' }));
    expect(open).toHaveBeenCalledWith('utility1', { autoFocus: false });
    expect(toasts).toMatchObject([
      { title: 'Monitor: Dana Whitfield' },
      { title: 'Barge: Dana Whitfield', message: 'Dana talks.' },
    ]);
    const sticky = toasts.filter((toast) => (toast as { mode?: string }).mode === 'sticky');
    expect(sticky).toEqual([]);
  });

  it('says that somebody rings, and opens the panel once, without taking the focus', async () => {
    await shown();
    emit('utility1');
    await says({ type: 'ready' });
    jest.mocked(open).mockClear();
    await says({ type: 'call', status: 'ringing', isRinging: true });
    await says({ type: 'call', status: 'ringing', isRinging: true });
    expect(jest.mocked(open).mock.calls).toEqual([['utility1', { autoFocus: false }]]);
    const rings = { label: labels.softphoneRings, highlighted: true };
    expect(updateUtility).toHaveBeenCalledWith('utility1', rings);
    document.dispatchEvent(new Event('visibilitychange'));
    expect(open).toHaveBeenCalledTimes(1);
    jest.mocked(updateUtility).mockClear();
    await says({ type: 'call', status: 'ended', isRinging: false });
    expect(updateUtility).toHaveBeenCalled();
    expect(updateUtility).not.toHaveBeenCalledWith('utility1', rings);
  });

  it('opens the panel for a ring as soon as the page is in sight', async () => {
    const sight = jest.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    await shown();
    emit('utility1');
    await says({ type: 'ready' });
    jest.mocked(open).mockClear();
    await says({ type: 'call', status: 'ringing', isRinging: true });
    expect(open).not.toHaveBeenCalled();
    sight.mockReturnValue('visible');
    document.dispatchEvent(new Event('visibilitychange'));
    expect(jest.mocked(open).mock.calls).toEqual([['utility1', { autoFocus: false }]]);
    await says({ type: 'call', status: 'ended', isRinging: false });
    sight.mockRestore();
  });
});

describe('the call bar', () => {
  const HELP = {
    helpRequestId: 'h1',
    status: 'open',
    reasonCode: 'pricing',
    reasonLabel: 'Pricing or discount',
    at: '2026-11-20T10:00:30.000Z',
  } as const;
  const supervised = (more: object = {}) =>
    aCall({ interventions: [anIntervention('monitor', { device: 'softphone', ...more })] });
  const docked = async (): Promise<HTMLElement> => {
    const element = await shown();
    (EnclosingUtilityId as unknown as { emit(id: string): void }).emit('utility-1');
    await says({ type: 'ready' });
    jest.mocked(open).mockClear();
    jest.mocked(minimize).mockClear();
    jest.mocked(updatePanel).mockClear();
    return element;
  };

  it('has the controls of a supervised call once, and tells the frame that they are here', async () => {
    const element = await docked();
    await server.snapshot({ calls: [supervised()] });
    expect(findAll(element, 'c-call-bar')).toHaveLength(1);
    expect(textOf(element)).toContain('Now: Monitor, no one hears you');
    expect(fed().at(-1)).toMatchObject({ hasCallBar: true, locale: 'en-US' });
    expect(updatePanel).toHaveBeenCalledWith('utility-1', { width: 760, height: 250 });
    await expect(element).toBeAccessible();
    await server.snapshot({ calls: [] });
    expect(findAll(element, 'c-call-bar')).toHaveLength(0);
    expect(updatePanel).toHaveBeenLastCalledWith('utility-1', { width: 360, height: 560 });
  });

  it('has room for the line that says why nobody can hear this person', async () => {
    await docked();
    await server.snapshot({ calls: [supervised()] });
    await says({ type: 'microphone', available: false });
    expect(updatePanel).toHaveBeenLastCalledWith('utility-1', { width: 760, height: 290 });
    await says({ type: 'microphone', available: true });
    expect(updatePanel).toHaveBeenLastCalledWith('utility-1', { width: 760, height: 250 });
  });

  it('says above the controls that this person was moved to a quieter mode, and has room for it', async () => {
    const element = await docked();
    const { you } = supervised();
    await server.snapshot({ calls: [supervised()] });
    await server.sends('call', { ...supervised(), you: { ...you, steppedDown: aSteppedDown() } });
    expect(updatePanel).toHaveBeenLastCalledWith('utility-1', { width: 760, height: 340 });
    expect(textOf(find(element, '[data-stepped-down]'))).toContain(
      "You were moved to Whisper on Ravi Patel's call",
    );
    await expect(element).toBeAccessible();
    await server.sends('call', supervised());
    expect(updatePanel).toHaveBeenLastCalledWith('utility-1', { width: 760, height: 250 });
    expect(findAll(element, '[data-stepped-down]')).toHaveLength(0);
  });

  it('leads to another rep who waits for help, below the controls and out of view', async () => {
    const element = await docked();
    await server.snapshot({ calls: [supervised()] });
    expect(findAll(element, '[data-action=show-asking]')).toHaveLength(0);
    const asking = aCall({ callId: 'call-2', interventions: [], help: HELP });
    await server.sends('call', asking);
    const lead = find(element, '[data-action=show-asking]');
    expect(textOf(lead)).toBe('Help: Ravi Patel');
    const assistance = find(element, 'c-softphone-assistance');
    assistance.scrollIntoView = jest.fn();
    lead.click();
    expect(assistance.scrollIntoView).toHaveBeenCalled();
    await expect(element).toBeAccessible();
    await server.sends('gone', { callId: 'call-2' });
    expect(findAll(element, '[data-action=show-asking]')).toHaveLength(0);
  });

  it('opens where this page is on the call, once, and not for another tab of the same person', async () => {
    await docked();
    await server.snapshot({ calls: [supervised()] });
    expect(open).not.toHaveBeenCalled();
    const { interventionId } = supervised().interventions[0]!;
    await says({ type: 'call', status: 'open', callId: 'call-1', interventionId });
    await says({ type: 'call', status: 'reconnecting', callId: 'call-1', interventionId });
    expect(jest.mocked(open).mock.calls).toEqual([['utility-1', { autoFocus: false }]]);
    await server.snapshot({ calls: [] });
    expect(jest.mocked(minimize).mock.calls).toEqual([['utility-1']]);
  });

  it('stays open to say why this person was taken off the call, and what to do', async () => {
    const element = await docked();
    await server.snapshot({ calls: [supervised()] });
    const { interventionId } = supervised().interventions[0]!;
    await says({ type: 'call', status: 'open', callId: 'call-1', interventionId });
    await server.sends('gone', { callId: 'call-1', takenOff: aTakenOff() });
    expect(minimize).not.toHaveBeenCalled();
    expect(textOf(find(element, '[data-taken-off]'))).toContain(
      "You were taken off Ravi Patel's call The permission to monitor covertly has ended.",
    );
    await expect(element).toBeAccessible();
  });

  it('warns above the controls that the call goes back, and opens the panel for it', async () => {
    const element = await docked();
    await server.snapshot({ calls: [supervised()] });
    const warning = 'The call goes back to Ravi Patel in a moment.';
    await says({ type: 'guide', message: warning });
    expect(find(element, '.guide').textContent).toBe(warning);
    expect(
      find(element, '.guide').compareDocumentPosition(find(element, 'c-call-bar')) &
        Node.DOCUMENT_POSITION_FOLLOWING,
    ).toBeTruthy();
    expect(jest.mocked(open).mock.calls).toEqual([['utility-1', { autoFocus: false }]]);
    await says({ type: 'guide' });
    expect(findAll(element, '.guide')).toEqual([]);
  });

  it.each([
    [{ type: 'connection', message: 'No sound reaches you.' }, { type: 'connection' }],
    [
      { type: 'microphone', available: false, message: 'Your browser blocks the microphone.' },
      { type: 'microphone', available: true },
    ],
  ])('is opened on a call by what is wrong with it, once: %j', async (trouble, over) => {
    await docked();
    await says(trouble);
    await says(over);
    expect(open).not.toHaveBeenCalled();
    await says({ type: 'call', status: 'open', callId: 'call-1' });
    await says(trouble);
    await says(trouble);
    expect(jest.mocked(open).mock.calls).toEqual([['utility-1', { autoFocus: false }]]);
    await says(over);
    await says(trouble);
    expect(open).toHaveBeenCalledTimes(2);
  });

  it('acts on a key that was pressed in the frame', async () => {
    server.on('GET /api/vocabulary', { reasons: [], outcomes: [], modes: [] });
    await docked();
    await server.snapshot({ calls: [supervised()] });
    await says({ type: 'key', key: 'w' });
    expect(server.posted('/api/interventions/intervention-1/mode')).toMatchObject([
      { mode: 'whisper' },
    ]);
  });

  it("acts on a key of a rep's own call that was pressed in the frame", async () => {
    server
      .on('GET /api/vocabulary', { reasons: [], outcomes: [], modes: [] })
      .on('POST /api/calls/call-1/moments', {}, 201);
    await docked();
    await server.snapshot({ calls: [ownCall()] });
    await says({ type: 'key', key: 'f' });
    expect(server.posted('/api/calls/call-1/moments')).toHaveLength(1);
  });
});
