import {
  clockText,
  interventionOf,
  isHeardByCustomer,
  MODE_NAME,
  steppedDownText,
  type CallView,
  type NoticeView,
  type TextWhisperView,
} from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';
import type { LiveState, TakenOff } from 'c/liveFeed';
import { openSummonses, summonsText } from 'c/wordsApi';

/** A toast about something that has just become true, shown on any page in Salesforce. */
export interface Alert {
  readonly key: string;
  readonly title: string;
  readonly message: string;
  readonly variant: 'info' | 'warning';
  /** Whether somebody is talking to the customer, in which case the phone's panel opens. */
  readonly opensPanel: boolean;
  /**
   * How many times to repeat the toast while it is true, for people who looked away. Toasts cannot
   * be withdrawn, so none is sticky: it would stay after what it says is over or replaced.
   */
  readonly repeats?: number;
}

/** The label of a utility bar item while its panel is closed. */
export interface ItemState {
  readonly label: string;
  readonly highlighted: boolean;
}

/** What the feed says to this person about supervisors, texts and help. */
export interface Concerns {
  /** Notices of supervisors who are on the person's calls now, newest first. */
  readonly present: readonly NoticeView[];
  /** Lines to this person that are not marked as read. */
  readonly unread: readonly TextWhisperView[];
  /** Calls whose reps wait for help from this person, among others. */
  readonly asking: readonly CallView[];
  /** Calls with a compliance alert that this person should look at. */
  readonly summoning: readonly CallView[];
  /** The call that this person supervises. */
  readonly supervised?: CallView;
}

/** As often as its state lasts: the customer or a rep waits for somebody. */
const UNTIL_ANSWERED = Number.POSITIVE_INFINITY;
/** The item of the utility bar says it, too, until it is over. */
const A_FEW_TIMES = 3;

/** Selects what concerns a person from their own calls and the calls that they may join. */
export function concernsOf(
  { notices }: Pick<LiveState, 'notices'>,
  calls: readonly CallView[],
  userId: string,
): Concerns {
  const supervised = calls.find(
    (call) => call.status === 'live' && interventionOf(call, userId) !== undefined,
  );
  return {
    present: notices.filter(({ endedAt }) => !endedAt).toSorted((a, b) => b.at.localeCompare(a.at)),
    unread: calls.flatMap(({ textWhispers = [] }) =>
      textWhispers.filter(({ from, seenAt }) => !seenAt && from.userId !== userId),
    ),
    asking: calls.filter(
      (call) =>
        call.status === 'live' &&
        call.you.relation === 'supervisor' &&
        call.help?.status === 'open' &&
        call.help.isOffered !== false &&
        interventionOf(call, userId) === undefined,
    ),
    summoning: calls.filter((call) => openSummonses(call).length > 0),
    ...(supervised && { supervised }),
  };
}

/** All alerts to show once. Their keys identify those that were shown already. */
export function alertsFor({ present, unread, asking, summoning, supervised }: Concerns): Alert[] {
  return [
    ...(supervised ? steppedDownAlerts(supervised) : []),
    ...summoning.flatMap(summonsAlerts),
    ...present.filter(({ acknowledgedAt }) => !acknowledgedAt).map(noticeAlert),
    ...unread.map(textAlert),
    ...asking.map(helpAlert),
  ];
}

/** That Dealside has moved this person to a quieter mode, why, and what they can still use. */
function steppedDownAlerts(call: CallView): Alert[] {
  const { steppedDown } = call.you;
  if (!steppedDown) return [];
  const { interventionId, at, message, hint } = steppedDown;
  return [
    {
      key: `stepped down ${interventionId} ${at}`,
      title: steppedDownText(call)!,
      message: `${message} ${hint}`,
      variant: 'warning',
      opensPanel: false,
    },
  ];
}

function noticeAlert({ noticeId, supervisor, mode, text }: NoticeView): Alert {
  const talks = isHeardByCustomer(mode);
  return {
    key: `notice ${noticeId}`,
    title: `${MODE_NAME[mode]}: ${supervisor.name}`,
    message: text,
    variant: talks ? 'warning' : 'info',
    opensPanel: talks,
    ...(talks && { repeats: A_FEW_TIMES }),
  };
}

const textAlert = ({ textWhisperId, from, text }: TextWhisperView): Alert => ({
  key: `text ${textWhisperId}`,
  title: fill(labels.textArrived, { who: from.name }),
  message: text,
  variant: 'info',
  opensPanel: false,
  repeats: A_FEW_TIMES,
});

