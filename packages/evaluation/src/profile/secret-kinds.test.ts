import { expect, test } from 'vitest'
import { isSameSecretKind, secretKinds } from './secret-kinds.js'

test.each([
  ['slack-bot-token', 'Slack Token', true],
  ['np.slack.2', 'slack-webhook-url', true],
  ['np.aws.1', 'aws-access-key-id', true],
  ['np.s3.1', 'aws-secret-access-key', true],
  ['np.gcs.2', 'google-oauth-client-secret', true],
  ['gcp-api-key', 'google-api-key', true],
  ['PEM Private Key', 'private-key', true],
  ['JSON Web Token', 'jwt', true],
  ['np.postgres.1', 'connection-string', true],
  ['np.odbc.1', 'database-url', true],
  ['keyword', 'generic-api-key', true],
  ['np.generic.5', 'password-assignment', true],
  ['Password', 'entropy', true],
  ['Digital Ocean Token', 'digitalocean-token', true],
  ['hashicorp-tf-api-token', 'terraform-cloud-token', true],
  ['artifactory-api-key', 'jfrog-token', true],
  ['slack-bot-token', 'discord-bot-token', false],
  ['github-app-token', 'slack-app-token', false],
  ['gitlab-pat', 'github-pat', false],
  ['jwt', 'private-key', false],
  ['keyword', 'github-pat', false],
  ['np.github.1', 'generic-api-key', false],
])('%s and %s tell of one kind: %s', (rule, type, expected) => {
  expect(isSameSecretKind(rule, type)).toBe(expected)
  expect(isSameSecretKind(type, rule)).toBe(expected)
})

test('every name tells of some kind', () => {
  for (const name of ['', 'np.1', 'token', 'x', '__proto__', 'constructor']) {
    expect(secretKinds(name).size, name).toBeGreaterThan(0)
  }
})
