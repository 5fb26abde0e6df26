/** English deeds that scorn or threaten the rep: who does what with what, as classes of words. In the notation of pattern.ts. */
export const abuse: readonly string[] = [
  '! {near_play}',
  '~=you + =must/=are/=have_to/=gotta + =be/=bloody/=either/=really/=actually/=so/=just/=that ' +
    '+ =thick/=stupid/=dense/=dumb/=deaf/=brain_dead/=simple/=moronic/=mental/=retarded/' +
    '=an_idiot/=a_moron/=illiterate/=braindead ! =not/=question/=i_must/=tired/=not_that/=funny',
  '~dumb/stupid/lying/thieving/fat/ugly/useless/worthless/lazy/dirty/filthy/crooked/little/' +
    'sorry/ignorant/arrogant/miserable/rude/old + =son_of_a_bitch/=sons_of_bitches/=bitch/' +
    '=bastard/=bastards/=sob/=cow/=prick/=asshole/=arsehole/=ass/=jackass/=toad/=twit/=hag/' +
    '=witch/=swine/=git/=liar/=thief/=crook/=fool/=idiot/=moron/=loser/=clown/=excuse ! =my/' +
    '=i_am/=that_dog/=my_ex',
  'dog/monkey/chimp/kid/toddler/year_old/child/parrot/robot/machine/goldfish/trained_monkey/' +
    'grandmother/nan/cat/potato/answering_machine/hamster + =could/=can/=would/=has/=knows + ' +
    '=do/=have/=read/=run/=answer/=handle/=more/=better/=figure .. =your_job/=better_than_you/' +
    '=more_sense/=than_you/=better_job/=more_brains/=your_work/=it_better',
  '=put/=got/=have/=hire/=hired/=hires/=employ/=get/=given_me/=gave_me/=stuck_with/=talking_to/' +
    '=dealing_with/=speaking_to/=stuck_me_with + =a/=an/=me/=some/=nothing_but/=me_a/' +
    '=the_biggest/=another/=such/=complete/=bunch_of/=a_complete/=a_total/=an_absolute/' +
    '=a_bunch_of/=a_pack_of/=a_bloody/=the_village + {insult_noun} ! =my_boss/=my_ex/=scammer/' +
    '=my_neighbor/=my_neighbour/=monster_truck/=troll/=rat/=snake/=dog',
  "=they/=who/=company/=boss + =let/=lets/=hire/=hired/=employ/=employs/=shouldn't_let/" +
    "=should_not_let/=shouldn't_hire/=pay/=pays/=keep .. =people/=someone/=somebody/=person/" +
    '=idiots/=folks + =like + =you',
  '=waste/=complete_waste/=absolute_waste/=total_waste + =of + =space/=oxygen/=air/=skin/' +
    '=a_human/=a_phone/=a_salary/=a_paycheck ! =storage/=on_the_shelf',
  '=go/=crawl/=get + =back + =to + =where/=wherever/=your_own/=the_hole/=your_country/=school/' +
    '=whatever + =you/=country/=came/=hole/=learn/=and_learn/=it_was ! =page/=menu/=screen/' +
    '=we_were/=you_were_saying/=me',
  '=you/=you_people/=you_lot/=you_guys/=you_are .. =make/=makes + =me + =sick/=puke/' +
    '=want_to_vomit/=ill',
  '~=shut + =up/=your_mouth/=your_face/=your_trap/=your_pie_hole/=the_hell_up/=it_you + =and/' +
    "=you/=already/=for/=when/=i/=now/=will_you/=would_you/=about ! =dog/=store/=wouldn't/" +
    '=never/=alarm',
  '~=you/=you_people/=you_lot/=you_guys/=your + =are/=all/=must_be/=sound/=seem/=really/' +
    '=company_is .. {insult_word} ! =not/=i_am/=question/=mistake/=looking/=thick_and/=fast/' +
    '=sorry/=kidding/=joking/=fat_free/=cheap/=rate/=too_kind/=right/=great/=thick_is/=old/' +
    '=black',
  '~{swearing}/=fuck/=fucking/=effing/=bloody/=goddamn/=damn =you/=your/=idiot/=idiots/' +
    '=useless/=liars/=liar/=company/=people/=off/=incompetent/=joke/=moron/=morons/=stupid/' +
    '=clowns/=crooks/=robbers/=thieves ! =weather/=printer/=machine/=near/=damn_thing/=sorry',
  '=fire/=fired/=sacked/=lose/=sack =you/=your/=should_be =job/=you/=should/=if/=tomorrow/' +
    '=for_this & =stupid/=idiot/=useless/=liar/=pathetic/=deserve/=hope/=should & =you/=your ! ' +
    '=my_job/=lost_my',
  '=hope/=wish =you/=your/=someone/=it_happens .. =die/=rot/=choke/=burn/=suffer/=cancer/' +
    "=crash/=miserable/=fired/=sacked/=homeless/=bankrupt/=starve ! =don't_die/=not/=battery/" +
    '=laptop',
  '=ashamed/=disgrace/=disgusting/=pathetic/=joke/=useless/=waste/=embarrassment .. =of/=to/' +
    '=you/=human/=company/=yourself/=yourselves/=person/=people/=excuse & =you/=your/=yourself/' +
    '=people/=yourselves ! =i_am/=my/=weather/=not_your/=not_a/=no_joke/=service_is/=packet/' +
    '=time/=product',
  '~=you/=you_are + =are/=an/=a/=absolute/=utter/=complete/=such_a/=such_an/=bloody/=little/' +
    '=damn/=total/=all/=real + =an/=a/=absolute/=utter/=complete/=total/=damn/=bunch_of/' +
    '=little/=real + =idiot/=idiots/=moron/=morons/=liar/=liars/=crook/=crooks/=clown/' +
    '=imbecile/=thief/=thieves/=jerk/=joke/=fool/=loser/=cretin/=scumbag ! =not/=joke_about/' +
    '=not_a/=funny',
  '~=you/=listen_here_you + =are/=absolute/=little/=stupid/=damn/=lying/=utter + =idiot/=moron/' +
    '=clown/=jerk/=liar/=crook/=imbecile/=idiots/=morons/=clowns/=liars/=crooks ! =not',
  '~=you_are/=you + =dumber/=thicker/=stupider/=are_dumber/=are_thicker + =than',
  '=what + =kind/=sort + =of + =moron/=idiot/=clown/=fool/=imbecile',
  '=you/=you_people/=they + =are + =the + =dumbest/=stupidest/=worst_excuse/=most_useless/' +
    '=most_incompetent',
  '~=you_are/=you_are_all/=you_people_are/=you_guys_are/=you_lot_are + =all/=both/=just/' +
    '=nothing_but/=a_bunch_of + =idiots/=morons/=liars/=crooks/=clowns/=thieves/=scammers/' +
    '=useless/=incompetent/=imbeciles ! =not',
  '~=just/=oh_just/=will_you/=you_can + =shut_up/=shut_your_mouth',
  '=hope/=wish + =somebody/=someone/=you + =slaps/=punches/=hits/=gets/=get + =you/=hurt/=hit',
  '=know + =where + =your/=you + =office/=live/=work/=house & =coming/=come/=down/=there/' +
    '=visit/=sorry ! =order',
];
