/** English speech acts that bring up another offer, of classes of words. In the notation of pattern.ts. */
export const competitor: readonly string[] = [
  '=they/=he/=she/=fella/=guys/=fellas/=lads/=boys/=crew/=dealer/=bloke/=salesman + =are/=will/' +
    '=is/=would/=were/=have + =doing/=do/=charging/=offering/=giving/=finance/=throwing/=throw/' +
    '=selling/=matching/=asking/=quoting + =it/=me/=us/=at/=zero/=the/=for/=them/{number}/=in ! ' +
    'our/my_customers/my_tenants/their_homework/the_install/=you_can/my_kids/your_boss/your_team ' +
    '! {rival_ordinary}',
  '=signed/=sign/=gone/=went/=going/=go/=switched/=switch/=moved/=moving/=changing/=changed/' +
    '=swapping/=signing + =us/=me/=up/=over + =with/=up/=to/=up_to/=over_to/=up_with/=up_for + ' +
    '=the/=a + ?name ! {rival_ordinary} ! lunch/town/florida/college/hospital/school/beach/court/' +
    'you',
  '=signed/=gone/=went/=going/=switched + =with/=over_to/=up_with + ?name ! {rival_ordinary} ! ' +
    'you/on_holiday/lunch/market/college/school/uni/hospital',
  '=quote/=quotes/=quoted/=offer/=offers/=offered/=price/=bid/=deal/=proposal/=estimate/=demo + ' +
    '=from/=by/=with/=off/=at + =the/=a/=those + ?name ! {rival_ordinary} ! you/your/my/me/last/' +
    'today/yesterday/monday/tuesday/wednesday/thursday/friday/january/february/march/april/june/' +
    'july/august/september/october/november/december/email/website/=the_website ! the_team',
  '=had/=got/=have + =the/=them/=a + ?name + =fella/=fellow/=fell/=guy/=guys/=man/=rep/=lad/' +
    '=people/=boys/=salesman/=crew/=dealer =out/=as/=round/=in/=over/=here/=on/=quote/=call ! ' +
    '{rival_ordinary}',
  '=it/=that + is + ?name + =they/=who/=and + =do/=are/=hold/=have/=offer & =half/=cheaper/' +
    '=just_as/=better/=less',
  '=just/=every_bit + =as + =good/=well/=nice/=fast/=solid + =for/=and/=at + =half/=less/=they/' +
    '=cheaper ! last_time',
  '=theirs/=their_one/=the_one_they/=his/=their_machine + =is/=was/=has/=does/=in/=comes + =half/' +
    '=cheaper/=nicer/=better/=free/=faster/=quieter/=included/=bigger/=easier ! {rival_ordinary} ' +
    '! kids/my_parents',
  '=theirs/=their + =price/=quote/=offer/=one/=rate/=is/=deal/=demo/=in .. =meadow/=half/' +
    '=cheaper/=less/=lower/=better/=dad/=lovely/=impressive/=under/=same',
  '=what/=why/=how + =do/=does/=makes/=should/=have/=can/=are + =you/=i/=yours/=it + =have/=got/' +
    '=do/=offer/=any/=choose/=pick/=different/=better/=go_with .. =they/=theirs/=them/=others/' +
    '=than/=over & =they/=theirs/=them/=over/=others ! kids/customers/my_staff/users/tenants/' +
    'patients/=order_them/=use_them',
  '=you + =got/=have/=need/=would_have + =to + =beat/=match/=do_better/=top/=compete/' +
    '=come_in_under/=undercut + =a/=them/=that/=it/=his/=theirs/=with ! traffic/record/drum/rush',
  '{number}/=couple/=few/=other/=several/=another/=second/=third/=different/=two_more/=more/' +
    '=some_more + {vendor_kind} .. =to/=coming/=in/=already/=out/=here/=in_front/=on_my_desk/' +
    '=on_my_table/=so_far/=first/=lined_up/=before/=left & =quote/=quotes/=bids/=bid/=estimates/' +
    '=estimate/=offers/=offer/=compare/=prices/=proposals/=pricing/=choose/=decide/=look/=demos ' +
    '! {rival_ordinary} ! order/=users/=seats ! from_you',
  '=getting/=get/=got/=had/=have/=collecting/=waiting/=gather/=gathering/=comparing + =on/=a/' +
    '=some/=other/=a_few/=a_couple/=couple/=few/=another/{number}/=more/=in + =of/=more/=other/' +
    '=other_people_s/=different + quote/quotes/price/prices/bid/bids/estimate/estimates/offer/' +
    'offers/pricing ! {rival_ordinary} ! from_you/your_quote/can_i_get/could_i_get/can_you/' +
    'could_you',
  'shop/shopping/ring/ringing/call/calling/phone/phoning/ask/asking/look/looking/hunt + =it + ' +
    'around/round ! the_shop/house ! neighborhood',
  '=cheaper/=dearer/=pricier/=higher/=lower/=better/=less/=more/=faster/=quicker/=half/=double/' +
    '=steeper + =than/=as_much_as + =you/=yours/=what_you/=your/=theirs/=them/=the_other ! ' +
    'you_think/expected/last/you_said/you_told/quoted_me_before/your_old/your_last/=you_need/' +
    '=you_have',
  '=yours/=you/=your_price/=your_quote + =is/=are/=came/=come + =out/=in/=in_at/=the/=way/=a_bit/' +
    '=still/=about/=quite/=well + =highest/=dearest/=most/=double/=higher/=dearer/=over/=more/' +
    '=steep/=above/=top + =expensive/=of/=than/=theirs/=the/=quote & =quotes/=three/=two/=others/' +
    '=other/=them/=theirs/=than/=rest',
  '=you + are/were + =the + =second/=third/=fourth/=last/=only_other/=third_one/=fourth_one/' +
    '=second_one + =one/=company/=place/=outfit/=person/=firm/=on =i/=we/=my ! ' +
    '=person_i_spoke_to_today/transferred/=person_to_tell/=to_say/explain/problem/complaint/' +
    'issue/told',
  '=between/=down_to + =you/=yourselves/=yours/=you_guys + =and ! =me/=i ! who/what',
  '=you/=yours + =or/=versus/=vs/=against/=and + =them/=theirs/=the_other/=the_others/' +
    '=somebody_else/=someone_else & =choose/=pick/=decide/=tied/=torn/=deciding/=choice/=toss/' +
    '=why/=convince/=best',
  '=had/=have/=got/=having/=saw/=met/=seen + =someone/=somebody/=a/=another/=the/=two/=your/' +
    '=some/=one_of + =fella/=guy/=man/=lady/=lad/=rep/=company/=firm/=crew/=other/=others/' +
    '=people/=salesman/=outfit/=else .. {visit_act} ! your_man/your_guy/our_customers/from_you/' +
    '=inspector ! {rival_ordinary}',
  '{acquaintance} .. =is/=with/=uses/=use/=has/=got/=went/=pays/=swears/=gets/=switched/=on/' +
    '=moved/=had + =with/=by/=to/=half/=on/=one/=theirs/=his/=hers .. =half/=cheaper/=less/' +
    '=loves/=better/=pays/=month/=faster/=never/{number}/=swears/=happy ! {rival_ordinary} ! ' +
    'with_you/on_your/uses_you/of_yours/=your',
  '=same/=identical/=exact/=exactly/=very + =thing/=one/=unit/=model/=cover/=coverage/=plan/' +
    '=spec/=kit/=deal/=car/=package/=speed/=same .. =for/=at + {number}/=half/=less/=cheaper ! ' +
    'time/day/date/appointment/=as_last ! {rival_ordinary}',
  '=same/=identical/=exact + =thing/=one/=unit/=model/=cover/=coverage/=spec/=kit/=deal/=car/' +
    '=package + =online/=elsewhere/=across/=down/=on_the_internet/=cheaper/=for_half/' +
    '=somewhere_else',
  '=go/=going/=gone/=went/=buy/=buying/=get/=order/=find/=found/=seen/=saw/=got + =it/=one/=them/' +
    '=the_same/=these/=that + =for/=cheaper/=online/=at/=on/=in/=elsewhere/=off + =less/=cheaper/' +
    '{number}/=half/=the_internet/=online/=elsewhere/=somewhere/=a_supermarket ! ' +
    '{rival_ordinary} ! your_website',
  '=what/=can/=will/=could/=would + =you/=y_all + =match/=beat/=do_better_than/=touch/=get_near/' +
    '=compete_with/=come_close + =it/=that/=them/=this/=to/=his/=their/=theirs/=those ! color/' +
    'colour/the_sample',
  '=somebody/=someone/=another/=a_different/=one_of + =else/=company/=your + =is/=has/' +
    '=competitors/=sent/=says/=said/=offered/=will/=came/=does + =offering/=offered/=sent/=me/' +
    '=us/=will/=do/=it/=they/=cheaper/=promised/=quoted & =quote/=offer/=price/=cheaper/=less/' +
    '=half/=better/=free/{number}/=deal/=demo/=month/=faster ! {rival_ordinary} ! in_my_office/' +
    'on_my_team/from_your',
  '=two/=three/=four + =horse + race',
  '=front/=lead + =runner/=runners',
  '=they/=he/=she/=these_guys/=those_guys/=this_lot/=that_lot + =will/=would/=can/=could/=are/' +
    '=have + =going_to/=also/=even/=only/=already/=just/=do/=to + =finance/=financing/=throw/' +
    '=throwing/=install/=deliver/=delivering/=include/=including/=take/=taking/=match/=waive/' +
    '=waiving/=cover/=covering/=ship/=haul/=fit/=fitting/=start/=pour/=come/=give/=giving/=price/' +
    '=sell/=hold/=do/=doing + =in/=our/=my/=it/=us/=me/=out/=the/=at/=for/=a/=zero/=free & =you/' +
    '=your/=beat/=cheaper/=less/=free/=zero/=better/=than/=quote/=quoted/=offer/=price/=match/' +
    '=half/=month/=trade ! {rival_ordinary} ! my_kids/students/landlord/users/=tenants/' +
    '=customers/=patients/=movers/=police/=doctors/=school',
  '=they/=theirs + =are/=is/=do/=come/=were/=came/=hold/=work/=run/=last + =half/=cheaper/=less/' +
    '=just_as/=a_third/=a_quarter/=way_cheaper/=much_cheaper/=under/=lower/=in_cheaper/=in_lower/' +
    '=in_under/=faster/=quicker ! {rival_ordinary} ! kids/tomatoes/my_tenants',
  '=ahead/=nicer/=sharper/=keener/=closer/=friendlier/=local + =price/=deal/=quote/=offer/' +
    '=outfit/=crew/=fella/=company & =you/=your/=they/=another/=other/=quote ! {rival_ordinary}',
  '=why/=what + =would/=should/=could/=is + =i/=we/=stopping/=to_stop + =not/=just/=pay/=stay/' +
    '=go/=buy/=use/=me/=us + =with/=just/=extra/=more/=you/=going/=buy/=order .. =they/=them/' +
    '=theirs/=other/=others/=someone_else/=online/=elsewhere',
  '=already/=just/=pretty_much/=almost/=nearly/=all_but/=verbally/=half + =signed/=agreed/' +
    '=committed/=chosen/=decided/=picked/=said_yes/=shook_hands/=decided_on + =with/=to/=on/=by ' +
    '! {rival_ordinary} ! you/your ! =behalf',
  '=you/=yours + =is/=are/=was/=were/=come/=came + =second/=third/=last/=runner_up/=the_backup/' +
    '=plan_b/=not_the_only + =on/=choice/=best/=place/=in/=one & =list/=choice/=best/=quote/' +
    '=price/=front/=ones/=they ! {rival_ordinary} ! in_line/call/attempt/visit/time',
  "=not/=aren't/=isn't + =the/=our/=my + =only + =ones/=one/=fish/=game/=company/=option/=people/" +
    '=horse/=show/=outfit/=shop & =you/=town/=talking/=looking/=sea/=bidding/=quote/=list',
  '=side_by/=next_to/=beside/=alongside/=against + =side/=each/=yours/=your/=it/=theirs & =quote/' +
    '=quotes/=offer/=offers/=price/=proposal/=compare/=comparing/=yours/=theirs/=spreadsheet/' +
    '=columns ! road/house/driveway/garage ! {rival_ordinary}',
  '=price/=quote/=deal/=offer/=bid/=figure/=number + =i/=we/=they + =got/=have/=had/=was/=were/' +
    '=been/=gave + =from/=given/=off/=quoted/=elsewhere/=yesterday/=today/=online/=this_morning/' +
    '=me/=us ! {rival_ordinary} ! you/your_website/last_year',
  '=beat/=match/=undercut/=better/=top/=sharpen/=improve_on + =a/=that/=it/=them/=their/=this/' +
    '=those/=pad/=your/=his + =pad/=and/=price/=pencil/=offer/=or/=quote/=deal/=i_am/=you_have ! ' +
    '{rival_ordinary} ! color/colour/drum/heat/traffic/=record',
  '! {rival_ordinary}',
  '=contract/=offer/=quote/=proposal/=brochure/=leaflet/=flyer/=letter + =from/=of ?name ! ' +
    '{rival_ordinary} ! you/your',
  '=how/=why/=what .. =you/=yours/=this .. =over/=than/=from/=against/=to/=versus/=beside ?name ' +
    '& =different/=better/=pick/=choose/=compare/=stack/=over/=difference/=go_with/=versus ! ' +
    '{rival_ordinary} ! email/=order/=appointment',
];
