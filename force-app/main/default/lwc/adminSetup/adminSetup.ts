import run from '@salesforce/apex/DealsideInstallCheck.run';
import MAY_ADMINISTER from '@salesforce/customPermission/Dealside_Administer';
import {
  pointPhoneNumbers,
  refreshPolicy,
  setupChecks,
  startAudioCheck,
  type SetupCheck,
} from 'c/adminApi';
import { setupSummary } from 'c/adminSetupCheck';
import { countText, dateTimeText } from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';
import {
  createAction,
  createLoader,
  IDLE,
  NOT_LOADED,
  type ActionState,
  type Loaded,
} from 'c/dealsideLoader';
import { tabPage, type DealsideTab } from 'c/dealsidePages';
import { session } from 'c/dealsideSession';
import { NavigationMixin } from 'lightning/navigation';
import { LightningElement } from 'lwc';

interface Checks {
  readonly checkedAt: string;
  readonly checks: readonly SetupCheck[];
}

/** An API of Chromium, also available in Lightning Web Security. Other browsers lack it. */
interface PermissionsPolicy {
  allowsFeature(feature: string, origin: string): boolean;
}

/** What an administrator can do about a check from here, and the message afterwards. */
const RUNS: Readonly<Record<string, () => Promise<string | undefined>>> = {
  async audio_check() {
    await startAudioCheck();
    return labels.setupStarted;
  },
  async policy() {
    await refreshPolicy();
    return undefined;
  },
  async phone_numbers() {
    const { changed } = await pointPhoneNumbers();
    return changed === 1
      ? labels.setupPointedOne
      : fill(labels.setupPointed, { count: countText(changed) });
  },
};

/** Whether the softphone's frame, which is on the server's origin, may use the microphone. */
async function microphone(): Promise<SetupCheck> {
  const { serverUrl } = await session();
  const policy = (document as { featurePolicy?: PermissionsPolicy }).featurePolicy;
  const title = labels.setupMicrophone;
  const check = 'microphone';
  if (!policy) return { check, title, status: 'unknown', text: labels.setupMicrophoneUnknown };
  return policy.allowsFeature('microphone', new URL(serverUrl).origin)
    ? { check, title, status: 'ok', text: labels.setupMicrophoneOk }
    : {
        check,
        title,
        status: 'todo',
        text: fill(labels.setupMicrophoneTodo, { server: serverUrl }),
      };
}

async function everyCheck(): Promise<Checks> {
  const { checkedAt, checks } = await setupChecks();
  return { checkedAt, checks: [...checks, await microphone()] };
}

/** All settings that Dealside needs, with what to do about each; usage, policy files and people. */
export default class AdminSetup extends NavigationMixin(LightningElement) {
  labels = labels;
  isRefused = !MAY_ADMINISTER;
  setup: Loaded<Checks> = NOT_LOADED;
  acting: ActionState = IDLE;
  actedText?: string;
  /** What Salesforce itself finds, requested if the server does not answer. */
  foundBySalesforce: readonly string[] = [];
  private readonly loader = createLoader(everyCheck, (state) => {
    this.setup = state;
  });
  private readonly act = createAction((state) => {
    this.acting = state;
  });

  connectedCallback(): void {
    if (!this.isRefused) void this.load();
  }

  private async load(): Promise<void> {
    await this.loader.load();
    this.foundBySalesforce = this.setup.problem ? await run().catch((): string[] => []) : [];
  }

  get checks(): readonly SetupCheck[] {
    return this.setup.value?.checks ?? [];
  }

  get summary(): string {
    return setupSummary(this.checks);
  }

  get checkedAt(): string {
    const at = this.setup.value?.checkedAt;
    return at ? fill(labels.setupCheckedAt, { at: dateTimeText(at) }) : '';
  }

  get isFoundBySalesforce(): boolean {
    return this.foundBySalesforce.length > 0;
  }

  handleRefresh(): void {
    this.actedText = undefined;
    void this.load();
  }

  handleOpen(event: CustomEvent<{ tab: DealsideTab }>): void {
    this[NavigationMixin.Navigate](tabPage(event.detail.tab));
  }

  async handleRun(event: CustomEvent<{ check: string }>): Promise<void> {
    const { check } = event.detail;
    this.actedText = undefined;
    const isDone = await this.act(async () => {
      this.actedText = await RUNS[check]!();
    });
    if (isDone) await this.load();
  }
}
