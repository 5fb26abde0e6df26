/** English deeds that bring in the law or an authority: who does what with what, as classes of words. In the notation of pattern.ts. */
export const legalOrRegulator: readonly string[] = [
  '! {law_near}',
  '{agency_deed} .. {agency} ! {law_ordinary}',
  'alone:{agency} .. {agency_deed_after} ! {law_ordinary}',
  'form/forms/complaint/page/website/letter/case/portal + =for/=to/=with/=from/=of/=on/=open/' +
    '=here/=at + =the/=my/=a .. {agency} ! {law_ordinary}',
  '=my/=our/=a/=an/=the/=with/=to/=this/=his/=her + {law_person} .. =will/=can/=is/=has/=have/' +
    '=says/=said/=wants/=would/=drafting/=drafted/=writing/=ask/=asking/=show/=already/=take/' +
    '=taking/=handle/=be/=about/=on_it/=involved/=look/=looking/=advised/=reckons/=tells/=told/' +
    '=sending/=contact ! {law_ordinary}',
  '=talk/=talked/=talking/=speak/=spoke/=spoken/=speaking/=call/=called/=see/=saw/=seeing/' +
    '=ring/=rang/=contact/=contacted/=consult/=consulted/=consulting/=hire/=hired/=hiring/=get/' +
    '=got/=getting/=retain/=retained/=instruct/=instructed/=engage/=engaged/=pass/=passed/' +
    '=give/=given/=giving/=hand/=handed/=handing/=hear/=hearing/=send/=sent + =to/=with/=from/' +
    '=it_to/=this_to/=it_over_to/=this_over_to/=everything_to/=me/=myself/=a/=an/=my/=our/=the/' +
    '=up/=popped_it .. {law_person} ! {law_ordinary}',
  '=have/=having/=get/=getting/=let/=letting + =my/=our/=the/=a + {law_person} .. look/call/' +
    'write/send/contact/handle/deal/sort/reply/talk/read/speak/go_through ! {law_ordinary}',
  '{court_word} ! {law_ordinary}',
  '=take/=taking/=took/=taken + =you/=you_lot/=you_people/=your_company/=you_all/=this/=it/' +
    '=them .. =court/=tribunal/=judge/=small_claims/=arbitration ! tennis ! {law_ordinary}',
  '=going/=go/=coming/=come + =after + =you/=your_company/=them + =for ! {law_ordinary}',
  '=seek/=seeking/=take/=taking/=get/=getting/=taken/=got/=took + =legal + =advice/=action/' +
    '=help/=counsel/=representation/=opinion/=steps ! {law_ordinary}',
  '=that/=this/=which/=what_you_are_doing/=it/=you_are + =is/=was/=are/=has_to_be/=must_be/' +
    '=amounts_to/=sounds_like/=called .. {unlawful} ! =is_it/=is_that/=is_this ! {law_ordinary}',
  '=hold/=holding/=held + =you/=your_company/=you_all/=them + =liable/=responsible/' +
    '=accountable/=to_account ! {law_ordinary}',
  '=represent/=representing/=represents + =me/=us/=my/=our + =and/=in/=on/=so/=now/=legally ! ' +
    '=company/=brand/=colors ! {law_ordinary}',
  '=someone/=somebody/=lawyer/=firm/=he/=she/=they + =to/=who/=will/=is_going_to + =represent/' +
    '=representing + =me/=us ! {law_ordinary}',
  '=lodge/=lodging/=file/=filing/=make/=making/=submit/=submitting/=raise/=raising/=put_in/' +
    '=putting_in + =a/=an/=my/=our + =formal/=official/=written/=data_protection/=gdpr/' +
    '=regulatory + =complaint/=grievance/=dispute ! =how_do_your/=patients ! {law_ordinary}',
  '{agency} & =i/=we/=my/=our/=going/=you_guys/=them & =you/=your/=complaint/=report/=complain/' +
    '=form/=file/=filing/=tell/=know/=hear/=next/=straight/=today/=tonight/=then/=already/' +
    '=letter/=copy/=case/=send/=sending/=sent/=see/=say/=says/=said/=filled/=filling/=page/' +
    '=line/=phone/=office ! =do_you/=are_you/=how_do/=what_is ! {law_ordinary}',
  '{law_person} & =you/=your/=this/=that/=it/=letter/=case/=copies/=court/=monday/=today/' +
    '=papers & =i/=my/=we/=our/=he/=she & =will/=going/=already/=says/=said/=letter/=hear/' +
    '=hearing/=court/=case/=copies/=talk/=talking/=spoken/=involved/=contact/=touch/=sue/' +
    '=suing/=claim/=next/=rights/=advice/=drafting/=drafted/=drawing/=writing ! ' +
    '=contract_looks/=approved/=happy ! {law_ordinary}',
  '=hear/=hearing/=heard/=letter/=call/=word/=email/=papers/=served =from + =my/=our/=a/=the/' +
    '=his/=her + {law_person}/=legal/=people_who/=chambers ! {law_ordinary}',
  '=statute/=consumer_rights_act/=lemon_law/=fair_debt/=fair_credit/=hipaa/=gdpr/=fcra/=fdcpa/' +
    '=tcpa/=magnuson/=section_seventy_five/=section_75/=human_rights/=consumer_law/' +
    '=employment_law/=tenancy_law/=ada_violation & =you/=your/=my/=under/=violation/=breach/' +
    '=against/=rights/=broken/=allows/=says & =i/=my/=you/=your/=me ! =compliant/=certified/' +
    '=training/=we_need_to_comply/=form/=do_you ! {law_ordinary}',
];
