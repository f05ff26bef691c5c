import type { IdentifierKind } from '../identifier.js'

/** Words that say that a telephone number is near. */
export const phoneWords: readonly string[] = (
  'phone|telephone|tel|tel.|call|fax|mobile|cell|cellphone|cellular|dial|whatsapp|signal me|sms|text me|ring me|answering|voicemail|' +
  'hotline|messages to|message to|contact number|reach me|reach us|landline|téléphone|portable|appelez|appelle|appeler|telefon|handy|rufnummer|rufen sie|ruf mich|' +
  'anrufen|festnetz|mobil|teléfono|llamar|llama al|llámame|móvil|celular|telefone|telemóvel|telemovel|ligar para|cellulare|telefono|' +
  'chiamare|chiamami|telefoon|bel me|mobiele|gsm|telefonu|komórka|zadzwoń|puhelin|soita|ring mig|mobilnummer|tlf|sími|τηλέφωνο|τηλ|κινητό|' +
  'телефон|тел|мобильн|звоните|позвони|дзвоніть|cep|telefon no|numara|ara beni|telefonszám|mobiltelefon|telepono|nomor telepon|hubungi|hp|' +
  'điện thoại|sđt|gọi|電話|携帯|电话|手机|拨打|致电|전화|휴대폰|연락처|โทร|เบอร์|फोन|फ़ोन|मोबाइल|নম্বর|ফোন|هاتف|جوال|موبايل|اتصل|تلفن|تماس|טלפון|נייד|טל'
).split('|')

/** Words that say that a date is one of a birth. */
export const birthWords: readonly string[] = (
  'born|birth|birthday|birthdate|dob|d.o.b|geboren|geburtsdatum|geburtstag|geb.|geb. am|né le|née le|né(e) le|naissance|nacimiento|nacido|nacida|nací|' +
  'cumpleaños|nascita|nato il|nata il|nato a|nata a|nascimento|nascido|nascida|nasci em|aniversário|geboortedatum|verjaardag|född|födelsedatum|' +
  'født|fødselsdato|syntynyt|syntymäaika|fædd|urodzony|urodzona|urodzenia|urodziłem|urodziłam|narozen|narodený|született|születési|' +
  'născut|nașterii|rođen|rojen|роден|родился|родилась|рождения|народився|народилась|народження|γεννήθηκ|γέννησης|doğum|doğdu|' +
  'lahir|sinh ngày|ngày sinh|生年月日|誕生日|生まれ|出生|生日|생년월일|생일|เกิด|जन्म|জন্ম|ميلاد|مولود|تولد|تاریخ تولد|נולד|לידה'
).split('|')

/** Words that say that a postcode follows. */
export const postcodeWords: readonly string[] = (
  'zip|zipcode|zip code|zip-code|postcode|postal|post code|plz|postleitzahl|code postal|cp|c.p.|código postal|codigo postal|cod. postal|cep|cap|' +
  'postnummer|postnr|postinumero|kod pocztowy|psč|irányítószám|cod poștal|posta kodu|poštanski broj|poštna številka|почтовый индекс|индекс|' +
  'поштовий індекс|ταχυδρομικός κώδικας|τ.κ.|pin code|pincode|kode pos|mã bưu|郵便番号|邮编|郵遞區號|邮政编码|우편번호|รหัสไปรษณีย์|पिन कोड|الرمز البريدي|מיקוד|eircode'
).split('|')

/** Words that say that an address is near. */
export const addressWords: readonly string[] = (
  'address|live at|lives at|living at|located at|resident|residence|residing|billing|shipping|ship to|deliver to|mail to|home is|house is|' +
  'headquarters|adresse|anschrift|wohnt|wohne|wohnhaft|habite|domicile|domicilié|dirección|domicilio|vive en|vivo en|reside|indirizzo|abita|' +
  'residente|endereço|morada|mora na|moro na|adres|woont|woon op|adress|bor på|osoite|asuu|zamieszkał|mieszka|bydliště|bydlisko|lakcím|adresa|' +
  'locuiesc|адрес|проживает|живу|адреса|διεύθυνση|ikamet|adresi|alamat|địa chỉ|住所|地址|住址|주소|ที่อยู่|पता|عنوان|آدرس|כתובת'
).split('|')

/** Words that say that an address of a host is near. */
export const networkWords: readonly string[] =
  'ip|ipv4|ipv6|ip address|ip-adresse|ip addr|adresse ip|dirección ip|indirizzo ip|endereço ip|ip-adres|ip-адрес|ip地址|ipアドレス|client ip|remote addr|x-forwarded-for'.split(
    '|',
  )

/** Words that say that the number of a vehicle's plate follows. */
export const plateWords: readonly string[] = (
  "license plate|licence plate|number plate|plate number|plate no|nummernschild|kennzeichen|plaque d'immatriculation|matrícula|targa|placa|" +
  'kenteken|registreringsnummer|nummerplade|rekisterinumero|numer rejestracyjny|spz|rendszám|registarska oznaka|госномер|номерной знак|plaka|' +
  '車牌|车牌|ナンバープレート|번호판|ทะเบียนรถ'
).split('|')

