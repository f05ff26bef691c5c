import { describe, expect, test } from 'vitest'
import { classifyName, segmentsOf } from './secret-name.js'

describe('segmentsOf', () => {
  test.each([
    ['dbPassword', ['db', 'password']],
    ['REACT_APP_API-KEY', ['react', 'app', 'api', 'key']],
    ['fbAPIKey2', ['fb', 'api', 'key2']],
    ['-Dsonar.login', ['sonar', 'login']],
    ['비밀번호', ['비밀번호']],
  ])('%s', (name, segments) => {
    expect(segmentsOf(name)).toEqual(segments)
  })
})

test('in prose the secret is the last word of its name', () => {
  expect(classifyName(['db', 'password'], true)).toBe('password')
  expect(classifyName(['weather', 'api'], true)).toBeUndefined()
  expect(classifyName(['password', 'super', 'secure'])).toBe('password')
  expect(classifyName(['password', 'super', 'secure'], true)).toBeUndefined()
})

describe('classifyName', () => {
  test.each([
    ...['password', 'DB_PASSWORD', 'pgpassword', 'userPwd', 'passwd2', 'my_password_super_secure', '비밀번호'].map(
      (name) => [name, 'password'] as const,
    ),
    ...[
      'secret',
      'apiKey',
      'API_KEY',
      'github_token',
      'clientsecret',
      'SecretAccessKey',
      'X-Auth-Token',
      'WEATHER_API',
      'AUTH_SALT',
      'Security.salt',
      'passwordPepper',
      'LOGGED_IN_KEY',
    ].map((name) => [name, 'key'] as const),
    ...[
      'passenger',
      'bypass',
      'monkey',
      'keyboard',
      'primary_key',
      'tokenizer',
      'author',
      'public_key',
      'api',
      'api_v2',
      'saltRounds',
      'salted',
    ].map((name) => [name, undefined] as const),
    ...['password_field', 'tokenUrl', 'secretName', 'apiKeyId', 'nextPageToken', 'csrf_token', 'resetPassword'].map(
      (name) => [name, undefined] as const,
    ),
  ])('%s: %s', (name, kind) => {
    expect(classifyName(segmentsOf(name))).toBe(kind)
  })
})
