import { LightningElement } from 'lwc';
import { incidents, resolveIncident, type IncidentView } from 'c/adminApi';
import type { Problem } from 'c/callModel';
import { labels } from 'c/dealsideLabels';
import { asProblem } from 'c/dealsideSession';

type Status = 'open' | 'resolved';

/** The contradictions between audit and phone network, open or resolved; each is acknowledged with a reason. */
export default class AdminIncidents extends LightningElement {
  labels = labels;
  status: Status = 'open';
  found?: readonly IncidentView[];
  problem?: Problem;
  resolveProblem?: Problem;
  isSaving = false;

  connectedCallback(): void {
    void this.load();
  }

  get isLoading(): boolean {
    return this.found === undefined;
  }

  get isEmpty(): boolean {
    return this.found?.length === 0;
  }

  get shown(): readonly IncidentView[] {
    return this.found ?? [];
  }

  get emptyHeading(): string {
    return this.status === 'open' ? labels.incidentsNone : labels.incidentsNoneResolved;
  }

  get emptyText(): string | undefined {
    return this.status === 'open' ? labels.incidentsNoneText : undefined;
  }

  get choices(): { value: Status; label: string; selected: boolean }[] {
    const all: [Status, string][] = [['open', labels.incidentsOpen], ['resolved', labels.incidentsResolved]];
    return all.map(([value, label]) => ({ value, label, selected: value === this.status }));
  }

  handleStatus(event: Event): void {
    this.status = (event.target as HTMLSelectElement).value as Status;
    void this.load();
  }

  handleRetry(): void {
    void this.load();
  }

  async handleResolve(event: CustomEvent<{ incidentId: string; note: string }>): Promise<void> {
    const { incidentId, note } = event.detail;
    this.resolveProblem = undefined;
    this.isSaving = true;
    try {
      await resolveIncident(incidentId, note);
    } catch (fault) {
      const problem = asProblem(fault);
      this.resolveProblem = problem.code === 'not_found' ? { code: problem.code, message: labels.incidentGone } : problem;
    } finally {
      this.isSaving = false;
    }
    if (!this.resolveProblem || this.resolveProblem.code === 'not_found') await this.load();
  }

  private async load(): Promise<void> {
    const { status } = this;
    this.problem = undefined;
    try {
      const answer = await incidents(status);
      if (status === this.status) this.found = answer.incidents;
    } catch (fault) {
      if (status === this.status) this.problem = asProblem(fault);
    }
  }
}
