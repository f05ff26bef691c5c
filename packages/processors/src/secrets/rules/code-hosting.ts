import { hasBase62Crc, hasHexCrc, hasRoutableCrc } from '../checksums.js'
import {
  base62,
  base64,
  base64url,
  base64urlWith,
  digits,
  hex,
  lowerAlnum,
  lowerHex,
  shape,
  upperAlnum,
} from '../shape.js'
import { must, type NamedRule, named, raises, type TokenRule, token } from '../vendor-rule.js'

/** "Behind GitHub's new authentication token formats" (2021). */
const githubChecksum = raises((token) => hasBase62Crc(token, 4))
const npmChecksum = raises((token) => hasBase62Crc(token, 4))
const packagistChecksum = raises(hasHexCrc)
const routableChecksum = raises(hasRoutableCrc)

/** Base58 leaves out the letters and digits that look alike. */
function isBase58(token: string): boolean {
  return !/[0OIl]/.test(token)
}

/** Base64 of `reftkn:01:`, the time at which it expires, and a random part. */
function isReferenceToken(token: string): boolean {
  return /^reftkn:\d{2}:\d{10}:/.test(Buffer.from(token, 'base64').toString('latin1'))
}

const uuid = shape`${hex(8)}-${hex(4)}-${hex(4)}-${hex(4)}-${hex(12)}`

