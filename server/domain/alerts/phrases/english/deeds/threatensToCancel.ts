/** English deeds that tell that the customer is about to leave: who does what with what, as classes of words. In the notation of pattern.ts. */
export const threatensToCancel: readonly string[] = [
  '! {leave_ordinary}',
  '=i/=we + =will/=am/=are/=want/=wanna/=would/=have/=need/=might/=may/=think/=plan/=intend .. ' +
    '{end_deed} .. {your_supply}/=you/=it/{time_up} ! {cancel_ordinary}',
  '{time_up} .. =i/=we .. =am/=are/=will + =out/=gone/=off/=done/=leaving/=finished/=through/' +
    '=away/=moving/=going/=cancelling/=canceling/=stopping/=closing/=switching/=be_leaving/' +
    '=be_gone/=be_out/=be_moving/=be_cancelling/=be_canceling/=be_stopping/=stop/=cancel/' +
    '=leave/=move/=close ! =vacation/=holiday/=town/=country ! {cancel_ordinary}',
  '=that/=this + =is/=will_be + =us/=me/=it_for_us/=it_for_me + =done/=out/=finished/=through/' +
    '=gone/=off ! {cancel_ordinary}',
  "~=don't/=can't/=cannot/=not/=doesn't + =see/=imagine/=picture/=think + =us/=me/=myself/" +
    '=ourselves/=we_will/=i_will/=we_are/=i_am .. sign/renew/stay/continue/keep/pay/extend/' +
    're_sign/coming_back/carrying_on/another_year/another_term/another_month ! ' +
    '{time_up}_with_them ! {cancel_ordinary}',
  "~=won't/=shan't/=not/=don't/=isn't + =be/=gonna_be/=going_to_be/=planning_on/=looking_to + " +
    'carrying_on/continuing/renewing/keeping/staying/coming_back/extending/re_signing/' +
    'resigning/signing_up/taking_it_up/going_on_with/using_you/using_your/paying_you/' +
    'paying_another/ordering_from_you ! {cancel_ordinary}',
  '=no_longer/=no + =need/=want/=require/=needing/=longer_need/=longer_want .. =your/=the + ' +
    '=service/=services/=meals/=visits/=subscription/=plan/=cover/=contract/=line/=deliveries/' +
    '=membership/=product/=software/=system ! {cancel_ordinary}',
  'take/strike/cross/scratch/remove/get/pull + =me/=us/=my_name/=our_name/=me_right + off/out/' +
    'from + =your/=the/=your_system/=completely/=altogether/=it .. =list/=books/=book/' +
    '=register/=roll/=route/=round/=rota/=plan/=renewal/=scheme/=program/=programme/' +
    '=completely/=system ! mailing/marketing/calling_list/call_list/email/phone_list/' +
    'do_not_call/contact_list ! {cancel_ordinary}',
  '=tell_me/=how/=show_me + =how/=do/=can/=would/=to/=i .. =i/=we/=to .. stop/end/cancel/close/' +
    'terminate/quit/get_out_of/leave/opt_out_of/unsubscribe_from/finish + =it/=this/=the/=my/' +
    '=our/=your/=all_this/=that + =contract/=subscription/=account/=membership/=plan/=service/' +
    '=policy/=direct_debit/=payments/=please/=now/=thing/=off/=i/=today/=properly/=then ! =pin/' +
    '=login/=beeping/=noise/=leak/=alarm_from/=video/=recording/=timer/=flashing/=app ! ' +
    '{cancel_ordinary}',
  "~=don't/=stop/=quit/=not/=no_more + =want/=you/=charging/=billing/=taking/=debiting .. " +
    '=taking/=charging/=charge/=billing/=bill/=debiting/=debit/=take/=me/=us/=my + =me/=us/' +
    '=any/=money/=my/=more/=card/=account .. =more/=money/=anymore/=again/=out/=account/=bank/' +
    '=card/=after/=off ! {cancel_ordinary}',
  "~=don't/=not/=never/=no_need_to/=needn't + =bill/=charge/=invoice/=send/=deliver/=leave/" +
    '=come/=bother/=renew/=book .. =me/=us/=any/=it/=out/=renewing/=more/=sending/=coming/' +
    '=delivering + =after/=again/=anymore/=any_more/=ever/=more/=for/=next/=from/=renewing ! ' +
    '=it_again_please/=email/=text/=yet ! {cancel_ordinary}',
  '=this/=consider/=take/=treat/=that + =is/=this/=that/=it/=me/=it_as/=as .. =notice/' +
    '=my_notice/=our_notice/=cancellation/=my_cancellation/=given_notice ! =how_much_notice ! ' +
    '{cancel_ordinary}',
  'let/letting + =it/=them/=this/=that/=mine/=ours/=the/=our/=my .. =run_out/=lapse/=expire/' +
    '=run_off/=drop/=roll_off ! =battery/=clock/=call/=water/=driver_drop/=ball/=drop_off/' +
    '=tank ! {cancel_ordinary}',
  '=thinking/=thought/=considering/=tempted/=minded/=inclined/=leaning/=ready/=about/=fixing/' +
    '=planning/=decided/=prepared + =about/=of/=to/=on/=towards/=toward .. {end_deed} .. ' +
    '{your_supply}/=you/=it/=altogether/=completely/=if/=unless/=soon/=because ! ' +
    '{cancel_ordinary}',
  '=if/=unless/=once_more/=one_more/=next_time/=another .. =i/=we + =am/=are/=will/=would/' +
    '=have .. =cancelling/=canceling/=cancel/=leaving/=leave/=gone/=out_of_here/=done_with/' +
    '=finished_with/=walking/=walk/=pull/=pulling/=quit/=quitting/=switching/=taking_my/' +
    '=taking_our/=take_my_business/=take_our_business/=going_elsewhere/=go_elsewhere/' +
    '=shopping_around/=looking_elsewhere/=stopping_the/=stop_the/=sending_it_back/' +
    '=send_it_back/=returning_it ! {cancel_ordinary}',
  '=you/=yous/=you_lot/=you_guys + =can/=could/=may + =come/=have/=take/=keep/=collect/=fetch/' +
    '=get/=send_someone_to .. =this/=your/=it/=the/=these/=them/=that + =thing/=things/=box/' +
    '=boxes/=cards/=card/=equipment/=machine/=machines/=router/=modem/=back/=stuff/=kit/=unit/' +
    '=meter/=keys/=phones/=trailer/=contract/=service/=fridge ! =for_repair/=tomorrow/' +
    '=delivered/=between/=after_five ! {cancel_ordinary}',
  '=you/=you_have/=you_guys + =have/=just/=are/=will/=about_to + =lost/=losing/=lose/' +
    '=just_lost + =me/=us/=a_customer/=my_business/=our_business/=a_client/=my_custom/' +
    '=this_customer/=another_customer ! =there/=for_a_second/=breaking ! {cancel_ordinary}',
  '=want/=wanna/=wants/=wanted/=like/=let/=get/=need/=how + =out/=me_out/=us_out/=to_get_out/' +
    '=to_be_out/=to_come_out/=do_i_get_out/=do_we_get_out/=can_i_get_out/=can_we_get_out + =of ' +
    '+ =this/=it/=the/=my/=our/=your + =contract/=agreement/=deal/=plan/=lease/=thing/' +
    '=subscription/=now/=arrangement/=membership/=policy/=commitment ! {cancel_ordinary}',
  '=pack/=packing/=jack/=jacking/=chuck/=knock/=knocking/=wind/=winding + =it/=this/=ours/=you/' +
    '=mine/=the_whole_thing + =in/=on_the_head/=down ! =suitcase/=box/=parcel ! ' +
    '{cancel_ordinary}',
  '=i/=we/=please/=just/=and/=to/=then/=would/=want/=need/=like + =to/=want/=need/=like/=just/' +
    '=am/=are/=go_ahead_and/=will/=please/=going_to/=would_like =cancel/=cancelling/=canceling/' +
    '=terminate/=close/=closing/=discontinue/=drop/=dropping/=end_my/=end_our/=end_the =my/' +
    '=our/=the/=this/=it/=everything/=your/=both {your_supply}/=please/=today/=now/=altogether/' +
    '=completely/=entirely/=then/=and/=with_you ! {cancel_ordinary}',
  '=i/=we =want/=would/=like/=need/=wish/=going/=am/=are/=decided/=have .. =to/=just + =cancel/' +
    '=quit/=terminate/=unsubscribe/=opt_out/=leave_you/=close_up/=close_out ! =if/=how_much/' +
    '=when_would ! {cancel_ordinary}',
  '=have/=has/=had/=going/=decided/=are/=am/=will/=voted/=probably/=likely/=definitely not =to/' +
    '=be/=going/=gonna renew/renewing/continue/continuing/extend/extending/stay/staying/keep/' +
    'keeping ! {cancel_ordinary}',
  'chopping_block/on_the_block/first_to_go/cutting_back_on/cut_backs/budget_got_cut/' +
    'budget_was_cut/had_to_cut/circled_in_red/line_by_line ! =vegetables/=knife/=lawn ! ' +
    '{cancel_ordinary}',
  '=this/=are/=am/=came/=come =this/=that/=so/=very + close =to + cancelling/canceling/leaving/' +
    'switching/walking/closing/done/calling_it/pulling/moving ! {cancel_ordinary}',
  'no_hard_feelings/nothing_personal/while_it_lasted/part_as_friends/part_ways/parting_ways/' +
    'part_company/call_it_quits/calling_it_quits/cut_our_losses/cutting_our_losses/' +
    'cut_my_losses/cutting_my_losses/end_of_the_road/end_of_the_line/jump_ship/jumping_ship/' +
    'hit_the_road/vote_with/voting_with/seen_the_last_of/shut_of_you/shot_of_you/' +
    'see_the_back_of/washed_my_hands/wash_my_hands/had_my_fill/draw_a_line_under/fold_it_up/' +
    'ready_for_a_change/make_a_change/making_a_change/clean_break/pastures/greener_grass ! ' +
    '=address/=appointment/=to_my/=to_our/=to_the ! {cancel_ordinary}',
  "=never/=not/=won't/=ain't =ever/=going/=be/=i/=gonna/=we use/using/buy/buying/fly/flying/" +
    'stay/staying/shop/shopping/order/ordering/book/booking/deal/dealing/come/coming/' +
    'do_business/set_foot/trust/bank/rent/renting =with/=from/=you/=here/=in/=through =you/' +
    '=here/=again/=another/=your/=ever/=this ! =before/=had/=have_never/=i_have/=until/=yet ! ' +
    '{cancel_ordinary}',
  '=reason/=why/=point =to/=i/=we/=for/=should/=would/=us =should/=would/=to/=i/=we/=not stay/' +
    'keep_paying/keep_this/keep_it/renew/stick_with ! =hotel/=night ! {cancel_ordinary}',
  '=i/=we/=please/=just + =want_to/=need_to/=would_like_to/=am_going_to/=are_going_to/=will/' +
    '=have_to/=just/=please/=stop + =cancel/=stop/=end/=terminate/=close/=discontinue/=quit + ' +
    '=my/=our/=the + =subscription/=account/=contract/=service/=membership/=plan/=agreement/' +
    '=policy ! {cancel_ordinary}',
  '=cancel/=close/=terminate + =my/=our/=the + =account/=subscription/=contract/=membership/' +
    '=service/=policy/=plan + =please/=now/=today/=then/=immediately ! =bank_account/=how ! ' +
    '{cancel_ordinary}',
  '=cancel + =the + =whole + =thing ! {cancel_ordinary}',
  '=we/=i + =will/=are/=am/=have_to/=might_have_to/=will_have_to/=going_to .. =look/=looking/' +
    '=go/=going + =elsewhere ! =lunch ! {cancel_ordinary}',
  '=i/=we + =am/=are + =leaving + =you/=so/=and/=unless/=if ! =for/=from/=on/=at ! ' +
    '{cancel_ordinary}',
  '=fed + =up + =and + =i/=we/=leaving/=done ! {cancel_ordinary}',
  '=thinking/=seriously_thinking/=considering/=seriously_considering + =about/=of/=moving + ' +
    '=leaving/=cancelling/=canceling/=to_another/=switching ! =from/=on_the ! {cancel_ordinary}',
  '=drop + =you + =guys/=people/=lot/=and/=for ! {cancel_ordinary}',
  '=pull/=pulling + =out + =of + =this/=it/=the_deal/=the_contract/=the_agreement + =at/=if/' +
    '=unless/=and/=because/=before ! {cancel_ordinary}',
  "=won't + =be + =needing + =your + =services ! {cancel_ordinary}",
  '=last + =bill + =i/=i_am/=we_are + =ever/=am_ever/=paying ! {cancel_ordinary}',
  '=do_to/=need_to_do_to + =end/=stop/=cancel + =my/=our/=the/=this + =service/=contract/' +
    '=subscription/=account/=membership/=plan ! {cancel_ordinary}',
];
