import { execFileSync } from 'node:child_process'
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { overridesFromEnvironment } from './overrides.js'
import { ConfigurationError, formatProblem } from './problem.js'
import { readConfiguration } from './read-configuration.js'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gatehouse-configuration-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function problemsOf(text: string | Uint8Array, environment: Record<string, string> = {}): Promise<string[]> {
  const file = join(folder, 'gatehouse.yaml')
  await writeFile(file, text)
  try {
    await readConfiguration({ file, overrides: overridesFromEnvironment(environment) })
    return []
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error
    return error.problems.map((problem) => formatProblem(problem).replace(file, 'F'))
  }
}

describe('a wrong file', () => {
  test.each<{ name: string; yaml: string; problems: (string | RegExp)[] }>([
    // Settings
    {
      name: 'misspelt key at the top',
      yaml: 'listen:\n  port: 1\nprocesors: []\n',
      problems: ['F:3:1 procesors: is no setting; did you mean "processors"?'],
    },
    {
      name: 'misspelt key in a list',
      yaml: 'processors:\n  - keywords\n  - builtin: regex\n    parametres: {}\n',
      problems: ['F:4:5 processors[1].parametres: is no setting; did you mean "parameters"?'],
    },
    {
      name: 'other spelling of words',
      yaml: 'limits: { max_body_bytes: 2048 }\n',
      problems: ['F:1:11 limits.max_body_bytes: is no setting; did you mean "maxBodyBytes"?'],
    },
    {
      name: 'right key in the wrong map',
      yaml: 'port: 8000\n',
      problems: ['F:1:1 port: is no setting here; did you mean "listen.port"?'],
    },
    {
      name: 'key that is near to none',
      yaml: 'auth: { zzzzzzzz: 1 }\n',
      problems: ['F:1:9 auth.zzzzzzzz: is no setting; here are "bearerTokens"'],
    },
    {
      name: 'key of an object prototype',
      yaml: '__proto__: { a: 1 }\nconstructor: 2\n',
      problems: [/^F:1:1 __proto__: is no setting/, /^F:2:1 constructor: is no setting/],
    },
    {
      name: 'text for a number',
      yaml: 'listen:\n  port: "8000"\n',
      problems: ['F:2:9 listen.port: expected an integer; came a string of 4 characters'],
    },
    {
      name: 'number out of range',
      yaml: 'listen:\n  port: 70000\n',
      problems: ['F:2:9 listen.port: expected at most 65535; came 70000'],
    },
    {
      name: 'fraction for an integer',
      yaml: 'limits:\n  maxParts: 7.5\n',
      problems: ['F:2:13 limits.maxParts: expected an integer; came a number'],
    },
    {
      name: 'list for a map',
      yaml: 'listen: [1, 2]\n',
      problems: ['F:1:9 listen: expected a map of settings; came a list of 2'],
    },
    {
      name: 'map without a value',
      yaml: 'log: {}\nlisten:\n',
      problems: [/^F:2:8 listen: expected a map of settings; came nothing$/],
    },
    {
      name: 'boolean of YAML 1.1',
      yaml: 'log:\n  requests: yes\n',
      problems: [
        'F:2:13 log.requests: expected true or false; came a string of 3 characters (YAML 1.2 takes yes, no, on and off for strings)',
      ],
    },
    {
      name: 'word near an allowed one',
      yaml: 'log: { level: warning }\n',
      problems: [
        /^F:1:15 log\.level: expected one of "trace", .*; came a string of 7 characters; did you mean "warn"\?$/,
      ],
    },
    {
      name: 'neither builtin nor module',
      yaml: 'processors:\n  - parameters: {}\n',
      problems: ['F:2:5 processors[0]: expected either "builtin" or "module"; came both or neither'],
    },
    {
      name: 'both builtin and module',
      yaml: 'processors:\n  - { builtin: regex, module: ./a.js }\n',
      problems: ['F:2:5 processors[0]: expected either "builtin" or "module"; came both or neither'],
    },
    {
      name: 'export of a built-in processor',
      yaml: 'processors:\n  - { builtin: regex, export: regex }\n',
      problems: ['F:2:31 processors[0].export: goes with "module" only; "builtin" already names one processor'],
    },
    {
      name: 'list item of the wrong kind',
      yaml: 'processors:\n  - 5\n',
      problems: ['F:2:5 processors[0]: expected a string or a map of settings; came an integer'],
    },
    {
      name: 'slash in a namespace',
      yaml: 'processors:\n  - { builtin: regex, namespace: a/b }\n',
      problems: [/^F:2:34 processors\[0\]\.namespace: expected text that matches .*; came a string of 3 characters$/],
    },
    {
      name: 'missing key file',
      yaml: 'listen:\n  tls:\n    cert: a.pem\n',
      problems: ['F:3:5 listen.tls.key: is missing: expected a string'],
    },
    {
      name: 'token that stands in the file',
      yaml: 'auth:\n  bearerTokens:\n    - s3cr3t-s3cr3t-s3cr3t\n',
      problems: ['F:3:7 auth.bearerTokens[0]: expected a map of settings; came a string of 20 characters'],
    },
    {
      name: 'URL without a scheme',
      yaml: 'telemetry:\n  otlp:\n    endpoint: collector:4318\n',
      problems: [
        'F:3:15 telemetry.otlp.endpoint: expected a URL that starts with http:// or https://; came a string of 14 characters',
      ],
    },
    {
      name: 'several at once, in the order of the file',
      yaml: 'log:\n  levle: info\nlisten:\n  port: -1\nlimits:\n  maxParts: 1\n',
      problems: [
        'F:2:3 log.levle: is no setting; did you mean "level"?',
        'F:4:9 listen.port: expected at least 0; came -1',
        'F:6:13 limits.maxParts: expected at least 6; came 1',
      ],
    },
    // YAML
    {
      name: 'duplicate key',
      yaml: 'log: {}\nlog: {}\n',
      problems: ['F:2:1: expected each key once; this one stands above in the same map'],
    },
    {
      name: 'duplicate key further down, in both ways to write a map',
      yaml: 'log: { level: info, "level": warn }\nlimits:\n  maxParts: 7\n  maxParts: 8\n',
      problems: [/^F:1:21: expected each key once/, /^F:4:3: expected each key once/],
    },
    {
      name: 'bad indent',
      yaml: 'listen:\n  port: 1\n host: a\n',
      problems: ['F:3:1: All mapping items must start at the same column'],
    },
    { name: 'open quote', yaml: 'rootPath: "/a\n', problems: ['F:2:1: Missing closing "quote'] },
    { name: 'unknown tag', yaml: 'log: !env X\n', problems: ['F:1:6: Unresolved tag: !env'] },
    {
      name: 'two documents',
      yaml: 'log: {}\n---\nlog: {}\n',
      problems: ['F:2:1: expected one YAML document; here a second one starts'],
    },
    {
      name: 'alias without an anchor',
      yaml: 'log: {}\nlisten: *base\n',
      problems: ['F:2:9: expected an alias of an anchor above it; there is none of this name'],
    },
    {
      name: 'alias bomb',
      yaml: `a0: &a0 [x]\n${Array.from({ length: 9 }, (_, i) => `a${i + 1}: &a${i + 1} [${`*a${i},`.repeat(9)}]\n`).join('')}`,
      problems: ['F:1:1: expected aliases that stand for at most 100 nodes; came more'],
    },
    {
      name: 'very many aliases',
      yaml: `a: &a x\nb: [${'*a,'.repeat(50_000)}]\n`,
      problems: [/^F:2:\d+: expected at most 100 aliases; came more$/],
    },
    {
      name: 'very deep nesting',
      yaml: `a: ${'['.repeat(50_000)}${']'.repeat(50_000)}`,
      problems: ['F:1:103: expected at most 100 levels of lists and maps; came more'],
    },
    { name: 'list at the top', yaml: '- a\n', problems: ['F:1:1: expected a map of settings; came a list of 1'] },
    {
      name: 'text at the top',
      yaml: 'hello\n',
      problems: ['F:1:1: expected a map of settings; came a string of 5 characters'],
    },
  ])('$name', async ({ yaml, problems }) => {
    const found = await problemsOf(yaml)
    expect(found).toHaveLength(problems.length)
    problems.forEach((problem, index) => {
      if (typeof problem === 'string') expect(found[index]).toBe(problem)
      else expect(found[index]).toMatch(problem)
    })
  })

  test('opens a hundred thousand lists: ends soon, with few problems', async () => {
    expect((await problemsOf(`a: ${'['.repeat(100_000)}`)).length).toBeLessThanOrEqual(10)
  })

  test('is not UTF-8', async () => {
    expect(await problemsOf(Uint8Array.of(0x61, 0xff))).toEqual(['F: expected UTF-8; came bytes that are not'])
  })

  test('is huge', async () => {
    expect(await problemsOf(`#${'x'.repeat(1_048_576)}`)).toEqual([
      'F: expected a file of at most 1048576 bytes; came a larger one',
    ])
  })

  test('never has its values quoted', async () => {
    const found = await problemsOf(
      'log: { level: hunter2hunter2, requests: hunter2hunter2 }\nrootPath: hunter2hunter2\nlisten: hunter2hunter2\nauth: { bearerTokens: [hunter2hunter2] }\n',
    )
    expect(found).toHaveLength(5)
    expect(found.join('\n')).not.toContain('hunter2')
  })
})

