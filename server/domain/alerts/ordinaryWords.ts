/**
 * Stems of words that English calls are made of: of the training transcripts in bench/alerts and of the
 * classes of words. What is none of them, where a company could stand, may be one's name.
 */
export const ORDINARY_ENGLISH: ReadonlySet<string> = new Set(
  `
  aaron abandon abe abl about abov absolut absorb abta abus accept access accident accidental
  accord accountabl accountant accredit accuracy acid acr across act action activ activity actual
  actually add address adeyemy adjectiv adjust adjuster adjustment admin administr admissibl
  admission adoption adult advantag advertis advic advisement advisory affair affect affidavit
  afford afraid after afternoon again against age agency agenda agent ago agr agre agreement
  ahead ahm aid air airhead airlin airport alaska alert alfalfa all allen aller allergic allergy
  allotment allow allowanc almond almost alo along aloud already alright also alternativ alvarez
  alway amateur amaz american amex amount amp amy ana angela animal anita ankl ann anniversary
  annual annually anny another answer ant anton any anybody anymor anyon anyth anyway anywher aol
  apartment ape api apologis apologiz apology app appeal apply appointment appraisal
  appraiser appreciat approach approv approval april aqua arbitr arbor are area argu argument
  arizona arm around arrear arriv arrival ars art artist artwork ask asleep aspirin ass asshol
  assign assist assistanc assistant ate atol attorney auckland audio audit auditor august aunt
  authoris authority authoriz auto autofil automatic automatically autopay availabl avenu avi
  avoid awar away awesom awn axe axi aye baby bach back backdat background backup backward bad
  badass badg bag baggag bail bak bakery bal balanc baler ballpark bampot band bandit bank
  bankruptcy bar barely barrel barrister bas basement basic basically basket bastard bath
  bathroom battery bay baylor bbb bear beast beat beautiful becaus bed bedroom been beep befor
  beg begin behalf behav behind being bel believ bellend below benchmark bend berth besid best
  bet beth bethan better between beyond bid big bigger biggest biggy bik bil billboard bimbo bin
  birch bird birdbrain birth birthday biscuit bit bitch bitten black blam blank blender bless
  blew blind blink bliss blister block blok blond blood bloodsucker bloody blower blowy bluewater
  board bob bock body boiler bois bolt bon book bookstor boot booth bor born borrow boss bot both
  bother bottl bottom bought bounc bow bowen bowl box boy bozo bracket brad brain braindead
  brainless brak branch brandt brass bre breach break breath breez bri bridg brief briefly bright
  brightlin brightpath bril brilliant bring broadband brochur brok broken broker brokerag brook
  brother brought brows buck bud buddy budget buffet buffoon bug bugger build builder built bulb
  bulkhead bulky bullshit bump bun bunch bundl buoy bureau burn bus business busy but button buzz
  caa cabin cabinet cabo cach cak cal calendar california californian callback caller callout cam
  camera camper can cancel cancer cannot capacity capitol car carb card careful caregiver carlo
  carol carpet carrier carry cart cas cascad casework cash castl cat catalog catalogu cataract
  catch catcher cattl caught cds ceas ceil cel cent center centr ceo cereal certificat certify
  cfo cfpb chain chair chanc chang channel chap charg chargeabl charger charity chart chassy chat
  chauffeur cheap cheaper cheapest cheat check checkbook checklist checkout cheeky cheer chees
  chef chemical chicago chicken chief child children chimney chimp chip chippy chlorin choic
  choir chok choos chop christ christma chuck chuf church churn cio circl circumstanc citizen
  city civil claim class claus clean cleaner clear clearly clerk cleveland click client climb
  clinic clip clock clos closet cloth cloudy clout clown clu club clueless clumsy clutch cma
  coach coat cobbl cod coffe coffin cold colleagu collect collection colleg colon color colour
  comfortabl command comment commission commissioner commitment committe communicat commut comp
  company compar comparison compens compet competition complain complaint complet completely
  complianc compliant compliment compressor comput computer con concept concern concret condition
  conduct conferenc confirm confus congestion congrat congratul congressman congresswoman conman
  connect connector consent consider construction consult consumer contact continu contract
  contractor contribution control controller convers conveyanc convinc coo cook cooky cool cooler
  coop cop copier copy copyright cord corner corporat correct cosmetic cost costa costum couch
  could council councillor councilman counsel count counter country county coupl coupon courier
  cours court courtesy courthous cousin cover coverag cow cowboy cqc crack cran crap craphead
  crat crazy cream credential credit creep creepy crestview cretin crew criminal crm crook crop
  cross crowd crown cruis cry crypto cue cunt cur curious current curs curty custody custom
  customer cut cutof cycl dad daft dafty dakota dalla damag damn dan dana dang dark darl darnel
  dash dashboard dat data databas daughter dav dawn day dayton daz dead deadlin deaf deal dealer
  dealership dealt dean dear death deb debit debt december decent deceptiv decid decision deck
  declin dedicat deductibl deep defect defer definitely delet deliver delivery demand demo denis
  denny dens dent dental dentist denver department depend deposit depot deserv design desist desk
  detail dev devic devil dew diabetic dial diameter dick dickhead did die differenc different
  differently difficult dig digit digital dim dimwit dingbat dinner dinosaur dip dipshit dipstick
  direct directly director dirty disability disappear disclos disclosur disconnect discontinu
  discount discovery discrimin discuss disgrac disgust dish dispatch dispatcher display disposal
  disput disrespect district ditch divorc doc dock doctor document doe dog doing dol dollar don
  donat doncaster donkey donut door dop dory dos doubl douchebag doug dougy down download
  downspout downtim downtown doz dozen dozy draft drag drain draw dream drew dril drink drip driv
  driver driveway dron droopy drop drown drug dry duck due duh dumb dumbass dumber dumbest dumbo
  dump dumpster dunc dur dust duty dwel dye dying each eagl ear earlier earliest early earthly
  easily east easter eastern easy eat eaten ebik edit edition edu eejit eek eff effect effectiv
  egg eggshel eight eighteen eighty einstein either ejit electric electrician electronic element
  elevat elevator eleven ello elm els elsewher email embarrassment employe employer empower empty
  encrypt end energy engineer english enjoy enormous enough enrol ensur enter entity environment
  environmental epa equal equipment equivalent escal escalat esignatur estat estimat evaluat even
  event ever every everybody everyon everyth everywher evp ewe exact exactly exam excel except
  exception excess excus executiv exist exit expect experienc expert expir explain expletiv
  export express extend extension extra extractor eye faa fac facility factor faintest fair fairy
  faith fak fal fals familiar family famous fantastic far farm farther fast faster fat father
  fault favor favorit favour favourit fax fay fca fcc fda fdcpa featur feb february fed federal
  fee feed feedback feel feet fel fella felt femy fenc fennel ferry festival fetch few fewer
  ficus fiddl field fieldlin fierc fifteen fifteenth fifth fifty fighter figur fil filter filth
  filthy fin final finally financ financial find finger fingerprint finish finra fir firewal firm
  first fish fit fiv fix fizz flag flash flat flatter fleet flight flint flip float flood floor
  florida flow flower flown fluf fluffy fly flyer foam fog foggiest folk follow fool foot footag
  footbal footer footwel for forecast foreign foreigner foreman forever forget forgiv forgot fork
  forklift form formal former forth fortieth forty forward fos found four fourteen fourth fox
  fram framer frank fraud fraudster fre freak freez freight fresh friday fridg friend frog from
  front froz frozen fruit frustrat fry fryer ftc fuck fudg fuel ful fun fund funeral funnier
  funniest furnac furnitur furry further gaffer gal gam gambl gap garag garbag gareth gary gas
  gat gav gaz gdpr gear gemma general genius genuin geof germ german germany gestur get gidday
  gift gig ginger girl gist git giv given glad glass glaz glenmor glov glow gmail goal goat
  gobshit god goddamn goe going gold goldfish golf gon good goodby goodness goodwil gorgeous
  gormless gosh gossip got gotten government governor grab grad grain gram grand grandad
  grandbaby grandfather grandma grandson grant grat grateful gray great greedy green grew grey
  grid grievanc grocery ground group grown grownup growth guam guarant guarante guard guardian
  guess guest guid guitar gumbo gun gutless gutter guvnor guy gym hack had hag haha hail haircut
  hairdresser hal haley half halfway halfwit hallelujah halv hand handcuf handl handlebar handset
  handy hang hanger happen happily happy harbor harbour hard hardest hardly harlow has hat haul
  haulag hav head headset health hear heard hears heart hearth heartless heat heavier heavy hedg
  height hel hello help helpdesk helplin her heritag heron herself hey hiccup hick hid high
  higher highest hil hilarious him himself hip hipaa hir his histamin history hit hitler hiya hoa
  hob hockey hol hola hold holiday holler holt holy homegrown homeowner homestead hon honcho
  honest honestly honey honor hook hoover hop hopeless horn hors hospital host hot hotel hotlin
  hound hour hous how however hud hug huh human humor hun hundr hung hungry hurry hurt husband
  hypothetically ian ice ico icy idea identity idiot idiotic idl ignor ignorant ill illegal
  illiterat imag imbecil immigr implant implement import imposter impress inbox inch incident
  includ incom incompetent indemnify indemnity india individual industry info inform infusion
  injunction ins insan insanely inspection inspector instagram instal installer instalment
  instanc instead instruct insul insur insurer integr integrat intend intention interest intern
  internally interstat into inverter investig investigat investment investor invit invoic involv
  ironhous issu item its itself ivory ivy jack jackass jam janet january jar jealous jean jeez
  jenna jennifer jeopardy jerk jesus jewelry job jobsworth joel jogger join jok jordan judg
  judgment july jump jun junk juror jury just justic karen keep kelsey ken kept kettl kevin key
  kia kick kid kiddo kil killer kilo kim kind kindergarten kirkby kiss kit kitchen klaus kne knew
  knob knobhead knock know knucklehead kowalczyk kyl lab label labor lad ladder lady lak lakeshor
  lamb lan land landlord languag laps laptop larg lasagna laser last lat later laugh law lawn
  lawsuit lawyer lazy lead leader leadership leaf leak lean learn leas leav lee leech leeway left
  leg legal legally legend legit len lend lender lendwel length lengthwis leon less lesson let
  letter lettuc level liability liabl liaison liar library licenc licens lid lie lien lif
  lifesaver lift light lik likely limit lin linda liner link linkedin lino lip lisbon list listen
  literally litig litigat litigator littl liv lloyd load loan loaner lobby loc local lock
  locksmith lodg log logic login logistic logo long longer look loop loophol loos loosen lord los
  loser loss lost lot lou loud louder lov lovely lower lowest lowlif loyalty luck lucky lui lump
  lunch lying machin mad magazin maggot magic magician magistrat magnolia mail mailbox main
  maintain maintenanc mak maker mal malawy mam mama man manag management manager manageress manic
  manila many map mapleton marbl march marcus marcy marin marisol mark markdown market markup
  marriag marshal marvelous marvin mary mask mat match maternity matter mattress matur max
  maximum may maya mayb mayor mclain meal mean meant measur measurement meathead mechanic med
  medical medicar medium medy meet melissa melt member membership memo memorabl memory mention
  menu merchant merger meridian merino mess messag met meter method metr metro michigan mick mid
  middl midnight might migr mik mil mileag military milk million min mind minimum minut miracl
  miserabl misery miss mistak mister mix mob mod model modem modul molass mom money mong monitor
  monkey monster month monthly mor morn mornin moron moronic mortify most mostly mother
  motherfuck motion motivational motor mount mourn mous mouth mov mover movy mow mower mrs much
  mud mug mum muppet murder music must mut myself nah naic nam nap nasty national natural nav
  navy nazy nda near nearest nearly neck need neighbor neighborhood neighbour nephew nerd nervous
  net netflix never new newsletter newspaper next nic nicely nicer nicest nickel nigerian night
  nimbus nin nina nineteen nineteenth ninety ninth nitril nitrit nitwit nobody nois noisy nomad
  non nonprofit nonrefundabl noon nop normal normally north northern northgat northsid norway nos
  nosy not notch noth notic notific notify november now nowher nudg numbskul numpty nurs nursery
  nut nutter oakland oakley oat obama obviously october odea odor ofcom off offenc offens offer
  officer official offlin ofgem ofqual ofst ofwat ohio oil okafor okay old older omaha ombud
  ombudsman ombudsmen onboard onc onlin only onsit ooh open oper opinion opportunity opposit
  opposition ops opt optic option ora orang orchard orchid order original orthodontic osha other
  otter ouch ought oughta our ourselv out outag outfit outlook outrank outsid over overag
  overdraft overdu overheat overlook overnight overrid overrul overse owe owed owen own owner
  oxygen pacer pack packag pad pag pager paid pain paint pal pallet pan panel panto paper
  paperwork parad paralegal parasit parcel park parkway parrot part partner partnership party
  pass passenger passport password past patch patel path pathetic patienc patient patterson paula
  paus pawn pay payabl payday paye payment paypal payrol pea peabrain peac peasant peck pelican
  pen penalty pencil pend penny peony peopl peoria per percent perfect period perm permit person
  personal personally pervert pest pet pharm pharmacy phas phew phil philippin phish phon photo
  physically physio piano pick pickup picnic pictur pie piec pig pigeon pil pillock pilot pin
  pinella pink pinot pipelin piss pitch pitcher pizza plac plain plainly plaintif plainview plan
  plank plant plastic platform platinum play pleas plenty plonker plot plug plugin plumb plus
  point pointment pol polic policy polish polit pond pool poor pop popular por porch port portal
  portugal portugues posh posit position positiv possibl possibly post postag postal postcod
  pothol pound power practic prairy prais pram prat pre prefer premium prep prepar preserv
  president press pressur pretend prettier pretty previous pric prick princess principal print
  printer prior privacy priya prob probably probat problem process procurement product production
  professional profil program project promis promo promot promotion promotional proof proper
  property proposal prorat protect protection provider pruit psycho pta pub public publish puk
  pul pump punch punctur punk puppy purchas purpl purpos purs pursu push put quality quarter
  quarterly quay query question questionnair queu quick quickbook quicker quickly quid quiet
  quietest quil quit quiz quizz quot raby raccoon rachel rack radar radio raffl rail rain rais
  ramp ran random randy rang rank ranunculus rarely rat rather reach read ready real really rear
  reason reasonabl reassign reassur rebat rebuilt recal receipt receptionist reckon recogniz
  reconnect record recorder recover recruitment recur recycl red redeem redlin reduc reduction
  ref refer referenc refil reflexion refund refundabl refus region regional registr regression
  regret regul regulat regulator regulatory reimbursement reject rejoin rel relationship releas
  relief reliev remak remedy remember remind reminder remot remov rene renew reno rent rental
  reorder rep repair repayment repeat replac replacement reply repo report reporter represent
  request requir requirement reschedul resend reserv reservoir reset resiz resolv responsibl rest
  restart restaurant restock result retain retard retention retir return revers review reward
  rick rid ridg ridgeway ridiculous right righto ring rip ris risk rit rium rival roach road
  roadsid roast robber robocal robot rock rod roger rol rollout romania roof roofer room rooster
  rosa roster rot rota rotat rotten round rout router row rower rud rul run rung runner rush
  rustl ruth rye sack sadly saf safety said sailor sak salesman salmon sampl sand
  sandbox sandpaper sandra sat saturday sauna sav savag saver saw say scaffold scam scammer scan
  scanner scar scary schedul schem school scooter scor scout scrambl scrap scratch screen screw
  script scrub scum scumbag sea seal sealer search seasick seasid season seat sec second secret
  section security see seed seek seem seen sel select selection seller seminar senator send
  senior seniority sens sensibl sensitiv sent separat september serial seriously serv server
  servic set settl settlement setup seven seventeen seventy sever sexy shad shak shal shameless
  shar sharp sharpest shav she shed sheen sheet sheila shelf shelfwar shellfish shift shin shingl
  ship shipment shirt shit shithead sho shock shonda shook shoot shop short shortlist shot should
  shout shov show shower shrek shut shuttl sic sick sign signal signatory signatur silk silly
  silver simpl simpleton simulator sinc sincerely singl sink sir sister sit six sixteen sixteenth
  sixth sixty siz skin skip skirt skul sky skyhop skylin sla slack slag slap slash slick slid
  slim slimy sling slip slipper slot slow slower slug slut sly smack smal smallest smart smash
  smel smok smug snag snak snap snaptax sneak snor snot snotty snow soccer social society sock
  sod sofa soft softener softwar sol solarwis sold solicitor solid solution som somebody someon
  someplac someth sometim somewher son song sonny soon sooner soonest soot sorry sort soul sound
  spac spaniel spanish spar spastic spe speak speaker spec special specialist speed spel spent
  spineless split spok spoken sponsorship sport spot spray spreadsheet spring squad squeak
  squeaky stack stacklan staf stainless stair stairlift stamp stan stand standard star start
  starter statement statut stay steady steal steel steer stem step stev stick sticker stil stock
  stol stolen ston stood stop stor storag storm story straight strang strap straw stream street
  stretch strict strictly strik string structur stuck student stuf stupid stupider stupidest
  subject submit subpoena subscription success such sucker sue sued suing suit summer summit
  summon sun sunday sunny sunris sunshin super superintendent superior supermarket supervis
  superviser supervisor supplement supplier supply support suppos sur surcharg surely surgeon
  surgery surnam surpris surprisingly survey surveyor susan sushy suspicious svp swallow swamp
  swap swear sweden sweep sweet sweeten sweetheart swiftbook swin swindler switch switchboard
  sync system tab tabl tablet tag tak taken tal talk tampa tan tangerin tank tap target tarp tart
  task tax tcpa tea teach teacher team teamboard teas teatim tebay tech technical technician teen
  teenager teeth tel telephon temp templat temporary tempt ten tenant tend tenner tenny tenor
  tenth term termin terminal terminat tess test testify texa text than thank that the their them
  then theodor ther thermostat thes they thi thick thicko thief thiev thin thing think third
  thirteen thirteenth thirtieth thirty thos though thought thousand thre threaten threw thril
  through throw thrown thru thumb thur thursday tick ticket tid tidewater tier til tim timber
  timelin timesheet tina tiny tip tir titan titl toad toaster today together toilet told tolu tom
  tomato tomorrow toner tongu tonight tonn too took toot tooth top tor torn toss tosser total
  totally touch tough toughen tour tow toward towel town toy trac track tractor trad traffic
  trailer train trainer tran transcript transcription transfer transferabl transport trap trash
  travel tray tre treat treatment trey tri trial trigger trim trip trol trombon troubl tru truck
  truth try tub tuesday tuition tulsa tun tuna turkey turn turnover twat twelfth twelv twentieth
  twenty twic twist twit twitter two typ typist ugh ugly ultrasound umbrella unabl unauthoriz
  unbelievabl uncl under undercut understand understood underwrit undo unfortunately unfrozen uni
  uniform union univers unlawful unless unlimit unlock unopen unplug untick until unusual updat
  upgrad uphold upload upper upset upsid upstair uptim urgent usag usda use used useless user
  using usual usually utility vac valley van vanc vary vault vegan veil vendor verbal verific
  verify vermin version versus very vet vetcar veteran vic view villag vinc vinyl viol violat
  virus visa vision visit visor voic voicemail void volum vot vultur waco wag wait waiter waiv
  waiver wal walk walkthrough wallet wallpaper wally walt wand wanker want war warehous warm
  warranty was wash wast watch watchdog water wav way wayn wazzock weak wealth wear weasel
  weather web webinar websit wed wednesday wee week weekend weekly weigh weight weil weird welcom
  wend went wer wes west wet wetwip what whatever wheel wheelchair wheelhous when whenever wher
  wherever whether which whil whit whiteboard who whoever whol wholesal whor whos why wid width
  wif wify wiggl wil win wind wink winter wip wiper wir wish wit witch with withdrawal withdrew
  within without wizard woman won wonder wonderful woo wood wool word work worker workflow
  workspac worktop world worm worn worry wors worth worthless would wow wrap wretch wring writ
  written wrong wrot yahoo yank yard yeah year yearly yel yello yep yes yesterday yet yolanda you
  young your yourself yup zero zip zipper zomby zon zoo
  `
    .trim()
    .split(/\s+/),
);
