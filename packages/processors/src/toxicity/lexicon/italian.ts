import type { Lexicon } from './concept.js'

export const italian: Lexicon = {
  groups: {
    sex: 'donna donne femmine ragazze ragazza femministe femminista mogli madri',
    'sexual-orientation': 'gay omosessuali omosessuale omosessualità lesbiche lesbica bisessuali bisessuale lgbt',
    'gender-identity': 'trans transessuali transessuale transgender persone_trans donne_trans uomini_trans',
    ethnicity:
      'neri nero nera nere persone_nere gente_di_colore persone_di_colore africani africano asiatici asiatico cinesi cinese rom nomadi arabi arabo zingari marocchini',
    religion:
      'musulmani musulmano musulmana musulmane islam islamici islamico ebrei ebreo ebrea ebree cristiani cattolici induisti',
    origin:
      'immigrati immigrato immigrata immigrazione migranti migrante stranieri straniero straniera straniere profughi profugo rifugiati rifugiato clandestini extracomunitari rumeni romeni albanesi meridionali polacchi nigeriani barconi',
    disability:
      'disabili disabile handicappati handicappato portatori_di_handicap persone_con_disabilità autistici autistico sordi ciechi invalidi persone_in_carrozzina nani down',
  },
  words: {
    insult:
      'idiota* idioti stupido* stupida* stupidi stupide scemo* scema* scemi imbecille* imbecilli cretino* cretini deficiente* deficienti ignorante* ignoranti inutile* inutili patetico* patetici patetiche ridicolo* ridicoli ridicole brutto* brutta* brutti brutte schifoso* schifosi schifosa schifose disgustoso* disgustosi disgustose disgustosa ripugnante* ripugnanti vigliacc* bugiard* ipocrit* fallit* buffon* pagliacc* spazzatura feccia miserabil* spregevol* pigr* incapac* pazz* matti degenerat* pervertit* sporchi sporco sporca sporche ritardat* vergognos*',
    badTrait:
      'cattivi cattivo cattiva cattive malvag* pericolos* criminal* delinquent* terrorist* stuprator* ladri ladro assassin* inferior* sporc* sudic* malat* anormal* innatural* contro_natura abomin* peccat* violent* aggressiv* barbar* selvagg* primitiv* arretrat* avid* isteric* problema problemi minaccia peso vergogna mostr* error* orribil* terribil* insopportabil* immoral* corrott* fanatic* estremist* deviat* debol* nemic* colpevol* tossic* serie_b mafios* parassit* pedofil* schifo peggio fannullon*',
    dehuman:
      'scarafagg* ratti ratto topi parassit* parassiti insett* pidocch* vermi verme zecche zecca maiali maiale porci porco cani cane cagne animali animale bestie bestia scimmie scimmia feccia spazzatura immondizia rifiuti rifiuto merda sporcizia peste malattia cancro tumore virus subuman* subumani non_sono_umani non_sono_persone inumani mostri sanguisugh* piaga cancrena zavorra bestiame',
    emote:
      'odio odiamo odiare odia odiano detesto detestare disprezzo disprezzare non_sopporto non_tollero non_posso_vedere non_riesco_a_sopportare schifo_i mi_fanno_schifo mi_fa_schifo stufo_di stufa_di stanco_di ribrezzo disgusto_per non_mi_piacciono rabbia_verso non_mi_fido',
    ruin: 'fanno_schifo fa_schifo fanno_pena fanno_vomitare mi_fanno_schifo mi_disgustano mi_disgusta mi_danno_fastidio mi_fanno_incazzare mi_fanno_vomitare mi_fanno_paura mi_fanno_arrabbiare distruggono distruggere rovinano rovinare rubano rubare invadono invadere stuprano infestano inquinano ci_rubano ci_invadono rubano_il_lavoro mentono sfruttano vivono_alle spacciano delinquono portano_malattie portano_solo vengono_qui_a servono_solo dovrebbero_stare devono_stare a_casa_loro non_sono_benvenuti puzzano colpa_dei',
    harm: 'uccidere uccido uccidi uccidiamo uccideremo ucciderò ucciderei uccisi ucciderli ammazzare ammazzo ammazzati ammazzarli ammazziamo morire muoiano muoia muoiono morte morti morto crepare crepino bruciare bruciati bruciarli bruciamo sterminare sterminati sterminarli eliminare eliminati impiccare impiccati fucilare fucilati gasare gasati sparare sparo sparargli sgozzare accoltellare picchiare picchiati picchierò botte menare pestare linciare stuprare stuprate violentare torturare torturati lapidare affogare annegare affondare castrare sterilizzare soffrire bomba camera_a_gas forni_crematori decapitare annientare spaccare_la_faccia puniti olio_di_ricino manganellate ruspa',
    exclude:
      'espellere espulsi cacciare cacciati rimandare rimpatriare rimpatriati vietare vietato rinchiudere rinchiusi arrestare bandire escludere esclusi deportare deportati tornare sparire spariscano andarsene fuori mandare_via mandati_via rispedire rispediti curare curati isolare',
    away: 'fuori_dall fuori_dalle tornatene tornate_a torna_a_casa tornino_a a_casa_loro meglio_senza troppi troppe fuori_dai aiutiamoli_a_casa basta_immigrati via_dall stop_invasione',
    modal:
      'dovrebbe dovrebbero devono deve dobbiamo dovremmo bisogna bisognerebbe meritano merita meglio_se vanno andrebbero va',
    wish: 'spero speriamo vorrei voglio magari desidero qualcuno_dovrebbe che_qualcuno qualcuno mi_piacerebbe non_vedo_l_ora',
    intent: 'voglio andiamo_a vado_a andrò se_vedo quando_vedo giuro potrei farò li_farò ti_farò vi_farò ti_ammazzo',
    dignity:
      'umani umano persone diritto diritti rispetto rispettare fiducia fidarsi fidare fidarti benvenuti uguali pari esistere vivere vita votare accettare accettati tollerare meritano merita normali normale libertà amare amore lavorare sposarsi intelligenti intelligente capaci onesti buoni bravi brave buone felici felice utili servono vere veri dignità valgono amici permettere permesso posto',
    not: 'non mai nessun nessuno nessuna niente nulla né senza neanche nemmeno contrario',
    counter:
      'sbagliato falso inaccettabil* razzist* razzismo sessist* sessismo maschilist* misogin* omofob* omofobia transfob* transfobia islamofob* xenofob* xenofobia antisemit* abilist* discrimin* pregiudizi* intolleran* condanno condannare vergognatevi vergognati vergogna_a offensiv* offensivo indegn* triste inammissibil* basta_con contro protegger* difender* difendo sostener* sostengo bugie odio_razziale segnalat* bloccat* denunciat* non_va_bene non_è_giusto nazist* sciocchezz* stereotip* smettila_di smettetela_di non_si_può_dire luoghi_comuni',
    report:
      'dire dice dici dicono detto diceva dicendo chiamare chiama chiamano chiamato scrivere scritto scrive urlare urlava urla gridare gridava frase frasi parola parole comment* tweet messagg* insult* espression* termine termini afferma affermare pensa_che pensano_che chi_dice slogan battut* minacce definire cartello sostiene_che post',
    first: 'io mi me mio mia miei mie noi ci nostro nostra nostri nostre',
    second: 'tu ti te tuo tua voi vi vostro vostra sei siete',
    third: 'loro li le gli questi queste quelli quelle questa_gente quella_gente lui lei lo la tutti_loro',
    is: 'sono è sei siete era erano essere come sembrano sembra solo_dei solo_delle nient_altro_che non_sono_altro_che puzzano restano',
    praise:
      'amo adoro bellissim* bello bella belli belle fantastic* ottimo ottima perfett* bravo brava bravi grazie meraviglios* ahah ahahah divertent* orgoglios* felice felici carino carina complimenti grande magnific* stupend*',
    hostile:
      'odio schifo vergogna bugie bugiard* corrott* criminal* delinquent* ladri ladro traditor* spazzatura feccia stupido ridicolo patetico malat* pazzo nazist* fascist* comunist* dittator* morte uccidere assassin* inferno diavolo ipocrit* vigliacc* inutil* venduti merda schifos* buffon* pagliacc* invasione clandestin* buonist* zecche sinistr* pd piddin*',
    but: 'ma però tuttavia invece perché',
    person:
      'gente persone persona uomo uomini tipo tipi ragazzi politici poliziotti giornalisti insegnanti banchieri vicini capo colleghi',
    own: 'orgoglioso orgogliosa orgogliosi orgogliose stesso stessa stessi comunità sorelle fratelli amici amiche come_donna',
    filler:
      'tutti tutte tutto tutta ogni così molto davvero solo soltanto un una uno dei delle degli il lo la i gli le di del che più fottuti maledetti questi queste quei quelle sempre completamente assolutamente totalmente branco mucchio semplicemente proprio cazzo sti ste',
    curse:
      'muori morite ammazzati suicidati impiccati crepa crepate va_all_inferno andate_all_inferno spero_che_tu_muoia spero_che_muoiano ti_ammazzo vi_ammazzo ti_uccido morte_ai morte_agli bruciate_all_inferno al_rogo ai_forni ai_lavori_forzati affondate_i_barconi',
    why: 'perché_mai come_mai come_possono come_può perché',
  },
  common:
    'il lo la i gli le di del della dei delle un una uno e o a al alla in nel nella con per su da dal che chi cosa come è sono era ha hanno ho non si ci se più anche questo questa quello quella quando dove tra fra molto tutto tutti essere avere fare fa può io tu lui lei noi voi loro mi ti ma poi ancora già sempre',
}