/** General words for each kind of identifier, in several languages. Words of one country's own stand with its identifiers. */
export const kindWords: Readonly<Record<IdentifierKind, readonly string[]>> = {
  'national-id': words(
    'id number|id no|id card|id code|identity card|identity number|identity no|identification number|national id|national identity|' +
      'national number|personal number|personal id|personal code|citizen id|civil id|identity document|ausweis|ausweisnummer|' +
      "personenkennzeichen|carte d'identité|numéro d'identité|identifiant national|cédula|cedula|documento de identidad|" +
      "número de identidad|identificación|carta d'identità|documento di identità|identidade|identiteitskaart|identiteitsbewijs|id-kort|id-nummer|" +
      'henkilökortti|dowód osobisty|občanský průkaz|občiansky preukaz|személyi|carte de identitate|lična karta|osobna iskaznica|osebna izkaznica|' +
      'лична карта|удостоверение личности|посвідчення|ταυτότητα|kimlik|ktp|chứng minh|身份证|身分證|身分証|신분증|บัตรประชาชน|पहचान|هوية|بطاقة|کارت ملی|זהות',
  ),
  'tax-id': words(
    'tax id|tax number|tax no|tax identification|taxpayer|tax file|tin|vat|vat number|vat id|steuernummer|steuer-id|steueridentifikation|ust-id|' +
      'umsatzsteuer|numéro fiscal|identifiant fiscal|numéro de tva|tva|número fiscal|identificación fiscal|nif|cif|iva|codice fiscale|partita iva|' +
      'contribuinte|contribuyente|belastingnummer|btw-nummer|btw nummer|skattenummer|moms|momsnr|veronumero|alv|numer podatkowy|daňové|daňový|dič|adószám|' +
      'cod fiscal|porezni|davčna|данъчен|инн|налогоплательщик|податковий|αφμ|φπα|vergi|npwp|mã số thuế|税号|統一編號|納税|사업자|ภาษี|الضريبي|מס',
  ),
  'social-security': words(
    'ssn|social security|social insurance|national insurance|sozialversicherung|sécurité sociale|seguridad social|seguro social|previdenza|' +
      'segurança social|previdência|sociale zekerheid|ubezpieczenia społeczne|социального страхования|снилс|sgk|社会保険|社保',
  ),
  'health-id': words(
    'health card|health insurance|health number|health id|patient id|patient number|patient no|medical record|medicare number|insurance number|krankenversicherung|' +
      'krankenkasse|versichertennummer|carte vitale|assurance maladie|tarjeta sanitaria|tessera sanitaria|cartão de saúde|utente|zorgverzekering|' +
      'sjukförsäkring|ubezpieczenie zdrowotne|医保|健康保険|건강보험',
  ),
  passport: words(
    'passport|travel document|reisepass|reisepassnummer|passnummer|passeport|pasaporte|passaporto|passaporte|paspoort|pass nr|passi|paszport|' +
      'cestovní pas|cestovný pas|útlevél|pașaport|putovnica|pasoš|potni list|паспорт|διαβατήριο|pasaport|paspor|hộ chiếu|护照|護照|旅券|パスポート|여권|หนังสือเดินทาง|' +
      'पासपोर्ट|পাসপোর্ট|جواز|گذرنامه|דרכון',
  ),
  'driving-licence': words(
    "driver's license|driver's licence|drivers license|drivers licence|driver license|driver licence|driving license|driving licence|licence number|" +
      'license number|license no|licence no|dl number|dl no|dl#|führerschein|fahrerlaubnis|permis de conduire|carnet de conducir|permiso de conducir|licencia de conducir|' +
      'patente|carta de condução|carteira de motorista|cnh|rijbewijs|körkort|førerkort|kørekort|ajokortti|prawo jazdy|řidičský průkaz|' +
      'vodičský preukaz|jogosítvány|permis de conducere|vozačka dozvola|vozniško dovoljenje|водительск|права|άδεια οδήγησης|ehliyet|sürücü|sim|' +
      'giấy phép lái xe|驾照|驾驶证|駕照|運転免許|운전면허|ใบขับขี่|رخصة|گواهینامه|רישיון',
  ),
  vehicle: words(
    'license plate|licence plate|number plate|plate number|registration number|vehicle registration|vehicle|vin|chassis|kennzeichen|nummernschild|' +
      "plaque d'immatriculation|immatriculation|matrícula|targa|placa|kenteken|registreringsnummer|rekisterinumero|numer rejestracyjny|spz|rendszám|" +
      'госномер|plaka|車牌|车牌|ナンバープレート|번호판',
  ),
  'payment-card': words(
    'card|credit|debit|visa|mastercard|amex|american express|maestro|karte|kreditkarte|carte|carte bancaire|tarjeta|carta di credito|cartão|creditcard|pinpas|kort|' +
      'kortti|karta|karty|platební karta|bankkártya|card bancar|kartica|карта|карты|картка|κάρτα|kredi kartı|kartu|thẻ|信用卡|银行卡|カード|카드|บัตร|कार्ड|بطاقة ائتمان|کارت|כרטיס',
  ),
  'bank-account': words(
    'bank account|account number|account no|acct|checking account|savings account|routing|sort code|kontonummer|bankverbindung|konto|compte bancaire|rib|' +
      'cuenta bancaria|cuenta corriente|conto corrente|conta bancária|conta corrente|rekeningnummer|kontonr|tilinumero|numer konta|číslo účtu|bankszámla|' +
      'cont bancar|расчётный счёт|рахунок|λογαριασμός|hesap|rekening|số tài khoản|银行账号|口座|계좌|บัญชี|حساب|חשבון',
  ),
  'company-id': words(
    'company number|business number|registration number|company id|corporate number|handelsregister|firmenbuch|siren|siret|registro mercantil|' +
      'kvk|organisationsnummer|organisasjonsnummer|cvr|y-tunnus|regon|krs|ičo|cégjegyzék|огрн|едрпоу',
  ),
  device: words('imei|imei number|serial|device id'),
}

