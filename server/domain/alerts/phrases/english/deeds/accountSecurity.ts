/** English deeds that tell of a stranger in an account, or of a person who is not proved: who does what with what, as classes of words. In the notation of pattern.ts. */
export const accountSecurity: readonly string[] = [
  "customer:=don't/=do_not/=please_don't/=just_don't + =tell/=let/=mention + =her/=him/=them/" +
    '=my_wife/=my_husband/=my_mum/=my_mom/=my_dad/=my_mother/=my_father/=my_boss/=my_ex .. =i/' +
    '=know/=calling/=ringing/=called/=it/=about ! surprise/gift/birthday/present/party',
  'customer:=she/=he + =is + =asleep/=sleeping/=out/=not_here/=at_work/=busy/=in_the_shower/' +
    '=napping .. =i_am + =her/=him/=handling/=handle',
  'customer:=i_am/=im/=this_is + =her/=him + =i_mean/=basically/=for_today/=well/=i_handle/=today',
  'customer:=got/=have/=know + =the/=her/=his/=all_the/=their/=everything + =birthday/' +
    '=date_of_birth/=social/=security_number/=password/=pin/=answers/=details + =and/=written/' +
    '=right_here/=here/=right .. =her/=his/=just_ask/=here/=written/=social ! =my_own',
  "customer:~=never/=didn't/=haven't/=not + =walked/=been/=set_foot/=move/=moved/=swap/" +
    '=swapped/=order/=ordered/=ask/=asked/=request/=requested/=go/=went/=port/=ported/=open/' +
    '=opened/=add/=added + =into/=in/=a/=any/=nothing/=anything/=for/=to/=that/=it/=no @ rep: ' +
    'sim/swapped/ported/moved_to_a/new_device/new_phone/opened/ordered/transfer/logged/added/' +
    'changed/login ! =yet/=received/=arrived/=tracking/=delivered',
  'customer:=gave/=read/=told/=sent/=given + =him/=her/=them/=it/=the_man/=the_lady/=the_guy/' +
    '=the_fella/=the_caller/=over .. =six/=code/=number/=numbers/=digits/=password/=pin/=card/' +
    '=details/=passcode & =bank/=called/=rang/=phone/=text/=security/=fraud/=then/=did/=now ! ' +
    '{security_ordinary} ! =order/=booking/=your_driver/=gate/=tracking/=delivery',
  'customer:=called/=rang/=phoned/=ringing/=calling/=text/=texted/=email/=message + =me/=us/' +
    '=saying/=claiming/=from/=said .. =from + =your/=the/=you/=my + =bank/=fraud/=security/' +
    '=company/=it_department/=support/=microsoft/=police/=irs/=tax & =code/=pin/=password/' +
    '=card/=number/=numbers/=transfer/=gift/=remote/=link/=details/=real/=you/=scam/' +
    '=suspicious ! =returning/=you_called_me_about_the',
  'rep:=read/=tell/=give + =it/=me/=that/=the/=out + =me/=it/=the/=out/=back/=to_me/=code/' +
    '=number .. =so + =that/=i/=we + =i/=can/=we .. stop/reverse/refund/secure/cancel/protect/' +
    'unlock/release + =the/=your/=it/=that + =payment/=transfer/=account/=money/=charge/' +
    '=transaction',
  'customer:=somebody/=someone/=hackers/=they + =hacked/=has_hacked/=got_into/=broke_into/' +
    '=logged_into/=changed/=used/=opened_a/=ordered/=took_over/=stole + =my/=our/=line/' +
    '=account/=card/=loan/=three/=two/=something + =account/=email/=password/=card/=login/=in/' +
    '=phones/=on/=system/=identity/=mailbox/=address/=phone ! =my_wife ! {security_ordinary}',
  'customer:=account/=email/=system/=mailbox/=computer/=password/=passwords/=we/=card + ' +
    '=has_been/=was/=is/=were/=got/=been/=have_been + =hacked/=compromised/=taken_over/' +
    '=hijacked/=cloned ! =if_it/=do_you ! {security_ordinary}',
  'customer:=charge/=charges/=purchase/=transaction/=transactions/=payment/=payments/=login .. ' +
    "=i/=we/=and_it/=which + =don't/=never/=didn't/=do_not/=did_not/=it_is_not/=is_not + " +
    '=recognize/=recognise/=made/=make/=authorize/=authorise/=mine ! =received ! ' +
    '{security_ordinary}',
  'customer:=suspicious/=unknown/=strange/=weird/=unauthorized/=unauthorised + =login/=logins/' +
    '=sign_in/=device/=charge/=charges/=transaction/=transactions/=access + =on/=this/=from/' +
    '=in/=attempt/=last/=yesterday/=to ! =do_you/=report/=policy ! {security_ordinary}',
  'customer:=somebody/=someone + =changed/=reset + =the + =password/=email/=number/=pin/' +
    '=address + =on/=for/=of/=without ! =help_me/=your ! {security_ordinary}',
  'customer:=who + =changed/=moved/=reset/=ordered + =my/=our/=this + =email/=password/' +
    "=address/=number & =not/=didn't/=never/=sure ! =team ! {security_ordinary}",
  'customer:=laptop/=phone/=laptops/=computer/=tablet + =was/=got/=were/=been + =stolen & ' +
    '=logged/=app/=account/=access/=password/=data ! {security_ordinary}',
  'customer:=one_of_our/=our/=my/=all_our + =passwords/=password/=credentials/=data/' +
    '=customer_data/=customer_list + =was/=were/=got/=has_been/=have_been + =stolen/=leaked/' +
    '=exposed/=breached ! {security_ordinary}',
];
