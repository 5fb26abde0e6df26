/** English speech acts that ask for, or grant, more than a rep may, of classes of words. In the notation of pattern.ts. */
export const beyondAuthority: readonly string[] = [
  'customer:{secrecy} ! fudge_cake/chocolate/slide_deck/slides/next_slide/presentation/' +
    'decide_between/difference_between/violin/fiddle_lessons/tell_anyone_my/sneakers/cake/' +
    'playground/side_table/love ! door/lock',
  'customer:{falsify} ! birthday/party/wedding/happy_birthday/well_done/cake/card/gift/message/' +
    'on_the_sign/voicemail/how_do/how_would/how_could/correct/french/spanish/=it_is_a/=how_much/' +
    'question/back_date_of/appointment/booking/=can_i_change/delivery ! on_speaker/=what_does/' +
    '=what_if',
  'customer:=write/=put/=enter/=type/=say/=tick/=mark/=log/=record/=stick .. =and/=then + =i/=we/' +
    "=nobody/=no_one/=who + =will/=would/=is/=never/=won't/=both .. =find/=tell/=know/=happy/" +
    '=notice/=sort/=wiser/=care/=fix_it ! number/email',
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
  'customer:{just_once} ! exception_report/=exception_handling/yoga/stretching/fence/pipe/road/' +
    '=mistake_one_time/=passcode/code/password/one_time_payment/one_time_fee/is_it_a_one/' +
    '=payment/for_me_to/for_me_and/for_me_is/for_me_it/for_me_so/work_for_me/works_for_me/' +
    'look_for_me/check_for_me/good_for_me/do_for_me/spell/repeat/for_me_please/for_me_thanks ! ' +
    '{beyond_ordinary} @ rep: {rep_limit}',
  'customer:=make/=making + =an/=one/=a_little/=a_small/=that/=the + exception ! report/' +
    'do_you_ever/=they',
  'customer:=nobody/=anyone/=anybody/=soul/=no_one + =need/=has/=to/=will/=would/=needs + =know/' +
    '=to_know/=notice/=see/=find_out/=ever_know',
  'customer:=bill/=charge/=invoice/=count/=price + =us/=me/=it/=them + =for/=at/=as + =a/=only/' +
    '=just/=the/{number}/=sixty/=half/=if .. =not/=instead/=and_not/=rather ! =wrong/=yesterday/' +
    '=you_charged ! seats/users',
  "rep:=don't/=do_not + tell + =anyone/=anybody/=my/=them/=your_friends + =i/=boss/=manager/=but/" +
    '=about/=that ! worry',
];
