import type { Phone } from './device.ts';
import type { Frame } from './frame.ts';
import { type LineSubject } from './line.ts';
import type { ChoiceParts } from './panels/actions.ts';
import { type Server } from './server.ts';
import { type SoftphoneEvent, type SoftphoneState } from './state.ts';
import { type Texts } from './strings.ts';
import type { Mode, Session } from './types.ts';

export interface ActionDeps {
  readonly server: Server;
  /** Returns a session that is not about to expire. */
  getSession(): Promise<Session>;
  state(): SoftphoneState;
  dispatch(event: SoftphoneEvent): void;
  /** Undefined until the softphone is connected. */
  phone(): Phone | undefined;
  /** Connects the phone to a call. If the call is new and that fails, the server gives it up. */
  connect(
    params: Record<string, string>,
    subject: LineSubject,
    how?: { isNew: boolean },
  ): Promise<void>;
  openMicrophone(): Promise<MediaStream>;
  /** Runs an action and shows the problem if it fails. */
  attempt(act: () => Promise<unknown>): void;
  /** Sets the open choice, which the next rendering shows. */
  choose(choosing: ChoiceParts): void;
  /** Renders the page, with the focus on this element. */
  render(focusOn?: string): void;
  /** In the current language. */
  texts(): Texts;
  /** Reconnects to the phone service. */
  reconnect(): void;
  /** Resolves once this holds, or after 10 s. */
  until(holds: (state: SoftphoneState) => boolean): Promise<void>;
  /** Tells the server that this rep hangs up. Resolves after a moment in any case. */
  tellHangUp(callId: string): Promise<void>;
  /** Sends a message to the surrounding Salesforce page. */
  tellPage: Frame['post'];
  /** Mutes the microphone when a click leads to this silent mode or, without a mode, to leaving. */
  silence(interventionId: string, mode?: Mode): void;
}
