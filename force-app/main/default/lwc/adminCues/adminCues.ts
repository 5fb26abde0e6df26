import { languageText } from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';
import {
  createAction,
  createLoader,
  IDLE,
  NOT_LOADED,
  type ActionState,
  type Loaded,
} from 'c/dealsideLoader';
import type { TableColumn, TableRow } from 'c/uiDataTable';
import { cueFaultText, cuesInForce, refreshCues, tryCues, type CueStanding } from 'c/wordsApi';
import { LightningElement } from 'lwc';

/** The cards and checklists in force, which can be tried on a sentence. */
export default class AdminCues extends LightningElement {
  labels = labels;
  standing: Loaded<CueStanding> = NOT_LOADED;
  trying: ActionState = IDLE;
  sentence = '';
  speaker = 'customer';
  language = 'en';
  tried?: string;
  columns: readonly TableColumn[] = [
    { key: 'label', label: labels.alertRulesName },
    { key: 'kind', label: labels.cuesKind },
    { key: 'text', label: labels.cuesText },
    { key: 'language', label: labels.alertRulesLanguage },
    { key: 'priority', label: labels.cuesPriority },
    { key: 'mark', label: labels.cuesMark },
  ];
  private asks: () => Promise<CueStanding> = cuesInForce;
  private readonly loader = createLoader(
    () => this.asks(),
    (state) => {
      this.standing = state;
    },
  );
  private readonly act = createAction((state) => {
    this.trying = state;
  });

  connectedCallback(): void {
    void this.loader.load();
  }

  get rows(): TableRow[] {
    return (this.standing.value?.cues ?? []).map((cue) => ({
      key: cue.name,
      cells: {
        label: cue.label,
        kind: cue.kind === 'card' ? labels.cuesCard : labels.cuesItem,
        text: cue.text,
        language: languageText(cue.language),
        priority: String(cue.priority),
        mark: [
          cue.interrupts ? labels.cuesInterrupts : undefined,
          cue.mark === 'critical' ? labels.cueCritical : undefined,
          cue.mark === 'compliance' ? labels.alertCompliance : undefined,
        ]
          .filter(Boolean)
          .join(', '),
      },
    }));
  }

  get faults(): { key: string; text: string }[] {
    return (this.standing.value?.faults ?? []).map((fault) => ({
      key: `${fault.cue} ${fault.field} ${fault.value ?? ''}`,
      text: cueFaultText(fault),
    }));
  }

  get hasFaults(): boolean {
    return this.faults.length > 0;
  }

  get problem() {
    return this.standing.problem ?? this.trying.problem;
  }

  get isNotToTry(): boolean {
    return this.trying.isBusy || this.sentence.trim() === '';
  }

  get speakers() {
    return [
      { value: 'customer', label: labels.wordsCustomer },
      { value: 'rep', label: labels.wordsRep },
    ].map((one) => ({ ...one, selected: one.value === this.speaker }));
  }

  get languages() {
    return ['en', 'de'].map((value) => ({
      value,
      label: languageText(value),
      selected: value === this.language,
    }));
  }

  handleRefresh(): void {
    this.asks = refreshCues;
    void this.loader.load();
  }

  handleField(event: Event): void {
    const { name, value } = event.target as HTMLInputElement;
    this.tried = undefined;
    if (name === 'sentence') this.sentence = value;
    if (name === 'speaker') this.speaker = value;
    if (name === 'language') this.language = value;
  }

  handleTry(): void {
    void this.act(async () => {
      const { found } = await tryCues(this.sentence, this.speaker, this.language);
      this.tried =
        found.length > 0
          ? found
              .map(({ label, words }) =>
                fill(labels.cuesFound, { cue: label, words: words.join(' … ') }),
              )
              .join(' ')
          : labels.cuesNotFound;
    });
  }
}
