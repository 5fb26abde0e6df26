import { mayJoin, moneyText, presence, type CallView } from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';

/**
 * One line of the wall: everything about a call that can be read on it, but for the running time.
 */
export function row(call: CallView, viewerId: string) {
  const { rep, customer, opportunity, interventions, status } = call;
  const isMine = interventions.some(({ supervisor }) => supervisor.userId === viewerId);
  const help = helpText(call);
  return {
    callId: call.callId,
    rep: rep.name,
    customer: customer.name,
    account: customer.accountName,
    opportunityId: opportunity?.opportunityId,
    opportunity: opportunity?.name,
    amount: opportunity?.amount === undefined ? '' : moneyText(opportunity.amount),
    help,
    others: interventions.map((intervention) => ({
      id: intervention.interventionId,
      text: presence(intervention),
    })),
    isAlone: interventions.length === 0 && !help,
    isMine,
    canJoin: mayJoin(call) && !isMine,
    joinTitle: fill(labels.wallJoinCall, { rep: rep.name, customer: customer.name }),
    status:
      status === 'ringing' ? labels.callRinging : status === 'ended' ? labels.callEnded : undefined,
    lineClass: `line${help ? ' line_help' : ''}`,
  };
}

function helpText({ help }: CallView): string | undefined {
  if (!help) return undefined;
  return help.status === 'open'
    ? fill(labels.wallHelp, { reason: help.reasonLabel })
    : fill(labels.wallHelpComing, { who: help.takenBy?.name });
}
