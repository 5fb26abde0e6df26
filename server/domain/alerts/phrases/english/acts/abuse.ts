/** English speech acts that scorn or threaten the rep, of classes of words. In the notation of pattern.ts. */
export const abuse: readonly string[] = [
  '=know/=find_out/=found_out/=looked_up + =where + =your .. =is/=yard/=house/=office/=shop/' +
    '=place/=car/=family & =i/=we & =better/=hope/=so/=finish/=and/=pal/=mate ! order/located',
  '=find/=found .. =your + =instagram/=facebook/=profile/=linkedin/=address/=kids/=family/=house/' +
    '=wife/=husband & =i/=kids/=nice/=so/=as_well ! page_and/love/website',
  '=when/=if/=once/=till/=until + =i/=we + =find_out/=come/=get/=see/=catch/=find + =who/=where/' +
    '=down/=hold/=you/=my_hands/=over_there .. =you/=there/=that/=hell/=sorry/=face/=neck/' +
    '=regret ! order/email/back_to/at_five/tomorrow/monday/appointment',
  '=your + face/teeth/neck/nose/head/jaw/legs/kneecaps/throat/windows/tyres/tires & =come/=break/' +
    '=smash/=punch/=knock/=wring/=kick/=rearrange/=slap/=smack/=in/=off/=when ! screen/mask/lens/' +
    'insurance/helmet/dentist/cleaning/=on_your_face/tyre/delivery/see_your_face/put_a_face ! ' +
    'turn/shake',
  '=make/=made + =your/=you + life/job/day/week/=sorry/=suffer/=pay/=cry + =hell/=a_misery/' +
    '=miserable/=for_this/=for_that/=a_living_hell ! easier',
  '=you_better/=better/=had_better + =hope/=pray/=watch/=run/=hide ! deliver',
  "=your/=you + =kind/=lot/=people/=type/=sort + =can't/=are/=should/=come/=don't/=shouldn't/" +
    "=think/=always/=never/=touch/=wouldn't/=all & =stupid/=country/=english/=thick/=spell/" +
    '=filthy/=touch/=back/=all_at_it/=thieves/=liars/=lazy/=stink/=smell/=talk_right/=phones ! ' +
    'of_customer/thank/love/people_are_great/help',
  '=go/=get/=crawl/=clear_off + =back + =to/=under/=home + =where/=wherever/=your/=school/' +
    '=africa/=india/=china/=mexico/=the/=pakistan/=poland/=bangladesh/=manila/=jamaica .. =came/' +
    '=country/=from/=you/=rock/=stone/=jungle/=village/=hole ! page/menu/screen/store/start/' +
    'beginning/bed/=i/=we',
  '=get/=want/=give/=put/=speak/=talk/=find .. =somebody/=someone/=a/=an/=me/=to/=anyone/=proper/' +
    '=real + =white/=english/=american/=british/=christian/=western/=native/=normal_person/' +
    '=local_person/=human_that + =person/=on/=not/=man/=speaker/=woman/=who/=instead/=please/' +
    '=that/=i & =not/=phone/=you/=this/=instead/=white/=understand ! breakfast/muffin/language/' +
    'teacher/lesson/version/paint/board/label ! invoice',
  '=what + =you + =wearing',
  '=you/=are/=you_lot/=your + =a/=an/=such/=nothing/=just/=bunch/=pack/=all/=but/=are/=the/' +
    '=little/=pair/=lying/=one/=real/=absolute/=complete/=total/=proper/=right/=utter + ' +
    '{insult_noun}/{insult_word} + {insult_noun}/=person/=man/=woman/=boy/=girl/=lump/=thing/' +
    '=child/=excuse ! not_a/i_am/kidding/=genius/thought_i/see/great_lump/devil/love_you/joking/' +
    'mate_you_great/not_saying/old_friend/=you_have_a_dog/=lucky',
  '=you + =little/=stupid/=fat/=lying/=thieving/=ugly/=dirty/=filthy/=useless/=miserable/' +
    '=pathetic/=silly/=nasty/=dumb/=ignorant/=illiterate/=foreign/=black/=brown/=bloody/=jumped/' +
    '=old/=thick/=lazy + {insult_noun}/=up/=man/=woman/=boy/=girl/=so_and_so/=excuse/=thing/' +
    '=child ! great/devil/star/beauty/angel/darling_thank/black_box/old_boy/old_thing',
  '=hope + =you/=your .. =die/=dies/=rot/=choke/=burn/=cancer/=crash/=sacked/=fired/=starve/' +
    '=suffer/=hell/=drown/=bus/=bankrupt ! not/=never/do_not',
  '=drop/=get/=sod/=piss/=bugger/=naff/=clear/=go/=eff/=up/=stick + =dead/=stuffed/=knotted/' +
    '=lost/=off/=to_hell/=choke/=hang/=drown/=yours/=boil/=it_up/=screw =you/=off/=your/=then/' +
    '=and/=yours/=it/=yourself/=idiot/=mate ! go_off/went_off/get_off/get_lost_in/drop_off/' +
    '=dead_battery/clear_off_the/the_alarm/goes_off/package/delivery/=bus/=phone/kids/can_i/' +
    'button/=call/=charge/drop_dead_date',
  '=are/=were + =you .. =thick/=stupid/=dense/=dumb/=slow/=simple/=deaf/=blind/=mental/=drunk/' +
    '=retarded/=special/=backwards/=brain =or/=love/=mate/=what/=dead/=in/=pal/=dropped/=just ! ' +
    'hearing_aid/hearing_test/to_help/color_blind/am_i',
  '=let/=letting/=have/=make + =people + die ! =not',
  '! you_are_joking/shut_it_up/=your_rate/=used_car',
  '! just_kidding/only_joking/i_am_joking/my_ex ! {abuse_play} ! he_said/she_said/they_said/' +
    'they_say/i_said/my_friend/the_movie/on_tv/on_the_news',
];