function helpAlert({ help, rep, customer }: CallView): Alert {
  return {
    key: `help ${help!.helpRequestId}`,
    title: fill(labels.helpAsked, { rep: rep.name, reason: help!.reasonLabel }),
    message: [
      help!.note && asSentence(help!.note),
      fill(labels.helpToast, { customer: customer.name }),
    ]
      .filter(Boolean)
      .join(' '),
    variant: 'warning',
    opensPanel: false,
    repeats: UNTIL_ANSWERED,
  };
}

/** Ends a note that has no end of its own, so that a sentence can follow. */
const asSentence = (note: string): string => (/[.!?…]$/.test(note) ? note : `${note}.`);

const summonsAlerts = (call: CallView): Alert[] =>
  openSummonses(call).map((summons) => ({
    key: `summons ${summons.alertId}`,
    title: summonsText(call, summons),
    message: fill(labels.summonsToast, { customer: call.customer.name }),
    variant: 'warning',
    opensPanel: false,
    repeats: UNTIL_ANSWERED,
  }));

/** A call of a rep whom this person follows. */
export interface FollowedCall {
  readonly callId: string;
  readonly repName: string;
  readonly customerName: string;
}

export const followAlert = ({ callId, repName, customerName }: FollowedCall): Alert => ({
  key: `follow ${callId}`,
  title: fill(labels.attentionFollowed, { rep: repName, customer: customerName }),
  message: '',
  variant: 'info',
  opensPanel: false,
});

/** A call of this person's own that supervisors who follow them might join. */
export interface OwnFollowedCall {
  readonly callId: string;
  readonly supervisors: readonly string[];
}

export const followedAlert = ({ callId, supervisors }: OwnFollowedCall): Alert => ({
  key: `followed ${callId}`,
  title: fill(labels.attentionFollowedBy, { who: supervisors.join(', ') }),
  message: labels.jointBeganRepHint,
  variant: 'info',
  opensPanel: false,
});

/** A planned three-way call of this person that has begun. */
export interface BegunJointCall {
  readonly jointCallId: string;
  readonly you: 'rep' | 'supervisor';
  readonly repName: string;
  readonly supervisorName: string;
  readonly customerName: string;
}

export function jointCallAlert(begun: BegunJointCall): Alert {
  const { jointCallId, you, repName, supervisorName, customerName } = begun;
  const names = { rep: repName, supervisor: supervisorName, customer: customerName };
  const isRep = you === 'rep';
  return {
    key: `joint call ${jointCallId}`,
    title: fill(isRep ? labels.jointBeganRep : labels.jointBegan, names),
    message: isRep ? labels.jointBeganRepHint : labels.jointBeganHint,
    variant: 'info',
    opensPanel: !isRep,
  };
}

export const takenOffAlert = ({ interventionId, repName, message, hint }: TakenOff): Alert => ({
  key: `taken off ${interventionId}`,
  title: fill(labels.takenOff, { rep: repName }),
  message: [message, hint].filter(Boolean).join(' '),
  variant: 'warning',
  opensPanel: false,
});

/** The label of the item: what the person must know first. */
export function itemState(concerns: Concerns, userId: string, now: number): ItemState {
  const { present, unread, asking, summoning, supervised } = concerns;
  const highlighted =
    supervised !== undefined ||
    [present, unread, asking, summoning].some((some) => some.length > 0);
  return { label: itemLabel(concerns, userId, now), highlighted };
}

/** Who is on the call or how this person is, then what they should look at. */
function itemLabel(concerns: Concerns, userId: string, now: number): string {
  return (
    [modeText(concerns, userId, now), newsText(concerns)].filter(Boolean).join(' · ') ||
    labels.softphoneTitle
  );
}

function modeText(
  { present, supervised }: Concerns,
  userId: string,
  now: number,
): string | undefined {
  const since = (at: string): string => clockText(Math.max(0, now - Date.parse(at)));
  const [notice] = present;
  if (notice) {
    const more = present.length > 1 ? ` +${present.length - 1}` : '';
    return `${MODE_NAME[notice.mode]}: ${notice.supervisor.name} ${since(notice.at)}${more}`;
  }
  const own = supervised && interventionOf(supervised, userId);
  return own?.mode && `${MODE_NAME[own.mode]} ${since(own.modeSince ?? own.joinedAt ?? '')}`;
}

function newsText({ unread, asking, summoning }: Concerns): string | undefined {
  const [text] = unread;
  const [call] = asking;
  const [summoned] = summoning;
  if (summoned) return fill(labels.summonsItem, { rep: summoned.rep.name });
  if (text) return fill(labels.textArrived, { who: text.from.name });
  if (!call) return undefined;
  return asking.length === 1
    ? fill(labels.helpItem, { rep: call.rep.name })
    : fill(labels.helpItemMany, { count: asking.length });
}
