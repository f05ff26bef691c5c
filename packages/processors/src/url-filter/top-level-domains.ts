/** Domains of countries, of two letters each (the IANA root zone). */
const COUNTRIES =
  'ac ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bm bn bo br bs bt bw by bz ca cc ' +
  'cd cf cg ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg er es et eu fi fj fk fm fo fr ga ' +
  'gd ge gf gg gh gi gl gm gn gp gq gr gs gt gu gw gy hk hm hn hr ht hu id ie il im in io iq ir is it je jm jo jp ' +
  'ke kg kh ki km kn kp kr kw ky kz la lb lc li lk lr ls lt lu lv ly ma mc md me mg mh mk ml mm mn mo mp mq mr ms ' +
  'mt mu mv mw mx my mz na nc ne nf ng ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr ps pt pw py qa re ro ' +
  'rs ru rw sa sb sc sd se sg sh si sk sl sm sn so sr ss st su sv sx sy sz tc td tf tg th tj tk tl tm tn to tr tt ' +
  'tv tw tz ua ug uk us uy uz va vc ve vg vi vn vu wf ws ye yt za zm zw '

/** Generic domains in use. There are over a thousand; these are those that links in texts, honest or not, mostly have. */
const GENERIC =
  'com net org edu gov mil int info biz name pro mobi onion arpa dev app web page xyz top site online store shop ' +
  'club tech cloud live life link click work world space website blog news media email digital agency solutions ' +
  'services systems network host hosting press fun icu vip win bid loan men date review stream download racing ' +
  'party trade science faith accountant cricket gdn rest bar cam quest sbs cfd cyou monster beauty hair skin makeup ' +
  'lol mom boats homes autos yachts motorcycles zip mov foo new google aws ltd llc inc ventures capital finance ' +
  'bank money credit loans insure health care clinic dental doctor hospital school academy university college ' +
  'education training courses chat social team tools run codes software computer technology wiki guide help support ' +
  'center zone city town london paris berlin tokyo nyc africa asia '

/** Top-level domains by which a host is known where no scheme says that it is one. */
export const topLevelDomains: ReadonlySet<string> = new Set(`${COUNTRIES}${GENERIC}`.trim().split(' '))

/** Those that are hardly ever the member of a variable or the ending of a file, so that `name.com` is a host by itself. */
export const unmistakableDomains: ReadonlySet<string> = new Set('com net org edu gov mil biz xyz onion'.split(' '))
