import { checkApex } from './checks/apex.ts';
import { checkElements } from './checks/elements.ts';
import { checkFields } from './checks/fields.ts';
import { checkLimits } from './checks/limits.ts';
import { checkObjects } from './checks/objects.ts';
import { checkOutside } from './checks/outside.ts';
import { checkPages } from './checks/pages.ts';
import { checkPermissions } from './checks/permissions.ts';
import { checkRecords } from './checks/records.ts';
import { checkReports } from './checks/reports.ts';
import { checkTemplates } from './checks/templates.ts';
import { checkTranslations } from './checks/translations.ts';
import type { Check } from './checks/tree.ts';

/** An error put into a copy of the package, and what the check must say of it. */
export type Plant = readonly [
  what: string,
  path: string,
  edit: (text: string) => string | undefined,
  said: RegExp,
];

const swap =
  (from: string | RegExp, to: string) =>
  (text: string): string =>
    text.replace(from, to);
const gone = (): undefined => undefined;
const added = (before: string, more: string) => swap(before, `${more}${before}`);

const INTERVENTION = 'default/objects/Call_Intervention__c';
const ADMIN = 'default/permissionsets/Dealside_Admin.permissionset-meta.xml';
const INTEGRATION = 'default/permissionsets/Dealside_Integration.permissionset-meta.xml';
const LAYOUT = 'default/layouts/Call_Intervention__c-Call Intervention Layout.layout-meta.xml';
const PAGE = 'default/flexipages/Dealside_Opportunity.flexipage-meta.xml';
const APP = 'default/applications/Dealside.app-meta.xml';
const REPORT = 'default/reports/Dealside/Outcomes_by_Reason.report-meta.xml';
const GERMAN = 'german/translations/de.translation-meta.xml';
const RECEIPTS = 'default/classes/BargeReceipts.cls';
const CARD = 'default/lwc/callCard/callCard.html';
const GRANT = (field: string): string =>
  `    <fieldPermissions>\n        <editable>true</editable>\n        <field>${field}</field>\n        <readable>true</readable>\n    </fieldPermissions>\n`;

