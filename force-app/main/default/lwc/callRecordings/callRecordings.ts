import MAY_ADMINISTER from '@salesforce/customPermission/Dealside_Administer';
import { isRefusedWith } from 'c/callModel';
import { recordingAudio } from 'c/dealsideApi';
import { fill, labels } from 'c/dealsideLabels';
import {
  createAction,
  createLoader,
  IDLE,
  NOT_LOADED,
  type ActionState,
  type Loaded,
} from 'c/dealsideLoader';
import { auditPage } from 'c/dealsidePages';
import { asProblem, request } from 'c/dealsideSession';
import { CurrentPageReference, NavigationMixin } from 'lightning/navigation';
import { LightningElement, wire } from 'lwc';

interface Recording {
  recordingId: string;
  what: 'call' | 'supervisor' | 'voicemail';
  startedAt: string;
}
interface Shown extends Recording {
  name: string;
  play: string;
  source?: string;
}

const NAMES = {
  call: labels.recordingsOfCall,
  supervisor: labels.recordingsOfSupervisor,
  voicemail: labels.recordingsOfCaller,
};

function shown(recording: Recording, source?: string): Shown {
  const name = NAMES[recording.what];
  return { ...recording, source, name, play: fill(labels.recordingsPlay, { what: name }) };
}

/**
 * The recordings of an intervention or of a call, or one recording, opened from the link on a
 * record. Each playback is logged.
 */
export default class CallRecordings extends NavigationMixin(LightningElement) {
  labels = labels;
  hasAudit = MAY_ADMINISTER === true;
  found: Loaded<readonly Recording[]> = NOT_LOADED;
  opening: ActionState = IDLE;
  /** The server's path for listing the recordings that the link is about. */
  private path?: string;
  /** The audio URLs of recordings that were requested. */
  private sources: Readonly<Record<string, string>> = {};
  private readonly loader = createLoader(recordingsOf, (state) => {
    this.found = state;
    this.opening = IDLE;
  });
  private readonly open = createAction((state) => {
    this.opening = state;
  });

  @wire(CurrentPageReference)
  wiredPage(page?: { state?: Record<string, string> }): void {
    const asked = pathOf(page?.state);
    if (!page || (asked === this.path && this.recordings.length > 0)) return;
    this.path = asked;
    this.loader.reset();
    void this.loader.load(asked);
  }

  get isNone(): boolean {
    return this.found.value?.length === 0;
  }

  /** The text if a link has no recordings, or if the page was opened without a link. */
  get none(): { heading: string; text: string } {
    return this.path
      ? { heading: labels.recordingsNone, text: labels.recordingsNoneText }
      : { heading: labels.recordingsNoLink, text: labels.recordingsNoLinkText };
  }

  get recordings(): Shown[] {
    return (this.found.value ?? []).map((recording) =>
      shown(recording, this.sources[recording.recordingId]),
    );
  }

  handleAudit(event: Event): void {
    const recordingId = (event.currentTarget as HTMLElement).dataset.id!;
    this[NavigationMixin.Navigate](auditPage({ recordingId }));
  }

  handleRetry(): void {
    void this.loader.load(this.path);
  }

  /** The audio comes directly from the server, by a single-use link. */
  async handlePlay(event: Event): Promise<void> {
    const id = (event.currentTarget as HTMLElement).dataset.id!;
    await this.open(async () => {
      this.sources = { ...this.sources, [id]: await recordingAudio(id) };
    });
  }
}

/** The server's path for listing what the link is about. */
function pathOf(state: Record<string, string> = {}): string | undefined {
  const { c__interventionId: intervention, c__callId: call, c__recordingId: recording } = state;
  if (intervention) return `/api/interventions/${encodeURIComponent(intervention)}/recordings`;
  if (call) return `/api/calls/${encodeURIComponent(call)}/recordings`;
  return recording && `/api/recordings/${encodeURIComponent(recording)}/details`;
}

async function recordingsOf(path?: string): Promise<readonly Recording[]> {
  if (!path) return [];
  try {
    return (await request<{ recordings: Recording[] }>('GET', path)).recordings;
  } catch (fault) {
    if (isRefusedWith(asProblem(fault), 'recording_not_found')) return [];
    throw fault;
  }
}
