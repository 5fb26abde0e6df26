import summonsInbox from '@salesforce/label/c.Dealside_SummonsInbox';
import summonsItem from '@salesforce/label/c.Dealside_SummonsItem';
import summonsJoin from '@salesforce/label/c.Dealside_SummonsJoin';
import summonsTake from '@salesforce/label/c.Dealside_SummonsTake';
import summonsTitle from '@salesforce/label/c.Dealside_SummonsTitle';
import summonsToast from '@salesforce/label/c.Dealside_SummonsToast';

/** Alerts of compliance that somebody is called to. */
export const summonsLabels = {
  summonsInbox,
  summonsItem,
  summonsJoin,
  summonsTake,
  summonsTitle,
  summonsToast,
};
