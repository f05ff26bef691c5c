import { ownEntry } from './own-entry.js'

/** Words of rule names that tell of no vendor and no kind of secret. */
const noise = new Set(
  (
    'access account ad admin api app auth bearer bot client cloud code config configuration credential credentials custom ' +
    'fine grained granted fixed format group http https id ids identifier integration key keys legacy live long lived multi ' +
    'name new np oauth oauth2 organization org pair pass passwd password personal pat pwd refresh routable salt ' +
    'secret secrets sensitive server service session short string test token tokens url uri user username v1 v2 v3 value ' +
    'webhook workspace yaml json with of for the generic keyword assignment entropy high env dotenv nonce assigned'
  ).split(' '),
)

/** One word for what rule names call differently. */
const sameKind: Readonly<Record<string, string>> = {
  amazon: 'aws',
  s3: 'aws',
  bedrock: 'aws',
  basicauth: 'basic',
  cos: 'ibm',
  database: 'connection',
  digital: 'digitalocean',
  facebook: 'meta',
  fb: 'meta',
  gcp: 'google',
  gcs: 'google',
  gh: 'github',
  gl: 'gitlab',
  hf: 'huggingface',
  hugging: 'huggingface',
  jfrog: 'artifactory',
  jwk: 'private',
  mongodb: 'connection',
  mongo: 'connection',
  mssql: 'connection',
  mysql: 'connection',
  odbc: 'connection',
  pem: 'private',
  pgp: 'private',
  postgres: 'connection',
  postgresql: 'connection',
  pkcs8: 'private',
  redis: 'connection',
  rsa: 'private',
  sonar: 'sonarqube',
  ssh: 'private',
  terraform: 'hashicorp',
  tf: 'hashicorp',
  teams: 'msteams',
  vault: 'hashicorp',
  x: 'twitter',
}

/** Names in two words that are one. */
const joined: readonly (readonly [RegExp, string])[] = [
  [/json[^a-z0-9]web[^a-z0-9]token/, 'jwt'],
  [/digital[^a-z0-9]ocean/, 'digitalocean'],
  [/hugging[^a-z0-9]face/, 'huggingface'],
  [/new[^a-z0-9]relic/, 'newrelic'],
  [/open[^a-z0-9]ai/, 'openai'],
  [/sonar[^a-z0-9]qube/, 'sonarqube'],
  [/fly[^a-z0-9]io/, 'flyio'],
]

/**
 * The kinds of secret that the name of a rule or of a finding's type tells of: vendors, or forms such as `jwt` and `private`.
 * `generic` when it tells of none, as `generic-api-key` and `Password` do.
 *
 * Tools do not share names of rules, so `slack-bot-token`, `Slack Token` and `np.slack.2` are all `slack`.
 */
export function secretKinds(name: string): ReadonlySet<string> {
  const text = joined.reduce((rest, [pattern, word]) => rest.replace(pattern, word), name.toLowerCase())
  const words = text.split(/[^a-z0-9]+/).filter((word) => word !== '' && !/^\d+$/.test(word) && !noise.has(word))
  return new Set(words.length === 0 ? ['generic'] : words.map((word) => ownEntry(sameKind, word) ?? word))
}

/** Whether two names tell of one kind of secret. */
export function isSameSecretKind(first: string, second: string): boolean {
  const kinds = secretKinds(second)
  return [...secretKinds(first)].some((kind) => kinds.has(kind))
}
