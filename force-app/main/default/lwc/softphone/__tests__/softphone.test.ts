import { askSoftphone, softphoneIsThere } from 'c/softphoneBus';
import { connectionIsTested, followMicrophone, followVoice, poorConnection } from 'c/softphoneBus';
import { createRecord } from 'lightning/uiRecordApi';
import { aCall, aNotice, anIntervention, DANA, ownCall } from 'test/builders';
import { click, eventDetails, find, findAll, textOf } from 'test/dom';
import { FakeServer, settled } from 'test/server';
import { ORIGIN, says, showSoftphone, type Sent } from 'test/softphone';

const mockIssue = jest.fn();
jest.mock(
  '@salesforce/apex/DealsideSessionToken.issue',
  () => ({ __esModule: true, default: () => mockIssue() }),
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
  mockIssue
    .mockReset()
    .mockImplementation(() => Promise.resolve(jest.requireActual('test/apex').aSession()));
  sent = [];
  server = new FakeServer();
});

const shown = (): Promise<HTMLElement> => showSoftphone(sent);

/** The requests that the page received, without the calls of the live feed and its look. */
const orders = () =>
  sent.filter(({ message }) => message.type !== 'feed' && message.type !== 'look');
const looks = () =>
  sent.filter(({ message }) => message.type === 'look').map(({ message }) => message.isDark);
const fed = () =>
  sent.filter(({ message }) => message.type === 'feed').map(({ message }) => message);

const status = (element: HTMLElement) => find(element, '[role=status]').textContent?.trim();

