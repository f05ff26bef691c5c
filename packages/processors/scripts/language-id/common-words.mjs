/**
 * Common words, written for this model: of languages that the other sources have little of, and of others what people say to
 * each other and to a chat, which neither keywords nor a declaration have.
 */
export const commonWords = {
  ca: `hola bon dia bona tarda nit adéu gràcies moltes si us plau perdó sí com estàs molt bé vull puc pots fer ajuda'm pregunta resposta on quan per què
    aquest aquesta això allò amb els les dels als però també encara només després abans sempre mai avui demà ahir`,
  cs: `ahoj dobrý den děkuji díky prosím promiňte ano jak se máš dobře chci můžu můžeš udělat pomoz mi otázka odpověď kde kdy proč napiš řekni
    vysvětli přelož který která které protože když ještě jenom vždy nikdy dnes zítra včera`,
  da: `hej goddag tak venligst undskyld ja nej hvordan har du det godt jeg vil kan gøre hjælp mig spørgsmål svar hvor hvornår hvorfor skriv fortæl
    forklar oversæt hvilken fordi også kun altid aldrig i dag i morgen i går`,
  de: `hallo guten tag morgen danke bitte entschuldigung ja nein wie geht es dir ihnen gut ich möchte will kann können machen hilf mir frage antwort
    wo wann warum schreibe schreib sag erkläre übersetze welche weil auch nur immer nie heute gestern`,
  en: `hello hi hey okay ok yes no yeah nope sure thanks thank you please sorry bye goodbye good morning afternoon evening night how are what where
    when why who which can could would should help me write tell explain summarize translate create make give show list question
    answer want need know think today tomorrow yesterday always never also only because there here this that these those world`,
  es: `hola buenos días buenas tardes noches gracias por favor perdón sí cómo estás muy bien quiero puedo puedes hacer ayúdame ayuda pregunta respuesta
    dónde cuándo por qué escribe dime explica traduce cuál porque también solo siempre nunca hoy mañana ayer entonces`,
  fi: `hei moi terve huomenta kiitos ole hyvä anteeksi kyllä ei mitä kuuluu hyvin haluan voin voitko tehdä auta minua kysymys vastaus missä milloin
    miksi kirjoita kerro selitä käännä mikä koska myös vain aina tänään huomenna eilen`,
  fr: `bonjour salut bonsoir merci s'il vous plaît pardon oui non comment ça va très bien je veux peux pouvez faire aide-moi aide question réponse où quand
    pourquoi écris dis explique traduis quel quelle parce aussi seulement toujours jamais aujourd'hui demain hier alors`,
  hu: `szia helló jó napot köszönöm kérem bocsánat igen nem hogy vagy jól akarok tudok tudsz csinálni segíts kérdés válasz hol mikor miért írj mondd
    magyarázd fordítsd melyik mert is csak mindig soha ma holnap tegnap`,
  it: `ciao buongiorno buonasera grazie per favore scusa sì come stai molto bene voglio posso puoi fare aiutami aiuto domanda risposta dove quando perché
    scrivi dimmi spiega traduci quale anche solo sempre mai oggi domani ieri allora`,
  ms: `halo hai selamat pagi siang malam terima kasih tolong maaf ya tidak apa kabar baik saya mau bisa dapat buat bantu pertanyaan jawaban di mana kapan
    kenapa mengapa tulis katakan jelaskan terjemahkan yang mana karena juga hanya selalu sekarang hari ini besok kemarin`,
  nl: `hallo hoi goedemorgen goedendag dank je bedankt alsjeblieft alstublieft sorry ja nee hoe gaat het goed ik wil kan kunt maken help mij vraag antwoord waar
    wanneer waarom schrijf vertel leg uit vertaal welke omdat ook alleen altijd nooit vandaag morgen gisteren`,
  no: `hei god dag morgen takk vær så snill unnskyld ja nei hvordan går det bra jeg vil kan gjøre hjelp meg spørsmål svar hvor når hvorfor skriv fortell
    forklar oversett hvilken fordi også bare alltid aldri i dag i morgen i går ikkje eg korleis kva kvifor`,
  pl: `cześć dzień dobry dziękuję dzięki proszę przepraszam tak nie jak się masz dobrze chcę mogę możesz zrobić pomóż mi pytanie odpowiedź gdzie kiedy
    dlaczego napisz powiedz wyjaśnij przetłumacz który ponieważ też tylko zawsze nigdy dziś jutro wczoraj`,
  pt: `olá oi bom dia boa tarde noite obrigado obrigada por favor desculpe sim não como está tudo bem quero posso pode fazer ajude-me ajuda pergunta resposta
    onde quando por que escreva diga explique traduza qual porque também só sempre nunca hoje amanhã ontem então`,
  ro: `bună salut ziua mulțumesc vă rog scuze da nu ce mai faci bine vreau pot poți face ajută-mă întrebare răspuns unde când de ce scrie spune explică
    traduce care pentru că și doar întotdeauna niciodată astăzi mâine ieri`,
  ru: `привет здравствуйте добрый день спасибо пожалуйста извините да нет как дела хорошо хочу могу можешь сделать помоги вопрос ответ где когда почему
    напиши скажи объясни переведи который потому тоже только всегда никогда сегодня завтра вчера`,
  sv: `hej god dag morgon tack snälla ursäkta ja nej hur mår du bra jag vill kan göra hjälp mig fråga svar var när varför skriv berätta förklara översätt
    vilken eftersom också bara alltid aldrig idag imorgon igår`,
  tr: `merhaba selam günaydın teşekkürler teşekkür ederim lütfen özür dilerim evet hayır nasılsın iyiyim istiyorum yapabilir misin yardım et soru cevap nerede
    ne zaman neden yaz söyle açıkla çevir hangi çünkü ayrıca sadece her zaman asla bugün yarın dün`,
  uk: `привіт доброго дня дякую будь ласка вибачте так ні як справи добре хочу можу можеш зробити допоможи питання відповідь де коли чому напиши скажи
    поясни переклади який тому також тільки завжди ніколи сьогодні завтра вчора`,
  vi: `xin chào cảm ơn làm ơn xin lỗi vâng không bạn khỏe tôi muốn có thể giúp câu hỏi trả lời ở đâu khi nào tại sao viết nói giải thích dịch nào bởi vì
    cũng chỉ luôn hôm nay ngày mai hôm qua`,
  af: `die is en van het nie wat in vir aan sy hy ek jy ons hulle dit met op te was word kan sal moet my haar hom jou julle daar hier waar
    wanneer hoekom hoe wie maar of as omdat want toe nou dan baie meer min goed sleg groot klein nuwe ou eerste laaste jaar dag
    week maand môre gister vandag mense man vrou kind kinders huis werk skool geld water kos pad stad land regering president
    polisie hof wet sê gesê doen gedoen gaan kom gekom sien gesien weet maak gemaak neem gee kry gekry bly staan lees skryf praat
    vraag antwoord asseblief dankie goeie môre middag aand welkom ja nee geen niks iets iemand niemand altyd nooit soms
    ook nog net al alles elke ander self tussen deur oor onder voor agter naby sedert tydens teen volgens suid-afrika afrikaanse
    miljoen persent geskiedenis besluit verskil ontwikkeling gemeenskap universiteit wedstryd speler spelers span`,
  la: `et in est non ad ut cum sed quod qui quae quid si nec neque aut vel ac atque ab ex de per pro sub inter ante post apud contra
    sine super propter ego tu nos vos ille illa illud hic haec hoc ipse ipsa is ea id eius eorum suus sua suum meus mea tuus noster
    vester omnis omnes omnia nihil nemo sum es sunt erat erant fuit fuerunt esse esset possum potest possunt posse volo vult velle
    habet habere habent facit facere fecit dicit dicere dixit dicitur venit venire vidit videre dat dare dedit agit agere mittit
    ducit scribit scribere legit legere credo amo amat amare vivit vivere mori mortuus natus rex regis reges urbs urbis homo hominis homines
    deus dei deum dominus domini domus terra aqua ignis dies diei annus anni anno annis nox tempus tempora vita mors bellum belli pax
    populus populi romani romanus senatus consul imperator imperium exercitus milites castra provincia civitas civitates magnus
    magna magnum parvus bonus bona malus novus vetus primus secundus tertius duo tres multi multa multis autem enim igitur
    itaque tamen etiam quoque nunc tunc semper numquam iam ubi unde quando quomodo cur quam tam sic ita ergo quia dum donec
    liber libri littera litterae verbum verba lingua latina nomen nomine pars partes res rerum rebus causa gratia virtus amor
    filius filia pater mater frater soror puer puella vir mulier femina corpus anima animus caput manus oculus universitas saeculo
    ecclesia sanctus episcopus papa philosophus historia scientia natura regio flumen mare insula oppidum caput`,
  eo: `la kaj de en estas ne mi vi li ŝi ĝi ni ili oni al por kun sen sur sub inter antaŭ post dum ĝis kontraŭ laŭ pri per pro el
    ĉe tra trans ekster krom kiu kio kiam kie kial kiel kiom kies tiu tio tiam tie tial tiel tiom ĉiu ĉio ĉiam ĉie iu io iam
    neniu nenio neniam ĉi jes ĉu se sed aŭ nek ĉar ke do tamen ankaŭ nur eĉ jam ankoraŭ tre tro pli plej multe malmulte iom
    estis estos estus esti havas havis havi povas povis povi devas devis volas volis voli faras faris fari diras diris diri
    venas venis veni iras iris iri vidas vidis vidi scias scii konas legas legi skribas skribi parolas paroli loĝas naskiĝis
    mortis komencis fariĝis nomiĝas troviĝas bona malbona granda malgranda nova malnova juna unua dua tria lasta alia sama propra
    homo homoj viro virino infano infanoj patro patrino domo urbo urboj lando landoj mondo jaro jaroj tago tagoj nokto semajno
    monato horo tempo loko vivo akvo tero libro libroj lingvo lingvoj vorto vortoj esperanto esperantisto esperantistoj kongreso asocio
    dankon bonvolu saluton bonan tagon amiko amikoj laboro lernejo studento instruisto ŝtato popolo historio parto nombro
    grava gravaj diversaj internacia loĝantoj membro membroj prezidanto regiono rivero ĝia ĝiaj lia ŝia ilia mia via nia`,
  st: `ke le ba ho ka ha hore e ya wa tsa la sa se di mo bo o a oa ea tse eo eno ena yena bona rona lona nna wena jwalo jwang hona
    empa kapa feela hape haholo hantle kajeno hosane maobane joale jwale mohla neng kae mang eng hobaneng hobane ha re ka ntle
    pele morao hodimo tlase hare pakeng kahare batho motho bana ngwana monna mosadi ntate mme moena kgaitsedi lelapa ntlo
    sekolo mosebetsi mosebetsi tjhelete metsi dijo naha motse toropo puso mmuso molao lekgotla sepolesa tona tonakgolo
    moporesidente setjhaba sesotho basotho lesotho afrika borwa selemo dilemo kgwedi beke letsatsi bosiu hoseng mantsiboya
    bua buile etsa entse tla tlile tsamaya tsamaile bona bone utlwa utlwile tseba rata batla fumana fumane nka nkile fana
    file sebetsa sebedisa bitsa bitswa bala ngola ruta ithuta thusa thusitse qala qadile qeta fihla fihlile dula lokela kgona
    kgolo nyane ntle mpe ntjha kgale bohle kaofela mong tsohle ditaba taba lentswe mantswe potso karabo lebitso sebaka nako tsela
    leano bophelo bokamoso tokelo ditokelo tshebetso thuto boikarabelo katleho mathata dikgang bapadi papadi sehlopha tlwaelo
    monyetla hlahisa hlaha hlile hlokahala hlokomela hlola hlooho tlhokomelo tshwanetse tshepo matla mabapi mokgwa mekgwa`,
  tn: `ke le ba go ka ga gore e ya wa tsa la sa se di mo bo o a tse eo ene bone rona lona nna wena jalo jang gone
    mme kgotsa fela gape thata sentle gompieno ka moso maabane jaanong leng kae mang eng goreng gonne fa re kwa ntle
    pele morago godimo tlase gare magareng batho motho bana ngwana monna mosadi rre mma mogolole kgaitsadi lelapa ntlo
    sekolo tiro madi metsi dijo naga lefatshe motse toropo puso mmuso molao kgotla sepodisi tona tonakgolo
    poresidente setšhaba setswana batswana botswana aforika borwa ngwaga dingwaga kgwedi beke letsatsi bosigo mosong maitseboa
    bua buile dira dirile tla tlile tsamaya tsamaile bona bonye utlwa utlwile itse rata batla bona nna ntse tsaya tsere naya
    neile bereka dirisa bitsa bidiwa bala kwala ruta ithuta thusa thusitse simolola fetsa goroga nna tshwanetse kgona
    kgolo nnye ntle maswe ntšhwa bogologolo botlhe otlhe mongwe tsotlhe dikgang kgang lefoko mafoko potso karabo leina lefelo nako tsela
    leano botshelo isago tshwanelo ditshwanelo tirelo thuto maikarabelo katlego mathata batshameki motshameko setlhopha tlwaelo
    tlhagisa tlhaga tlhokega tlhokomela tlhodile tlhogo tlhokomelo tsholofelo maatla mabapi mokgwa mekgwa segolo bogolo dikarolo`,
  ts: `na ni wa ya va ku hi eka leswaku loko kumbe kambe ngopfu swinene swi leswi leswo laha kona yena vona hina n'wina mina wena xi
    lexi lexo ri leri leri ti leti ma lawa mi leyi leyo ha hlayi ntsena nakambe sweswi namuntlha mundzuku tolo rini kwihi mani yini
    hikwalaho hikuva emahlweni endzhaku ehenhla ehansi exikarhi endzeni vanhu munhu vana n'wana wanuna wansati tatana manana makwerhu
    ndyangu yindlu xikolo ntirho mali mati swakudya tiko muganga doroba mfumo hulumendhe nawu huvo maphorisa holobye
    presidente rixaka xitsonga vatsonga afrika dzonga lembe malembe n'hweti vhiki siku vusiku nimixo madyambu
    vula vurile endla endlile ta tile famba fambile vona vonile twa twile tiva rhandza lava kuma kumile teka tekile nyika
    nyikile tirha tirhisa vitana vuriwa hlaya tsala dyondza dyondzisa pfuna pfunile sungula hetisa fika tshama fanele kota
    nkulu lexikulu lexintsongo leyintshwa khale hinkwavo hinkwaswo hinkwato un'wana van'wana mhaka timhaka rito marito xivutiso nhlamulo vito
    ndhawu nkarhi ndlela pulani vutomi vumundzuku mfanelo timfanelo vukorhokeri dyondzo vutihlamuleri ku humelela swiphiqo
    vatlangi ntlangu xipano humelela humesa laveka hlayisa nhlayiso tshembha matimba mayelana hilaha hambileswi handle hambi`,
  sn: `uye kuti kana asi nokuti sezvo kubva pamusoro pasi mukati kunze pakati pamberi shure mushure nekuti zvino nhasi mangwana nezuro
    rini kupi ani chii sei zvakare chaizvo zvikuru zvese vose yose rose chose mumwe vamwe imwe dzimwe ini iwe iye isu imi ivo
    wangu wako wake wedu wenyu wavo yangu yako yake yedu vanhu munhu vana mwana murume mukadzi baba amai mukoma hanzvadzi mhuri imba
    chikoro basa mari mvura zvokudya nyika musha guta hurumende mutemo dare mapurisa gurukota mutungamiri purezidhendi
    rudzi shona chishona zimbabwe harare afrika gore makore mwedzi vhiki zuva usiku mangwanani manheru
    taura akataura ita akaita huya akauya enda akaenda ona akaona nzwa ziva da tsvaga wana tora akatora ipa akapa shanda
    kushandisa kudaidza kunzi verenga nyora dzidza dzidzisa batsira kubatsira tanga kutanga pedza kupedza svika kusvika gara kugara
    fanira anofanira gona anogona kuva ndiri ari vari aiva vaiva hapana haana havana handina zvinhu chinhu nyaya shoko mashoko mubvunzo
    mhinduro zita nzvimbo nguva nzira hurongwa upenyu hupenyu ramangwana kodzero dzidzo budiriro matambudziko
    vatambi mutambo chikwata mukuru mudiki itsva tsaru yakanaka zvakanaka zvakaipa simba maererano tsika maitiro zvirongwa vakawanda`,
  lg: `ne era nti naye oba kubanga nga mu ku ne na ya wa ba ka ki bya eby'obulamu bwe kino ekyo bino ebyo ono oyo bano abo yenna
    bonna byonna lwaki ddi wa ani ki tya leero enkya jjo kati nnyo nnyini bulungi bubi wansi waggulu wakati munda bweru emabega
    mu maaso abantu omuntu abaana omwana omusajja abasajja omukazi abakazi taata maama muganda mwannyina amaka ennyumba essomero
    omulimu emirimu ssente amazzi emmere ensi eggwanga ekibuga ekyalo gavumenti etteeka amateeka kkooti poliisi minisita
    pulezidenti oluganda abaganda buganda uganda kampala afirika omwaka emyaka omwezi emyezi wiiki olunaku ennaku ekiro
    yagamba agamba kugamba yakola okukola yajja okujja yagenda okugenda yalaba okulaba okuwulira okumanya okwagala okunoonya
    okufuna yafuna okutwala yatwala okuwa yawa okukozesa okuyita ayitibwa okusoma okuwandiika okuyiga okuyigiriza okuyamba
    okutandika yatandika okumala okutuuka yatuuka okubeera okusobola asobola tasobola alina balina tewali omukulu abakulu omuto omupya
    ekipya ekinene ekitono omulala abalala ebirala ensonga ekigambo ebigambo ekibuuzo okuddamu erinnya amannya ekifo ebifo obudde
    ekkubo enteekateeka obulamu eddembe ebyenjigiriza obuvunaanyizibwa obuwanguzi ebizibu abazannyi omuzannyo ttiimu amaanyi engeri`,
  xh: `ukuba kwaye okanye kodwa kuba ngoko ngokuba xa emva phambi phakathi ngaphakathi ngaphandle phezulu phantsi namhlanje ngomso izolo
    ngoku nini phi ngubani yintoni njani ngoba kakhulu kakuhle kwakhona bonke zonke yonke wonke lonke omnye abanye enye ezinye
    mna wena yena thina nina bona wam wakho wakhe wethu wenu wabo abantu umntu abantwana umntwana indoda umfazi utata umama
    umntakwethu usapho indlu isikolo umsebenzi imali amanzi ukutya ilizwe ilali isixeko idolophu urhulumente umthetho inkundla
    amapolisa umphathiswa umongameli isizwe isixhosa amaxhosa afrika mzantsi unyaka iminyaka inyanga iveki usuku imini ubusuku
    wathi uthi ukuthi wenza ukwenza weza ukuza waya ukuya wabona ukubona ukuva ukwazi ukuthanda ukufuna ukufumana wafumana
    ukuthatha wathatha ukunika wanika ukusebenza ukusebenzisa ukubiza ubizwa ukufunda ukubhala ukufundisa ukunceda ukuqala waqala
    ukugqiba ukufika wafika ukuhlala kufuneka unako omkhulu omncinci entsha indala entle imbi into izinto indaba ilizwi
    amazwi umbuzo impendulo igama indawo ixesha indlela isicwangciso ubomi ilungelo amalungelo iinkonzo imfundo uxanduva
    impumelelo iingxaki abadlali umdlalo iqela amandla malunga okokuba kananjalo nangona ukanti khona rhoqo yokuba zokuba
    ngokwenene iinkcukacha isigqibo iziphumo ukuphucula uphuhliso uluntu abahlali ootitshala urhwebo ingxelo`,
  zu: `ukuthi futhi noma kodwa ngoba ngakho uma emva phambi phakathi ngaphakathi ngaphandle phezulu phansi namuhla kusasa izolo
    manje nini kuphi ubani yini kanjani kakhulu kahle kabi bonke zonke yonke wonke lonke omunye abanye enye ezinye
    mina wena yena thina nina bona wami wakho wakhe wethu wenu wabo abantu umuntu izingane ingane indoda umfazi owesifazane ubaba umama
    umfowethu umndeni indlu isikole umsebenzi imali amanzi ukudla izwe idolobha idolobhana uhulumeni umthetho inkantolo
    amaphoyisa ungqongqoshe umongameli isizwe isizulu amazulu afrika ningizimu unyaka iminyaka inyanga isonto usuku imini ubusuku
    wathi uthe uthi wenza ukwenza weza ukuza waya ukuya wabona ukubona ukuzwa ukwazi ukuthanda ukufuna ukuthola wathola
    ukuthatha wathatha ukunikeza wanikeza ukusebenza ukusebenzisa ukubiza ubizwa ukufunda ukubhala ukufundisa ukusiza ukuqala waqala
    ukuqeda ukufika wafika ukuhlala kumele kufanele angakwazi omkhulu omncane entsha endala enhle embi into izinto indaba izwi
    amazwi umbuzo impendulo igama indawo isikhathi indlela uhlelo impilo ilungelo amalungelo izinsizakalo imfundo umthwalo
    impumelelo izinkinga abadlali umdlalo iqembu amandla mayelana ukuze kanye nakuba kanti khona njalo yokuthi zokuthi
    lokhu lokho laba labo lezi lezo ngempela imininingwane isinqumo imiphumela ukuthuthukisa umphakathi izakhamuzi othisha umbiko`,
  so: `iyo oo waa in ka ku u la ma aan uu ay aad iyada isaga anaga iyaga aniga adiga waxaa waxay wuxuu markii marka sida haddii
    laakiin ama sababtoo kadib ka hor dhexe gudaha dibadda kor hoos maanta berri shalay hadda goorma halkee kee maxay sidee sababta
    aad u fiican xun weyn yar cusub hore kale dhammaan kasta dadka qof carruurta ilmaha nin naag aabbe hooyo walaal qoys guri
    dugsi shaqo lacag biyo cunto dal dalka magaalo magaalada dawlad dowladda sharci maxkamad booliska wasiir wasiirka
    madaxweyne madaxweynaha qaran soomaali soomaaliya muqdisho afrika sannad sanad bil toddobaad maalin habeen subax
    yiri sheegay sameeyay yimid tagay arkay maqlay garanaya jecel doonayaa helay qaatay siiyay shaqeeya isticmaalo magac magaca
    akhri qor baro caawi bilaabay dhammaystay gaaray joogay kara karaa waxba arrin arrimaha erey su'aal jawaab meel waqti
    dariiq qorshe nolol xuquuq adeeg waxbarasho mas'uuliyad guul dhibaato ciyaaryahan ciyaar koox awood ku saabsan`,
  om: `fi kan akka irra irratti keessa keessatti gara waliin malee yoo garuu moo yookiin sababni booda dura jidduu gubbaa jala
    har'a boru kaleessa amma yoom eessa eenyu maal akkamitti maaliif baay'ee gaarii hamaa guddaa xiqqaa haaraa moofaa hunda
    tokko lama sadii kun sun isaan nuti isin inni isheen ani ati namni nama namoota ijoollee mucaa dhiira dubartii abbaa haadha
    obboleessa maatii mana barumsa mana hojii qarshii bishaan nyaata biyya magaalaa mootummaa seera waajjira poolisii ministira
    pirezidaantii saba oromoo afaan oromiyaa itoophiyaa afrikaa waggaa ji'a torban guyyaa halkan jedhe jedhan godhe dhufe deeme
    arge dhagahe beeka jaalata barbaada argate fudhate kenne hojjeta fayyadama waama dubbisa barreessa barata barsiisa gargaare
    jalqabe xumure gahe jiraata danda'a qaba hin jiru waan dhimma jecha gaaffii deebii maqaa bakka yeroo karaa karoora jireenya
    mirga tajaajila barnoota itti gaafatamummaa milkaa'ina rakkoo taphataa tapha garee humna ilaalchisee`,
  yo: `ni ti àti sí fún láti pẹ̀lú nípa lórí nínú lábẹ́ kí bí nígbà tí ṣùgbọ́n tàbí nítorí lẹ́yìn ṣáájú láàárín òun èmi ìwọ àwa ẹ̀yin àwọn wọn
    wa yín rẹ̀ rẹ mi wọ́n ó kò kì í jẹ́ wà lọ wá ṣe rí gbọ́ mọ̀ fẹ́ gbà fi mú kọ kà sọ pè tún gan dáadáa lónìí lọ́la lána báyìí
    nígbàwo níbo ta ni kí ló báwo kí nìdí ènìyàn ọmọ àwọn ọmọ ọkùnrin obìnrin bàbá ìyá ẹ̀gbọ́n àbúrò ìdílé ilé ilé-ìwé iṣẹ́ owó omi
    oúnjẹ ilẹ̀ orílẹ̀-èdè ìlú ìjọba òfin ilé-ẹjọ́ ọlọ́pàá mínísítà ààrẹ yorùbá nàìjíríà áfríkà ọdún oṣù ọ̀sẹ̀ ọjọ́ òru àárọ̀ alẹ́`,
  ku: `و لە بۆ بە کە ئەو ئەم ئەوە ئەمە ئێمە ئێوە ئەوان من تۆ هەموو هیچ زۆر کەم باش خراپ گەورە بچووک نوێ کۆن یەکەم دووەم ساڵ ڕۆژ مانگ
    هەفتە کات شوێن کورد کوردستان هەرێمی حکومەت پەرلەمان سەرۆک وەزیر پۆلیس یاسا دادگا خەڵک مرۆڤ منداڵ ژن پیاو ماڵ قوتابخانە زانکۆ کار
    پارە ئاو نان شار گوند وڵات جیهان هەواڵ ڕایگەیاند دەکات دەبێت کردووە بوو هەیە نییە دەڵێت وتی لەگەڵ لەسەر لەنێو لەنێوان پێش دوای
    ژێر سەر ناو دەرەوە ئەگەر بەڵام یان چونکە هەروەها تەنها ئێستا دوێنێ ئەمڕۆ سبەی کەی کوێ چی کێ چۆن بۆچی دەتوانێت پێویستە ژیان مافی
    ئازادی زمان کتێب وشە ناوی`,
}

