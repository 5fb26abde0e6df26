/** English speech acts that take leave, of classes of words. In the notation of pattern.ts. */
export const threatensToCancel: readonly string[] = [
  '{money_stream} .. {stop_it} ! by_mistake/accident/=declined/it_was/did_you/date',
  "{stop_it}/don't/not + {money_stream} ! twice/yet/until/wrong/today_please/before",
  "~=don't/=quit/=stop/=no + =bill/=billing/=charge/=charging + =me/=us ! twice/for_the/wrong/" +
    'extra/yet/until/double',
  'come/send_someone/send_somebody/send_a_man/send_a_van/send_a_driver .. pick/collect/get/fetch/' +
    'take/grab/haul + {our_gear} ! donation/deliver/delivered/from_the_airport/broken/repair/' +
    'empty/exchange/replacement/swap/instead_of/from_my/return_label_for ! up_from_school/me',
  'come/send .. pick + {our_gear} + up ! repair/exchange/replacement/swap/donation',
  '=you/=can + =can/=have .. =your/=the + {our_gear}/cards/card/keys/router/machine/box + back ' +
    '! when/did/got/get/key_back',
  'have/get/send/sending/giving/give/bring/bringing/handing/hand/take/taking/drop/dropping/mail/' +
    'mailing/ship/shipping/return/returning + {our_gear} + back ! wrong/exchange/replace/' +
    'replacement/swap/damaged/faulty/broken/size/colour/color/fix/repair/warranty/survey/signed/' +
    'form/can_you/could_you/will_you/did_you/=they ! fix',
  '=have + {our_gear} .. back .. =by/=on/=in_your/=to_you/=monday/=friday & =i/=we ! when/can_i/' +
    'exchange/replacement',
  '=what/=where/=how .. =i/=we + send/return/post/mail/ship =back/=it/=them/=this & out/done/' +
    'leave/leaving/finished/cancel/no_good',
  "~won't/not/needn't/don't/shan't/never/no/=none .. need/needing/want/wanting/require/requiring/" +
    'use/using/send/sending/leave/come/coming/take/taking/order/ordering/buy/buying/pay/paying/' +
    'deliver/bother .. {no_longer} ! emails/email/calls/texts/yet/on_hold/if_i_can/sugar/help ! ' +
    'to_your_office ! pizza',
  "~=no/=not_be/won't_be/=won't + need/call/reason/point/use/want =for .. {your_service}/meals/" +
    'visits/papers/deliveries .. {no_longer} ! phone_call',
  "~don't/can't/cannot/not/doubt/wouldn't .. =us/=me/=we/=myself/=ourselves .. signing/renewing/" +
    'staying/continuing/re_upping/coming_back/sticking/extending/=renew/=stay/=resign ! late/' +
    'long/night/hotel ! on_the_line',
  "~won't/not/shan't/never/no + =be/=going/=gonna/=planning/=intending/=looking/=to/=see + =to/" +
    '=be/=us/=on/=signing/=re_upping .. renew/renewing/re_up/=signing/=sign/re_upping/extend/' +
    'extending/continue/continuing/carry_on/back ! not_sure/late/monday/=today/=tonight/=until',
  '{leave_idiom} ! {product_talk} ! how_do_you/how_would/how_can_i_say/french/spanish ! mailing/' +
    'email_list/call_list/the_waiting_list/spam/newsletter/cc/thread/notifications/old_phone/' +
    'they_are/he_is/she_is/my_kids/for_today/for_tonight/for_the_day/for_now/for_the_holiday/' +
    'the_wedding/the_race/the_holidays',
  'winding/wind/wound + =you/=it/=this/=things/=your_service + down',
  'wants/want/=like/=have .. =both/=all/=the_lot/=them/=it/=everything + =of_them/=gone =gone/' +
    '=please/=off/=out & =please/=gone ! stain/smell/bugs/ants/weeds',
  'given/give/gave + =up + =the/=my/=our + plot/membership/place/unit/lease/locker/slot/spot/' +
    'subscription/account',
  "=no/=needn't/=don't/=not .. =leave/=send/=bring/=deliver/=drop + =any/=me/=us/=no/=another/" +
    '=them .. =more/=another/=again/=any ! emails/texts/spam/until/before/pls',
  '=this + is + =me/=us + =giving/=given/=handing/=cancelling/=canceling/=saying/=telling .. ' +
    'notice/back/you/goodbye/cancel ! noticed',
  '=take/=consider/=treat/=count/=call .. =this/=that + =as/=to_be/=is =it/=my/=our/=the/=notice/' +
    '=official/=written & =it/=notice/=goodbye/=cancellation/=days/=leave',
  'instead + =from/=of + =now/=this/=paying_you/=you & put/keep/save/spend/=use/=go/=do/=get ! ' +
    'card',
  '=go/=get/=hire/=find/=use/=pay/=paid/=have_paid + =to/=with/=a/=an/=the/=some/=another/' +
    '=one_of/=it_to .. credit_union/building_society/=mug/pay_as_you_go/real_accountant/' +
    'supermarket/local_guy/local_firm/elsewhere/some_other ! ask/store ! in_addition',
  '=not/=never + =paying/=pay/=giving/=give/=sending/=send + =you/=it/=for/=another/=one_more/' +
    '=forty/=a .. another/penny/dime/cent/month/more/again ! twice/until/if/=invoice ! late',
  '=rip/=tear/=pull/=take/=get/=have + =it/=this/=that/=the_thing/=the_lot/=the_box/=them + =off/' +
    '=out/=down .. =wall/=house/=roof/=here/=property/=place/=building/=today & =not/=want/' +
    '=paying/=done/=your/=come ! splinter/photo/download',
  '=all + coming/going/comes/goes + =out/=back & saturday/=you/=from_me/=need/=whatever/=then/' +
    '=friday/=monday ! washing/hair/stain/well',
  'reverting/revert/going_back/=went_back/=gone_back/=go_back/=switch_back + =to + =the/=our/' +
    '=paper/=pen/=spreadsheets/=a .. whiteboard/spreadsheets/paper/excel/notebook/old_way/' +
    'old_system/phone/pencil ! training/before_we/with_yours',
  'running/run/walking/walk/doing/do/watching/reading/cooking/making .. =for + nothing/free & ' +
    '=so/=instead/=going/=bill/=why ! trial',
  '=what + is + =the + point + =of/=in + =having/=paying/=keeping/=staying/=being/=this + =you/' +
    '=for/=with/=it/=a/=your',
  '! {cancel_ordinary}',
];
