/** What English phrases say that the customer is ready to buy, in the notation of pattern.ts. */
export const closeAtHand: readonly string[] = [
  'draw/draft/write/prepare up/the/it/us {paperwork} ! cancel*',
  'where/how =do/=can/=should =i/=we sign/place_the_order/place_an_order/subscribe ! in/sign_in/' +
    'sign_into/sign_out/sign_up_for',
  'sign/signed/got off/approval/green from/by/light board/cfo/finance/ceo/boss/management/' +
    'leadership/procurement/legal ! need/needs/still/would/wait/waiting/once/if/has_to/have_to/' +
    'must',
  'board/cfo/finance/ceo/boss/management/leadership/procurement/legal/committee/budget/she/he/' +
    'they/team has/is/gave/signed/approved/said/all approved/green_light/greenlit/blessed/' +
    'signed_off/on_board/cleared/go_ahead/yes/thumbs_up/budget ! need/still/would/once/if/must/' +
    'wait/unless/has_to/not_yet/until ! not_approved',
  'we/you have/got/ve a/yourself/ourselves/the deal/customer/new_customer ! if/half/price/free/' +
    'percent/unless ! big/great/good/better/of_work/close ! deal_desk/deal_breaker ! on/tires/' +
    'this_week/going_on/running/with/contract',
  "it's/its/that's/sounds a/like/like_a deal ! big/great/better/good/breaker/no_big",
  "i'm/we're/i_am/we_are sold/convinced",
  'pull/pulling the trigger',
  'how soon/quickly/fast can/could/would/will we/you/it/i start/begin/go_live/onboard/launch/' +
    'get_started/be_up/up_and_running/kick_off/deploy/roll_out/provision/activate',
  'when can/could/would/do we/i/you start/begin/go_live/onboard/launch/kick/get_started/kick_off ' +
    '! demo/meeting/call/training/trial/pilot/migration/import/workshop/session ! see @ rep: ' +
    '{offer_said}',
  "what is/are/do/what's/whats/next =is/=are/=the/=do/=we/=you steps/step/need =to/=from move/" +
    'proceed/get_started/finalize/sign/make/close/from_me/from_us @ rep: {offer_said}',
  'what do/you you/need need/from from/us/me =us/=me/=to get/move/start/proceed/finalize/make/' +
    'sign/this',
  'have/got/here_is/holding purchase order/requisition ! dispute/question/problem/issue/old/last',
  'issue/issuing/raise/raising/cut/cutting/send/sending you/a/the/over purchase_order/p_o ! once/' +
    'cancel*',
  'purchase order/requisition ready/number/issued/approved/out/over/today/going/signed ! dispute',
  'take/want/have/buy/order/go_with =the/=it/=that/=fifty/=twenty/=all/=ten/=hundred/=your ' +
    'licenses/seats/premium_plan/enterprise_plan/annual_plan/package/three_year/enterprise_tier/' +
    'premium_tier ! cancel*/reduce/fewer/how_many/currently/now ! already',
  'go/going/move/moving/proceed/proceeding ahead/forward with =the/=your/=this/=you/=it order/' +
    'purchase/contract/deal/proposal/annual/offer/you/purchasing/signing/it/enterprise/premium ! ' +
    'before/unless/not_sure/migration/without',
  'make/making it official',
  'seal/sealing/close/closing/finalize/finalizing/wrap_up the/this deal ! competitor*/your_deals/' +
    'my_deals/more_deals/deals',
  'you can/could/may take/charge/bill my/our card/credit_card ! twice/wrong/refund',
  'put/bill =it/=that/=this on/to =my/=our/=the card/credit_card ! screen',
  'where/what do/should we/i send/is/bank the/payment/details/wire payment/deposit/check/wire ! ' +
    'refund',
  "you've/you_have won/earned us/our/my over/business/vote",
  'welcome aboard/on_board/to_the_family',
  'shake/shaking hands on',
  // Where an alarm would be false; these hold for every phrase here.
  '! sued_by/template/can_we_leave/to_legal/in_the_minutes/picnic/if_we_went/next_year/' +
    'students_only/for_students/timesheets/timesheet/on_hours/for_parking/the_nda/an_nda/' +
    'for_review/to_review/for_legal/read_it_first/to_read_it/read_it_over/look_it_over/look_over/' +
    'go_over_it/read_through/in_general/total_again/some_time/for_the_quote/how_fast_do_you_ship/' +
    'last_month/last_invoice/past_due/overdue/old_bill/old_invoice/old_balance/late_bill/' +
    'under_advisement/compliment/text_alerts/newsletter/webinar/mailing_list/podcast/as_a_ticket/' +
    'to_thursday/to_friday/to_monday/to_tuesday/to_wednesday/to_next_week/to_another_day/a_house/' +
    'out_of_those/out_of_them/hell_of_a/normally/usually/on_tires/this_week_on/for_the_package/' +
    'for_packages/for_deliveries/show_my_partner/show_my_wife/show_my_husband/think_about_it/' +
    'think_it_over/sleep_on_it/in_theory/hypothetically/just_curious/ballpark/as_a_sample',
  '!3 the_invoice_is/invoice_is_ready/how_fast_can_it/how_fast_does',
  // Said indirectly, in passing.
  '=write/=writing/=draw + =it/=me/=us/=this/=that + =up @ rep: dollars/percent/hundred/thousand/' +
    'a_month/per_month/per_seat/price/discount/total ! ticket/complaint/partner/if',
  '=we/=i/=it/=that/=us + =are/=am/=is + =a + =go !4 visit/meeting/demo/lunch/monday/tuesday/' +
    'wednesday/thursday/friday/launch/event/party',
  '=deal ! no_deal/big_deal/a_deal/the_deal/deal_with/deal_desk/deal_breaker/good_deal/' +
    'great_deal/what_deal/which_deal/that_deal/your_deal/any_deal/better_deal/this_deal/our_deal/' +
    'my_deal/deal_is/deal_was/or_no !3 if/unless @ rep: dollars/percent/hundred/thousand/a_month/' +
    'per_month/per_seat/price/discount/total/fifty/ninety/twenty/thirty',
  '=let + =us + =get + =this/=it/=that + signed/going/started/done/booked/ordered ! meeting/call/' +
    'demo/ticket/bug/fixed',
  'alright/okay/yeah/fine/well/yes/ha + =you + sold + =me',
  '=who .. contract/agreement/check/invoice .. addressed/made_out + =to',
  '=what + card/cards + =do/=can + =you ! library/business_card',
  '=ship/=order/=draw/=lock/=wrap/=write + =it/=them/=that + =up/=out/=in/=please/=then/=today/' +
    '=over/=now ! did/can_you/how/where/who/when/which/bug/complaint/ticket/report/letter/' +
    'in_writing/down/door/account',
  '=if/=say + =i/=we .. yes/sign/order/bought/buy/commit + today/now/tonight/right_now/this_week/' +
    'yes ! cancel/if_i_have_to',
  '=talk/=talked + =me + =into + =it',
  'how + soon/fast/quick/quickly/early can/could/would/will/do you/we/it/i .. install/installed/' +
    'start/started/deliver/delivered/live/ship/shipped/running/begin/onboard/going/up_and/here ! ' +
    'fix/repair/tech/technician/refund/back/quote/training/trial/replace/resolved/demo/cancel/' +
    'home/call/answer/working',
  '=what + is/are + =the/=our/=my/=left .. next + step/steps .. get/sign/move/make/finalize/' +
    'start/close/lock/order + =this/=it/=going/=started/=signed/=moving/=forward/=ready/=us/=in ' +
    '! refund/fixed/complaint',
  'wife/husband/boss/partner/cfo/board/she/he/they/team/owner .. said/says/told/gave .. ' +
    '=go_for_it/=go_ahead/=do_it/=yes/=sign_it/=buy_it/=green_light/=pull_the_trigger/=get_it ! ' +
    'would_say/if/not/ask ! how_do/did_they',
  '=make/=write .. check + out + to',
  '=who + do/should + =i/=we + =make/=write/=pay ! complaint/bill_to_dispute',
  '!3 meeting/demo/lunch/appointment/webinar/screen/slide/tour/presentation/survey/newsletter/' +
    'sample/reminder/cancel*/competitor/not_sure/not_yet/somebody_else/someone_else',
  'sign + =me/=us + =up ! for_the_webinar/for_the_newsletter/for_email/for_text/for_alerts/if/' +
    'when @ rep: {offer_said}',
  '=yeah/=yes/=okay/=alright/=sure/=fine/=yep/=sold/=please/=cool/=perfect/=great/=then/' +
    '=go_ahead_and/=just/=hell + =you/=yeah/=yes/=okay/=then/=and/=well/=hell/=please/=go_ahead/' +
    '=just/=i_will_take/=i/=we/=let + =put/=sign/=write/=book/=ring/=order/=ship/=wrap/=lock/' +
    '=count/=mark/=schedule_the_install/=place/=draw/=process/=take/=buy + =me/=it/=us/=that/' +
    '=them/=two/=one/=up/=the + =down/=up/=in/=it/=for/=order/=both/=all/=two/=three/=one ! ' +
    'downstairs/in_writing/on_hold/table/as/take_it_from_there/down_the_road',
  'put/sign/count + =me/=us + =down/=up/=in ! touch/on_hold/a_maybe/list/newsletter/webinar/' +
    'emails/text/system/reminder/for_a_callback/calendar/pencil/in_front ! if ! monday/tuesday/' +
    "wednesday/thursday/friday/saturday/sunday/noon/o'clock/appointment/callback/morning/" +
    'afternoon/week/lunch/webinar/newsletter ! signed @ rep: {offer_said}',
  'write/ring/draw/wrap/type/print/box/bag + =it/=them/=that/=this/=me/=us/=the_contract/' +
    '=the_order/=one/=two/=the_paperwork/=all_that + =up/=out/=please ! down/gift/bill_up_wrong/' +
    'ticket/complaint/report/issue/incident/summary/for_me_in ! in_writing/email',
  '=where/=who + do/should + =i/=we + =send/=mail/=make + =the/=my/=it/=a + check/payment/' +
    'deposit/money/wire/contract/out ! late/refund',
  '=where/=how + =do/=can/=should/=would + =i/=we + =sign/=pay/=wire/=buy/=enroll ! in/into/out/' +
    'complaint/cancel/refund/return/lost/late/bill/off/you_back/it_off/invoice @ rep: ' +
    '{offer_said}',
  '=who + =signs/=countersigns/=signs_off/=sign/=countersign + =on/=for/=first/=it/=the/=from + ' +
    '=your/=you/=our/=it/=contract/=behalf/=the ! package/delivery/deliveries/truck/driver',
  '=what + =do/=else_do/=would/=all_do/=is/=does + =you/=i/=we/=it + =need/=have/=want/=need_to/' +
    '=take/=all_need .. =from/=get/=to/=me/=a/=us/=for + =me/=us/=my/=start/=going/=moving/=set/' +
    '=started/=deposit/=check/=card/=sign/=paper/=do/=order/=close/=finalize/=lock/=begin/' +
    '=voided/=down ! end/stop/leave/quit/close_my/close_the_account/cancel/log_in/reset/verify/' +
    'login/password/troubleshoot/return/see/rest/make ! help ! look_at @ rep: {offer_said}',
  'voided + check',
  '=send/=wire/=mail + =the/=you_the/=you_a/=my + deposit/down_payment ! back',
  '=bring/=write/=cut/=drop/=by + =a/=the/=you_a/=you/=off/=over/=with .. check/cheque/deposit/' +
    'down_payment/checkbook ! check_in/check_with/check_out/check_on ! check_up/back/refund/' +
    'bounced/lost/last_month/late/background',
  '=do/=can/=will + =you/=i/=we + =take/=accept/=pay/=put/=use + =visa/=mastercard/=amex/' +
    '=american/=a_card/=checks/=credit/=a_check/=cards/=discover/=with_a_card/=a_deposit/' +
    '=half_now/=it_on/=by_card/=by_check/=the_deposit ! back/off_my_bill/late/bill/calendar/' +
    'invoice ! off ! do_you_take_checks_or/usually/just_wondering ! do_you_take_checks',
  'deposit/down_payment .. =today/=now/=over_the_phone/=right_now/=ready/=this_week ! back/' +
    'return/refund',
  '{number} + =i/=we + =can + =do/=live_with/=swing/=manage/=handle + {number} ! at/pm/am/' +
    "tuesday/o'clock/o_clock",
  '=i/=we + =can + =live_with/=swing/=afford/=handle/=manage + =that/=it/=those_numbers/' +
    '=the_price .. =put/=so/=price/=number/=payment/=monthly/=a_month ! myself/meeting/date/' +
    'monday/friday/wednesday/thursday/from_here/time',
  '=you + =got/=have/=have_got/=just_got/=sold/=convinced + =yourself/=me/=us/=a + =a/=deal/' +
    '=customer/=sale/=sold/=convinced/=new ! knock/off/percent/price/free/half/waive/match/throw ' +
    '! question/minute/problem/number/copy/on_hold/confused/wrong/nice/great_deal/big_deal/pool/' +
    'cat ! if ! on_tires/this_week/going_on/running',
  '=pull/=pulling + =the + =trigger',
  '=run/=charge/=use/=take/=put_it_on/=bill + =my/=the/=it_to_my/=our/=it_on_my/=same/=to_my/' +
    '=this + =card/=visa/=amex/=account/=mastercard/=credit_card/=company_card/=card_on_file/' +
    "=same_card/=po ! if_i/if_we/twice/did/why/again/wrong/declined/off/don't/stop @ rep: " +
    '{offer_said}',
  '=what + =is/=are/=happens/=would + =next/=the_next/=our_next/=next_then/=left + =then/=step/' +
    '=steps/=to_sign/=for_us/=do_i/=once @ customer: =deal/=customer/=sold/=works/=sign/=take/' +
    '=happy/=approved/=good/=love/=yes/=convinced',
  '=got/=have + =yourself + =a + =deal/=customer/=sale/=new_customer ! knock/percent/price/half/' +
    'waive/match/throw',
  '=if/=say/=supposing + =we/=i + =went/=sign/=signed/=bought/=buy/=commit/=committed/=ordered/' +
    '=said_yes + =ahead/=today/=two/=now/=forward/=this_week/=by/=friday/=tomorrow/=right_now/' +
    '=the/=one .. =would/=could/=when/=can/=how/=will/=do/=what/=discount/=start/=install/' +
    '=deliver/=trained ! cancel/return/late/competitor/else ! car ! would_there/would_the_price/' +
    'next_quarter/next_year',
  '=board/=cfo/=wife/=husband/=partner/=committee/=finance/=procurement/=ceo/=owner/=spouse/' +
    '=everybody/=everyone .. =is/=are/=has/=gave/=signed/=approved/=okayed/=on + =happy_with/' +
    '=approved/=us_the/=off/=the_green/=thumbs/=signed/=board/=green/=good_with/=okay_with .. ' +
    '=number/=price/=budget/=contract/=light/=it/=so/=then/=let/=send/=terms/=proposal ! if/once/' +
    'until/unless/not/still/needs/must/waiting/before/sick/report/schedule',
  '=where + =do/=is/=are + =i/=we/=the + =sign/=dotted/=send_the_money/=send_the_check/' +
    '=send_the_deposit/=pay ! in/out/up_for_the/my_bill/late',
  '=you + =win/=have_won/=won + =i/=we/=the/=our/=let/=okay/=send/=us/=me + =will/=deal/' +
    '=business/=us/=buy/=take/=over/=you/=send/=me/=am ! argument/game/bet',
  '=shut/=stop + =up + =and + =take + =my + =money',
  '=take/=here/=have + =my + =money ! back/took/stole/and_run @ rep: {offer_said}',
  '=done + =deal',
  '=i/=we/=am/=are + =am/=are/=all/=totally/=officially + =in/=sold/=convinced/=on_board/=a_go/' +
    '=a_yes/=good_to_go/=all_in/=ready_to_go/=ready_to_sign/=ready_to_roll/=ready_to_move/' +
    '=ready_to_buy/=ready_when_you_are + =send/=where/=let/=what/=so/=just/=on/=then/=to/=when/' +
    '=with/=sign/=and/=how ! the_middle/town/meeting/office/car/out_of/house/store/line/person/' +
    'on_a_call/trouble/for/not_sold/sold_out/sold_my/sold_the/shape/between/charge/on_the/' +
    'a_hurry/good_hands/process/on_vacation ! and_out',
];
