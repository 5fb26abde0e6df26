/** What English phrases say that an account or an identity is in danger, in the notation of pattern.ts. */
export const accountSecurity: readonly string[] = [
  "it/that =was/=wasn't/=isn't/=definitely/=not wasn't/not =me/=us/=mine/=ours/=anyone/=anybody " +
    '! me_who_called/me_who_asked/sure/for_me/for_us/on_me',
  '=someone/=somebody/=they/=thieves/=hackers/=he/=she/=employee/=criminals stole/stolen/took/' +
    'taken/copied/leaked/downloaded/exported/swiped/grabbed/sold our/my/the/all customer/client/' +
    'data/list/lists/information/records/password/identity/contacts/details/credentials/account/' +
    'laptop/phone ! order/time',
  "users/user/people/accounts/devices account/system/portal/workspace/list nobody/no_one/don't/" +
    "can't/unknown/never know/knows/recognize/recognise/place/invited/added ! add/invite/" +
    'how_many/can_have',
  'login/logins/access/activity/sign_in/sign_ins/attempt/attempts from =a/=an/=some/=places/' +
    '=russia/=china/=abroad/=overseas/=another/=country/=countries/=strange/=unknown/=somewhere ' +
    'country/russia/china/abroad/overseas/places/location/foreign/unknown/never/ip',
  "didn't/not/never/don't make/authorize/authorise/recognize/recognise/request/initiate/approve/" +
    'set/create/change/order/place/recall =this/=that/=those/=the/=any/=a/=these/=it/=of login/' +
    'charge/charges/transaction/transactions/change/payment/password/reset/code/codes/device/' +
    'user/account/transfer/purchase/address ! budget/plan/quote/yet',
  "wasn't/weren't/not/isn't/none me/us/ours/mine/anyone =who/=that/=logged/=made/=changed/=on/" +
    '=of logged/log/changed/change/signed/made/sent/here/our',
  'breach/breaches data/security/incident ! in_case/how_do_you/what_happens/policy/would_you/' +
    'have_you_ever/prevent ! policy/policies/how_do_you/protect/questionnaire/prevent/procedure/' +
    'what_happens/would/ever_had/insurance/handle',
  'data/security breach/leak/incident ! in_case/how_do_you/what_happens/policy/would_you/' +
    'have_you_ever/questionnaire/prevent/protect ! policy/policies/how_do_you/protect/' +
    'questionnaire/prevent/procedure/what_happens/would/ever_had/insurance/handle',
  'phishing/phished/phish ! training/simulation/protect',
  'ransomware/malware/keylogger ! protect',
  'identity theft/stolen/fraud',
  'password/email/passwords/phone/recovery/mfa changed/reset/changing without/by ! policy',
  'password/email/passwords/phone changed/reset =and i/we/nobody/none',
  'former/ex/fired/terminated/old/departed employee/employees/colleague/contractor/rep/admin/' +
    'staff still/has/have/access/log/logged/logging/took/account ! retired_plan',
  'left the company still/has/access',
  'still has/have access =to/=and/=even ! i/we/you still',
  "see/seeing/saw/shown/view/viewing another/other/someone_else's/somebody_else's/different " +
    "customer/customers/company/account/people's/peoples/company's data/records/information/" +
    'details/invoices/names/account/contacts',
  'other/another customers/customer/company/companies data/records/information/invoices in our/' +
    'my/on ! reference',
  "=never/=didn't/=not/=don't ask/asked/request/requested & code/codes/reset_link/text_message/" +
    'sms ! yet/invoice',
  'left/quit/fired/resigned/departed/leaver & still/can/could log/logging/logged/access/login/' +
    'get_in/sign_in/see/download ! left_the_office/left_a_message/left_the_meeting/few_left/' +
    'days_left/seats_left/left_over/left_side/left_corner/top_left',
  'still log/access/get =in/=into/=to/=our {secret_thing} ! i/we/you/customers',
  'strange/weird/suspicious/fake/odd/dodgy/bad/unknown link/attachment/email/text/popup/pop_up/' +
    'website/message ! all_bad',
  'verification/two_factor/security/login/one_time code/codes keep/getting/get/without/never/' +
    'asked/request/requested ! set_up/pause',
  'lost/stolen/missing/misplaced/left laptop/phone/device/card/badge/credentials/token with/has/' +
    'had/logged/access ! miss',
  'sold/selling/posted/found our/my/the customer/data/details/records dark_web/online/internet/' +
    'forum',
  'dark web',
  'pretending/impersonating/posing to/as/be me/us/our/your/from',
  'asking/asked for my/our/her/his/their password/login/credentials/pin ! page',
  "clicked/click/opened link/attachment suspicious/weird/strange/wrong/bad/fake/shouldn't",
  'fake invoice/email/login/website',
  '=drained/=emptied =my/=our/=the/=all/=account money/funds/account',
  '=sim + swap/swapped/swapping',
  '=been/=was/=were/=got/=are/=is/=am + =breached/=hijacked ! contract/agreement/wall/warranty/' +
    'hull/the_policy',
  'moving/moved/transferring/transferred/draining/pulling/pulled/siphoning + =my/=our/=the/=all/' +
    '=all_my .. points/miles/money/funds/balance + =out/=away ! i_am/we_are/i_want/can_i/' +
    'to_savings',
  "=what/=what_is + =her/=his/=their/=my_wife's/=my_husband's/=my_mom's .. password/pin/passcode " +
    '! wifi',
  // Where an alarm would be false; these hold for every phrase here.
  '! biggest_worry/what_do_you_do_about/not_your_problem/on_twitter/on_facebook/on_instagram/' +
    'so_use_mine/who_logged_in_and/my_bike/cookie/to_be_busy/on_vacation/update_the_number/' +
    'in_the_roof/water_leak/our_old_card/my_old_card/oh_wait/never_mind/nevermind/it_was_my_wife/' +
    'it_was_my_husband/my_wife_did/my_husband_did/my_wife_made/my_husband_made/i_forgot_about/' +
    'that_was_mine/was_me/turns_out/turned_out/years_ago/twenty_twenty/my_neighbor/my_neighbour/' +
    'my_friend/my_mom_got/my_dad_got/my_cousin/a_friend_of/a_customer_of/broke_a_window/' +
    'in_the_report/does_it_alert/can_it_alert/does_your/does_the/can_your/can_the/would_it/' +
    'do_you_offer/do_you_sell/are_you_able_to/looking_for_something/last_company/old_company/' +
    'old_job/after_three_tries/too_many_tries/three_tries/that_is_fine/does_it_shut/does_it_flag/' +
    'can_it_flag/does_it_catch/it_catches/the_news/an_article/a_webinar/training/we_train',
  '! i_read/in_the_news/saw_on_the_news/a_podcast/insurance_covers/cyber_insurance/our_policy/' +
    'the_demo/in_the_demo/customers_ask/our_clients_ask',
  // Said indirectly, in passing.
  'account/email/phone/profile/computer/system/portal/inbox/wallet .. broken/hacked/breached/' +
    'busted/got + =into',
  "code/codes/link/email/text/reset .. wasn't/didn't/never/not .. trying/asking/ask/asked/" +
    'request/requested/login/log ! yet/come/arrive/get_it/see',
  '=he/=she/=they/=somebody/=someone/=ex + has/have/got/knows/stole/took + =my/=our/=all_my + ' +
    'password/passwords/login/pin/social/credentials/identity/card ! on_file/need',
  'drained/emptied/wiped/cleaned_out/cleared_out + =my/=our/=the/=her/=his/=out .. account/' +
    'balance/card/points/savings/wallet/funds/credit/miles',
  "never/didn't + order/ordered/bought/buy/opened/open/applied/apply/booked/authorized/signed .. " +
    '=address/=charged/=account/=card/=statement/=somebody/=someone/=going_to/=shipped/=loan/' +
    '=in_my_name ! yet/how/enough/medium/large/small',
  '=someone/=somebody/=person .. =access/=into/=in + =my/=our/=to_my/=to_our + account/system/' +
    'email/portal/data/files/network/computer ! new/new_hire/give/needs/should/can_help',
  "didn't/never/haven't + change/changed/touch/touched/order/ordered/book/booked/authorize/" +
    'authorized/request/requested/opened/applied/log/logged/approve/approved/transfer/' +
    'transferred/move/moved + nothing/anything/that/those/it/them/this/any @ changed/updated/' +
    'login/logged/new_address/transferred/reset/booking/bookings/charges/withdrawal/hacked/' +
    'email_says/got_an_email ! yet/how/my_mind',
  '=he/=she/=they/=somebody/=guy/=ex/=employee/=person + =can/=could/=is/=are/=has/=still/=keeps ' +
    '+ =still .. get/log/access/see/getting/logging/sign/has/have/read/in + =into/=in/' +
    '=everything/=access/=our/=my/=the/=all/=to ! touch/line/support_contract',
  '=ex/=former/=roommate/=stepson/=fired/=estranged .. into/access/login/logging/accessing/' +
    'hacked/password/passwords + my/our/account/email/the/everything/to/system/portal/accounts/' +
    'on/in/still/and ! example/needs',
  'reset/change/unlock/update/open/switch .. without + =the/=any/=all/=those/=going/=asking .. ' +
    'question/questions/verification/code/security/pin/id ! password_policy',
  'why/there/saw/see/shows/showing/alert/notice/noticed/says/got/another/somebody/strange .. ' +
    'login/logins/sign_in/sign_ins/logged_in/log_in + =from ! home/work/your/app/my/any/anywhere/' +
    'different_devices/can_i/can_we/how',
  '! what_if_somebody/what_if_someone/how_do_you/what_happens_if/in_case/policy/questionnaire/' +
    'do_you_protect/training/just_in_case/protect_against',
  "~=wasn't/=isn't/=ain't + =me/=us/=mine/=my + =so/=who/=that/=doing/=somebody/=someone/=number/" +
    '=email/=address/=signature/=card/=voice/=handwriting/=it ! wife/husband/who_called/son/' +
    'daughter/sure/my_fault/my_problem/my_first/my_idea/my_favorite',
  'never + been + to .. life/there/somebody/someone/before ! demo/meeting/conference/store/event ' +
    '@ address/order/login/log/charge/card/shipped/account/booking/bookings/purchase',
  '=somebody/=someone/=they/=he/=she/=thieves/=hackers/=stranger/=anybody/=kid/=guy/=ex/=people/' +
    '=person/=scammer + =has/=have/=had/=is/=are/=must/=obviously/=definitely/=else/=just/' +
    '=already/=keeps + =have/=got/=gotten/=been/=broken/=gets/=getting/=logged/=using/=gone/' +
    '=changed/=hacked/=stolen/=into + =in/=into/=inside/=using/=through/=my/=our/=hold/=access/' +
    '=to/=it/=the_code/=hacked/=password/=onto + {account_thing}/=and/=or/=to/=of/=my/=our/=it/' +
    '=something/=there ! car/house/trouble/a_fight/in_touch/in_line/in_a/invited/added/the_van/' +
    'warehouse/building/truck/yard ! should_have_access/to_have_access/new_hire/onboard/' +
    'needs_access/set_up',
  '=somebody/=someone/=they/=stranger + =got/=get/=hacked/=broke/=logged/=getting/=breaking/' +
    '=went/=gets + =in/=into/=on + =to/=and/=my/=our/=the/=it/=there/=his/=her/=last ! house/car/' +
    'garage/touch/line/trouble/back_to_me/building/truck/store/shed/yard/vacation/maternity/' +
    'argument/wreck',
  '=get/=kick/=lock/=block/=boot/=keep/=throw/=cut/=take/=remove/=log + =him/=her/=them/' +
    '=that_person/=that_guy/=my_ex/=whoever/=this_person/=everyone/=everybody/=my_husband/' +
    '=my_wife/=my_son + =out/=off + =of/=my/=the/=from/=it/=everything/=account/=the_account + ' +
    '=my/=our/=account/=there/=everything/=it/=the/=system/=all/=accounts ! meeting/call/' +
    'schedule/list/email_list/project/hospital/seat/plan_because',
  '=ex/=ex_husband/=ex_wife/=ex_boyfriend/=ex_girlfriend/=ex_partner/=roommate/=former_employee/' +
    '=ex_employee/=stepson/=nephew/=caregiver/=old_bookkeeper/=bookkeeper/=contractor/=intern + ' +
    '=has/=knows/=still/=had/=got/=keeps/=is/=was/=used/=must/=figured/=guessed + =my/=our/=has/' +
    '=knows/=the/=still/=access/=using/=logging/=in/=have/=into/=out .. =login/=password/=pin/' +
    '=access/=account/=code/=card/=email/=information/=passwords/=username/=my ! needs/' +
    'new_intern/should/set_up/give',
  '=gave/=give/=given/=told/=read/=sent/=texted/=shared/=typed + =him/=her/=them/=the/=somebody/' +
    '=someone/=that/=my/=out/=in/=a .. =code/=pin/=password/=social/=card_number/=number/=login/' +
    '=information/=digits/=routing/=passcode @ called/call/email/text/guy/from/kevin/said/' +
    'claimed/security/fraud/link ! promo/gate/discount/coupon/zip/rep/robot/last_girl/' +
    'phone_number',
  '=gave/=told/=read + =him/=her/=them/=the_guy/=the_man/=the_lady/=that_person + =the/=my/=that/' +
    '=a/=our + code/pin/password/social/card/login/digits/passcode ! promo/gate/discount',
  '=code/=digit/=digits/=passcode + =one/=code/=number/=thing/=that/=from + =that/=came/=you/=in/' +
    '=from/=the/=they + =came/=texted/=in/=sent/=text/=the_text ! promo/coupon/discount/error ! ' +
    "never_came/hasn't_come",
  '=said/=says/=claiming/=claimed/=saying/=pretending/=pretended/=posing/=acting/=calling/' +
    '=called/=impersonating + =he/=she/=they/=to/=to_be/=like/=as/=it/=from/=me + =was/=were/=is/' +
    '=be/=are/=from/=me/=you + =from/=with/=calling/=you/=your/=me/=us/=my/=somebody/=our .. ' +
    '=you/=company/=your/=bank/=account/=department/=me/=support/=security/=fraud/=team/=us/' +
    '=card/=code/=ceo ! sales/last_rep/your_manager/your_supervisor/front_desk/survey/rep_said/' +
    'delivery/from_your_company/from_michigan',
  'scam/scammed/scammer/scammers/phish*/identity_theft/identity_thief/identity_thieves/id_theft/' +
    'spoofed/spoofing/ransom/ransomware/skimmer/skimmed/cloned/keylogger/trojan ! you_are/' +
    'you_people/this_is_a_scam/total_scam/your/like_a_scam/a_scam/such_a/you_scam/not_a_scam/' +
    'you_guys/protection ! avoid ! milk',
  'click/clicked/clicking/opened/open + =on/=it/=the/=that/=a/=something @ phishing/weird/fake/' +
    'scam/suspicious/gift_card/strange/hacked/bogus',
  '=pretending/=pretends/=posing/=impersonating/=impersonated/=impersonate/=acting + =to/=as/' +
    '=like/=me/=to_be + =be/=me/=us/=my/=our/=you/=her/=him',
  'skip/bypass/waive/forget/get_around/ignore/go_around + =all/=the/=those/=that/=your/=these/' +
    '=this .. =question/=questions/=verification/=code/=security/=pin/=id/=authentication/=step/' +
    '=identity ! survey/onboarding/fee',
  "can't/couldn't/can/could/why_don't/just + =you + =just/=not/=override/=manually/=please + " +
    '=change/=reset/=update/=override/=unlock/=tell/=give/=read/=send/=skip/=bypass/=take .. =it/' +
    '=password/=phone/=email/=number/=without/=address/=pin/=questions/=code/=my_word @ rep: ' +
    '=verify/=code/=security/=match/=birth/=file/=identity/=pin/=verification/=authenticate ! ' +
    'correct/send_code',
  '=get/=mix/=mixed/=confuse/=forget/=calling/=helping/=asking + =them/=those/=those_dates/=for/' +
    '=on/=my/=behalf .. =mixed_up/=mom/=mother/=aunt/=husband/=wife/=grandmother/=uncle/=father/' +
    '=dad/=friend/=boss/=sister/=brother/=neighbor @ rep: =match/=verify/=birth/=security/' +
    '=confirm/=pin/=match_what/=on_file ! authorized ! put_him_on/put_her_on',
  '=not + =supposed/=allowed/=authorized + =to + =be/=have + =on/=in/=access/=my',
  '=email/=phone/=address/=password/=number/=account/=login/=pin/=name/=profile/=deposit + =was/' +
    '=got/=has/=were/=has_been/=had/=been + =been/=changed/=switched/=updated/=replaced/=reset/' +
    '=taken/=emptied/=wiped/=drained/=hijacked/=stolen/=compromised + =and/=by/=without/=to/' +
    '=changed/=over/=last_night/=overnight/=i/=on_me/=but/=out/=from/=somehow ! i_changed/' +
    'we_changed/when_we/when_i/because_we/because_i/merger/we_moved/i_moved',
  '=it/=email/=account/=alert/=text/=notification/=message/=mail/=letter + =says/=saying/=said/' +
    '=that + =i/=we/=my/=our/=somebody/=someone/=a/=new .. =changed/=logged/=ordered/=requested/' +
    '=password/=login/=sign_in/=device/=purchase/=transfer/=opened/=applied/=bought/=withdrew/' +
    '=signed_in + =my/=from/=in/=a/=and/=but/=i/=the/=to/=was/=reset/=on/=something ! invoice/' +
    'forgot/you_changed_the/your_rep/i_forgot/i_need_to/expired/expires/should/receipt ! can_be',
  '=locked + =out/=me/=us/=her/=him + =of/=out/=and/=too/=everything + =everything/=my/=our/' +
    '=account/=all/=changed/=and/=both @ changed/hacked/somebody/someone/they/got_in/stolen',
  '=texting/=emailing/=messaging/=calling/=writing/=contacting/=hitting_up + =my/=our/=her/=his/' +
    '=all_my/=all_our + =friends/=contacts/=customers/=clients/=family/=followers/=vendors/' +
    '=suppliers .. =money/=as_me/=as_her/=as_us/=asking/=pretending/=from_my/=from_our/=gift/' +
    '=links/=invoices',
  '=where/=what_happened/=gone/=missing/=drained/=emptied/=wiped/=zero/=disappeared/=vanished/' +
    '=cleaned + =is/=are/=to/=out/=from/=my/=did/=all + =my/=our/=the/=account/=all/=go/=points ' +
    '.. =points/=money/=balance/=miles/=savings/=account/=funds/=go @ changed/bookings/never/' +
    'hacked/login/logged/transfer',
  '=drained/=emptied/=wiped/=cleaned + =my/=our/=out/=it/=the/=me + =account/=out/=accounts/' +
    '=points/=savings/=balance/=my/=our ! lint/tank/gutters/house',
  '=still + =has/=have/=had/=got/=log/=gets/=getting/=use/=using/=receives + =access/=in/=our/' +
    '=my/=login/=into/=the/=her/=his/=admin/=alerts .. =fired/=left/=quit/=let_go/=gone/' +
    '=laid_off/=terminated/=resigned/=ex/=divorced ! few_left',
  '=fired/=left/=quit/=let_go/=laid_off/=terminated/=resigned/=disgruntled/=ex/=former .. =still/' +
    '=can/=could/=has/=downloaded/=took/=copied/=walked_off/=logging + =log/=logs/=access/' +
    '=logged/=see/=get/=in/=on/=with/=has/=the/=our/=all/=everything/=have ! a_message/voicemail/' +
    'the_office_early/left_side/hand/seats ! he_left_the_keys',
  '=stole/=stolen/=swiped/=lifted/=snatched/=took/=lost/=missing/=grabbed .. =laptop/=phone/' +
    '=tablet/=purse/=wallet/=card/=token/=badge .. =logged/=access/=password/=passwords/=data/' +
    '=account/=saved/=unlocked/=charges/=using/=used/=open/=everything ! insurance/deductible/' +
    'lake/replace ! i_lost_my_charger',
  '=sim + =swap/=swapped/=swapping/=card_was',
  '=fake/=bogus/=counterfeit/=forged + =invoice/=invoices/=email/=emails/=site/=website/=check/' +
    '=signature/=bill/=account/=text/=page/=profile/=number/=id',
  '=code/=codes/=texts/=emails/=alerts/=notifications/=resets + =i/=we/=that_i/=that_we/=nobody ' +
    "+ =didn't/=never/=haven't/=did_not/=don't + =ask/=asked/=request/=requested/=ask_for",
];
