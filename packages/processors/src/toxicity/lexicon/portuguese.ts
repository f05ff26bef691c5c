import type { Lexicon } from './concept.js'

export const portuguese: Lexicon = {
  groups: {
    sex: 'mulher mulheres garotas moças meninas feministas feminista fêmeas esposas mães',
    'sexual-orientation':
      'gays gay homossexuais homossexual homossexualidade lésbicas lésbica bissexuais bissexual lgbt lgbts',
    'gender-identity':
      'trans transexuais transexual transgêneros transgênero pessoas_trans mulheres_trans homens_trans travestis',
    ethnicity:
      'negros negro negras negra pretos preto pretas pessoas_negras africanos africano asiáticos asiático chineses chinês japoneses indígenas indígena índios ciganos cigano árabes árabe pardos',
    religion:
      'muçulmanos muçulmano muçulmana muçulmanas islã islamitas judeus judeu judia judias cristãos evangélicos católicos',
    origin:
      'imigrantes imigrante imigração migrantes estrangeiros estrangeiro estrangeira refugiados refugiado nordestinos venezuelanos haitianos bolivianos brasileiros angolanos ucranianos',
    disability:
      'deficientes deficiente pessoas_com_deficiência pessoa_com_deficiência aleijados autistas autista surdos cegos cadeirantes cadeirante inválidos anões',
  },
  words: {
    insult:
      'idiota* estúpid* burr* imbecil* imbecis retardad* inútil* inúteis patétic* ridícul* fei* nojent* repugnant* covard* mentiros* hipócrit* ignorant* fracassad* palhaç* lixo escória miserávei* desprezívei* desprezível vagabund* preguiços* incompetent* incapaz* incapazes louc* maluc* degenerad* pervertid* suj* otári* trouxa* asqueros*',
    badTrait:
      'mau má maus más malvad* perigos* criminos* bandid* terrorist* estuprador* ladrão ladrões assassin* inferior* inferiores suj* imund* doent* anormal* anormais antinatural* abomina* pecad* pecador* violent* agressiv* bárbar* selvagen* selvagem primitiv* atrasad* ganancios* históric* histéric* problema* ameaça fardo peso vergonha monstr* erro* horrívei* horrível terrívei* terrível insuportávei* imora* corrupt* fanátic* extremist* desviad* frac* inimig* culpad* tóxic* segunda_classe pedófil* aberraç* pior piores delinquent*',
    dehuman:
      'barata* baratas rato ratos rata parasit* parasitas praga* pragas inseto* insetos piolh* verme* vermes carrapat* porco porcos porca porcas cachorr* cães cão cadela* animal animais bicho* bichos besta* macac* símio* escória lixo merda dejeto* imundície peste doença* câncer cancro tumor* vírus subumano* subhuman* sub_humanos não_são_humanos não_são_gente desuman* monstros sanguessug* chorume esgoto',
    emote:
      'odeio odiar odiamos odeia odeiam detesto detestar desprezo desprezar não_suporto não_aguento não_tolero ódio_de ódio_por nojo_de farto_de farta_de cansado_de abomino repulsa não_gosto_de não_confio raiva_de asco tenho_nojo',
    ruin: 'me_dão_nojo me_dá_nojo me_enojam me_irritam me_deixam_doente me_dão_raiva me_fazem_vomitar me_dão_medo me_incomodam destroem destruir arruínam arruinar estragam roubam roubar invadem invadir estupram contaminam se_aproveitam nos_roubam roubam_empregos roubam_nossos mentem enganam só_servem só_trazem só_querem só_sabem vivem_de vivem_às_custas deveriam_ficar devem_ficar lugar_de_mulher não_são_bem_vindos fedem culpa_dos acabam_com',
    harm: 'matar mato mate matem matá_los matarei mataria morrer morram morra morrem morte mortos morto assassinar assassinados queimar queimados queimem exterminar exterminados eliminar eliminados erradicar aniquilar fuzilar fuzilados enforcar enforcados pendurar tiro tiros atirar bala degolar esfaquear espancar espancados bater surra surrar porrada linchar estuprar estupradas torturar torturados apedrejar afogar envenenar castrar esterilizar sofrer bomba câmara_de_gás decapitar punidos quebrar_a_cara dar_um_jeito acabar_com_todos agredir',
    exclude:
      'expulsar expulsos deportar deportados proibir proibidos banir banidos prender presos trancar trancados excluir excluídos voltar sumir sumam desaparecer fora mandar_embora mandados_de_volta segregar curar curados afastar isolar internados',
    away: 'volta_pra_sua_terra voltem_para volte_para volta_para_o_seu fora_daqui fora_do_brasil fora_do_nosso melhor_sem muitos_demais saiam_do sai_do_meu livrar_dos nos_livrar livre_de demais_aqui',
    modal:
      'deveria deveriam devem deve devemos deveríamos tem_que têm_que precisam precisa merecem merece melhor_se tinha_que tinham_que',
    wish: 'espero tomara desejo queria quero gostaria alguém_deveria alguém que_alguém adoraria vontade_de mal_posso_esperar oxalá',
    intent: 'vou vamos irei se_eu_ver quando_eu_ver juro poderia quero_matar eu_vou nós_vamos',
    dignity:
      'humanos humano humanas gente pessoas direito direitos respeito respeitar confiança confiar bem_vindos iguais igual existir viver vida votar aceitar aceitos tolerar merecem merece normais normal liberdade amar amor trabalhar casar inteligentes inteligente capazes honestos bons boas bom felizes feliz úteis precisamos verdadeiras verdadeiros dignidade valem vale lugar amigos permitir permitido',
    not: 'não nunca jamais nenhum nenhuma ninguém nada nem sem longe_de contrário',
    counter:
      'errado errada fals* inaceitáve* inaceitável racist* racismo sexist* sexismo machist* machismo misógin* homofóbic* homofobia homofóbico transfóbic* transfobia islamofóbic* islamofobia xenófob* xenofobia antissemit* capacitist* discrimina* preconceit* intoleran* condeno condenar vergonha_de que_vergonha ofensiv* lamentáve* triste inadmissíve* basta contra protege* defende* apoi* mentira* discurso_de_ódio denunciad* denunci* bloquead* não_está_certo não_tem_graça nazist* bobagem estereótip* pare_de parem_de não_se_pode_dizer crime',
    report:
      'dizer diz dizem disse dizendo diga chamar chama chamam chamou escrever escreveu gritar gritou gritando frase* palavra* comentári* tuíte* tweet* mensage* insult* xingar xingou expressão expressões termo* afirma afirmar pensam_que quem_diz quem_fala fala_que falar_que falar lema piada* ameaças acham_que post',
    first: 'eu me mim meu minha meus minhas nós nos nosso nossa nossos nossas a_gente',
    second: 'você vocês tu te ti teu tua seu seus_merdas vc vcs és',
    third: 'eles elas deles delas esses essas estes estas essa_gente ele ela os as todos_eles',
    is: 'são é és era eram ser está estão como parecem parece só_são não_passam_de nada_além_de nada_mais_que fedem',
    praise:
      'amo adoro ótimo ótima incríve* incrível lind* maravilhos* excelente* perfeit* bom boa obrigad* kkk kkkk rsrs haha orgulhos* feliz engraçad* parabéns legal top gostos* gênio sensacional',
    hostile:
      'ódio odeio nojo vergonha mentira* mentiros* corrupt* bandid* ladrão ladrões traidor* lixo escória estúpid* burr* idiota ridícul* patétic* doente louc* nazist* fascist* comunist* esquerdist* petist* petralha* bolsominion* mortadela* ditador* morte matar assassin* inferno diabo hipócrit* covard* inútil vendid* merda vagabund* canalh* safad* genocid*',
    but: 'mas porém embora porque contudo',
    person:
      'gente pessoas pessoa homem homens cara caras políticos policiais jornalistas professores banqueiros vizinhos chefe colegas',
    own: 'orgulhoso orgulhosa orgulhosos mesmo mesma comunidade irmãs irmãos amigos amigas como_mulher',
    filler:
      'todos todas todo toda cada tão muito realmente só apenas um uma uns umas o a os as de do da dos das que mais malditos malditas maldito porra porcos esses essas esse essa sempre completamente absolutamente totalmente bando bando_de monte_de simplemente simplesmente',
    curse:
      'morra morram se_mata se_matem se_mate suicide_se vai_morrer vá_morrer se_enforca vai_pro_inferno vão_para_o_inferno queime_no_inferno espero_que_morra espero_que_morram vou_te_matar vou_matar_vocês morte_aos morte_às tem_que_morrer merece_morrer',
    why: 'por_que porque_é_que como_pode como_podem por_quê',
  },
  common:
    'o a os as de do da dos das um uma e ou em no na nos nas com por para pra que quem como é são foi tem têm há não se seu sua mais muito já este esta isso esse essa quando onde também todo ser estar fazer faz pode eu você ele ela nós eles me te lhe até sobre entre depois sem mesmo ainda só vou vai',
}