/** How people call a country and what is of it, by ISO 3166-1 code. */
export const countryWords: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  [
    'AE uae|emirat|الإمارات',
    'AL albania|shqip',
    'AR argentin',
    'AT austria|österreich',
    'AU australia',
    'BA bosnia|bosna',
    'BD bangladesh|বাংলাদেশ',
    'BE belgi|belgique|belgië',
    'BG bulgaria|българ',
    'BH bahrain',
    'BR brazil|brasil',
    'BY belarus|беларус',
    'CA canada|canadian|ontario|quebec|québec',
    'CH switzerland|swiss|schweiz|suisse|svizzera',
    'CL chile',
    'CN china|chinese|prc|中国',
    'CO colombia',
    'CR costa rica',
    'CU cuba',
    'CY cyprus|cypriot',
    'CZ czech|česk',
    'DE german|deutsch',
    'DK denmark|danish|dansk',
    'DO dominican|república dominicana',
    'DZ algeria',
    'EC ecuador',
    'EE estonia|eesti',
    'EG egypt|مصر',
    'ES spain|spanish|españ',
    'FI finland|finnish|suome',
    'FR france|french|français',
    'GB british|britain|united kingdom|uk|england|scotland|wales',
    'GH ghana',
    'GR greece|greek|hellenic|ελλην|ελλάδα',
    'GT guatemala',
    'HK hong kong|香港',
    'HR croatia|hrvatsk',
    'HU hungar|magyar',
    'ID indonesia',
    'IE ireland|irish',
    'IL israel|ישראל',
    'IN india|भारत',
    'IR iran|ایران',
    'IS iceland|íslen',
    'IT ital',
    'JO jordan',
    'JP japan|日本',
    'KE kenya',
    'KR korea|한국|대한민국',
    'KW kuwait|الكويت',
    'KZ kazakh|казах|қазақ',
    'LK sri lanka',
    'LT lithuania|lietuv',
    'LU luxembourg|luxemburg',
    'LV latvia|latvij',
    'MA morocc|maroc|المغرب',
    'MD moldova',
    'ME montenegr|crna gora',
    'MK macedonia|македон',
    'MT malt',
    'MU mauriti',
    'MX mexic|méxico',
    'MY malaysia',
    'NG nigeria',
    'NL netherlands|dutch|nederland',
    'NO norway|norwegian|norsk|norge',
    'NZ new zealand',
    'PE peru|perú',
    'PH philippin|filipino|pilipinas',
    'PK pakistan|پاکستان',
    'PL poland|polish|polsk',
    'PT portug',
    'PY paragua',
    'QA qatar|قطر',
    'RO romania|român',
    'RS serbia|srbij|срби',
    'RU russia|росси|русск',
    'RW rwanda',
    'SA saudi|السعودية',
    'SE sweden|swedish|svensk|sverige',
    'SG singapor|新加坡',
    'SI slovenia|slovensk|sloveni',
    'SK slovak|slovensk',
    'SV el salvador|salvador',
    'TH thai|ไทย',
    'TR turk|türk',
    'TW taiwan|台灣|臺灣',
    'TZ tanzania',
    'UA ukrain|україн',
    'UG uganda',
    'US american|united states|usa|u.s.',
    'UY urugua',
    'VE venezuela',
    'VN vietnam|việt nam',
    'ZA south africa|rsa',
    'ZW zimbabwe',
  ].map((line) => [line.slice(0, 2), words(line.slice(3))]),
)

/** All lists of this file. */
export const contextWords: readonly (readonly string[])[] = [
  phoneWords,
  birthWords,
  postcodeWords,
  addressWords,
  networkWords,
  plateWords,
  ...Object.values(kindWords),
  ...Object.values(countryWords),
]

function words(list: string): readonly string[] {
  return list.split('|')
}
