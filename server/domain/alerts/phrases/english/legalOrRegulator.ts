/** What English phrases threaten with a court or an authority, in the notation of pattern.ts. */
export const legalOrRegulator: readonly string[] = [
  "we'll/i'll/will/going/gonna/see/take/let =you/=your/=see/=let/=to/=the/=in/=what/=a court/" +
    'courts/judge ! tennis',
  '{lawyer} contact/call/write/letter/touch/sue/hear/pursue/instruct/tell/told/advise/advised/' +
    'say/says/think/thinks/send/sending/take/handle/deal/respond/demand/see/love/interested ! ' +
    'review/redline/nda/approve/approved/signed_off/sign_off/look_over/looking_over/msa/clause/' +
    'wording/comment/comments/template/draft/markup/the_terms/the_contract/the_agreement/fine/' +
    'okay/questionnaire/procurement ! told_me_to/says_i_need/told_us_to ! keep_call/' +
    'keeps_calling/divorce/custody ! insurance_company/about_the_flood/likes_your/called_about/' +
    'called_me_about',
  '{lawyer} involved/on_this/on_it/already/ready',
  'lawyer lawyering/up',
  'against the law ! park/as_far_as/i_think_it',
  '{regulator} interested/hear/know/look/love/want/involved/investigate/fine/informed/notified/' +
    'told/curious ! certified/approved_us ! fined/our_suppliers/one_of_our',
  'privacy/data/rights/hipaa/gdpr/consumer violation/breach/infringement ! policy/how_do_you/' +
    'in_case/would_be/security_breach/data_breach ! we_take/train/training/seriously/our_policy',
  'know my/our rights',
  '{lawyer} contact/call/write/letter/involved/involve/touch/sue/hear/pursue/instruct ! review/' +
    'redline/nda ! keep_call/keeps_calling/divorce/custody ! insurance_company/about_the_flood/' +
    'likes_your/called_about/called_me_about',
  'hear/hearing from/by {lawyer} ! review',
  '=you/=your_company/=get/=getting/=be/=wanna/=want .. sued !4 got_sued/was_sued/were_sued/' +
    'we_get/we_got/i_get/have_been_sued/insurance ! if_we/next_door',
  '=a/=the/=expect/=face/=facing/=want/=looking_at/=my/=our/=into/=avoid/=to/=through/=threaten/' +
    '=pending/=in .. lawsuit/litigation/litigate/subpoena/arbitration/injunction ! industry/' +
    'software/clients/support/matter ! settled/our_old/our_former/previous/section/terms/clause',
  'take/see/taking/seeing you/this/it/them/your_company court/tribunal ! tennis/basketball',
  'small claims ! track/cases',
  'legal action/steps/proceedings/recourse/remedies/consequences/options/threat',
  'pursue/pursuing/explore/exploring/take/taking legal/legally',
  'breach/violation/violating/breaching/breached/violated contract/agreement/law/privacy/gdpr/' +
    'hipaa/regulation/regulations/regulatory/consumer/act ! in_case/would_be/event_of/can_we/' +
    'how_do_you ! they_had/previous/what_happens/what_if/their',
  'report/reporting/reported you/this/it/your/them {regulator} ! every_quarter/every_month/' +
    'every_year/quarterly/annual/compliance_officer',
  'file/filing/lodge/lodging/submit/submitting/make/making/filed complaint/grievance {regulator}',
  'file/filing/lodge/lodging/filed formal/official complaint/grievance',
  'file/filing/lodge/lodging a complaint with/against ! internal/support_team/your_support ! ' +
    'airline/last_month/last_year/their_customers/our_customers/we_filed/i_filed_a_complaint_last',
  'cease and desist ! we_got/once/from_a/about_our',
  "that/this/it/which is/be/sounds/isn't/not illegal/unlawful/fraudulent/against_the_law/legal ! " +
    "is_it_legal ! not_sure/not_clear ! fine ! park/as_far_as/we_don't/in_texas ! would_it/" +
    'without_a_permit/old_wiring/inspector',
  "you're/you/your/company breaking/break/broke the law",
  'false advertising/deceptive/misrepresentation/bait_and_switch ! policy',
  'deceptive practices/practice/business',
  'class action ! read_about/i_read/heard_about/i_saw/got_a_letter_about',
  'go/going/went to the press/police/media/authorities',
  'liable/liability damages/for ! insurance/cap/limit/limitation/clause/cover ! contract_say/' +
    'what_does/old_vendor/previous/section/=us_liable/who_is',
  'hold/holding you/your/company liable/responsible/accountable ! keep',
  'my/our rights as/under ! warranty/what_exactly/what_are',
  'press charges',
  // Where an alarm would be false; these hold for every phrase here.
  '!6 years_ago/year_ago/months_ago/last_year/last_spring/last_summer/last_fall/last_winter/' +
    'back_in/back_when/a_while_back/a_while_ago/used_to/ages_ago/my_old_job/my_last_job/our_old/' +
    'our_former/previous/previously/nineties/jury_duty/next_door/we_=settled/they_=settled/' +
    'law_school',
  '!4 module/modules/template/templates/tab/feature/features/dropdown/dashboard/checkbox/field/' +
    'category/folder/podcast/documentary/movie/tv_show/novel/book_about/show_about',
  '!6 they_threatened/they_took/they_=sued/they_=ended_up/accredited/customer_of_mine/' +
    'client_of_mine/agreed_on/wording/indemnify/across_the_hall',
  '! our_builder/the_builder/to_our_investors/our_investors/we_notify/and_the_contract_is/' +
    'spoke_to_my_lawyer_and_the/legal_language/legal_requirement/legal_holiday/legal_age/' +
    'legal_size/legal_name/legal_limit/legal_aid/legal_action_field/legal_transcription/' +
    'legal_hold/our_old_vendor/our_last_vendor/our_old_provider/our_last_provider/old_supplier/' +
    'last_supplier/our_old_contractor/their_old_vendor/against_the_landlord/against_his/' +
    'against_her/against_their/suing_his/suing_her/suing_their/sue_his/sue_her/sue_their/' +
    'sued_his/sued_her/sued_their/got_sued_by/my_teenager/sue_for_peace/our_landlord/my_landlord/' +
    'his_landlord/her_landlord',
  // Said indirectly, in passing.
  'legal/lawyer/lawyers/attorney/attorneys/counsel .. preparing/drafting/sending/drawing/prepare/' +
    'draft .. letter/complaint/demand/notice/claim/suit ! redline/contract/offer_letter',
  'consumer/wire/insurance/elder/bank/mail + fraud ! department/protection/alert/desk',
  'leg + =to + stand + =on',
  'seek/seeking/claim/claiming/pursue/pursuing/demand/demanding/entitled .. damages/restitution/' +
    'injunction ! water_damages',
  'turn/turning/hand/handing/give/giving/take/taking/send/sending/pass/passing .. =to/=over_to + ' +
    '{lawyer}/authorities/police/=a_lawyer/=an_attorney/=my_lawyer/=my_attorney/=our_lawyers ! ' +
    'review/redline/sign_off/approve/terms/draft',
  '=to/=with + =my/=our/=an/=a/=the + lawyer/attorney/solicitor/counsel .. about_this/today/now/' +
    'monday/tomorrow/tonight/soon/already ! review/redline/terms/draft/nda/msa',
  'lawyer/attorney/solicitor/counsel + =says/=said/=thinks/=believes/=tells + =i/=we/=you/=this/' +
    '=that .. case/claim/sue/owe/grounds/breach/illegal/liable/entitled ! told_me_to',
  '!5 they_say/they_said/they_will_say/customer_says/customers_say/caller_says/people_say/' +
    'if_they/somebody_says/if_someone',
  "=this/=that/=it/=which/=stuff/=doing + is/isn't/was/sounds/looks fraud/fraudulent/illegal/" +
    'unlawful/extortion/theft/elder_abuse/discrimination/criminal ! protection/department/' +
    'detection/desk/alert/not_fraud/on_my_card/record ! if_it/if_that ! park/as_far_as/so_we',
  '~make + =me/=us + get/call/hire/bring/find/involve .. lawyer/attorney/authorities/judge',
  '=you + violated/broke/breached/violate .. law/hipaa/contract/agreement/act/privacy/terms/' +
    'rights',
  'get/getting/have .. lawyer/attorney/solicitor + involved ! review/sign_off/redline',
  '! haha/kidding/joking/just_joking/if_they_say/if_they_said/caller_says/customer_says/' +
    'customers_say/they_say_i/somebody_says',
  '!4 tennis/basketball/food',
  'report/reporting/reported + =you/=this/=it/=your/=them/=all/=these/=every .. =to/=with/=at + ' +
    '=the/=your/=state/=authorities/=feds/=federal/=government/=somebody/=licensing/' +
    '=commissioner/=police/=city/=county/=board ! team/boss/manager/report_to/weekly/monthly/' +
    'finance_team ! every_quarter/every_month/every_year/quarterly/annual/compliance_officer',
  '=who + regulates/licenses/governs + =you/=your/=this/=these',
  'complain/complaint/reporting/report/call/calling/write/writing/contact/contacting/letter/file/' +
    'filing/filed/going/go/tell/notify .. feds/federal_government/the_state/' +
    'insurance_commissioner/commissioner/licensing_board/public_utilities/utility_commission/' +
    'utilities_commission/health_department/department_of_insurance/department_of_labor/' +
    'labor_board/banking_department/congressman/congresswoman/senator ! tax/state_of/grant/' +
    'our_commissioner/required_to_report/we_file ! every_quarter/every_month/every_year/' +
    'quarterly/annual/annually/exports/we_report_to/our_auditor',
  '{watchdog}/complaint/grievance/dispute/claim/case/paperwork/suit + =with/=against/=on/=at .. ' +
    "=you/=your_company/=y'all/=you_guys ! happy",
  '=file/=filing/=filed/=lodge/=opening/=open .. complaint/grievance/suit + =with/=against/' +
    '=about + =the/=you/=your/=them ! insurance_claim/deductible/roof/your_support/your_team ! ' +
    'airline/last_month/we_filed/last_year',
  'talk/speak/explain/tell/deal + =it/=that/=to/=this/=with .. judge/jury/magistrate/court/' +
    'lawyer/attorney/arbitrator ! my_wife/my_husband/judge_it/sign_off/reviewed/review/redline/' +
    'contract_language/our_lawyer_about_the_terms/nda/msa/about_the_terms ! my_will/estate/' +
    'divorce/closing/lease/trust/patent',
  "see + =you/=ya/=y'all/=each_other + =in/=at + court",
  '=attorney/=lawyer/=solicitor/=barrister/=counsel .. =says/=say/=thinks/=said .. different/' +
    "illegal/case/violation/wrong/can't/breach/owe/sue/entitled/liable/otherwise/fraud/grounds/" +
    'not_allowed/not_legal ! wrong_clause/told_me_to',
  'be/is/are/am/will + =sending/=send/=sends/=getting/=get/=receive/=receiving .. letter/letters/' +
    'papers/summons + =from/=lawyer/=attorney/=soon/=served/=my ! welcome/engagement/' +
    'offer_letter/confirmation/cover',
  '=he/=she/=they/=will/=be/=gonna + =sending/=send + =you + =a/=the/=another + letter @ ' +
    'attorney/lawyer/solicitor/counsel',
  'retain/retained/hire/hired/hiring/got/get/getting/called/calling/talked/spoke/phoned/found/' +
    'engaged/consulted/consulting + =a/=an/=my/=our/=to/=with/=myself/=me/=us/=some/=legal .. ' +
    'lawyer/attorney/solicitor/counsel/council/barrister ! review/redline/sign/nda/msa/clause/' +
    'wording/template/city_council/terms/estate/will/divorce/closing/house ! merger/my_will/' +
    'lease/last_year/trust/patent/immigration/adoption/real_estate',
  'retained/retaining/retain + counsel/council/attorney',
  'attorney/lawyer/counsel + =on + =it/=this/=retainer/=speed ! approve',
  "suing/sue + you/your/y'all/somebody/them/over/=if/=for ! with_sue/aunt/and_sue",
  'class + action/actions ! read_about/i_read/heard_about/i_saw/got_a_letter_about',
  'bad + faith/fate + =claim/=suit/=insurance/=okay/=on/=and/=that/=this ! not',
  "=that/=this/=which/=it/=thing/=stuff/=what_you_are_doing/=you_are_doing + is/isn't/" +
    "has_got_to_be/has_to_be/sounds/can't_be/cannot_be/=was/=looks/=must_be + =it/=straight_up/" +
    '=flat_out/=just/=plain/=pretty/=completely/=not/=even/=be/=basically/=a/=some/=actually/' +
    '=called/=probably/=like + =illegal/=fraud/=unlawful/=discrimination/=extortion/=theft/' +
    '=legal/=fraudulent/=elder_abuse/=violation/=breach/=false_advertising/=stealing ! haha/' +
    'legal_name/legal_department/legal_size/legal_team ! fraud_desk/fraud_alert/anti ! ' +
    'protection/department/not_me',
  'against + the + law ! park/as_far_as/i_think_it',
  '=law/=statute/=statutes/=regulation/=lemon_law/=fair_housing/=hipaa/=gdpr/=tcpa/' +
    '=truth_in_lending/=fair_credit/=constitution + =says/=requires/=is_clear/=prohibits/=on_my/' +
    '=violation/=you_broke/=act/=is_on_my ! mother_in_law/brother_in_law/son_in_law/' +
    'father_in_law/sister_in_law/daughter_in_law/required_to/how_do_you/do_you ! law_firm/comply',
  'do_not_call/dnc + list/registry .. violation/fine/fined/dollars/report/federal/law/illegal',
  'per + violation/call @ list/called/registry/calls',
  '=under/=per/=violate/=violates/=violating/=violated/=violation .. tcpa/law/act/statute/fdcpa/' +
    'hipaa/ada/rights/gdpr/fcra ! in_law ! how_do_you/do_you/policy/does_it',
  '=know/=knows + =my/=our + rights',
  '=my/=our + rights + =as/=under/=here/=and/=are_being/=were ! warranty/what_exactly/what_are',
  'demand + letter ! our_hr/former/handled/we_got/template',
  'small + claims ! track/cases',
  'press/pressing/file/filing + charges ! late/extra',
  '{lawyer} .. your_lawyer/your_attorney/your_legal/your_people ! happy ! redline',
  '=your + lawyer/lawyers/attorney/attorneys/legal/legal_department/legal_team + =can/=will/' +
    '=better/=should/=is_going/=are_going .. =hear/=call/=talk/=explain/=expect/=contact/=busy/' +
    '=deal ! redline/review/sign_off/markup/comments/msa/nda/terms',
  'local/news/tv/channel/reporter/newspaper + =news/=station/=seven/=five/=on_your_side/' +
    '=investigates/=reporter/=about/=crew .. =call/=tell/=story/=you/=this/=hear ! advertising/' +
    'ad/read/saw/good_news ! our_bakery/about_our/about_my/did_a_story/ran_a_story/covered_us/' +
    'covered_our',
  'call/calling/going/go/tell/telling/contact + =to/=the/=my/=up/=every .. =news/newspaper/' +
    'reporter/press/media/channel/tv_station ! social_media/media_team/media_buyer/our_press/' +
    'press_release/good_news/news_about',
  'legal/court + action/proceedings/papers/documents/remedies/route/trouble/battle/process ! ' +
    'review/name',
  "take/taking/drag/haul/pursue/pursuing + =you/=this/=it/=y'all/=them/=your_company .. court/" +
    'legally/arbitration/tribunal/legal_route/legal ! basketball/tennis',
  '{lawyer}/attorney/judge .. =busy/=field_day/=love_this/=interested/=enjoy/=involved ! redline',
  'served + =with/=papers/=you/=notice + papers/notice/lawsuit/subpoena',
  'legal/lawyers + =gets/=get/=getting/=will_get/=to_get + involved ! sign_off/review/' +
    'procurement/early/contract',
  "hold/holding + =you/=your/=this_company/=y'all .. liable/responsible/accountable ! keep",
];