/** Code hosting, builds, packages, code quality. */
export const codeHostingTokens: readonly TokenRule[] = [
  token('github-personal-token', 'GitHub', shape`ghp_${base62(36)}`, githubChecksum),
  token('github-oauth-token', 'GitHub', shape`gho_${base62(36)}`, githubChecksum),
  token('github-user-token', 'GitHub', shape`ghu_${base62(36)}`, githubChecksum),
  token('github-app-token', 'GitHub', shape`ghs_${base62(36)}`, githubChecksum),
  token('github-refresh-token', 'GitHub', shape`ghr_${base62(36, 76)}`, githubChecksum),
  token('github-fine-grained-token', 'GitHub', shape`github_pat_${base62(22)}_${base62(59)}`),
  // GitLab documentation, "Token prefixes"
  token('gitlab-personal-token', 'GitLab', shape`glpat-${base64url(20, 50)}`),
  token(
    'gitlab-personal-token-unversioned',
    'GitLab',
    shape`glpat-${base64url(27, 300)}.${lowerAlnum(9)}`,
    routableChecksum,
  ),
  token(
    'gitlab-personal-token-routable',
    'GitLab',
    shape`glpat-${base64url(27, 300)}.${lowerAlnum(2)}.${lowerAlnum(9)}`,
    routableChecksum,
  ),
  token('gitlab-deploy-token', 'GitLab', shape`gldt-${base64url(20, 50)}`),
  token(
    'gitlab-deploy-token-routable',
    'GitLab',
    shape`gldt-${base64url(27, 300)}.${lowerAlnum(2)}.${lowerAlnum(9)}`,
    routableChecksum,
  ),
  token('gitlab-runner-token', 'GitLab', shape`glrt-${base64url(20, 50)}`),
  token('gitlab-runner-token-typed', 'GitLab', shape`glrt-t${digits(1)}_${base64url(20)}`),
  token(
    'gitlab-runner-token-unversioned',
    'GitLab',
    shape`glrt-t${digits(1)}_${base64url(27, 300)}.${lowerAlnum(9)}`,
    routableChecksum,
  ),
  token(
    'gitlab-runner-token-routable',
    'GitLab',
    shape`glrt-t${digits(1)}_${base64url(27, 300)}.${lowerAlnum(2)}.${lowerAlnum(9)}`,
    routableChecksum,
  ),
  token('gitlab-registration-token', 'GitLab', shape`glrtr-${base64url(20, 64)}`),
  token('gitlab-registration-token-old', 'GitLab', shape`GR1348941${base64url(20, 50)}`),
  token('gitlab-trigger-token', 'GitLab', shape`glptt-${base64url(40)}`),
  token('gitlab-feed-token', 'GitLab', shape`glft-${base64url(20, 50)}`),
  token('gitlab-mail-token', 'GitLab', shape`glimt-${base64url(25)}`),
  token('gitlab-agent-token', 'GitLab', shape`glagent-${base64url(50, 1024)}`),
  token('gitlab-scim-token', 'GitLab', shape`glsoat-${base64url(20, 50)}`),
  token('gitlab-oauth-secret', 'GitLab', shape`gloas-${base64url(64)}`),
  token('gitlab-job-token', 'GitLab', shape`glcbt-${base62(1, 5)}_${base64url(20)}`),
  token('gitlab-workspace-token', 'GitLab', shape`glwt-${base64url(20, 64)}`),
  token('gitlab-feature-flags-token', 'GitLab', shape`glffct-${base64url(20, 50)}`),
  token('bitbucket-app-password', 'Bitbucket', shape`ATBB${base62(32)}`),
  token('bitbucket-repository-token', 'Bitbucket', shape`ATCTT3xFfGN0${base64url(150, 250)}=${upperAlnum(8)}`),
  token('bitbucket-data-center-token', 'Bitbucket', shape`BBDC-${base64(44)}`),
  token('atlassian-api-token', 'Atlassian', shape`ATATT3xFfGF0${base64url(150, 250)}=${upperAlnum(8)}`),
  token('atlassian-api-token-other', 'Atlassian', shape`ATATT3${base64urlWith('=', 160, 260)}`),
  token('trello-user-token', 'Trello', shape`ATTA${hex(72)}`),
  token('atlassian-admin-key', 'Atlassian', shape`ATCTT3xFfGA0${base64url(150, 250)}=${upperAlnum(8)}`),
  token('sourcegraph-token', 'Sourcegraph', shape`sgp_${hex(16)}_${hex(40)}`),
  token('sourcegraph-local-token', 'Sourcegraph', shape`sgp_local_${hex(40)}`),
  token('sourcegraph-short-token', 'Sourcegraph', shape`sgp_${hex(40)}`),
  token('sourcegraph-cody-token', 'Sourcegraph', shape`slk_${hex(64)}`),
  // CircleCI changelog, "New format for API Access Tokens": a UUID in base58, and 40 hexadecimal digits
  token('circleci-personal-token', 'CircleCI', shape`CCIPAT_${base62(21, 22)}_${lowerHex(40)}`),
  token('circleci-project-token', 'CircleCI', shape`CCIPRJ_${base62(21, 22)}_${lowerHex(40)}`),
  // Buildkite documentation, "Token security"
  token('buildkite-access-token', 'Buildkite', shape`bkua_${lowerHex(40)}`),
  token('buildkite-session-token', 'Buildkite', shape`bkaa_${base64url(40, 120)}`),
  token('buildkite-job-token', 'Buildkite', shape`bkaj_${base64urlWith('.', 40, 2000)}`),
  token('buildkite-agent-token', 'Buildkite', shape`bkct_${base64url(40, 80)}`),
  token('sonar-user-token', 'Sonar', shape`squ_${lowerHex(40)}`),
  token('sonar-project-token', 'Sonar', shape`sqp_${lowerHex(40)}`),
  token('sonar-global-token', 'Sonar', shape`sqa_${lowerHex(40)}`),
  token('octopus-deploy-key', 'Octopus Deploy', shape`API-${upperAlnum(26)}`),
  token('artifactory-key', 'JFrog', shape`AKCp${base62(69)}`, must(isBase58)),
  token('artifactory-reference-token', 'JFrog', shape`cmVmdGtu${base62(56)}`, must(isReferenceToken)),
  token('npm-token', 'npm', shape`npm_${base62(36)}`, npmChecksum),
  token('pypi-token', 'PyPI', shape`pypi-AgEIcHlwaS5vcmc${base64url(70, 1000)}`),
  token('pypi-test-token', 'PyPI', shape`pypi-AgENdGVzdC5weXBpLm9yZ${base64url(70, 1000)}`),
  token('rubygems-key', 'RubyGems', shape`rubygems_${lowerHex(48)}`),
  // crates.io, `util::token`
  token('crates-io-token', 'crates.io', shape`cio${base62(32)}`),
  token('nuget-key', 'NuGet', shape`oy2${lowerAlnum(43)}`),
  token('clojars-token', 'Clojars', shape`CLOJARS_${lowerHex(60)}`),
  token('docker-personal-token', 'Docker', shape`dckr_pat_${base64url(27)}`),
  token('docker-organization-token', 'Docker', shape`dckr_oat_${base64url(32)}`),
  // Private Packagist documentation, "Composer Authentication"
  token('packagist-token', 'Packagist', shape`packagist_uut_${lowerHex(68)}`, packagistChecksum),
  token('packagist-organization-token', 'Packagist', shape`packagist_out_${lowerHex(68)}`, packagistChecksum),
  token('packagist-read-token', 'Packagist', shape`packagist_ort_${lowerHex(68)}`, packagistChecksum),
  token('harness-personal-token', 'Harness', shape`pat.${base64url(22)}.${lowerAlnum(24)}.${base62(20)}`),
  token('harness-service-token', 'Harness', shape`sat.${base64url(22)}.${lowerAlnum(24)}.${base62(20)}`),
  token('intra42-secret', 'Intra 42', shape`s-s4t2ud-${lowerHex(64)}`),
  token('intra42-application-secret', 'Intra 42', shape`s-s4t2af-${lowerHex(64)}`),
  token('deno-deploy-token', 'Deno', shape`ddp_${base62(36)}`),
  token('deno-deploy-organization-token', 'Deno', shape`ddo_${base62(36)}`),
  token('ionic-token', 'Ionic', shape`ion_${base62(42)}`),
  token('iterative-token', 'Iterative', shape`isat_${base62(48, 56)}`),
  token('val-town-token', 'Val Town', shape`vtwn_${base62(24, 40)}`),
  token('expo-token', 'Expo', shape`expo_${base62(40)}`),
  token('dependency-track-key', 'Dependency-Track', shape`odt_${base62(32)}`),
  token('dependency-track-key-prefixed', 'Dependency-Track', shape`odt_${base62(36)}`),
  token('dependency-track-key-current', 'Dependency-Track', shape`odt_${base62(8)}_${base62(32)}`),
  token('stackhawk-key', 'StackHawk', shape`hawk.${base64url(20)}.${base64url(20)}`),
  token('readme-key', 'ReadMe', shape`rdme_${lowerAlnum(70)}`),
  token('postman-key', 'Postman', shape`PMAK-${lowerHex(24)}-${lowerHex(34)}`),
  token('postman-collection-key', 'Postman', shape`PMAT-${upperAlnum(26)}`),
  token('phabricator-token', 'Phabricator', shape`api-${lowerAlnum(28)}`),
  token('youtrack-token', 'JetBrains', shape`perm:${base64(4, 80)}.${base64(4, 80)}.${base64(24, 80)}`),
  token('launchdarkly-sdk-key', 'LaunchDarkly', shape`sdk-${hex(8)}-${hex(4)}-${hex(4)}-${hex(4)}-${hex(12)}`),
  token('launchdarkly-api-key', 'LaunchDarkly', shape`api-${hex(8)}-${hex(4)}-${hex(4)}-${hex(4)}-${hex(12)}`),
  token('linear-api-key', 'Linear', shape`lin_api_${base62(40)}`),
  token('linear-oauth-token', 'Linear', shape`lin_oauth_${lowerHex(64)}`),
  token('figma-token', 'Figma', shape`figd_${base64url(38, 48)}`),
  token('figma-oauth-token', 'Figma', shape`figo_${base64url(38, 48)}`),
  token('figma-user-token', 'Figma', shape`figu_${base64url(38, 48)}`),
  token('teamcity-token', 'TeamCity', shape`eyJ0eXAiOiAiVENWMiJ9.${base64url(36)}.${base64url(48)}`),
  token('django-secret-key', 'Django', shape`django-insecure-${base64urlWith('+=.~:%!|@$*^&()#?,', 30, 60)}`),
]

