import all from '@salesforce/apex/DealsideReports.all';
import { countText, MODE_NAME, MODES, todayText, type Mode, type Problem } from 'c/callModel';
import { labels } from 'c/dealsideLabels';
import { createLoader, gateProblem, laterProblem, NOT_LOADED, type Loaded } from 'c/dealsideLoader';
import { recordPage, tabPage } from 'c/dealsidePages';
import { apexProblem } from 'c/dealsideSession';
import { whileVisible } from 'c/dealsideTicker';
import { outcomes, type Outcomes } from 'c/outcomeApi';
import { NavigationMixin } from 'lightning/navigation';
import { LightningElement } from 'lwc';

interface Report {
  recordId: string;
  name: string;
  description?: string;
  isDashboard: boolean;
}

interface Figure {
  name: string;
  value: string;
  mode?: Mode;
}

const EVERY_MS = 60_000;

const ofToday = (): Promise<Outcomes> => {
  const today = todayText();
  return outcomes({ from: today, to: today, mode: 'barge' });
};

/** What happened today, with links to reports. */
export default class HomeReports extends NavigationMixin(LightningElement) {
  labels = labels;
  today: Loaded<Outcomes> = NOT_LOADED;
  reports: Loaded<readonly Report[]> = NOT_LOADED;
  private stopAsking?: () => void;
  private readonly figuresLoader = createLoader(ofToday, (state) => {
    this.today = state;
  });
  private readonly reportsLoader = createLoader(
    () => all() as Promise<readonly Report[]>,
    (state) => {
      this.reports = state;
    },
    apexProblem,
  );

  connectedCallback(): void {
    this.stopAsking = whileVisible(EVERY_MS, () => void this.figuresLoader.load());
    void this.reportsLoader.load();
  }

  disconnectedCallback(): void {
    this.stopAsking?.();
  }

  get noneProblem(): Problem | undefined {
    return gateProblem(this.today);
  }

  get laterProblem(): Problem | undefined {
    return laterProblem(this.today);
  }

  get figures(): Figure[] {
    const totals = this.today.value?.totals;
    if (!totals) return [];
    return [
      { name: labels.homeReportsAnswered, value: countText(totals.answered) },
      ...MODES.map((mode) => ({ name: MODE_NAME[mode], mode, value: countText(totals[mode]) })),
      { name: labels.homeReportsHelp, value: countText(totals.helpRequested) },
    ];
  }

  get listed(): (Report & { kind?: string })[] {
    return (this.reports.value ?? []).map((report) => ({
      ...report,
      ...(report.isDashboard && { kind: labels.homeReportsDashboard }),
    }));
  }

  get hasNoReports(): boolean {
    return this.reports.value?.length === 0;
  }

  handleRetryFigures(): void {
    void this.figuresLoader.load();
  }

  handleRetryReports(): void {
    void this.reportsLoader.load();
  }

  handleOutcomes(): void {
    this[NavigationMixin.Navigate](tabPage('Dealside_Outcomes'));
  }

  handleReport(event: Event): void {
    const { id } = (event.currentTarget as HTMLElement).dataset;
    const report = this.listed.find(({ recordId }) => recordId === id)!;
    this[NavigationMixin.Navigate](
      recordPage(report.isDashboard ? 'Dashboard' : 'Report', report.recordId),
    );
  }
}
