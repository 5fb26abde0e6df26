import { fill, labels } from 'c/dealsideLabels';
import { createItemAction, IDLE, type ActionState, type ItemStates } from 'c/dealsideLoader';
import { markAlert, muteRule, unmuteRule, type AlertView, type Mute } from 'c/wordsApi';

/** What a person can do about an alert. */
export type AlertAct = 'useful' | 'not-useful' | 'snooze' | 'mute' | 'unmute';

const TEXT: Readonly<Record<Exclude<AlertAct, 'unmute'>, string>> = {
  useful: labels.alertUseful,
  'not-useful': labels.alertNotUseful,
  snooze: labels.alertSnooze,
  mute: labels.alertMute,
};

const SNOOZE_MINUTES = 60;

export interface AlertActionsDeps {
  /** Called with the states of all actions, by alert, and by rule for those that are unmuted. */
  readonly onChanges: (changes: ItemStates) => void;
  readonly onMarked: (alertId: string, mark: NonNullable<AlertView['mark']>) => void;
  /** Called before the clicked button leaves the page: the alert or the rule that takes the focus. */
  readonly onFocus: (place: { readonly alertId: string } | { readonly ruleName: string }) => void;
  /** Called once a rule raises alerts for this person again. */
  readonly onUnmuted: (ruleName: string) => void;
}

/** The choices on alerts, the same wherever alerts are shown. */
export interface AlertActions {
  /** How an alert is marked, and its buttons, while its actions are in these states. */
  choicesOf(
    alert: AlertView,
    states: ItemStates,
  ): {
    readonly marked?: string;
    readonly buttons: readonly { action: AlertAct; text: string; waits: string }[];
  } & ItemProgress;
  /** The rules that this person has muted, each with a button. */
  muted(
    mutes: readonly Mute[],
    states: ItemStates,
  ): ({ ruleName: string; text: string; waits: string } & ItemProgress)[];
  act(action: AlertAct, alert: { readonly alertId?: string; readonly rule?: string }): void;
}

type ItemProgress = ActionState & { readonly progress: string | false };

export function createAlertActions(deps: AlertActionsDeps): AlertActions {
  const change = createItemAction(deps.onChanges);

  async function mark(alertId: string, isUseful: boolean): Promise<void> {
    await change(alertId, async () => {
      await markAlert(alertId, isUseful);
      deps.onMarked(alertId, isUseful ? 'useful' : 'not_useful');
      deps.onFocus({ alertId });
    });
  }

  async function mute(alertId: string, ruleName: string, minutes?: number): Promise<void> {
    await change(alertId, async () => {
      await muteRule(ruleName, minutes);
      deps.onFocus({ ruleName });
    });
  }

  return {
    choicesOf({ alertId, mark: given }, states) {
      const state = progressOf(states, alertId);
      const marks = given ? [] : (['useful', 'not-useful'] as const);
      return {
        ...state,
        ...(given && {
          marked: fill(labels.alertMarked, {
            mark: given === 'useful' ? labels.alertUseful : labels.alertNotUseful,
          }),
        }),
        buttons: [...marks, 'snooze' as const, 'mute' as const].map((action) => ({
          action,
          text: TEXT[action],
          waits: String(state.isBusy),
        })),
      };
    },
    muted: (mutes, states) =>
      mutes.map(({ ruleName, label }) => {
        const state = progressOf(states, ruleName);
        return {
          ruleName,
          text: fill(labels.alertUnmute, { rule: label ?? ruleName }),
          waits: String(state.isBusy),
          ...state,
        };
      }),
    act(action, { alertId, rule }) {
      switch (action) {
        case 'useful':
        case 'not-useful':
          return void mark(alertId!, action === 'useful');
        case 'snooze':
          return void mute(alertId!, rule!, SNOOZE_MINUTES);
        case 'mute':
          return void mute(alertId!, rule!);
        case 'unmute':
          return void change(rule!, async () => {
            await unmuteRule(rule!);
            deps.onUnmuted(rule!);
          });
        default:
          return unreachable(action);
      }
    },
  };
}

function progressOf(states: ItemStates, item: string): ItemProgress {
  const state = states.get(item) ?? IDLE;
  return { ...state, progress: state.isBusy && labels.outcomeSaving };
}

function unreachable(value: never): never {
  throw new Error(`unhandled: ${JSON.stringify(value)}`);
}
