/**
 * The part of Apex that the package uses: methods and properties of each platform type with what they answer.
 * T is the element of a list or set, V the value of a map, ? anything. What is not here is a fault: look it up, then add it.
 * https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_ref_guide.htm
 */
export const PLATFORM: Record<string, Record<string, string>> = {
  AccessLevel: { USER_MODE: 'AccessLevel', SYSTEM_MODE: 'AccessLevel' },
  Assert: { areEqual: 'void', areNotEqual: 'void', isTrue: 'void', isFalse: 'void', isNull: 'void', isNotNull: 'void', fail: 'void' },
  AuraHandledException: { setMessage: 'void', getMessage: 'String' },
  'Auth.JWT': {
    setIss: 'void', setSub: 'void', setAud: 'void', setValidityLength: 'void', setAdditionalClaims: 'void',
    getIss: 'String', getSub: 'String', getAud: 'String', getValidityLength: 'Integer', getAdditionalClaims: 'Map<String,Object>',
  },
  'Auth.JWS': { getCompactSerialization: 'String' },
  Boolean: {},
  Database: { query: 'List<SObject>', setSavepoint: 'Savepoint', rollback: 'void' },
  Date: { today: 'Date', addDays: 'Date' },
  Datetime: { now: 'Datetime', addSeconds: 'Datetime', addMinutes: 'Datetime', formatGmt: 'String', getTime: 'Long' },
  DescribeFieldResult: { isCustom: 'Boolean', getName: 'String' },
  DescribeSObjectResult: { fields: 'DescribeFields' },
  DescribeFields: { getMap: 'Map<String,SObjectField>' },
  DmlException: { getDmlMessage: 'String', getMessage: 'String' },
  Exception: { getMessage: 'String' },
  FeatureManagement: { checkPermission: 'Boolean' },
  Id: {},
  Integer: {},
  JSON: { serialize: 'String', serializePretty: 'String', deserialize: '?', deserializeUntyped: 'Object' },
  List: { add: 'void', addAll: 'void', size: 'Integer', isEmpty: 'Boolean', sort: 'void', get: 'T' },
  Long: {},
  Map: { put: 'V', get: 'V', values: 'List<V>', keySet: 'Set<K>', containsKey: 'Boolean', size: 'Integer' },
  Math: { round: 'Long', random: 'Double' },
  Object: {},
  SObject: { get: 'Object', put: 'Object' },
  SObjectField: { getDescribe: 'DescribeFieldResult' },
  SObjectType: { getDescribe: 'DescribeSObjectResult' },
  Savepoint: {},
  Schema: { getGlobalDescribe: 'Map<String,SObjectType>' },
  Set: { add: 'Boolean', contains: 'Boolean', remove: 'Boolean', removeAll: 'Boolean', clone: 'Set<T>', isEmpty: 'Boolean', size: 'Integer' },
  String: {
    isBlank: 'Boolean', isNotBlank: 'Boolean', join: 'String', valueOf: 'String', format: 'String', removeEnd: 'String', startsWith: 'Boolean', endsWith: 'Boolean',
    contains: 'Boolean', length: 'Integer', toLowerCase: 'String', repeat: 'String', toString: 'String',
  },
  System: { runAs: 'void' },
  Test: { isRunningTest: 'Boolean' },
  UserInfo: { getUserId: 'Id', getOrganizationId: 'Id', getName: 'String' },
  UUID: { randomUUID: 'UUID', toString: 'String' },
  void: {},
};

/** Fields of standard objects that only Apex tests fill. */
export const TEST_FIELDS: Record<string, readonly string[]> = {
  User: ['LastName', 'EmailEncodingKey', 'LanguageLocaleKey', 'LocaleSidKey', 'ProfileId'],
  Profile: ['Id', 'Name'],
};
