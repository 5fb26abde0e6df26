import { setupChecks, type Setup, type SetupCheck } from 'c/adminApi';
import { setupSummary } from 'c/adminSetupCheck';
import { labels } from 'c/dealsideLabels';
import { createLoader, NOT_LOADED, type Loaded } from 'c/dealsideLoader';
import { tabPage } from 'c/dealsidePages';
import { NavigationMixin } from 'lightning/navigation';
import { LightningElement } from 'lwc';

/** What is missing in the setup, with a link to it. */
export default class HomeSetup extends NavigationMixin(LightningElement) {
  labels = labels;
  setup: Loaded<Setup> = NOT_LOADED;
  private readonly loader = createLoader(setupChecks, (state) => {
    this.setup = state;
  });

  connectedCallback(): void {
    void this.loader.load();
  }

  get summary(): string {
    return setupSummary(this.setup.value?.checks ?? []);
  }

  get missing(): readonly SetupCheck[] {
    return (this.setup.value?.checks ?? []).filter(({ status }) => status === 'todo');
  }

  handleRetry(): void {
    void this.loader.load();
  }

  handleOpen(): void {
    this[NavigationMixin.Navigate](tabPage('Dealside_Setup'));
  }
}
