import { button, h } from './dom.ts';
import { activeNotices, currentCall, isEngaged, ownIntervention, type SoftphoneState } from './state.ts';
import { takesCall, isHeardByRepOnly, isSilent, JOIN_MODE, keyOf, MODES, needsReason } from './modes.ts';
import { DEVICE, heardBy, MODE_NAME, TEXT } from './strings.ts';
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
  switchTo(mode: Mode, more?: { reasonCode?: string; note?: string; whisperSkipped?: boolean; repAfterTakeover?: 'leaves' | 'listens' }): void;
  leave(): void;
  /** Requests the floor for this supervisor, or cancels the request. */
  requestFloor(isRequested: boolean): void;
  acknowledge(noticeId: string): void;
  checkMicrophone(): void;
  dismissProblem(): void;
}

/** An open choice of the person, which is not part of the phone's state. */
export interface Choosing extends TransferChoice { mode?: Mode }

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'];

/** The sections of the page. A section is rendered again only if its `shows` has changed. */
export function sections(state: SoftphoneState, choosing: Choosing, choose: (mode?: Choosing['mode']) => void, words: Vocabulary | undefined, actions: Actions): Record<string, { shows: unknown; make: () => HTMLElement | undefined }> {
  const call = currentCall(state);
  const own = ownIntervention(state);
  return {
    status: { shows: [state.device, state.feed, state.microphone], make: () => statusLine(state, actions) },
    problem: { shows: state.problem, make: () => problemBox(state, actions) },
    notices: { shows: activeNotices(state), make: () => noticeBanner(state, actions) },
    line: { shows: [state.call, call, own, state.quality], make: () => linePanel(state, call, own, actions) },
    supervision: { shows: [own, call?.you, own && call && [otherFloorHolders(call, own), floorButtonLabel(call, own)], state.microphone, choosing.mode, words === undefined], make: () => own && call && supervisionPanel(own, call, state, choosing, choose, words, actions) },
    transfer: { shows: [state.call.status, call?.transfer, call?.status, call?.rep, choosing.colleagues, own?.interventionId], make: () => (call && !own && state.call.status === 'open' && call.rep.userId === state.me?.userId ? transferPanel(call, choosing, actions) : undefined) },
    dialPad: { shows: [state.call.status, state.me?.takesCalls, state.device.status], make: () => dialPad(state, actions) },
  };
}

function statusLine({ device, feed, microphone }: SoftphoneState, actions: Actions): HTMLElement {
  const text = device.status === 'failed' ? `${DEVICE.failed}: ${device.message}` : DEVICE[device.status]!;
  // The Salesforce page shows the status too, so it is repeated only if something is wrong.
  const isWell = device.status === 'registered' && feed !== 'lost';
  return h('div', { class: 'phone-status' },
    h('p', { class: isWell ? 'slds-assistive-text' : 'phone-status-line', role: 'status' }, h('span', { class: `phone-dot phone-dot_${device.status}`, 'aria-hidden': 'true' }), text, feed === 'lost' && ' · live view lost, reconnecting'),
    microphone === 'missing' && h('p', { class: 'phone-hint' }, TEXT.noMicrophone, ' ', button(TEXT.tryAgain, 'text', () => actions.checkMicrophone())));
}

function problemBox({ problem }: SoftphoneState, actions: Actions): HTMLElement | undefined {
  if (!problem) return undefined;
  return h('div', { class: 'phone-problem', role: 'alert' }, h('p', {}, problem.message), problem.hint && h('p', { class: 'phone-hint' }, problem.hint), button('Close', 'text', () => actions.dismissProblem()));
}

function noticeBanner(state: SoftphoneState, actions: Actions): HTMLElement {
  return h('div', { class: 'phone-notices', 'aria-live': 'polite' }, ...activeNotices(state).map((notice) =>
    h('div', { class: `phone-notice phone-notice_${notice.mode}` },
      h('p', { class: 'phone-notice-who' }, `${notice.supervisor.name} · ${notice.supervisor.role}`),
      h('p', {}, notice.text),
      notice.acknowledgedAt ? h('p', { class: 'phone-hint' }, 'Seen') : button('Got it', 'neutral', () => actions.acknowledge(notice.noticeId)))));
}

