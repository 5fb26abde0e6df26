/** What English phrases say that the customer is about to leave, in the notation of pattern.ts. */
export const threatensToCancel: readonly string[] = [
  'if/unless/or/then/otherwise we/i/you =are/=will/=lose/=we/=i =gone/=out/=done/=leave/=leaving/' +
    '=walk/=walking/=quit/=cancel/=canceling/=cancelling/=us ! done_with_the/finished/early/' +
    'out_of_office/out_of_time/voicemail/message ! transfer/transaction/payment/purchase/card/' +
    'charge/withdrawal/top_up/ticket/invoice/shipment/delivery/booking',
  "not/won't/never/no come/coming =back =to/=next/=again/=after ! sound/audio/screen/call",
  "won't/not/never/don't/can't stay/staying/remain/work/working/doing =with/=a/=your/=customer/" +
    '=here/=business you/your/customer/client ! on_the_line/hold/long ! worked_with_you ! happy',
  'how much/long/many notice =do/=is/=to/=would/=for/=does/=days ! add/adding/installs/install/' +
    'delivery/change/crew/come/reschedule/if_we',
  'lost/losing all/any/every/our/my/complete confidence/trust/faith/patience =in/=with/=and/=we/' +
    '=you',
  "we're/we/i'm/i/are/am =done + =with + you/your/this_company/this_service ! not_done",
  "=i'm =done =close/=cancel/=shut/=end ! transfer/transaction/payment/purchase/card/charge/" +
    'withdrawal/top_up/ticket/invoice/shipment/delivery/booking',
  'pull/pulling the plug ! tv/router/cord/toaster/lamp',
  "no/not/don't/see/any reason/point to/in stay/staying/continue/renew",
  'take/taking/move/moving/bring our/my business/money/accounts/spend elsewhere/somewhere/away/' +
    'competitor',
  'take/taking our/my/everything/it elsewhere/somewhere_else',
  'let/letting the/our/my/this contract/subscription/agreement/license/plan expire/lapse/run_out/' +
    'run_off',
  '=switch/switching/=move/moving/=migrate/migrating away/elsewhere/providers/vendors/suppliers ' +
    '! data/workload/warehouse/office/server/spreadsheet/excel/legacy ! paper/manual/' +
    'from_the_old/from_excel/tapes',
  'switch/switching/jump/change/changing to/ship =to/=your/=a/=the/=ship/=another/=different/' +
    '=providers/=vendors competitor/another_provider/different_provider/vendor/vendors/providers/' +
    'supplier ! switched_to_you/years_ago/looked_back/from_a_competitor',
  'jump/jumping ship',
  'last straw',
  'end/ending things/this with you/guys/company',
  "you_are/you're/you/you_will/you'll =are/=going/=will/=about/=gonna/=to/=lose/=losing lose/" +
    'losing =us/=me/=our/=a/=my',
  'lose/losing us/me/my/our as/business/customer/client',
  'out/release us/me from/of the/this/our contract/agreement/commitment ! scope',
  'we/i want_out/need_out',
  "we're/i'm/we_are/i_am out =of =here",
  'look/looking for/at a replacement/exit/way_out ! part',
  'termination notice/letter/clause',
  'give/giving/send/sending/serve/serving/put =you/=our/=my/=in/=in_our/=in_my notice ! noticed/' +
    'short/advance/weeks_notice',
  "don't/not want/need your/this/the service/product/software/subscription/platform anymore/" +
    'any_more/any_longer',
  // Where an alarm would be false; these hold for every phrase here.
  '! our_old_phone/our_old_line/my_old_phone/my_old_line/our_old_plan_with/our_old_one/' +
    'the_old_one/my_old_one/=his_plan/=her_plan/=his_contract/=her_contract/have_a_cancellation/' +
    'any_cancellation/old_contract/the_newspaper/a_booking/their_booking/can_i_cancel_any/' +
    'can_we_cancel_any/is_there_a/my_job/my_school/of_the_rain/of_the_sun/of_the_heat/' +
    'of_the_cold/on_the_page/service_truck/individual_seats/before_we_see/with_the_cleaners/' +
    'on_hold_while/leave_you_on/leaving_you_on/leave_you_hanging/leaving_you_hanging/' +
    'on_the_line_for/leave_you_on_speaker/my_gym/the_gym/gym_membership/the_magazine/my_magazine/' +
    'my_cable/our_cable/the_newspaper/netflix/old_server/old_system/old_software/old_vendor/' +
    'old_provider/previous_vendor/previous_provider/last_vendor/last_provider/last_company/' +
    'other_bank/at_the_bank/credit_union/the_city/the_landlord/our_lease/water_company/' +
    'power_company/from_paper/from_spreadsheets/as_soon_as_yours/never_looked_back/told_her/' +
    'told_him/for_the_holiday/for_the_night',
  '! our_tenants/our_members/our_customers/our_clients/our_patients/our_students/our_guests/' +
    'our_subscribers/our_donors/our_users/when_they_leave/when_somebody_leaves/' +
    "when_someone_leaves/when_people_leave/a_user/user's/an_employee/our_biggest_customer",
  '!3 they_=ended/they_=cancelled/they_=canceled/they_=dropped/he_=cancelled/he_=canceled/' +
    'she_=cancelled/she_=canceled/he_=quit/she_=quit/they_=quit',
  '!4 years_ago/last_year/switched_to_you/came_to_you/switching_phones/switched_phones/office/' +
    'building/warehouse/plant/branch/location/server',
  // Said indirectly, in passing.
  "~don't/not/doubt/can't .. stick/sticking + =with/=around ! magnet/label/glue",
  "won't/not + =be + =coming + =back ! monday/tomorrow/later/today",
  'if/then .. =got/=have/=need + to + find + somebody/someone/another/others',
  'end/ending/finish/get_out_of/kill/stop + =this/=the/=our + thing/arrangement/deal + =early/' +
    '=now/=today/=sooner ! call/meeting/demo',
  'price/pricing/priced + =me/=us .. out ! quote',
  'should .. never .. sign/signed/join/joined/switch/switched/hired/come/came ! in_pen',
  'have/got/going/gonna/might/may + =to + let + =you .. go ! lunch/meeting/call/bed/now ! ride/' +
    'door/here/another_call/kids/dinner/run/battery/dying',
  "~don't/not/doubt .. keep/stay/renew/continue/sign/remain + =this_service/=with_you/=your/" +
    '=paying/=going_with/=doing_business/=on_with/=another_year/=with_your/=this/=staying ! ' +
    'reading/testing/the_line/hold/the_phone/the_call/same/from/this_short/this_brief',
  '=keep + =your + software/service/box/product/credit/discount/money/coupon/machine ! can_i/' +
    'do_i/can_we',
  'hate + =to + leave/cancel/lose_you ! voicemail/message/early',
  '=no + choice/option/alternative + =but .. leave/cancel/go/look/switch/move/find/end ! claims/' +
    'lawyer',
  'leave/leaving/left/give/giving + =me/=us + =no/=with_no/=little/=without + choice/option/' +
    'alternative',
  'if/then/otherwise/else .. find + somebody/someone/another/others + =who/=that/=else',
  "~whether/if/not/doesn't/longer/don't .. sense .. continue/stay/renew/remain/stick/keep_paying/" +
    'keep_you ! call/line/same_plan',
  '=have/=i/=we/=just/=finally + =had + =enough ! time/coffee/food/seats/licenses/information/' +
    'notice/light',
  '!5 they_say/they_said/they_will_say/customer_says/customers_say/caller_says/people_say/' +
    'if_they/somebody_says/if_someone',
  "~don't/can't/cannot/not/wouldn't + see/picture/imagine + =us/=me/=myself/=ourselves + stay/" +
    'staying/renewing/continuing/keeping/sticking/going/being/doing',
  'non + renewal/renewing/renew ! process/in_the_terms/clause/how_does',
  '=not/=against + =to/=be/=going + =renew/=renewing/=move_forward/=continue/=continuing/' +
    '=proceed/=go_forward/=go_ahead/=moving_forward/=going_forward .. =renewal/=contract/=you/' +
    '=agreement/=subscription ! before/until',
  'wind/winding .. =down/=up .. =with/=you/=contract/=account/=relationship ! turbine',
  'look/looking/explore/exploring/weigh/weighing/keep/keeping/consider/considering + =at/=our/' +
    '=my/=into/=other/=all .. options & contract/renewal/renew/expire/expires/up/end/ends/' +
    'elsewhere/open/term/leave ! plan/warranty/color',
  'explore/exploring/weigh/weighing/keeping + =our/=my/=other + options',
  'or/otherwise/else + =i/=we + walk/walking/cancel/quit/leave/leaving/bail ! early/voicemail/' +
    'message/dog/go_home',
  '! just_so_i_know/just_curious/for_the_memo/hypothetically/in_theory/for_my_notes/for_the_file/' +
    'out_of_curiosity/for_compliance/our_customers_cancel/customers_cancel/they_cancel/kidding/' +
    'just_wondering',
  '!4 class/session/lesson/party/pickup/cleaning/inspection/haircut/table/dinner/item/shipment/' +
    'thursday_s/any_time/anytime/appointment/meeting/order_number/demo/flight/trip/hotel/' +
    'reservation/webinar/lunch/visit/delivery/booking/airport',
  '{go} + =to/=with/=over .. someone_else/somebody_else/another_company/someplace/other_company ' +
    '! eat/lunch/dinner/vacation/talk_to/speak ! file/menu',
  '{go} + =to/=with/=over_to + =a/=an/=the/=your + competitor/competition/rival/other_guys/' +
    'other_company/different_company/different_provider',
  'find/hire/look_for + =me/=us/=myself/=ourselves/=another/=someone/=somebody + else/another/' +
    'different + provider/vendor/supplier/company/carrier/lender/plumber/outfit/else ! number/' +
    'email/contact/talk/speak',
  'find/get/hire + another/a_new/a_different/a_better + provider/vendor/supplier/company/carrier/' +
    'bank/partner/agency/firm/insurer/broker ! if_you_can',
  'part/parting + ways/company',
  '=i/=we + =am/=are + done/finished/through .. =with + =you/=your/=this_company/=these_people/' +
    '=you_people/=this_place/=this_service',
  'autopay + i + am + done',
  '=am/=are + =done + =so/=just/=close/=and/=take/=send .. close/cancel/autopay/contract/account/' +
    'leave/service',
  '=am/=are + =done + =i/=so/=just/=close/=and/=with/=goodbye/=thanks/=take/=send/=cancel @ ' +
    'termination/fee/cancel/leave/leaving/bill/charge/outage/down/refund/contract',
  '=had + it/enough =with/=of/=up you/this/your/these/service/company ! coffee/food ! headset/' +
    'phone/laptop/printer/weather/winter/traffic/computer/mouse/keyboard/chair/app_store',
  'enough =is enough',
  '=we/=i + =am/=are/=will/=will_be + out/gone @ {your_service}/price/fix/fixed/fee ! if_you_can/' +
    'office/town/vacation/of_milk/of_the/of_toner/of_stock/of_paper/of_ink/at_lunch/to/tomorrow/' +
    'monday/tuesday/wednesday/thursday/friday/next/on/until/for/all_week ! of_time/of_room/' +
    'of_space/i_am_out_the',
  '=not/=never/=no/=nobody + =be/=going/=gonna/=to/=plan/=planning/=intend/=looking/=want/' +
    '=wanting/=interested/=ready + =to/=in/=on/=be + renew/renewing/re_up/reup/extend/extending/' +
    'continue/continuing/stay/staying/sign_again/resign ! auto/automatically ! not_sure ! ' +
    'on_the_line/on_hold/long/late/decided',
  "won't/not/wouldn't/never + =be/=going/=gonna/=to/=do/=sign/=buy/=order/=use/=using/=doing/" +
    '=ordering/=buying/=spend/=give + =renewing/=renew/=another/=again/=any/=business/=from/' +
    '=with/=you/=your/=it/=this/=dime/=sign + =with/=from/=again/=renewal/=dime/=you/=anymore/' +
    '=penny ! not_sure',
  "don't/doesn't/not + =want/=need/=wanna/=use + =your/=the/=this/=it/=your_service/=to_be_a/" +
    '=any_of + anymore/any_more/customer/any_longer/service/business/part_of/member ! ads/emails/' +
    'calls',
  'come .. =your + box/equipment/machine/modem/unit/stuff/thing/gear/junk/router/trailer ! ' +
    'appointment/donation',
  'send/ship/mail/box/pack/return + {thing} + =back/=up ! can_you_send/form/signed/survey/quote/' +
    'comments/exchange/replace/replacement/swap/warranty/repair',
  'return/send/mail/ship =all/=label/=the/=your/=me/=these/=a/=everything .. label/box/equipment/' +
    'readers/modem + =so/=for/=to/=and ! exchange/replacement/swap/warranty',
  '{agreement}/everything/=thing/=lines/=phone/=internet/=it + =all + shut/turned/cut/closed + ' +
    '=off/=down ! keys/locked/by_mistake/water/power',
  '=want/=need/=like/=get/=have/=please .. shut/turned/cut/closed/cancelled/canceled/' +
    'disconnected/stopped + =off/=down/=today/=now/=immediately/=effective/=as_of/=please/=out ! ' +
    'water_main/power/light/lights/sound/ticket/alarm/window/door',
  'shut/turn/cut + =it/=me/=us/=this/=everything/=that/=service + =all/=off/=down =today/=now/' +
    '=off/=please/=then/=completely ! on_and_off/camera/video/screen/microphone/light/lights/' +
    'phone_off/restart/and_on/back_on/water/power',
  'close/delete/deactivate + =my/=our/=the/=this/=down + account/accounts/profile/membership ! ' +
    'deal/window/sale/new_account ! other_bank/at_the_bank/closed/old_account/savings',
  'cancellation + form/paperwork/department/request/notice/letter ! our_customers',
  'early + termination/cancellation/exit + fee/fees/penalty/charge/cost ! is_there_an/' +
    'do_you_have/no_early/is_there_any/in_the_standard/standard/typical/normally/before_i/' +
    'before_we/does_the/does_it/with_the_new/what_if',
  'termination/cancellation/exit/breakage + fee/penalty @ done/leave/unhappy/fed_up/switch/' +
    'ridiculous',
  '=get/=getting/=want/=buy/=wiggle/=break/=find_a_way/=way/=cost/=costs/=take/=takes + =me/=us/' +
    '=my_way/=to/=my/=our/=myself .. out + of + =this/=the/=our/=my/=it/=that/=your + contract/' +
    'lease/agreement/deal/thing/plan/commitment/arrangement/subscription/term',
  'break + =the/=our/=my/=this/=that + contract/lease/agreement ! never',
  '=one/=a/=any/=good/=single + reason/reasons + =to/=why/=not_to/=i/=we/=for_us_to + stay/keep/' +
    "renew/should/shouldn't/continue/leave/cancel/not ! why_people",
  'talk + =me/=us + out + of + =it/=this/=leaving/=going/=cancelling/=canceling/=switching',
  '=whether/=if + =to/=we/=i/=we_should/=i_should/=we_want_to + stay/renew/continue/keep + =or/' +
    '=with/=on/=going/=you/=it/=this/=at ! hotel/overnight/same_plan ! freezer/fridge',
  'reconsider/rethink/reevaluate/re_evaluate/reassess/rethinking + =our/=the/=my/=this/=whether/' +
    '=this_whole/=the_whole + relationship/partnership/contract/renewal/subscription/arrangement/' +
    'commitment/membership/account/vendor ! annual_review',
  "=not/=isn't/=hardly/=ain't + worth + =what/=paying/=keeping/=the_money/=it_anymore/=our_money/" +
    '=the_price',
  "=can't/=cannot/=hard/=can_no_longer/=not_going_to/=won't/=stop/=stopping/=quit + =keep/=to/" +
    '=justify/=go_on/=paying + =justify/=paying/=keep/=spending/=pay/=wasting/=you + =this/=for/' +
    '=you/=your/=the/=paying/=it/=money/=the_cost/=keeping/=on ! invoice_twice',
  'one/another + more/mistake/outage/screwup/slip/strike .. gone/leaving/leave/out/elsewhere/' +
    'cancel/walking/pulling ! outage_map/time',
  'foot/halfway + out + the/of + door',
  'port/porting + =my/=our/=the/=all/=both .. =out/=over/=away/=to',
  '=we/=i/=am/=are/=will/=gonna .. =switching/=switch/=moving/=jumping/=shifting + =over/=away/' +
    '=everything/=providers/=carriers/=banks/=companies/=vendors/=back/=to_the_other/=suppliers/' +
    '=insurance/=to_another/=to_a_different/=to_somebody/=to_someone ! to_you/from_paper/' +
    'to_annual/to_the_annual/over_from/to_your/house/houses/offices/to_email/from_excel/dates/' +
    'sizes/screens/devices/back_to_you/plan ! account_number/routing/payroll/phones/headsets/' +
    'laptops/desks/to_my/to_the_bigger/to_a_bigger',
  'quote/offer/contract/deal/proposal .. =from/=with + somebody/someone/another/other/competitor ' +
    '+ else/company/guys/one/vendor .. ready + to + sign',
  'been/was + =a/=it/=fun/=real/=nice + ride/fun/run + =but/=with/=bye/=goodbye',
  'it + has/is + been .. =ride/=run/=fun @ part/leave/leaving/goodbye/cancel/done',
  '=keep/=give/=take/=want + =your/=the + money/twenty/credit/discount + =and/=just/=i .. send/' +
    'cancel/close/leave/back/shut',
  'cheaper/better + =off + =with/=without/=elsewhere + =you/=out/=another/=somebody/=someone/' +
    '=your',
  'better/fine + off + without + you/your/this',
  'start/started/starting/begun + look/looking/shop/shopping + =around/=elsewhere/=at_other/' +
    '=at_others/=for_a/=for_another/=for_somebody/=for_someone/=for_alternatives ! a_house/a_car',
  'regret/sorry + =ever + sign/signing/signed/join/joined/joining/switch/switched/switching',
  'you .. lost/lose/losing + =a/=my/=our/=this/=me + customer/business/account/as ! ' +
    'if_you_lose_my',
  'vote + with + =my/=our + feet/wallet',
  'release + =us/=me + =from/=early',
  'not + =be/=going + =around/=here/=a + =customer/=next/=much + =next/=year/=longer/=of_yours',
  '=where/=how/=who + =do/=can/=should/=would/=does + =i/=we/=one/=somebody/=a_person + =go/' +
    '=go_about/=email/=talk_to/=call/=start/=send + =to + cancel/terminate/cancelling/canceling/' +
    'terminating/close/stop_service/disconnect',
  'mine/ours + =too/=as_well @ cancel/shut/close/terminate/turn_off/disconnect',
];
