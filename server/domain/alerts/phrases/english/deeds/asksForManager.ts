/** English deeds that ask for somebody above the rep: who does what with what, as classes of words. In the notation of pattern.ts. */
export const asksForManager: readonly string[] = [
  '! {manager_ordinary}',
  '=want/=need/=get/=gimme/=give/=put/=like/=see/=demand/=fetch/=bring/=asking/=have/=on/=to/' +
    '=with/=over .. =your/=a/=the/=me_a/=me_your/=me_the + =manager/=supervisor/=superior/' +
    '=boss/=team_leader/=team_lead/=line_manager/=higher_up/=director ! {boss_elsewhere} ! ' +
    '=parts_manager/=is_the_manager_of/=role/=license/=seat/=wants/=said/=says/=told/=nice/' +
    '=called/=movie/=needs ! =tell_your/=who_is ! =management !3 =my/=our/=her/=his',
  '=speak/=talk/=speaking/=talking/=discuss/=discussing/=word .. =to/=with/=only .. =manager/' +
    '=supervisor/=superior/=boss/=team_leader/=team_lead/=management/=director/=head_of_sales/' +
    '=someone_higher/=somebody_higher ! {boss_elsewhere} !3 =my/=our/=her/=his/=site/=parts/' +
    '=service/=office/=warehouse ! =talked_to/=spoke/=last/=gave/=years',
  '=pass/=hand/=put/=kick/=transfer/=connect/=loop .. =me/=us/=this/=in + =over/=along/=on/' +
    '=through/=to/=in/=up .. =superior/=boss/=manager/=supervisor/=director/=someone_who_can/' +
    '=somebody_who_can/=head_of ! {boss_elsewhere} ! =parts',
  '=who + =is/=do + =your/=i_gotta/=i_have_to/=i_need_to + =boss/=supervisor/=manager/=talk_to/' +
    '=speak_to & =talk/=speak/=him/=her/=get/=number/=around/=fix/=fixed ! =movie',
  '=name/=number/=email/=extension + =of/=for + =your + =boss/=manager/=supervisor/=superior ! ' +
    '=account_manager',
  "=your + =manager's/=boss's/=supervisor's/=managers/=bosses/=supervisors + =name/=number/" +
    '=email/=extension',
  '=is/=your + =your/=boss + =boss/=manager/=supervisor/=standing + =standing/=around/=there/' +
    '=available/=near/=in ! =yard',
  '=this/=it + =escalated/=needs_to_be_escalated/=has_to_be_escalated/=escalated_right ! ' +
    '=tickets/=automatically',
  '=want/=need/=like + =this/=it/=that + =escalated',
  '=someone/=somebody + =from + =management + =to/=would/=telephone/=call/=please',
  '=whoever + =wrote/=made/=decided + =that/=this + =policy/=rule/=decision',
];
