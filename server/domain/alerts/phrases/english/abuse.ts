/** What English phrases insult or threaten, in the notation of pattern.ts. */
export const abuse: readonly string[] = [
  'you/you_guys/you_people/company/service =all/=guys/=people/=really/=just/=suck/=sucks suck/' +
    'sucks ! vacuum',
  '~such/complete/total/absolute/fucking/bloody/utter/what a/an/fool/idiot/moron/liar/joke idiot/' +
    'moron/liar/crook/clown/loser/jerk/fool/expletive',
  '{swearing} ! sweet_spot',
  'bunch/pack/group/load of {insult}',
  'shut your mouth/trap/face',
  'go/straight to hell',
  'screw/damn you/this_company/your_company/off/all_of_you',
  'drop dead',
  'how stupid/dumb/dense/incompetent/thick/useless/slow are/can/could you/one/anyone/somebody',
  '~such a/an/incompetent/complete/total {insult} ! such_a_joke_that/laugh/i/my',
  'know/find/found where/out your/you/he/she/they live/lives/work/office/house/family/kids/' +
    'children',
  'you/you_will/you_are/you_guys/you_people/this must/have to/are/be {insult} ! must_think_i',
  'are you stupid/dumb/deaf/slow/an_idiot/brain_dead/braindead/retarded/even_listening/blind',
  'what =the =hell/=heck is/are =wrong you',
  "what is/are/what's wrong with you/you_people",
  'know/find where you live/work',
  'come/coming/drive/driving down there/your_office and',
  "you/you'll =will/=are/=going/=gonna/=regret/=be/=to regret/be_sorry/pay_for this/it/that/" +
    'talking/messing',
  'make you pay/sorry/regret',
  'watch your back',
  'i hope you die/rot/lose/get_fired',
  'you people/guys/lot make_me/are/disgust/sicken =sick/=sick/=a/=criminals/=crooks/=thieves/' +
    '=all/=just/=nothing/=complete/=completely/=absolutely ! great/awesome/best/good/amazing/' +
    'helpful/wonderful/right/busy/experts/close/doing/set',
  'you disgust/sicken/make me sick',
  "waste/wasting of my/time/space/oxygen/air ! not/don't ! sorry",
  'get a real job',
  'not the brightest/sharpest',
  'too stupid/dumb/dense/slow/thick to',
  'thick/empty skull/headed',
  'stupid/dumb/idiotic little/girl/man/woman/boy/people/company',
  "don't you dare",
  'go back to your/where country/you',
  'are you listening stupid/idiot/moron',
  // Where an alarm would be false; these hold for every phrase here.
  '!5 great/awesome/amazing/beautiful/gorgeous/love/loved/incredible/impressive/hilarious/badass/' +
    'kick_ass/big_ass/bad_ass/long_ass/sweet_ass/smart_ass/good_shit/holy_shit/hot_shit/the_shit/' +
    'no_shit/sick_truck/one_mean/mean_bastard/lucky_bastard/tough_bastard/big_bastard/fine_ass/' +
    'heavy_bastard/heavy_bitch/is_a_bitch/was_a_bitch/a_bitch_to/a_bitch_of/a_bastard_to/' +
    'son_of_a_gun/parking/traffic/weather/winter/hill/commute',
  '! our_last_vendor/our_old_vendor/our_last_provider/our_old_system/the_old_system/' +
    'my_old_laptop/our_old_rep/our_last_rep/our_last_guy/last_contractor/old_contractor',
  '! my_cat/the_cat/fool_me/the_old_guy/' +
    'your_old_guy/but_you_are_nice/but_you_are_great/but_you_are_good/your_tool/your_tools/' +
    'your_animal/your_animals/your_joke/your_jokes',
  '!2 pickup/pick_up/disposal/collection/collections/bins/bin/bags/bag/=cans/trash_can/roast/' +
    'compactor/chute/control/traps/trap/feed/does_it_reach/festival/shelter/hospital/rescue/' +
    'truck/hauler/hauling/removal/barn/farm/costume/nose',
  // Said indirectly, in passing.
  'know + where + your + office/house/building/family/kids & =coming + =down/=over/=for',
  '!5 they_say/they_said/they_will_say/customer_says/customers_say/caller_says/people_say/' +
    'if_they/somebody_says/if_someone',
  '~how + stupid/dumb/dense/thick/incompetent/useless/lazy + =do/=are/=can/=must/=does ! question',
  'know + where + =you/=your & coming/come/find/visit/burn/pay + =down/=over/=you/=it/=after/' +
    '=for ! coming_from',
  '~=you + {slur} + =you/=do/=what/=can/=are ! question/tool/not_you',
  '!3 i_am/i_feel/feel_like/felt_like/myself/i_was/my_brother/my_husband/my_wife/my_boss/' +
    'my_neighbor/call_me/i_must/any_idiot/i_look/haha',
  '~=eff/=f/=effing/=effin/=frigging/=fricking/=screw + =you/=off/=yourself/=this/=idiot/=your/' +
    '=moron/=liar/=liars/=company',
  '~go/=just + =f/=eff/=screw/=fly/=jump/=choke/=rot/=die + =yourself/=a_kite/=in_a/=in_hell/' +
    '=off/=on',
  '~shove/shoving/stick/stuff + =it/=that/=your/=this/=them/=the .. =where/=up/=sun/=ass/=it/' +
    '=butt ! sticker/label/it_in/note ! stick_with',
  "sun + don't/doesn't + shine",
  'kiss/kick/bite + =my/=your/=me + ass/butt/behind/backside ! the_bullet',
  '~=you/=your + {slur} ! question/joke_about/stupid_question/garbage_disposal/' +
    'garbage_collection/garbage_pickup/trash_pickup/trash_can/dirty_water/animal_hospital/not_you',
  '~sack/piece/pile/bag/waste/excuse + of/for + =crap/=garbage/=trash/=dirt/=skin/=space/=work/' +
    '=human/=you/=filth/=scum/=a_human/=bull/=manure ! garbage_bag/trash_bag/equipment/software/' +
    'machine/junk_mail ! nice_piece/great_piece/good_piece ! piece_of_work_done ! is_a_piece/my/' +
    'lost',
  'half/brain/brains/braincell + =a/=cell/=of/=in/=wits/=dead + brain/brains/wit/cell/head/pea/' +
    'you/between/goldfish',
  '=are/=you/=have/=do/=got + =you/=have/=got/=even/=no + =brain/=brains/=half_a/=deaf/=stupid/' +
    '=dense/=thick/=high/=drunk/=illiterate/=retarded/=slow + =brain/=or/=at/=in/=man/=lady/=you/' +
    '=cells/=even ! water/deaf_in/slow_internet',
  'hope .. =happens/=burn/=burns/=rot/=rots/=die/=dies/=choke/=choking/=cancer/=suffer/' +
    '=lose_your/=get_fired/=goes_bankrupt/=under + =to_you/=in/=on/=alone/=down/=too/=job/=your/' +
    '=out/=like/=and ! not',
  'hope + =it/=this/=something + happens + =to + =you/=your',
  'hope + =you/=your .. =choke/=rot/=die/=burn/=suffer/=fired/=bankrupt/=cancer/=crash ! not/' +
    'laptop/computer',
  'dirty/filthy/lying/cheating/thieving/disgusting/heartless/gutless/spineless/worthless/' +
    'pathetic/crooked/slimy/sleazy/greedy + {slur}/=little/=company/=people/=son/=sack/=excuse/' +
    '=dog/=thieves ! filter/water/dirty_little_secret',
  'bottom + of + the + barrel',
  'burn/blow + =your/=the/=that/=this + building/office/place/house/store + =down/=up',
  '=i + =will/=am_going_to/=know_where/=am/=swear_i/=oughta/=should/=could .. =find/=hurt/=kill/' +
    '=punch/=slap/=strangle/=smack/=beat/=choke/=hunt + =you/=your/=him/=her/=the_hell/=somebody/' +
    '=that ! hit_you_up/numbers/quota/find_you_a/find_you_the/in_the/on_the/find_your',
  '=watch/=better_watch + =your + =back/=mouth/=yourself',
  'wring/wringing/break/breaking/snap + =your/=his/=somebody_s + neck/legs/arm/face/teeth ! news/' +
    'even/leg_on',
  '~go/straight/rot/burn + =to/=in/=straight_to + hell',
  'too/so + stupid/dumb/dense/slow/thick/incompetent/lazy/useless + =to/=it/=that/=you + =do/' +
    "=read/=understand/=count/=hurts/=figure/=help/=get/=answer/=can't ! me/i_am/the_app/" +
    'computer/internet/network/question',
  'trained/a + =monkey/=monkeys/=chimp/=parrot/=goldfish/=potato/=toddler + =could/=can/=would/' +
    '=has/=do .. better/smarter/more/job/you/do ! haha',
  '=your + mother/mama/momma + =is/=must/=should/=was + =a/=be/=so/=ashamed/=proud/=have',
  'ashamed + of + =yourself/=yourselves',
  'shame + on + =you/=you_people',
  '=you/=people/=company + =make/=makes + =me/=us + sick/puke/vomit',
  '=you/=you_people/=you_guys + =disgust/=sicken + =me/=us',
  'worst/dumbest/stupidest/laziest + =person/=human/=people/=rep/=agent/=idiot/=excuse/=piece + ' +
    '=i/=on/=ever/=in/=for/=of',
  'get + =a/=yourself_a/=some + =real_job/=life/=brain/=clue ! life_insurance/clue_what/clue_how',
];
