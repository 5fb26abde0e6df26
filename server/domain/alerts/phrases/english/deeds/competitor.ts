/** English deeds that speak of going to a rival: who does what with what, as classes of words. In the notation of pattern.ts. */
export const competitor: readonly string[] = [
  '{number} .. =you/=you_guys/=yours + =are/=is/=were/=still + =at/=charging/=asking/=wanting/' +
    '=quoting/=still_at/=up_at/=sitting_at/=way_up_at/=on + {number} ! {rival_ordinary}',
  '{brand} .. {bids} .. {number}/{same_thing}/{price_gap} ! {rival_ordinary}',
  '=someone/=somebody/=place/=guy/=shop/=company/=outfit/=firm/=fella/=dealer/=yard/=garage/' +
    '=store/=crew/=bloke/=lot/=crowd/=chap/=supplier/=vendor/=provider + =else/=who/=that/' +
    '=down/=round/=around/=across/=over/=up/=in .. {bids}/=for .. {number}/{price_gap}/' +
    '{same_thing} ! {rival_ordinary} ! =can_you/=wanted_to_buy',
  '{nearby} .. {bids}/=for/=does/=do/=has/=have/=sells/=gives .. {number}/{price_gap}/' +
    '{same_thing} ! {rival_ordinary} ! =parking/=our_shop/=live/=my_house/=school/=our_place/' +
    '=construction',
  '=doing/=having/=booked/=scheduled/=had/=sat_through/=got/=getting + =a/=them_doing_a/' +
    '=another/=the + =demo/=pitch/=presentation/=proof_of_concept/=pilot/=trial/=bake_off + ' +
    '=for/=from/=with/=by/=on + =us/=them/?name/{brand}/=the_other/=somebody_else/' +
    '=someone_else/=another ! =your/=you',
  'tried/trialled/trialing/trialling/testing/tested/piloting/piloted/sampled .. ?name/{brand} ' +
    '& =less/=cheaper/=better/=faster/=quicker/=sooner/=next_day/=easier ! {rival_ordinary} ! ' +
    '=restart/=reboot/=reset',
  '=had/=have/=got/=has + {brand}/?name + =on + =the_other/=my_other/=another/=hold/=line_two ' +
    '+ =line/=phone/=tab',
  '=other/=another/=second/=third/=competing/=rival/=different + =quote/=quotes/=bid/=bids/' +
    '=offer/=offers/=proposal/=estimate/=estimates + =from/=that/=is/=was/=came/=in/=on/=which/' +
    '=i_got/=i_have/=here ! =from_you/=can_i/=could_i/=your_other',
  '=shopping/=shop/=looking/=look + =around + =for/=and/=because/=at/=before/=a_bit/=some/' +
    '=other ! =your_site/=your_shop/=house/=just_looking/=store/=office',
  '=compare/=comparing/=compared/=measure/=measuring/=stack/=stacking/=hold/=line =you/=your/' +
    '=yours/=this/=it/=up =up/=with/=to/=against/=next/=versus =to/=against/=with/{brand}/' +
    '?name/=what/=the/=two/=three/=others/=other ! =plan/=plans/=model/=models/=last/=ours/' +
    '=size ! {rival_ordinary}',
  '=why/=what .. =you/=yours/=your .. =over/=instead_of/=rather_than/=better_than/=than/' +
    '=different_from/=ahead_of ?name/{brand}/=them/=theirs/=others/=other/=everyone_else ! ' +
    '{rival_ordinary}',
  '=your + =competitor/=competitors/=competition/=rival/=rivals + =is/=are/=has/=have/=offered/' +
    '=said/=will/=can/=down/=called/=charges/=does/=price/=product ! {rival_ordinary} & =you/' +
    '=we/=i/=me/=us/=less/=cheaper/=better/=half',
  '=other/=two_other/=three/=three_other/=another/=couple_of/=few/=several/=few_other/' +
    '=couple_other/=four + {vendor_kind} + =we/=i/=in/=on/=that/=to/=are/=is/=coming/=this/' +
    '=bidding/=pitching/=looking/=too/=as_well & =looking/=talking/=seeing/=comparing/' +
    '=considering/=pitching/=bidding/=quote/=quotes/=shortlist/=decision/=run/=process/=demo/' +
    '=demos/=price/=meeting/=deciding ! {rival_ordinary} ! =do_you/=can_you',
  "{brand} + =offered/=quoted/=said_they/=told_me_they/=promised/=pitched/=called_us/=doesn't/" +
    '=gave_me/=gave_us/=can_do/=will_do/=is_cheaper/=is_offering/=has_a_better ! ' +
    '{rival_ordinary}',
  '=with/=from/=at/=evaluating/=trial_with/=talks_with/=talked_to/=talking_to/=looking_at/' +
    '=considering/=tried/=demo_with + {brand} + =too/=as_well/=also/=instead/=and_liked/' +
    '=last_week_and/=and_they/=this_week ! {rival_ordinary}',
  '=how_come/=why_is/=beat/=match/=undercut/=prefers/=prefer/=cheaper_than + {brand} ! ' +
    '{rival_ordinary}',
  '=what + =do/=can/=does + =you/=yours/=it + =do/=have/=offer/=better + =that/=than + {brand}',
  '=shortlisted/=short_listed/=down_to/=between + =you/=us + =and/=plus + =two/=one/=three/' +
    '=another/=a_couple',
  '=other/=another + =vendor/=company/=provider/=supplier/=bidder + =promised/=offered/=quoted/' +
    '=was_friendlier/=is_cheaper/=said_they/=came_in/=gave ! {rival_ordinary}',
  '=evaluating/=looking_at/=considering/=comparing/=weighing + =a_couple_of/=other/=some/' +
    '=a_few/=several/=two/=three/=alternatives/=two_other + =alternatives/=vendors/=providers/' +
    '=options_besides/=suppliers/=companies/=solutions/=competitors/=others ! {rival_ordinary}',
  '=companies/=vendors/=providers/=suppliers/=others + =in + =the + =running',
];
