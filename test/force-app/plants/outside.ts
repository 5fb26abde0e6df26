import { checkOutside } from '../checks/outside.ts';
import { added, gone, swap, type PlantedCheck } from './plant.ts';

export const outside: PlantedCheck = [
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
];
