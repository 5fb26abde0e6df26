import { checkReports } from '../checks/reports.ts';
import { gone, REPORT, swap, type PlantedCheck } from './plant.ts';

export const reports: PlantedCheck = [
  'reports and dashboards',
  checkReports,
  [
    [
      'a column that is not there',
      REPORT,
      swap(/\$Name</, '$Title<'),
      /no column Call_Intervention__c\$Title/,
    ],
    [
      'a report type without a field of the object',
      'default/reportTypes/Dealside_Interventions.reportType-meta.xml',
      swap('<field>Outcome__c<', '<field>Result__c<'),
      /no field Call_Intervention__c.Result__c/,
    ],
    [
      'a report type that is not there',
      REPORT,
      swap('Dealside_Interventions__c', 'Interventions__c'),
      /no report type Interventions__c/,
    ],
    [
      'a list that is not joined',
      'default/reportTypes/Dealside_Interventions_and_Coaching.reportType-meta.xml',
      swap('<relationship>Coaching_Notes__r', '<relationship>Notes__r'),
      /no list Notes__r/,
    ],
    [
      'a filter by a value that is not there',
      'default/reports/Dealside/Saves_by_Month.report-meta.xml',
      swap('>True<', '>Kept<'),
      /no value Kept/,
    ],
    ['a matrix that is called a summary', REPORT, swap('Matrix', 'Summary'), /it is Matrix/],
    [
      'a report type of an object without reports',
      'default/objects/Help_Request__c/Help_Request__c.object-meta.xml',
      swap('<enableReports>true', '<enableReports>false'),
      /Help_Request__c does not allow reports/,
    ],
    [
      'a column that is offered twice',
      'default/reportTypes/Dealside_Help_Requests.reportType-meta.xml',
      swap('<field>Skill__c<', '<field>Message__c<'),
      /offers Help_Request__c\$Message__c twice/,
    ],
    [
      'a column that is shown twice',
      REPORT,
      swap(/(<columns>[\s\S]*?<\/columns>)/, '$1\n    $1'),
      /shows .* twice/,
    ],
    [
      'a filter that its field does not take',
      'default/reports/Dealside/Saves_by_Month.report-meta.xml',
      swap('<operator>equals', '<operator>within'),
      /Counts_As_Saved__c cannot be filtered by within/,
    ],
    [
      'filter logic about a filter that is not there',
      'default/reports/Dealside/Saves_by_Month.report-meta.xml',
      swap('<filter>', '<filter><booleanFilter>1 AND 2</booleanFilter>'),
      /does not name each filter/,
    ],
    [
      'a stacked chart of one grouping',
      'default/dashboards/Dealside/Programme.dashboard-meta.xml',
      swap(/<componentType>Bar</, '<componentType>BarStacked<'),
      /BarStacked needs 2 groupings/,
    ],
    [
      'a chart of a report that has none',
      'default/dashboards/Dealside/Coaching.dashboard-meta.xml',
      swap('<useReportChart>false', '<useReportChart>true'),
      /has no chart/,
    ],
    [
      'a dashboard with a report that is not there',
      REPORT,
      gone,
      /no report Dealside\/Outcomes_by_Reason/,
    ],
    [
      'a folder that is not there',
      'default/reports/Dealside.reportFolder-meta.xml',
      gone,
      /no reportFolder/,
    ],
    [
      'a dashboard of one user',
      'default/dashboards/Dealside/Coaching.dashboard-meta.xml',
      swap('LoggedInUser', 'SpecifiedUser'),
      /names a user/,
    ],
  ],
];
