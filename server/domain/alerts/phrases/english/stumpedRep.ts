/** What English phrases show that the rep does not know, in the notation of pattern.ts. */
export const stumpedRep: readonly string[] = [
  "not/isn't =the/=really/=a right/best person/one =to/=for",
  'need/have/got/let/going =to/=me look/read/dig/research =that/=it/=this/=into/=up up/into/that/' +
    'this ! calendar/account/order/your/schedule/record',
  "don't/not/didn't know answer/how/that/if/whether/why/offhand/exactly/enough/about/what_to/the/" +
    "off ! you/your/yourself/if_you/whether_you/you'd/you're ! know_how_busy/know_that_you/" +
    "didn't_know_that/know_about_you/know_how_you/know_what_you ! let_you/you_know/they_don't/" +
    "they_didn't/people_don't/customers_don't/don't_know_us @ customer: {question}",
  "i/honestly/really/truthfully/we_just/just =don't/=do_not know ! you/your/if_you/whether_you ! " +
    'when/yet @ customer: {question}',
  "not/i'm_not/am_not/unsure/isn't sure/certain/confident/clear/familiar/aware =how/=what/=if/" +
    '=whether/=about/=that/=on/=i/=we/=why/=which/=there/=with/=of/=enough ! you/your ! ' +
    'not_sure_if_you/whether_you ! clear_enough ! sure_thing @ customer: {question} ! ' +
    'who_that_is',
  'unsure how/what/whether/about/if ! you/your @ customer: {question}',
  'no idea/clue/answer ! bad/give',
  "haven't/not the faintest/slightest/foggiest",
  "can't/cannot/couldn't/not/unable answer/tell/say/explain/speak that/this/you/right/off/for/to/" +
    'how/it/why =right/=that/=off/=for/=how/=why/=question/=one/=on/=exactly/=whether/=sure/=top/' +
    '=honestly/=with ! legally ! wait/enough/exact_date/hear',
  "don't/not/haven't have/got the/an/a/any/that/those answer/information/details/detail/info/" +
    'numbers/knowledge/figure/figures/explanation ! do_you_have/yet_because/to_hand_over ! ' +
    "if_you/you_don't_have",
  'nobody/no_one/none/noone ever/has/had asked/ask/raised/wanted that/me/us/this',
  'have/need/got/going =to/=gotta ask/check/consult/ping =one/=with/=my/=our/=an/=the engineer/' +
    'engineers/engineering/expert/experts/specialist/colleague/colleagues/product/technical/' +
    'developers/team/support/architect ! calendar/schedule/time/date/diary/discount/price/' +
    'pricing/approval',
  'have/need/got/let/going/want to/me =to/=me/=go ask/check/consult/loop/pull/find/confirm/' +
    'verify/research =with/=around/=somebody/=someone/=in/=my/=our/=one/=the/=an/=out/=a someone/' +
    'somebody/colleague/engineer/engineers/engineering/expert/specialist/technical/product/team/' +
    'manager/out/architect/solutions ! calendar/schedule/time/date/convenient/you_time/next_week/' +
    'diary ! your',
  'find/finding out and/for get/getting/call/come/you/that back ! when/who_is/who_else',
  'get/getting/come/coming/circle back to/with/on you on/with/about/that/once/when/after ! ' +
    'calendar/time/date/proposal/next_week/tomorrow_with_the/contract/schedule/quote/slot ! ' +
    'as_promised/thanks_for_getting',
  'never been/had/heard/seen/come asked/that/of/this/across before/question/one/that ! you',
  "first time/one anyone/somebody/someone/i've/i've_been asked/heard/been/seen ! meeting ! " +
    'say_that_about/here',
  'stumped/stumping/stumps',
  "you/you've/that's =have/=got/=have_got/=a/=got/=me got/stumped/tough/hard/tricky me/one/" +
    'question ! help',
  "got me there ! you've_got_me_there_at",
  'out of/over my depth/head/league/wheelhouse/element',
  'over/above/beyond/outside my head/knowledge/expertise/area/understanding/wheelhouse/technical/' +
    'competence',
  'drawing/draw/blank a/is/went blank/mind',
  'mind/my went/gone/going blank',
  "not/isn't my/really area/field/expertise/specialty/strong/department ! you/your",
  'above/beyond what/anything i know/understand/can_answer',
  'wish i/could knew/had/answer ! you',
  "don't/not want/wanna to/say =to/=tell/=say/=give/=guess/=mislead/=misspeak/=you/=wrong guess/" +
    'wrong/misspeak/mislead ! time',
  "i'm/i_am still/pretty/very/fairly/kind new here/to/at/learning",
  'still learning/in_training/ramping ! you',
  'let me/us =look =into =that/=this/=it ! calendar',
  'someone/somebody else/more =to/=would/=will/=could/=may/=can/=technical answer/know/explain/' +
    'tell/technical ! you',
  "don't/not/can't remember/recall/understand/follow how/what/that/the/your/this question/works/" +
    'detail/exactly/off/part ! you',
  'lost me there/completely/totally',
  'confused/confusing about/by/myself ! you/your',
  // Where an alarm would be false; these hold for every phrase here.
  '! noise/arrival/forecast/is_back/who_is_calling/people_wait/why_people/why_anyone/why_anybody/' +
    "the_bears/who_should_sign/on_your_side/you_like/=couldn't_say_no/=can't_say_no/" +
    "=can't_say_that_i/=can't_say_for_sure_it/you_sent/okay_it/yes_it/yes_we/the_answer_is/" +
    'it_shipped/anybody_who_does/coffee/weather/rain/rained/snow/football/basketball/baseball/' +
    'kids/neighborhood/vacation/good_time/bad_time/caught_you/my_email/my_voicemail/my_message/' +
    'told_you/mentioned/how_happy/how_much_i/how_many/good_things/landlord/what_i_would_do/' +
    'billing/accounting_department/stop_yet/complain/complained/complaint/site_visit/time_zone/' +
    'time_zones/to_beat/to_quote_it/your_bill/lunch/dinner/traffic/i_have_been_to/last_time/' +
    'about_you/raffle',
  '!2 say_i_have/say_i_blame/say_i_am/say_enough/tell_you_how_happy/tell_you_how_much/' +
    'tell_you_how_many/tell_you_how_glad/tell_you_the_last/tell_you_when_i',
  '!3 your_budget/your_screen/your_end/your_building/your_roof/color_shows/if_it_is_a_good/' +
    'if_now_is/if_this_is_a_good/if_you_got/if_you_saw/if_anyone_told/if_anybody_told/' +
    'if_they_told/if_he_told/if_she_told/your_exact/your_square/yourself',
  // Said indirectly, in passing.
  '=defer + =to + =my/=our/=the/=engineering/=somebody',
  '=let/=need/=have/=gotta/=hold/=going .. ask + somebody/someone/around/one_of/a_colleague/' +
    'my_colleague/a_coworker/our_engineer/our_engineers ! you/your/calendar/schedule/price/' +
    'discount',
  '=little/=bit/=kind_of/=totally/=completely + lost + =on/=there/=with ! you/weight/in_the_mail',
  'ask/asking/check/checking + around ! neighborhood',
  '=never/=not/=really + thought + =about/=of + =that/=it/=this',
  "=not/=ain't/=isn't + =something/=really/=the_one/=a_thing + =i/=strong/=who + =know/" +
    '=would_know/=usually/=deal/=handle ! you',
  "=don't/=not + =quote + =me ! price",
  '~rather/prefer/hate/hesitate + =not/=to + guess/speculate/misspeak/tell_you_wrong/' +
    'give_you_the_wrong/answer_that ! price ! what_is_your/your_exact',
  '!3 if_you_know/if_you_knew/if_you_saw/about_you/what_you/whether_you/if_you_remember/' +
    'if_you_heard/if_i_told_you/if_i_mentioned/how_you/anybody_who',
  '!4 calendar/schedule/available/appointment/availability/weather/parking',
  "{not_know} ! you_don't_know/you/yourself/yet ! they_don't/he_don't/she_don't/people_don't/" +
    "customers/why_i_said/what_to_say/don't_know_each/good_to",
  "{not_know} + =ma'am/=sir/=honestly/=off/=to/=but/=that/=the/=how/=if/=what/=whether/=about/" +
    '=either ! if_you/you_know/how_you/what_you_do/about_you/what_you_think',
  '=honestly/=frankly/=truthfully/=truth/=tell_you_the_truth/=to_be_honest/=shoot/=gosh/=jeez/' +
    "=man/=boy/=wow/=oof/=yikes .. =don't/=no/=not/=couldn't/=never/=can't/=ain't/=unsure + " +
    '=know/=idea/=sure/=clue/=tell/=say/=certain/=positive/=remember/=recall/=answer/=been ! you/' +
    'problem/worry',
  "=not/=ain't/=isn't/=aren't/=am_not + =sure/=certain/=positive/=a_hundred/=one_hundred/" +
    '=hundred/=100/=entirely/=totally/=completely/=too/=real/=super/=exactly/=quite/=really + ' +
    '=percent/=sure/=certain/=on/=about/=how/=if/=whether/=what/=to/=that/=positive/=either/' +
    '=honestly/=which/=familiar/=let/=i/=off ! you/your/you_are ! when_he/when_she/' +
    'anymore_but_thanks @ customer: {question}',
  "=ain't/=not + =sure + =let/=i/=ma'am/=sir/=to/=but/=on/=honestly/=actually/=there ! you",
  "=couldn't/=can't + =say/=tell_you/=answer_that/=speak_to_that/=tell_ya ! goodbye/enough/" +
    'how_much_i/no_to/legally',
  'beats + =me/=the_heck',
  '=your + =guess + =is',
  '=making/=make/=made + =it/=that/=something/=stuff + =up/=all_up ! to_you/for/with_you/' +
    'make_it_up_to ! your_mind ! you_can/if_you_can/time/tuesday/friday',
  '=have/=need/=got/=gonna_have/=going_to_have/=let_me + =to/=me + =look/=check/=ask/=find/' +
    '=look_into/=confirm/=dig/=research/=verify/=read_up/=phone_a_friend/=consult/=grab/=pull + ' +
    '=that/=into/=on/=somebody/=someone/=out/=with/=around/=the_manual/=the_book/=the_docs/' +
    '=the_spec/=the_brochure/=the_sheet/=my_notes/=engineering/=a_colleague/=the_product + =up/' +
    '=part/=part_i/=one/=for_you/=who/=and/=team/=because/=folks/=guys/=or/=book/=manual/=here ! ' +
    'signed_off/approval/approved/promise/calendar/schedule/account/order/available/inventory/' +
    'tracking/your/how_many_you/price/discount/slot/when',
  '=grab/=get/=find/=check/=consult/=pull/=dig/=see_what + =the/=my/=out/=up/=what + =book/' +
    '=manual/=spec/=specs/=binder/=cheat_sheet/=handbook/=documentation/=docs/=datasheet/' +
    '=data_sheet/=guide/=brochure/=says/=faq/=script ! send_you/for_you_to/mail/text/your',
  "=not/=isn't/=ain't/=nothing/=don't_see_it/=can't_find + =on/=in/=it_in/=about_that_in/" +
    '=that_in + =the/=my/=our/=here + =sheet/=script/=book/=screen/=notes/=system/=docs/' +
    '=material/=manual/=brochure/=list/=training/=wheelhouse/=faq/=documentation/=binder/=spec/' +
    '=one_sheet/=data_sheet/=cheat_sheet',
  "=don't/=do_not/=not/=wouldn't + =want/=wanna/=wish/=like/=going/=gonna + =to + =guess/" +
    '=guess_on/=tell/=say/=lie/=mislead/=speculate/=give/=misquote/=misspeak/=quote/=promise/' +
    '=steer + =you/=on/=that/=something/=wrong/=about/=the/=anything/=a/=uh/=no/=to .. =wrong/' +
    '=that/=something/=lie/=on/=false/=bad/=incorrect/=guess/=anything/=number/=answer/=let/=and/' +
    '=true/=not/=without/=is ! price/discount/pressure/no_to_you',
  "=don't/=not/=wouldn't + =want/=wanna/=going + =to + =guess/=speculate/=lie/=mislead/=misspeak/" +
    '=misquote/=steer/=tell_you_wrong/=give_you_bad/=give_you_the_wrong/=say_the_wrong/' +
    '=tell_you_something/=say_something ! price',
  '=i/=we/=i_actually/=i_personally/=me + =have/=am + =never/=not + =been/=had/=heard/=gotten/' +
    '=seen/=tried/=come/=run/=done/=used/=set + =asked/=anybody/=anyone/=of/=that/=somebody/=it/' +
    '=one/=across/=a/=into/=this ! you/better/happier/to/so/off ! met/' +
    'done_that_for_a_customer_with/such/in_my_life',
  '=never/=not + =been/=gotten/=had + =asked/=that/=anyone/=anybody + =that/=this/=ask/=one/' +
    '=about/=question/=me ! you',
  '=first/=1st/=second/=third/=last + =day/=week/=time/=month + =on/=here/=anyone/=anybody/' +
    '=somebody/=someone/=i/=in + =the/=job/=i/=has/=asked/=they/=asks/=been/=me/=is/=ever/=this ' +
    '! of_the_month/trial/billing/with_us/you ! vacation',
  '=this/=it/=only/=just + =is/=am/=my/=is_only/=is_my/=is_literally_my + =my/=only/=second/' +
    '=first/=third/=week/=two + =second/=first/=third/=week/=day/=fourth/=weeks/=days + =day/' +
    '=week/=on/=in/=here/=month ! your/trial ! favorite',
  "=haven't/=didn't/=hasn't/=never/=not + =trained/=train/=been/=covered/=cover/=taught/=teach/" +
    '=gotten/=got/=shown/=show/=gone/=told/=learned + =me/=us/=trained/=on/=that/=to/=over/=in/' +
    '=it/=about/=shown/=this + =on/=that/=in/=yet/=how/=part/=it/=one/=training/=this/=about/' +
    '=product ! you',
  "=that's/=that_is/=it's/=it/=that/=this/=is/=little/=way/=bit + =is/=a/=above/=beyond/=outside/" +
    '=over/=past/=out + =above/=beyond/=outside/=over/=bit/=little/=of/=past/=my + =my/=me/' +
    '=beyond/=above/=outside/=what/=over/=pay + =pay/=grade/=head/=area/=knowledge/=expertise/' +
    '=wheelhouse/=lane/=my/=i/=depth/=department/=training/=understanding !@ price/discount/' +
    'percent/refund/waive/exception/terms/credit ! approve/approval/discount',
  '=above/=over/=outside/=beyond + =my + =pay_grade/=head/=wheelhouse/=lane/=depth/=expertise/' +
    '=knowledge/=area !@ price/discount/percent/refund/waive/exception/terms/credit ! approve/' +
    'approval/discount/authority',
  '=good/=great/=fair/=interesting/=tough/=tricky/=excellent/=hard/=deep + =question/=one + =i/' +
    "=um/=uh/=let/=honestly/=hm/=hmm/=that/=never/=no/=not/=actually/=it's + =don't/=am/=me/" +
    "=would/=not/=have/=i/=one/=idea/=no/=i'd/=wish/=haven't/=will/=been/=sure ! you ! explain/" +
    'show/walk/happy/answer_that/can_tell ! let_me_show/so_the',
  "=don't/=do_not/=haven't/=not/=no + =have/=got/=see + =the/=a/=an/=that/=any/=those/=good/" +
    '=exact/=it/=specific/=anything + =number/=answer/=figure/=information/=data/=stat/=stats/' +
    '=detail/=details/=info/=spec/=numbers/=percentage/=idea/=clue/=metric/=exact/=in_front/' +
    '=handy/=for_that ! you/your_account_number/your_order_number/your_number/phone/yet_because/' +
    'on_file/tracking',
  "=in + =front + =of + =me & =don't/=not/=haven't/=do_not ! you_in_front/your",
  '=get/=bring/=loop/=pull/=have/=patch/=grab/=find + =in/=an/=a/=one/=somebody/=someone/=you/' +
    '=our/=the/=on/=with .. =engineer/=specialist/=expert/=technical/=engineers/=architect/' +
    '=product_team/=tech_guy/=tech_team/=knows/=solutions/=actuary/=underwriter/=smarter/' +
    '=engineering + =on/=to/=in/=who/=for/=answer/=the/=that/=can/=next/=this/=involved/=than/' +
    '=about/=out/=more ! your/truck/saturday/out_there/schedule_the/out_to/appointment/' +
    'to_your_house ! install',
  '=somebody/=someone/=colleague/=person/=coworker/=teammate/=guy/=girl + =else/=who/=smarter/' +
    '=that/=with/=on + =who/=would/=will/=can/=might/=than/=knows/=handles/=more/=technical/' +
    '=the_technical/=our_product + =know/=knows/=me/=answer/=better/=speak/=this/=that/=actually/' +
    '=technical/=explain/=understands/=side ! your/you_know/you_trust',
  "=lemme/=let_me/=i_will/=i'll/=i_can/=allow_me_to/=gotta + =find/=get/=circle/=come/=follow/" +
    '=look/=double/=check + =out/=back/=into/=up/=check/=on_that + =and/=to_you/=with/=that/=on/' +
    '=for_you/=for_sure/=it/=with_you + =call/=get/=on/=that/=an/=the/=email/=let/=about/=answer/' +
    '=part/=one/=circle/=with/=back ! quote/calendar/schedule/invoice/proposal/paperwork/times/' +
    'tomorrow_with_a/contract/price/next_week/dates/your/order/appointment ! tracking ! pricing/' +
    'discount',
  '=i/=we + =thought/=think/=wanna/=want/=would/=guess/=assume/=believe/=feel + =it/=to/=i/' +
    '=maybe/=so/=wanna/=that/=want + =might/=say/=guess/=does/=could/=maybe/=depends/=not/=knew/' +
    "=may/=is + =but/=yes/=no/=be/=don't/=i/=so/=not/=it/=maybe/=uh/=um/=like + =don't/=i'm/=not/" +
    '=no/=sure/=i/=wanna/=quote/=yes/=maybe/=be/=uh/=let ! you/sorry/thanks ! i_think_you',
  'stumped/stumping/stumper ! tree',
  'got/have/had + =me + =there/=stumped/=on_that ! until/by/meet/see/back ! i_got',
  '=wish/=should + =i/=we + =knew/=could_tell/=had/=know/=could_answer ! you/about_you ! ' +
    'better_news/a_nickel/more_time',
  '=out + =of + =my + =depth/=league/=element/=wheelhouse/=lane',
  "=i + =would/=i'd/=will/=am + =be/=just/=only/=probably + =guessing/=lying/=speculating/" +
    '=spitballing/=making/=bluffing/=winging/=a_guess/=be_guessing',
];