describe('the softphone', () => {
  it('frames the page of the server, with the microphone', async () => {
    const element = await shown();
    const frame = find<HTMLIFrameElement>(element, 'iframe');
    expect([frame.src, frame.getAttribute('allow'), frame.title]).toEqual([
      `${ORIGIN}/softphone/`,
      'microphone; autoplay',
      'Dealside Phone',
    ]);
    expect(status(element)).toBe('Starting the softphone…');
    expect(softphoneIsThere()).toBe(false);
  });

  it('gives the page a session, to its origin alone, and again when it asks', async () => {
    await shown();
    await says({ type: 'ready' });
    await says({ type: 'session-needed' });
    expect(
      orders().map(({ message, origin }) => [message.type, message.serverUrl, origin]),
    ).toEqual([
      ['session', ORIGIN, ORIGIN],
      ['session', ORIGIN, ORIGIN],
    ]);
    expect(mockIssue).toHaveBeenCalledTimes(2);
  });

  it('tells the page whether it is dark around it, when it is ready and when that changes', async () => {
    const element = await shown();
    element.style.color = 'rgb(24, 24, 24)';
    await says({ type: 'ready' });
    expect(looks()).toEqual([false]);
    jest.useFakeTimers({ doNotFake: ['queueMicrotask'] });
    await says({ type: 'ready' });
    element.style.color = 'rgb(229, 229, 229)';
    jest.advanceTimersByTime(1_000);
    expect(looks()).toEqual([false, false, true]);
    jest.useRealTimers();
  });

  it('listens to nobody else', async () => {
    await shown();
    await says({ type: 'ready' }, 'https://elsewhere.example.com');
    window.dispatchEvent(new MessageEvent('message', { origin: ORIGIN, data: { type: 'ready' } }));
    await settled();
    expect(sent).toEqual([]);
  });

  it.each([
    ['registered', 'Ready'],
    ['lost', 'Connection lost. Reconnecting…'],
    ['failed', "Couldn't start the softphone"],
  ])('shows that the phone is %s', async (device, text) => {
    const element = await shown();
    await says({ type: 'ready' });
    await says({ type: 'device', status: device });
    expect(status(element)).toBe(text);
  });

  it('passes requests of the page on, the early ones once it is registered', async () => {
    await shown();
    await says({ type: 'ready' });
    askSoftphone({ type: 'dial', callId: 'call-1', params: { callId: 'call-1' } });
    expect(orders().map(({ message }) => message.type)).toEqual(['session']);
    await says({ type: 'device', status: 'registered' });
    askSoftphone({ type: 'hangup' });
    expect(orders().map(({ message }) => message.type)).toEqual(['session', 'dial', 'hangup']);
    expect(orders()[1]!.message).toEqual({
      source: 'dealside',
      type: 'dial',
      callId: 'call-1',
      params: { callId: 'call-1' },
    });
  });

  it('passes a click to fall silent on at once, also while the phone is away', async () => {
    await shown();
    await says({ type: 'ready' });
    await says({ type: 'device', status: 'lost' });
    askSoftphone({ type: 'silence', interventionId: 'i-1', mode: 'monitor' });
    expect(orders().at(-1)!.message).toMatchObject({ type: 'silence', interventionId: 'i-1' });
    await says({ type: 'device', status: 'registered' });
    expect(orders().filter(({ message }) => message.type === 'silence')).toHaveLength(1);
  });

  it('lets the page know that the microphone is off', async () => {
    await shown();
    const heard: boolean[] = [];
    const stop = followVoice((isOff) => heard.push(isOff));
    await says({ type: 'call', status: 'open', interventionId: 'i-1', voiceOff: true });
    await says({ type: 'call', status: 'ended' });
    stop();
    expect(heard).toEqual([false, true, false]);
  });

  it('shows that a call is on', async () => {
    const element = await shown();
    await says({ type: 'call', status: 'open', callId: 'call-1' });
    expect(status(element)).toBe('On a call');
    await says({ type: 'call', status: 'ended' });
    expect(status(element)).toBe('Starting the softphone…');
  });

  it('creates a lead for the page, and shows the record', async () => {
    (createRecord as jest.Mock).mockReset().mockResolvedValue({ id: '00QDn000000000aIAQ' });
    server
      .on('GET /api/calls/call-1/records', { records: [], areMore: false })
      .on('PUT /api/calls/call-1/customer', {});
    const element = await shown();
    const toasts: { variant: string; title: string }[] = [];
    element.addEventListener('lightning__showtoast', (event) =>
      toasts.push((event as CustomEvent<{ variant: string; title: string }>).detail),
    );
    await says({ type: 'ready' });
    await server.sends('snapshot', {
      calls: [ownCall({ customer: { name: 'Unknown caller', phone: '+15005550123' } })],
      notices: [],
    });
    await says({ type: 'create-lead', callId: 'call-1' });
    await settled();
    expect(toasts.map(({ variant, title }) => [variant, title])).toEqual([
      ['success', 'Lead created'],
    ]);
    expect(server.asked.at(-1)).toMatchObject({
      method: 'PUT',
      body: { contactId: '00QDn000000000aIAQ' },
    });
  });

  it('says that a lead could not be created until the person has read it', async () => {
    (createRecord as jest.Mock)
      .mockReset()
      .mockRejectedValue({ code: 'salesforce', message: 'Enter a company.' });
    const element = await shown();
    const toasts = eventDetails(element, 'lightning__showtoast');
    await says({ type: 'ready' });
    await server.sends('snapshot', {
      calls: [ownCall({ customer: { name: 'Unknown caller', phone: '+15005550123' } })],
      notices: [],
    });
    await says({ type: 'create-lead', callId: 'call-1' });
    await settled();
    expect(toasts).toEqual([expect.objectContaining({ variant: 'error', mode: 'sticky' })]);
  });

  it('says when the microphone cannot be used, and what to do', async () => {
    const element = await shown();
    await says({ type: 'microphone', available: false });
    expect(find(element, '[role=alert]').textContent).toContain("Can't use the microphone");
    await says({ type: 'microphone', available: true });
    expect(findAll(element, '[role=alert]')).toHaveLength(0);
  });

  it('leaves it to the framed page to say what is wrong with the microphone, beside the button that mends it', async () => {
    const element = await shown();
    const heard: (string | undefined)[] = [];
    const stop = followMicrophone((problem) =>
      heard.push(problem && [problem.message, problem.hint].filter(Boolean).join(' ')),
    );
    await says({ type: 'microphone', available: false, message: 'Connect one.' });
    expect(findAll(element, '[role=alert]')).toHaveLength(0);
    await says({ type: 'microphone', available: true });
    stop();
    expect(heard).toEqual([undefined, 'Connect one.', undefined]);
  });

  it('lets the components on the page know that nobody can be heard', async () => {
    await shown();
    const heard: (string | undefined)[] = [];
    const stop = followMicrophone((problem) => heard.push(problem?.code));
    await says({ type: 'microphone', available: false });
    await says({ type: 'microphone', available: true });
    stop();
    expect(heard).toEqual([undefined, 'no_microphone', undefined]);
  });

  it('lets them know while the network is being tested', async () => {
    await shown();
    await says({ type: 'connection', isTesting: true });
    expect(connectionIsTested()).toBe(true);
    await says({ type: 'connection', isTesting: false });
    expect(connectionIsTested()).toBe(false);
  });

  it('lets them know of a network that is not fit to talk over, with what to do', async () => {
    await shown();
    const heard: (string | undefined)[] = [];
    const stop = followMicrophone((problem) => heard.push(problem?.code));
    await says({ type: 'connection', message: 'No sound reaches you.', hint: 'Join by phone.' });
    expect(poorConnection()).toMatchObject({ hint: 'Join by phone.' });
    await says({ type: 'connection' });
    stop();
    expect(heard).toEqual([undefined, 'connection_poor', undefined]);
  });

  it('tells the page of the calls this person is on, by the one connection of the page', async () => {
    await shown();
    await says({ type: 'ready' });
    const own = ownCall();
    const supervised = aCall({ callId: 'call-2', interventions: [anIntervention('monitor')] });
    const others = aCall({
      callId: 'call-3',
      interventions: [anIntervention('monitor', { supervisor: { userId: DANA, name: 'Dana' } })],
    });
    await server.snapshot({ calls: [own, supervised, others], notices: [aNotice()] });
    expect(server.connections).toBe(1);
    expect(fed().at(-1)).toMatchObject({
      status: 'live',
      calls: [{ callId: 'call-1' }, { callId: 'call-2' }],
      notices: [{ noticeId: 'notice-1' }],
    });
    const times = fed().length;
    await server.sends('call', { ...others, direction: 'inbound' });
    expect(fed()).toHaveLength(times);
    server.goDown();
    await settled();
    expect(fed().at(-1)).toMatchObject({ status: 'lost', calls: [{}, {}] });
  });

  it('grows with the page, within bounds', async () => {
    const element = await shown();
    await says({ type: 'height', px: 480 });
    expect(find(element, 'iframe').style.height).toBe('480px');
    await says({ type: 'height', px: 99_999 });
    expect(find(element, 'iframe').style.height).toBe('900px');
  });

  it('says that the page did not answer, and tries again', async () => {
    jest.useFakeTimers();
    const element = await shown();
    jest.advanceTimersByTime(20_000);
    await settled();
    expect(textOf(element)).toContain("Can't reach the Dealside server.");
    await click(element, '[data-action=retry]');
    expect(find<HTMLIFrameElement>(element, 'iframe').src).toBe(`${ORIGIN}/softphone/?start=2`);
    expect(status(element)).toBe('Starting the softphone…');
  });

  it.each(['lost', 'failed'])(
    'connects a %s phone anew without loading the page again',
    async (status) => {
      const element = await shown();
      await says({ type: 'ready' });
      await says({ type: 'call', status: 'open', callId: 'call-1' });
      await says({ type: 'device', status });
      const { src } = find<HTMLIFrameElement>(element, 'iframe');
      await click(element, '[data-action=retry]');
      expect(find<HTMLIFrameElement>(element, 'iframe').src).toBe(src);
      expect(orders().at(-1)!.message).toMatchObject({ type: 'retry' });
    },
  );

  it('passes clicks to fall silent on while Salesforce gives no session', async () => {
    await shown();
    await says({ type: 'ready' });
    await says({ type: 'device', status: 'registered' });
    mockIssue.mockRejectedValueOnce({ body: { message: 'Salesforce is away.' } });
    await says({ type: 'session-needed' });
    askSoftphone({ type: 'silence', interventionId: 'i-1', mode: 'monitor' });
    expect(orders().at(-1)!.message).toMatchObject({ type: 'silence' });
  });

  it('says to the page as well that the Salesforce session has ended, so that nothing waits for another', async () => {
    const element = await shown();
    await says({ type: 'ready' });
    mockIssue.mockRejectedValueOnce({ status: 401, body: { message: 'Session expired' } });
    await says({ type: 'session-needed' });
    expect(orders().at(-1)!.message).toMatchObject({
      type: 'session-refused',
      problem: {
        code: 'session_ended',
        message: 'Your Salesforce session has ended.',
        hint: expect.stringContaining('sign in again'),
      },
    });
    expect(textOf(element)).toContain('Your Salesforce session has ended.');
  });

  it('warns before the page is closed during a call, and only then', async () => {
    await shown();
    const asks = (): boolean => {
      const event = new Event('beforeunload', { cancelable: true });
      window.dispatchEvent(event);
      return event.defaultPrevented;
    };
    expect(asks()).toBe(false);
    await says({ type: 'call', status: 'reconnecting', callId: 'call-1' });
    expect(asks()).toBe(true);
    await says({ type: 'call', status: 'ended' });
    expect(asks()).toBe(false);
  });

  it('says why there is no session', async () => {
    mockIssue.mockRejectedValueOnce({ body: { message: 'Dealside is not set up.' } });
    const element = await shown();
    expect(textOf(element)).toContain('Dealside is not set up.');
    await expect(element).toBeAccessible();
  });

  it('takes no requests once it is off the page', async () => {
    const element = await shown();
    await says({ type: 'ready' });
    expect(softphoneIsThere()).toBe(true);
    element.remove();
    expect(softphoneIsThere()).toBe(false);
  });
});
