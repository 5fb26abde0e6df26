import { repLossText, type CallView } from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';
import type { WallAlert } from 'c/liveWallAlerts';
import { summonsText } from 'c/wordsApi';

/** The alerts of a call: a rep who is waiting for help, a rep who was lost. */
export function alertsOf(call: CallView): WallAlert[] {
  const { callId, rep, help, status, summonses = [] } = call;
  if (status !== 'live') return [];
  const lost = repLossText(call);
  return [
    ...summonses
      .filter((one) => one.status === 'open')
      .map((one) => ({
        key: `summons ${one.alertId}`,
        callId,
        text: summonsText(call, one),
      })),
    ...(help?.status === 'open'
      ? [
          {
            key: `help ${help.helpRequestId}`,
            callId,
            text: fill(labels.helpAsked, { rep: rep.name, reason: help.reasonLabel }),
          },
        ]
      : []),
    ...(lost ? [{ key: `lost ${callId} ${call.repLoss!.since}`, callId, text: lost }] : []),
  ];
}

/** Whether a call has alerts. Must be cheap, because it runs at each change. */
export const hasAlerts = ({ status, help, repLoss, summonses }: CallView): boolean =>
  status === 'live' &&
  (help?.status === 'open' || repLoss !== undefined || summonses !== undefined);
