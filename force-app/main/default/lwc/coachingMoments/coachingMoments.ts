import { clockText, MODE_NAME, type Mode, type Problem } from 'c/callModel';
import { recordingAudio } from 'c/dealsideApi';
import { fill, labels } from 'c/dealsideLabels';
import { createAction, IDLE, type ActionState } from 'c/dealsideLoader';
import { LightningElement, api } from 'lwc';

/**
 * Modes and flagged moments of a call at their times, with the recording at each. The sound comes by
 * a single-use link, so it is requested only at the first play.
 */
export default class CoachingMoments extends LightningElement {
  labels = labels;
  opening: ActionState = IDLE;
  source?: string;
  private seconds = 0;
  private readonly open = createAction((state) => {
    this.opening = state;
  });

  /** When the customer answered. */
  @api startedAt = '';
  @api modes?: readonly { readonly mode: Mode; readonly at: string }[];
  @api moments?: readonly { readonly at: string; readonly note?: string }[];
  @api recording?: { readonly recordingId: string; readonly startedAt: string };

  get problem(): Problem | undefined {
    return this.opening.problem;
  }

  /** In order, by the time since the call began. */
  get timeline(): { key: string; at: string; text: string; canPlay: boolean; play: string }[] {
    const { modes = [], moments = [], recording } = this;
    return [
      ...modes.map(({ mode, at }) => ({ at, text: `${this.clock(at)} ${MODE_NAME[mode]}` })),
      ...moments.map(({ at, note }) => ({
        at,
        text: [fill(labels.scoreFlag, { time: this.clock(at) }), note].filter(Boolean).join(': '),
      })),
    ]
      .toSorted((a, b) => a.at.localeCompare(b.at))
      .map(({ at, text }) => ({
        key: `${at} ${text}`,
        at,
        text,
        canPlay: recording !== undefined && at >= recording.startedAt,
        play: fill(labels.debriefMomentPlay, { time: this.clock(at) }),
      }));
  }

  get busy(): string {
    return String(this.opening.isBusy);
  }

  async handlePlay(event: Event): Promise<void> {
    if (this.opening.isBusy) return;
    const { at } = (event.currentTarget as HTMLElement).dataset;
    const { recordingId, startedAt } = this.recording!;
    this.seconds = Math.max(0, (Date.parse(at!) - Date.parse(startedAt)) / 1_000);
    if (this.source) this.handleReady();
    else
      await this.open(async () => {
        this.source = await recordingAudio(recordingId);
      });
  }

  handleReady(): void {
    const audio = this.template!.querySelector('audio');
    if (!audio) return;
    audio.currentTime = this.seconds;
    // Where the browser does not play by itself, the person starts it by the controls.
    audio.play().catch(() => undefined);
  }

  /** The link is single-use: the next click asks for another one. */
  handleFailed(): void {
    this.source = undefined;
    this.opening = {
      isBusy: false,
      problem: {
        code: 'recording_not_playable',
        message: labels.debriefMomentFailed,
        hint: labels.debriefMomentFailedHint,
      },
    };
  }

  private clock(at: string): string {
    return clockText(Math.max(0, Date.parse(at) - Date.parse(this.startedAt)));
  }
}
