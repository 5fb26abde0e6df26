/** English deeds that ask for, or promise, what the rep may not give: who does what with what, as classes of words. In the notation of pattern.ts. */
export const beyondAuthority: readonly string[] = [
  '! {hush_near}',
  'customer:{hush_sure} & {give_deed}/{fee_word}/date/rules/discount/percent/form/deposit/' +
    'price ! {authority_ordinary}',
  "customer:=can/=could/=would/=can't/=couldn't/=just/=please/=need/=want/=let/=if/=so/=must/" +
    '=why .. {hush_weak} & {give_deed}/{fee_word} ! {authority_ordinary}',
  'customer:{give_deed} .. {hush_weak} ! {authority_ordinary}',
  'customer:bend/stretch/break/ignore/forget + =the/=a/=your/=that/=those + rule/rules/policy/' +
    "policies/small_print/terms ! =don't/=you_broke ! {authority_ordinary}",
  'customer:=make/=making/=need/=want/=asking_for/=looking_for/=get + =me/=us/=an/=a/=one/' +
    '=you_to_make_an + =an/=exception/=little_exception/=small_exception/=one_exception/' +
    '=one_time + =exception/=for/=here/=this/=please/=exceptions ! =they_made/=you_made/' +
    '=do_you_make ! {authority_ordinary}',
  'customer:=can/=could/=just/=please/=want/=need/=you/=to/=and/=so/=would/=then/=go_ahead_and/' +
    '=expect/=let + {waive_verb} .. {fee_word} ! =weight/=password/=water/=hair/=you_dropped/' +
    '=account ! {authority_ordinary}',
  'customer:=can/=could/=just/=please/=want/=need/=you/=to/=and/=so/=would/=then/=both + =take/' +
    '=knock/=get/=strike/=cut/=shave + =the/=that/=those/=them/=these/=it/=both/=my/=off/=all ' +
    '.. =off/=away .. =fee/=fees/=charge/=charges/=interest/=bill/=total/=price/=penalty/' +
    '=as_well/=or/=and_give/=too ! =my_list/=kids/=day ! {authority_ordinary}',
  'customer:=do/=make/=give/=hold/=keep/=call/=let/=honor/=honour/=put/=get + =it/=us/=me/' +
    '=that/=the_price + =for/=at/=to/=have .. {number} & {ultimatum} ! {authority_ordinary}',
  'customer:=so/=just/=you/=then/=please + =do/=make/=give/=hold/=match + =it/=us/=me/=that + ' +
    '=for/=at/=to + {number} .. {ultimatum} ! {authority_ordinary}',
  'customer:{number} .. {ultimatum} .. =do_it/=sign/=deal/=sold/=walk/=hanging/=hang_up/=leave/' +
    '=elsewhere/=go_with/=forget_it/=upgrade/=pay ! {authority_ordinary}',
  'customer:=throw/=chuck/=toss + =in/=me_in/=us_in + =the/=a/=some/=free/=an/=three/=two/=six ' +
    '& {ultimatum}/{number}/=or/=and_i_will/=otherwise/=for_free ! =they/=hat/=towel_in ! ' +
    '{authority_ordinary}',
  'customer:=plus/=and/=want/=expect/=deserve/=owed .. =something + =for + =my/=the/=our/=all ' +
    '+ =trouble/=time/=inconvenience/=hassle/=stress ! {authority_ordinary}',
  'customer:=say/=put/=write/=pretend/=mark/=tick/=list/=log/=key/=enter/=date + =it/=she/=he/' +
    '=that/=they/=the/=me/=we/=i/=on_the/=down + =is/=was/=as/=am/=an/=same/=the/=a/=old/=last/' +
    '=yesterday/=before .. =form/=system/=date/=ticket/=invoice/=policy/=paperwork/=claim/' +
    "=application & {hush_sure}/{hush_weak}/=i'd/=nobody/=no_one/=both/=happy/=never/=won't/" +
    '=who_would ! {authority_ordinary}',
  'customer:=forget/=skip/=ignore/=overlook/=leave_out/=lose/=drop + =to_ask/=the/=that/=my/' +
    '=about_the + =credit/=how_old/=age/=id/=background/=deposit/=inspection/=survey/=waiting/' +
    '=cancellation/=notice/=late/=minimum/=dates/=date + =check/=old/=checks/=fee/=he/=she/' +
    "=period/=payment/=i/=order ! =don't/=did_you ! {authority_ordinary}",
  'customer:=and_we/=and_i/=then_we/=or_we_can/=then_i + =skip/=skipping/=forget + =the .. ' +
    '=check/=deposit/=fee/=form ! {authority_ordinary}',
  'customer:=count/=treat/=take/=process/=do + =it/=me/=that/=this + =as/=like + =if/=though/' +
    "=a + =i_wasn't/=it_was/=i_was/=one_off/=it_never/=it_is ! {authority_ordinary}",
  'rep:{rep_hush} & {rep_give} ! {authority_ordinary}',
  'rep:{rep_hush} .. =but + =i/=we/=here/=for_you/=since/=go_ahead/=okay/=tell_you & ' +
    "{rep_give} ! =you_can't/=i_can't ! {authority_ordinary}",
  'rep:=i/=we + =will/=am_going_to/=can/=could/=promise/=guarantee .. =write/=wipe/=waive/' +
    '=wave/=knock/=take/=erase + =it/=that/=the_rest/=the_whole/=all/=everything + =off/' +
    "=myself/=out/=for_you .. =myself/=nobody/=don't/=trust_me/=my_word/=no_matter ! " +
    '{authority_ordinary}',
  'rep:=promise/=guarantee/=swear/=my_word + =you/=it/=that .. =wiped/=free/=refund/=refunded/' +
    '=discount/=price/=waived/=half/=off/=gone/=never_go_up/=locked/=forever ! =satisfaction/' +
    "=money_back_guarantee/=warranty/=our_guarantee/=can't/=cannot/=not/=won't ! " +
    '{authority_ordinary}',
  'rep:{no_power} @ customer: {big_ask} ! your_account/=your_password/=identity/=verify/' +
    '=medical/=share/=disclose/=information/=over_the_phone ! {authority_ordinary}',
  'customer:=can/=could/=would/=will/=just/=please/=need/=want/=why/=you/=must + =you/=not/' +
    '=just/=to/=i/=be_able =make/=give/=let/=take/=do/=allow/=bend/=waive/=squeeze/=stretch/' +
    '=slip/=overlook/=forget .. {hush_weak}/{hush_sure} ! {authority_ordinary}',
  "customer:{hush_sure} ! =party/=surprise/=gift/=he_doesn't/=she_doesn't ! {authority_ordinary}",
  'customer:waive/wave/waiving + =it/=that/=the/=this/=those/=them/=both/=all/=my/=one ! ' +
    '=goodbye/=hand/=hello/=they/=you_waived/=waived/=hair ! {authority_ordinary}',
  'customer:{number} + =percent/=off/=per_cent .. =or/=and/=if/=then/=otherwise/=deal .. =sign/' +
    '=walk/=deal/=leave/=elsewhere/=nothing/=go/=forget/=buy/=move/=renew/=stay ! =tip/' +
    '=battery/=chance/=humidity/=tax ! {authority_ordinary}',
  'customer:=policy/=rule/=rules/=terms/=contract/=window/=deadline/=cutoff/=cut_off & ' +
    '=exception/=anyway/=bend/=ignore/=around/=just_this/=forget/=override/=extend/=loyal/' +
    '=years & =can/=could/=you/=please/=want/=need & =me/=us/=my/=this/=it ! =what_is/' +
    '=have_a_policy/=what_does ! {authority_ordinary}',
  'customer:=push/=extend/=move/=stretch/=give/=delay + =it/=the/=me/=us/=my/=our + =out/' +
    '=deadline/=payment/=until/=till/=date/=due/=another/=back/=terms .. =interest/=penalty/' +
    '=fee/=charge/=late/=month/=months/=ninety/=sixty/=easter/=christmas & =without/=no/=or/' +
    '=late/=waive/=charge/=interest/=fee ! =appointment/=delivery/=meeting ! ' +
    '{authority_ordinary}',
  "rep:{rep_hush} ! =can't/=cannot/=couldn't/=unable/=won't/=unfortunately/=i_am_not/=sorry/" +
    '=policy & =i/=you/=we ! {authority_ordinary}',
  "rep:=not/=isn't + =authorized/=allowed/=permitted + =to + =go/=offer/=approve/=do/=give/" +
    '=discount + =any/=that/=a/=more/=you_that + =lower/=discount/=further/=more/=price/' +
    '=kind_of_discount',
  'customer:=meet + =me + =at/=in_the_middle/=halfway + {number}/=or/=and ! =store/=door/=gate/' +
    '=entrance',
  'customer:=want/=demand/=expect + =my/=our/=all_my/=all_our + =money + =back ! =getting',
  "customer:=extend/=honor/=honour/=keep + =the/=our/=last/=that + =old/=expired/=last_year's/" +
    '=previous + =pricing/=price/=rate/=deal/=offer/=discount',
];
