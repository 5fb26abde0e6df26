import MAY_MONITOR from '@salesforce/customPermission/Dealside_Monitor';
import MAY_TAKE_CALLS from '@salesforce/customPermission/Dealside_Take_Calls';
import USER_ID from '@salesforce/user/Id';
import {
  askForDesktopNotices,
  desktopNotices,
  notifyOnDesktop,
  openUtilityItem,
  type Alert,
  type DesktopNotices,
  withdrawFromDesktop,
} from 'c/callAlerts';
import { createLead } from 'c/callLead';
import { interventionOf, type CallView, type Problem } from 'c/callModel';
import { labels } from 'c/dealsideLabels';
import { asProblem, forgetSession, session } from 'c/dealsideSession';
import { createSelection, subscribe, type CallChange, type LiveState } from 'c/liveFeed';
import {
  answerRequests,
  dockCallBar,
  reportConnection,
  reportConnectionTest,
  reportMicrophone,
  reportVoice,
  type SoftphoneRequest,
} from 'c/softphoneBus';
import { rememberReach } from 'c/softphoneReach';
import { NavigationMixin } from 'lightning/navigation';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { EnclosingUtilityId } from 'lightning/platformUtilityBarApi';
import { LightningElement, wire } from 'lwc';
import { createFeedMessages } from './feedMessages';
import type { DeviceStatus, FromPage } from './fromPage';
import { followLook } from './look';
import { createUtilityPanel } from './panel';

type KeyTaker = HTMLElement & { press(key: string): void };

const START_WITHIN_MS = 20_000;
const MIN_HEIGHT_PX = 120;
const MAX_HEIGHT_PX = 900;

const STATUS_TEXT: Record<DeviceStatus, string> = {
  connecting: labels.softphoneConnecting,
  registered: labels.softphoneRegistered,
  lost: labels.softphoneLost,
  failed: labels.softphoneFailed,
};

/**
 * The softphone of the utility bar: frames the server's softphone page, and passes requests from
 * other components to it.
 */
export default class Softphone extends NavigationMixin(LightningElement) {
  labels = labels;
  device: DeviceStatus = 'connecting';
  problem?: Problem;
  microphone?: Problem;
  frameUrl?: string;
  /** Shown above the controls, because the frame is outside the visible part of the panel. */
  guide?: string;
  height = 320;
  isOnCall = false;
  waitingForHelp?: string;
  /** The call that this person supervises, whose controls are here. */
  supervised: readonly CallView[] = [];
  desktop: DesktopNotices = desktopNotices();
  private origin?: string;
  /** Why this person is not heard or hears nothing, according to the framed page. */
  private trouble?: string;
  private isPageReady = false;
  private waiting: SoftphoneRequest[] = [];
  private starts = 0;
  private startTimer?: ReturnType<typeof setTimeout>;
  private stopAnswering?: () => void;
  private stopFollowing?: () => void;
  private stopLooking?: () => void;
  private stopItem?: () => void;
  private stopSupervised?: () => void;
  private undockBar?: () => void;
  private readonly panel = createUtilityPanel();
  private readonly feedMessages = createFeedMessages();
  private isCreatingLead = false;
  private readonly own = createSelection(
    (call) => call.you.relation === 'rep' || interventionOf(call, USER_ID) !== undefined,
  );

  private readonly mine = createSelection(
    (call) => call.status === 'live' && interventionOf(call, USER_ID) !== undefined,
  );

  private readonly onMessage = (event: MessageEvent): void => this.receive(event);

  /** The utility bar item of this component, known a moment after it is created. */
  @wire(EnclosingUtilityId)
  utilityChanged(utilityId?: string): void {
    this.panel.isIn(utilityId);
  }

  connectedCallback(): void {
    if (this.isNotAllowed) return;
    this.stopItem = openUtilityItem({
      show: (item) => this.panel.showItem(item),
      alert: (alert) => this.showAlert(alert),
      over: withdrawFromDesktop,
    });
    this.undockBar = dockCallBar(() => this.panel.open(true));
    this.stopSupervised = subscribe(({ calls, takenOff }, change) => {
      this.mine.follow(calls, change);
      if (this.mine.calls === this.supervised) return;
      this.supervised = this.mine.calls;
      this.panel.showControls(this.supervised, calls, takenOff?.isSeen === false);
    });
    window.addEventListener('message', this.onMessage);
    window.addEventListener('beforeunload', this.onBeforeUnload);
    void this.start();
  }

