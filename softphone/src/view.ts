import { button, h } from './dom.ts';
import {
  activeNotices,
  currentCall,
  isEngaged,
  ownIntervention,
  type SoftphoneState,
} from './state.ts';
import {
  takesCall,
  isHeardByRepOnly,
  isSilent,
  JOIN_MODE,
  keyOf,
  MODES,
  needsReason,
} from './modes.ts';
import { fill, heardBy, TEXTS, type Texts } from './strings.ts';
import { transferPanel, type TransferActions, type TransferChoice } from './transferPanel.ts';
import type { CallView, Mode, Supervision, Vocabulary } from './types.ts';
import { floorButtonLabel, otherFloorHolders } from './floor.ts';

export interface Actions extends TransferActions {
  dial(number: string): void;
  answer(): void;
  decline(): void;
  hangUp(): void;
  mute(muted: boolean): void;
  hold(onHold: boolean): void;
  press(digit: string): void;
  switchTo(
    mode: Mode,
    more?: {
      reasonCode?: string;
      note?: string;
      whisperSkipped?: boolean;
      repAfterTakeover?: 'leaves' | 'listens';
    },
  ): void;
  leave(): void;
  /** Requests the floor for this supervisor, or cancels the request. */
  requestFloor(isRequested: boolean): void;
  acknowledge(noticeId: string): void;
  checkMicrophone(): void;
  dismissProblem(): void;
}

/** An open choice of the person, which is not part of the phone's state. */
export interface Choosing extends TransferChoice {
  mode?: Mode;
}

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'];

/** The sections of the page. A section is rendered again only if its `shows` has changed. */
export function sections(
  state: SoftphoneState,
  choosing: Choosing,
  choose: (mode?: Choosing['mode']) => void,
  words: Vocabulary | undefined,
  actions: Actions,
): Record<string, { shows: unknown; make: () => HTMLElement | undefined }> {
  const call = currentCall(state);
  const own = ownIntervention(state);
  const texts = TEXTS[state.language];
  return {
    status: {
      shows: [state.device, state.feed, state.microphone],
      make: () => statusLine(state, actions, texts),
    },
    problem: { shows: state.problem, make: () => problemBox(state, actions, texts) },
    notices: { shows: activeNotices(state), make: () => noticeBanner(state, actions, texts) },
    line: {
      shows: [state.call, call, own, state.quality],
      make: () => linePanel(state, call, own, actions, texts),
    },
    supervision: {
      shows: [
        own,
        call?.you,
        own && call && [otherFloorHolders(call, own, texts), floorButtonLabel(call, own, texts)],
        state.microphone,
        choosing.mode,
        words === undefined,
      ],
      make: () =>
        own &&
        call &&
        supervisionPanel(own, call, state, { choosing, choose, words, actions, texts }),
    },
    transfer: {
      shows: [
        state.call.status,
        call?.transfer,
        call?.status,
        call?.rep,
        choosing.colleagues,
        own?.interventionId,
      ],
      make: () =>
        call && !own && state.call.status === 'open' && call.rep.userId === state.me?.userId
          ? transferPanel(call, choosing, actions, texts)
          : undefined,
    },
    dialPad: {
      shows: [state.call.status, state.me?.takesCalls, state.device.status],
      make: () => dialPad(state, actions, texts),
    },
  };
}

function statusLine(
  { device, feed, microphone }: SoftphoneState,
  actions: Actions,
  texts: Texts,
): HTMLElement {
  const text =
    device.status === 'failed'
      ? fill(texts.deviceFailed, { problem: device.message })
      : texts.device[device.status];
  // The Salesforce page around this one says so too; only trouble is worth saying twice.
  const isWell = device.status === 'registered' && feed !== 'lost';
  return h(
    'div',
    { class: 'phone-status' },
    h(
      'p',
      { class: isWell ? 'slds-assistive-text' : 'phone-status-line', role: 'status' },
      h('span', { class: `phone-dot phone-dot_${device.status}`, 'aria-hidden': 'true' }),
      text,
      feed === 'lost' && texts.feedLost,
    ),
    microphone === 'missing' &&
      h(
        'p',
        { class: 'phone-hint' },
        texts.noMicrophone,
        ' ',
        button(texts.tryAgain, 'text', () => actions.checkMicrophone()),
      ),
  );
}

