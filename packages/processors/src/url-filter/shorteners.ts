/** Hosts that lead on to anywhere: public link shorteners. Not those of one company that lead to itself. */
export const shorteners: ReadonlySet<string> = new Set(
  (
    'bit.ly bitly.com bitly.ws j.mp tinyurl.com tiny.cc tiny.one is.gd v.gd t.co goo.gl ow.ly ht.ly owl.ly buff.ly rebrand.ly ' +
    'cutt.ly shorturl.at shorturl.gg short.io short.gy rb.gy t.ly bl.ink lnkd.in s.id u.to soo.gd trib.al dlvr.it ift.tt ' +
    'adf.ly bc.vc ouo.io ouo.press shorte.st sh.st linkvertise.com exe.io x.co po.st mcaf.ee su.pr snip.ly snip.li clck.ru ' +
    'vk.cc t.cn url.cn dwz.cn suo.im surl.li 0rz.tw reurl.cc ppt.cc pse.is urlz.fr tny.im qr.ae qrco.de l.ead.me shrtco.de ' +
    'kutt.it dub.sh dub.co chilp.it da.gd clicky.me budurl.com yourls.org polr.me hyperurl.co urlshort.dev tr.ee n9.cl ' +
    'acortar.link kurzelinks.de grabify.link iplogger.org iplogger.com 2no.co yip.su'
  ).split(' '),
)
