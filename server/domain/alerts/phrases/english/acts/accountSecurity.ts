/** English speech acts that tell of a stranger in an account, or of a person who is not proved, of classes of words. In the notation of pattern.ts. */
export const accountSecurity: readonly string[] = [
  '=read/=give/=gave/=told/=red/=tell/=sent/=texted + =him/=her/=them/=the_man/=the_lad/' +
    '=the_lady/=the_guy/=someone/=somebody + =the/=my/=that/=a .. code/pin/password/number/card/' +
    'digits/passcode/login/details/social ! order/tracking/phone_number_of/door/gate ! ' +
    'for_the_booking',
  '=i/=we + =read/=red/=gave/=given/=told/=typed/=put/=entered/=filled + =him/=her/=them/=it/' +
    '=out/=in + =the/=my/=all .. code/pin/password/card_number/card/details/social/passcode/' +
    'login & =link/=text/=email/=rang/=called/=ringed/=screen/=website/=site/=lad/=man/=then/' +
    '=alright/=weird/=strange ! booking/portal',
  '=number/=link/=text/=email/=message/=caller/=man/=lad/=lady/=guy/=pop_up/=popup/=window + =on/' +
    '=in/=that/=from/=who/=said/=saying .. =code/=pin/=password/=date_of_birth/=social/=remote/' +
    '=access/=team_viewer/=gift_cards/=my_card/=my_details ! =you_sent ! i_lost',
  '=crypto/=bitcoin/=gift_cards/=gift_card/=wire/=western_union/=zelle/=foreign/=overseas/' +
    '=romania/=nigeria/=portugal/=manila + =something/=account/=transfer/=place/=exchange/' +
    '=company/=wallet & =stop/=stop_it/=never/=not_me/=gone/=thousand/=please_stop ! ' +
    'i_want_to_send/wire_nut',
  '=they/=someone/=somebody/=he/=she/=hacker + =have/=has/=had/=must_have + =changed/=reset/' +
    '=altered/=switched + =the/=my/=all/=pass + =password/=pass_word/=word/=email/=pin/=number/' +
    '=phone/=address/=login/=code ! my_husband/you/last_year/=it_department',
  "=never/=not/=didn't/=wasn't/=don't/=haven't + =been/=me/=did/=make/=made/=ordered/=order/=own/" +
    '=recognise/=recognize/=know/=heard/=bought/=buy/=have/=signed/=authorise/=authorize/=opened/' +
    '=open + =to/=in/=a/=any/=that/=those/=it/=this/=of/=the & =device/=devices/=login/=logins/' +
    '=transaction/=transactions/=payment/=payments/=charge/=charges/=order/=withdrawal/=card/' +
    '=portugal/=account/=loan/=statement/=transfer & =says/=there/=five/=somebody/=someone/=who/' +
    '=stop/=hacked/=never/=how & =i/=me ! received/arrived/tracking/=ordered_from/yet',
  '=is + =it + =her/=his/=their/=my_mother/=my_father/=my_mum/=my_husband/=my_wife/=snow/=the @ ' +
    "rep: password/memorable/security_question/security/mother's_maiden/maiden/pet/first_school/" +
    '=memorable_word',
  '=her/=his/=landlady/=land_lady/=husband/=wife/=mother/=mum/=mom/=dad/=boss/=boyfriend/' +
    "=girlfriend/=roommate/=flatmate/=neighbour/=neighbor/=friend/=ex .. =wouldn't/=would_not/" +
    "=not/=won't/=doesn't/=she_would/=he_would + =mind/=need/=know/=care ! color/colour @ rep: " +
    'password/security/holder/verify/name_on/passcode/pin/identity/memorable',
  '=just + =read/=give/=tell/=text/=send/=email/=reset/=set + =me/=it/=us + =a/=the/=one/=my/=to ' +
    '.. =temporary/=temp/=code/=password/=pin/=passcode/=new_one/=one @ rep: password/reset/' +
    "verify/manager's_name/manager/security/code/passcode/identity/callback ! order",
  "=can/=could/=couldn't/=can't/=just + =you/=we/=just + =just/=not/=skip/=let/=bypass/=get_past " +
    '+ =skip/=me/=the/=past/=get/=let .. security/verification/password/pin/questions/code/' +
    'two_factor/id_check/date_of_birth/last_four ! forgot_my/how_do_i',
  '=i + =am/=was + =pretending/=calling_as/=not_actually/=not_really/=technically_not + =to_be/' +
    '=him/=her/=the/=my .. =holder/=him/=her/=husband/=wife/=account',
  "=don't/=do_not/=haven't/=can't_remember/=forgot/=no_idea + =know/=have/=got/=what + =her/=his/" +
    '=the/=their/=what + =pin/=password/=passcode/=answer/=date/=birthday/=social/=is/=security ' +
    '& =but/=he/=she/=just/=let_me/=anyway/=her/=his @ rep: password/verify/security/pin/' +
    'passcode/identity/memorable/birth/holder ! reset_link/my_own',
  '=phone/=signal/=sim/=number + =went/=has/=just/=is/=stopped/=been + =dead/=no_signal/' +
    '=no_service/=working/=ported/=swapped/=moved/=transferred & =bank/=money/=transfer/=code/' +
    '=account/=texts/=emails/=password',
  '=emptied/=drained/=cleaned_out/=cleared_out/=wiped_out/=vanished/=disappeared & =account/' +
    '=money/=savings/=points/=balance/=card/=miles & =i/=my/=somebody/=someone ! cart/basket/' +
    'inventory/bin/dishwasher',
  '{stranger} .. =asked/=asking/=asks/=wants/=wanted/=told/=telling/=had/=made/=got/=said/=says/' +
    '=rang/=called/=phoned .. {secret} ! {security_ordinary} ! =the_app_asked/=it_asks/=website ' +
    '! reset_my ! =new_password_for',
  '=i/=we + =gave/=give/=told/=read/=red/=sent/=typed/=entered/=put/=filled/=shared/=let + =him/' +
    '=her/=them/=it/=out/=in/=over/=someone/=somebody .. {secret} ! {security_ordinary}',
  '=let + =him/=her/=them/=someone/=somebody + =on/=into/=onto/=in/=have/=control/=take + =my/' +
    '=the/=to/=over/=control & =computer/=laptop/=screen/=phone/=mouse/=account',
  '=clicked/=click/=opened/=downloaded/=installed/=pressed + =on/=the/=a/=it/=that/=some/' +
    '=something & =link/=app/=attachment/=text/=email/=something/=file & =now/=gone/=weird/' +
    '=since/=then/=money/=locked/=asked/=details/=strange/=worried/=card/=screen/=scared ! ' +
    '{security_ordinary} ! your_link/you_sent/installer',
  '=text/=email/=message/=letter/=call/=alert/=notification + =saying/=says/=said/=that/=about/' +
    '=telling .. =code/=password/=changed/=new_device/=new_phone/=logged/=login/=sim/=transfer/' +
    '=payee/=suspended/=verify/=locked/=reset/=order_i/=signed_in/=parcel_fee & =not/=never/' +
    "=didn't/=wasn't/=strange/=weird/=click/=clicked/=who/=nobody/=somebody/=someone/=real/=you/" +
    '=asked ! {security_ordinary}',
  '=is/=was + =that/=it/=this + =really/=actually/=you/=one_of/=from + =you/=your/=yours/' +
    '=really_you & =text/=email/=call/=called/=rang/=link/=code/=asked & =code/=password/=pin/' +
    '=details/=card/=link/=number/=bank',
  '=can/=could/=just/=please/=you + =just/=you/=please/=me + =tell/=give/=read/=remind/=text/' +
    '=email/=send/=spell + =me/=out/=us/=it + =the/=what/=my/=her/=his/=their/=their_new/=a/' +
    '=which/=back/=to .. {secret}/=email_on/=number_on/=address_on/=on_file/=on_record & =her/' +
    '=his/=she/=he/=their/=husband/=wife/=mother/=mum/=mom/=dad/=boss/=forgot/=different/=new/' +
    "=another/=instead/=don't/=lost/=old/=quick/=hurry ! {security_ordinary} ! tracking/" +
    'order_number/zip',
  '=change/=update/=switch/=put/=send/=reset/=text + =the/=it/=that/=code/=my/=her/=his + =email/' +
    '=phone/=number/=mobile/=cell/=address/=code/=password/=to/=payee/=bank .. =different/=new/' +
    '=another/=this/=mine/=my_work/=my_friend/=other/=instead/=one_i/=to_this & =lost/=old/' +
    "=no_longer/=don't/=can't/=her/=his/=locked/=urgent/=hurry/=before/=tonight/=broken/=stolen/" +
    '=without & =code/=password/=security/=account/=verify/=access/=bank/=payee/=pin ! ' +
    '{security_ordinary} ! moved_house',
  '=is/=was/=try/=could/=might/=maybe/=or/=would/=it + =it/=it_be/=be/=is/=the/=maybe + =the/=my/' +
    '=her/=his/=his_mother/=nineteen/=birthday/=smith/=spring/=rover/=fluffy/=one_two/=cat/=dog/' +
    '=first/=name/=middle/=snow/=something @ rep: password/memorable/maiden/security/pin/' +
    'passcode/passphrase/identity/verify/birth ! {security_ordinary} ! =me_it_is',
  '=i/=i_am + =am/=calling/=ringing/=phoning/=speaking/=acting + =her/=his/=calling/=for/=on/' +
    '=the/=their/=ringing .. =son/=daughter/=husband/=wife/=carer/=caregiver/=nephew/=niece/' +
    '=assistant/=neighbor/=neighbour/=friend/=behalf/=grandson/=granddaughter/=mother/=father/' +
    '=mum/=mom/=boss/=roommate/=partner & =password/=pin/=security/=account/=card/=balance/' +
    '=verify/=access/=transfer/=withdraw/=code/=change/=questions ! {security_ordinary}',
  '=use/=uses/=using/=share/=shares/=sharing/=shared/=have/=know/=knows/=got/=has + =the/=my/' +
    '=one/=same/=her/=his/=everyone/=all/=a/=our + =same/=one/=shared + login/password/log_in/' +
    'pin/code/pass_word ! {security_ordinary} ! feature',
  '=password/=login/=pin/=code/=pass_word/=credentials .. =sticky/=post_it/=taped/=whiteboard/' +
    '=wall/=everybody/=everyone/=spreadsheet/=group_chat/=the_whole_team/=whole_office/' +
    '=all_of_us ! reset_for ! {security_ordinary}',
  '=still + =has/=have/=had/=got/=knows/=gets/=can + =access/=the_password/=my_password/' +
    '=her_login/=his_login/=our_password/=the_login/=log/=get/=the_keys_to/=into/=logging/' +
    '=the_codes & =left/=fired/=ex/=sacked/=quit/=former/=old/=gone/=let_go/=split/=divorced',
  '=skip/=bypass/=forget/=ignore/=without/=past/=around/=round/=drop/=never_mind + =the/=all/' +
    '=your/=that/=this/=those/=doing/=all_the/=all_that .. security/verification/password/pin/' +
    'questions/two_factor/id_check/identity/code/authentication/verify ! {security_ordinary} ! ' +
    'add/enable/camera',
  "=do/=don't/=does/=have/=haven't/=got/=lost/=changed + =you/=not/=i/=to/=the/=that/=my/=have/" +
    '=access/=got + =really/=need/=have/=all/=phone/=number/=that/=any/=to/=email/=access .. ' +
    '=code/=password/=phone/=security/=all_that/=number/=it @ rep: code/password/verify/pin/' +
    'passcode/identity/security & =just/=come_on/=hurry/=send/=other/=instead/=anyway/=let/=new/' +
    '=skip/=another',
  '=stop/=freeze/=block/=lock/=cancel/=shut + =it/=the/=my/=everything/=that/=this/=them/=down + ' +
    '=please/=card/=account/=payment/=transfer/=now/=everything/=cards & =never/=not/=somebody/' +
    '=someone/=stolen/=gone/=lost/=hacked/=scam/=fraud/=who/=wallet/=purse/=bag/=they ! ' +
    '{security_ordinary} ! snow/screen',
  '=safe/=secure/=holding/=protected + account/=wallet & =move/=moved/=transfer/=transferred/' +
    '=money/=told/=said/=savings ! {security_ordinary}',
  '=told/=said/=warned/=asked + =me/=us + =not/=never/=i_must_not/=to_not + =to/=tell/=say/=hang ' +
    '+ tell/hang/say/speak/talk/mention & =you/=bank/=anyone/=anybody/=line/=phone/=up ! doctor/' +
    'dentist',
  '=he/=she/=man/=lady/=they/=someone + =is/=are + =still + =on/=connected/=in/=logged + =my/' +
    '=the/=to/=into + =other/=computer/=phone/=line/=screen/=laptop/=account/=mobile',
  '=mouse/=cursor/=screen .. =moving/=moves/=by_itself/=on_its_own & =money/=bank/=man/=he/=they/' +
    '=computer',
  '=got/=get/=getting/=had/=keep + =a/=an/=these/=this/=another/=some/=getting + =text/=texts/' +
    '=email/=emails/=code/=codes/=letter/=call/=bill/=statement .. =about/=for/=from/=saying/' +
    '=thanking/=confirming/=with + =a/=an/=my/=some/=orders/=loan/=someone/=place/=things + loan/' +
    'order/orders/card/account/sim/phone/laptop/transfer/purchase/iphone/device/flight/hotel/' +
    "line/mortgage/payday & =never/=not/=did_not/=didn't/=haven't/=nobody/=wasn't/=idea/=don't ! " +
    '{security_ordinary}',
  '=shows/=says/=said/=showing/=there_is/=there_are/=see/=got/=some .. =in/=from + =a/=some/=the ' +
    "?name & =never/=not/=haven't/=wasn't/=nobody/=idea/=live_in/=asleep ! {security_ordinary} & " +
    '=login/=device/=charge/=charged/=spent/=payment/=order/=purchase/=account/=card/=logged/' +
    '=statement/=transaction',
  '=name/=address/=photo/=email/=number/=picture + =on/=in + =my/=the + =account/=profile/=app/' +
    "=file & =not/=isn't/=different/=someone/=somebody/=who/=never/=strange/=wrong_person ! " +
    'misspelled/typo/maiden/married/moved/update ! {security_ordinary}',
  '=points/=money/=balance/=savings/=miles/=credit/=rewards .. =gone/=missing/=zero/=empty/' +
    "=vanished/=disappeared/=spent & =never/=not/=somebody/=someone/=who/=nobody/=haven't/" +
    "=didn't/=touched/=overnight ! expire/expired/policy ! {security_ordinary}",
  "=welcome/=hello/=hi/=dear + =back + ?name & =not/=me/=name/=account/=isn't/=who",
  '=new + =phone/=device/=number/=email/=address/=laptop/=card/=payee .. =added/=registered/' +
    "=set_up/=linked & =never/=not/=who/=didn't/=wasn't/=nobody/=somebody/=someone ! " +
    '{security_ordinary}',
  '=can/=could/=could_not/=just + =you/=i/=we + =just + =do/=skip/=get/=use/=go/=take/=make + ' +
    '=it/=my/=that/=this/=by/=past/=without .. =without/=mother/=name/=memory/=voice/=last @ ' +
    'rep: password/security/verify/verification/pin/passcode/identity ! {security_ordinary}',
  '=you/=know + =know/=it/=my + =it_is/=who/=my/=is + =me/=i_am/=voice/=voice_by @ rep: password/' +
    'security/verify/verification/pin/passcode/identity/code',
  '=i + =am/=have + =been/=a + =with_you/=customer/=banking/=coming .. =years/=ages/=know @ rep: ' +
    'password/security/verify/verification/pin/passcode/identity',
  '=try/=tried/=trying/=maybe/=might_be/=could_be/=is_it/=was_it/=either/=think_it/=it_begins/' +
    '=starts_with/=one_of @ rep: password/memorable/maiden/security_question/pin/passcode/' +
    'passphrase/security_word ! {security_ordinary}',
  '=hint/=clue/=first_letter/=multiple_choice/=how_many_letters/=how_many_goes/=how_many_tries & ' +
    '=password/=pin/=word/=security/=give/=answer/=question ! {security_ordinary}',
  '=third/=fourth/=fifth/=last/=another/=one_more + =guess/=try/=go/=attempt @ rep: password/' +
    'memorable/maiden/security/pin/passcode',
  '=say/=tell/=pretend/=put + =i_am/=you/=them/=that_i/=it_is/=i + =am/=verified/=passed/=her/' +
    '=him/=me @ rep: password/security/verify/verification/pin/identity/holder/speak_to',
  '=out_loud/=over_the_phone/=down_the_phone/=on_the_phone/=in_the_chat/=by_text/=by_email/' +
    '=in_an_email .. {secret} ! {security_ordinary}',
  '{secret} .. =out_loud/=over_the_phone/=down_the_phone/=in_the_chat/=by_text/=by_email/' +
    '=in_an_email/=read_it/=off_the_screen/=off_my_screen ! {security_ordinary} ! order',
  '=i/=we + =just/=already/=will/=can + =gave/=give/=told/=tell/=email/=text/=read + =you/=it/' +
    '=out + =my/=the/=our + password/pass_word/pin/passcode/pin_number/login ! ' +
    '{security_ordinary}',
  'rep:=what/=give/=tell/=read/=email/=text/=need + =is/=me/=your/=us/=it + =your/=the/=is/=full ' +
    '+ =password/=pass_word/=cvv/=full_pin/=online_password/=password_you ! reset/new/=forgot/' +
    'never/choose/=not',
];
