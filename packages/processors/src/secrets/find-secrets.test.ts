import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { base62Crc } from './checksums.js'
import { findSecrets, isRule } from './find-secrets.js'

/** Text with the secret between `«` and `»`; the marks are taken out before the search. */
function read(marked: string) {
  const ranges: string[] = []
  const text = marked.replaceAll(/[«»]/g, '')
  let removed = 0
  for (const { 0: part, index } of marked.matchAll(/«[^»]*»/g)) {
    ranges.push(`${index - removed}-${index - removed + part.length - 2}`)
    removed += 2
  }
  return { text, ranges }
}

const find = (text: string, threshold?: number) => {
  const found = findSecrets(text, threshold)
  expect(found.map(({ rule }) => rule).filter((rule) => !isRule(rule))).toEqual([])
  return found.map(({ start, end }) => `${start}-${end}`)
}

/** Put together here, so that no whole token stands in this file. */
const key = ['Zq7Kx', '2mPvR9', 'tLw4Yb', 'N8sDf'].join('')
const hexKey = ['9f3c1a7e', '5b20d864', 'ce17f0a3', '6d92b485'].join('')
const signature = Buffer.from(`${hexKey}`).toString('base64').replace('Y', '+')
const keyId = ['AKIA', 'J5Q6RT7U', 'VWXYZ234'].join('')
const clientId = `1234567890-${key.toLowerCase()}.apps.googleusercontent.com`
const clientSecret = `${key}Q4`
/** A value of 64 printable characters, as WordPress makes them. */
const signedValue = 'J0aE^uHnC5iN4oB6yKpDzQgUl.{c_9Zq&b+8Y|v>x2Tt!fV7@-Pd(}Wk3;RmG%#L'
const secretKey = `${key}/${key.slice(0, 15)}${'Gh'}`
const header = btoa('{"alg":"HS256"}').replaceAll('=', '')
const payload = btoa('{"sub":"1"}').replaceAll('=', '')
const body = `${key}${hexKey}\n${hexKey}${key}`
const pem = (name: string, content = body) => `-----BEGIN ${name}-----\n${content}\n-----END ${name}-----`

