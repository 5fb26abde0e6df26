/** What English phrases ask for, or grant, what the rep may not grant alone, in the notation of pattern.ts. */
export const beyondAuthority: readonly string[] = [
  "rep: can't/cannot/not/couldn't/unable approve/authorize/grant/sign_off/promise/okay =that/" +
    '=this/=it/=such/=something/=anything/=on/=those',
  "rep: more/lower/higher/further/deeper than =i/=i'm/=what/=we i/allowed/authorized/can/" +
    'permitted ! sure',
  "rep: not/all/most/than/what =i/=i'm/=we/=that/=am/=are allowed/authorized/permitted to give/" +
    'offer/go/approve/do/grant/discount',
  'rep: ask/check/see/talk/go/run/speak/consult my/our/the manager/boss/director/supervisor/vp/' +
    'leadership/finance discount/price/pricing/rate/approve/sign_off/terms/exception/concession/' +
    'percent/that_low/lower/deal',
  'customer: months/month/year/quarter/weeks/seats/licenses =free/=gratis ! offering_us/' +
    'offered_us/offers/offering_me/they_gave ! is_free/are_free ! trial/charge ! free_of/' +
    'free_for_a/free_up ! toll ! the_ad/like_the/do_the/are_the/does_the/is_the/is_that/do_we_get',
  "customer: what's/what_is/is your best/lowest/final/rock_bottom price/offer/number ! practice",
  'customer: make/making/grant/granting/allow/approve/special/one_time/onetime/an exception/' +
    'exceptions ! exception_report/exception_handling/with_the_exception/no_exceptions_so_far/' +
    'exceptions_in_the',
  'customer: bend/bending/break/breaking/stretch/overlook/ignore the/your/a rule/rules/policy/' +
    'guidelines',
  'customer: waive/waiving/waived ! waiver/already/we_waive/is_waived/automatically ! ' +
    'they_=waived/you_=waived/thanks/thank_you/was_waived/my_other/already ! signature',
  'customer: half the/your/our/that/this price/cost/fee/rate ! competitor/is_half/at_half/' +
    'they_are/rival/elsewhere/provider/are_half',
  'customer: price/cost/fee/rate/quote/bill in/by half ! competitor/they/churn/workload ! we_cut/' +
    'they_cut/last_project',
  'customer: {big_percent} {off} ! competitor/quoted_us/quoted_me/they_offered/they_came/' +
    'they_are/other_guys/cheaper_than/dot_edu/veterans ! traffic/time/faster/volume/revenue/cost/' +
    'costs/tickets/churn/errors/workload/downtime/effort/calls/employees/team/users/reps/churned/' +
    'reduced_our/saved ! tax/commission/rate ! off_season/less_time/less_work ! we_charge/' +
    'our_prices/big_chains/do_you/already_in ! tell_me/what',
  'customer: {off} {big_percent} ! competitor/quoted_us/quoted_me/they_offered/they_came/' +
    'they_are/other_guys/cheaper_than/dot_edu/veterans ! traffic/time/faster/volume/revenue/cost/' +
    'costs/tickets/churn/errors/workload/downtime/effort/calls/employees/team/users/reps/saved/' +
    'helped/helps ! tax/commission',
  'customer: discount/reduction of/at/around/like {big_percent}',
  'customer: {big_percent} discount/reduction/markdown/rebate',
  'customer: slash/halve/cut the/your/our/that/this price/cost/fee/rate/quote ! we_cut/' +
    'we_already/last_project/they_cut',
  'customer: half price/off ! competitor/is_half/at_half/they_are/rival/elsewhere/provider/' +
    'are_half ! boss/lunch/tuesday/happy_hour/is_it/when_it_is',
  'customer: for free/nothing months/month/year/quarter/seats/licenses ! trial',
  'customer: months/month/year/quarter/seats/licenses/onboarding/implementation/setup =for =free',
  'customer: throw/throwing/toss in/it free/extra/months/month/seats/onboarding/implementation/' +
    'support/no_charge/at_no_cost/licenses',
  'customer: go/going/come/get/drop/bring/do/sell =any/=that/=much/=a/=it/=lower/=below/=under/' +
    '=down lower/below/under/cheaper than/what/list/floor/cost/that/you ! slide/number_of/' +
    'turnout/screen/expectations ! lower_the_number',
  'rep: above/beyond/over/outside/exceeds/exceed/past my authority/limit/approval/discretion/' +
    'remit/power/level/mandate/reach ! head',
  "rep: don't/not/no have/the authority/power/permission/discretion to ! sign_in",
  'rep: no authority/discretion to/on/over',
  'rep: need/require/needs/requires/get/have/take/without/want/seek approval/sign_off/permission ' +
    'from/for/to ! your/board/our_cfo/cfo/procurement/budget/legal/our/finance_team/my_boss/' +
    'internally/customer ! approve_process',
  'rep: have/need/run/get to/this/that/it =to/=this/=that/=it/=by/=past/=approved/=cleared/' +
    '=signed by/past/approved/cleared/signed_off =my/=by/=the/=with manager/director/deal_desk/' +
    'finance/boss/leadership/vp ! customer',
  'rep: deal desk ! sends/send/paperwork/will_send/email',
  'rep: my manager/boss/director/supervisor/vp/leadership/finance has/have/would/will/must/need/' +
    'needs approve/approval/sign/sign_off/authorize/agree/okay/clear',
  'rep: approval from/of my/the/our manager/boss/director/supervisor/vp/leadership/finance/' +
    'deal_desk',
  'customer: special/custom/non-standard/nonstandard/unusual/preferential pricing/price/terms/' +
    'deal/rate/conditions/treatment ! do_you_have_any ! custom_field',
  'customer: more/bigger/deeper/larger/steeper/better/extra/additional discount/price_cut/' +
    'concession/reduction than',
  'customer: deeper/steeper/bigger/larger/massive/huge/significant/substantial/serious/extra/' +
    'additional discount/concession/reduction/price_cut ! cost/time/churn/workload/errors',
  'customer: better/sweeten/improve/beat/match their/that/the/this/your offer/price/deal/quote/' +
    'rate/number ! thank ! better_the_deal',
  'customer: match/beat their/that/the/this/what price/quote/offer/number/rate/they',
  'customer: price is/has/needs/need to to/come/drop come/drop/down',
  'customer: sharpen/sharpening your pencil',
  'customer: refund/credit/reimburse/reimbursement full/whole/entire/us/me/the/our year/quarter/' +
    'contract/amount/everything/last ! policy ! credit_card',
  'customer: full/complete/entire refund/credit ! do_you/if_it/i_got/we_got/finally/already/' +
    'policy',
  'customer: extend/net/payment =payment/=terms/=net/=to/=90/=120/=ninety/=the 90/120/ninety/180/' +
    'hundred ! minutes',
  'customer: cap/remove/strike/delete/change/drop the liability/penalty/clause/termination/auto ' +
    '! handicap',
  'customer: lock/freeze/guarantee/fix the/our/this/your price/rate/pricing =for =three/=five/=3/' +
    '=5/=ten/=ever/=life/=the',
  'customer: backdate/back_date/backdating',
  'customer: off the/list books/record/price ! take/cross',
  'rep: =i/=we + =will/=could/=am_going_to/=would .. {big_percent}/=half/=free_month/' +
    '=three_months + off/list/=free/=discount ! promotion/promo/flyer/standard/everyone/' +
    'everybody/new_customers/already/approved',
  'rep: =but/=trouble/=okay/=fine/=alright + =i/=okay_i/=i_guess_i/=fine_i + =will + waive/comp/' +
    'refund/backdate/override ! within/policy/allowed/approved',
  'rep: =i/=let_me/=let_us + =will/=just/=could/=make/=bend .. exception/rule/rules/backdate ! ' +
    'report/hail/policy_has/with_the_exception',
  // Where an alarm would be false; these hold for every phrase here.
  '! coupon/sale_still/still_on/still_good/last_time_through/our_customers/we_give_our/' +
    'the_roofer/at_his_store/at_her_store/my_nephew/my_niece/do_i_get/for_the_return/time_card/' +
    'i_can_count/for_us_and_came/everybody_gets/everyone_gets/for_everyone/for_everybody/' +
    'within_my/up_to_me/that_is_the_policy/our_policy_is/return_policy/refund_policy/your_policy/' +
    'the_promotion/promo_is/for_new_customers/nonprofits/nonprofit/veterans/military/seniors/' +
    'students/teachers/for_schools/listed_on/on_the_site/on_the_flyer/on_the_website/' +
    'already_approved/was_approved/is_approved/approved_it/came_with/comes_with/you_=waived/' +
    'they_=waived/already_waived/airline/tax/the_state/the_county/my_bank/our_bank/my_other/' +
    'our_other/fuel/lunch/medical/legal_advice/tax_advice/sends_the_paperwork/only_you/' +
    'on_your_end/your_landlord/our_last_vendor/old_vendor/old_provider/how_does_the/how_do_the',
  '!4 =our_costs/=our_cost/=our_bill/staff/employees/remote/of_us/of_our/of_them/battery/humidity',
  // Said indirectly, in passing.
  'customer: drop/cut/lower/reduce/bring/come/shave/knock .. price/rate/fee/quote/bill/premium/' +
    'cost .. =by/=to/=down/=a/=in .. {number}/third/quarter ! last_year/went/workload/our_costs/' +
    'our_cost/does_it/can_it',
  'customer: give/get/do/make + =me/=us/=it .. {number} + percent ! of_our/of_the/of_my/sure/' +
    'battery/accurate',
  'customer: let/get/release + =me/=us + =out + =of .. minimum/commitment/penalty/fee/term/clause',
  "rep: can't/cannot/not/couldn't/won't .. authorize/approve + =a/=any/=that/=this/=anything/" +
    '=credit/=it/=those',
  'customer: cut/chop/slash + =it/=that/=this .. half .. =talk/=deal/=sign/=we/=i/=or/=otherwise ' +
    '! time/workload/hours/reporting',
  'rep: ask/check/run/clear .. director/manager/boss/supervisor/vp .. discount/percent/refund/' +
    'exception/price/waive/credit/terms',
  'customer: =you .. =do/=make_it/=go/=get_me/=get_us/=say/=manage/=find + {big_percent}',
  "rep: isn't/not + something + i + can + approve/authorize/do/offer/give/okay @ customer: " +
    '{concession}',
  "rep: discount/price/rate/exception/credit/refund/percent .. isn't/not/can't .. approve/" +
    'authorize/allowed',
  'rep: approve/approved/signed/cleared/okayed .. above/over/higher + =me/=my/=than/=up',
  'customer: forget/disregard/overlook/ignore .. fee/charge/invoice/late/deposit/minimum/penalty ' +
    '! forgot_to/did_i',
  'rep: hands + =are + tied',
  'rep: unless/until + =my/=the/=a/=our .. manager/director/boss/finance/vp/supervisor .. sign/' +
    'signs/approve/approves/agrees/okays/says',
  "rep: shouldn't .. =this/=that/=it/=you .. =but",
  'customer: want/need/expect/require/deserve/looking_for/give_me/give_us/get/like + ' +
    '{big_percent} ! of_our/of_the/of_my/growth/increase/more_traffic/accuracy/uptime/humidity/' +
    'dot_edu ! solution/concentration/capacity/tint/opacity/down_payment/bleach/vinegar/cotton/' +
    'grade/strength/moisture/battery/scale',
  'customer: push/slide/sneak/squeeze/slip/get/put/run + =it/=that/=this/=me/=us + through .. ' +
    'without/anyway/quietly/old/once/before ! tollbooth',
  'wiggle + room ! living/car',
  'customer: =what + can/could + =you + really/actually/honestly + do ! it_do/system/software',
  'customer: sweeten + =the/=it/=this',
  '!5 they_say/they_said/they_will_say/customer_says/customers_say/caller_says/people_say/' +
    'if_they/somebody_says/if_someone',
  'customer: knock/shave/chop/lop/slice + off/=me/=another/=some/=a/{number} .. off/thousand/' +
    'hundred/percent/points/bucks/dollars/grand/price/third/half/quarter/{number} ! time/minutes/' +
    'steps/weight/workload/hours/square/inches/corner/hair/door',
  'customer: take + =another/=some/{number} .. off .. =price/=it/=that/=and/=deal/=bill ! time/' +
    'minutes/steps/weight/corner/list/day/week/tarp',
  'rep: get/have/need/ask/run + =my/=the/=a .. manager/boss/director/supervisor/finance/vp + =to ' +
    '+ approve/sign/okay/authorize/bless',
  'rep: lose/cost/costs + =me/=my + job',
  'customer: meet + =me/=us + =halfway/=half_way/=in_the_middle/=somewhere_in ! lobby',
  '!4 traffic/churn/workload/downtime/revenue/commission/turnover/savings/saved/humidity/tip/' +
    'battery',
  "rep: =can't/=cannot/=couldn't/=not/=never/=don't + =go/=do/=give/=get/=come/=drop/=offer/" +
    '=able_to_go/=allowed_to_go/=really_go + =past/=below/=under/=lower/=beyond/=over/=above/' +
    '=more_than/=further/=any_lower/=down_to ! speed/deadline/date/weight ! phone/card_numbers/' +
    'hear/tuesday/monday/wednesday/thursday/friday/roof/ladder/fence',
  'rep: =without + =somebody/=someone/=my/=a/=the/=finance/=an/=approval/=sign_off/=getting/' +
    '=running .. sign/signing/sign_off/signature/approval/approving/okay/okaying/blessing/' +
    'permission ! customer_approval/your_approval/your_signature/hipaa',
  'rep: more/further/lower/bigger/steeper + than + =i/=we/=anyone/=anybody/=me + can/am/are/' +
    '=could/=have/=is + =give/=do/=go/=offer/=authorized/=allowed/=approve/=supposed/=anybody/' +
    '=ever/=able',
  'rep: =take/=walk/=run/=bring/=kick/=push/=send/=get + =that/=it/=this/=them .. =finance/' +
    '=upstairs/=boss/=manager/=director/=vp/=deal_desk/=leadership/=approval/=committee/=my_boss ' +
    '! your/invoice_to ! report',
  'rep: =get + =me + =in_trouble/=fired/=canned',
  'rep: =get/=be/=lose + =in/=fired/=written/=canned/=my_job/=my_head/=yelled/=chewed + =trouble/' +
    "=for/=if/=up/=over/=at/=out/=off ! you/won't/never_get_fired",
  "rep: =not/=ain't/=isn't/=aren't/=never + supposed + =to + =but/=do/=give/=offer/=tell/=be/" +
    '=discount/=say ! medication/take_it',
  "rep: =not/=ain't + supposed + =to + =but",
  'rep: fix/change/adjust/override/hide/bury/fudge + =it/=that/=the_price/=this/=things + =in/' +
    '=on + =the/=my/=our + system/computer/paperwork/books/back_end/end + =after/=later/=myself/' +
    '=so/=for_you ! typo/address/spelling/bug',
  'rep: =just + =this_once/=between_us/=between_you/=for_you_i ! reminder',
  'rep: =make/=making/=made + =an/=a/=one/=special + exception/exceptions',
  'rep: =off + =the + =books/=record ! weight ! like/love/think/song/blue',
  'rep: =not + =on/=in + =our/=the + menu/price_list/rate_card/sheet @ customer: percent/' +
    'discount/penalties/terms/free/off/exception',
  "rep: =that's/=that_is/=it's/=is + =the/=our/=my/=already_the/=as_low + floor/bottom_line/" +
    'lowest/max/maximum/limit/ceiling/as_i_can ! floor_model/floor_plan/ground/second/weight/' +
    'speed ! time',
  'rep: =why/=okay/=fine/=alright/=sure/=yeah/=tell_you_what/=you_know_what + =i/=let_me/=we + ' +
    '=will/=can/=am + =just/=go_ahead/=give/=throw/=waive/=take/=knock/=do/=comp .. =waive/=free/' +
    '=percent/=off/=months/=comp/=fee/=fees/=refund/=extra/=discount @ customer: {concession} ! ' +
    'one_time_code/take_off',
  'rep: above/over/beyond/outside + =my + pay_grade/authority/limit/discretion/level @ price/' +
    'discount/percent/refund/terms/exception/waive/free/off/credit/approve',
  "rep: =i/=we + don't/=can't/=am_not/=have_no + =really/=have/=the/=just + authority/say/power/" +
    'wiggle_room/room/leeway/latitude/discretion ! living_room/meeting_room',
  'rep: no + wiggle_room/leeway/room_to_move/room_on_the_price/flexibility ! with_the_date',
  'rep: =ask/=check/=see/=talk/=clear/=approve/=approval/=okay + =with/=if/=to/=my/=from/=it .. ' +
    '=manager/=boss/=supervisor/=finance/=director/=higher_ups @ customer: {concession}',
  "rep: =let + =me + =ask/=see/=check/=find_out @ customer: {concession} @ rep: =can't/=cannot/" +
    '=more_than/=only/=without/=never ! calendar',
  'customer: make/making/made + =an/=one/=a/=me_an/=us_an/=this_one/=a_little/=a_small + ' +
    'exception ! report/handling',
  'customer: =nobody/=no_one/=who/=no_body/=nobody_is/=nobody_s + =is/=has/=needs/=will/=gonna/' +
    '=going/=would/=have/=else/=ever + =to/=looking/=watching/=know/=find/=going/=notice/' +
    '=checking/=has + =to/=know/=out/=notice/=just ! who_is_going/who_needs_to_know/' +
    'who_is_looking ! who_has_to/nobody_has_to_sign',
  'customer: who + =is + =going + =to + =know/=notice/=find/=check/=care',
  "customer: nobody's/nobody_is/no_one_is/nobodys + looking/watching/checking ! for_a ! at_it",
  "customer: nobody/no_one/they/boss/manager + =has/=needs/=don't/=doesn't/=won't/=will/=ever/" +
    '=never + =to/=need/=have/=ever + know/notice/find_out + =about/=a/=if/=it/=we/=you/=i/=but ' +
    '! password ! know_how',
  'customer: =between/=just_between + =you + =and + =me ! like/prefer/think/wife/husband/hate',
  'customer: off + =the + =menu/=books/=record ! weight ! take/me/us ! strike ! cross',
  'customer: off + menu/book/list ! checked_off',
  'customer: look/turn + the + other + way',
  'customer: look + the + other + way',
  'customer: bend/bending/break/breaking/stretch/skirt/fudge/ignore/forget/override/overlook/' +
    'skip/get_around/work_around/forget_about + =the/=your/=that/=a/=those/=some .. rule/rules/' +
    'policy/limit/cap/guideline/minimum/cutoff/deadline ! we_never/security/lease/our ! ' +
    'rule_of_thumb',
  'customer: get/have + =somebody/=someone/=whoever/=your_boss/=your_manager/=it/=them/=that + ' +
    '=to/=who/=up/=signed/=approved/=cleared/=sign + =sign/=approve/=approved/=can/=okay/=off ! ' +
    'internally/our/my/cfo/board/procurement/legal ! then_we_can',
  'customer: knock + off + =the/=a/=some/=ten/=fifteen/=twenty/=thirty/=another/=my/=few',
  'customer: come/meet + =down/=me + =on/=to/=at/=halfway/=in/=some/=half/=a + =price/=the/=that/' +
    '=your/=way/=middle/=your_number/=a_bit/=lot/=more/=hundred ! office/lobby/store/downtown/' +
    'airport/meeting ! dock/shop/yard/site/plant/desk',
  'customer: what + if + =you/=we + =did/=made_it/=went/=dropped/=gave/=took/=called_it .. ' +
    '{number}',
  'customer: =best/=lowest/=rock_bottom + =you/=price/=number/=deal/=rate + =can/=could/=you/' +
    '=out/=got + =do/=out/=go/=give/=offer/=possibly/=the_door/=can ! support ! time/date/slot/' +
    'day/way',
  'customer: =out + =the + =door + =price/=number/=for/=at ! walk ! head/heading',
  'customer: {number} + is + =where/=as_far/=my/=our/=all/=the/=what + =i/=we/=max/=number/=most/' +
    '=limit/=budget ! weight/extension/phone/room/gate/apartment',
  'customer: =net + =ninety/=90/=sixty/=60/=120/=one_twenty/=one_hundred/=forty_five/=45/' +
    '=seventy_five/=one_eighty/=180 ! ours_are',
  'customer: months/month/weeks/quarter/year/seats/licenses/users/hardware/installation/setup/' +
    'training/onboarding/units/shipping + =for/=on/=of/=at/=free/=gratis + =free/=nothing/=house/' +
    '=us/=you/=no_cost/=no_charge/=up ! trial/already/included/comes/is_that/come_with/' +
    'free_shipping_over/flyer',
  'customer: {number} + months/month/weeks/quarters/seats/licenses + free/gratis/on_the_house/' +
    'at_no_cost/at_no_charge ! offering_us/offered/offers/offering_me/came_with/they_gave',
  'customer: back + date/dated/dating + =it/=the/=that/=to/=this',
  'customer: backdate/backdated/backdating/predate/postdate ! check_is',
  'customer: grandfathered/grandfather + =in/=us/=me/=into/=and/=right/=so ! clock',
  'customer: stack/stacking/combine/combining/double/doubling + =the/=them/=both/=those/=all/' +
    '=discounts/=coupons/=up/=dip .. =discounts/=coupons/=offers/=promos/=honey/=both/=together/' +
    "=just/=promotions @ one/percent/can't/discount/code/coupon ! reports/chairs/files",
  'customer: =full/=whole/=entire/=total/=complete/=hundred_percent/=every_penny/=every_dime + ' +
    '=refund/=amount/=credit/=thing_back/=back + =back/=and/=for/=or/=of/=please/=today/=now/' +
    '=not ! policy/do_you ! credit_union ! total_amount',
  'customer: twice/double/triple + =the/=what + =discount/=credit/=normal/=usual/=you_offered ! ' +
    'size',
  'customer: =unlimited/=uncapped/=no_cap/=remove_the_cap/=double_the_cap + =liability/=users/' +
    '=seats/=indemnity/=indemnification/=on_liability ! plan/does/is_it',
  'customer: penalties/credits/money_back/percent_back .. =for_every/=every/=each/=per + =hour/' +
    '=minute/=day/=outage/=miss ! interest/late_payment/parking',
  'customer: =special/=custom/=one_off/=non_standard/=side + =price/=pricing/=deal/=terms/=rate/' +
    '=treatment/=arrangement/=letter/=agreement/=consideration ! do_you_have_any/are_there_any/' +
    'field/order/weekend_special/running_a_special ! integration',
  'customer: {big_percent} .. =or/=otherwise/=take_it/=deal/=no_deal/=sign/=minimum/=at_least @ ' +
    'discount/price/percent/off',
  'customer: =half/=third/=quarter/=fraction + =off/=the_price/=price/=of_that/=of_list/' +
    '=what_you ! hour/mile/day/cup/time/competitor/they/past ! half_off_my ! sister',
  "customer: ~can't/couldn't/can/could/would/why_don't + =you + =just/=not/=maybe/=possibly + " +
    '=give/=do/=throw/=toss/=include/=knock/=cut/=let/=waive/=slip/=sneak/=lower/=drop/=shave/' +
    '=squeeze .. =free/=discount/=price/=off/=in/=extra/=deal/=fee/=slide/=break/=fees/=cheaper/' +
    '=lower/=less/=freebie ! me_in/us_in/in_a_moment/in_on/in_touch/drop_it_in/drop_off/drop_me/' +
    'in_the_morning/in_writing/in_color/do_it_in/off_the_phone/email/calendar/get_in ! ' +
    'appointment/tuesday/wednesday/thursday/friday/monday',
  'customer: cut/give + =me/=us + =a + =break/=deal/=better/=bigger/=huge/=steep + =on/=deal/' +
    '=price/=here/=discount/=rate/=or/=and/=then ! lunch/coffee/second ! call/bell',
  'customer: let + =it/=me/=us/=this_one/=that + =slide/=off_the_hook/=in_late/=slip ! screen/' +
    'door/slides',
  "customer: pretend/say/act_like/put_down/mark/write + =i/=it/=we/=that/=you_didn't/=down + " +
    '=did/=was/=got/=came/=signed/=sent/=friday/=as/=in/=yesterday/=last + =friday/=friday_s/' +
    '=on_time/=last/=before/=in_time/=yesterday/=earlier/=month/=week ! name/address/number',
];
