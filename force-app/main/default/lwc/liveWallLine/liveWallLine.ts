import {
  countText,
  dayNameText,
  guestsOn,
  mayJoin,
  mayOnlyMonitorCovertly,
  moneyText,
  presence,
  repLossText,
  type CallView,
  type Mode,
} from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';
import { partsText, type AttentionView } from 'c/wordsApi';

const STATUS: Record<CallView['status'], string | undefined> = {
  ringing: labels.callRinging,
  live: undefined,
  ended: labels.callEnded,
};

/**
 * One line of the wall: all texts about a call, and the start of its duration. A class, so that LWC
 * does not wrap it.
 */
export class WallLine {
  readonly callId: string;
  readonly rep: string;
  readonly customer: string;
  readonly account?: string;
  readonly opportunityId?: string;
  readonly opportunity?: string;
  readonly amount: string;
  readonly help?: string;
  /** When the rep was lost, and who is with the customer. */
  readonly repLoss?: string;
  /** Stage and expected close date of the deal. */
  readonly progress?: string;
  /** Supervisors with their modes, once confirmed, and third parties. */
  readonly others: readonly { id: string; text: string; title: string; mode?: Mode }[];
  readonly isAlone: boolean;
  readonly isMine: boolean;
  readonly canJoin: boolean;
  readonly joinTitle: string;
  readonly status?: string;
  readonly beganAt: number;
  readonly endedAt?: number;
  readonly attention?: AttentionView;
  /**
   * How much attention the call needs, in points, and why; absent while nothing asks for any, and
   * once the call has ended.
   */
  readonly score?: string;
  readonly reasons?: string;
  readonly hasAlerts: boolean;

  constructor(call: CallView, viewerId: string, attention?: AttentionView) {
    const { rep, customer, opportunity, interventions } = call;
    this.callId = call.callId;
    this.rep = rep.name;
    this.customer = customer.name;
    this.account = customer.accountName;
    this.opportunityId = opportunity?.opportunityId;
    this.opportunity = opportunity?.name;
    this.amount =
      opportunity?.amount === undefined ? '' : moneyText(opportunity.amount, opportunity.currency);
    this.progress = progressText(opportunity);
    this.help = helpText(call);
    this.repLoss = repLossText(call);
    this.others = [
      ...interventions.map((intervention) => ({
        id: intervention.interventionId,
        text: intervention.mode ? intervention.supervisor.name : presence(intervention, call),
        title: presence(intervention, call),
        ...(intervention.mode && { mode: intervention.mode }),
      })),
      ...guestsOn(call).map(({ id, text }) => ({ id, text, title: text })),
    ];
    this.isAlone = interventions.length === 0 && !this.help && !this.repLoss;
    this.isMine = interventions.some(({ supervisor }) => supervisor.userId === viewerId);
    const isCovert = mayOnlyMonitorCovertly(call);
    this.canJoin = (mayJoin(call) || isCovert) && !this.isMine;
    this.joinTitle = fill(isCovert ? labels.wallCovertCall : labels.wallJoinCall, {
      rep: rep.name,
      customer: customer.name,
    });
    this.status = STATUS[call.status];
    this.beganAt = Date.parse(call.answeredAt ?? call.startedAt);
    this.endedAt = call.endedAt ? Date.parse(call.endedAt) : undefined;
    this.attention = attention;
    this.hasAlerts = call.status !== 'ended' && (attention?.alerts.length ?? 0) > 0;
    if (attention && attention.parts.length > 0 && call.status !== 'ended') {
      this.score = countText(attention.score);
      this.reasons = partsText(attention);
    }
  }
}

function progressText(opportunity: CallView['opportunity']): string | undefined {
  const { stage, closeDate } = opportunity ?? {};
  const closes = closeDate && fill(labels.wallCloses, { date: dayNameText(closeDate) });
  return [stage, closes].filter(Boolean).join(' · ') || undefined;
}

function helpText({ help }: CallView): string | undefined {
  if (!help) return undefined;
  const who = help.takenBy?.name;
  return [
    who
      ? fill(labels.wallHelpComing, { who })
      : fill(labels.wallHelp, { reason: help.reasonLabel }),
    help.note,
  ]
    .filter(Boolean)
    .join(' · ');
}
