import { button, h } from '../dom.ts';
import { isEngaged, type Engaged } from '../line.ts';
import { cannotBeHeard } from '../microphone.ts';
import { replacesRep } from '../modes.ts';
import { readableNumber } from '../phoneNumber.ts';
import type { SoftphoneState } from '../state.ts';
import { fill, type Texts } from '../strings.ts';
import { exactTimeOf, type TimeReader } from '../timeTexts.ts';
import type { CallView, Supervision } from '../types.ts';
import type { Actions } from './actions.ts';
import { shownConnection } from './connectionBox.ts';
import { guideHint } from './guideHint.ts';
import { modeName } from './modeTag.ts';

export interface LineParts {
  readonly call: CallView | undefined;
  readonly own: Supervision | undefined;
  readonly actions: Actions;
  readonly texts: Texts;
}

/** The call this softphone is in. */
export function linePanel(state: SoftphoneState, parts: LineParts): HTMLElement | undefined {
  const { call: line, hasCallBar, isServerSilent } = state;
  const { call, own, actions, texts } = parts;
  if (!isEngaged(line)) return undefined;
  const isSupervisor = line.interventionId !== undefined;
  const status = h(
    'p',
    { class: 'phone-hint', 'data-confirmed-mode': (hasCallBar && own?.mode) || undefined },
    statusText(line, call, { own, texts }),
  );
  const warning = qualityWarning(state, texts);
  const meter = h(
    'div',
    { class: 'phone-meter', 'aria-hidden': 'true' },
    h('span', { class: 'phone-meter-bar' }),
  );
  // The surrounding page already shows who is on the call, for how long and in which mode.
  if (isSupervisor && hasCallBar)
    return h(
      'section',
      { class: 'phone-call', 'aria-label': texts.call },
      isServerSilent && h('p', { class: 'phone-warning', role: 'status' }, texts.serverSilent),
      guideHint(state),
      status,
      warning,
      meter,
    );
  return h(
    'section',
    { class: 'phone-call', 'aria-label': texts.call },
    status,
    h('h1', { class: 'phone-name' }, call?.customer.name ?? texts.call),
    h('p', {}, partiesText(call, isSupervisor, texts)),
    ...(isSupervisor ? [] : repHints(state, call, texts)),
    isSupervisor &&
      !own &&
      isServerSilent &&
      h('p', { class: 'phone-warning', role: 'status' }, texts.serverSilent),
    h('p', { class: 'phone-timer', 'data-since': call?.answeredAt ?? line.since }, '0:00'),
    warning,
    call?.rep.silenced &&
      !isSupervisor &&
      h('p', { class: 'phone-warning' }, silencedText(call, texts)),
    meter,
    ...(isSupervisor ? [] : repButtons(line, call, { actions, texts })),
    // Before the feed has the intervention, its own controls are not there.
    isSupervisor && !own && button(texts.leave, 'destructive', { act: () => actions.leave() }),
  );
}

/** Who took the call over, as far as this person may know. */
function silencedText({ interventions }: CallView, texts: Texts): string {
  const by = interventions.find(({ mode, pendingMode }) =>
    [mode, pendingMode].some((one) => one !== undefined && replacesRep(one)),
  );
  return by ? fill(texts.silencedBy, { name: by.supervisor.name }) : texts.silenced;
}

/** No quality warning if a missing microphone or poor network is shown elsewhere. */
function qualityWarning(state: SoftphoneState, texts: Texts): HTMLElement | false {
  const { quality, microphone } = state;
  const isShownElsewhere =
    quality === 'silent' ? cannotBeHeard(microphone) : shownConnection(state) !== undefined;
  return (
    quality !== undefined &&
    !isShownElsewhere &&
    h('p', { class: 'phone-warning', role: 'status' }, texts.quality[quality])
  );
}

const partiesText = (call: CallView | undefined, isSupervisor: boolean, texts: Texts): string =>
  [
    call?.customer.accountName,
    isSupervisor && call
      ? fill(call.rep.present ? texts.withRep : texts.repLeft, { rep: call.rep.name })
      : undefined,
  ]
    .filter(Boolean)
    .join(' · ');

/** The number that the customer sees, and announcements that the customer has heard. */
const repHints = (state: SoftphoneState, call: CallView | undefined, texts: Texts) => [
  call?.callerId &&
    h(
      'p',
      { class: 'phone-hint' },
      fill(texts.theySee, { number: readableNumber(call.callerId.number) }),
    ),
  heardMeanwhile(state, call, texts),
];

const repButtons = (
  line: Engaged,
  call: CallView | undefined,
  { actions, texts }: Pick<LineParts, 'actions' | 'texts'>,
) => {
  const onHold = call?.customer.onHold ?? false;
  return [
    h(
      'div',
      { class: 'phone-buttons' },
      button(line.muted ? texts.unmute : texts.mute, 'neutral', {
        act: () => actions.mute(!line.muted),
        more: { 'aria-pressed': String(line.muted) },
      }),
      button(onHold ? texts.resume : texts.hold, 'neutral', {
        act: () => actions.hold(!onHold),
        more: { 'aria-pressed': String(onHold) },
      }),
    ),
    line.status === 'open' &&
      isUnknown(call) &&
      h(
        'div',
        { class: 'phone-buttons' },
        button(texts.createLead, 'neutral', { act: () => actions.createLead() }),
      ),
    button(texts.hangUp, 'destructive', { act: () => actions.hangUp() }),
  ];
};

/** What the customer was told while the rep's page was not connected. */
function heardMeanwhile(
  reader: TimeReader,
  call: CallView | undefined,
  texts: Texts,
): HTMLElement | undefined {
  if (!call?.customerHeard) return undefined;
  const { words, at } = call.customerHeard;
  const times = at.map((one) => exactTimeOf(Date.parse(one), reader)).join(', ');
  return h(
    'p',
    { class: 'phone-hint', role: 'status' },
    fill(texts.customerHeard, { words, times }),
  );
}

/** Whether no Salesforce record has the number of this call's customer. */
const isUnknown = (call: CallView | undefined): boolean =>
  call?.customer.phone !== undefined && call.customer.contactId === undefined;

function statusText(
  line: Engaged,
  call: CallView | undefined,
  { own, texts }: { readonly own: Supervision | undefined; readonly texts: Texts },
): string {
  switch (line.status) {
    case 'connecting':
      return texts.connecting;
    case 'reconnecting':
      return texts.reconnecting;
    case 'ending':
      return texts.hangingUp;
    case 'open':
      return callStatus(line, call, { own, texts });
  }
}

function callStatus(
  { interventionId }: Engaged,
  call: CallView | undefined,
  { own, texts }: { readonly own: Supervision | undefined; readonly texts: Texts },
): string {
  if (interventionId !== undefined) return own?.mode ? modeName(own.mode, texts) : texts.joining;
  if (!call || call.status === 'ringing') return texts.ringing;
  return call.customer.onHold ? texts.onHold : texts.onTheCall;
}