function problemBox(
  { problem }: SoftphoneState,
  actions: Actions,
  texts: Texts,
): HTMLElement | undefined {
  if (!problem) return undefined;
  return h(
    'div',
    { class: 'phone-problem', role: 'alert' },
    h('p', {}, problem.message),
    problem.hint && h('p', { class: 'phone-hint' }, problem.hint),
    button(texts.close, 'text', () => actions.dismissProblem()),
  );
}

function noticeBanner(state: SoftphoneState, actions: Actions, texts: Texts): HTMLElement {
  return h(
    'div',
    { class: 'phone-notices', 'aria-live': 'polite' },
    ...activeNotices(state).map((notice) =>
      h(
        'div',
        { class: `phone-notice phone-notice_${notice.mode}` },
        h(
          'p',
          { class: 'phone-notice-who' },
          `${notice.supervisor.name} · ${notice.supervisor.role}`,
        ),
        h('p', {}, notice.text),
        notice.acknowledgedAt
          ? h('p', { class: 'phone-hint' }, texts.seen)
          : button(texts.gotIt, 'neutral', () => actions.acknowledge(notice.noticeId)),
      ),
    ),
  );
}

function linePanel(
  { call: line, quality }: SoftphoneState,
  call: CallView | undefined,
  own: Supervision | undefined,
  actions: Actions,
  texts: Texts,
): HTMLElement | undefined {
  if (line.status === 'incoming') {
    return h(
      'section',
      { class: 'phone-call', 'aria-label': texts.incomingCall },
      h('p', { class: 'phone-hint' }, texts.incomingCall),
      h('h1', { class: 'phone-name' }, line.name),
      call?.opportunity && h('p', {}, call.opportunity.name),
      h(
        'div',
        { class: 'phone-buttons' },
        button(texts.answer, 'success', () => actions.answer()),
        button(texts.decline, 'destructive', () => actions.decline()),
      ),
    );
  }
  if (!isEngaged(line)) return undefined;
  const isSupervisor = line.interventionId !== undefined;
  const onHold = call?.customer.onHold ?? false;
  return h(
    'section',
    { class: 'phone-call', 'aria-label': texts.call },
    h(
      'p',
      { class: 'phone-hint' },
      line.status === 'connecting' ? texts.connecting : callStatus(call, isSupervisor, own, texts),
    ),
    h('h1', { class: 'phone-name' }, call?.customer.name ?? texts.call),
    h(
      'p',
      {},
      [
        call?.customer.accountName,
        isSupervisor && call ? fill(texts.withRep, { rep: call.rep.name }) : undefined,
      ]
        .filter(Boolean)
        .join(' · '),
    ),
    h('p', { class: 'phone-timer', 'data-since': call?.answeredAt ?? line.since }, '0:00'),
    quality && h('p', { class: 'phone-warning', role: 'status' }, quality),
    call?.rep.silenced && !isSupervisor && h('p', { class: 'phone-warning' }, texts.silenced),
    h(
      'div',
      { class: 'phone-meter', 'aria-hidden': 'true' },
      h('span', { class: 'phone-meter-bar' }),
    ),
    !isSupervisor &&
      h(
        'div',
        { class: 'phone-buttons' },
        button(line.muted ? texts.unmute : texts.mute, 'neutral', () => actions.mute(!line.muted), {
          'aria-pressed': String(line.muted),
        }),
        button(onHold ? texts.resume : texts.hold, 'neutral', () => actions.hold(!onHold), {
          'aria-pressed': String(onHold),
        }),
      ),
    !isSupervisor && button(texts.hangUp, 'destructive', () => actions.hangUp()),
  );
}

