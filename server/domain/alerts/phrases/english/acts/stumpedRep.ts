/** English speech acts that show that the rep does not know, of classes of words. In the notation of pattern.ts. */
export const stumpedRep: readonly string[] = [
  'rep:=what/=whatever/=who/=where/=how/=which + =is/=was/=that/=it/=they/=we + =it/=that/=this/' +
    '=called/=call + =called/=again/=now/=the ! =your/=you',
  'rep:=i/=we + =only/=just/=normally/=usually/=mostly + =sell/=do/=answer/=handle/=take/=work/' +
    '=cover/=deal/=book/=know + =the/=in/=with/=on/=phones/=calls/=reception/=orders/=castles/' +
    '=bookings/=a & =does/=he/=she/=ask/=back/=knows/=would/=do @ customer: {question} ! you/' +
    'your',
  'rep:=that/=it/=this + is/would_be + =more/=one_for/=a_question/=really/=not_my/=above/=beyond ' +
    '+ =of/=for/=my/=the/=a + =pete/=tech/=technical/=engineer/=engineers/=specialist/=pay/=boss/' +
    '=expert/=workshop/=mechanic/=lab/=pharmacist/=department/=thing/=area/=him/=her @ customer: ' +
    '{question}',
  'rep:=let_me/=i_would/=i_could/=i_will/=might/=i_may + =just/=have_to/=need_to/=to/=quickly/' +
    '=try_and + =google/=look_up/=guess/=wing/=phone_a_friend/=make_up/=take_a_guess/' +
    '=take_a_stab/=bluff @ customer: {question} ! your/=order',
  'rep:=if/=were + =i/=to + =had/=was/=were/=have + =to + =guess/=say/=bet/=pick @ customer: ' +
    '{question}',
  "rep:=don't/=do_not/=not/=never + =quote/=hold/=take/=be_quoted + =me/=my_word/=it + =on/=for/" +
    '=to/=as ! policy/a_second',
  'rep:=fingers/=touch + =crossed/=wood @ customer: {question} ! delivery/weather/arrive/monday/' +
    '=be_there',
  "rep:=your_guess/=your_guess_is/=search_me/=beats/=ask_me/=haven't_the/=not_the/=no_earthly + " +
    '=as/=me/=another/=foggiest/=faintest/=clue/=idea',
  'rep:=i/=we + =should/=ought/=would/=wish/=usually/=used_to/=did + =really/=know/=to/=i/=have/' +
    '=knew + =know/=knew/=that/=this/=it ! {your_case} @ customer: {question}',
  'rep:=somebody/=someone/=one_of/=the_other/=my + =colleague/=else/=the/=here/=tech/=guys/' +
    '=techs/=engineer/=girls/=lads/=lad/=supervisor/=trainer/=buddy/=uncle/=coworker + =would/' +
    '=will/=might/=usually/=knows/=normally/=is/=could/=handles/=does/=in ! {your_case} ! ' +
    '=call_you_to_schedule/=be_out @ customer: {question}',
  'rep:=bear/=hang/=hold/=give/=just/=one + =with/=on/=me/=a/=let/=sec/=second/=moment .. ' +
    '=brochure/=manual/=google/=googling/=notes/=leaflet/=folder/=script/=cheat_sheet/=handbook/' +
    '=page/=binder/=looking_for_it/=it_is_here_somewhere/=somewhere @ customer: {question}',
  'rep:=it/=that/=answer + =is/=must_be/=should_be/=will_be/=would_be/=says + =in/=on/=written/' +
    '=here/=somewhere + =here/=somewhere/=the/=one_of/=this + =somewhere/=brochure/=manual/=back/' +
    '=leaflet/=website/=screen_somewhere ! {your_case}',
  "rep:=they/=we/=nobody/=no_one/=training + =never/=did_not/=didn't/=hasn't/=haven't/=have_not/" +
    "=skipped/=don't/=only + =told/=tell/=cover/=covered/=said/=say/=train/=trained/=teach/" +
    '=taught/=been/=gone_over/=explained/=explain/=got_to/=mention/=mentioned + =me/=us/=that/' +
    '=this/=it/=on/=part/=what/=how/=bit',
  'rep:=first/=second/=third/=only/=i_am + =day/=week/=my/=been/=only/=new/=just/=a_temp/' +
    '=covering/=the_weekend + =on/=here/=first/=week/=day/=started/=of/=for/=cover/=monday ! ' +
    '{your_case} & =i/=sorry/=not/=know/=day/=week/=here @ customer: {question}',
  'rep:=let/=can/=could/=may/=if + =me/=i/=you + =take/=get/=write/=note/=phone/=ring/=call/' +
    '=email/=come/=circle + =that/=back/=you/=it/=your/=away/=to + =away/=back/=down/=on/=to/' +
    '=number/=question/=with/=offline @ customer: how/what/why/which/does/is/will/can_it/' +
    'can_you_tell ! {your_case} ! price/quote/deposit/=schedule/appointment',
  'rep:=yes/=no/=yeah/=um/=er/=well + =no/=yes/=or/=i_mean/=wait/=hang_on/=actually/=sorry + =no/' +
    '=yes/=wait/=sorry/=i/=actually/=hang_on + =wait/=sorry/=i_think/=think/=not/=that/=hang/' +
    "=don't ! {your_case} @ customer: {question}",
  'rep:=sort/=kind/=something/=roughly/=some + =of/=like/=along/=thing + =thing/=a/=that/' +
    "=those_lines/=like + =i/=or/=maybe/=probably/=anyway/=whatever/=don't ! {your_case} @ " +
    'customer: {question}',
  'rep:=we/=i + =have/=had + =never/=not + =had/=been/=done/=seen/=come_across/=tried/=heard + ' +
    '=that/=asked/=anyone/=anybody/=one/=of/=it/=a_call/=this ! {your_case} ! pleasure ! ' +
    '=problem/=complaint',
];
