import { floorButtonLabel, otherFloorHolders } from '../floor.ts';
import { isEngaged } from '../line.ts';
import { cannotBeHeard } from '../microphone.ts';
import { replacesRep } from '../modes.ts';
import { callElsewhere, canChangeDevice } from '../reach.ts';
import {
  activeNotices,
  callToReturnTo,
  currentCall,
  ownIntervention,
  type SoftphoneState,
} from '../state.ts';
import { TEXTS } from '../strings.ts';
import type { Vocabulary } from '../types.ts';
import type { Actions, ChoiceParts } from './actions.ts';
import { afterCallPanel } from './afterCallPanel.ts';
import { answeringPanel } from './answeringPanel.ts';
import { callListPanel } from './callListPanel.ts';
import { connectionBox, shownConnection } from './connectionBox.ts';
import { dialPad } from './dialPad.ts';
import { elsewhereCard, toPhoneButton } from './elsewhereCard.ts';
import { guestPanel } from './guestPanel.ts';
import { linePanel } from './linePanel.ts';
import { noticeBanner } from './noticeBanner.ts';
import { practicePanel, practiceReview } from './practicePanel.ts';
import { problemBox } from './problemBox.ts';
import { reachPanel } from './reachPanel.ts';
import { returnCard } from './returnCard.ts';
import { ringCards } from './ringCards.ts';
import { statusLine } from './statusLine.ts';
import { supervisionPanel } from './supervisionPanel.ts';
import { talkLine } from './talkLine.ts';
import { transferPanel } from './transferPanel.ts';

/** What the sections need besides the state: the open choice, the org's words, and actions. */
interface PageParts {
  readonly choosing: ChoiceParts;
  readonly choose: (mode?: ChoiceParts['mode']) => void;
  readonly words: Vocabulary | undefined;
  readonly actions: Actions;
}

type Sections = Record<string, { shows: unknown; make: () => HTMLElement | undefined }>;

/**
 * The sections of the page, from top to bottom. A section is rendered again only if its `shows` has
 * changed. The buttons of the call come first so that they are visible without scrolling.
 */
export function sections(state: SoftphoneState, parts: PageParts): Sections {
  const page = pageOf(state, parts);
  return { ...phoneSections(page), ...callSections(page), ...idleSections(page) };
}

type Page = ReturnType<typeof pageOf>;

/** What several sections show. */
function pageOf(state: SoftphoneState, parts: PageParts) {
  const { actions } = parts;
  const call = currentCall(state);
  const own = ownIntervention(state);
  const texts = TEXTS[state.language];
  const connection = shownConnection(state);
  const isIdle = state.call.status === 'idle';
  const elsewhere = isIdle
    ? callElsewhere(state.calls, state.me?.userId, { reach: state.reach, wasOn: state.wasOn })
    : undefined;
  const mayChangeDevice =
    call !== undefined &&
    canChangeDevice(call, state.me?.userId, {
      isSupervising: isEngaged(state.call) && state.call.interventionId !== undefined,
      own,
    });
  const toPhone = (): HTMLElement | undefined =>
    state.call.status === 'open' && call && mayChangeDevice
      ? toPhoneButton(
          { callId: call.callId, interventionId: state.call.interventionId },
          {
            hasPhone: (state.reach?.numbers.length ?? 0) > 0,
            isChanging: state.changingTo !== undefined,
          },
          { actions, texts },
        )
      : undefined;
  return {
    ...parts,
    state,
    call,
    own,
    texts,
    connection,
    isIdle,
    elsewhere,
    mayChangeDevice,
    toPhone,
    /** Whether the connection box offers to continue by phone, so that no other section does. */
    isPhoneWayOut: connection !== undefined && !own,
  };
}

/** The state of the phone, and the lines that ring. */
const phoneSections = ({
  state,
  own,
  actions,
  texts,
  connection,
  elsewhere,
  mayChangeDevice,
  toPhone,
  isPhoneWayOut,
}: Page): Sections => ({
  status: {
    shows: [
      state.device,
      state.feed,
      state.asOf,
      state.microphone,
      state.grantsUntil,
      state.staleSince,
      state.whileAway,
      own?.interventionId,
      state.call.status,
    ],
    make: () => statusLine(state, actions, texts),
  },
  problem: { shows: state.problem, make: () => problemBox(state, actions, texts) },
  rings: {
    shows: [
      state.rings,
      state.call.status === 'idle',
      own?.interventionId,
      state.rings.length > 0 && state.calls,
    ],
    make: () => ringCards(state, actions, texts),
  },
  afterCall: {
    shows: [state.afterCallEndsAt, state.call.status],
    make: () => afterCallPanel(state, actions, texts),
  },
  return: {
    shows: [callToReturnTo(state), state.device.status === 'registered'],
    make: () =>
      returnCard(callToReturnTo(state), state.device.status === 'registered', { actions, texts }),
  },
  elsewhere: {
    shows: [elsewhere, state.device.status === 'registered'],
    make: () => elsewhereCard(elsewhere, state.device.status === 'registered', { actions, texts }),
  },
  connection: {
    shows: [
      own?.interventionId,
      connection,
      isPhoneWayOut && [mayChangeDevice, state.reach?.numbers.length, state.changingTo],
    ],
    make: () =>
      connectionBox(connection, own !== undefined, {
        actions,
        texts,
        toPhone: isPhoneWayOut ? toPhone() : undefined,
      }),
  },
});

