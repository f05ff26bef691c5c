import type { Lexicon } from './concept.js'

export const german: Lexicon = {
  groups: {
    sex: 'frau frauen weiber mädchen feministinnen feministin mütter damen hausfrauen ehefrauen',
    'sexual-orientation':
      'schwule schwulen schwuler schwul lesben lesbe lesbisch lesbische lesbischen homosexuelle homosexuellen homosexueller homosexuell homosexualität bisexuelle bisexuellen queere queeren homos lgbt',
    'gender-identity':
      'transsexuelle transsexuellen transsexueller transgender transpersonen transperson transfrauen transfrau transmänner transmann transmenschen trans_menschen trans_personen trans_frauen trans nichtbinäre nichtbinären',
    ethnicity:
      'schwarze schwarzen schwarzer dunkelhäutige dunkelhäutigen farbige farbigen afrikaner afrikanern asiaten asiate asiatin chinesen roma sinti zigeunern araber arabern weiße_menschen schwarze_menschen türken türke türkinnen',
    religion:
      'muslime muslimen muslim muslima muslimin muslimische muslimischen moslems moslem islam juden jude jüdin jüdische jüdischen christen hindus judentum',
    origin:
      'ausländer ausländern ausländerin ausländische flüchtlinge flüchtlingen flüchtling geflüchtete geflüchteten migranten migrant migrantin migrantinnen einwanderer einwanderern asylbewerber asylbewerbern asylanten zuwanderer polen syrer afghanen rumänen russen ukrainer albaner immigranten',
    disability:
      'behinderte behinderten behinderter behinderung menschen_mit_behinderung menschen_mit_behinderungen autisten rollstuhlfahrer blinde gehörlose taube körperbehinderte kleinwüchsige geistig_behinderte geistig_behinderten',
  },
  words: {
    insult:
      'idiot* dumm dumme dummen dümmste blöd blöde blöden bescheuert* doof doofe doofen schwachsinnig* hirnlos* hässlich* widerlich* ekelhaft* eklig* abartig* lächerlich* erbärmlich* armselig* peinlich* wertlos* nutzlos* unfähig* verlogen* feige feiglinge feigling lügner versager verlierer trottel dreckig* abstoßend* abscheulich* jämmerlich* primitiv* niederträchtig* pervers* perverse widerwärtig* faul faule faulen nichtsnutz* heuchler',
    badTrait:
      'böse böses gefährlich* kriminell* verbrecher terrorist* mörder vergewaltiger diebe dieb betrüger minderwertig* unterlegen schlecht schlechter schlechte schmutzig* unrein* krank kranke gestört* geisteskrank* unnormal* unnatürlich* sünde sünder gewalttätig* aggressiv* barbaren barbarisch* unzivilisiert* rückständig* faul* gierig* hinterhältig* inkompetent* hysterisch* zickig* falsch schande problem probleme bedrohung belastung plage last monster fehler schrecklich* furchtbar* schlimm* grauenhaft* unerträglich* unmoralisch* verdorben* fanatisch* extremisten islamisten zweiter_klasse nichts_wert weniger_wert wertlos unter_aller_sau schuld verrückt* irre feinde feind hass_auf',
    dehuman:
      'ungeziefer kakerlaken kakerlake ratten ratte parasiten parasit schädlinge schädling maden zecken zecke insekten läuse flöhe schweine schwein säue sau hunde hund tiere tier viecher affen affe bestien bestie untermenschen untermensch unmenschen abschaum dreck müll abfall schmutz seuche krankheit krebs krebsgeschwür pest virus bazillen gesindel pack missgeburten keine_menschen bastarde schmarotzer kreaturen primaten unrat abfallprodukte wilde bakterien geschwür',
    emote:
      'hasse hasst hassen hass verachte verachten verachtung verabscheue verabscheuen abscheu ekele ekel ekeln satt nicht_ausstehen nicht_leiden nicht_ertragen nicht_riechen kotze wütend ankotzen kann_nicht_ausstehen zum_kotzen angewidert hasserfüllt nicht_mögen mag_keine traue_keinem traue_keiner abneigung_gegen wut_auf mag_nicht',
    ruin: 'widern_mich ekeln_mich kotzen_mich gehen_mir_auf nerven_mich machen_mich_krank machen_mich_wütend stören_mich machen_mir_angst zerstören zerstört ruinieren ruiniert stehlen klauen nehmen_uns wegnehmen überfluten überfremden vergewaltigen betrügen ausnutzen belästigen vergiften infiltrieren ausbeuten lügen_alle liegen_uns_auf_der_tasche schmarotzen bringen_nur machen_nur gehören_nicht gehören_hinter gehören_in gehört_in gehören_an_den_herd haben_nichts_verloren schuld_an sind_schuld nicht_willkommen unerwünscht übernehmen',
    harm: 'töte töten getötet umbringen umgebracht bringe_um ermorde* ermorden ermordet erschieß* erschießen erschossen verbrenne* verbrennen verbrannt vergas* vergasen vergast erhäng* aufhängen aufgehängt hängen gehängt hinricht* hingerichtet ausrotten ausgerottet auslöschen ausgelöscht vernichte* vernichten vernichtet eliminier* schlage schlagen verprügel* verprügeln zusammenschlagen foltern foltere gefoltert vergewaltige vergewaltigen steinigen gesteinigt stirbt sterben sterbt krepieren verrecken verreckt köpfen abschlachten abgeschlachtet abstechen erstechen ersticken ertränken leiden bluten vergiften sprengen schmerzen weh_tun wehtun zerstückel* erwürg* tot tod gas gaskammer kugel kopfschuss umlegen abknallen abgeknallt totschlagen kastrieren ertrinken_lassen',
    exclude:
      'abschieben abgeschoben ausweisen ausgewiesen rauswerfen rausgeworfen rausschmeißen verbieten verboten einsperren eingesperrt wegsperren weggesperrt zurückschicken zurück ausschließen ausgeschlossen verschwinden entfernt entfernen deportieren deportiert raus_aus loswerden ausbürgern vertreiben fernhalten meiden nicht_erlaubt verbannen geheilt therapiert isoliert',
    away: 'ausländer_raus raus_mit weg_mit haut_ab verschwindet geht_zurück geht_nach_hause ohne_diese besser_ohne zu_viele keine_mehr loswerden nichts_verloren',
    modal:
      'sollte sollten soll sollen müssen muss müsste müssten verdienen verdient gehören gehört dürfen darf dürfte sollte_man man_sollte wäre_besser',
    wish: 'hoffe hoffentlich hoffen wünsche wünschte wünschen möchte wollen will würde_gerne am_liebsten freue_mich jemand_sollte jemand würde',
    intent:
      'ich_werde werde wir_werden werden ich_will lasst_uns lass_uns wir_sollten wir_müssen ich_könnte wenn_ich gleich_mal bald',
    dignity:
      'menschen mensch menschlich recht rechte respekt respektieren willkommen vertrauen vertraue gleichberechtigt gleichwertig gleich erlaubt dürfen existieren leben lebens wählen akzeptieren akzeptiert tolerieren würde wert normal normale freiheit liebe lieben arbeiten heiraten kinder_haben intelligent klug schlau fähig ehrlich anständig glücklich gute gut nützlich brauchbar braucht brauchen mitgefühl verdienen verdient dazu echte echten',
    not: 'nicht nichts kein keine keinen keiner keinem keines nie niemals niemand niemandem nirgends ohne weder noch kaum gegenteil',
    counter:
      'falsch inakzeptabel unakzeptabel nicht_okay nicht_in_ordnung nicht_akzeptabel rassist rassisten rassistisch* rassismus sexist* sexistisch* sexismus homophob* homophobie transphob* transphobie islamfeindlich* fremdenfeindlich* antisemit* antisemitisch* antisemitismus behindertenfeindlich* ableist* diskriminier* vorurteil* verurteile verurteilen verurteilt schäm* schämen schämt schande_über beleidigend verletzend menschenverachtend* schlimm traurig entsetzt schockiert gelöscht gesperrt gemeldet stoppt aufhören gegen schützen schütze verteidigen unterstütze widerspreche unsinn quatsch blödsinn lüge lügen unwahr stimmt_nicht verboten hasskommentar* hassrede verbrechen_gegen nazi nazis unverschämt frech',
    report:
      'sag sage sagen sagt sagte sagst gesagt behauptet behaupten behauptung meint genannt nennen nennt nennst schrieb schreiben geschrieben schreit schrie schreien rief rufen kommentar* aussage* aussagen satz sätze wort wörter begriff* ausdruck zitat* tweet* post posts parole* beleidigung* beschimpf* bezeichne* bezeichnen spruch sprüche witze gepostet drohungen wer_sagt wer_denkt',
    first: 'ich mich mir mein meine meinen meiner wir uns unser unsere unseren',
    second: 'du dich dir dein deine deinen euch ihr euer eure ihnen bist',
    third: 'sie ihnen diese dieser diesen denen deren er ihn ihm solche solchen die_da alle_von_ihnen',
    is: 'sind ist war waren seid bist sein wie als werden wird nichts_als nichts_anderes_als bleiben scheinen wirken stinken riechen aussehen',
    praise:
      'liebe super toll tolle geil geile geiler wunderbar* großartig* schön schöne fantastisch* danke gut gute klasse lustig stolz freue lieben mag gerne prima nett hübsch genial lol haha hammer',
    hostile:
      'hass hasse scheiß lüge lügen lügner korrupt* verbrecher schande ekel ekelhaft widerlich dumm idiot müll dreck abschaum schwachsinn blödsinn peinlich lächerlich krank verrückt nazi nazis faschist* terrorist* versager mörder töten tod sterben hölle teufel verräter volksverräter heuchler gesindel',
    but: 'aber jedoch sondern trotzdem allerdings weil obwohl',
    person:
      'leute person personen mann männer typ typen politiker polizisten journalisten lehrer banker bullen kollegen chef nachbarn',
    own: 'stolz stolze selbst bin_ein bin_eine als_schwuler als_lesbe als_frau gemeinschaft freunde schwestern brüder',
    filler:
      'alle allen aller jeder jede jeden so solche eine ein einen einem die der das den dem des echt einfach nur wirklich total völlig absolut verdammt verdammte verdammten scheiß dreckige sehr immer auch haufen bunch nichts_als diese dieses ja doch halt mal sowieso grundsätzlich',
    curse:
      'bring_dich_um bringt_euch_um häng_dich_auf hängt_euch_auf verrecke verreckt krepiert fahr_zur_hölle fahrt_zur_hölle geh_sterben geht_sterben stirb sterbt ich_bring_dich_um ich_mach_dich_fertig ich_hoffe_du_stirbst in_die_gaskammer ab_ins_gas',
    why: 'warum wieso weshalb wie_kann wie_können',
  },
  common:
    'der die das und oder in im auf mit von zu für ist es ein eine auch an als um aus bei nach wenn dass man hat haben habe wird kann noch nur schon mehr sehr über vor unter zum zur am durch bis damit dann hier da wo was wer wie nicht ich du er wir sie',
  isNegatedBehind: true,
}
