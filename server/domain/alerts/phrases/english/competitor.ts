/** What English phrases name a rival as another choice, in the notation of pattern.ts. */
export const competitor: readonly string[] = [
  'they/competitor/others/someone/somebody/provider/vendor =offered/=quoted/=gave/=offer/' +
    '=promised =us/=me/=a/=it lower/cheaper/better/half/less/discount ! you_offered ! our_reps',
  'lean/leaning/tend/tending/incline/inclined =toward/=towards/=to/=more {rival} ! speak/talk',
  'going/go/went/moving/switch/switching/signed/sign with/to someone/somebody else ! speak/talk ' +
    '@ cheaper/quote/quoted/offer/offered/better/price',
  'cheaper/better/lower elsewhere/somewhere_else/offer_from/quote_from/price_from/deal_from/' +
    'from_another',
  'shop/shopping around ! told_the/told_him',
  'compare/comparing/evaluate/evaluating/consider/considering/test/testing/look/looking/explore/' +
    'exploring/weigh/weighing/trial/trialing several/multiple/few/different/other/others/two/' +
    'three/couple/competing vendors/tools/providers/suppliers/options/solutions/products/' +
    'platforms/systems/companies/packages ! plans/two_options_you/your_plans/' +
    'between_the_two_plans/your_packages/colors/reports',
  'different/better/special/unique from/than/compared/over other/others/{rival}',
  'different/better/special/unique =from/=than {rival}',
  'makes/make you different/better/special/unique/stand ! happy',
  'already/currently have/using/use/got quote/offer/proposal/bid/demo from ! your_team/' +
    'from_janet/from_you/you_sent',
  'quote/offer/proposal/bid/pricing from =another/=other/=a/=two/=three/=your/=different/' +
    '=hubspot/=zoho/=one/=somebody/=someone other/vendor/vendors/provider/competitor/competitors/' +
    'company/firm/supplier/different/else/of',
  'your/a/the/main/biggest/direct/another competitor/rival/competition ! my/our competitor ! ' +
    'who_is_my ! school/tonight/cooking/dance/barbecue/baking/sports/swim ! switched_to/' +
    'is_a_joke/are_a_joke',
  'competitor/rival of yours',
  'how =do/=are/=does =you/=your/=it/=this compare/stack/differ/different/better to/up/from/' +
    'against/than ! last/previous/old_plan/current_plan/basic/standard/enterprise/premium/plan',
  'stack up against',
  'why should/would we/i choose/pick/go you/with/yours over/instead/and',
  'other vendors/providers/suppliers/bidders/candidates/companies/contenders/players in/on/we/' +
    'are/list/running/mix ! integrate/partner/partners',
  'alone:looking/talking/speaking/evaluating/considering =at/=to/=with/=two/=three/=a/=several/=other/' +
    '=some two/three/four/several/few/other/couple vendors/providers/suppliers/options/products/' +
    'platforms/tools/solutions/systems/companies/others',
  'have/got/narrowed it/this/down/choice =down/=to/=between you/two/three and/vendors/options/' +
    'finalists',
  'between you and =two/=them/=one/=the_other/=another/=somebody/=someone/=a/=three/{rival}/' +
    '{brand} ! me',
  'you or/versus/vs {rival}',
  'one/some of the others/other vendors/providers/suppliers',
  'alternative/alternatives/options to you/your/this out_there/market ! alternative_date/' +
    'alternative_time',
  'demo/trial/pilot/poc/free_trial from/with/of =another/=other/=two/=your/=a/=hubspot/=their/' +
    '=competitor/=them ! we_ended/other_group/other_team/other_department',
  "they're/they_are/they're/they come/came/are/offering/charging/undercutting =in/=cheaper/=half/" +
    '=less/=lower/=offering/=undercutting/=you/=much/=significantly/=charging cheaper/less/half/' +
    'lower/you ! reps/team/employees/managers',
  '{brand}/{store} !3 delivered/parking/account_with/email @ rep: who_else/anyone_else/' +
    'anybody_else/other_quotes/comparing/talking_to/what_else_are/holding_you_back/' +
    'deciding_between/other_companies/other_options/who_was_it/which_company/who_quoted/' +
    'who_are_you_with/who_are_you_using/who_do_you_use',
  // Where an alarm would be false; these hold for every phrase here.
  '! and_thought/like_the_amazon/starts_at/in_college/have_the_trailer/we_used_to/i_used_to/' +
    'years_ago/before_you/before_we_came/jealous/used_to_be/interned/the_other_site/' +
    'the_other_office/the_other_location/of_ours/of_mine/uses_you/turn_left/turn_right/' +
    'across_from/next_to_the/next_door/behind_the/past_the/off_the_exit/parking/not_for_this/' +
    'your_site/your_website/your_catalog/your_page/your_brochure/on_the_wall/in_the_shop/' +
    'in_the_office/on_the_crew/on_the_team/overnight/easy_to_find/library/i_sell/we_sell/we_make/' +
    'we_supply/i_used_to_work/used_to_sell/we_deliver_to/our_biggest_customer/customer_of_ours/' +
    'client_of_ours/the_two_sizes/the_two_you_sent',
  // Said indirectly, in passing.
  'across_town/across_the_street/down_the_road/down_the_street/up_the_road/up_the_street .. =can/' +
    '=will/=does/=do/=has/=charges/=charge/=quoted/=said/=wants/=offered/=are/=cheaper ! live/' +
    'lives/moved/our_office/your_store/our_shop',
  'quote/quotes/bid/bids/estimate/estimates/proposal/proposals/pricing + =from .. {number}/some/' +
    'several/other/others/another/couple/few/both/different/{brand}/{store}/contractor/' +
    'contractors/vendors/companies/firm ! from_you/our_vendors/my_vendors',
  'cheaper/less/lower/same/better .. =at/=on/=from/=with/=through/=than .. {store}/{brand}',
  'go/going/went/gone/sign/signed/signing/stick/sticking/stay/staying + =with .. {brand}/{store}',
  '=you/=yours/=your_product/=this .. =that/=than/=over/=like/=unlike .. {brand} ! hooked_up/' +
    'connect/integrate/website',
  '=any/=how + =are/=is/=better .. better + =than + =what/=my/=our/=the + =we/=i/=current/' +
    '=existing/=one ! last_year/last_time',
  '!5 they_say/they_said/they_will_say/customer_says/customers_say/caller_says/people_say/' +
    'if_they/somebody_says/if_someone',
  '{brand} @ rep: using_now/using_today/you_using/you_use/you_currently/currently_have/who_else/' +
    'anyone_else/else_are_you/anybody_else/current_provider/your_provider/current_vendor/' +
    'other_quotes/quote_you/leading/in_the_running/incumbent/which_one/who_with/who_are_you/' +
    'who_do_you_have/who_are_they/who_is_it/coming_from/up_against/competitor ! hooked_up/' +
    'connected_to/does_it_work_with/works_with/plug_into/runs_on/our_website/my_website',
  '=only/=just + quote/bid/offer ! you_sent',
  'cheaper/better/lower + option/options/alternative/deal/price/one/offer/quote .. =out/' +
    '=elsewhere/=online/=somewhere/=on/=at/=from/=down ! you_guys/your/weather',
  'uses/use/using/got/has/bought/went_with .. {brand} .. better/love/loves/cheaper/swears/half/' +
    'happy_with_them/does',
  '!4 integrate/integration/sync/import/export/plugin/calendar/login/log_in/stock/shares/' +
    'worked_at/work_at/works_at/works_for/used_to_work/commercial/ceo_of/parking_lot/across_from/' +
    'next_to/connect_to/logo/in_the_report/gift_card/delivered/delivery_from',
  '{store} .. same/cheaper/less/match/price/priced/has_it/had_it/got_it/sells/selling/sale/' +
    'hundred/dollars/ninety_nine/wants/charges/quote/quoted ! gift_card/meet/parking ! price_of/' +
    'transaction/total/declined',
  'match/beat/beats/versus/vs/against/than/over/at/from/with/like + =what/=the/=their + {store} ' +
    '! gift_card/meet/like_to/at_home/parking ! i_work/shop_at ! email_from/login_with/' +
    'sign_in_with',
  '=you/=your/=this/=yours/=it + =any/=so/=really/=compare/=different/=better/=cheaper/=stack/' +
    '=do_that/=to/=versus/=vs/=not/=over/=or + =different/=to/=from/=than/=up/=with/=versus/' +
    '=instead/=against .. {brand}/{store}',
  '{rival} .. =called/=calls/=calling/=came_by/=showed/=sent/=reached/=contacted/=approached/' +
    '=emailed/=visited/=knocked/=pitched/=dropped/=left/=stopped/=offer/=offering/=quoted ! talk/' +
    'speak/call_me_back/somebody_else_called/someone_else_called/someone_else_from_your ! ' +
    'from_your',
  '=your/=a/=one_of_your/=two_of_your/=another/=the_other/=other/=some + competitor/competitors/' +
    'competition/rival/rivals ! school/tonight/cooking/dance/barbecue/baking/sports/swim/' +
    'switched_to_you/years_ago ! is_a_joke/support_is',
  '=three/=four/=two/=five/=several/=other/=couple/=few/=both/=all/=lowest/=second/=third/' +
    '=competing + =other/=of/=of_the + =quotes/=bids/=estimates/=bidders/=vendors/=finalists/' +
    '=contenders/=companies/=outfits/=contractors/=proposals/=guys/=places/=firms/=carriers/' +
    '=lenders/=brokers/=dealers/=dealerships + =we/=i/=came/=in/=on/=already/=so/=out/=and/=to/' +
    '=are/=this/=last/=for/=before/=quoted/=said/=bidding/=talking ! our/my/customers/integrate ' +
    '! your_other ! places_i/both_places/our_locations',
  '=one/=other/=another/=some/=next/=different/=cheaper/=last/=both + =of/=guy/=guys/=company/' +
    '=place/=fella/=outfit/=dealer/=shop/=vendor/=agent/=lender/=contractor/=carrier/=broker/' +
    '=dealership/=store/=provider/=fellow/=bank/=insurer/=firm + =them/=came/=quoted/=said/' +
    '=offered/=is/=wants/=charges/=down/=told/=in/=has/=gave/=across/=was/=will/=can/=does/=bid/' +
    '=promised .. =under/=cheaper/=less/=lower/=hundred/=thousand/=better/=same/=dollars/=free/' +
    '=price/=deal/=match/=beat/=percent/=bucks/=half ! lives/our_guy/my_guy/the_tech ! ' +
    'your_company/your_store',
  '=came/=come/=comes/=bid/=quoted/=undercut/=underbid/=beat/=beats/=beating/=undercutting/' +
    '=underbidding + =in/=at/=us/=me/=you/=your/=everyone/=it/=way/=well/=significantly + =under/' +
    '=below/=lower/=cheaper/=your/=less/=everyone/=price/=number/=by/=than/=you/=on ! to_you ! ' +
    'budget/schedule',
  'underbid/underbidding/undercut/undercutting/outbid ! weeds',
  '=cheaper/=less/=lower/=better/=half/=same + =price/=somewhere/=elsewhere/=at/=online/=through/' +
    '=from/=with/=down/=deal/=rate/=across/=than_you/=than_yours/=than_your + =somewhere/' +
    '=elsewhere/=online/=at/=from/=across/=down/=another/=other/=somebody/=someone/=the_other/' +
    '=place/=else/=they/=the_street/=a_different/=are/=price ! you_guys_online/your_website/' +
    'your_site/weather/than_you_said ! in_the_store/as_in/price_online_as/as_online',
  '=incumbent/=rfp/=rfq/=bakeoff/=bake_off/=request_for_proposal/=bidding_war/=competitive_bid/' +
    '=beauty_contest/=shortlist ! finish/of_candidates/hiring',
  '=between/=down_to/=it_is + =you/=them/=yours + =and/=or/=versus/=vs + =the_other/=one_other/' +
    '=them/=another/=two/=somebody/=someone/=your_competitor/=a_company',
  '=you/=yours/=your_price + =or/=versus/=vs/=against + =them/=the_other/=another/=somebody/' +
    '=someone/=the_competition/=the_incumbent/=theirs ! them_all',
  '=told/=said/=tells/=says/=wants/=showed/=promised/=offered/=quoted/=offering/=pitching/' +
    '=pitched + =us/=me/=i/=they/=they_would/=theirs .. =different/=cheaper/=free/=half/' +
    '=for_less/=beat/=match/=better/=lower @ {rival}/{brand}/{store}',
  '=leaving/=left/=coming/=moving/=switching/=came/=switched/=migrating/=converting + =from/=off/' +
    '=over_from/=off_of/=away_from .. {brand}/{store}',
  '=currently/=right_now/=today/=already/=now/=been/=signed/=locked/=contract/=used + =use/' +
    '=using/=on/=with/=a/=have/=up/=in/=under/=working_with + =with/=contract/=into/=a/=another/' +
    '=to + =another/=different/=vendor/=competitor/=provider/=company/=somebody/=someone ! ' +
    'happy_with_you ! else_from',
];