function linePanel({ call: line, quality }: SoftphoneState, call: CallView | undefined, own: Supervision | undefined, actions: Actions): HTMLElement | undefined {
  if (line.status === 'incoming') {
    return h('section', { class: 'phone-call', 'aria-label': 'Incoming call' },
      h('p', { class: 'phone-hint' }, 'Incoming call'), h('h1', { class: 'phone-name' }, line.name),
      call?.opportunity && h('p', {}, call.opportunity.name),
      h('div', { class: 'phone-buttons' }, button('Answer', 'success', () => actions.answer()), button('Decline', 'destructive', () => actions.decline())));
  }
  if (!isEngaged(line)) return undefined;
  const isSupervisor = line.interventionId !== undefined;
  const onHold = call?.customer.onHold ?? false;
  return h('section', { class: 'phone-call', 'aria-label': 'Call' },
    h('p', { class: 'phone-hint' }, line.status === 'connecting' ? 'Connecting…' : callStatus(call, isSupervisor, own)),
    h('h1', { class: 'phone-name' }, call?.customer.name ?? 'Call'),
    h('p', {}, [call?.customer.accountName, isSupervisor && call ? `with ${call.rep.name}` : undefined].filter(Boolean).join(' · ')),
    h('p', { class: 'phone-timer', 'data-since': call?.answeredAt ?? line.since }, '0:00'),
    quality && h('p', { class: 'phone-warning', role: 'status' }, quality),
    call?.rep.silenced && !isSupervisor && h('p', { class: 'phone-warning' }, 'A supervisor has taken over. You are listening; the customer does not hear you.'),
    h('div', { class: 'phone-meter', 'aria-hidden': 'true' }, h('span', { class: 'phone-meter-bar' })),
    !isSupervisor && h('div', { class: 'phone-buttons' },
      button(line.muted ? 'Unmute' : 'Mute', 'neutral', () => actions.mute(!line.muted), { 'aria-pressed': String(line.muted) }),
      button(onHold ? 'Resume' : 'Hold', 'neutral', () => actions.hold(!onHold), { 'aria-pressed': String(onHold) })),
    !isSupervisor && button('Hang up', 'destructive', () => actions.hangUp()));
}

function callStatus(call: CallView | undefined, isSupervisor: boolean, own: Supervision | undefined): string {
  if (isSupervisor) return own?.mode ? MODE_NAME[own.mode] : 'Joining…';
  if (!call || call.status === 'ringing') return 'Ringing…';
  return call.customer.onHold ? 'On hold' : 'On the call';
}

function supervisionPanel(own: Supervision, call: CallView, { microphone }: SoftphoneState, choosing: Choosing, choose: (mode?: Choosing['mode']) => void, words: Vocabulary | undefined, actions: Actions): HTMLElement {
  const rep = call.rep.name.split(' ')[0]!;
  const customer = call.customer.name.split(' ')[0]!;
  const noVoice = microphone === 'missing';
  const floorLabel = floorButtonLabel(call, own);
  const modeButton = (mode: Mode): HTMLElement => {
    const permission = call.you.modes.find((one) => one.mode === mode);
    const why = permission?.allowed === false ? permission.message : noVoice && !isSilent(mode) ? TEXT.silentOnly : undefined;
    const shown = own.mode === mode ? 'confirmed' : own.pendingMode === mode ? 'pending' : '';
    return h('button', {
      type: 'button', class: `phone-mode ${shown && `phone-mode_${shown}`}`, 'aria-pressed': String(own.mode === mode), disabled: why !== undefined,
      title: why ?? `${heardBy(mode, rep, customer)} (${keyOf(mode)})`, 'data-mode': mode,
      onclick: () => request(mode, own, choose, actions),
    }, h('span', {}, MODE_NAME[mode]), h('kbd', {}, keyOf(mode)));
  };
  return h('section', { class: 'phone-supervision', 'aria-label': 'Supervision' },
    h('p', { class: `phone-heard phone-heard_${own.mode ?? 'joining'}`, role: 'status', 'data-confirmed-mode': own.mode ?? '' },
      own.pendingMode ? `Switching to ${MODE_NAME[own.pendingMode]}…` : own.mode ? heardBy(own.mode, rep, customer) : 'Joining…'),
    own.problem && h('p', { class: 'phone-warning', role: 'alert' }, own.problem.message),
    h('div', { role: 'status', 'data-others': 'floor' }, ...otherFloorHolders(call, own).map((text) => h('p', {}, text))),
    h('div', { class: 'phone-modes', role: 'group', 'aria-label': 'Who hears you' }, ...MODES.map(modeButton)),
    choosing.mode && reasonForm(choosing.mode, own, rep, choose, words, actions),
    h('div', { class: 'phone-buttons' },
      own.mode !== undefined && !isSilent(own.mode) && button('Hand back (H)', 'neutral', () => actions.switchTo(JOIN_MODE)),
      floorLabel && button(floorLabel, 'neutral', () => actions.requestFloor(!own.floorRequestedAt)),
      button(call.rep.present ? 'Leave (L)' : 'Leave and end the call', 'destructive', () => actions.leave())));
}

