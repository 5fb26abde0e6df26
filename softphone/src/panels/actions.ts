import type { TransferActions, TransferChoice } from './transferPanel.ts';
import type { Mode } from '../types.ts';

/** What a person can do on the softphone's page. */
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
