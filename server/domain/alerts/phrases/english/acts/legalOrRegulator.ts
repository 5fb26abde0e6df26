/** English speech acts that threaten with the law, of classes of words. In the notation of pattern.ts. */
export const legalOrRegulator: readonly string[] = [
  '{agency} & {accuse_act} ! {not_our_case} ! did_you_report/do_they/our_agency',
  '{accuse_act} .. {agency} ! {not_our_case}',
  '{law_person} & draft/drafting/drafted/drawing_up/letter/letters/serve/serving/=says/reckons/' +
    'tells/advise/advised/advises/=rung/=ringing/=am_calling/=contacting/case/claim/consultation/' +
    'represent/engaged/instructed/hired/retained/retainer/hear_from/hearing_from/in_touch/' +
    'appointment/speak/speaking/spoke/spoken/talk/talking/meeting/involve/involved/involving/' +
    'get_a/getting_a/find_a/finding_a/see_a/seeing_a/have_a/got_a/been_to/popped/want_your/' +
    'wants_your/your_address/looking_at_this/take_it_from/rights/next/send/sending/copy/copied/' +
    'take_over ! {not_our_case} ! friend_uses/review_the/reviewing_the/redline/redlines/comments/' +
    'sign_off/our_contract/the_contract/the_agreement/terms/other_driver/morning_i_am/this_is/' +
    'speaking_from/from_the/our_lawyers_are/one_of_our ! landlord ! neighbor/neighbour ! ' +
    '{past_case}',
  '{law_paper} ! {not_our_case} ! {past_case} ! did_you_get/receive ! jury',
  '=see/=meet/=have + =you/=me/=us/=each_other/=y_all/=your_lot/=your_company + =in/=before/' +
    '=front/=in_front/=at/=down + =of/=court/=a/=the/=small/=county + judge/court/claims/' +
    'magistrate/tribunal/=house/courthouse ! tennis/basketball/squash/food_court/courtyard',
  '=see/=meet + =you + =in/=at + court/tribunal/small_claims ! tennis/food',
  '{some_person} .. represent + =me/=us ! at_the_show',
  'going/go/come/coming + =after + =you/=your/=them/=the_company/=the_directors + =for/=and/' +
    '=with/=lot/=company ! lunch/work/school/hours',
  'sign/signing/signed/joined/joining/join/number .. =everyone/=everybody/=people/=class_action/' +
    '=the_action/=group_action/=the_lawsuit & threw/hurt/sue/suing/lawsuit/firm/action ! gym/' +
    'plan',
  'class/group/mass/collective + action/lawsuit/suit ! dance/yoga',
  'section + {number} =then/=and/=of/=claim/=complaint/=chargeback & report/claim/law/act/rights/' +
    'refund/card',
  'consumer + rights/law/protection/act/contract ! our',
  '=every/=all/=any + =note/=notes/=email/=emails/=call/=calls/=recording/=recordings/=record/' +
    '=records .. =you_have/=you_got/=got/=have & board/court/lawyer/solicitor/attorney/going_to/' +
    'subject_access/evidence/ombudsman',
  'violation/violates/violating/breach/breaching/breached/breaking/broke/against + =of/=the/' +
    '=that/=state/=federal/=consumer/=fair/=your_own + law/statute/regulation/act/code/debt/' +
    'contract/housing/lending ! {not_our_case} ! password/building_code/security',
  '=my/=own/=our + rights & law/lawyer/know/legal/act/state/consumer/court/statute ! admin/' +
    'access/user/editing',
  '! {not_our_case}',
  '! {past_case}',
];