  disconnectedCallback(): void {
    window.removeEventListener('message', this.onMessage);
    window.removeEventListener('beforeunload', this.onBeforeUnload);
    clearTimeout(this.startTimer);
    this.stopAnswering?.();
    this.stopFollowing?.();
    this.stopLooking?.();
    this.stopItem?.();
    this.stopSupervised?.();
    this.undockBar?.();
    reportMicrophone(undefined);
    reportVoice(false);
    reportConnection(undefined);
    reportConnectionTest(false);
  }

  get isNotAllowed(): boolean {
    return !(MAY_MONITOR ?? MAY_TAKE_CALLS);
  }

  get asksForDesktop(): boolean {
    return this.desktop === 'ask';
  }

  get statusText(): string {
    return this.isOnCall ? labels.softphoneOnCall : STATUS_TEXT[this.device];
  }

  get statusClass(): string {
    return `status status_${this.device}`;
  }

  get canRetry(): boolean {
    return this.device === 'failed' || this.device === 'lost';
  }

  get frameStyle(): string {
    return `height: ${this.height}px`;
  }

  /** Leads to those who wait for this person, which is below the controls of the call and out of view. */
  get asked(): string | undefined {
    return this.supervised.length > 0 ? this.waitingForHelp : undefined;
  }

  handleAsked({ detail }: CustomEvent<{ text?: string }>): void {
    this.waitingForHelp = detail.text;
  }

  handleShowAsking(): void {
    const assistance = this.template!.querySelector<Element>('c-softphone-assistance')!;
    assistance.scrollIntoView({ block: 'start' });
  }

  async handleDesktop(): Promise<void> {
    this.desktop = await askForDesktopNotices();
  }

  private showAlert(alert: Alert): void {
    const { title, message, variant, opensPanel } = alert;
    notifyOnDesktop(alert);
    this.dispatchEvent(new ShowToastEvent({ title, message, variant }));
    if (opensPanel) this.panel.open(false);
  }

  /** A page that answers reconnects by itself. Reloading it would cut off a call. */
  handleRetry(): void {
    if (this.isPageReady) this.post({ type: 'retry' });
    else void this.start();
  }

  /**
   * Makes the browser ask before leaving, because the framed page can do so only after a click in
   * it.
   */
  private readonly onBeforeUnload = (event: BeforeUnloadEvent): void => {
    if (this.isOnCall) event.preventDefault();
  };

  private async start(): Promise<void> {
    this.device = 'connecting';
    this.problem = undefined;
    this.isPageReady = false;
    this.guide = undefined;
    clearTimeout(this.startTimer);
    try {
      const { serverUrl } = await session();
      this.origin = new URL(serverUrl).origin;
      this.starts += 1;
      // A different address makes the frame reload.
      this.frameUrl =
        this.starts === 1
          ? `${serverUrl}/softphone/`
          : `${serverUrl}/softphone/?start=${this.starts}`;
      this.startTimer = setTimeout(
        () =>
          this.fail({
            code: 'softphone_silent',
            message: labels.problemNetwork,
            hint: labels.problemNetworkHint,
          }),
        START_WITHIN_MS,
      );
    } catch (fault) {
      this.fail(asProblem(fault));
    }
  }

  private fail(problem: Problem): void {
    this.device = 'failed';
    this.problem = problem;
    // A working page still handles clicks to fall silent.
    if (!this.isPageReady) this.stopAnswering?.();
  }

  /**
   * Checks only the origin, because under Lightning Web Security `event.source` is not the frame's
   * own window object.
   */
  private receive({ origin, data }: MessageEvent): void {
    if (origin !== this.origin || data?.source !== 'dealside') return;
    const message = data as FromPage;
    switch (message.type) {
      case 'ready':
        clearTimeout(this.startTimer);
        this.panel.rings(false);
        this.isPageReady = true;
        this.stopAnswering = answerRequests((request) => this.pass(request));
        this.stopLooking?.();
        this.stopLooking = followLook(this.template!.host, (isDark) =>
          this.post({ type: 'look', isDark }),
        );
        return void this.sendSession().then(() => this.follow());
      case 'session-needed':
        forgetSession();
        return void this.sendSession();
      case 'device':
        return this.applyDeviceStatus(message.status, message.message);
      case 'call':
        this.isOnCall = message.status !== 'ringing' && message.status !== 'ended';
        reportVoice(message.voiceOff === true);
        this.panel.rings(message.isRinging === true);
        return this.panel.joined(message.interventionId);
      case 'microphone':
        this.showTrouble(message.available ? undefined : message.message);
        return this.applyMicrophone(message.available, message.message);
      case 'connection':
        this.showTrouble(message.message);
        reportConnection(
          message.message === undefined
            ? undefined
            : { code: 'connection_poor', message: message.message, hint: message.hint },
        );
        reportConnectionTest(message.isTesting === true);
        return;
      case 'reach':
        rememberReach(message.reach);
        return;
      case 'key':
        // The controls of a supervised call take precedence over those of a rep's own call.
        this.template!.querySelector<KeyTaker>('c-call-bar, c-softphone-assistance')?.press(
          message.key,
        );
        return;
      case 'guide':
        this.guide = message.message;
        if (this.guide) this.panel.open(false);
        return;
      case 'create-lead':
        return void this.createLead(message.callId);
      case 'height':
        this.height = Math.min(MAX_HEIGHT_PX, Math.max(MIN_HEIGHT_PX, message.px));
    }
  }