function callStatus(
  call: CallView | undefined,
  isSupervisor: boolean,
  own: Supervision | undefined,
  texts: Texts,
): string {
  if (isSupervisor) return own?.mode ? texts.modes[own.mode] : texts.joining;
  if (!call || call.status === 'ringing') return texts.ringing;
  return call.customer.onHold ? texts.onHold : texts.onTheCall;
}

/** What the supervision panel shows beside the call, and whom it tells. */
interface Supervising {
  readonly choosing: Choosing;
  readonly choose: (mode?: Choosing['mode']) => void;
  readonly words: Vocabulary | undefined;
  readonly actions: Actions;
  readonly texts: Texts;
}

function supervisionPanel(
  own: Supervision,
  call: CallView,
  { microphone }: SoftphoneState,
  supervising: Supervising,
): HTMLElement {
  const { choosing, choose, actions, texts } = supervising;
  const rep = call.rep.name.split(' ')[0]!;
  const customer = call.customer.name.split(' ')[0]!;
  const noVoice = microphone === 'missing';
  const floorLabel = floorButtonLabel(call, own, texts);
  const modeButton = (mode: Mode): HTMLElement => {
    const permission = call.you.modes.find((one) => one.mode === mode);
    const why =
      permission?.allowed === false
        ? permission.message
        : noVoice && !isSilent(mode)
          ? texts.microphoneNeeded
          : undefined;
    const shown = own.mode === mode ? 'confirmed' : own.pendingMode === mode ? 'pending' : '';
    return h(
      'button',
      {
        type: 'button',
        class: `phone-mode ${shown && `phone-mode_${shown}`}`,
        'aria-pressed': String(own.mode === mode),
        disabled: why !== undefined,
        title: why ?? `${heardBy(mode, rep, customer, texts)} (${keyOf(mode)})`,
        'data-mode': mode,
        onclick: () => request(mode, own, choose, actions),
      },
      h('span', {}, texts.modes[mode]),
      h('kbd', {}, keyOf(mode)),
    );
  };
  return h(
    'section',
    { class: 'phone-supervision', 'aria-label': texts.supervision },
    h(
      'p',
      {
        class: `phone-heard phone-heard_${own.mode ?? 'joining'}`,
        role: 'status',
        'data-confirmed-mode': own.mode ?? '',
      },
      own.pendingMode
        ? fill(texts.switchingTo, { mode: texts.modes[own.pendingMode] })
        : own.mode
          ? heardBy(own.mode, rep, customer, texts)
          : texts.joining,
    ),
    own.problem &&
      h(
        'p',
        { class: 'phone-warning', role: 'alert' },
        [own.problem.message, own.problem.hint].filter(Boolean).join(' '),
      ),
    h(
      'div',
      { role: 'status', 'data-others': 'floor' },
      ...otherFloorHolders(call, own, texts).map((text) => h('p', {}, text)),
    ),
    h(
      'div',
      { class: 'phone-modes', role: 'group', 'aria-label': texts.whoHearsYou },
      ...MODES.map(modeButton),
    ),
    choosing.mode && reasonForm(choosing.mode, own, rep, supervising),
    h(
      'div',
      { class: 'phone-buttons' },
      own.mode !== undefined &&
        !isSilent(own.mode) &&
        button(texts.handBack, 'neutral', () => actions.switchTo(JOIN_MODE)),
      floorLabel &&
        button(floorLabel, 'neutral', () => actions.requestFloor(!own.floorRequestedAt)),
      button(call.rep.present ? texts.leave : texts.leaveAndEnd, 'destructive', () =>
        actions.leave(),
      ),
    ),
  );
}

/**
 * A mode that needs a reason asks for it first, unless one was given already; a takeover always
 * asks what the rep does.
 */
