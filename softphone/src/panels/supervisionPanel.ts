import { withDuration } from '../callMeters.ts';
import { button, h } from '../dom.ts';
import { floorButtonLabel, otherFloorHolders } from '../floor.ts';
import { isEngaged } from '../line.ts';
import {
  isHeardByCustomer,
  isHeardByRepOnly,
  isSilent,
  JOIN_MODE,
  keyOf,
  MODES,
  needsReason,
  replacesRep,
} from '../modes.ts';
import type { SoftphoneState } from '../state.ts';
import { fill, heardBy, type Texts } from '../strings.ts';
import type { CallView, Mode, Supervision } from '../types.ts';
import type { Voice } from '../voice.ts';
import { whyNotHeard } from '../whyNotHeard.ts';
import type { Actions, ChoiceParts } from './actions.ts';
import { guideHint } from './guideHint.ts';
import { modeIcon, modeName } from './modeTag.ts';
import { reasonForm, type ReasonFormParts } from './reasonForm.ts';
import { scriptLines } from './scriptLines.ts';

/** Who hears the supervisor, and what the supervisor can change about it. */
export function supervisionPanel(
  own: Supervision,
  call: CallView,
  { state, supervising }: { readonly state: SoftphoneState; readonly supervising: ReasonFormParts },
): HTMLElement {
  const { choosing, texts } = supervising;
  const parts: PanelParts = { own, call, state, supervising };
  return h(
    'section',
    { class: 'phone-supervision', 'aria-label': texts.supervision },
    state.isServerSilent && h('p', { class: 'phone-warning', role: 'status' }, texts.serverSilent),
    ...hearing(parts),
    guideHint(state),
    ...warnings(parts),
    h(
      'div',
      { role: 'status', 'data-others': 'floor' },
      ...otherFloorHolders(call, own, texts).map((text) => h('p', {}, text)),
    ),
    h(
      'div',
      { class: 'phone-modes', role: 'group', 'aria-label': texts.whoHearsYou },
      ...MODES.map((mode) => modeButton(mode, parts)),
    ),
    choosing.mode && reasonForm(choosing.mode, { own, call, ...supervising }),
    own.mode !== undefined &&
      choosing.mode === undefined &&
      scriptLines(call, own.mode, { when: 'closing', texts }),
    actionButtons(parts),
  );
}

interface PanelParts {
  readonly own: Supervision;
  readonly call: CallView;
  readonly state: SoftphoneState;
  readonly supervising: ReasonFormParts;
}

function modeButton(mode: Mode, { own, call, state, supervising }: PanelParts): HTMLElement {
  const { choose, actions, texts } = supervising;
  const permission = call.you.modes.find((one) => one.mode === mode);
  const noVoice = isSilent(mode)
    ? undefined
    : whyNotHeard(state.microphone, state.connection, texts);
  const why = permission?.allowed === false ? permission.message : noVoice;
  const shown = own.mode === mode ? 'confirmed' : own.pendingMode === mode ? 'pending' : '';
  return h(
    'button',
    {
      type: 'button',
      class: `phone-mode mode-look_${mode} ${shown && `phone-mode_${shown}`}`,
      'aria-pressed': String(own.mode === mode),
      disabled: why !== undefined,
      title: why ?? `${heardIn(mode, call, texts)} (${keyOf(mode)})`,
      'data-mode': mode,
      onclick: () => request(mode, own, { choose, actions }),
    },
    modeIcon(),
    h('span', {}, texts.modes[mode]),
    h('kbd', {}, keyOf(mode)),
  );
}

const heardIn = (mode: Mode, call: CallView, texts: Texts): string =>
  [heardBy(mode, call, texts), ...guestsWhoHear(mode, call, texts)].join('. ');

