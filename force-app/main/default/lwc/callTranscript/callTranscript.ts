import { clockText, MODE_NAME, type Problem } from 'c/callModel';
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
import {
  alertText,
  speakerName,
  transcriptOf,
  type LineView,
  type TranscriptView,
} from 'c/wordsApi';
import { LightningElement, api } from 'lwc';

interface Entry {
  at: string;
  who?: string;
  text: string;
}

/**
 * The whole transcript of a call with modes, flagged moments and alerts at their times, and the
 * recording at each line. It is loaded only when somebody opens it, because each reading is
 * audited.
 */
export default class CallTranscript extends LightningElement {
  labels = labels;
  transcript: Loaded<TranscriptView> = NOT_LOADED;
  opening: ActionState = IDLE;
  source?: string;
  isClosed = true;
  private shownFor?: string;
  private seconds = 0;
  private readonly loader = createLoader(transcriptOf, (state) => {
    this.transcript = state;
  });
  private readonly openSound = createAction((state) => {
    this.opening = state;
  });

  @api
  get callId(): string | undefined {
    return this.shownFor;
  }
  set callId(callId: string | undefined) {
    if (this.shownFor === callId) return;
    this.shownFor = callId;
    this.isClosed = true;
    this.source = undefined;
    this.loader.reset();
  }

  get problem(): Problem | undefined {
    return this.transcript.problem ?? this.opening.problem;
  }

  get canRetry(): boolean {
    return this.transcript.problem !== undefined;
  }

  get isLoading(): boolean {
    return this.transcript.isLoading && !this.transcript.problem;
  }

  get isEmpty(): boolean {
    return this.transcript.value?.lines.length === 0;
  }

  get hasEntries(): boolean {
    return this.entries.length > 0;
  }

  get entries() {
    const { value } = this.transcript;
    if (!value) return [];
    const { startedAt, recording } = value;
    const again = new Set((value.repeats ?? []).map(({ lineId }) => lineId));
    const said = value.lines.map((line) => ({
      ...asSaid(line),
      note: again.has(line.lineId) ? labels.transcriptAgain : undefined,
      className: 'entry',
    }));
    const happened = happenedOn(value).map((one) => ({
      ...one,
      note: undefined,
      className: 'entry event',
    }));
    return [...said, ...happened]
      .toSorted((a, b) => a.at.localeCompare(b.at))
      .map((entry, place) => {
        const time = clockText(Math.max(0, Date.parse(entry.at) - Date.parse(startedAt)));
        return {
          ...entry,
          key: String(place),
          time,
          canPlay: recording !== undefined && entry.at >= recording.startedAt,
          play: fill(labels.transcriptPlay, { time }),
        };
      });
  }

  handleOpen(): void {
    this.isClosed = false;
    void this.loader.load(this.shownFor!);
  }

  /** The sound comes by a single-use link, so it is requested only at the first play. */
  async handlePlay(event: Event): Promise<void> {
    const { recording } = this.transcript.value!;
    const { at } = (event.currentTarget as HTMLElement).dataset;
    this.seconds = Math.max(0, (Date.parse(at!) - Date.parse(recording!.startedAt)) / 1_000);
    if (this.source) this.handleReady();
    else
      await this.openSound(async () => {
        this.source = await recordingAudio(recording!.recordingId);
      });
  }

  handleReady(): void {
    const audio = this.template!.querySelector('audio');
    if (!audio) return;
    audio.currentTime = this.seconds;
    void audio.play();
  }
}

const asSaid = ({ speaker, text, startedAt }: LineView): Entry => ({
  at: startedAt,
  who: speakerName(speaker),
  text,
});

const happenedOn = ({ modes, moments, alerts }: TranscriptView): Entry[] => [
  ...modes.map(({ at, mode, name }) => ({
    at,
    text: fill(labels.transcriptMode, { name, mode: MODE_NAME[mode] }),
  })),
  ...moments.map(({ at, note }) => ({
    at,
    text: [labels.transcriptFlag, note].filter(Boolean).join(': '),
  })),
  ...alerts.map((alert) => ({ at: alert.raisedAt, text: alertText(alert) })),
];
