import assert from 'node:assert/strict';
import { startAuditStage, type AuditStage } from '../../../support/auditStage.ts';

describe('a person’s data', () => {
  let stage: AuditStage;
  before(async () => {
    stage = await startAuditStage();
  });
  after(() => stage?.stop());

  it('has no column of ours that nobody thought of', async () => {
    const { rows } = await stage.owner.query<{ name: string }>(
      `select table_name || '.' || column_name as name from information_schema.columns where table_schema = 'public' and table_name not like '\\_%' and (column_name ~* 'name|phone|note|point|mail|address' or data_type = 'jsonb') order by 1`,
    );
    // A new one goes into server/store/people/personalData.ts first, or is named here with the
    // reason why it is not personal.
    const erased = [
      'AlertBacktest.result',
      'CalibrationScore.score',
      'CalibrationScore.scorerName',
      'Call.accountName',
      'Call.customerName',
      'Call.customerPhone',
      'Call.guests',
      'Call.help',
      'Call.moments',
      'Call.pastHelp',
      'Call.pastReps',
      'Call.recordingPause',
      'Call.repLoss',
      'Call.repName',
      'Call.ringing',
      'Call.summonses',
      'Call.textWhispers',
      'Call.transfer',
      'Call.wrapUps',
      'CallClaim.userName',
      'CallDay.repName',
      'CallWeek.repName',
      'Debrief.progress',
      'Incident.resolutionNote',
      'Intervention.coachingNote',
      'Intervention.outcomeNote',
      'Intervention.reasonNote',
      'Intervention.reasonPoint',
      'Intervention.supervisorName',
      'InterventionDay.supervisorName',
      'Notice.supervisorName',
      'PlannedDebrief.note',
      'PlannedDebrief.supervisorName',
      'TrainingSignal.decidedByName',
      'TrainingSignal.decisionNote',
    ];
    const notPersonal = {
      'PlannedDebrief.source': 'codes',
      'AlertBacktest.rule': 'a rule',
      'AlertDay.ruleName': 'a rule',
      'AlertDayPast.ruleName': 'a rule',
      'AlertMute.ruleName': 'a rule',
      'AlertRulesInForce.rules': 'rules',
      'CallAlert.ruleName': 'a rule',
      'CallAlertPast.ruleName': 'a rule',
      'PersonShortcuts.keys': 'which keys do what',
      'AuditEntry.actor': 'ids and roles',
      'AuditEntry.details': 'ids, codes and numbers',
      'AuditEntry.personal': 'commitments',
      'AuditPersonal.name': 'what kind of value it is',
      'Call.announcements': 'what was played when',
      'Call.answering': 'codes, a time, and words of the org',
      'Call.callerId': 'a number of the org, and why it was chosen',
      'PolicySimulation.consent': 'settings',
      'Call.hangUp': 'a time',
      'Call.monitoringChoice': 'yes or no, codes and a time',
      'Call.talkHold': 'since when',
      'Call.languageChoice': 'languages, and what told them',
      'Call.practice': 'a scenario, codes and times',
      'Call.customerPlace': 'a country and a state',
      'Call.repPlace': 'a country and a state',
      'Intervention.consent': 'laws, places and times',
      'KeptRecords.records': 'cards and scorecards',
      'Call.opportunityName': 'a deal',
      'AudioCheckRun.findings': 'participants of our own',
      'AudioCheckRun.addedDelay': 'modes and milliseconds of our own calls',
      'AudioCheckStream.levels': 'how loud our own tones are',
      'AudioCheckStream.markers': 'when our own tones were played and heard',
      'CarrierReport.form': 'conference callbacks name nobody',
      'CarrierReport.said': 'party and voice',
      'Incident.facts': 'a party, a mode and a time',
      'Intervention.modeHistory': 'codes',
      'Intervention.pending': 'gone when a call has ended',
      'Intervention.problem': 'a code and our words',
      'Latency.repPath': 'milliseconds and a score',
      'Recording.isVoicemail': 'what kind of recording it is',
      'RepPresence.phoneLostAt': 'a time',
      'RepPresence.phones': 'times and random ids of pages',
      'OneTimeSecret.data': 'deleted with the user’s credentials',
      'OutboxMessage.fault': 'a code, names of fields, and what the CRM said',
      'OutboxMessage.payload': 'ids',
      'PolicyInForce.policy': 'rules',
      'PolicySimulation.after': 'rules',
      'PolicySimulation.before': 'rules',
      'PolicySimulation.result': 'counts and ids',
    };
    assert.deepEqual(
      rows.map(({ name }) => name),
      [...erased, ...Object.keys(notPersonal)].sort(),
    );
  });
});
