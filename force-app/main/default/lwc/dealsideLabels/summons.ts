import summonsInbox from '@salesforce/label/c.Dealside_SummonsInbox';
import summonsItem from '@salesforce/label/c.Dealside_SummonsItem';
import summonsJoin from '@salesforce/label/c.Dealside_SummonsJoin';
import summonsJoinWho from '@salesforce/label/c.Dealside_SummonsJoinWho';
import summonsTake from '@salesforce/label/c.Dealside_SummonsTake';
import summonsTitle from '@salesforce/label/c.Dealside_SummonsTitle';
import summonsToast from '@salesforce/label/c.Dealside_SummonsToast';

/** Compliance alerts to which people are summoned. */
export const summonsLabels = {
  summonsInbox,
  summonsItem,
  summonsJoin,
  summonsJoinWho,
  summonsTake,
  summonsTitle,
  summonsToast,
};
