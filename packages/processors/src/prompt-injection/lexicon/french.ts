import type { Lexicon } from './concept.js'

export const french: Lexicon = {
  ignore:
    'ignore* ignorez ignorer oublie oubliez oublier néglig* contourn* outrepass* ne_tiens_pas_compte ne_tenez_pas_compte fais_abstraction faites_abstraction écarte* annule* passe_outre abandonne*',
  previous: 'précédent* antérieur* ci_dessus avant préalable* jusqu_à_présent plus_haut dessus déjà',
  following: 'suivant* ci_dessous prochain* reste après dessous',
  instruction: 'instruction* consigne* directive* ordre ordres commande commandes indication*',
  rule: 'règle* restriction* limitation* contrainte* politique* filtre* censure éthique* moral* sécurité garde_fou* limite limites',
  system: 'système systèmes',
  prompt: 'invite invites message_système',
  reveal:
    'révèle* révéler révélez montre* montrer affiche* afficher divulgu* dévoil* donne donner donnez imprime* partage* expose* liste*',
  say: 'dis dites dire écris écrivez écrire écrit',
  repeat: 'répète* répétez répéter copie* cite* citer recopie* reformul* résume*',
  exact: 'exact* mot_pour_mot mot_à_mot textuel* littéral* verbatim intégral* précis*',
  secret:
    'secret secrets secrète* mot_de_passe mots_de_passe clé clés confidentiel* caché* identifiants code_d_accès phrase_secrète privé*',
  tell: 'dis_moi dites_moi raconte* explique* informe*',
  pretend:
    'prétend* fais_semblant faites_semblant imagine* imaginez imaginer agis comporte* simul* joue_le_rôle jeu_de_rôle suppos* fais_comme faites_comme incarne* agissez',
  become:
    'tu_es_maintenant vous_êtes_maintenant tu_es_désormais vous_êtes_désormais deviens devenez devenir tu_n_es_plus vous_n_êtes_plus',
  role: 'rôle personnage* personnalité identité persona',
  new: 'nouveau nouvelle* nouveaux nouvel plutôt actualis* différent* au_lieu',
  now: 'maintenant désormais dorénavant à_partir_de_maintenant immédiatement à_présent',
  free: 'sans_restriction* sans_limite* sans_filtre* sans_censure non_censuré* illimité* libéré* sans_règles sans_aucune_restriction',
  fiction: 'histoire* scénario* roman fiction fictif* hypothétique* poème* conte film chanson rêve monde',
  you: 'tu vous te',
  your: 'ton ta tes votre vos',
  initial: 'initial* début original* origine premier première* commencement départ',
  not: 'ne pas jamais aucun aucune rien sans non',
  told: 'donné* reçu* programmé* fourni* communiqué* confié* entraîné* transmis*',
  model: 'ia assistant* modèle* intelligence_artificielle modèle_de_langage robot',
  encode: 'à_l_envers encod* chiffr* déchiffr* épel* épèle* inverse inversé* lettre_par_lettre décod* lettres codé*',
  hint: 'indice* rime* devinette* énigme* commence_par première_lettre devine* synonyme* piste',
  text: 'texte* message* phrase* mot mots conversation* contenu* document* ligne lignes contexte données discussion',
  send: 'envoie* envoyez envoyer transmet* transfère* publi* image lien courriel',
  authority:
    'administrat* développeu* autoris* propriétaire créateur* permission* patron responsable* habilit* ingénieur* directeur',
  urgent:
    'urgent* urgence s_il_te_plaît s_il_vous_plaît important* vie mourir danger grand_mère sauver crucial* veuillez',
  stop: 'arrête* arrêtez arrêter stop fin termine* cesse*',
  task: 'tâche* demande* objectif* mission* session requête*',
  all: 'tout toute tous toutes entier entière intégralité complet* ensemble toujours chaque',
  answer: 'répond* réponse* réponds',
  translate: 'tradui* traduction*',
  mode: 'mode activ* désactiv* débloqu* réinitialis* mode_développeur',
  obey: 'obéi* dois devez doit suis_les suivez respecte* conforme* obligatoire* doivent faut',
  harm: 'illégal* nuisible* contraire_à_l_éthique dangereu* pirater bombe* arme armes drogue* tuer malveillant*',
  allow: 'peux pouvez peut permet* autorisé_à permis',
  refuse: 'refuse* refuser excuse* avertissement* interdi* désolé* empêch* protég*',
  if: 'si lorsque quand',
  know: 'sais savez connais connaissez souviens souvenez rappel* mémoire savoir connaître',
  question: 'question* demandez quel quelle quels quelles quoi quel_est',
  game: 'jeu jeux jouons jouer joue',
  test: 'test tests tester débog* vérifi* maintenance débogage diagnostic',
  only: 'seulement uniquement juste rien_d_autre simplement exclusivement',
}
