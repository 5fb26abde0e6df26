/** English deeds that show that the deal is about to close: who does what with what, as classes of words. In the notation of pattern.ts. */
export const closeAtHand: readonly string[] = [
  '! {buy_near}',
  '{pay_means} + =right/=here/=in/=out/=ready/=handy/=on/=with + =here/=in_front/=and/=my_hand/' +
    '=ready/=hand/=out/=me/=you/=the_table/=now_if ! =declined/=expired/=charged/=stolen/=lost ' +
    '! {buy_ordinary}',
  '=got/=have/=getting/=grab/=grabbing + =my/=the + {pay_means} .. =here/=ready/=out/=hand/' +
    '=front/=handy/=with_me ! =declined/=expired/=stolen/=lost/=stuck/=chip ! {buy_ordinary}',
  '=where/=how + =do/=can/=should/=would + =i/=we/=you_want_me_to + {sign_it}/=pay_the_deposit/' +
    '=send_the_deposit/=put_the_deposit/=make_the_deposit ! sign_up/sign_in/sign_into/sign_out/' +
    'signing_in ! {buy_ordinary}',
  '=send/=email/=shoot/=forward/=fire/=bring/=draw/=get/=drop/=mail/=post/=ping/=text/=write/' +
    '=print/=whizz/=pop + =me/=us/=it/=over/=up/=the/=that/=those/=out/=round/=across/=on + ' +
    '=over/=up/=the/=a/=your/=that/=those/=on/=through/=me {paper} .. =and/=today/=then/=now/' +
    '=i/=we/=so/=tonight/=please/=tomorrow .. =sign/=signed/=back/=done/=sort/=return/' +
    '=same_day/=docusign/=today/=pay/=approve/=get_it ! =last/=copy/=old/=missing/=again/' +
    '=two_of ! {buy_ordinary}',
  '=send/=email/=draw/=bring/=write/=get/=fire/=shoot/=raise/=drop/=print + =me/=us/=over/=up/' +
    '=the/=it/=out/=round/=on/=your + =the/=that/=a/=up/=your/=over/=those/=on + {paper} & ' +
    "=ready/=happy/=good/=deal/=in/=approved/=let's/=let/=yes/=yeah/=go_ahead/=alright/=done/" +
    '=sold/=perfect/=sounds/=works/=sign ! =last/=copy/=old/=missing/=again/=question/' +
    '=review_the ! {buy_ordinary}',
  '=i/=we + =will/=can/=would_like_to/=want_to/=could/=am_ready_to/=are_ready_to/=am_happy_to/' +
    '=are_happy_to/=would_be_happy_to/=am_going_to/=are_going_to .. =sign/=docusign + =it/' +
    '=today/=tonight/=now/=tomorrow/=the/=this/=that/=right/=off/=on/=and/=straight/=at ! ' +
    'sign_up/sign_in/not/=for_the_package/=for_it/=for_delivery ! {buy_ordinary}',
  '{approver} .. {approves} .. {start_word} ! =if/=unless/=when/=until/=needs_to/=has_to/' +
    "=has_not/=hasn't/=not/=yet ! {buy_ordinary}",
  '=got/=had/=have/=has + =the/=our/=a/=final/=full/=internal/=their + =nod/=go_ahead/' +
    '=green_light/=sign_off/=approval/=budget_approved/=okay/=thumbs_up/=blessing/=all_clear + ' +
    "=from/=so/=and/=on/=this/=yesterday/=today/=last/=to ! =not/=haven't/=until/=if/=once/" +
    "=need/=don't ! {buy_ordinary}",
  '=get/=send/=issue/=raise/=cut/=have/=shoot/=email/=give + =you/=over/=the/=a/=that/=out/=me ' +
    '+ =a/=the/=that/=your + =po/=purchase_order/=p_o ! =need_a/=do_you_need/=which/=wrong/' +
    '=missing ! {buy_ordinary}',
  '=take/=taking/=need/=have_to_take/=got_to_take/=want/=here_is/=ready_for + =my/=our/=the/' +
    '=down_my/=a + =card/=bank_details/=card_details/=credit_card/=deposit/=payment_details/' +
    '=card_number/=bank_account/=iban + =now/=number/=details/=over/=or/=for_the/=then/=ready/' +
    "=off/=from/=today/=and_put ! =don't/=didn't/=not/=off_file/=wrong/=already/=why/=he_took/" +
    '=they/=asked/=wanted/=wants ! {buy_ordinary}',
  '=lock/=locking/=get/=tie + =it/=that/=us/=me/=this/=in + =in/=that/=the/=down/=wrapped_up/' +
    '=signed/=over_the_line/=done + =price/=rate/=today/=before/=now/=then/=for/=at/=this/=so/' +
    '=up ! =locked/=door/=out ! {buy_ordinary}',
  '=put/=make/=take/=pay/=leave + =a/=the/=down/=my + =deposit/=a_deposit/=down_payment + ' +
    '=down/=today/=now/=on/=over/=this/=tonight/=tomorrow/=right/=then/=and ! =how_much/=do_i/' +
    '=back/=get_my/=last/=already/=paid/=must_i/=have_to/=refund/=skip/=no_deposit ! ' +
    '{buy_ordinary}',
  '=i/=we/=you/=my/=our/=let/=can =will/=can/=am/=are/=have/=just/=would/=us/=ready/=happy ' +
    '=sign/=signing/=docusign/=initial/=countersign =it/=that/=the/=this/=today/=now/=right/' +
    "=tonight/=tomorrow/=on/=up/=straight/=off/=and/=whatever ! sign_up/sign_in/=not/=won't/" +
    "=can't/=didn't/=package/=delivery/=signed_for ! {buy_ordinary}",
  '{paper} & =sign/=signed/=signing/=today/=tonight/=ready/=back_to_you & =send/=email/=over/' +
    '=bring/=get/=through/=where/=have & =i/=we/=me/=us/=you ! =last/=old/=missing/=question/' +
    "=never/=did_not/=didn't/=not ! {buy_ordinary}",
  '{approver} .. {approves} & =i/=we/=so/=us/=me/=let & =budget/=number/=price/=contract/' +
    '=purchase/=po/=go/=start/=sign/=send/=today/=order/=ready/=happy/=move/=quote/=proposal/' +
    "=deal/=it ! =not/=yet/=if/=until/=needs/=has_to/=hasn't/=wants_to/=would_have/=once/=when " +
    '! {buy_ordinary}',
  '=pull/=pulling/=pulled + =the + =trigger ! =hair ! {buy_ordinary}',
  '=you/=you_guys/=you_have + =have/=got/=won/=sold/=convinced/=talked/=twisted/=earned =a/=me/' +
    '=us/=yourself/=my/=our =deal/=sale/=business/=over/=into/=customer/=arm/=sold/=on_it/=it ' +
    "! =not/=haven't/=if/=lost/=cold ! {buy_ordinary}",
  '=what/=where/=who =do/=is/=should/=would/=you/=account =you/=i/=the/=we =need/=send/=make/' +
    '=wire/=pay/=transfer/=write =from/=the/=it/=check/=me/=out =me/=deposit/=payment/=money/' +
    '=to/=us/=check/=first =to/=to_get/=get/=set/=now/=go/=for =started/=going/=up/=this/=it/' +
    '=ahead ! =refund/=why/=late/=bill/=fine/=verify/=reset/=dispute ! {buy_ordinary}',
  '=take/=have/=use/=run/=charge/=put + =my/=the/=it/=this/=our =on/=card/=visa/=amex/' +
    '=mastercard/=company_card =card/=number/=now/=on/=today/=visa/=ready/=details/=if/=for/' +
    '=and & =ready/=go/=deposit/=now/=today/=let/=yes/=yeah/=okay/=alright/=great/=perfect/' +
    "=good ! =declined/=expired/=lost/=on_file/=why/=charged/=don't/=stolen/=removed ! " +
    '{buy_ordinary}',
  'alone:=i/=we + =am/=are + =ready/=happy/=good/=all_set + =to + =sign/=buy/=move_forward/=proceed/' +
    '=place_the_order/=order/=go_ahead/=commit/=close ! =not ! {buy_ordinary} ! =if/=movie/' +
    '=ticket',
  '=i/=we/=you + =have/=would_like/=want/=convinced/=decided + =decided/=to/=me + =to/' +
    '=go_ahead/=count/=so/=on + =go/=with/=us/=me/=you & =you/=ahead/=in ! =not/=another/' +
    '=color ! {buy_ordinary} ! =if/=movie/=ticket',
  '=send/=email/=get + =me/=us/=over + =the/=an/=a + =docusign/=contract/=order_form/' +
    '=agreement/=paperwork/=link_to_pay/=payment_link/=link_to_sign ! =again/=copy/=old ! ' +
    '{buy_ordinary} ! =if/=movie/=ticket',
  '=get + =the + =paperwork + =started/=going/=done/=over/=signed ! {buy_ordinary} ! =if/' +
    '=movie/=ticket',
  '=what + =do_i/=do_we/=do_you/=are_the + =have_to/=need/=next + =to/=from/=steps + =fill_out/' +
    '=sign/=do/=me/=us/=to .. =get_going/=started/=sign_up/=this_done/=done/=get_this_done/' +
    '=signed ! =bill/=claim ! {buy_ordinary} ! =if/=movie/=ticket',
  '=happy + =with + =everything + =so ! {buy_ordinary} ! =if/=movie/=ticket',
  '=count + =me/=us + =in ! =potluck/=party/=trip/=lunch ! {buy_ordinary} ! =if/=movie/=ticket',
  '=we/=i + =are/=am + =in + =so/=send/=let/=where ! {buy_ordinary} ! =if/=movie/=ticket',
  '=okay/=yeah/=yes/=alright/=right/=deal + =let + =us + =do/=go + =it/=this/=with_it/=ahead/' +
    '=with_that_one @ rep: {deal_said} ! =tuesday/=monday ! {buy_ordinary} ! =if/=movie/=ticket',
  '=i/=we + =will + =take + =it/=them/=the_whole/=all_of_them @ rep: {deal_said} ! ' +
    '{buy_ordinary} ! =if/=movie/=ticket',
  '=sign + =me/=us + =up @ rep: {deal_said} ! {buy_ordinary} ! =if/=movie/=ticket',
  '=book/=ship/=lock + =it + =in/=please/=then/=now/=today @ rep: {deal_said} ! {buy_ordinary} ' +
    '! =if/=movie/=ticket',
  '=when + =can/=could + =we/=you + =start/=get_started/=begin ! =if_i/=service @ rep: ' +
    '{deal_said} ! {buy_ordinary} ! =if/=movie/=ticket',
  '=go + =ahead + =and + =send/=ship/=draw/=write/=charge/=process + =the/=it/=me/=my/=that/' +
    '=up ! =again/=reminder ! {buy_ordinary} ! =if/=movie/=ticket',
  '=got/=have/=received + =budget/=the_budget/=final/=the_final + =approval/=approved/' +
    '=sign_off & =so/=send/=go/=order ! {buy_ordinary} ! =if/=movie/=ticket',
];
