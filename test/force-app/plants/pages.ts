import { checkPages } from '../checks/pages.ts';
import { added, gone, swap, type PlantedCheck } from './plant.ts';

const PAGE = 'default/flexipages/Dealside_Opportunity.flexipage-meta.xml';
const APP = 'default/applications/Dealside.app-meta.xml';

export const pages: PlantedCheck = [
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
    [
      'a component that nobody would see',
      'default/flexipages/Dealside_Home.flexipage-meta.xml',
      swap('CustomPermission.Dealside_Monitor', 'CustomPermission.Dealside_Listen'),
      /asks for Dealside_Listen, which is not there/,
    ],
    [
      'a visibility rule that is not understood',
      'default/flexipages/Dealside_Home.flexipage-meta.xml',
      swap('<operator>EQUAL<', '<operator>CONTAINS<'),
      /visibility rule .* is not known here/,
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
];
