import type { Lexicon } from './concept.js'

export const dutch: Lexicon = {
  groups: {
    sex: 'vrouw vrouwen wijven meisjes feministen feministe moeders huisvrouwen dames',
    'sexual-orientation':
      'homo_s homos homoseksuelen homoseksueel homoseksuele homoseksualiteit lesbiennes lesbienne lesbisch biseksuelen biseksueel gays gay lhbt',
    'gender-identity':
      'transgenders transgender transseksuelen transseksueel transen transpersonen trans_personen transvrouwen transvrouw transmannen transmensen',
    ethnicity:
      'zwarten zwarte zwarte_mensen donkere_mensen afrikanen aziaten aziaat chinezen arabieren marokkanen marokkaan turken turk antillianen surinamers roma',
    religion: 'moslims moslim moslima islamieten islam joden jood joodse moslimse christenen hindoes katholieken',
    origin:
      'buitenlanders buitenlander buitenlandse vluchtelingen vluchteling asielzoekers asielzoeker migranten migrant immigranten immigrant allochtonen allochtoon polen roemenen bulgaren syriërs oost_europeanen',
    disability:
      'gehandicapten gehandicapte mindervaliden mensen_met_een_beperking mensen_met_een_handicap autisten doven blinden rolstoelers invaliden dwergen verstandelijk_gehandicapten',
  },
  words: {
    insult:
      'idioot idioten idiote dom domme dommer stom stomme achterlijk* debiel* gek gekke gekken lelijk* walgelijk* smerig* vies vieze viezeriken zielig* waardeloos waardeloze nutteloos nutteloze belachelijk* laf laffe lafaard* leugenaar* hypocriet* onbekwaam* lui luie luiaard* triest* sukkel* loser* mislukkeling* minderwaardig* pervers* viespeuk* verachtelijk* weerzinwekkend* goor gore afstotelijk* hersenloos hersenloze smerige',
    badTrait:
      'slecht slechte gevaarlijk* crimineel criminele criminelen terrorist* verkrachter* dieven dief moordenaar* minderwaardig* inferieur* vuil vuile ziek zieke gestoord* abnormaal abnormale onnatuurlijk* zondig* zonde zondaars gewelddadig* agressief agressieve barbaars* barbaren onbeschaafd* achterlijk* hebzuchtig* hysterisch* onbetrouwbaar onbetrouwbare probleem problemen bedreiging last schande monster* fout fouten vreselijk* afschuwelijk* verschrikkelijk* onuitstaanbaar* immoreel corrupt* fanatiek* extremist* zwak* vijand* schuldig tweederangs* niks_waard niets_waard gluiperig* verdorven pedofiel* plaag gekken vervelend* irritant*',
    dehuman:
      'ongedierte kakkerlak* ratten rat parasiet* parasieten plaag insecten luizen vlooien maden varkens varken zwijnen honden hond dieren dier beesten beest apen aap uitschot tuig afval vuilnis vuil vuiligheid pest ziekte kanker kankergezwel virus ondermensen untermenschen geen_mensen onmensen schorem gespuis monsters klaplopers wezens bacteriën',
    emote:
      'haat haten veracht verachten verafschuw verafschuwen walg walgen kan_niet_uitstaan niet_uitstaan niet_tegen kan_niet_tegen beu zat hekel_aan kots ziek_van misselijk_van vertrouw_geen afkeer_van minachting een_hekel boos_op afschuw_van hou_niet_van',
    ruin: 'walgen_me maken_me_ziek irriteren_me maken_me_bang maken_me_boos ergeren_me maken_me_misselijk verpesten verpest vernielen vernietigen_ons ruïneren stelen pikken overnemen overspoelen verkrachten_onze misbruiken profiteren bedriegen liegen_allemaal pakken_onze nemen_onze vergiftigen teren_op horen_hier_niet horen_niet horen_in_de_keuken horen_thuis_in horen_achter zijn_niet_welkom zijn_de_schuld brengen_alleen stinken overlast',
    harm: 'dood doden dood_maken doodmaken vermoord* vermoorden doodschieten doodgeschoten schiet schieten neerschieten verbrand* verbranden vergas* vergassen vergast ophangen opgehangen ophing executeren geëxecuteerd uitroeien uitgeroeid elimineren vernietigen vernietigd sla slaan in_elkaar_slaan in_elkaar_geslagen mishandel* martelen gemarteld verkracht verkrachten stenigen gestenigd sterven sterf creperen onthoofd* afslachten afgeslacht steken neersteken verdrinken verzuipen lijden bloeden opblazen pijn_doen wurgen gaskamer kogel afmaken afgemaakt castreren aanvallen straffen',
    exclude:
      'uitzetten uitgezet deporteren gedeporteerd verbieden verboden opsluiten opgesloten terugsturen teruggestuurd buitengooien wegsturen weggestuurd verbannen weren uitsluiten uitgesloten verdwijnen oprotten opgerot verwijderen eruit terug weg vertrekken genezen',
    away: 'ga_terug_naar ga_terug rot_op_naar ga_weg eigen_land het_land_uit eruit_met weg_met beter_zonder te_veel opgeruimd van_af_zijn',
    modal:
      'moeten moet zou_moeten zouden_moeten moest moesten verdienen verdient horen hoort mogen mag behoren beter_als',
    wish: 'hoop hopelijk wens wou wil willen zou_graag graag iemand_moet iemand laten ik_hoop kan_niet_wachten',
    intent: 'ik_ga ga we_gaan gaan ik_zal zal zullen laten_we ik_wil we_moeten als_ik ik_zou ik_kan',
    dignity:
      'mensen mens menselijk recht rechten respect respecteren welkom vertrouwen vertrouwd gelijk gelijkwaardig gelijke bestaan leven stemmen accepteren geaccepteerd tolereren waard waardigheid normaal normale vrijheid liefde houden werken trouwen slim intelligent bekwaam eerlijk fatsoenlijk gelukkig goed goede nuttig nodig verdienen verdient echte mogen kinderen_krijgen',
    not: 'niet niets niks geen nooit niemand nergens zonder noch amper tegendeel',
    counter:
      'fout verkeerd onacceptabel niet_oké niet_acceptabel racist* racistisch* racisme seksist* seksistisch* seksisme homofoob homofobe homofobie transfoob transfobe transfobie islamofoob islamofobie xenofoob vreemdelingenhaat antisemiet* antisemitisch* validisme discriminer* discriminatie vooroordeel vooroordelen intolerant* veroordeel* schande_dat schaam schamen beledigend* kwetsend* geschokt verdrietig verwerpelijk* stop hou_op tegen bescherm* verdedig* steun* leugen* onzin haatzaaien aangifte geblokkeerd gemeld niet_grappig nazi nazi_s mag_niet_zeggen kan_niet_zeggen onwaar stereotype*',
    report:
      'zeg zegt zeggen zei gezegd noem noemt noemen noemde genoemd schreef schrijven geschreven roept roepen riep schreeuw* opmerking* uitspraak uitspraken zin zinnen woord woorden term uitdrukking tweet* bericht* belediging* uitschelden scheld* beweren beweert commentaar citaat slogan grap* dreigementen wie_zegt vindt_dat denken_dat post',
    first: 'ik mij me mijn wij we ons onze',
    second: 'jij je jou jouw jullie u uw bent',
    third: 'zij ze hen hun deze die dit_soort dat_soort hij hem haar allemaal',
    is: 'zijn is was waren bent ben als net_als lijken lijkt niets_dan niks_anders_dan niets_meer_dan stinken blijven worden',
    praise:
      'hou_van houd_van geweldig* mooi mooie prachtig* fantastisch* lekker leuk leuke top super dank bedankt goed trots blij grappig haha lol lief lieve knap gefeliciteerd heerlijk',
    hostile:
      'haat leugen* leugenaar* corrupt* crimineel dief dieven schande walgelijk dom idioot vuilnis tuig uitschot onzin belachelijk ziek gek nazi fascist* terrorist* verrader* landverrader* moord dood hel duivel hypocriet laf zielig triest stinkt rot viezerik deugmens* linkse gutmensch*',
    but: 'maar echter toch omdat want',
    person:
      'mensen persoon man mannen kerel kerels gasten politici politie agenten journalisten leraren bankiers buren baas collega_s',
    own: 'trots trotse zelf mezelf onszelf gemeenschap vrienden zussen broers als_homo als_vrouw',
    filler:
      'alle al elke ieder iedere zo zulke een de het echt gewoon alleen maar heel erg totaal volledig absoluut verdomde kut kanker fucking vuile vieze altijd ook stelletje stel bende hoop deze die nu eenmaal',
    curse:
      'maak_jezelf_dood pleeg_zelfmoord hang_jezelf_op ga_dood val_dood sterf loop_naar_de_hel brand_in_de_hel rot_in_de_hel ik_maak_je_dood ik_vermoord_je ik_maak_je_af krijg_kanker aan_het_gas hamas_hamas dood_aan',
    why: 'waarom hoezo hoe_kan hoe_kunnen',
  },
  common:
    'de het een en of in op met van voor naar aan te om is zijn was er dat die dit deze ik je hij ze we wat wie hoe niet ook als bij uit over door dan nog maar kan heeft hebben had wordt worden meer zo al tot wel geen onder na daar hier waar',
  isNegatedBehind: true,
}