/** Who hears the supervisor, whether the microphone is on, and for how long the customer hears them. */
function hearing({ own, call, state, supervising }: PanelParts) {
  const { actions, texts } = supervising;
  const { call: line } = state;
  const modeText = own.mode ? heardIn(own.mode, call, texts) : texts.joining;
  return [
    h(
      'p',
      {
        class: `phone-heard ${own.mode ? `mode-look_${own.mode}` : ''}`,
        role: 'status',
        'data-confirmed-mode': own.mode ?? '',
      },
      (isEngaged(line) && voiceText(line.voice, own, texts)) ||
        (own.pendingMode
          ? fill(texts.switchingTo, { mode: modeName(own.pendingMode, texts) })
          : modeText),
    ),
    isEngaged(line) &&
      line.voice.status === 'off' &&
      isHeardNow(own) &&
      button(texts.turnMicrophoneOn, 'neutral', { act: () => actions.switchTo(own.mode!) }),
    own.mode !== undefined &&
      isHeardByCustomer(own.mode) &&
      own.modeSince !== undefined &&
      h(
        'p',
        { class: 'phone-guide', 'data-guide': 'time' },
        ...withDuration(texts.heardFor, own.modeSince),
      ),
  ];
}

/** A transfer to this supervisor that waits for their takeover, and a mode change that failed. */
const warnings = ({ own, call, supervising: { texts } }: PanelParts) => [
  isHandedToYou(call, own) &&
    h(
      'p',
      { class: 'phone-warning', role: 'status' },
      fill(texts.handedToYou, { rep: call.rep.name }),
    ),
  own.problem &&
    h(
      'p',
      { class: 'phone-warning', role: 'alert' },
      [own.problem.message, own.problem.hint].filter(Boolean).join(' '),
    ),
];

function actionButtons({ own, call, supervising: { actions, texts } }: PanelParts): HTMLElement {
  const floorLabel = floorButtonLabel(call, own, texts);
  return h(
    'div',
    { class: 'phone-buttons' },
    own.mode !== undefined &&
      !isSilent(own.mode) &&
      button(texts.handBack, 'neutral', { act: () => actions.switchTo(JOIN_MODE) }),
    floorLabel &&
      button(floorLabel, 'neutral', { act: () => actions.requestFloor(!own.floorRequestedAt) }),
    button(call.rep.present ? texts.leave : texts.leaveAndEnd, 'destructive', {
      act: () => actions.leave(),
    }),
  );
}

/** Third parties hear what everybody hears, and never a whisper. */
const guestsWhoHear = (mode: Mode, { guests }: CallView, texts: Texts): string[] =>
  !isSilent(mode) && !isHeardByRepOnly(mode)
    ? guests.flatMap(({ status, name }) =>
        status === 'present' || status === 'has_call' ? [fill(texts.guestHearsYou, { name })] : [],
      )
    : [];

/** Whether the rep wants this supervisor to take the call over. */
const isHandedToYou = ({ transfer }: CallView, { supervisor }: Supervision): boolean =>
  transfer?.status === 'requested' &&
  transfer.byTakeover &&
  transfer.to.userId === supervisor.userId;

/** What the supervisor's own clicks did to the microphone, if that differs from the mode. */
function voiceText(voice: Voice, own: Supervision, texts: Texts): string | undefined {
  switch (voice.status) {
    case 'on':
      return undefined;
    case 'off':
      return own.pendingMode || isHeardNow(own) ? texts.microphoneOff : undefined;
    case 'asked':
    case 'granted':
      return fill(texts.microphoneOffUntilMode, { mode: modeName(voice.mode, texts) });
    default:
      return unreachable(voice);
  }
}

/** Whether the last confirmed mode is one in which somebody hears the supervisor. */
const isHeardNow = ({ mode, pendingMode }: Supervision): boolean =>
  mode !== undefined && !isSilent(mode) && pendingMode === undefined;

/**
 * Asks for the reason first if the mode needs one and none was given yet. A takeover always asks
 * what the rep should do.
 */
export function request(
  mode: Mode,
  own: Supervision,
  {
    choose,
    actions,
  }: { readonly choose: (mode?: ChoiceParts['mode']) => void; readonly actions: Actions },
): void {
  if (replacesRep(mode) || (needsReason(mode) && !own.reasonCode)) choose(mode);
  else actions.switchTo(mode);
}

function unreachable(value: never): never {
  throw new Error(`unhandled: ${JSON.stringify(value)}`);
}
