import { checkTemplates } from '../checks/templates.ts';
import { swap, type PlantedCheck } from './plant.ts';

const CARD = 'default/lwc/callCard/callCard.html';

export const templates: PlantedCheck = [
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
      swap(/<c-call-card/, '<c-call-card color="red"'),
      /callCard takes no color/,
    ],
    [
      'an expression that is more than a path',
      CARD,
      swap('{heading}', '{heading + 1}'),
      /more than a path/,
    ],
  ],
];