describe('values that are assigned', () => {
  test.each([
    ['an environment file', `API_KEY=«${key}»\nDEBUG=1`],
    ['an exported variable', `export DB_PASSWORD="«hunter2!»"`],
    ['a plain word in an environment file', 'DB_PASSWORD=«blueberry»'],
    ['JSON', `{"user": "ada", "password": "«s3cr3t-pie»"}`],
    ['JSON inside a string', `"{\\"api_key\\":\\"«${key}»\\"}"`],
    ['YAML', `api_token: «${key}»`],
    ['a YAML pair of name and value', `- name: DB_PASSWORD\n  value: «blueb3rry!»`],
    ['a pair of name and value', `<add key="MailPassword" value="«blueb3rry!»" />`],
    ['an element', `<password>«blueb3rry!»</password>`],
    ['a Ruby hash', `:password => '«blueb3rry!»'`],
    ['Go', `clientSecret := "«${key}»"`],
    ['C#', `string password = @"«blueb3rry!»";`],
    ['a typed declaration', `const apiKey: string = '«${key}»'`],
    ['an argument', `System.setProperty("API_TOKEN", "«${key}»")`],
    ['a default of the environment', `getenv("API_TOKEN") || "«${key}»"`],
    ['a comparison', `if (password === "«blueb3rry!»") {`],
    ['a comparison turned round', `if ("«blueb3rry!»" == password) {`],
    ['an option', `tool --password «blueb3rry!» --verbose`],
    ['a line of netrc', `machine example.com login ada password «blueb3rry!»`],
    ['a connection string', `Server=db;User Id=ada;Password=«blueberry»;Database=x`],
    ['a query', `https://example.com/?access_token=«${key}»&page=2`],
    ['a header', `curl -H "X-Api-Key: «${key}»" https://example.com`],
    ['prose', `My password is «blueb3rry!» and I like it`],
    ['prose with two words', `the access key: «${key}»`],
    ['Korean', `비밀번호: «blueb3rry!»`],
    ['German', `Passwort: "«blaubeere7»"`],
    ['an INI file', 'user = ada\npassword = «open_sesame»\n'],
    ['a default of a member', `const token = process.env.API_TOKEN || '«${key}»'`],
    ['French', 'mot de passe : «blueb3rry!»'],
    ['several words in quotes', `password = "«correct horse battery staple»"`],
    ['a key as it is printed on a box', `Activation key: «AB12C-D34EF-56GHI-7JKLM»`],
    ['what a secret is compared with', `if (request.secret !== "«open-sesame»") {`],
    ['a word with a sign, for a secret in quotes', `jwt: { secret: '«development#product»' }`],
    ['a long key whose name is no more than that', `$key = '«Zq7${'Kx2mPvR9tLw4YbN8sDfGh5Jk3'}/aQ1wE0»';`],
    ['a quoted value at the end of a cut text', `api_token = "«${key}»`],
    ['a key that is named by what it opens', `WEATHER_API = "«${hexKey}»"`],
    ['a key in base64 that begins with a slash', `api_secret: "«/${secretKey}»"`],
    ['hexadecimal digits that seldom change places', `api_key: "«ab2244cdeeff0044»"`],
    ['a seed in base32 with few digits', 'otpauth://totp/a?secret=«KVXQZRTMB3LWHGEA»&issuer=b'],
    [
      'a field of an address that is a value itself',
      `auth_url=https://example.com/cb?client_secret=«${hexKey}»&page=2`,
    ],
    ['a key whose signs leave no long stretch', `API_TOKEN="«DvMB_gl7wjlEQ_uqIyn8k»"`],
    ['a password with commas in a file of settings', 'DB_PASSWORD=«S,6Jw+pO|x;9»\nX=1'],
    ['a password that begins as a member does', '  password: «N.z8*U!HJ»'],
    ['a password with signs in prose', 'my password is «a,Q7;x|Kp2» and no other'],
    ['a password with signs behind an option', 'tool --password «a,Q7;x|Kp2» -v'],
    ['a password with signs in a connection string', 'Server=db;User Id=ada;Password=«a,Q7|x!Kp2»;Database=x'],
    ['a password before other fields', 'password=«blueb3rry!»,user=ada'],
    ['a password that begins with a slash', `password = "«/)Wcy21i#x»"`],
    ['signs of all kinds in an element', '<password>«a.bc(7;x|Kp2)»</password>'],
    ['letters alone in an element', '<password>«iADfhOSF»</password>'],
    ['a parameter of a template of Azure', `"adminPassword": {\n  "value": "«blueb3rry!»"\n}`],
    ['a key of WordPress', `define('AUTH_KEY', '«9:-WxU~9&k+eTUHm gZ:hB@h2Ua;}#?u5:L(4vK|7Qj^n_Vw[3pF!yX0zCb)=]z<»');`],
    ['a value with signs of all kinds', `secret = "«m{(h}o)p\\$e]x;b(2>-_#q}»"`],
  ])('%s', (_, marked) => {
    const { text, ranges } = read(marked)
    expect(find(text)).toEqual(ranges)
  })

  test.each([
    ['a variable', `password = \${DB_PASSWORD}`],
    ['a shell variable', 'export PGPASSWORD="$db_password"'],
    ['a template', 'password: {{ vault_password }}'],
    ['a call', 'password = getPassword(user)'],
    ['a member', 'password = config.password'],
    ['a placeholder', 'password: "changeme"'],
    ['a placeholder in angles', 'api_key = "<your api key>"'],
    ['a mask', 'api_key = "xxxxxxxxxxxxxxxxxxxxxxxx"'],
    ['asterisks', 'password: ********'],
    ['a type', 'password: string'],
    ['the name itself', 'password: "password"'],
    ['another name', 'passwordField: "user_password"'],
    ['an address', `token_url = "https://example.com/${key}"`],
    ['a file', 'private_key = "certs/server-2024.pem"'],
    ['an id', `credentialsId: '${hexKey}'`],
    ['a public key', `public_key = "${key}"`],
    ['a token of pages', `nextPageToken: "${key}"`],
    ['a word for a key', 'api_key = "development"'],
    ['a name of a package', 'api = "org.example-client-api-1.4.2"'],
    ['a label', 'passwordLabel:"Password:",rememberLabel:"Remember me:"'],
    ['prose about passwords', 'The password is required, and the token must be valid.'],
    ['prose about a secret', 'the secret to good bread: time'],
    ['a monkey', 'monkey = "banana42banana"'],
    ['a statement', 'password = hash2;\n'],
    ['a template whose braces are closed', 'api_token={ApiTokenOfTheTenant7}'],
    [
      'the name of a class',
      'credentials: SecureContextOptions): void, privateKeyEncoding: BasePrivateKeyEncodingOptions<P>',
    ],
    [
      'names in capitals within',
      '[Tokenizer.START_TAG_TOKEN]: startTagBeforeHead, onToken=function(n2){return n.push(n)}',
    ],
    ['a word of a sentence', 'if either the user or the password is missing, or the password is **SHOULD** be'],
    ['options of a program', 'the user gives --user and --password options, login.key_password=self.key_password,'],
    ['an assignment of several', 'user, pw = auth, None'],
    ['a group of a regular expression', String.raw`(?P<auth>\S+(?::\S*)?)@ and (?<token>\w{8,20}9)`],
    ['a keyword of a language', 'use la palabra clave "namespace" en su lugar'],
    ['paths to passwords', `paths: ['users[0].password', 'users[1].password']`],
    ['prose that identifies', "the header identified by 'name' is set"],
    ['a notation of URLs', 'scheme://[user:passwd2@]proxy.server and unix://[user[:password2]@]/path'],
    ['an example of an example', 'https://abc:xyz@example.com and mongodb://:password@host'],
    ['a country', '{"PT":"912345678","PW":"6201234"}'],
    ['a hash of a password', "passwordHash: 'blueb3rry'"],
    ['a word of a vendor', '"angular-google-analytics": "angular-google-analytics"'],
    ['the verb to pass', 'Pass `--trace-errors2=all`, then pass `connect2()` and go on'],
    ['a question in prose', 'Can you tell me the password please?'],
    ['a sentence behind the word', 'without the correct password. This is typically2 done'],
    ['a link behind the word', 'see [the Query Key Prefixing2](./usage.md#keyPrefix) guide'],
    ['a word that begins like one for passwords', 'PWNing is involved7'],
    ['emoji behind the word', 'the Secret Service.🏃‍♂️🤣🏃'],
    ['a message about passwords', `password: "your password must match"`],
    ['the name of a secret', `secret: "tls-cert-2024"`],
    ['a digest whose name is no more than key', `key: "${hexKey}${hexKey}"`],
    ['a public key', `key = "AAAAB3NzaC1yc2EAAAADAQ${key}${key}"`],
    ['members in minified code', 'x={a:1,passwordOf:e.b9!.c,pass:t.q7(n),n2:e.Pass?e.Pass:0};'],
    ['names behind a word in SQL', 'IL ENCRYPTED|10 PASSWORD CONFLICT|10'],
    ['an expression in an element', '<Password>{format(entry9.password)}</Password>'],
    ['a name in capitals', 'token = "PRODUCTION2DATABASEACCESS"'],
    ['a path', 'token: "/Users1/ada/Documents/abcDEF123ghiJKL456mno"'],
    ['a name of words and numbers', 'token = "my-Long-Name-V2-something", api_key = "getUser_fromCache2"'],
    ['a version behind the name of a package', 'apt\tpasswd\t1:4.13+dfsg1-1+deb12u1'],
    ['a constant of a program', '#define GL_STENCIL_PASS_DEPTH_PASS 0x0B96'],
    ['a setting behind the word', 'syn keyword netrcKeyword password nextgroup=netrcPassword2'],
    [
      'the verb to pass, before quotes',
      `The user did not pass "-v/-q" to pull, or cleaned up to pass 'use strict' everywhere`.slice(9),
    ],
    ['a member in a line of its own', 'call(\n  proxy_pass=url.password, key_pass=self._options2[name])'],
    ['a call behind names', '$nntp->command($user, $pass)->response2'],
    ['a scope of names', 'std::unique_ptr<ToFunctionPassAdaptor::PassConcept2T>(x)'],
    ['a list of names', "'TKTokenSession', 'TKTokenSmartCardPINAuthOperation'"],
    ['a regular expression', String.raw`jsonnet_token = r'[^\W\d]\w*'`],
    ['a parameter of a type', 'RegistryListener<PassCtor>\n      *Listener2'],
    ['a notation of a URL in angles', 'socks5h://<username>:<password>@proxy-host2'],
    ['the folder before', 'OLDPWD=/tmp2 and OLDPWD OPTARG2'],
    ['a word that begins like a function', "'sumofsquares', 'sumsandsquares'"],
    ['prose that identifies by a digest', 'the contents of the blob identified by C<SHA1> are'],
    ['an example of the standard', ['access_token=2YotnFZFEjr1', 'zCsicMWpAA'].join('')],
    ['a secret that was sealed for a cluster', `    token: Ag${'B'}${'iBMOJxOs213QLtsh0WervLN'.repeat(20)}=`],
    ['a value that was encrypted', `password: ENC[AES256_GCM,data:${key},iv:${key},tag:${key},type:str]`],
    ['a value that a vault encrypted', `password: "vault:v1:${key}${hexKey}"`],
    ['a word that begins like a vendor', `sumOfExposures = "su${key.slice(0, 12)}"`],
    ['a prefix of a vendor before a word', 'fw_loadFirmwareFromStorages, rnd_seedOfTheGeneratorForWeights'],
  ])('not %s', (_, text) => {
    expect(find(text)).toEqual([])
  })
})

