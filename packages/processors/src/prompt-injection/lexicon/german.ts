import type { Lexicon } from './concept.js'

export const german: Lexicon = {
  ignore:
    'ignorier* vergiss vergessen vergesse missacht* missachte* uebergeh* übergeh* umgeh* umgehe verwirf verwerfe überspring* nicht_beachten lass_außer_acht aufheben außer_kraft lösche',
  previous:
    'vorherig* vorig* bisherig* obig* oben vorangegangen* vorstehend* zuvor früher* bislang vorhergehend* davor',
  following: 'folgend* nächste* nachfolgend* unten restlich* danach',
  instruction:
    'anweisung* instruktion* vorgabe* befehl* anleitung* weisung* richtlinie* auftrag aufträge systemanweisung*',
  rule: 'regel* einschränkung* beschränkung* sicherheitsregel* sicherheitsrichtlinie* filter* zensur ethik* ethisch* moral* grenzen schutzmaßnahme* vorschrift*',
  system: 'system systems',
  prompt: 'systemprompt* aufforderung eingabeaufforderung* systemnachricht* eingabe',
  reveal:
    'zeig zeige zeigen offenbar* verrat* verrate gib nenne* preisgeb* gib_aus ausgeben enthüll* drucke anzeigen teile teilen verraten liste zeigst',
  say: 'sag sage sagen schreib schreibe schreiben schreibst',
  repeat: 'wiederhol* kopier* zitier* gib_wieder wiedergeben fasse_zusammen zusammenfass*',
  exact: 'genau exakt wörtlich wortwörtlich buchstabengetreu wort_für_wort',
  secret:
    'geheim* passwort* passwörter kennwort* schlüssel schlüsselwort* vertraulich* zugangsdaten zugangscode versteckt* passphrase losungswort codewort',
  tell: 'erzähl* erklär* mitteilen informier* teile_mit teil_mir',
  pretend:
    'tu_so tun_wir_so stell_dir stellen_sie_sich verhalte* spiel_die_rolle agier* simulier* handle_als vorstellen angenommen tue_so so_tun rollenspiel* benimm',
  become: 'du_bist_jetzt sie_sind_jetzt du_wirst du_bist_nun sie_sind_nun werde verwandle* du_bist_nicht_mehr',
  role: 'rolle rollen persona figur charakter identität persönlichkeit',
  new: 'neu neue neuen neuer neues stattdessen aktualisiert* andere anderen aktuelle*',
  now: 'jetzt nun ab_sofort von_nun_an ab_jetzt sofort',
  free: 'uneingeschränkt* unzensiert* ohne_einschränkung* ohne_regeln ohne_filter unbegrenzt* grenzenlos* ohne_zensur befreit',
  fiction: 'geschichte* szenario* roman fiktiv* hypothetisch* film gedicht* märchen lied drehbuch welt traum',
  you: 'du dich dir sie ihnen',
  your: 'dein deine deinen deiner deinem deines ihre ihren ihrer ihrem',
  initial: 'anfang anfänglich* ursprünglich* erste* ersten beginn anfangs',
  not: 'nicht kein keine keinen keiner nie niemals ohne',
  told: 'gegeben erhalten gesagt bekommen programmiert mitgeteilt anvertraut vorgegeben erteilt* gelernt',
  model: 'ki assistent* sprachmodell* modell chatbot* ki_modell künstliche_intelligenz',
  encode: 'rückwärts kodier* verschlüssel* entschlüssel* buchstabier* buchstaben umgekehrt dekodier* codier*',
  hint: 'hinweis* tipp tipps reim* rätsel* anfangsbuchstabe* beginnt_mit errate* umschreib* andeutung*',
  text: 'text texte nachricht* satz sätze wort wörter gespräch* konversation inhalt* dokument* zeile zeilen daten',
  send: 'sende senden schick* verschick* leite_weiter hochladen weiterleiten bild e_mail',
  authority:
    'administrator* entwickler* berechtig* befugt* autorisiert* chef besitzer ersteller erlaubnis vorgesetzt* geschäftsführ* verantwortlich* ingenieur*',
  urgent: 'dringend* notfall* bitte wichtig* leben sterben gefahr großmutter oma unbedingt retten',
  stop: 'stopp stop halt beende* aufhören höre_auf hör_auf ende',
  task: 'aufgabe* anfrage* ziel* sitzung zweck',
  all: 'alle alles allen jede* gesamt* ganze* ganzen komplett* sämtlich* vollständig* immer',
  answer: 'antwort* reagier* beantwort*',
  translate: 'übersetz*',
  mode: 'modus aktivier* entwicklermodus wartungsmodus deaktivier* freischalt* neustart zurücksetzen',
  obey: 'gehorch* befolg* muss musst müssen halte_dich folgen befolge sollst soll sollten',
  harm: 'illegal* schädlich* unethisch* gefährlich* hacken bombe* waffe* drogen töten',
  allow: 'darf darfst dürfen kann kannst können erlaubt erlauben',
  refuse: 'verweiger* ablehn* entschuldig* warnung* verboten* untersag* tut_mir_leid schützen',
  if: 'wenn falls sobald',
  know: 'weiß weißt wissen erinner* merke kennst kennen gedächtnis',
  question: 'frage fragen frag welche* wer wie_lautet',
  game: 'spiel spielen quiz',
  test: 'testen debug* überprüf* wartung prüfung experiment testzweck*',
  only: 'nur ausschließlich lediglich nichts_anderes einfach',
}
