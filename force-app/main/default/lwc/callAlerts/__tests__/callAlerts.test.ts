import { openUtilityItem, type Alert, type ItemState } from 'c/callAlerts';
import {
  aCall,
  aNotice,
  anIntervention,
  aSteppedDown,
  aTakenOff,
  DANA,
  MAYA,
  ownCall,
} from 'test/builders';
import { FakeServer, settled } from 'test/server';

jest.mock(
  '@salesforce/apex/DealsideSessionToken.issue',
  () => ({
    __esModule: true,
    default: () => Promise.resolve(jest.requireActual('test/apex').aSession()),
  }),
  { virtual: true },
);

let server: FakeServer;
let items: ItemState[];
let alerts: Alert[];
let overs: string[];
let close: () => void;

beforeEach(async () => {
  jest.useFakeTimers({ now: new Date('2026-11-20T10:01:39.000Z'), doNotFake: ['queueMicrotask'] });
  server = new FakeServer();
  [items, alerts, overs] = [[], [], []];
  close = openUtilityItem({
    show: (state) => void items.push(state),
    alert: (alert) => void alerts.push(alert),
    over: (key) => void overs.push(key),
  });
  await settled();
});
afterEach(() => {
  close();
  window.dispatchEvent(new Event('pagehide'));
});

const DANAS = { supervisor: { userId: DANA, name: 'Dana Whitfield', role: 'Sales manager' } };
const line = (more: object = {}) => ({
  textWhisperId: 't1',
  from: { userId: DANA, name: 'Dana Whitfield' },
  text: 'Offer the second year.',
  at: '2026-11-20T10:00:30.000Z',
  ...more,
});
const asking = (more: object = {}) =>
  aCall({
    help: {
      helpRequestId: 'h1',
      status: 'open',
      reasonCode: 'pricing',
      reasonLabel: 'Pricing or discount',
      note: 'Wants 20 % off.',
      at: '2026-11-20T10:00:30.000Z',
      ...more,
    },
  });

const barged = (more: object = {}) => aNotice({ ...DANAS, mode: 'barge', ...more });

