import callListAccounts from '@salesforce/label/c.Dealside_CallListAccounts';
import callListAdd from '@salesforce/label/c.Dealside_CallListAdd';
import callListAdded from '@salesforce/label/c.Dealside_CallListAdded';
import callListContacts from '@salesforce/label/c.Dealside_CallListContacts';
import callListEmpty from '@salesforce/label/c.Dealside_CallListEmpty';
import callListEmptyText from '@salesforce/label/c.Dealside_CallListEmptyText';
import callListFailed from '@salesforce/label/c.Dealside_CallListFailed';
import callListLeads from '@salesforce/label/c.Dealside_CallListLeads';
import callListLoading from '@salesforce/label/c.Dealside_CallListLoading';
import callListMore from '@salesforce/label/c.Dealside_CallListMore';
import callListName from '@salesforce/label/c.Dealside_CallListName';
import callListNoneSelected from '@salesforce/label/c.Dealside_CallListNoneSelected';
import callListNumbers from '@salesforce/label/c.Dealside_CallListNumbers';
import callListObject from '@salesforce/label/c.Dealside_CallListObject';
import callListOfContact from '@salesforce/label/c.Dealside_CallListOfContact';
import callListOpportunities from '@salesforce/label/c.Dealside_CallListOpportunities';
import callListSelect from '@salesforce/label/c.Dealside_CallListSelect';
import callListSelectAll from '@salesforce/label/c.Dealside_CallListSelectAll';
import callListTitle from '@salesforce/label/c.Dealside_CallListTitle';
import callListView from '@salesforce/label/c.Dealside_CallListView';

/** Choosing people to call one after another. */
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
  callListFailed,
  callListName,
  callListNumbers,
  callListOfContact,
  callListSelect,
  callListSelectAll,
  callListMore,
  callListAdd,
  callListNoneSelected,
  callListAdded,
};
