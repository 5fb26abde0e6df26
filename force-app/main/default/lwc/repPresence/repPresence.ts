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
import {
  byStatus,
  PRESENCE_EVERY_MS,
  presence,
  repStatusClass,
  repStatusText,
  type PresenceView,
  type RepView,
} from 'c/repStatus';
import { LightningElement } from 'lwc';

interface Shown {
  userId: string;
  name: string;
  status: string;
  theme: string;
}

const shown = ({ userId, name, status }: RepView): Shown => ({
  userId,
  name,
  status: repStatusText[status],
  theme: repStatusClass(status),
});

/**
 * Lets a rep set themselves away, so that others' calls do not ring, and shows a manager which reps
 * are free, busy or away (V1). Hidden from others.
 */
export default class RepPresence extends LightningElement {
  labels = labels;
  presence: Loaded<PresenceView> = NOT_LOADED;
  saving: ActionState = IDLE;
  private stopAsking?: () => void;
  private readonly loader = createLoader(presence, (state) => {
    this.presence = state;
  });
  private readonly save = createAction((state) => {
    this.saving = state;
  });

  connectedCallback(): void {
    this.stopAsking = whileVisible(PRESENCE_EVERY_MS, () => void this.loader.load());
  }

  disconnectedCallback(): void {
    this.stopAsking?.();
  }

  get isShown(): boolean {
    return Boolean(this.own) || this.team.length > 0;
  }

  get heading(): string {
    return this.hasTeam ? labels.presenceTitle : labels.presenceOwnTitle;
  }

  get own(): RepView | undefined {
    return this.presence.value?.own;
  }

  get ownStatus(): Shown | undefined {
    return this.own && shown(this.own);
  }

  get switchLabel(): string {
    return this.own?.isAway ? labels.presenceComeBack : labels.presenceGoAway;
  }

  get team(): Shown[] {
    return byStatus(this.presence.value?.team ?? []).map(shown);
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