/** What a chat begins with, often without another word. */
export const greetings = {
  af: 'hallo dankie',
  ca: 'hola gràcies',
  cs: 'ahoj děkuji díky',
  da: 'hej tak goddag',
  de: 'hallo danke ja nein bitte guten tag',
  en: 'hello hi hey ok okay yes no thanks thank you please test help good morning',
  es: 'hola gracias sí buenos días por favor',
  et: 'tere aitäh',
  fi: 'hei moi kiitos kyllä',
  fr: 'bonjour salut merci oui non bonsoir',
  hr: 'bok hvala zdravo',
  hu: 'szia köszönöm igen',
  it: 'ciao grazie buongiorno sì',
  lt: 'labas ačiū',
  lv: 'sveiki paldies',
  ms: 'halo hai terima kasih ya',
  nl: 'hallo hoi bedankt dank je ja nee',
  no: 'hei takk',
  pl: 'cześć dziękuję dzięki tak nie',
  pt: 'olá oi obrigado obrigada sim',
  ro: 'bună salut mulțumesc',
  ru: 'привет спасибо да нет здравствуйте',
  sk: 'ahoj ďakujem',
  sl: 'zdravo hvala',
  sv: 'hej tack',
  sw: 'habari asante jambo',
  tr: 'merhaba teşekkürler evet hayır',
  uk: 'привіт дякую так ні',
  vi: 'xin chào cảm ơn',
}
