import { allHelpRequests } from '../../domain/call/helpRequest.ts';
import { fill, TEXTS } from '../../domain/texts/texts.ts';
import type { CrmHelpRecords } from '../../ports/index.ts';
import type { CrmConnection } from '../session/connection.ts';
import { createNotificationsOfType } from './notificationsOfType.ts';
import { COMPLIANCE_ALERT_TYPE, HELP_REQUEST_TYPE, NOTIFICATION_TYPE } from './recipients.ts';

/** Sends the notification of a help request. */
export const createHelpNotifications = (
  crm: CrmConnection,
  nowMs: () => number,
): CrmHelpRecords['notifyOfHelp'] =>
  createNotificationsOfType(crm, nowMs, {
    typeName: HELP_REQUEST_TYPE,
    textOf: ({ call, helpRequestId }, language) => {
      const help = allHelpRequests(call).find((one) => one.helpRequestId === helpRequestId);
      if (!help) return undefined;
      const { helpReasons, notifications } = TEXTS[language];
      const values = {
        rep: call.rep.name,
        reason: helpReasons[help.reasonCode],
        customer: call.customer.name,
      };
      const { title, body } = notifications.help;
      return {
        title: fill(title, values),
        body: [help.note, fill(body, values)].filter(Boolean).join('\n'),
      };
    },
  });

/** Sends the notification of a compliance alert. It leaves out the words that raised the alert. */
export const createSummonsNotifications = (
  crm: CrmConnection,
  nowMs: () => number,
): CrmHelpRecords['notifyOfSummons'] =>
  createNotificationsOfType(crm, nowMs, {
    typeName: COMPLIANCE_ALERT_TYPE,
    textOf: ({ call, alertId }, language) => {
      const summons = call.summonses?.find((one) => one.alertId === alertId);
      if (!summons) return undefined;
      const { alertFamilies, notifications } = TEXTS[language];
      const { title, body } = notifications.summons;
      const values = {
        rep: call.rep.name,
        label: alertFamilies[summons.family] ?? summons.label,
        customer: call.customer.name,
      };
      return { title: fill(title, values), body: fill(body, values) };
    },
  });

/** Sends the notification of a call of a rep to those who follow the rep. */
export const createFollowNotifications = (
  crm: CrmConnection,
  nowMs: () => number,
): CrmHelpRecords['notifyOfFollowed'] =>
  createNotificationsOfType(crm, nowMs, {
    typeName: NOTIFICATION_TYPE.coaching,
    textOf: ({ call }, language) => {
      const { title, body } = TEXTS[language].notifications.followed;
      const values = { rep: call.rep.name, customer: call.customer.name };
      return { title: fill(title, values), body: fill(body, values) };
    },
  });