/** A mode that needs a reason asks for it first, unless one was given already; a takeover always asks what the rep does. */
export function request(mode: Mode, own: Supervision, choose: (mode?: Choosing['mode']) => void, actions: Actions): void {
  if (takesCall(mode) || (needsReason(mode) && !own.reasonCode)) choose(mode);
  else actions.switchTo(mode);
}

function reasonForm(mode: Mode, own: Supervision, rep: string, choose: (mode?: Choosing['mode']) => void, words: Vocabulary | undefined, actions: Actions): HTMLElement {
  const reason = h('select', { class: 'slds-select', id: 'reason', required: true }, h('option', { value: '' }, 'Choose a reason'),
    ...(words?.reasons ?? []).map(({ code, label }) => h('option', { value: code, selected: code === own.reasonCode }, label))) as HTMLSelectElement;
  const note = h('input', { class: 'slds-input', id: 'note', placeholder: 'Note', 'aria-label': 'Note', maxlength: '255' }) as HTMLInputElement;
  const stays = h('select', { class: 'slds-select', 'aria-label': 'The rep' }, h('option', { value: 'leaves' }, `${rep} leaves the call`), h('option', { value: 'listens' }, `${rep} stays and listens`)) as HTMLSelectElement;
  const whisperSkipped = !takesCall(mode) && !own.modeHistory.some((change) => isHeardByRepOnly(change.mode));
  const submit = (event: Event): void => {
    event.preventDefault();
    choose(undefined);
    actions.switchTo(mode, { reasonCode: reason.value, note: note.value, whisperSkipped, ...(takesCall(mode) && { repAfterTakeover: stays.value as 'leaves' | 'listens' }) });
  };
  return h('form', { class: 'phone-reason', onsubmit: submit },
    h('label', { for: 'reason' }, takesCall(mode) ? 'Why are you taking over?' : 'Why are you joining?'), reason, note, takesCall(mode) && stays,
    whisperSkipped && h('p', { class: 'phone-hint' }, `You have not whispered yet. ${rep} may be able to say it without you.`),
    h('div', { class: 'phone-buttons' }, h('button', { class: 'slds-button slds-button_brand', type: 'submit' }, takesCall(mode) ? 'Take over now' : 'Barge now'), button('Cancel', 'neutral', () => choose(undefined))));
}

function dialPad({ call, me, device }: SoftphoneState, actions: Actions): HTMLElement | undefined {
  if (call.status === 'incoming' || !me?.takesCalls) return call.status === 'idle' && me && !me.takesCalls ? h('p', { class: 'phone-idle' }, 'Choose a live call in Salesforce to listen.') : undefined;
  if (call.status === 'idle') {
    const number = h('input', { class: 'slds-input', type: 'tel', id: 'number', placeholder: '+1 415 555 0142', autocomplete: 'off' }) as HTMLInputElement;
    const dial = (event: Event): void => {
      event.preventDefault();
      actions.dial(number.value.replace(/[^+\d]/g, ''));
    };
    return h('form', { class: 'phone-dial', onsubmit: dial }, h('label', { for: 'number' }, 'Number'), number,
      digitKeys((digit) => (number.value += digit)),
      h('button', { class: 'slds-button slds-button_success', type: 'submit', disabled: device.status !== 'registered' }, 'Call'));
  }
  return h('details', { class: 'phone-keys' }, h('summary', {}, 'Keypad'), digitKeys((digit) => actions.press(digit)));
}

const digitKeys = (press: (digit: string) => void): HTMLElement =>
  h('div', { class: 'phone-digits' }, ...DIGITS.map((digit) => h('button', { type: 'button', class: 'phone-digit', onclick: () => press(digit) }, digit)));
