import { incidents, resolveIncident, type AuditedCall, type IncidentView } from 'c/adminApi';
import { isRefusedWith, type Problem } from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';
import {
  createAction,
  createLoader,
  IDLE,
  NOT_LOADED,
  type ActionState,
  type Loaded,
} from 'c/dealsideLoader';
import { asProblem } from 'c/dealsideSession';
import { LightningElement } from 'lwc';

type Status = 'open' | 'resolved';

/**
 * Contradictions between audit and phone network, open or resolved. Each is acknowledged with a
 * reason.
 */
export default class AdminIncidents extends LightningElement {
  labels = labels;
  status: Status = 'open';
  found: Loaded<{
    incidents: readonly IncidentView[];
    calls?: Readonly<Record<string, AuditedCall>>;
    total?: number;
  }> = NOT_LOADED;
  resolving: ActionState = IDLE;
  private readonly loader = createLoader(
    () => incidents(this.status),
    (state) => {
      this.found = state;
    },
  );
  private readonly resolve = createAction((state) => {
    this.resolving = state;
  }, asResolveProblem);

  connectedCallback(): void {
    void this.loader.load();
  }

  get isEmpty(): boolean {
    return this.found.value?.incidents.length === 0;
  }

  get shown(): readonly IncidentView[] {
    return this.found.value?.incidents ?? [];
  }

  get rows(): { incident: IncidentView; call: AuditedCall | undefined }[] {
    return this.shown.map((incident) => ({
      incident,
      call: this.found.value?.calls?.[incident.callId ?? ''],
    }));
  }

  get shownText(): string | undefined {
    const count = this.shown.length;
    const total = this.found.value?.total ?? count;
    return total > count ? fill(labels.incidentsShown, { count, total }) : undefined;
  }

  get emptyHeading(): string {
    return this.status === 'open' ? labels.incidentsNone : labels.incidentsNoneResolved;
  }

  get emptyText(): string | undefined {
    return this.status === 'open' ? labels.incidentsNoneText : undefined;
  }

  get choices(): { value: Status; label: string; selected: boolean }[] {
    const all: [Status, string][] = [
      ['open', labels.incidentsOpen],
      ['resolved', labels.incidentsResolved],
    ];
    return all.map(([value, label]) => ({ value, label, selected: value === this.status }));
  }

  handleStatus(event: Event): void {
    this.status = (event.target as HTMLSelectElement).value as Status;
    void this.loader.load();
  }

  handleRetry(): void {
    void this.loader.load();
  }

  async handleResolve(event: CustomEvent<{ incidentId: string; note: string }>): Promise<void> {
    const { incidentId, note } = event.detail;
    const isDone = await this.resolve(() => resolveIncident(incidentId, note));
    const { problem } = this.resolving;
    if (isDone || (problem && isRefusedWith(problem, 'not_found'))) await this.loader.load();
  }
}

function asResolveProblem(fault: unknown): Problem {
  const problem = asProblem(fault);
  return isRefusedWith(problem, 'not_found')
    ? { code: problem.code, message: labels.incidentGone }
    : problem;
}