export const PLANTS: readonly (readonly [name: string, check: Check, plants: readonly Plant[]])[] =
  [
    [
      'metadata in the form of the Metadata API',
      checkElements,
      [
        [
          'an element that does not exist',
          'default/tabs/Help_Request__c.tab-meta.xml',
          swap(/motif/g, 'motive'),
          /CustomTab has no motive/,
        ],
        [
          'an element at the wrong level',
          'org/settings/Security.settings-meta.xml',
          swap(/<\/?sessionSettings>/g, ''),
          /SecuritySettings has no grantMicrophoneAccess/,
        ],
        [
          'a boolean that is none',
          'org/settings/Security.settings-meta.xml',
          swap('true', 'yes'),
          /is not true or false/,
        ],
        [
          'a number that is none',
          `${INTERVENTION}/fields/External_Id__c.field-meta.xml`,
          swap('>64<', '>long<'),
          /length is not a number/,
        ],
        [
          'a value that the platform does not have',
          `${INTERVENTION}/fields/Rep__c.field-meta.xml`,
          swap('>Lookup<', '>LookUp<'),
          /type cannot be LookUp/,
        ],
        [
          'something required that is missing',
          `${INTERVENTION}/listViews/All.listView-meta.xml`,
          swap(/<label>.*<\/label>/, ''),
          /ListView lacks label/,
        ],
        [
          'something single that is there twice',
          'default/tabs/Help_Request__c.tab-meta.xml',
          added('</CustomTab>', '<motif>Custom1: Heart</motif>'),
          /motif more than once/,
        ],
        [
          'elements of one name that do not stand together',
          ADMIN,
          added(
            '    <hasActivationRequired>',
            '    <classAccesses>\n        <apexClass>SessionToken</apexClass>\n        <enabled>true</enabled>\n    </classAccesses>\n',
          ),
          /classAccesses scattered/,
        ],
        ['an element that is not closed', ADMIN, swap('</PermissionSet>', ''), /Admin/],
        [
          'a type of metadata that does not exist',
          'default/tabs/Help_Request__c.tab-meta.xml',
          swap(/CustomTab/g, 'LightningTab'),
          /no LightningTab/,
        ],
      ],
    ],
    [
      'objects, lists, layouts and rules',
      checkObjects,
      [
        [
          'a field called otherwise than its file',
          `${INTERVENTION}/fields/Queue__c.field-meta.xml`,
          swap('Queue__c', 'Line__c'),
          /is called Line__c/,
        ],
        [
          'a lookup to nowhere',
          `${INTERVENTION}/fields/Lead__c.field-meta.xml`,
          swap('>Lead</referenceTo', '>Prospect__c</referenceTo'),
          /Prospect__c, which is not there/,
        ],
        [
          'two lists of one name',
          `${INTERVENTION}/fields/Rep__c.field-meta.xml`,
          swap('Interventions_As_Rep', 'Interventions_As_Supervisor'),
          /two lookups call their list/,
        ],
        [
          'a picklist value that is there twice',
          `${INTERVENTION}/fields/Direction__c.field-meta.xml`,
          swap('<fullName>Outbound', '<fullName>Inbound'),
          /Inbound twice/,
        ],
        [
          'a list that shows a field that is gone',
          `${INTERVENTION}/fields/Rep_Reply__c.field-meta.xml`,
          gone,
          /Hurt.*shows Rep_Reply__c/,
        ],
        [
          'a list that filters by a value that is gone',
          `${INTERVENTION}/listViews/Hurt.listView-meta.xml`,
          swap('>hurt<', '>harmed<'),
          /no value harmed/,
        ],
        [
          'a compact layout with a long text',
          `${INTERVENTION}/compactLayouts/Dealside_Compact.compactLayout-meta.xml`,
          swap('Reason_Code__c', 'Notices__c'),
          /long text Notices__c/,
        ],
        [
          'a layout field that is not there',
          LAYOUT,
          swap('>Queue__c<', '>Line__c<'),
          /shows Line__c/,
        ],
        [
          'a related list that is not there',
          LAYOUT,
          swap('Coaching_Note__c.Intervention__c', 'Coaching_Note__c.Call__c'),
          /no related list/,
        ],
        [
          'a layout without a required field',
          'default/layouts/Coaching_Note__c-Coaching Note Layout.layout-meta.xml',
          swap(/<layoutItems>\s*<behavior>Required<[\s\S]*?<\/layoutItems>/, ''),
          /must show Intervention__c/,
        ],
        [
          'a rule about a field that is not there',
          `${INTERVENTION}/validationRules/Left_After_Joined.validationRule-meta.xml`,
          swap(/Left_At__c &lt;/, 'Gone_At__c &lt;'),
          /names Gone_At__c/,
        ],
        [
          'a rule that cannot be read',
          `${INTERVENTION}/validationRules/Left_After_Joined.validationRule-meta.xml`,
          swap('AND(', 'ALL('),
          /function ALL/,
        ],
        [
          'a rule about a permission that is not there',
          `${INTERVENTION}/validationRules/Only_The_Rep_Judges.validationRule-meta.xml`,
          swap('$Permission.Dealside_Administer', '$Permission.Dealside_Rule'),
          /permission Dealside_Rule/,
        ],
        [
          'a compact layout that is not there',
          `${INTERVENTION}/Call_Intervention__c.object-meta.xml`,
          swap('>Dealside_Compact<', '>Compact<'),
          /compact layout Compact/,
        ],
      ],
    ],
    [
      'fields and objects as a deploy takes them',
      checkFields,
      [
        [
          'a master that says it is required',
          'default/objects/Coaching_Note__c/fields/Intervention__c.field-meta.xml',
          added('    <type>', '    <required>true</required>\n'),
          /MasterDetail takes no required/,
        ],
        [
          'a master without its order',
          'default/objects/Coaching_Note__c/fields/Intervention__c.field-meta.xml',
          swap(/ *<relationshipOrder>0<\/relationshipOrder>\n/, ''),
          /needs relationshipOrder/,
        ],
        [
          'a lookup without a list',
          `${INTERVENTION}/fields/Rep__c.field-meta.xml`,
          swap(/ *<relationshipName>.*<\/relationshipName>\n/, ''),
          /Lookup needs relationshipName/,
        ],
        [
          'a list with a name that is none',
          `${INTERVENTION}/fields/Rep__c.field-meta.xml`,
          swap('Interventions_As_Rep', 'As__Rep'),
          /As__Rep cannot name a relationship/,
        ],
        [
          'a text without a length',
          `${INTERVENTION}/fields/Queue__c.field-meta.xml`,
          swap(/ *<length>\d+<\/length>\n/, ''),
          /Text needs length/,
        ],
        [
          'a long text without lines',
          `${INTERVENTION}/fields/Notices__c.field-meta.xml`,
          swap(/ *<visibleLines>5<\/visibleLines>\n/, ''),
          /LongTextArea needs visibleLines/,
        ],
        [
          'a long text that is short',
          `${INTERVENTION}/fields/Notices__c.field-meta.xml`,
          swap('>32768<', '>200<'),
          /at least 256/,
        ],
        [
          'a number with too many digits',
          `${INTERVENTION}/fields/Barge_Seconds__c.field-meta.xml`,
          swap(/<precision>\d+</, '<precision>19<'),
          /too many digits/,
        ],
        [
          'a number with more decimals than digits',
          `${INTERVENTION}/fields/Barge_Seconds__c.field-meta.xml`,
          swap(/<scale>0</, '<scale>12<'),
          /too many digits/,
        ],
        [
          'a checkbox without a default',
          `${INTERVENTION}/fields/Whisper_Skipped__c.field-meta.xml`,
          swap(/ *<defaultValue>false<\/defaultValue>\n/, ''),
          /Checkbox needs defaultValue/,
        ],
        [
          'a picklist with two defaults',
          `${INTERVENTION}/fields/Direction__c.field-meta.xml`,
          swap(/<default>false/g, '<default>true'),
          /two defaults/,
        ],
        [
          'a value without a label',
          `${INTERVENTION}/fields/Direction__c.field-meta.xml`,
          swap(/ *<label>Inbound<\/label>\n/, ''),
          /needs a name and a label/,
        ],
        [
          'a lookup in custom metadata',
          'default/objects/Dealside_Reason_Code__mdt/fields/Family__c.field-meta.xml',
          swap('>Picklist<', '>Lookup<'),
          /custom metadata has no Lookup/,
        ],
        [
          'an object without sharing',
          `${INTERVENTION}/Call_Intervention__c.object-meta.xml`,
          swap(/ *<sharingModel>.*<\/sharingModel>\n/, ''),
          /needs sharingModel/,
        ],
        [
          'custom metadata with sharing',
          'default/objects/Dealside_Reason_Code__mdt/Dealside_Reason_Code__mdt.object-meta.xml',
          added('    <visibility>', '    <sharingModel>Read</sharingModel>\n'),
          /takes no sharingModel/,
        ],
        [
          'numbers without a format',
          `${INTERVENTION}/Call_Intervention__c.object-meta.xml`,
          swap('CI-{000000}', 'CI'),
          /need a format/,
        ],
        ['a layout that no profile is given', LAYOUT, gone, /has no Call Intervention Layout/],
        [
          'a picklist that is compared',
          'default/objects/Help_Request__c/validationRules/Answered_Says_By_Whom.validationRule-meta.xml',
          swap('ISPICKVAL(Status__c, "answered")', 'Status__c = "answered"'),
          /picklist Status__c must stand in/,
        ],
        [
          'a text that is asked as a picklist',
          `${INTERVENTION}/validationRules/Other_Needs_A_Note.validationRule-meta.xml`,
          swap('ISBLANK(Reason_Note__c)', 'ISPICKVAL(Reason_Note__c, "")'),
          /Reason_Note__c is no picklist/,
        ],
      ],
    ],
    [
      'names and lengths',
      checkLimits,
      [
        [
          'a label that is too long',
          `${INTERVENTION}/fields/Queue__c.field-meta.xml`,
          swap('<label>Queue', `<label>${'Queue '.repeat(8)}`),
          /label has 40 characters at most/,
        ],
        [
          'a German label that is too long',
          'german/objectTranslations/Call_Intervention__c-de/Queue__c.fieldTranslation-meta.xml',
          swap(/<label>/, `<label>${'Warteschlange '.repeat(4)}`),
          /label has 40 characters at most/,
        ],
        [
          'a message that is too long',
          `${INTERVENTION}/validationRules/Left_After_Joined.validationRule-meta.xml`,
          swap('<errorMessage>', `<errorMessage>${'No. '.repeat(70)}`),
          /errorMessage has 255/,
        ],
        [
          'a report type with a long label',
          'default/reportTypes/Dealside_Interventions.reportType-meta.xml',
          swap('<label>', `<label>${'Interventions '.repeat(4)}`),
          /label has 50/,
        ],
        [
          'a permission set with a long description',
          ADMIN,
          swap('<description>', `<description>${'Everything. '.repeat(24)}`),
          /description has 255/,
        ],
        [
          'a report with a long description',
          REPORT,
          swap('<description>', `<description>${'Outcomes. '.repeat(27)}`),
          /description has 255/,
        ],
        [
          'a field with a name that is none',
          `${INTERVENTION}/fields/Two__Words__c.field-meta.xml`,
          () => '<CustomField><fullName>Two__Words__c</fullName></CustomField>',
          /Two__Words cannot be an API name/,
        ],
        [
          'a field with a name that is too long',
          `${INTERVENTION}/fields/${'Long_'.repeat(9)}x__c.field-meta.xml`,
          () => `<CustomField><fullName>${'Long_'.repeat(9)}x__c</fullName></CustomField>`,
          /longer than 40/,
        ],
        [
          'a list called otherwise than its file',
          `${INTERVENTION}/listViews/All.listView-meta.xml`,
          swap('<fullName>All', '<fullName>Every'),
          /is called Every inside/,
        ],
        [
          'a list with too many columns',
          `${INTERVENTION}/listViews/All.listView-meta.xml`,
          swap('    <columns>NAME</columns>\n', '    <columns>NAME</columns>\n'.repeat(12)),
          /more than 15 columns/,
        ],
        [
          'a translation that came with a later version',
          GERMAN,
          added('</Translations>', '<reports><name>Dealside/Rep_Verdicts</name></reports>'),
          /came with version 67/,
        ],
      ],
    ],
    [
      'permission sets',
      checkPermissions,
      [
        [
          'a field that is not there',
          ADMIN,
          swap('Call_Intervention__c.Queue__c', 'Call_Intervention__c.Line__c'),
          /no field Call_Intervention__c.Line__c/,
        ],
        [
          'a field that the administrator may not see',
          ADMIN,
          swap(GRANT('Call_Intervention__c.Queue__c'), ''),
          /Admin: does not grant Call_Intervention__c.Queue__c/,
        ],
        [
          'a permission for a required field',
          ADMIN,
          added('    <hasActivationRequired>', GRANT('Coaching_Note__c.Intervention__c')),
          /takes no permission/,
        ],
        [
          'an activity field granted by the wrong name',
          ADMIN,
          swap('Task.Dealside_Key__c', 'Activity.Dealside_Key__c'),
          /granted as Task/,
        ],
        ['a class that is not there', RECEIPTS, gone, /no Apex class BargeReceipts/],
        [
          'a custom permission that is not there',
          'default/customPermissions/Dealside_Administer.customPermission-meta.xml',
          gone,
          /no custom permission/,
        ],
        [
          'a tab that is not there',
          'default/tabs/Help_Request__c.tab-meta.xml',
          gone,
          /no tab Help_Request__c/,
        ],
        [
          'a user permission without the one it needs',
          INTEGRATION,
          swap(
            /<userPermissions>\s*<enabled>true<\/enabled>\s*<name>ActivitiesAccess<\/name>\s*<\/userPermissions>/,
            '',
          ),
          /EditTask without ActivitiesAccess/,
        ],
        [
          'editing without reading',
          ADMIN,
          swap(/<allowRead>true/, '<allowRead>false'),
          /needs allowRead/,
        ],
        [
          'a child without its parent',
          'default/permissionsets/Dealside_RevOps.permissionset-meta.xml',
          swap('<object>Call_Intervention__c<', '<object>Account<'),
          /reading Coaching_Note__c needs reading Call_Intervention__c/,
        ],
      ],
    ],
    [
      'pages, apps and tabs',
      checkPages,
      [
        [
          'a component that is not there',
          PAGE,
          swap('>liveCalls<', '>allCalls<'),
          /no component allCalls/,
        ],
        [
          'a component of another object',
          'default/flexipages/Dealside_Intervention.flexipage-meta.xml',
          swap('force:detailPanel', 'liveCalls'),
          /liveCalls is not for Call_Intervention__c/,
        ],
        [
          'a component that may not stand there',
          PAGE,
          swap('>liveCalls<', '>dealsideTicker<'),
          /dealsideTicker may not stand/,
        ],
        [
          'a property that a component does not have',
          'default/flexipages/Dealside_UtilityBar.flexipage-meta.xml',
          swap('<type>decorator</type>', ''),
          /softphone has no property eager/,
        ],
        [
          'a related list that is not there',
          PAGE,
          swap('Call_Interventions__r', 'Interventions__r'),
          /no related list Interventions__r/,
        ],
        [
          'a region that the template does not have',
          PAGE,
          swap('<name>sidebar<', '<name>right<'),
          /no region right/,
        ],
        [
          'a region that is there twice',
          PAGE,
          swap('<name>sidebar<', '<name>main<'),
          /region main twice/,
        ],
        [
          'a facet that nothing shows',
          PAGE,
          added(
            '    <masterLabel>',
            '    <flexiPageRegions><name>Facet-1</name><type>Facet</type></flexiPageRegions>\n',
          ),
          /facet Facet-1 stands in no component/,
        ],
        [
          'two components in one item',
          PAGE,
          swap(/<\/itemInstances>\s*<itemInstances>/, ''),
          /each item holds one component/,
        ],
        [
          'an identifier that is there twice',
          PAGE,
          swap('<identifier>liveCalls<', '<identifier>repSupervisionNotice<'),
          /identifier repSupervisionNotice twice/,
        ],
        ['an app with a page that is not there', PAGE, gone, /no page Dealside_Opportunity/],
        [
          'an app with a page of another object',
          APP,
          swap('<content>Dealside_Intervention<', '<content>Dealside_Opportunity<'),
          /is for Opportunity, not for Call_Intervention__c/,
        ],
        [
          'an app with a tab that is not there',
          APP,
          swap('<tabs>Dealside_Live_Wall', '<tabs>Dealside_Wall'),
          /no tab Dealside_Wall/,
        ],
        [
          'a tab without its component',
          'default/tabs/Dealside_Live_Wall.tab-meta.xml',
          swap('>liveWall<', '>wall<'),
          /wall may not stand on a tab/,
        ],
      ],
    ],
    [
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
          swap('saved,', 'kept,'),
          /no value kept/,
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
          /Outcome__c cannot be filtered by within/,
        ],
        [
          'filter logic about a filter that is not there',
          'default/reports/Dealside/Saves_by_Month.report-meta.xml',
          swap('<filter>', '<filter><booleanFilter>1 AND 2</booleanFilter>'),
          /does not name each filter/,
        ],
        [
          'a stacked chart of one grouping',
          'default/dashboards/Dealside/Coaching.dashboard-meta.xml',
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
    ],
    [
      'German beside English',
      checkTranslations,
      [
        [
          'a label without German',
          GERMAN,
          swap(
            /<customLabels>\s*<label>Mithören<\/label>\s*<name>Dealside_ModeMonitor<\/name>\s*<\/customLabels>/,
            '',
          ),
          /Dealside_ModeMonitor is not translated/,
        ],
        [
          'German without a label',
          GERMAN,
          swap('>Dealside_ModeMonitor<', '>Dealside_ModeListen<'),
          /no label Dealside_ModeListen/,
        ],
        [
          'a place that is not filled in German',
          GERMAN,
          swap('nur {rep} hört', 'nur {wer} hört'),
          /Dealside_HeardByRep does not fill/,
        ],
        [
          'a label that is there twice',
          'default/labels/CustomLabels.labels-meta.xml',
          swap('>Dealside_ModeWhisper<', '>Dealside_ModeMonitor<'),
          /Dealside_ModeMonitor is there twice/,
        ],
        [
          'a field without German',
          'german/objectTranslations/Call_Intervention__c-de/Queue__c.fieldTranslation-meta.xml',
          gone,
          /fields lacks Queue__c/,
        ],
        [
          'a picklist value without German',
          `${INTERVENTION}/fields/Direction__c.field-meta.xml`,
          swap('<label>Inbound', '<label>Incoming'),
          /picklistValues lacks Incoming/,
        ],
        [
          'a rule without German',
          'german/objectTranslations/Help_Request__c-de/Help_Request__c-de.objectTranslation-meta.xml',
          swap(/<validationRules>[\s\S]*<\/validationRules>/, ''),
          /validationRules lacks Answered_Says_By_Whom/,
        ],
        [
          'a section without German',
          LAYOUT,
          swap('<label>Evidence<', '<label>Proof<'),
          /sections lacks Proof/,
        ],
        [
          'an app without German',
          GERMAN,
          swap(/<customApplications>[\s\S]*<\/customApplications>/, ''),
          /customApplications lacks Dealside/,
        ],
      ],
    ],
    [
      'custom metadata records',
      checkRecords,
      [
        [
          'a field that is not there',
          'default/customMetadata/Dealside_Reason_Code.other.md-meta.xml',
          swap('Family__c', 'Group__c'),
          /no field Group__c/,
        ],
        [
          'a value of another type',
          'default/customMetadata/Dealside_Reason_Code.other.md-meta.xml',
          swap('xsd:boolean', 'xsd:string'),
          /wants xsd:boolean/,
        ],
        [
          'a type that no value has',
          'default/customMetadata/Dealside_Reason_Code.other.md-meta.xml',
          swap(/xsd:string(?=">other)/, 'xsd:picklist'),
          /wants xsd:string/,
        ],
        [
          'a value that is not in the picklist',
          'default/customMetadata/Dealside_Reason_Code.other.md-meta.xml',
          swap('>other</value', '>misc</value'),
          /no value misc/,
        ],
        [
          'a label that is too long',
          'default/customMetadata/Dealside_Reason_Code.other.md-meta.xml',
          swap('<label>Other', `<label>${'Other '.repeat(8)}`),
          /longer than 40/,
        ],
        [
          'a reason that the server has and the org has not',
          'default/customMetadata/Dealside_Reason_Code.other.md-meta.xml',
          gone,
          /lacks a record other/,
        ],
        [
          'a reason for help that the org does not have',
          'default/objects/Help_Request__c/fields/Reason_Code__c.field-meta.xml',
          swap('<fullName>pricing<', '<fullName>price<'),
          /Help_Request__c.*lacks the value pricing/,
        ],
        [
          'a picklist without a code of the server',
          `${INTERVENTION}/fields/Outcome__c.field-meta.xml`,
          swap('<fullName>saved<', '<fullName>kept<'),
          /lacks the value saved/,
        ],
      ],
    ],
    [
      'client app, trusted site and notifications',
      checkOutside,
      [
        [
          'a permission set that is not there',
          'access/extlClntAppOauthPolicies/Dealside_Server_oauthPlcy.ecaOauthPlcy-meta.xml',
          swap('Dealside_Integration', 'Dealside_Server'),
          /no permission set Dealside_Server/,
        ],
        [
          'a client app that is not there',
          'access/externalClientApps/Dealside_Server.eca-meta.xml',
          gone,
          /no client app Dealside_Server/,
        ],
        [
          'a secret in the source',
          'access/extlClntAppGlobalOauthSets/Dealside_Server_glbloauth.ecaGlblOauth-meta.xml',
          added('    <label>', '<consumerSecret>abc</consumerSecret>'),
          /a consumerSecret does not belong/,
        ],
        [
          'a scope too many',
          'access/extlClntAppOauthSettings/Dealside_Server_oauth.ecaOauth-meta.xml',
          swap('Api,', 'Full,'),
          /no scope Full/,
        ],
        [
          'a site without encryption',
          'default/cspTrustedSites/Dealside_Server.cspTrustedSite-meta.xml',
          swap('https://', 'http://'),
          /is not https/,
        ],
        [
          'a site that grants nothing',
          'default/cspTrustedSites/Dealside_Server.cspTrustedSite-meta.xml',
          swap(/(isApplicableTo\w+|canAccess\w+)>true/g, '$1>false'),
          /grants nothing/,
        ],
        [
          'a site with a path that has gone wrong',
          'default/cspTrustedSites/Dealside_Server.cspTrustedSite-meta.xml',
          swap('dealside.example.com', '{server}.example.com'),
          /not an address alone/,
        ],
        [
          'a microphone that is not granted',
          'org/settings/Security.settings-meta.xml',
          swap('TrustedUrls', 'Never'),
          /no trusted site has the microphone/,
        ],
        [
          'a notification type called otherwise',
          'default/notificationtypes/Dealside_Coaching.notiftype-meta.xml',
          swap('<customNotifTypeName>Dealside_Coaching', '<customNotifTypeName>Coaching'),
          /is called Coaching/,
        ],
      ],
    ],
    [
      'Apex',
      checkApex,
      [
        ['a syntax error', RECEIPTS, swap('return;', 'return'), /cls:\d+:\d+/],
        [
          'a field that is not there, in a query',
          RECEIPTS,
          swap('Whisper_Skipped__c,', 'Whisper__c,'),
          /Call_Intervention__c has no Whisper__c/,
        ],
        [
          'a parent that is not there, in a query',
          RECEIPTS,
          swap('Supervisor__r.Name', 'Manager__r.Name'),
          /no Manager__r.Name/,
        ],
        [
          'a field that is not there, on a record',
          RECEIPTS,
          swap('intervention.Rep_Verdict__c', 'intervention.Verdict__c'),
          /Call_Intervention__c has no Verdict__c/,
        ],
        [
          'a field that is not there, in a new record',
          'default/classes/CoachingDebriefs.cls',
          swap('Next_Time__c =', 'Next__c ='),
          /Coaching_Note__c has no field Next__c/,
        ],
        [
          'a type that is not there',
          RECEIPTS,
          swap('Map<Id, Answer>', 'Map<Id, Reply>'),
          /no type Map<Id,Reply>/,
        ],
        [
          'a method that a class of ours does not have',
          'default/classes/InstallCheck.cls',
          swap('SessionToken.canSign', 'SessionToken.signs'),
          /SessionToken has no signs/,
        ],
        [
          'a method that a platform class does not have',
          RECEIPTS,
          swap('UserInfo.getUserId', 'UserInfo.getId'),
          /UserInfo has no getId/,
        ],
        [
          'a method that is not there',
          'default/classes/CoachingDebriefs.cls',
          swap('noteOf(debrief, doneAt)', 'toNote(debrief, doneAt)'),
          /no method toNote/,
        ],
        [
          'a label that is not there',
          RECEIPTS,
          swap('Dealside_ReceiptNotYours', 'Dealside_NotYours'),
          /no label Dealside_NotYours/,
        ],
        [
          'a custom permission that is not there',
          'default/classes/PolicyExport.cls',
          swap("'Dealside_Administer'", "'Dealside_Export'"),
          /no custom permission Dealside_Export/,
        ],
        ['a class without sharing', RECEIPTS, swap('with sharing ', ''), /without sharing/],
        [
          'a query with more rights than the user',
          RECEIPTS,
          swap('WITH USER_MODE', ''),
          /reads with more rights/,
        ],
        [
          'a write with more rights than the user',
          RECEIPTS,
          swap('update as user', 'update'),
          /writes with more rights/,
        ],
        [
          'a query in a loop',
          RECEIPTS,
          swap(
            'Answer given = byId.get(intervention.Id);',
            'Answer given = byId.get([SELECT Id FROM Call_Intervention__c WITH USER_MODE LIMIT 1].Id);',
          ),
          /in a loop/,
        ],
        [
          'a class without a test',
          'default/classes/BargeReceiptsTest.cls',
          gone,
          /has no test BargeReceiptsTest/,
        ],
        [
          'a test that asserts nothing',
          'default/classes/SessionTokenTest.cls',
          swap(
            "Assert.isTrue(SessionToken.canSign('Dealside_Session'), 'it signs');",
            "SessionToken.canSign('Dealside_Session');",
          ),
          /asserts nothing/,
        ],
        [
          'a class that nobody may use',
          'default/permissionsets/Dealside_Admin.permissionset-meta.xml',
          swap('>PolicyExport<', '>SessionToken<'),
          /no permission set lets anybody use PolicyExport/,
        ],
        ['a class without its metadata', `${RECEIPTS}-meta.xml`, gone, /must say API version/],
      ],
    ],
    [
      'templates',
      checkTemplates,
      [
        [
          'a property that is not there',
          CARD,
          swap('{heading}', '{headline}'),
          /callCard\.html:4 there is no headline/,
        ],
        [
          'a property of a property that is not there',
          CARD,
          swap(/\{call\.customer\.accountName\}/g, '{call.customer.account}'),
          /no call.customer.account/,
        ],
        [
          'a property of a list item that is not there',
          CARD,
          swap('{other.text}', '{other.words}'),
          /no other.words/,
        ],
        [
          'a label that is not there',
          CARD,
          swap('{labels.callAlsoOn}', '{labels.callAlso}'),
          /no labels.callAlso/,
        ],
        [
          'a handler that is not there',
          'default/lwc/interventionEscalationDialog/interventionEscalationDialog.html',
          swap(/onclick=\{\w+\}/, 'onclick={handleNothing}'),
          /no handleNothing/,
        ],
        [
          'a handler that handles nothing',
          'default/lwc/interventionEscalationDialog/interventionEscalationDialog.html',
          swap(/onclick=\{\w+\}/, 'onclick={labels}'),
          /labels handles nothing/,
        ],
        [
          'an attribute that a child does not take',
          'default/lwc/callPanel/callPanel.html',
          swap(/<c-call-card/, '<c-call-card colour="red"'),
          /callCard takes no colour/,
        ],
        [
          'an expression that is more than a path',
          CARD,
          swap('{heading}', '{heading + 1}'),
          /more than a path/,
        ],
      ],
    ],
  ];
