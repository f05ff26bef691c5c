import type { Lexicon } from './concept.js'

export const french: Lexicon = {
  groups: {
    sex: 'femme femmes filles fille meufs gonzesses féministes féministe nanas mères épouses',
    'sexual-orientation':
      'gays gay homos homosexuels homosexuel homosexuelle homosexuelles homosexualité lesbiennes lesbienne bisexuels bisexuel lgbt queers queer',
    'gender-identity':
      'trans transgenres transgenre transsexuels transsexuel transsexuelle transsexuelles personnes_trans femmes_trans hommes_trans',
    ethnicity:
      'noirs noir noires noire les_noirs blacks africains africain arabes arabe maghrébins asiatiques asiatique chinois roms rom gitans tziganes gens_de_couleur personnes_noires métis algériens marocains',
    religion:
      'musulmans musulman musulmane musulmanes islam islamistes juifs juif juive juives chrétiens catholiques hindous bouddhistes',
    origin:
      'immigrés immigré immigrée immigrants immigrant étrangers étranger étrangère migrants migrant réfugiés réfugié demandeurs_d_asile sans_papiers clandestins roumains polonais turcs syriens afghans',
    disability:
      'handicapés handicapé handicapée handicapées personnes_handicapées autistes autiste sourds aveugles trisomiques personnes_en_fauteuil nains',
  },
  words: {
    insult:
      'idiot* idiots stupide* débile* bête bêtes con conne cons connes imbécile* abruti* crétin* minable* pathétique* inutile* moche* laid* laide* dégueulasse* dégoûtant* répugnant* ignoble* ridicule* pitoyable* lâche* menteur* menteuse* hypocrite* incapable* nul nulle nuls nulles incompétent* taré* tarés pervers perverse perverses ordure* honteux méprisable* abject* sale sales paresseux paresseuse fainéant* grossier* vulgaire*',
    badTrait:
      'mauvais mauvaise mauvaises méchant* dangereux dangereuse dangereuses criminel* terroriste* violeur* voleur* assassin* meurtrier* inférieur* inférieure* inférieures inférieurs sale sales crasseux malade* malades malpropre* anormal* anormaux contre_nature abomination* péché* pécheur* violent* agressif* barbare* sauvage* arriéré* primitif* avide* fourbe* sournois* hystérique* fou folle fous folles dérangé* problème* menace* fardeau* charge honte* monstre* monstres erreur* horrible* affreux atroce* insupportable* immoral* corrompu* fanatique* extrémiste* seconde_zone moins_que_rien bons_à_rien déviant* faible* ennemi* ennemis coupable* toxique*',
    dehuman:
      'vermine* cafard* cafards rat rats parasite* parasites nuisible* nuisibles insecte* insectes poux puces asticots porc porcs cochon cochons chien chiens chienne animal animaux bête bêtes singe singes macaque* guenon* bestiau* racaille déchet* déchets ordure* ordures poubelle saleté* peste maladie* cancer* tumeur* virus fléau sous_hommes sous_humains sous_homme pas_humains inhumains sauvages bâtards créatures merde crasse lie_de gangrène sangsues',
    emote:
      'hais haïs hait déteste détestes détester détestons méprise mépriser mépris haine abhorre exècre supporte_pas supporte_plus peux_pas_supporter ne_supporte dégoûté dégoût marre_de marre_des ras_le_bol vomir gerber en_ai_assez écoeuré horreur_des n_aime_pas j_aime_pas colère_contre répugnance fais_pas_confiance',
    ruin: 'me_dégoûtent me_dégoûte me_répugnent m_énervent m_énerve me_donnent_envie_de_vomir me_rendent_malade me_font_peur me_gênent me_mettent_en_colère détruisent détruire ruinent ruiner volent voler envahissent envahir profitent_de pourrissent polluent violent_nos prennent_nos nous_volent mentent tous_des remplacent nous_remplacer gâchent infestent apportent_que ne_pensent_qu devraient_rester doivent_rester pas_leur_place n_ont_rien_à_faire responsables_de coûtent contrôlent pas_bienvenus pas_les_bienvenus',
    harm: 'tuer tue tué tués tuons buter crever crève crèvent mourir meurent meure mort morts assassiner assassinés massacrer massacrés exterminer exterminés éliminer éliminés éradiquer brûler brûlés gazer gazés pendre pendus fusiller fusillés abattre abattus égorger égorgés décapiter décapités frapper frappe tabasser battre battus violer violées lyncher lynchés torturer torturés lapider lapidés noyer poignarder étrangler castrer stériliser anéantir détruits souffrir souffrent exploser défoncer cogner balle chambre_à_gaz bombe écraser punis supprimer',
    exclude:
      'expulser expulsés renvoyer renvoyés dégager dehors interdire interdits bannir bannis virer virés enfermer enfermés emprisonner déporter déportés chasser chassés exclure exclus retourner rentrer quitter disparaître soigner soignés partir rentrez_chez',
    away: 'rentrez_chez_vous dégagez retournez_dans retourne_dans dehors_les mieux_sans trop_de plus_de_place se_débarrasser débarrasser_de hors_de_france',
    modal:
      'devrait devraient doit doivent devons faut faudrait mérite méritent il_faut il_faudrait on_devrait mieux_si a_intérêt',
    wish: 'espère espérons souhaite voudrais aimerais veux voudrait que_quelqu_un quelqu_un_devrait vivement hâte rêve envie_de',
    intent:
      'je_vais vais nous_allons allons on_va va_les je_veux si_je_vois je_pourrais j_irai tuerai frapperai vas_te',
    dignity:
      'humains humain droit droits respect respecter confiance bienvenus égaux égales égale égal exister vivre voter accepter acceptés tolérer méritent mérite normal normaux normale liberté aimer aime travailler travail marier intelligents intelligent intelligentes capables honnêtes bons bonnes bien heureux utile utiles besoin vraies vrais dignité valeur amis place',
    not: 'pas ne n jamais aucun aucune rien personne ni sans nul non loin_de contraire',
    counter:
      'faux inacceptable* pas_acceptable raciste* racisme sexiste* sexisme misogyne* homophobe* homophobie transphobe* transphobie islamophobe* islamophobie xénophobe* antisémite* antisémitisme validiste* discrimin* préjugé* intoléran* condamne* condamner honte_à honte scandaleux scandaleuse offensant* blessant* choqué* choquant* triste inadmissible* interdit_de stop arrêtez arrêter contre protéger défendre défends soutenir soutiens mensonge* haineux haineuse signalé* bloqué* supprimé* pas_normal pas_drôle crime_contre nazi nazis bêtise bêtises n_importe_quoi cliché*',
    report:
      'dire dit dis disent disait disant dites appeler appelle appelé traiter traite traité traiter_de écrit écrire crie criait crier propos phrase* mot mots commentaire* tweet* message* insulte* insulter expression* terme* affirmer affirme prétend prétendre pensent_que ceux_qui_disent slogan* blague* menaces déclaré qualifier posté',
    first: 'je j moi me m mon ma mes nous notre nos on',
    second: 'tu toi te vous ton ta tes votre vos t es',
    third: 'ils elles eux leur leurs ces ceux celles il elle lui les ce_genre_de tous_ceux',
    is: 'sont est êtes es suis était étaient être c_est comme rien_que que_des ne_sont_que sentent ressemblent restent paraissent',
    praise:
      'aime adore super génial géniale magnifique* beau belle beaux bon bonne bravo merci excellent* parfait* drôle* mdr lol ptdr fier fière heureux cool trop_bien sublime incroyable',
    hostile:
      'haine déteste honte mensonge* menteur* corrompu* criminel* voleur* traître* traîtres dégoût dégueulasse vomir nul nulle pourri* ordure* stupide bête ridicule pathétique malade fou nazi nazis fasciste* dictateur* mort tuer assassin* enfer diable débile racaille hypocrite* lâche* merdia* collabo*',
    but: 'mais pourtant cependant toutefois parce car',
    person:
      'gens personne personnes homme hommes mec mecs type types politiciens politiques policiers flics journalistes profs banquiers voisins collègues patron',
    own: 'fier fière fiers fières moi_même nous_mêmes communauté en_tant_que soeurs frères amis copines',
    filler:
      'tous toutes tout toute chaque si tellement vraiment juste que des un une le la les de d l du très trop bien putain putains sales sale de_ces ces cette cet bande bande_de tas complètement absolument totalement toujours franchement tas_de foutus foutu foutue autant',
    curse:
      'va_mourir va_crever crève crevez tue_toi suicide_toi suicidez_vous pends_toi va_te_pendre va_en_enfer brûle_en_enfer allez_crever je_vais_te_tuer je_vais_te_buter je_vais_te_défoncer mort_aux à_mort au_bûcher',
    why: 'pourquoi comment_se_fait comment_peut',
  },
  common:
    'le la les de des du un une et ou à au aux en dans sur pour par avec que qui quoi ce cette il elle on est sont a ont pas plus ne se son sa ses mais si comme tout bien être avoir fait faire aussi très où quand dont entre sous chez même autre peut ça cela y c d l s qu j',
  isNegatedBehind: true,
}