describe('a file that cannot be read', () => {
  test.each([
    { name: 'missing', prepare: async () => {}, message: 'the file does not exist' },
    { name: 'a folder', prepare: (file: string) => mkdir(file), message: 'expected a file; this is a folder' },
  ])('$name', async ({ name, prepare, message }) => {
    const file = join(folder, `${name}.yaml`)
    await prepare(file)
    await expect(readConfiguration({ file })).rejects.toMatchObject({ problems: [{ source: file, path: '', message }] })
  })

  test.skipIf(process.getuid?.() === 0)('not permitted', async () => {
    const file = join(folder, 'closed.yaml')
    await writeFile(file, '')
    await chmod(file, 0)
    await expect(readConfiguration({ file })).rejects.toThrow('the file may not be read by this user')
  })

  test.each(['', '\n \n', '\uFEFF'])('nothing: %j', async (text) => {
    expect(await problemsOf(text)).toEqual([
      'F: expected settings; the file is empty. Write {} in it to take every default',
    ])
  })

  test('very many keys, in time that grows with their number', { timeout: 120_000 }, async () => {
    const keys = Array.from({ length: 60_000 }, (_, index) => `k${index}: 1\n`)
    const before = process.cpuUsage()
    const problems = await problemsOf(keys.join(''))
    const { user } = process.cpuUsage(before)
    expect(problems).toHaveLength(keys.length)
    expect(problems.at(-1)).toMatch(/^F:60000:1 k59999: is no setting/)
    // Some 3 s; comparing each key with all others took 25.
    expect(user / 1e6).toBeLessThan(12)
  })

  test('an endless device', async () => {
    await expect(readConfiguration({ file: '/dev/zero' })).rejects.toThrow('came a larger one')
  })
})

