import type { PracticeActions } from '../practiceActions.ts';
import type { LeftCall } from '../state.ts';
import type { Mode } from '../types.ts';
import type { DeviceActions } from './elsewhereCard.ts';
import type { ReachActions, ReachChoice } from './reachPanel.ts';
import type { TransferActions, TransferChoice } from './transfers.ts';

/** What a person can do on the softphone's page. */
export interface Actions extends TransferActions, ReachActions, DeviceActions, PracticeActions {
  dial(number: string): void;
  /**
   * The number that a customer with this number would see; undefined if the server does not say.
   */
  seenBy(number: string): Promise<string | undefined>;
  /** These act on the current person of the call list. */
  callFromList(): void;
  chooseListNumber(index: number): void;
  nextInList(): void;
  skipInList(): void;
  closeList(): void;
  /** These act on the line with this id. */
  answer(lineId: string): void;
  decline(lineId: string): void;
  /**
   * Leaves the call that this person supervises, unless its customer would be unattended, and
   * answers.
   */
  leaveAndAnswer(lineId: string): void;
  hangUp(): void;
  /** Ends after-call, so that groups ring this rep again. */
  sayReady(): void;
  mute(muted: boolean): void;
  hold(onHold: boolean): void;
  press(digit: string): void;
  /** Leaves a message on the machine that has answered, and hangs up. */
  leaveMessage(messageId: string): void;
  /** Has the Salesforce page create a lead from the number of the current call. */
  createLead(): void;
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
  /** Reconnects to the phone service, without cutting off a call. */
  reconnect(): void;
  /** Replaces a connection without sound with a new one to the same call. */
  connectAgain(): void;
  /** Leaves with this browser and joins the same call with the person's own phone. */
  joinByPhone(): void;
  returnTo(call: LeftCall): void;
  forgetLeft(): void;
  dismissProblem(): void;
}

/** What the person is choosing, which is not part of the phone's state. */
export interface ChoiceParts extends TransferChoice, ReachChoice {
  mode?: Mode;
}
