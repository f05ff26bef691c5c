import type { Lexicon } from './concept.js'

export const spanish: Lexicon = {
  groups: {
    sex: 'mujer mujeres chicas chica feministas feminista niñas hembras esposas madres señoras viejas',
    'sexual-orientation':
      'gays gay homosexuales homosexual homosexualidad lesbianas lesbiana bisexuales bisexual lgbt lgtb queer',
    'gender-identity':
      'trans transexuales transexual transgénero transgéneros personas_trans mujeres_trans hombres_trans mujer_trans',
    ethnicity:
      'negros negro negras negra personas_negras gente_negra afrodescendientes africanos asiáticos asiático chinos chino indígenas indígena indios gitanos gitano gitanas árabes árabe morenos latinos mestizos',
    religion:
      'musulmanes musulmán musulmana musulmanas islam islamistas judíos judío judía judías cristianos católicos hindúes',
    origin:
      'inmigrantes inmigrante inmigración migrantes migrante extranjeros extranjero extranjera extranjeras refugiados refugiado refugiadas ilegales sin_papeles venezolanos mexicanos colombianos marroquíes rumanos bolivianos peruanos haitianos',
    disability:
      'discapacitados discapacitado discapacitada discapacitadas personas_con_discapacidad minusválidos inválidos autistas autista sordos ciegos personas_en_silla enanos síndrome_de_down',
  },
  words: {
    insult:
      'idiota* estúpido* estúpida* tonto* tonta* imbécil* tarado* inútil* inútiles patético* patética* ridículo* ridícula* feo* fea* feos feas asqueroso* asquerosa* repugnante* cobarde* mentiroso* mentirosa* hipócrita* ignorante* fracasado* payaso* basura escoria miserable* despreciable* vago* vaga* vagos vagas incompetente* incapaz incapaces loco* loca* locos locas degenerado* degenerada* pervertido* pervertida* asco ruin sucios sucio sucia sucias lerdo* retrasado*',
    badTrait:
      'malo mala malos malas malvado* malvada* peligroso* peligrosa* criminal* criminales delincuente* terrorista* violador* violadores ladrón* ladrones asesino* asesinos inferior* inferiores sucio* sucia* cochino* enfermo* enferma* enfermos anormal* anormales antinatural* abominación* pecado* pecador* violento* violenta* agresivo* bárbaro* salvaje* primitivo* atrasado* codicioso* tramposo* histérica* histéricas mentirosos problema* amenaza* carga vergüenza* monstruo* error* horrible* terrible* insoportable* inmoral* corrupto* fanático* extremista* desviado* débil* enemigo* culpable* tóxico* segunda_clase pederasta* aberración* desagradable* molesto* molestas molestos lo_peor',
    dehuman:
      'cucaracha* cucarachas rata ratas parásito* parásitos plaga* plagas alimaña* alimañas insecto* insectos piojos pulgas gusano* gusanos cerdo* cerdos cerda cerdas perro perros perra perras animal* animales bestia* bestias mono monos simio* simios escoria basura mierda desecho* desperdicio* inmundicia* peste enfermedad* cáncer tumor* virus infrahumano* infrahumanos subhumano* subhumanos no_son_humanos no_son_personas inhumanos engendro* engendros sanguijuela* monstruos primates bacterias sabandija*',
    emote:
      'odio odiamos odiar odia odian detesto detestar desprecio despreciar aborrezco no_soporto no_aguanto no_puedo_soportar no_puedo_ver asco_de harto_de harta_de hartos_de no_me_gustan repugnancia rabia_contra no_confío no_confíes me_niego desprecio_por odio_a',
    ruin: 'me_dan_asco me_da_asco me_repugnan me_repugna me_enferman me_molestan me_enfadan me_cabrean me_dan_miedo me_sacan_de_quicio me_ponen_enfermo destruyen destruir arruinan arruinar roban robar invaden invadir violan_a contaminan se_aprovechan nos_quitan nos_roban quitan_el_trabajo nos_invaden mienten engañan ensucian corrompen viven_de solo_sirven sólo_sirven solo_traen traen_delincuencia tienen_la_culpa deberían_quedarse deben_quedarse no_pintan_nada no_deberían_estar no_son_bienvenidos sobran apestan huelen',
    harm: 'matar mato mata maten matemos mataría mataré matarlos matarlas matarlo morir mueran muera mueren muerte muertos muerto muertas asesinar asesinados asesinarlos quemar quemados quemarlos exterminar exterminados eliminar eliminados erradicar aniquilar fusilar fusilados ahorcar ahorcados colgar colgados gasear gaseados disparar disparo tiro balazo degollar apuñalar golpear golpearé golpes pegar pegarles palizas paliza apalear linchar violar violadas torturar torturados lapidar apedrear ahogar envenenar castrar esterilizar sufrir sufran bomba cámara_de_gas acabar_con machacar reventar decapitar castigados partirles_la_cara romper_la_cara',
    exclude:
      'expulsar expulsados deportar deportados echar echarlos echados prohibir prohibidos encerrar encerrados encarcelar desterrar excluir excluidos segregar volver regresar marcharse irse salir desaparecer desaparezcan fuera devolver devueltos apartar curar curados erradicados aislados',
    away: 'vuelve_a_tu_país vuelvan_a_su_país vete_a_tu_país vuélvete_a fuera_de_aquí fuera_de_mi_país fuera_de_españa mejor_sin demasiados demasiadas lárgate lárguense fuera_los ni_un_solo deshacernos_de',
    modal:
      'debería deberían deben debe debemos deberíamos hay_que habría_que tienen_que tiene_que merecen merece mejor_si se_merecen habrá_que',
    wish: 'espero ojalá deseo deseamos quiero quisiera me_gustaría me_encantaría alguien_debería alguien que_alguien ganas_de sueño_con',
    intent: 'voy_a vamos_a iré les_voy te_voy los_voy quiero si_veo cuando_vea juro podría vas_a tengo_que_matar',
    dignity:
      'humanos humano personas derecho derechos respeto respetar confianza confiar bienvenidos iguales igual existir vivir vida votar aceptar aceptados tolerar merecen merece normales normal libertad amar amor trabajar casarse inteligentes inteligente listas capaces honestos buenos buenas bueno feliz felices útil útiles necesitamos verdaderas verdaderos dignidad valen vale lugar amigos permitir permitirse permitido educación',
    not: 'no nunca jamás ningún ninguna ninguno nadie nada ni sin tampoco lejos_de contrario',
    counter:
      'mal falso inaceptable* racista* racismo sexista* sexismo machista* machismo misógino* homófobo* homofobia tránsfobo* transfobia islamófobo* islamofobia xenófobo* xenofobia antisemita* antisemitismo capacitista* discrimina* discriminación prejuicio* intoleran* condeno condenar vergüenza_que qué_vergüenza ofensivo* ofensiva* hiriente* indignante* triste inadmisible* basta contra proteger defender defiendo apoyar apoyo mentira* discurso_de_odio denunciado* denunciar bloqueado* no_está_bien no_es_gracioso nazi nazis tontería* estereotipo* deja_de dejad_de dejen_de no_se_puede_decir no_puedes_decir',
    report:
      'decir dice dices dicen dijo diciendo digas llamar llamarle llamó llaman llama escribir escribió escribe gritar gritó grita gritando frase* palabra* comentario* tuit* mensaje* insulto* insultar expresión* término* afirma afirmar piensan_que piensas_que quien_diga los_que_dicen lema* chiste* amenazas cartel cree_que creen_que publicó publicar',
    first: 'yo me mi mí mis nosotros nosotras nos nuestro nuestra nuestros nuestras',
    second: 'tú tu tus te ti usted ustedes vosotros vosotras os vos vuestro eres sois',
    third: 'ellos ellas les los las estos estas esos esas esta_gente esa_gente él ella le lo sus todos_ellos',
    is: 'son es eres sois era eran ser está están estás como parecen parece nada_más_que sólo_son solo_son no_son_más_que huelen siguen_siendo',
    praise:
      'amo encanta encantan genial increíble hermoso* hermosa* bonito* bonita* lindo* linda* excelente* perfecto* bueno buenísimo gracias maravilloso* jaja jajaja orgulloso orgullosa feliz guapo guapa divertido felicidades quiero_mucho espectacular',
    hostile:
      'odio asco vergüenza mentira* mentiroso* corrupto* corruptos criminal* delincuente* ladrón* ladrones traidor* traidores basura escoria estúpido tonto ridículo patético enfermo loco nazi nazis facha* fachas fascista* comunista* rojos dictador* muerte matar asesino* infierno demonio hipócrita* cobarde* inútil* vendido* mierda puta mal apesta vómito',
    but: 'pero sino aunque porque',
    person:
      'gente personas persona hombre hombres tipo tipos tío tíos políticos policías periodistas profesores banqueros vecinos jefe compañeros',
    own: 'orgulloso orgullosa orgullosos orgullosas mismo misma mismos nosotras comunidad hermanas hermanos amigas amigos como_mujer',
    filler:
      'todos todas todo toda cada tan muy realmente solo sólo un una unos unas el la los las de del que más puto puta putos putas malditos malditas maldito jodidos estos estas esos esas siempre completamente absolutamente totalmente panda montón_de simplemente verdaderamente',
    curse:
      'muérete muéranse mátate suicídate ahórcate púdrete vete_al_infierno ojalá_te_mueras ojalá_se_mueran que_te_mueras te_voy_a_matar te_voy_a_partir os_voy_a_matar muerte_a_los muerte_a mueran_los a_la_horca al_paredón a_la_cámara',
    why: 'por_qué porqué cómo_es_que cómo_pueden cómo_puede',
  },
  common:
    'el la los las de del un una unos unas y o a al en con por para que qué quien como es son fue ha han hay no se su sus lo le les más muy si ya pero este esta esto ese esa eso cuando donde desde hasta sobre entre también todo todos ser estar tiene tienen hacer hace puede yo tú él me te nos mi tu',
}