  /**
   * Creates a lead from the call of an unknown customer, and opens it so that its name can be
   * entered.
   */
  private async createLead(callId: string): Promise<void> {
    const call = this.own.calls.find((one) => one.callId === callId);
    if (!call || this.isCreatingLead) return;
    this.isCreatingLead = true;
    try {
      const recordId = await createLead(call);
      this.toast('success', labels.leadCreated, labels.leadCreatedText);
      this[NavigationMixin.Navigate]({
        type: 'standard__recordPage',
        attributes: { recordId, objectApiName: 'Lead', actionName: 'view' },
      });
    } catch (fault) {
      const { message, hint } = asProblem(fault);
      this.toast('error', message, hint);
    } finally {
      this.isCreatingLead = false;
    }
  }

  private toast(variant: 'success' | 'error', title: string, message?: string): void {
    // Nothing else on the page says an error, so it stays until the person closes it.
    const mode = variant === 'error' ? 'sticky' : 'dismissible';
    this.dispatchEvent(new ShowToastEvent({ variant, mode, title, message }));
  }

  /** The framed page shows its own message beside the button that fixes the problem. */
  private applyMicrophone(isAvailable: boolean, message: string | undefined): void {
    const code = 'no_microphone';
    const untold = {
      code,
      message: labels.softphoneNoMicrophone,
      hint: labels.softphoneNoMicrophoneHint,
    };
    this.microphone = isAvailable || message ? undefined : untold;
    this.panel.unheard(!isAvailable);
    reportMicrophone(isAvailable ? undefined : message ? { code, message } : untold);
  }

  /** Opens the panel, because the frame shows the problem of a call and how to fix it. */
  private showTrouble(message: string | undefined): void {
    if (message && message !== this.trouble && this.isOnCall) this.panel.open(false);
    this.trouble = message;
  }

  private applyDeviceStatus(status: DeviceStatus, message?: string): void {
    this.device = status;
    this.problem =
      status === 'failed'
        ? { code: 'device_failed', message: message ?? labels.softphoneFailed }
        : undefined;
    if (status === 'registered') for (const request of this.waiting.splice(0)) this.post(request);
  }

  private async sendSession(): Promise<void> {
    try {
      this.post({ type: 'session', ...(await session()) });
    } catch (fault) {
      // A call and a working page continue without a session, and the softphone requests one again.
      const problem = asProblem(fault);
      // What the page still wants to ask would otherwise be asked after the next sign-in.
      if (problem.code === 'session_ended')
        this.post({
          type: 'session-refused',
          problem: { code: problem.code, message: problem.message, hint: problem.hint },
        });
      const isPassing = this.isPageReady && problem.code === 'crm_unavailable';
      if (!this.isOnCall && !isPassing) this.fail(problem);
    }
  }

  private follow(): void {
    this.feedMessages.forget();
    this.stopFollowing?.();
    this.stopFollowing = subscribe((feed, change) => this.passFeed(feed, change));
  }

  /** The framed page has no feed of its own, so it receives the calls that this person is on. */
  private passFeed(state: LiveState, change: CallChange): void {
    this.own.follow(state.calls, change);
    const message = this.feedMessages.next(state, this.own.calls);
    if (message) this.post(message);
  }

  /**
   * A call that is requested before the phone is registered waits for that. Requests about the
   * current call do not wait, because they would be useless later.
   */
  private pass(request: SoftphoneRequest): void {
    const startsCall = ['join', 'dial', 'call-list'].includes(request.type);
    if (this.isPageReady && (this.device === 'registered' || !startsCall)) this.post(request);
    else if (startsCall) this.waiting.push(request);
  }

  private post(message: object): void {
    const frame = this.template!.querySelector('iframe');
    frame?.contentWindow?.postMessage({ source: 'dealside', ...message }, this.origin!);
  }
}
