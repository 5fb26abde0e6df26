import type { RuleRecord } from './wordsApi';

/** The field of the record of each property, and its type in metadata. */
const FIELDS: readonly (readonly [Exclude<keyof RuleRecord, 'name' | 'label'>, string, string])[] =
  [
    ['family', 'Family__c', 'string'],
    ['severity', 'Severity__c', 'string'],
    ['speaker', 'Speaker__c', 'string'],
    ['kind', 'Kind__c', 'string'],
    ['language', 'Language__c', 'string'],
    ['phrases', 'Phrases__c', 'string'],
    ['withinWords', 'Within_Words__c', 'double'],
    ['seconds', 'Seconds__c', 'double'],
    ['percent', 'Percent__c', 'double'],
    ['queues', 'Queues__c', 'string'],
    ['stages', 'Stages__c', 'string'],
    ['minimumAmount', 'Minimum_Amount__c', 'double'],
    ['perTeamAndHour', 'Per_Team_And_Hour__c', 'double'],
  ];

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** An empty field is written as such, because a record that is there keeps what a file leaves out. */
const valueOf = (field: string, type: string, text: string | undefined): string =>
  `    <values>
        <field>${field}</field>
        ${text === undefined ? '<value xsi:nil="true"/>' : `<value xsi:type="xsd:${type}">${escaped(text)}</value>`}
    </values>`;

/** A rule as the file of its record, which can be deployed to an org. */
export function ruleFile(
  rule: RuleRecord,
  isActive: boolean,
): { readonly name: string; readonly xml: string } {
  const values = FIELDS.map(([property, field, type]) =>
    valueOf(field, type, rule[property]?.toString()),
  );
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
<CustomMetadata xmlns="http://soap.sforce.com/2006/04/metadata" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema">
    <label>${escaped(rule.label ?? rule.name)}</label>
    <protected>false</protected>
${[...values, valueOf('Active__c', 'boolean', String(isActive))].join('\n')}
</CustomMetadata>
`;
  return { name: `Dealside_Alert_Rule.${rule.name}.md-meta.xml`, xml };
}