/** The call that this softphone is in. */
function callSections({
  state,
  call,
  own,
  choosing,
  choose,
  words,
  actions,
  texts,
  connection,
  mayChangeDevice,
  toPhone,
  isPhoneWayOut,
}: Page): Sections {
  const messages = state.messages?.callId === call?.callId ? state.messages?.messages : undefined;
  return {
    line: {
      shows: [
        state.call,
        call,
        own,
        state.quality,
        connection !== undefined,
        cannotBeHeard(state.microphone),
        state.isServerSilent,
        state.hasCallBar && state.guidance,
      ],
      make: () => linePanel(state, { call, own, actions, texts }),
    },
    talk: { shows: [state.talkShare, own?.modeSince], make: () => talkLine(state) },
    notices: { shows: activeNotices(state), make: () => noticeBanner(state, actions, texts) },
    answering: {
      shows: [call?.answering, messages, state.call.status, own?.interventionId],
      make: () =>
        call &&
        !call.isPractice &&
        !own &&
        state.call.status === 'open' &&
        call.rep.userId === state.me?.userId
          ? answeringPanel(call, messages, { actions, texts })
          : undefined,
    },
    supervision: {
      shows: [
        own,
        call?.you,
        call?.rep.present,
        own && call && [otherFloorHolders(call, own, texts), floorButtonLabel(call, own, texts)],
        call?.guests,
        call?.transfer,
        state.microphone,
        state.connection.status === 'poor' && state.connection,
        state.isServerSilent,
        state.guidance,
        state.call,
        choosing.mode,
        state.hasCallBar,
        words?.version ?? words !== undefined,
      ],
      make: () =>
        own && call && !state.hasCallBar
          ? supervisionPanel(own, call, {
              state,
              supervising: { choosing, choose, words, actions, texts },
            })
          : undefined,
    },
    transfer: {
      shows: [
        state.call.status,
        call?.transfer,
        call?.status,
        call?.rep,
        call?.guests,
        choosing.found,
        own?.interventionId,
      ],
      make: () =>
        call && !own && state.call.status === 'open' && call.rep.userId === state.me?.userId
          ? transferPanel(call, choosing, { actions, texts })
          : undefined,
    },
    device: {
      shows: [
        state.call.status === 'open' && [state.call.callId, state.call.interventionId],
        mayChangeDevice,
        state.reach?.numbers.length,
        state.changingTo,
        isPhoneWayOut,
      ],
      make: () => (isPhoneWayOut ? undefined : toPhone()),
    },
    guest: {
      shows: [call?.guests, call?.transfer?.status, call?.status, call?.rep, own?.mode],
      make: () => {
        if (!call || !isEngaged(state.call)) return undefined;
        const isRep = !own && call.rep.userId === state.me?.userId && !call.rep.silenced;
        const hasTakenOver = own?.mode !== undefined && replacesRep(own.mode);
        return guestPanel(
          call,
          { remove: isRep || hasTakenOver, leave: isRep },
          { actions, texts },
        );
      },
    },
  };
}

/** What can be started while there is no call. */
const idleSections = ({ state, choosing, actions, texts, isIdle, elsewhere }: Page): Sections => ({
  list: {
    shows: [
      state.list,
      state.call.status,
      state.rings.length > 0,
      state.device.status,
      state.reach?.device,
      elsewhere !== undefined,
    ],
    make: () => callListPanel(state, elsewhere !== undefined, { actions, texts }),
  },
  practiceReview: {
    shows: [isIdle, state.rings.length > 0, state.practice, elsewhere !== undefined],
    make: () => (elsewhere ? undefined : practiceReview(state, actions, texts)),
  },
  dialPad: {
    shows: [
      state.call.status,
      state.rings.length > 0,
      state.me?.takesCalls,
      state.device.status,
      state.reach?.device,
      elsewhere !== undefined,
    ],
    make: () => (elsewhere ? undefined : dialPad(state, actions, texts)),
  },
  practice: {
    shows: [
      isIdle,
      state.rings.length > 0,
      state.practice,
      state.device.status,
      state.reach?.device,
      elsewhere !== undefined,
    ],
    make: () => (elsewhere ? undefined : practicePanel(state, actions, texts)),
  },
  reach: {
    shows: [isIdle, state.rings.length > 0, state.reach, choosing.reach, choosing.codeFor],
    make: () =>
      isIdle && state.rings.length === 0
        ? reachPanel(state.reach, choosing, { actions, texts })
        : undefined,
  },
});