describe('the item of the utility bar', () => {
  it('has the name of the phone while nobody is there', async () => {
    await server.snapshot({ calls: [ownCall()] });
    expect([items, alerts]).toEqual([[{ label: 'Dealside Phone', highlighted: false }], []]);
  });

  it('says who is on, in which mode and how long, and a toast says why', async () => {
    await server.snapshot({ calls: [ownCall()] });
    await server.sends(
      'notice',
      aNotice({ ...DANAS, mode: 'barge', text: 'Dana talks. Reason: Large deal.' }),
    );
    expect(items.at(-1)).toEqual({ label: 'Barge: Dana Whitfield 1:39', highlighted: true });
    expect(alerts).toEqual([
      {
        key: 'notice notice-1',
        title: 'Barge: Dana Whitfield',
        message: 'Dana talks. Reason: Large deal.',
        variant: 'warning',
        opensPanel: true,
        repeats: 3,
      },
    ]);
    jest.advanceTimersByTime(1_000);
    expect(items.at(-1)!.label).toBe('Barge: Dana Whitfield 1:40');
  });

  it.each([
    ['is over or replaced', { endedAt: '2026-11-20T10:02:00.000Z' }],
    ['was confirmed', { acknowledgedAt: '2026-11-20T10:02:00.000Z' }],
  ])('says no mode by a toast that %s', async (_, over) => {
    await server.snapshot({ calls: [ownCall()], notices: [barged()] });
    jest.advanceTimersByTime(20_000);
    expect(alerts).toHaveLength(2);
    await server.sends('notice', barged(over));
    jest.advanceTimersByTime(60_000);
    expect([alerts.length, overs]).toEqual([2, ['notice notice-1']]);
  });

  it('says a mode that lasts by four toasts, and no more', async () => {
    await server.snapshot({ calls: [ownCall()], notices: [barged()] });
    jest.advanceTimersByTime(300_000);
    expect(alerts.map(({ key }) => key)).toEqual(Array(4).fill('notice notice-1'));
  });

  it('says it once, again after the page was loaded anew, and not when it was confirmed', async () => {
    await server.snapshot({ calls: [ownCall()], notices: [aNotice(DANAS)] });
    await server.sends('notice', aNotice(DANAS));
    expect(alerts.map(({ title }) => title)).toEqual(['Monitor: Dana Whitfield']);
    await server.snapshot({
      calls: [ownCall()],
      notices: [aNotice({ ...DANAS, noticeId: 'n2', acknowledgedAt: '2026-11-20T10:00:10.000Z' })],
    });
    expect(alerts).toHaveLength(1);
    expect(items.at(-1)!.highlighted).toBe(true);
  });

  it('is as before when the supervisor has gone, or the call is not this person’s any more', async () => {
    const calm = { label: 'Dealside Phone', highlighted: false };
    await server.snapshot({ calls: [ownCall()], notices: [aNotice(DANAS)] });
    await server.sends('notice', aNotice({ ...DANAS, endedAt: '2026-11-20T10:01:00.000Z' }));
    expect(items.at(-1)).toEqual(calm);
    await server.sends('notice', aNotice({ ...DANAS, noticeId: 'n2' }));
    expect(items.at(-1)!.highlighted).toBe(true);
    await server.sends('gone', { callId: 'call-1' });
    expect(items.at(-1)).toEqual(calm);
  });

  it('says that a supervisor has written, until the rep has read it', async () => {
    await server.snapshot({ calls: [ownCall({ textWhispers: [line()] })] });
    expect(items.at(-1)).toEqual({ label: 'Message from Dana Whitfield', highlighted: true });
    expect(alerts).toMatchObject([
      { title: 'Message from Dana Whitfield', message: 'Offer the second year.' },
    ]);
    jest.advanceTimersByTime(20_000);
    expect(alerts).toHaveLength(2);
    await server.sends('call', ownCall({ textWhispers: [line({ seenAt: 'now' })] }));
    expect(items.at(-1)!.highlighted).toBe(false);
    jest.advanceTimersByTime(60_000);
    expect([alerts.length, overs]).toEqual([2, ['text t1']]);
  });

  it('does not tell a supervisor of her own words', async () => {
    await server.snapshot({
      calls: [aCall({ textWhispers: [line({ from: { userId: MAYA, name: 'Maya Okafor' } })] })],
    });
    expect([items.at(-1)!.highlighted, alerts]).toEqual([false, []]);
  });

  it('tells a supervisor who needs help and what for, until somebody comes', async () => {
    await server.snapshot({ calls: [asking()] });
    expect(items.at(-1)).toEqual({ label: 'Help: Ravi Patel', highlighted: true });
    expect(alerts).toMatchObject([
      {
        title: 'Ravi Patel needs help: Pricing or discount',
        message: 'Wants 20 % off. Call with Marcus Hale. Open Dealside Phone to join.',
      },
    ]);
    await server.sends(
      'call',
      asking({ status: 'taken', takenBy: { userId: DANA, name: 'Dana' } }),
    );
    expect(items.at(-1)!.highlighted).toBe(false);
  });

  it.each(['Wants 20% off', 'Wants 20% off.'])(
    'ends the note %s before the next sentence',
    async (note) => {
      const call = asking();
      await server.snapshot({ calls: [{ ...call, help: { ...call.help!, note } }] });
      expect(alerts).toMatchObject([
        { message: 'Wants 20% off. Call with Marcus Hale. Open Dealside Phone to join.' },
      ]);
    },
  );

  it.each([
    [
      'somebody else has taken',
      asking({ status: 'taken', takenBy: { userId: DANA, name: 'Dana' } }),
    ],
    ['was withdrawn or has expired', aCall()],
  ])('calls nobody by a toast to a request that %s', async (_, over) => {
    await server.snapshot({ calls: [asking()] });
    jest.advanceTimersByTime(20_000);
    expect(alerts.map(({ key }) => key)).toEqual(['help h1', 'help h1']);
    await server.sends('call', over);
    jest.advanceTimersByTime(60_000);
    expect([alerts.length, overs]).toEqual([2, ['help h1']]);
  });

  it('summons a supervisor by toasts that go by themselves, again until somebody has taken it', async () => {
    const summoned = (more: object = {}) =>
      aCall({
        summonses: [
          {
            alertId: 's1',
            label: 'Lawyer',
            family: 'legal_or_regulator',
            at: '2026-11-20T10:00:30.000Z',
            status: 'open',
            isForYou: true,
            ...more,
          },
        ],
      });
    await server.snapshot({ calls: [summoned()] });
    expect(alerts).toMatchObject([{ key: 'summons s1' }]);
    await server.sends('call', summoned());
    expect(alerts).toHaveLength(1);
    jest.advanceTimersByTime(40_000);
    expect(alerts).toHaveLength(3);
    const answeredBy = { userId: DANA, name: 'Dana Whitfield' };
    await server.snapshot({
      calls: [summoned({ status: 'answered', isForYou: false, answeredBy })],
    });
    jest.advanceTimersByTime(60_000);
    expect([alerts.length, overs]).toEqual([3, ['summons s1']]);
    expect(items.at(-1)!.highlighted).toBe(false);
  });

  it('tells on any page, once, that a rep whom this person follows is on a call', async () => {
    await server.snapshot();
    const call = { callId: 'call-9', repName: 'Ravi Patel', customerName: 'Marcus Hale' };
    await server.sends('follow', call);
    await server.sends('follow', call);
    expect(alerts).toMatchObject([{ title: 'Ravi Patel is on a call with Marcus Hale.' }]);
  });

  it('tells a rep on any page that a supervisor who follows them may join', async () => {
    await server.snapshot();
    await server.sends('followed', {
      callId: 'call-9',
      supervisors: ['Maya Okafor', 'Dana Whitfield'],
    });
    expect(alerts).toMatchObject([
      {
        title: 'Maya Okafor, Dana Whitfield may join this call',
        message: "As always, you're told who joins and in which mode.",
        opensPanel: false,
      },
    ]);
  });

  it('tells both, on any page, that their planned three-way call has begun (V9)', async () => {
    await server.snapshot();
    const begun = {
      repName: 'Ravi Patel',
      supervisorName: 'Maya Okafor',
      customerName: 'Marcus Hale',
    };
    await server.sends('joint-call', { ...begun, jointCallId: 'j1', you: 'supervisor' });
    await server.sends('joint-call', { ...begun, jointCallId: 'j2', you: 'rep' });
    expect(alerts).toMatchObject([
      {
        title: 'Your three-way call has begun: Ravi Patel and Marcus Hale',
        opensPanel: true,
      },
      {
        title: 'Maya Okafor knows that your three-way call with Marcus Hale has begun',
        opensPanel: false,
      },
    ]);
  });

  it('says to who was taken off a call whose it was and why, and nothing of a call that is only gone (G1)', async () => {
    await server.snapshot();
    await server.sends('gone', { callId: 'b' });
    await server.sends('gone', { callId: 'a', takenOff: aTakenOff() });
    expect(alerts).toMatchObject([
      {
        title: "You were taken off Ravi Patel's call",
        message: 'The permission to monitor covertly has ended. Join as usual.',
        opensPanel: false,
      },
    ]);
  });

  it('says once why they were taken off a call that is shown on, and again of another time', async () => {
    const after = (takenOff: object) =>
      aCall({ you: { ...aCall().you, takenOff: aTakenOff(takenOff) } });
    await server.snapshot({ calls: [after({})] });
    await server.sends('call', after({}));
    await server.sends('gone', { callId: 'call-1', takenOff: aTakenOff() });
    expect(alerts).toHaveLength(1);
    await server.sends(
      'call',
      after({ interventionId: 'intervention-2', at: '2026-11-20T10:09:00.000Z' }),
    );
    expect(alerts).toHaveLength(2);
  });

  it('says once to which mode they were moved, why, and what they can still use', async () => {
    const moved = (steppedDown: object) =>
      aCall({
        interventions: [anIntervention('whisper')],
        you: { ...aCall().you, steppedDown: aSteppedDown(steppedDown) },
      });
    await server.snapshot({ calls: [moved({})] });
    await server.sends('call', moved({}));
    expect(alerts).toMatchObject([
      {
        title: "You were moved to Whisper on Ravi Patel's call",
        message:
          "Your permissions or your company's policy no longer allow Barge on this call. The modes that you can still use here: Monitor, Whisper.",
        opensPanel: false,
      },
    ]);
    await server.sends('call', moved({ mode: 'monitor', at: '2026-11-20T10:09:00.000Z' }));
    expect(alerts.map(({ title }) => title).slice(1)).toEqual([
      "You were moved to Monitor on Ravi Patel's call",
    ]);
  });

  const whispering = (more: object = {}) =>
    aCall({
      interventions: [
        anIntervention('whisper', {
          joinedAt: '2026-11-20T09:55:00.000Z',
          modeSince: '2026-11-20T10:00:00.000Z',
        }),
      ],
      ...more,
    });

  it('shows a supervisor the mode that is confirmed, and since when', async () => {
    await server.snapshot({ calls: [whispering()] });
    expect(items.at(-1)).toEqual({ label: 'Whisper 1:39', highlighted: true });
  });

  it('keeps the supervisor’s mode in sight when the rep writes or another rep asks', async () => {
    await server.snapshot({ calls: [whispering({ textWhispers: [line()] })] });
    expect(items.at(-1)!.label).toBe('Whisper 1:39 · Message from Dana Whitfield');
    await server.snapshot({ calls: [whispering(), { ...asking(), callId: 'call-2' }] });
    expect(items.at(-1)!.label).toBe('Whisper 1:39 · Help: Ravi Patel');
  });
});
