const LABEL = /^[\p{L}\p{N}-]+$/u

/** Whether a text is a name of a host of two labels or more, each of at most 63 characters (RFC 1035, section 2.3.4). */
export function isDomain(text: string): boolean {
  const labels = text.split('.')
  return labels.length >= 2 && labels.every((label) => label.length <= 63 && LABEL.test(label))
}

/**
 * Top levels that a name without a scheme may end in: the generic ones in wide use, and those of countries that are no ending
 * of files as well (`.md`, `.py`, `.rs`, `.sh`, `.so` and their like are left out).
 */
const TOP_LEVELS: ReadonlySet<string> = new Set(
  (
    'com org net edu gov mil int info biz name pro app dev io ai co me tv cloud online site store shop tech blog xyz wiki news ' +
    'live media agency email company world life today space website digital solutions systems network group team club one ' +
    'art bank health law london berlin paris tokyo africa asia eu uk us ca au nz de at ch fr be nl lu es pt it gr se no dk fi is ee ' +
    'lv lt cz sk hu ro bg hr si ba ua by kz ge az tr il ae sa qa kw eg ma tn dz za ng ke gh ug in pk bd lk np cn hk tw ' +
    'jp kr th vn sg id kh br ar cl pe uy ve ec bo cr gt mx do cu ru su ie cy mt li mc va al'
  ).split(' '),
)

const BARE_DOMAIN = /(?<![\w@./:-])(?:[a-z0-9](?:[a-z0-9-]{0,28}[a-z0-9])?\.){1,4}[a-z]{2,12}(?![\w@(-]|\.[a-z0-9])/gi

/** Names of hosts that stand by themselves, without a scheme. */
export function findBareDomains(text: string): { readonly start: number; readonly end: number }[] {
  const found: { start: number; end: number }[] = []
  for (const { 0: domain, index } of text.matchAll(BARE_DOMAIN)) {
    const isWeb = /^www\.[^.]{1,30}\./i.test(domain)
    if (
      isWeb ||
      (!/^www\.[^.]{1,30}$/i.test(domain) && TOP_LEVELS.has(domain.slice(domain.lastIndexOf('.') + 1).toLowerCase()))
    ) {
      found.push({ start: index, end: index + domain.length })
    }
  }
  return found
}
