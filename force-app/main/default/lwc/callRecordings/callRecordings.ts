import { CurrentPageReference } from 'lightning/navigation';
import { LightningElement, wire } from 'lwc';
import type { Problem } from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';
import { asProblem, request, session } from 'c/dealsideSession';

interface Recording { recordingId: string; what: 'call' | 'supervisor'; startedAt: string }
interface Shown extends Recording { name: string; play: string; source?: string }

function shown(recording: Recording): Shown {
  const name = recording.what === 'call' ? labels.recordingsOfCall : labels.recordingsOfSupervisor;
  return { ...recording, name, play: fill(labels.recordingsPlay, { what: name }) };
}

/** The recordings of an intervention, opened from the link on its record. Each playback is logged. */
export default class CallRecordings extends LightningElement {
  labels = labels;
  problem?: Problem;
  isNone = false;
  recordings: Shown[] = [];
  private interventionId?: string;

  @wire(CurrentPageReference)
  wiredPage(page?: { state?: Record<string, string> }): void {
    const asked = page?.state?.c__interventionId;
    if (!page || (asked === this.interventionId && this.recordings.length > 0)) return;
    this.interventionId = asked;
    void this.load();
  }

  get isLoading(): boolean {
    return this.recordings.length === 0 && !this.isNone;
  }

  handleRetry(): void {
    void this.load();
  }

  /** The audio comes from the server itself, by a link that works once. */
  async handlePlay(event: Event): Promise<void> {
    const { id } = (event.currentTarget as HTMLElement).dataset;
    this.problem = undefined;
    try {
      const { link } = await request<{ link: string }>('POST', `/api/recordings/${id}/ticket`);
      const { serverUrl } = await session();
      this.recordings = this.recordings.map((one) => (one.recordingId === id ? { ...one, source: serverUrl + link } : one));
    } catch (fault) {
      this.problem = asProblem(fault);
    }
  }

  private async load(): Promise<void> {
    this.problem = undefined;
    this.isNone = !this.interventionId;
    if (this.isNone) return;
    try {
      const { recordings } = await request<{ recordings: Recording[] }>('GET', `/api/interventions/${encodeURIComponent(this.interventionId!)}/recordings`);
      this.recordings = recordings.map(shown);
    } catch (fault) {
      const problem = asProblem(fault);
      this.isNone = problem.code === 'recording_not_found';
      if (!this.isNone) this.problem = problem;
    }
  }
}
