/** English deeds that show that the rep does not know: who does what with what, as classes of words. In the notation of pattern.ts. */
export const stumpedRep: readonly string[] = [
  'rep:=i/=we + =wish + =i/=we + =could + =tell/=say/=answer/=help_you_there',
  'rep:=could/=might/=can + =go + =either + =way',
  "rep:~=not/=don't/=haven't/=can't/=ain't/=no/=isn't + =got/=have/=had/=the/=a/=found/" +
    '=really_got/=actually_got/=finding + =the/=a/=any/=an/=foggiest/=faintest/=clue/' +
    '=it_anywhere/=that_anywhere + =foggiest/=faintest/=clue/=scooby/=earthly/=idea/=notion ! ' +
    '=you/=do_you',
  'rep:=bit/=little/=totally/=completely/=kind_of/=a_bit + =lost/=stumped/=stuck/' +
    '=out_of_my_depth/=over_my_head + =with/=on/=here/=there/=myself ! =you/=if_you/=signal/' +
    '=the_package/=luggage',
  "rep:~=not/=isn't/=ain't/=nothing + =on/=in/=about_that_on + =my + =sheet/=screen/=script/" +
    "=notes/=list/=training/=cheat_sheet/=card/=guide & =erm/=um/=uh/=so/=sorry/=don't/=i @ " +
    'customer: {question}',
  "rep:~=not/=don't/=haven't/=couldn't/=can't/=no/=never/=wouldn't =a/=got/=the/=really/" +
    '=actually/=honestly/=even/=have/=know/=be/=able =clue/=idea/=foggiest/=faintest/=know/' +
    '=tell/=say/=answer/=sure/=heard/=certain @ customer: {question} & =um/=uh/=uhm/=er/=erm/' +
    '=hm/=hmm/=honest/=honestly/=guess/=sorry/=maybe/=think/=wish/=well/=ah/=gosh/=hold/=wait/' +
    '=oh ! =you/=your/=price/=discount/=let_me_check_your/=schedule/=traffic/=when_he/=if_he',
  'rep:=stumped/=tough_one/=tricky_one/=curveball/=curve_ball/=put_me_on_the_spot/=on_the_spot/' +
    '=caught_me/=caught_out/=blank/=lost_me/=over_my_head/=above_my_head/=out_of_my_depth/' +
    '=not_my_area/=not_trained/=brand_new/=still_learning/=still_new/=still_training & =i/=me/' +
    '=my/=that/=you/=um/=uh/=sorry @ customer: {question}',
  "rep:=i/=i_am + =am/=really/=honestly/=actually/=not + =not/=don't/=do_not/=a + =a/=sure/" +
    '=know/=certain/=hundred/=familiar/=too + =about_that/=on_that/=how_to_answer/=how_that/' +
    '=hundred_percent/=percent_sure/=to_be_honest/=familiar_with/=that_one/=one_to_be ! =you/' +
    '=your @ customer: {question}',
  'rep:=new + =here + =so + =i/=not/=bear/=sorry',
  'rep:=i + =thought + =it + =did/=was/=could & =not/=sure/=now',
  "rep:=can't/=couldn't/=wouldn't + =speak_to/=be_able_to_tell/=really_speak_to + =the/=you/" +
    '=that/=how ! =account_holder',
  "rep:=i/=i_don't/=i_do_not + =don't/=actually/=honestly/=really/=just + =actually/=know/" +
    '=have + =know/=the_answer/=that_answer/=an_answer @ customer: {question} ! =you/=if',
  'rep:=blanking + =on',
  'rep:=put_you_on_hold/=let_me + =and + =ask/=find + =somebody/=someone/=a_colleague @ ' +
    'customer: {question}',
  'rep:=ask/=check_with + =a/=one_of_my/=my + =colleague/=colleagues/=coworker/=tech_guy/' +
    "=engineers/=engineer & =call_you_back/=get_back/=back_to_you/=not_sure/=don't_know ! " +
    '=appointment',
];
