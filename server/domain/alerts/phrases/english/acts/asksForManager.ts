/** English speech acts that ask for somebody above the rep, of classes of words. In the notation of pattern.ts. */
export const asksForManager: readonly string[] = [
  '{fetch} .. {some_person} {has_power} ! {boss_elsewhere} ! on_our_side/on_my_side/on_our_end/' +
    'our_team/will_join/to_sign_for/to_let_you_in/=we_have/=i_have',
  '{fetch} .. {boss_word} ! {boss_elsewhere} !3 my/our/his/her/their ! you_would_have_to/every/' +
    'guide/headset/curious/helped/still/weekly/said/told/approved/license/licenses/licences/seat/' +
    'seats/role/permission/add/invite/training/password ! for_you/let_me_get/get_back_to_you/' +
    '=wants/=says/=asked/=promised',
  '=no/=there/=you/=have/=got/=not/=is .. =a/=any/=some/=your {boss_word} .. =i/=here/=there/' +
    '=about/=around/=available/=free/=in/=on/=for/=could/=can/=else ! {boss_elsewhere} !3 my/our ' +
    '! every/helped/still/last_year/role/seat/license/view/permission/=wants/=says/we_have',
  '=who + is/=else/=actually/=there =with/=got/=has/=have/=in/=over/=above/=next/=higher power/' +
    'authority/charge/clout/=you/=up/=say ! our/my/their/=of/curious/on_your_side/will_join',
  '{level_up} & =please/=put/=take/=go/=going/=kick/=bump/=skip/=get/=send/=want/=talk/=speak ! ' +
    'apartment/stairs/lift/elevator/building/parking/plan/upgrade/tier_two_plan/game/course/' +
    'class ! here_first/have_to ! on_the_list/in_the_queue',
  'somebody/someone .. =can/=could/=does =so/=then/=and let/get/give/put/find =me/=us',
  '=speak/=talk/=discuss/=see/=want/=need/=have/=reach/=get/=prefer/=hear .. =himself/=herself ! ' +
    'he_does_it/does_it_himself/hurt',
  'job + title & head/surname/name/phone',
  '=you .. =hit/=reached + =your + ceiling/limit',
  '=find/=get/=fetch/=grab/=put + =me + =the/=a/=your + {boss_word} ! {boss_elsewhere} !2 for_you',
  '=un + book =yourself',
  '=go + find/get/fetch/grab .. {boss_word} ! {boss_elsewhere}',
  '=who + =you/=do_you/=does_your + answer/report =to ! curious/office',
  'want/need/like/demand/get .. =this/=it + taken/reviewed/looked_at/moved/raised/kicked/' +
    'escalated/handled + by/up/higher/further/upstairs/with/=to ! quote/contract/shipment',
];