export function request(
  mode: Mode,
  own: Supervision,
  choose: (mode?: Choosing['mode']) => void,
  actions: Actions,
): void {
  if (takesCall(mode) || (needsReason(mode) && !own.reasonCode)) choose(mode);
  else actions.switchTo(mode);
}

function reasonForm(
  mode: Mode,
  own: Supervision,
  rep: string,
  { choose, words, actions, texts }: Supervising,
): HTMLElement {
  const reason = h(
    'select',
    { class: 'slds-select', id: 'reason', required: true },
    h('option', { value: '' }, texts.selectReason),
    ...(words?.reasons ?? []).map(({ code, label }) =>
      h('option', { value: code, selected: code === own.reasonCode }, label),
    ),
  ) as HTMLSelectElement;
  const note = h('input', {
    class: 'slds-input',
    id: 'note',
    placeholder: texts.note,
    'aria-label': texts.note,
    maxlength: '255',
  }) as HTMLInputElement;
  const stays = h(
    'select',
    { class: 'slds-select', 'aria-label': texts.whatAboutRep },
    h('option', { value: 'leaves' }, fill(texts.repLeaves, { rep })),
    h('option', { value: 'listens' }, fill(texts.repListens, { rep })),
  ) as HTMLSelectElement;
  const whisperSkipped =
    !takesCall(mode) && !own.modeHistory.some((change) => isHeardByRepOnly(change.mode));
  const submit = (event: Event): void => {
    event.preventDefault();
    choose(undefined);
    actions.switchTo(mode, {
      reasonCode: reason.value,
      note: note.value,
      whisperSkipped,
      ...(takesCall(mode) && { repAfterTakeover: stays.value as 'leaves' | 'listens' }),
    });
  };
  return h(
    'form',
    { class: 'phone-reason', onsubmit: submit },
    h('label', { for: 'reason' }, takesCall(mode) ? texts.whyTakeover : texts.whyBarge),
    reason,
    note,
    takesCall(mode) && stays,
    whisperSkipped && h('p', { class: 'phone-hint' }, fill(texts.whisperFirst, { rep })),
    h(
      'div',
      { class: 'phone-buttons' },
      h(
        'button',
        { class: 'slds-button slds-button_brand', type: 'submit' },
        takesCall(mode) ? texts.takeOverNow : texts.bargeNow,
      ),
      button(texts.cancel, 'neutral', () => choose(undefined)),
    ),
  );
}

function dialPad(
  { call, me, device }: SoftphoneState,
  actions: Actions,
  texts: Texts,
): HTMLElement | undefined {
  if (call.status === 'incoming' || !me?.takesCalls)
    return call.status === 'idle' && me && !me.takesCalls
      ? h('p', { class: 'phone-idle' }, texts.selectCall)
      : undefined;
  if (call.status === 'idle') {
    const number = h('input', {
      class: 'slds-input',
      type: 'tel',
      id: 'number',
      placeholder: '+1 415 555 0142',
      autocomplete: 'off',
    }) as HTMLInputElement;
    const dial = (event: Event): void => {
      event.preventDefault();
      actions.dial(number.value.replace(/[^+\d]/g, ''));
    };
    return h(
      'form',
      { class: 'phone-dial', onsubmit: dial },
      h('label', { for: 'number' }, texts.number),
      number,
      digitKeys((digit) => (number.value += digit)),
      h(
        'button',
        {
          class: 'slds-button slds-button_success',
          type: 'submit',
          disabled: device.status !== 'registered',
        },
        texts.dial,
      ),
    );
  }
  return h(
    'details',
    { class: 'phone-keys' },
    h('summary', {}, texts.keypad),
    digitKeys((digit) => actions.press(digit)),
  );
}

const digitKeys = (press: (digit: string) => void): HTMLElement =>
  h(
    'div',
    { class: 'phone-digits' },
    ...DIGITS.map((digit) =>
      h('button', { type: 'button', class: 'phone-digit', onclick: () => press(digit) }, digit),
    ),
  );
