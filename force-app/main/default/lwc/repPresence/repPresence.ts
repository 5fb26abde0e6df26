import { LightningElement } from 'lwc';
import type { Problem } from 'c/callModel';
import { labels } from 'c/dealsideLabels';
import {
  createAction,
  createLoader,
  IDLE,
  NOT_LOADED,
  type ActionState,
  type Loaded,
} from 'c/dealsideLoader';
import { request } from 'c/dealsideSession';
import { whileVisible } from 'c/dealsideTicker';

type Status = 'available' | 'busy' | 'after_call' | 'away' | 'offline';

interface Rep {
  userId: string;
  name: string;
  status: Status;
  since?: string;
  isAway: boolean;
}
interface Presence {
  own?: Rep;
  team: readonly Rep[];
}
interface Shown {
  userId: string;
  name: string;
  status: string;
  theme: string;
}

const EVERY_MS = 15_000;

const WORDS: Record<Status, string> = {
  available: labels.presenceAvailable,
  busy: labels.presenceBusy,
  after_call: labels.presenceAfterCall,
  away: labels.presenceAway,
  offline: labels.presenceOffline,
};
const THEMES: Partial<Record<Status, string>> = {
  available: 'slds-badge slds-theme_success',
  busy: 'slds-badge slds-theme_error',
};
/** Who can be asked for help now comes first. */
const ORDER: readonly Status[] = ['available', 'after_call', 'busy', 'away', 'offline'];

const shown = ({ userId, name, status }: Rep): Shown => ({
  userId,
  name,
  status: WORDS[status],
  theme: THEMES[status] ?? 'slds-badge',
});

/**
 * Lets a rep say to be away, so that calls of others do not ring, and shows a manager which reps are
 * free, busy or away (V1). Shows nothing to who is neither.
 */
export default class RepPresence extends LightningElement {
  labels = labels;
  presence: Loaded<Presence> = NOT_LOADED;
  saving: ActionState = IDLE;
  private stopAsking?: () => void;
  private readonly loader = createLoader(
    () => request<Presence>('GET', '/api/presence'),
    (state) => {
      this.presence = state;
    },
  );
  private readonly save = createAction((state) => {
    this.saving = state;
  });

  connectedCallback(): void {
    this.stopAsking = whileVisible(EVERY_MS, () => void this.loader.load());
  }

  disconnectedCallback(): void {
    this.stopAsking?.();
  }

  get isShown(): boolean {
    return Boolean(this.own) || this.team.length > 0;
  }

  get own(): Rep | undefined {
    return this.presence.value?.own;
  }

  get ownStatus(): Shown | undefined {
    return this.own && shown(this.own);
  }

  get switchLabel(): string {
    return this.own?.isAway ? labels.presenceComeBack : labels.presenceGoAway;
  }

  get team(): Shown[] {
    const team = this.presence.value?.team ?? [];
    return [...team]
      .sort(
        (a, b) => ORDER.indexOf(a.status) - ORDER.indexOf(b.status) || a.name.localeCompare(b.name),
      )
      .map(shown);
  }

  get hasTeam(): boolean {
    return this.team.length > 0;
  }

  get problem(): Problem | undefined {
    return this.saving.problem ?? this.presence.problem;
  }

  async handleSwitch(): Promise<void> {
    await this.save(async () => {
      await request('PUT', '/api/me/availability', { isAway: !this.own?.isAway });
      await this.loader.load();
    });
  }
}
