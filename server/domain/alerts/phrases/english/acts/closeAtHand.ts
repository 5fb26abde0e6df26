/** English speech acts that show that the customer wants to buy now, of classes of words. In the notation of pattern.ts. */
export const closeAtHand: readonly string[] = [
  '{start_it} ! {buy_ordinary} ! nope_not/=if/=unless/not_ready/=yet/=first ! quote_first',
  '{pay_act} ! {buy_ordinary} ! expired/declined/=my_old/=late/=bill/=overdue/=fine/=ticket/' +
    '=twice/=last_month/=wrong/=my_bill/=balance/=update/=blocked/=frozen/=stolen/=lost/=fraud/' +
    '=invoice_number/=month_off/=did_you/=autopay/=pin/=text/=he/=she/=they @ rep: {offer_said}',
  '{approver} .. {approved_act} ! {buy_ordinary} ! =not/=if/=unless/=until/=once/=before/=still/' +
    '=after/=loan_officer/=last_year/=vacation/=leave ! your_training',
  '{how_soon} @ rep: {offer_said} ! {buy_ordinary} ! =if/=sorry/=refund/=credit/=complaint/' +
    '=back_online/=working_again/=repair/=cancel',
  '=let_us/=lets/=okay/=right/=alright/=yeah/=yes/=sold/=perfect/=well + =do/=take/=have/=book/' +
    '=order/=sign/=go/=get/=make + =it/=that/=this/=one/=two/=them/=the/=him/=for ! ' +
    '{buy_ordinary} ! =again/=next/=tomorrow/=later/=call/=back/=over/=through @ rep: ' +
    '{offer_said}',
  '=i/=we + =will/=would/=want/=am + =take/=have/=buy/=order/=like/=want/=taking/=having/' +
    '=going_for/=go_for + =it/=one/=two/=three/=them/=the/=that/=both/=this/{number}/=a ! ' +
    '{buy_ordinary} ! =call/=look/=think/=message/=copy/=word/=break/=word_with/=to_know/=to_ask/' +
    '=to_talk/=talk/=see/=read/=manager/=supervisor/=refund/=from_here/=bath/=nap/=picture/' +
    '=photo/=back/=hear/=discount @ rep: {offer_said}',
  '=name/=make_it/=put_it/=put_that/=address/=deliver/=delivered/=ship + =in/=under/=on/=it/=is/' +
    '=to/=out/=for + =my/=the/=his/=her/=our/=both + =name/=wife/=company/=husband/=names/' +
    '=business/=account & =contract/=title/=form/=policy/=order/=it/=that ! {buy_ordinary} @ ' +
    'rep: {offer_said}',
  '=sounds/=looks/=that_is/=seems + =good/=great/=fair/=right/=like_a_plan/=perfect/=reasonable/' +
    '=like_a_deal =so/=what/=let/=where/=send/=when/=how/=i_will/=we_will/=go ! {buy_ordinary} ! ' +
    '=monday/=tomorrow/=see_you/=talk @ rep: {offer_said}',
  '=what/=which + =do/=else/=paperwork/=details/=information/=info/=happens + =you/=do/=i/=we/' +
    '=next/=now + =need/=need_to/=fill/=sign/=have_to/=now/=next ! {buy_ordinary} @ rep: ' +
    '{offer_said} ! complaint',
  '=email/=send/=text/=shoot/=fire/=get/=ping + =it/=me/=us/=over/=that/=the/=them + =over/=the/' +
    '=to/=contract/=form/=agreement/=across/=now/=today/=link/=docusign/=paperwork .. =sign/' +
    '=back/=signed/=today/=lunch/=tonight/=right_away/=right_back/=now & =i/=we/=will/=back/' +
    '=sign/=signed ! {buy_ordinary} ! nda',
];
