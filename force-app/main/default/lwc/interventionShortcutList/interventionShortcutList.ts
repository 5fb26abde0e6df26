import { MODE_ICON, MODE_LABEL, MODES, type Mode, type Problem } from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';
import { createAction, IDLE, type ActionState } from 'c/dealsideLoader';
import {
  DEFAULT_SHORTCUTS,
  loadShortcuts,
  offerShortcutList,
  REP_KEYS,
  saveShortcuts,
  SHORTCUTS,
  shortcutsNow,
  type Shortcut,
  type Shortcuts,
} from 'c/interventionShortcuts';
import { LightningElement } from 'lwc';

interface Entry {
  readonly shortcut: Shortcut;
  readonly label: string;
  readonly icon?: string;
  readonly title: string;
  readonly key: string;
}

const LABEL: Record<Shortcut, string> = {
  ...MODE_LABEL,
  handBack: labels.shortcutsHandBack,
  leave: labels.shortcutsLeave,
  list: labels.shortcutsList,
};

const isMode = (shortcut: Shortcut): shortcut is Mode => MODES.some((mode) => mode === shortcut);

/**
 * All keys of Dealside, in a dialog. Single keys can be changed or turned off (WCAG 2.1.4). Opens
 * on request.
 */
export default class InterventionShortcutList extends LightningElement {
  labels = labels;
  isOpen = false;
  saving: ActionState = IDLE;
  /** The fault of the keys as typed. */
  fault?: Problem;
  draft: Shortcuts = DEFAULT_SHORTCUTS;
  private stopOffering?: () => void;
  private needsFocus = false;
  private returnTo?: HTMLElement;
  private readonly save = createAction((state) => {
    this.saving = state;
  });

  connectedCallback(): void {
    this.stopOffering = offerShortcutList(() => this.open());
    void loadShortcuts();
  }

  disconnectedCallback(): void {
    this.stopOffering?.();
  }

  renderedCallback(): void {
    if (!this.needsFocus) return;
    this.needsFocus = false;
    this.dialog?.focus();
  }

  get entries(): Entry[] {
    return SHORTCUTS.map((shortcut) => ({
      shortcut,
      label: LABEL[shortcut],
      icon: isMode(shortcut) ? MODE_ICON[shortcut] : undefined,
      title: fill(labels.shortcutsKeyFor, { action: LABEL[shortcut] }),
      key: this.draft.keys[shortcut].toUpperCase(),
    }));
  }

  /** Keys for a rep's own call, except those that this person uses for something else. */
  get repKeys(): { keys: string; label: string }[] {
    const chosen = Object.values(this.draft.keys);
    return [
      { key: REP_KEYS.askForHelp, label: labels.helpAsk },
      { key: REP_KEYS.flag, label: labels.momentFlag },
    ]
      .filter(({ key }) => this.isOn && !chosen.includes(key))
      .map(({ key, label }) => ({ keys: key.toUpperCase(), label }));
  }

  get hasRepKeys(): boolean {
    return this.repKeys.length > 0;
  }

  get fixed(): { keys: string; label: string }[] {
    return [
      { keys: '↑ ↓', label: labels.shortcutsWallMove },
      { keys: 'Enter', label: labels.shortcutsWallJoin },
      { keys: '→ ←', label: labels.shortcutsWallInside },
      { keys: 'Esc', label: labels.shortcutsDialog },
    ];
  }

  get isOn(): boolean {
    return this.draft.isOn;
  }

  get isOff(): boolean {
    return !this.draft.isOn;
  }

  get problem(): Problem | undefined {
    return this.fault ?? this.saving.problem;
  }

  handleOn(event: Event): void {
    this.draft = { ...this.draft, isOn: (event.target as HTMLInputElement).checked };
  }

  handleKey(event: Event): void {
    const { dataset, value } = event.target as HTMLInputElement;
    const keys = { ...this.draft.keys, [dataset.shortcut as Shortcut]: value.trim().toLowerCase() };
    this.draft = { ...this.draft, keys };
    this.fault = undefined;
  }

  handleReset(): void {
    this.draft = DEFAULT_SHORTCUTS;
    this.fault = undefined;
  }

  async handleSave(): Promise<void> {
    const keys = SHORTCUTS.map((shortcut) => this.draft.keys[shortcut]);
    const twice = keys.find((key, at) => keys.indexOf(key) !== at);
    if (keys.some((key) => key === '')) this.fault = faultOf(labels.shortcutsMissing);
    else if (twice) this.fault = faultOf(fill(labels.shortcutsTaken, { key: twice.toUpperCase() }));
    if (this.fault) return;
    await this.save(() => saveShortcuts(this.draft));
    if (!this.saving.problem) this.close();
  }

  handleClose(): void {
    this.close();
  }

  /**
   * Keys stay inside the dialog: none of them changes a mode, and Tab does not leave the dialog.
   */
  handleKeydown(event: KeyboardEvent): void {
    event.stopPropagation();
    if (event.key === 'Escape') this.close();
    if (event.key !== 'Tab') return;
    const controls = [
      ...this.template!.querySelectorAll<HTMLElement>('input:not([disabled]), lightning-button'),
    ];
    const from = event.target as HTMLElement;
    const isAtEnd = event.shiftKey
      ? from === controls[0] || from === this.dialog
      : from === controls.at(-1);
    if (!isAtEnd) return;
    event.preventDefault();
    controls.at(event.shiftKey ? -1 : 0)?.focus();
  }

  private open(): void {
    this.returnTo = (document.activeElement as HTMLElement | null) ?? undefined;
    this.draft = shortcutsNow();
    this.fault = undefined;
    this.isOpen = true;
    this.needsFocus = true;
  }

  private close(): void {
    this.isOpen = false;
    this.returnTo?.focus();
  }

  private get dialog(): HTMLElement | null {
    return this.template!.querySelector<HTMLElement>('[role="dialog"]');
  }
}

const faultOf = (message: string): Problem => ({ code: 'shortcuts', message });
