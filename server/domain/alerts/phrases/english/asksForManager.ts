/** What English phrases ask for somebody above the rep, in the notation of pattern.ts. */
export const asksForManager: readonly string[] = [
  'ask/asking/asked =for/=to for/see =a/=the/=your/=to {manager} ! my/our manager/boss ! ' +
    'account_manager',
  "you have/don't =no/=have/=any/=the power/authority/say/clout =here/=to/=over/=i/=so/=then",
  '{talk} {manager} ! my/our manager/boss/director/supervisor/ceo/vp/team/leadership/management ' +
    '! account_manager/project_manager/product_manager/office_manager/it_manager/' +
    'purchasing_manager ! manager_of/section',
  '{hand_over} me/us {manager} ! my/our manager/boss/director/supervisor/ceo/vp/leadership ! ' +
    'account_manager ! license/licenses/seat/seats/view/role/login/access/headset/for_you/' +
    'let_me_get/let_me_ask/let_me_check/let_me_put/let_us_get/let_me_talk/let_me_find/' +
    'let_me_transfer/edition/version/permission',
  '{hand_over} this/it/the/my {manager} ! my/our manager/boss/director/supervisor/ceo/vp/' +
    'leadership ! account_manager ! license/licenses/seat/seats/view/role/login/access/headset/' +
    'for_you/let_me_get/let_the/report/edition/version/permission/dashboard/app ! guide/guides/' +
    'newsletter/training/manual/handbook/survey/invite/copy_of',
  '=get/=bring/=want/=need/=demand/=insist/=like your/a {manager} ! my/our manager/boss/director/' +
    'supervisor/leadership ! account_manager/project_manager/product_manager',
  'want/need/demand {manager} on/phone/line/call ! my/our manager/boss/director/supervisor/' +
    'leadership',
  'is_there/are_there anyone/anybody/someone/somebody/a above/senior/higher/over/manager/' +
    'supervisor/boss ! floor/lobby/shift/on_every/in_the_app/role/roles/seat/screen/user',
  'is_there/are_there anyone/anybody/someone/somebody else i/we talk/speak/deal',
  'take this/it higher/up_the_chain/up_the_ladder/over_your_head ! here_first/i_would_have_to/' +
    'i_will_have_to/i_have_to/we_have_to',
  'go/going over/above your head',
  "who/who's =is/=are above/over/higher/senior you",
  'put/have/get your/a/the {manager} on ! my/our manager/boss',
  "is_there/isn't_there/are_there/aren't_there a/any/some/another {manager} ! account_manager/" +
    'project_manager/product_manager/password_manager/my',
  "is_there/isn't_there/aren't_there anyone/anybody/someone/somebody senior/higher/above/more/" +
    'else/over/with ! floor/lobby/role/seat/user ! needs_the/needs_a/on_your_list/joining/coming/' +
    'we_should_invite',
  '~until/unless/before spoken/speak/talk/talked/hear/heard {manager} ! my/our manager/boss/' +
    'director/supervisor/leadership',
  'person/people/someone/somebody who/that runs/run/manages/manage/heads/leads/oversees/' +
    'supervises your/this/the/that/things ! tool/platform/report/team_here ! our/my ! ' +
    'on_the_call/will_be/warehouse/join/is_out/my/signs_for',
  'who do you report/answer ! curious/dallas/which_office',
  'someone/somebody/person/anyone who {can_decide} ! help_me_understand ! will_join/join_us/' +
    'on_our/on_my/on_our_side/will_be/we_have',
  'speak/talk/deal/get/transfer/connect/through/need/want someone/somebody/anyone/person with ' +
    'authority/power/clout/experience/seniority',
  'speak/talk/deal/get/transfer/connect someone/somebody/anyone/person who =can/=has/=makes/' +
    '=knows ! api/integration/knows_the/shipping/billing/install/spanish/about_the_install',
  'speak/talk to someone/somebody/anyone =else =please/=now/=about/=there/=in',
  'someone/somebody more senior/experienced/qualified/competent',
  '{manager} please ! account_manager ! my/our manager/boss',
  '{manager} call/phone/ring/contact me ! my/our manager/boss ! report_goes/and_he_calls/' +
    'and_she_calls/calls_me',
  'your {manager} available/there/around/free ! last_year/helped_us/still_there',
  'pass me up/along/on',
  'not =getting anywhere with you',
  // Where an alarm would be false; these hold for every phrase here.
  '!3 mode/position/badge/portal/course/certification/exam/handbook/keys/shirt/app/' +
    'just_wondering/just_curious/at_our_place/at_my_place/on_our_end/on_our_side/on_my_side/' +
    'of_the_bed/of_the_class/of_the_table/bake_sale',
  '! vendor_form/signature/reference_letter/your_tool/the_tool/chatbot/your_bot/the_bot/' +
    'the_software/does_it_escalate/auto_escalate/old_boss/golf',
  // Said indirectly, in passing.
  'talk/speak =to/=with + =him/=her/=them =then/=now/=please/=myself/=instead @ rep: my_manager/' +
    'my_supervisor/my_boss/my_lead/my_director/team_lead ! next_week',
  'get/put/bring/grab/fetch .. =for_me/=on_the_phone/=on_the_line/=on_here/=on_now/=on_please/' +
    '=please @ rep: {superior} ! calendar/invoice/link/quote/demo/copy/calendar/email/next_call/' +
    'my_own',
  '=up + =the + chain/ladder & =this/=me/=it/=take/=push/=send/=run/=somebody/=someone/=person ! ' +
    'grocery/supply/retail/our_chain/my_chain/food_chain/gutter ! here_first/i_would_have_to/' +
    'i_will_have_to/i_have_to/we_have_to',
  'get/put/want/need/talk/speak/give/bring/fetch .. floor_lead/=the_owner/=your_owner/=an_owner/' +
    'shift_lead/=next_in_line ! my/our/his/her/building/house/home/shop/store_owner/dog/role/' +
    'seat/view/previous_owner/property/of_the_building/have_to_talk/' +
    'i_need_to_talk_to_the_owner_first ! is_out/till/until/you_would_have_to/you_have_to/' +
    'you_will_have_to/decides/makes_the',
  'highest/most_senior/senior_most + person/ranking/one/guy/up .. =i/=get/=there/=have/=talk/' +
    '=available ! shelf/price/bid',
  'asking/ask/asked .. =for + =a/=the/=your/=another + {above_you} ! my/our/account/customers/' +
    'callers ! reference/form/survey/we_asked_for',
  "~get/put/bring/give/fetch/grab/find + =me/=us .. {above_you} !1 don't/not/never/didn't !3 my/" +
    'our/own/his/her/their/account/project/product/office/case/property ! said/told/approved ! ' +
    'license/licenses/seat/seats/view/role/login/access/headset/edition/version/permission/' +
    'dashboard',
  'is/are + there .. =lead + =on/=i/=who/=there/=available',
  '~somebody/someone/anybody/anyone/person + =higher/=above/=over/=senior/=bigger + =than/=to/' +
    '=you/=up ! our/my',
  '=who .. escalate ! our/my/customers/tickets/ticket/issues',
  'need/want/get/where_is .. =top + guy/person/man/brass/boss ! my/our',
  '~=who + oversees/manages/heads/leads/supervises/runs/directs + =your/=this/=that/=the .. ' +
    'department/team/office/branch/place/company/store/region/division/group/desk/operation ! ' +
    'our/my',
  "=you + can't/cannot/won't .. =who + can/could/does ! my/our/know_who",
  '=not + =the + one/person .. =who + can/is/do/does ! our/my',
  'someone/somebody/anyone/anybody/person + =from/=in/=at + manager/management/leadership/' +
    'corporate/head_office/headquarters/your_management/upper_management ! our/my',
  'go/going/getting/get + nowhere ! car/battery',
  'want/need/like/rather/prefer/demand/talk/speak/ask/hear/call/word/insist/get/have .. =your + ' +
    '{superior} !2 from/says ! great/said/told/approved/mentioned ! reference/form',
  'want/like/rather/prefer/demand/talk/speak/hear/word/insist/request .. =a/=the/=any/=another/' +
    '=some/=with/=to/=from + {above_you} !3 my/our/own/his/her/their/account/project/product/' +
    'office/case/property/practice/password/plant/community ! said/told/approved/mentioned/' +
    'asked_me/=wants/is_asking/=says ! have_to_talk/have_to_speak/got_to_talk/i_will_talk/' +
    'need_to_talk_to_the/i_spoke/i_talked',
  'get/put/bring/fetch/grab + =in/=on/=over/=a/=the/=your + {above_you} !3 my/our/own/his/her/' +
    'their/account/project/product/office/case/property/practice/password/plant/community ! said/' +
    'told/approved/seat',
  'get/put/bring/give/fetch/grab + =me/=us .. {superior} !3 my/our/own/his/her/their/account/' +
    'project/product/office/case/property/practice/password/plant/community ! said/told/approved ' +
    '! license/licenses/seat/seats/view/role/login/access/headset/edition/version/permission/' +
    'dashboard ! list/tips/top_three/top_five',
  '{superior} + =on/=in + =the/=this/=here/=right + line/phone/horn/call/now ! my/our/account',
  '!5 they_say/they_said/they_will_say/customer_says/customers_say/caller_says/people_say/' +
    'if_they/somebody_says/if_someone',
  '!4 dashboard/role/permission/view/module/seat/=customers/=callers/=clients/=patients/=guests/' +
    '=tenants/=employees/customer_asks/customer_wants/customer_says',
  '!3 they_ask/people_ask/somebody_asks/someone_asks/your_performance/deserve/a_raise/compliment/' +
    'great_job/good_job',
  '=your + {superior} !2 from/says/signed_by ! great/wonderful/helpful/nice/excellent/lovely/' +
    'thank/thanks/said/mentioned/promised/met/experience/approved/pleasure/kind/knows/' +
    'congratulate/praise/compliment ! does_your/how_is ! tell_your/sold_my/still_there/' +
    'just_curious/reference/last_year/last_time/at_the_show/was_on/is_your_manager/say_hi/' +
    'hello_to/your_boss_is/your_boss_let/your_boss_make/your_boss_know/lucky/owes_you/' +
    'give_you_a_raise/hope_your/bonus & =want/=need/=get/=give/=put/=talk/=speak/=let/=please/' +
    '=now/=name/=call/=calls/=phone/=hear/=bring/=where/=available/=near/=today/=line/=email/' +
    '=number/=asking/=ask/=can/=would/=rather/=transfer/=should/=then/=gimme/=fetch/=grab/=right/' +
    '=demand/=involve/=discuss/=word/=tell/=told/=contact/=cc/=copy/=know/=take/=this/=not/' +
    '=around/=or ! saw/conference/linkedin/training/class/local/connected_with/podcast/article/' +
    'interview/webinar/keynote/speech/say_hello/on_tv/in_the_news/family_run/the_new_owner/' +
    'is_your_owner',
  '=your + own/direct/big/regional/sales/general/district/immediate/floor/shift/branch/store + ' +
    '{superior} ! great/nice/thank/thanks/said/met',
  'talk/speak/chat/hear/deal/discuss =to/=with/=from one/any/either =of them/those/these @ rep: ' +
    '{superior}',
  'get/put/bring/grab =him/=her/=them + =on/=for + =me/=the_phone/=the_line/=please/=then/=now @ ' +
    'rep: {superior} ! next_call/calendar/demo',
  'connect/transfer/put/pass/patch me/us + to/through/over/up/onto somebody/someone/anybody/' +
    'anyone/person =else/=who/=with/=higher ! integration/training',
  'somebody/someone/anyone/anybody/person/people/human + =who/=that actually/really/can/could/' +
    'has/is decide/fix/approve/authority/authorized/power/decisions/allowed/charge ! ' +
    'help_me_understand ! our/my/integration ! will_join/join_us/on_our/on_my/on_our_side/will_be',
  'somebody/someone/anyone/anybody/people + =above/=over/=higher/=senior/=upstairs + =you/=up/' +
    '=than/=to/=i/=in/=on ! moved/live/lives/noise',
  'somebody/someone/anyone/anybody .. high/higher/further/farther + up ! shelf/floor/mounted',
  'is/are + =there =a/=any/=some grown_up/grownup/adult/superior/higher_up ! adult_size/' +
    'adult_ticket',
  '~=who + owns/own/runs/run + =this/=the/=your/=that company/place/outfit/business/shop/joint/' +
    'show/region/department ! these_days/family_run/family_owned/curious/local',
  'whoever + runs/manages/owns/heads/oversees/supervises/trained/signs + =your/=you/=that/=the/' +
    '=this/=those',
  'not/never/nowhere getting/get anywhere/nowhere =with/=here ! signal/reception',
  'getting/get + nowhere =with/=here/=talking ! signal/reception',
  'above/over/past/beyond + =your/=you + head/pay_grade/level/station',
  'kick/bump/run/take/send/pass/escalate + =it/=this/=that/=me/=things + =upstairs/=higher/' +
    '=up_the ! tab/date/price/quantity/shelf/street/road/driveway/stairs ! here_first/' +
    'i_would_have_to/i_will_have_to/i_have_to/we_have_to',
  '=someone/=somebody/=anyone + =else + =please/=over_there/=who_can ! my/our/recommend/told/' +
    'quote/invite/add/call',
  "don't/not/never/no =want/=wanna/=another/=deal/=dealing/=more another/more/talk/deal/speak " +
    'rep/agent/salesperson/representative/salesman/reps',
  '=your + complaint/complaints/escalation/escalations/executive + team/department/line/office/' +
    'manager/desk/people',
  'corporate/headquarters/head_office/home_office + number/phone/address/office/contact ! our/my ' +
    '! billing_address/shipping',
  'call/phone/contact/write + corporate/headquarters/head_office ! our/my',
  '{superior} + call/calls/calling/phone/telephone/ring/rings/email/contact + =me/=us ! my/our ! ' +
    'account/case/property',
  '{above_you} + =to/=should/=needs/=must/=better + call/phone/ring/email/contact + =me/=us ! my/' +
    'our/account/case/property/product/project',
  'make/take + that/this/the + call/decision + then/because/not_you @ {superior}',
  'can/could/would/will + =your {superior} ! my/our',
];
