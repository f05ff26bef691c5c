import type { Lexicon } from './concept.js'

export const polish: Lexicon = {
  groups: {
    sex: 'kobieta kobiety kobiet kobietom kobietę kobietami baby babami dziewczyny feministki feministka feministek matki żony',
    'sexual-orientation':
      'geje gej gejów gejom geja homoseksualiści homoseksualista homoseksualistów homoseksualizm lesbijki lesbijka lesbijek biseksualni lgbt osoby_homoseksualne',
    'gender-identity':
      'trans transseksualiści transseksualista transseksualistów transpłciowi transpłciowe osoby_trans osoby_transpłciowe osób_transpłciowych transseksualne transów',
    ethnicity:
      'czarni czarny czarna czarnych czarnoskórzy czarnoskórych murzyni murzynów afrykanie azjaci azjata azjatów chińczycy chińczyków arabowie arab arabów romowie romów cyganie cyganów',
    religion:
      'muzułmanie muzułmanin muzułmanów muzułmanka muzułmanki islam islamu żydzi żyd żydów żydówka żydowski żydowska żydom chrześcijanie katolicy',
    origin:
      'imigranci imigrant imigrantów imigrantom imigrantka uchodźcy uchodźca uchodźców migranci obcokrajowcy obcokrajowców ukraińcy ukrainiec ukraińców ukrainki rosjanie rosjan niemcy białorusini wietnamczycy',
    disability:
      'niepełnosprawni niepełnosprawny niepełnosprawnych osoby_niepełnosprawne osób_niepełnosprawnych inwalidzi inwalidów autystycy głusi niewidomi upośledzeni upośledzonych',
  },
  words: {
    insult:
      'idiot* głup* durn* kretyn* debil* żałosn* beznadziejn* obrzydliw* ohydn* odrażając* bezużyteczn* bezwartościow* brzydk* tchórz* kłamc* hipokryt* leniw* brudn* śmieszn* śmierdz* nieudaczn* nienormaln* zboczon* chor* plugaw* podł* wstrętn* paskudn* tępi tępe',
    badTrait:
      'zł zły złe źli niebezpieczn* przestępc* kryminali* terroryst* gwałcici* złodziej* morderc* gorsi gorsze podludzi* niższ* brudn* nienaturaln* nienormaln* grzech* grzeszn* agresywn* dzicy dzikus* barbarzyń* prymitywn* zacofan* chciw* problem* zagrożen* ciężar* wstyd hańb* potwor* błęd* straszn* okropn* niemoraln* skorumpowan* fanaty* ekstremist* słab* wrog* zarazą zagrożeniem dewian* wynaturzen* pedofil*',
    dehuman:
      'robactw* karaluch* szczur* pasożyt* szkodnik* insekt* wsz* pchł* robak* świni* świń psy psów zwierzęt* zwierząt bydł* małp* śmieci śmieciami śmieć odpad* brud gnój zaraz* choroba chorob* rak rakiem wirus* podludzie nieludzie nie_są_ludźmi hołot* gówno gówna ścierw* motłoch* plag* dżum* bestie bestiami',
    emote:
      'nienawidzę nienawidzimy nienawidzić nienawiść nie_znoszę nie_cierpię gardzę pogardzam pogarda brzydzę brzydzą mam_dość mam_dosyć nie_trawię nie_lubię nie_mogę_znieść nie_ufam wstręt obrzydzenie wkurzają wkurwiają rzygam',
    ruin: 'brzydzą_mnie obrzydzają_mnie wkurwiają_mnie denerwują_mnie przerażają_mnie doprowadzają_mnie niszczą rujnują kradną zabierają okradają najeżdżają gwałcą zalewają wykorzystują oszukują kłamią żerują roznoszą zabierają_nam do_garów miejsce_kobiety nie_są_mile śmierdzą psują są_winni tylko_potrafią nadają_się_tylko powinni_siedzieć powinny_siedzieć',
    harm: 'zabić zabiję zabiłbym zabijać zabici zabijcie wybić zamordować zamorduję mordować umrzeć umrą umierać śmierć martwi zdechnąć zdychać zdechną spalić spalę palić zagazować gazować gazu powiesić wieszać wieszam zastrzelić rozstrzelać rozstrzelani strzelać eksterminować eliminować wyeliminować wytępić tępić zniszczyć bić pobić pobiję lać tłuc gwałcić zgwałcić torturować ukamienować utopić topić zadźgać udusić wykastrować kastrować sterylizować cierpieć cierpieli odstrzelić kula pałować zlinczować ukarani połamać skopać ubić zarżnąć unicestwić',
    exclude:
      'deportować deportowani wyrzucić wyrzuceni wygnać wypędzić zakazać zakazani zamknąć zamykać odesłać wracać wykluczyć izolować usunąć zniknąć leczyć won precz wynocha wynosić out zabronić',
    away: 'wracajcie_do wracaj_do won_z precz_z wypad_z wynocha_z polska_dla_polaków lepiej_bez za_dużo pozbyć_się do_swojego_kraju',
    modal:
      'powinni powinno powinny powinien powinna muszą musi musimy trzeba należy należałoby zasługują zasługuje lepiej_byłoby powinniśmy',
    wish: 'mam_nadzieję oby życzę chcę chciałbym chciałabym niech ktoś_powinien ktoś żeby chętnie marzę',
    intent: 'zamierzam idę idziemy zaraz będę będziemy jeśli_zobaczę jak_spotkam mogę zrobię chodźmy pójdę',
    dignity:
      'ludźmi ludzie ludzi człowiekiem prawa prawo praw szacunek szacunku szanować zaufać ufać mile_widziani równi równe równych istnieć żyć życia głosować akceptować tolerować zasługują normalni normalne wolność kochać pracować inteligentni inteligentne mądre mądrzy uczciwi dobrzy dobre szczęśliwi potrzebni potrzebujemy prawdziwe prawdziwi godność warte wolno',
    not: 'nie nigdy żaden żadna żadne żadnych nikt nikogo nic ani bez wcale przeciwieństwo',
    counter:
      'złe_jest niedopuszczaln* nieakceptowaln* rasist* rasizm* seksist* seksizm* mizogin* homofob* transfob* islamofob* ksenofob* antysemit* antysemityzm* dyskrymin* uprzedzen* nietoleran* potępia* potępić wstyd_mi obraźliw* krzywdząc* smutn* oburzając* skandaliczn* stop przeciwko przeciw chronić bronić wspiera* kłamstw* mowa_nienawiści zgłosił* zablokow* nie_wolno_mówić nie_można_mówić nie_jest_w_porządku bzdur* stereotyp* nazist*',
    report:
      'mówić mówi mówią mówisz powiedział powiedziała powiedzieć nazwać nazywać nazywa nazywanie napisał pisać pisze krzyczał krzyczeć krzyczy zdanie zdania słowo słowa komentarz* tweet* wiadomość obelg* określeni* twierdzi twierdzić uważa_że myśli_że hasło żart* groźb* kto_mówi wpis* cytat*',
    first: 'ja mnie mi mój moja moje my nas nam nasz nasze naszych',
    second: 'ty cię ciebie ci twój twoja wy was wam wasz wasze jesteś jesteście',
    third: 'oni one ich im nimi ci te tych ten on ona jego ją jej',
    is: 'są jest być byli były był jak to wyglądają wydają śmierdzą nic_tylko tylko',
    praise:
      'kocham uwielbiam super świetn* wspaniał* piękn* cudown* dzięki dziękuję brawo dobrze fajn* dumn* szczęśliw* haha śmieszne zajebist* genialn* gratul* miły miła lubię',
    hostile:
      'nienawiść kłamstw* kłamc* złodziej* zdrajc* hańba wstyd obrzydliw* głup* idiot* śmieci żałosn* chor* nazist* faszyst* komunist* komuch* lewac* lewactw* pisior* morderc* śmierć piekło diabeł hipokryt* tchórz* targowic* szkodnik* sprzedawczyk* bzdur* dno żenad* ohyd* brud*',
    but: 'ale jednak lecz ponieważ bo choć',
    person:
      'ludzie osoba mężczyźni mężczyzna facet faceci politycy policjanci dziennikarze nauczyciele bankierzy sąsiedzi szef koledzy',
    own: 'dumny dumna dumni dumne sam sama społeczność siostry bracia przyjaciele jako_kobieta jako_gej',
    filler:
      'wszyscy wszystkie wszystkich każdy każda każdego tak taki tacy takie bardzo naprawdę tylko po_prostu ten ta te ci pieprzeni pieprzone jebani jebane kurwa zawsze kompletnie totalnie absolutnie banda stado kupa bardziej',
    curse:
      'zabij_się zabijcie_się powieś_się zdychaj zdychajcie idź_do_piekła smaż_się do_gazu na_szubienicę do_pieca śmierć_wrogom zajebię_cię zabiję_cię zabiję_was obyś_zdechł obyś_zdechła obyście_zdechli umrzyj',
    why: 'dlaczego czemu jak_można jak_mogą',
  },
  common:
    'i w na z do się że to o a za po od przez przy dla jest nie jak ale co czy który która które oraz już też tylko jeszcze był było być może można jego jej ich ten ta tego tej tym bardzo gdy gdzie kiedy jeśli więc ze u pod nad przed między bez',
}