describe('blocks', () => {
  test.each([
    ['a PEM key', `«${pem('RSA PRIVATE KEY')}»`],
    ['a PGP key', `«${pem('PGP PRIVATE KEY BLOCK')}»`],
    ['an OpenSSH key in a comment', `«${pem('OPENSSH PRIVATE KEY', `# ${key}${hexKey}\n# ${hexKey}`)}»`],
    ['a key in one line', `key: "«${pem('EC PRIVATE KEY').replaceAll('\n', '\\n')}»"`],
    ['a key without its end', `«-----BEGIN PRIVATE KEY-----\n${key}${hexKey}\n${hexKey}»`],
    [
      'a PuTTY key',
      `«PuTTY-User-Key-File-2: ssh-rsa\nPrivate-Lines: 2\n${body}\nPrivate-MAC: ${hexKey}${hexKey.slice(24)}»`,
    ],
    ['a PEM key in base64', `key: «${btoa(pem('PRIVATE KEY')).replace(/=*$/, '')}» end`],
    ['a JSON Web Token', `Cookie: t=«${header}.${payload}.${key}»;`],
    ['an unsigned JSON Web Token', `«${header}.${payload}.»`],
    ['a JSON Web Key', `keys: [«{"kty":"EC","crv":"P-256","d":"${key}${key}"}»]`],
    ['a JSON Web Key with further private members', `«{"d":"${key}${key}","kty":"RSA","p":"${key}"}»`],
    ['a password in a URL', `postgres://ada:«blueb3rry!»@db.example.com/x`],
    ['an encoded password in a URL', `postgres://ada:«%24fg%3Dh8kL»@db.example.com/x`],
    ['a token in a URL', `https://«${key}1»@git.example.com/x.git`],
    ['a bearer token', `Authorization: Bearer «${key}»`],
    ['basic credentials', `authorization: "Basic «${btoa('ada:blueb3rry!')}»"`],
    ['a user of curl', `curl -u ada:«blueb3rry!» https://example.com`],
    ['a user of curl over lines', `curl https://example.com \\\n  --user 'ada:«blueb3rry!»'`],
    ['a secret of Kubernetes', `kind: Secret\ndata:\n  token: «${btoa(`${key}x`)}»\n`],
    ['PowerShell', `ConvertTo-SecureString "«blueb3rry!»" -AsPlainText -Force`],
    ['SQL', `CREATE USER 'ada' IDENTIFIED BY '«blueb3rry!»';`],
    [
      'a signed address',
      `https://a.blob.core.windows.net/c?sv=2024&sig=«${signature.replace('+', '%2B').replace('=', '%3D')}»`,
    ],
    [
      'a signed address without padding',
      `https://x.logic.azure.com/w?sp=run&sig=«${signature.replace('=', '')}»&sv=1.0`,
    ],
    ['a key id and its secret', `"«${keyId}»","«${secretKey}»"`],
    ['a client id and its secret', `${clientId}\n\n«${clientSecret}»\n`],
    ['a client id and its secret, in JSON', `["${clientId}","«${clientSecret}»"]`],
    ['salts of WordPress', `define('NONCE_SALT', '«${signedValue}»');\ndefine('LOGGED_IN_KEY', '«${signedValue}»');`],
    ['JSON in JSON', String.raw`{"arguments":"{\"apiKey\": \"«${key}»\"}"}`],
    ['JSON in JSON in JSON', String.raw`{"call":"{\"arguments\":\"{\\\"password\\\":\\\"«blueb3rry!»\\\"}\"}"}`],
    ['a salt of CakePHP', `'Security' => ['salt' => '«${key}»']`],
    ['a file of keys', `Access key ID,Secret access key\r\n«${keyId}»,«${secretKey}»\r\n`],
    ['Redis', 'redis-cli -h db -a «blueb3rry!» ping'],
    ['LDAP', 'ldapsearch -D cn=admin -w «blueb3rry!» -b dc=example'],
    ['a share of Windows', 'net use z: \\\\host\\share /user:ada «blueb3rry!»'],
    ['a user of Windows', 'net user ada «blueb3rry!» /add'],
    ['OpenSSL', 'openssl rsa -in key.pem -passin pass:«blueb3rry!» -noout'],
    ['Samba', 'smbclient //host/share -U ada%«blueb3rry!»'],
    ['a call over lines', 'new DirectoryEntry("LDAP://example.com",\n    "ada",\n    "«blueb3rry!»");'],
  ])('%s', (_, marked) => {
    const { text, ranges } = read(marked)
    expect(find(text)).toEqual(ranges)
  })

  test.each([
    ['an outline of a PEM key', pem('PRIVATE KEY', '...')],
    ['a public key', pem('PUBLIC KEY')],
    ['a certificate in base64', btoa(pem('CERTIFICATE'))],
    ['three words with dots that are no JSON', `eyJhbGci${key}.${payload}.${key}`],
    ['a header without an algorithm', `${btoa('{"typ":"none"}')}.${payload}.${key}`],
    ['a public JSON Web Key', `{"kty":"EC","crv":"P-256","x":"${key}${key}"}`],
    ['a URL without a password', 'https://ada@example.com/x:y@z'],
    ['an example in a URL', 'https://user:password@example.com'],
    ['a port and an address', 'https://example.com:8080/@ada'],
    ['a variable in a URL', `postgres://ada:\${PASSWORD}@db.example.com`],
    ['prose about bearers', 'Bearer authentication is described in RFC6750'],
    ['a variable in a header', 'Authorization: Bearer $TOKEN'],
    ['variables of curl', 'curl -u "$USER:$PASSWORD" https://example.com'],
    ['a signature of other length', `https://example.com/?a=b&sig=${key}`],
    ['a word that ends in sig', `config=${signature}`],
    ['an address of mail behind a client id', `${clientId} ${clientSecret.toLowerCase()}@example.com`],
    ['a number of rounds', 'saltRounds = 12, salt = await bcrypt.genSalt(saltRounds)'],
    ['a digest behind a key id', `AKIA${'IOSFODNN7'}EXAMPLE ${hexKey.padEnd(40, '0a')}`],
    ['other options', 'redis-cli -a, mongosh -p --port 27017, openssl req -passin stdin, net user ada /delete'],
    ['a reference to a secret of Kubernetes', 'kind: Secret\ndata:\n  token: {{ .Values.token }}\n'],
  ])('not %s', (_, text) => {
    expect(find(text)).toEqual([])
  })
})

describe('scores', () => {
  test('documented examples score low, sequences at the threshold, what holds a checksum full', () => {
    const score = (text: string) => findSecrets(text, 0.1)[0]?.score
    expect(score(`AKIA${'IOSFODNN7'}EXAMPLE`)).toBe(0.2)
    expect(score(`softlayer_api_key = "${'abcd1234'.repeat(8)}"`)).toBe(0.5)
    expect(score(`ghp_${'0'.repeat(36)}`)).toBe(0.2)
    expect(score(`AKIA${'X'.repeat(16)}`)).toBe(0.2)
    expect(score(`AKIA${'Z'.repeat(16)}`)).toBe(0.5)
    expect(score(`${'b'.repeat(36)}NRAL`)).toBe(0.5)
    const zeros = '0'.repeat(30)
    expect(score(`ghp_${zeros}${base62Crc(zeros)}`)).toBe(1)
    expect(score(`ghp_${key}${key.slice(0, 14)}`)).toBe(0.6)
  })

  test('the surest of several rules counts, and overlapping findings are one', () => {
    const text = `STRIPE_API_KEY="sk_live_${key}"`
    expect(findSecrets(text)).toEqual([
      { kind: 'vendor-token', rule: 'stripe-live-key', score: 0.9, start: 16, end: 24 + key.length },
    ])
  })
})

test('an example that everyone can read in the documentation scores low', () => {
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url')
  const unsigned = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode({ sub: '1234567890', name: 'John Doe', iat: 1516239022 })}`
  const sign = (secret: string) => `${unsigned}.${createHmac('sha256', secret).update(unsigned).digest('base64url')}`
  expect(findSecrets(sign('your-256-bit-secret'), 0.1)).toMatchObject([{ rule: 'json-web-token', score: 0.2 }])
  expect(findSecrets(sign('another-secret'), 0.1)).toMatchObject([{ rule: 'json-web-token', score: 0.95 }])
})

test('a JSON Web Token whose header was damaged is found, with less score', () => {
  const damaged = btoa('{"alg":HS256","typ":"JWT"}').replaceAll('=', '')
  expect(findSecrets(`${damaged}.${payload}.${key}`)).toMatchObject([{ rule: 'json-web-token', score: 0.6 }])
  expect(findSecrets(`${damaged}.${key}.${key}`)).toEqual([])
  expect(findSecrets(`${damaged.slice(0, -1)}.${payload}.${key}`)).toEqual([])
})

test('a JSON Web Token whose signature says example is one', () => {
  expect(findSecrets(`${header}.${payload}.${key}-EXAMPLE`, 0.1)).toMatchObject([{ score: 0.2 }])
})

describe('any text', () => {
  const pieces = fc.constantFrom(
    'password',
    '=',
    ': ',
    '"',
    "'",
    '`',
    '\\',
    '\n',
    ' ',
    '://',
    '@',
    '-----BEGIN PRIVATE KEY-----',
    'eyJ',
    '.',
    key,
    hexKey,
    'curl -u ',
    'kind: secret\ndata:\n',
    '"kty"',
    '{',
    '}',
    `\${`,
    'Bearer ',
    'is ',
    '😀',
    '\ud83d',
    '비밀번호',
    '<',
    '>',
    'AKIA',
  )

  test('ranges are in order, disjoint, inside the text and not empty', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        const text = parts.join('')
        let last = 0
        for (const { start, end, score } of findSecrets(text, 0)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          expect(score).toBeGreaterThan(0)
          expect(score).toBeLessThanOrEqual(1)
          last = end
        }
        expect(last).toBeLessThanOrEqual(text.length)
      }),
      { numRuns: 500 },
    )
  })

  test('many beginnings cost little more than as much other text', () => {
    const timeOf = (text: string) => {
      const startedAt = performance.now()
      findSecrets(text)
      return performance.now() - startedAt
    }
    for (const part of [
      'password=',
      '-----BEGIN PRIVATE KEY-----',
      'curl -u a:b ',
      'kind: secret\n',
      '{"kty"',
      'eyJ.',
      '"kty"',
    ]) {
      const text = part.repeat(Math.ceil(200_000 / part.length))
      timeOf(text.slice(0, 20_000))
      expect(timeOf(text), part).toBeLessThan(5000)
    }
  })
})
