import callListTitle from '@salesforce/label/c.Dealside_CallListTitle';
import callListObject from '@salesforce/label/c.Dealside_CallListObject';
import callListContacts from '@salesforce/label/c.Dealside_CallListContacts';
import callListLeads from '@salesforce/label/c.Dealside_CallListLeads';
import callListAccounts from '@salesforce/label/c.Dealside_CallListAccounts';
import callListOpportunities from '@salesforce/label/c.Dealside_CallListOpportunities';
import callListView from '@salesforce/label/c.Dealside_CallListView';
import callListLoading from '@salesforce/label/c.Dealside_CallListLoading';
import callListEmpty from '@salesforce/label/c.Dealside_CallListEmpty';
import callListEmptyText from '@salesforce/label/c.Dealside_CallListEmptyText';
import callListName from '@salesforce/label/c.Dealside_CallListName';
import callListNumbers from '@salesforce/label/c.Dealside_CallListNumbers';
import callListOfContact from '@salesforce/label/c.Dealside_CallListOfContact';
import callListSelect from '@salesforce/label/c.Dealside_CallListSelect';
import callListSelectAll from '@salesforce/label/c.Dealside_CallListSelectAll';
import callListMore from '@salesforce/label/c.Dealside_CallListMore';
import callListAdd from '@salesforce/label/c.Dealside_CallListAdd';
import callListAdded from '@salesforce/label/c.Dealside_CallListAdded';

/** Choosing whom to call one after the other. */
export const callListLabels = {
  callListTitle,
  callListObject,
  callListContacts,
  callListLeads,
  callListAccounts,
  callListOpportunities,
  callListView,
  callListLoading,
  callListEmpty,
  callListEmptyText,
  callListName,
  callListNumbers,
  callListOfContact,
  callListSelect,
  callListSelectAll,
  callListMore,
  callListAdd,
  callListAdded,
};
