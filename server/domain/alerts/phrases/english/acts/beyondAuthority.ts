/** English speech acts that ask for, or grant, more than a rep may, of classes of words. In the notation of pattern.ts. */
export const beyondAuthority: readonly string[] = [
  'customer:{secrecy} ! fudge_cake/chocolate/slide_deck/slides/next_slide/presentation/' +
    'decide_between/difference_between/violin/fiddle_lessons/tell_anyone_my/sneakers/cake/' +
    'playground/side_table/love ! door/lock',
  'customer:{undo_charge} .. {charge_word}/{number} ! insurance/policy_covers/did_you/will_it/' +
    'how_does/does_it/at_checkout/automatically/the_plan/=cover_the/=item/cancel_out/=score/' +
    'weight/pounds_off/inches/=seats/=boxes/=people/o_clock/coffee/my_number/shipping_address/' +
    'delivery_address/deposit_slip ! on_the_order/from_the_order @ rep: {rep_limit}',
  "customer:=can/=could/=would/=will/=can't/=couldn't/=won't/=please/=just/=so/=now/=then + =you/" +
    '=we/=y_all/=just + =just/=not/=please/=at_least/=maybe/=possibly + {undo_charge} + =it/' +
    '=that/=the/=this/=those/=them/=off/=my/=half/=some/=both/=all .. {charge_word}/=off/=for_me/' +
    '=half/=once/=time/=baby/=nurse/=pensioner ! by_accident/address/phone/my_name/=item/' +
    'line_off/seat/user/=from_the_list/=pizza/=allergy/=onions/=salad/=tip',
  'customer:=just + {undo_charge} + =it/=that/=the/=this/=them/=both =and/=off/=for/=please/=fee/' +
    '=would/=will/=then/=once/=time',
  'customer:{falsify} ! birthday/party/wedding/happy_birthday/well_done/cake/card/gift/message/' +
    'on_the_sign/voicemail/how_do/how_would/how_could/correct/french/spanish/=it_is_a/=how_much/' +
    'question/back_date_of/appointment/booking/=can_i_change/delivery ! on_speaker/=what_does/' +
    '=what_if',
  'customer:=write/=put/=enter/=type/=say/=tick/=mark/=log/=record/=stick .. =and/=then + =i/=we/' +
    "=nobody/=no_one/=who + =will/=would/=is/=never/=won't/=both .. =find/=tell/=know/=happy/" +
    '=notice/=sort/=wiser/=care/=fix_it ! number/email',
  'customer:=make/=call/=do/=say/=round + =it/=me/=that/=them + =at/=for/=an_even/=a_round/=an/' +
    '=up/=down_to {number} ! o_clock/pm/am/thirty/people/boxes/bags/seats/copies/monday/tuesday/' +
    'wednesday/thursday/friday/tickets/=please ! past/quarter @ rep: {rep_limit}',
  'customer:{number} .. =or + =it/=we/=i/=forget/=that/=you + =is/=are/=am/=will/=forget/=not/' +
    '=walk/=go/=lose @ rep: {rep_limit}/{number}',
  'customer:=give/=gimme + =me/=us + =the/=another/{number}/=till/=until/=to/=a/=free/=full/=six/' +
    '=nine/=an_extra/=half/=twelve/=two/=three + =months/=month/=weeks/=easter/=off/=year/=free/' +
    '=interest/=end/=room/=upgrade/=days/=price/=percent/=extra/=discount & =no_interest/=free/' +
    '=off/=late/=interest/=extra/=discount/=charges/=percent/=half/=more/=instead @ rep: ' +
    '{rep_limit}/{number}',
  'customer:=do/=make/=give/=let/=sell/=match/=have/=get + =it/=me/=us/=them/=that .. {number} ' +
    '.. =and + =throw/=i_will/=we_will/=you_have/=i/=it_is/=include/=the .. =sign/=deal/=word/' +
    '=today/=now/=buy/=take/=order/=anyone/=in/=free ! both_of_us',
  'customer:=and + =i/=we + =will/=would + =sign/=upgrade/=never/=buy/=order/=post/=say/=shut/' +
    '=stay/=renew/=send/=pay/=find/=not/=give_you & =pay/=make/=do/=take/=swap/=give/=drop/' +
    '=throw/=knock/=fix/=let/=waive/=cover/=refund/=open/=accept @ rep: {rep_limit}',
  'customer:{just_once} ! exception_report/=exception_handling/yoga/stretching/fence/pipe/road/' +
    '=mistake_one_time/=passcode/code/password/one_time_payment/one_time_fee/is_it_a_one/' +
    '=payment/for_me_to/for_me_and/for_me_is/for_me_it/for_me_so/work_for_me/works_for_me/' +
    'look_for_me/check_for_me/good_for_me/do_for_me/spell/repeat/for_me_please/for_me_thanks ! ' +
    '{beyond_ordinary} @ rep: {rep_limit}',
  'customer:=make/=making + =an/=one/=a_little/=a_small/=that/=the + exception ! report/' +
    'do_you_ever/=they',
  "customer:=you/=must/=surely/=could/=can/=there/=got + =must/=be/=could/=can/=have/=can't + " +
    '=able/=be/=something/=a_way/=some_way/=way/=some_wiggle .. =waive/=wave/=round/=around/' +
    '=once/=bend/=make/=baby/=discretion/=override/=look @ rep: {rep_limit}',
  'customer:=open/=let/=squeeze/=slip/=get + =it/=me/=us/=him/=her .. =again/=in/=through/=late/' +
    '=anyway/=sit/=on + =for_one/=just/=anyway/=this/=without/=even/=one/=once @ rep: ' +
    '{rep_limit} ! =tomorrow/=appointment/=hold',
  'customer:=skip/=drop/=forget/=ignore/=bypass/=without + =the/=that/=a/=any/=your/=all_the + ' +
    'credit_check/check/stamp/receipt/waiting/paperwork/inspection/deposit/verification/survey/' +
    'signature/policy/rule/rules/form/policy/small_print/notice/contract/terms/minimum/' +
    'deductible/excess @ rep: {rep_limit} ! can_i/do_i',
  'customer:=take/=accept/=swap/=return/=refund/=exchange .. =without/=anyway/=full/=opened/=lot/' +
    '=even/=all_of_it/=back_full + =the/=price/=though/=for/=stamp/=receipt/=whole/=so @ rep: ' +
    '{rep_limit} ! hold',
  'customer:=full + =price/=refund/=money/=amount/=credit & =back/=give/=take/=want/=all/=refund/' +
    '=count @ rep: {rep_limit}',
  'customer:=upgrade/=bump/=slide/=move + =me/=us/=her/=him/=them + =up/=for_free/=for_nothing/' +
    '=to .. =free/=notice/=notices/=no_charge/=same_price/=quietly/=first/=business ! list/' +
    'address',
  'customer:=match/=beat + =it/=that/=them/=the/=their/=his/=this/=what .. =price/=or/=quote/' +
    '=offer/=and/=rate/=them/=too/=for_me/=or_i ! color/colour/paint/curtains/records/the_sample/' +
    'drum ! name',
  'customer:=nobody/=anyone/=anybody/=soul/=no_one + =need/=has/=to/=will/=would/=needs + =know/' +
    '=to_know/=notice/=see/=find_out/=ever_know',
  'customer:=bill/=charge/=invoice/=count/=price + =us/=me/=it/=them + =for/=at/=as + =a/=only/' +
    '=just/=the/{number}/=sixty/=half/=if .. =not/=instead/=and_not/=rather ! =wrong/=yesterday/' +
    '=you_charged ! seats/users',
  'rep:=i_will/=let_me/=i_can/=i_am_going/=i_could/=we_can/=we_will + =just/=go_ahead/=to/' +
    '=quietly/=go/=probably/=have_to + {undo_charge}/=backdate/=bend/=sneak/=slip/=override/' +
    "=squeeze/=throw_in + =it/=the/=that/=you/=this/=an/=in/=your & =shouldn't/=not_supposed/" +
    "=between/=secret/=don't_tell/=once/=technically/=boss/=quiet/=nobody/=trouble/=anyone",
  "rep:=shouldn't/=not_supposed/=not_really_supposed/=not_meant/=not_allowed + =really/=to/=be/" +
    '=technically + =do/=doing/=be/=this/=to_do/=offer & =but/=i_will/=anyway/=just/=fine/' +
    '=for_you/=let/=go_ahead',
  "rep:=don't/=do_not + tell + =anyone/=anybody/=my/=them/=your_friends + =i/=boss/=manager/=but/" +
    '=about/=that ! worry',
];