/** Builds and packages whose tokens have no mark of their own. */
export const codeHostingNames: readonly NamedRule[] = [
  named('github-client-secret', 'GitHub', ['github', 'gitalk'], shape`${lowerHex(40)}`),
  named('gitlab-session', 'GitLab', ['gitlab_session'], shape`${lowerHex(32)}`),
  named('bitbucket-client-secret', 'Bitbucket', ['bitbucket'], shape`${base64url(32, 64)}`),
  named('travis-token', 'Travis CI', ['travis'], shape`${base62(22)}`),
  named('circleci-token', 'CircleCI', ['circle'], shape`${lowerHex(40)}`),
  named('sourcegraph-token-bare', 'Sourcegraph', ['sourcegraph'], shape`${hex(40)}`),
  named('codecov-token', 'Codecov', ['codecov'], shape`${lowerHex(32)}`, uuid),
  named('code-climate-token', 'Code Climate', ['code_climate', 'test_reporter_id'], shape`${lowerHex(64)}`),
  named('coveralls-token', 'Coveralls', ['coveralls'], shape`${base62(32, 37)}`),
  named('sonar-token', 'Sonar', ['sonar'], shape`${base62(40)}`, shape`sq${lowerAlnum(1)}_${base62(40)}`),
  named('jenkins-token', 'Jenkins', ['jenkins'], shape`${lowerHex(32, 34)}`),
  named('drone-token', 'Drone CI', ['drone'], shape`${base62(32)}`),
  named(
    'artifactory-password',
    'JFrog',
    ['artifactory', 'jfrog'],
    shape`AKC${base62(10, 80)}`,
    shape`AP6${base62(10, 80)}`,
    shape`AP5${base62(10, 80)}`,
  ),
  named(
    'atlassian-legacy-token',
    'Atlassian',
    ['atlassian', 'confluence', 'jira'],
    shape`${base62(24)}`,
    // A number and 20 bytes, of Data Center
    shape`${base64(44)}`,
  ),
  named('linear-client-secret', 'Linear', ['linear'], shape`${lowerHex(32)}`),
  named('launchdarkly-token', 'LaunchDarkly', ['launchdarkly'], shape`${base64url(40)}`),
  named('sauce-labs-key', 'Sauce Labs', ['sauce'], uuid),
  named('browserstack-key', 'BrowserStack', ['browserstack'], shape`${base62(20)}`),
  named('sidekiq-key', 'Sidekiq', ['contribsys'], shape`${lowerHex(8)}:${lowerHex(8)}`),
  named(
    'figma-legacy-token',
    'Figma',
    ['figma'],
    shape`${digits(3, 8)}-${lowerHex(8)}-${lowerHex(4)}-${lowerHex(4)}-${lowerHex(4)}-${lowerHex(12)}`,
  ),
]
