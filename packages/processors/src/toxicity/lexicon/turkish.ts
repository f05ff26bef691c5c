import type { Lexicon } from './concept.js'

export const turkish: Lexicon = {
  groups: {
    sex: 'kadın* kadınlar* kadınları* kadınlara* kızlar* karılar* feministler* feminist*',
    'sexual-orientation':
      'eşcinseller* eşcinsel* eşcinselleri* geyler* gey lezbiyenler* lezbiyen* lgbt* homoseksüel* homoseksüeller*',
    'gender-identity': 'translar* trans* transseksüel* transseksüeller* transseksüelleri* trans_bireyler* travestiler*',
    ethnicity:
      'siyahlar* siyahi* siyahiler* zenciler* zenci* araplar* arap* arapları* kürtler* kürt* kürtleri* çingeneler* romanlar* afrikalılar* çinliler* ermeniler* ermeni* rumlar*',
    religion:
      'müslümanlar* müslüman* yahudiler* yahudi* yahudileri* hristiyanlar* hristiyan* aleviler* alevi* ateistler*',
    origin:
      'göçmenler* göçmen* göçmenleri* mülteciler* mülteci* mültecileri* suriyeliler* suriyeli* suriyelileri* afganlar* yabancılar* sığınmacılar* sığınmacı*',
    disability: 'engelliler* engelli* engellileri* özürlüler* sakatlar* otistikler* körler* sağırlar*',
  },
  words: {
    insult:
      'aptal* salak* geri_zekalı* gerizekalı* beyinsiz* iğrenç* zavallı* işe_yaramaz* çirkin* korkak* yalancı* tembel* pis* ahmak* rezil* sapık* şerefsiz* ikiyüzlü*',
    badTrait:
      'kötü* tehlikeli* suçlu* terörist* hırsız* katil* tecavüzcü* aşağılık* pis* kirli* hasta* hastalıklı* anormal* günah* günahkar* saldırgan* barbar* ilkel* vahşi* sorun* tehdit* yük* utanç* canavar* korkunç* ahlaksız* düşman* hain* sapkın* cahil* alçak* fazlalık namussuz*',
    dehuman:
      'haşere* hamam_böceği* böcek* fare* sıçan* parazit* asalak* köpek* it domuz* hayvan* maymun* çöp* pislik* mikrop* virüs* veba kanser* bit insan_değil insan_değiller yaratık* bok* leş* sürü kansız*',
    emote:
      'nefret_ediyorum nefret_ederim nefret tiksiniyorum tiksinirim iğreniyorum dayanamıyorum katlanamıyorum bıktım hoşlanmıyorum sevmiyorum midemi_bulandırıyor güvenmiyorum',
    ruin: 'midemi_bulandırıyorlar çalıyorlar mahvediyorlar işimizi_alıyor ülkeyi_mahvetti ülkemizi istila yok_ediyor mutfağa ait_değil hoş_gelmediniz istenmiyor tecavüz_ediyor',
    harm: 'öldür* öldürmek öldüreceğim öldürülmeli gebert* yok_edilmeli yok_etmek yakmak yakılmalı yakacağım asılmalı asmak kurşun* vurmak vurulmalı döv* dövmek dövülmeli kes* kesmek boğ* boğmak ölmeli ölsün ölsünler geber* gebersin gebersinler katlet* tecavüz* işkence* idam* imha* parçala* acı_çek*',
    exclude:
      'sınır_dışı kovulmalı kovmak defolsun* defedilmeli gönderilmeli geri_gönder* yasaklanmalı hapse hapsedilmeli ülkesine gitsin* gitmeli gitmeliler',
    away: 'defolun_gidin ülkenize_dönün ülkelerine_dönsün memleketine_dön istemiyoruz ülkemde_istemiyorum',
    modal: 'lazım gerek gerekiyor gerekir meli malı hak_ediyor hak_ediyorlar olmalı',
    wish: 'umarım inşallah keşke istiyorum isterim dilerim birisi biri',
    intent: 'edeceğim yapacağım hadi haydi',
    dignity: 'insan insanlar hak hakkı hakları saygı güven eşit yaşama yaşamayı normal özgürlük sevgi değer onur',
    not: 'değil değiller değildir yok hayır asla hiç hiçbir kimse olmaz etmiyorum',
    counter:
      'yanlış kabul_edilemez ırkçı* ırkçılık* cinsiyetçi* homofobi* homofobik* transfobi* islamofobi* yabancı_düşman* antisemit* ayrımcılık* önyargı* kınıyorum utan* ayıp saldırgan_bir üzücü karşı karşıyım koru* destekl* yalan* nefret_söylemi engelle* şikayet* nazi*',
    report:
      'demek diyor diyorlar dedi dediler diyen söylemek söyle* söyledi yazdı yazmak bağırdı kelime* cümle* yorum* tweet* mesaj* hakaret* söz* iddia* slogan* şaka*',
    first: 'ben bana beni benim biz bize bizi bizim',
    second: 'sen sana seni senin siz size sizi sizin',
    third: 'onlar onları onların onlara bunlar bunları bu_insanlar o onu ona şunlar',
    is: 'gibi gibiler sadece sanki olan birer ancak',
    praise:
      'seviyorum harika güzel mükemmel teşekkür* süper muhteşem bravo iyi haha helal gurur* mutlu sevgili canım tebrik*',
    hostile:
      'nefret yalan* hırsız* hain* rezil* utanç iğrenç pislik aptal salak gerizekalı katil* terörist* faşist* nazi* ölüm cehennem şeytan korkak yobaz* yandaş* ahlaksız* namussuz* haysiyetsiz* vatan_haini soytarı* kepaze*',
    but: 'ama fakat ancak çünkü',
    person: 'insanlar kişi adam adamlar erkekler politikacılar polisler gazeteciler öğretmenler komşular patron',
    own: 'gurur gururlu kendim kendimiz topluluk arkadaşlar kardeşler',
    filler:
      'tüm bütün her hepsi çok gerçekten sadece bu bir şu o kadar lanet kahrolası pis hep tamamen kesinlikle sürüsü en',
    curse:
      'geber gebersin kendini_as kendini_öldür öl cehenneme_git cehennemde_yan allah_belanı_versin allah_belanızı_versin seni_öldüreceğim seni_gebertirim ölüm_onlara sizi_öldüreceğim',
    why: 'neden niye niçin nasıl_olur',
  },
  common:
    've bir bu da de için ile mi mı ne gibi daha çok en ya o ben sen biz siz onlar var olarak olan olduğu kadar sonra ama veya her şey nasıl şu ki değil yok bana sana ise göre ilk son yeni',
  isNegatedBehind: true,
  isVerbLast: true,
}