describe('a right file', () => {
  test('may set nothing: everything has a default', async () => {
    const file = join(folder, 'empty.yaml')
    await writeFile(file, '# nothing yet\n')
    const { configuration } = await readConfiguration({ file })
    expect(configuration.listen).toEqual({ host: '127.0.0.1', port: 8000 })
    expect(configuration.processors).toBeUndefined()
    expect(configuration).toEqual((await readConfiguration({})).configuration)
  })

  test('may be a pipe', async () => {
    const pipe = join(folder, 'pipe.yaml')
    execFileSync('mkfifo', [pipe])
    const [{ configuration }] = await Promise.all([
      readConfiguration({ file: pipe }),
      writeFile(pipe, 'listen: { port: 9 }'),
    ])
    expect(configuration.listen.port).toBe(9)
  })

  test('takes a name alone for a built-in processor', async () => {
    const file = join(folder, 'names.yaml')
    await writeFile(file, 'processors:\n  - keywords\n  - builtin: keywords\n')
    const { processors } = (await readConfiguration({ file })).configuration
    expect(processors?.[0]).toEqual(processors?.[1])
  })

  test('may use anchors', async () => {
    const file = join(folder, 'anchors.yaml')
    await writeFile(
      file,
      'processors:\n  - { builtin: keywords, parameters: &p { reject: true } }\n  - { builtin: regex, parameters: *p }\n',
    )
    const { processors } = (await readConfiguration({ file })).configuration
    expect(processors?.map(({ parameters }) => parameters)).toEqual([{ reject: true }, { reject: true }])
  })
})

describe('the environment', () => {
  test('wins over the file', async () => {
    const file = join(folder, 'overridden.yaml')
    await writeFile(file, 'listen: { host: 127.0.0.1, port: 1 }\nlog: { level: error }\n')
    const overrides = overridesFromEnvironment({
      HOST: '::1',
      PORT: '9000',
      LOG_LEVEL: 'debug',
      OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector.example.com:4318',
      OTEL_SERVICE_NAME: 'guard',
      OTHER: 'x',
    })
    const { configuration } = await readConfiguration({ file, overrides })
    expect(configuration).toMatchObject({
      listen: { host: '::1', port: 9000 },
      log: { level: 'debug' },
      telemetry: {
        serviceName: 'guard',
        otlp: { endpoint: 'http://collector.example.com:4318', metricIntervalMs: 60_000 },
      },
    })
  })

  test('is text where a setting is, also of digits alone', async () => {
    const { configuration } = await readConfiguration({
      overrides: overridesFromEnvironment({ OTEL_SERVICE_NAME: '42' }),
    })
    expect(configuration.telemetry.serviceName).toBe('42')
  })

  test('counts as not set when a variable is blank', async () => {
    const { configuration } = await readConfiguration({ overrides: overridesFromEnvironment({ PORT: ' ', HOST: '' }) })
    expect(configuration.listen).toEqual({ host: '127.0.0.1', port: 8000 })
  })

  test.each([
    { variables: { PORT: 'http' }, problem: 'environment PORT: expected an integer; came a string of 4 characters' },
    { variables: { PORT: '99999' }, problem: 'environment PORT: expected at most 65535; came 99999' },
    { variables: { LOG_LEVEL: 'inof' }, problem: /^environment LOG_LEVEL: expected one of .*; did you mean "info"\?$/ },
    {
      variables: { OTEL_EXPORTER_OTLP_ENDPOINT: 'x' },
      problem: /^environment OTEL_EXPORTER_OTLP_ENDPOINT: expected a URL/,
    },
  ])('is checked like the file: $variables', async ({ variables, problem }) => {
    const found = await problemsOf('{}', variables as Record<string, string>)
    expect(found).toEqual([expect.stringMatching(problem)])
  })

  test('does not hide a wrong map in the file', async () => {
    expect(await problemsOf('listen: 5\n', { PORT: '9000' })).toEqual([
      'F:1:9 listen: expected a map of settings; came an integer',
    ])
  })
})
