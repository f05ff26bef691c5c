import { readFile, symlink } from 'node:fs/promises'
import { createServer } from 'node:net'
import { describe, expect, test } from 'vitest'
import { Folder, run, Server } from './start-gatehouse.js'

describe('the command', () => {
  test.each([
    { args: [], code: 2, stderr: /Usage: gatehouse/ },
    { args: ['serv'], code: 2, stderr: /unknown command 'serv'\n\(Did you mean serve\?\)/ },
    { args: ['serve', '--prot', '1'], code: 2, stderr: /unknown option '--prot'\n\(Did you mean --port\?\)/ },
    { args: ['check'], code: 2, stderr: /missing required argument 'file'/ },
    { args: ['conformance'], code: 2, stderr: /missing required argument 'url'/ },
    { args: ['conformance', 'ftp://example.com'], code: 2, stderr: /must begin with http/ },
    { args: ['conformance', 'http://127.0.0.1:1', '--only', 'x'], code: 2, stderr: /selection/ },
    { args: ['conformance', 'http://127.0.0.1:1', '--timeout', '0'], code: 2, stderr: /Expected an integer above 0/ },
    {
      args: ['conformance', 'http://127.0.0.1:1', '--timeout', '3600001'],
      code: 2,
      stderr: /time limit .*came 3600001/,
    },
    { args: ['conformance', 'http://127.0.0.1:1'], code: 1, stderr: /ECONNREFUSED/ },
    { args: ['conformance', 'http://127.0.0.1:1', '--ca', 'nowhere.pem'], code: 1, stderr: /ENOENT.*nowhere\.pem/ },
    {
      args: ['serve', '--port', '99999'],
      code: 78,
      stderr: /^command line --port: expected at most 65535; came 99999\n$/,
    },
    { args: ['serve', '--config', ''], code: 2, stderr: /argument '' is invalid\. Expected the name of a file\.\n$/ },
    { args: ['serve', '--config', 'none.yaml'], code: 78, stderr: /^none\.yaml: the file does not exist\n$/ },
    {
      args: ['serve', '--host', '192.0.2.1'],
      code: 69,
      stderr: /^Cannot listen on 192\.0\.2\.1:8000: this machine has no such address/,
    },
  ])('$args ends with $code', async ({ args, code, stderr }) => {
    const ended = await run(args)
    expect(ended.stderr).toMatch(stderr)
    expect(ended.stderr).not.toMatch(/^\s+at /m)
    expect(ended.code).toBe(code)
  })

  test.each([
    { args: ['--help'], stdout: /Examples:[\s\S]*Exit codes:/ },
    { args: ['serve', '--help'], stdout: /HOST, PORT[\s\S]*Signals:[\s\S]*Exit codes:[\s\S]*Examples:/ },
    { args: ['help', 'check'], stdout: /FILE:LINE:COLUMN/ },
    { args: ['conformance', '--help'], stdout: /--junit|--format/ },
    { args: ['conformance', '--contract'], stdout: /Namespace `Suite`/ },
    { args: ['--version'], stdout: /^\d+\.\d+\.\d+\n$/ },
    { args: ['schema'], stdout: /"title": "Gatehouse processor server"/ },
  ])('$args prints and ends with 0', async ({ args, stdout }) => {
    const ended = await run(args)
    expect(ended).toMatchObject({ code: 0, stderr: '' })
    expect(ended.stdout).toMatch(stdout)
  })

  test('the help of serve names every variable that counts', async () => {
    const { stdout } = await run(['serve', '--help'])
    const reference = await readFile(new URL('../../../../docs/reference/configuration.md', import.meta.url), 'utf8')
    const [, table = ''] = /## Environment\n([\s\S]*?)\n\n[A-Z]/.exec(reference) ?? []
    const variables = table.match(/(?<=`)[A-Z_]+(?=`)/g) ?? []
    expect(variables).toContain('OTEL_SERVICE_NAME')
    for (const variable of variables) expect(stdout).toContain(variable)
  })

  test('a file in the folder that is a link to nowhere is not passed over', async () => {
    await using folder = await Folder.create()
    await symlink('nowhere.yaml', folder.at('gatehouse.yaml'))
    const ended = await run(['serve', '--port', '0'], { cwd: folder.path })
    expect(ended).toEqual({ code: 78, stdout: '', stderr: 'gatehouse.yaml: the file does not exist\n' })
  })

  test('a port in use is named, without a stack trace', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => other.once('listening', resolve))
    const { port } = other.address() as { port: number }
    const ended = await run(['serve', '--port', String(port)])
    other.close()
    expect(ended).toEqual({
      code: 69,
      stdout: '',
      stderr: `Cannot listen on 127.0.0.1:${port}: the port is in use by another process. Stop it, or choose another one with PORT or "listen.port".\n`,
    })
  })
})

describe('gatehouse check', () => {
  test('prints what would be served', async () => {
    await using folder = await Folder.create({
      'gatehouse.yaml':
        'listen: { port: 9000 }\nprocessors:\n  - builtin: language-id\n    aliases: [f5]\n    parameters: { reject: true }\n',
    })
    const ended = await run(['check', 'gatehouse.yaml'], { cwd: folder.path })
    expect(ended).toMatchObject({ code: 0, stderr: '' })
    expect(ended.stdout).toMatch(/http:\/\/127\.0\.0\.1:9000 and asks for neither/)
    expect(ended.stdout).toMatch(/\/api\/v1\/execute\/gatehouse\/language-id {2}gatehouse:language-id \d/)
    expect(ended.stdout).toMatch(/\/api\/v1\/execute\/f5\/language-id {2}f5:language-id \d/)
  })

  test('does not take a module that ends the process for a right one', async () => {
    await using folder = await Folder.create({
      'tool.js': 'process.exit(0)\n',
      'gatehouse.yaml': 'processors: [{ module: ./tool.js }]\n',
    })
    expect(await run(['check', 'gatehouse.yaml'], { cwd: folder.path })).toEqual({
      code: 78,
      stdout: '',
      stderr: 'gatehouse.yaml: a module that it names ended the process while it was loaded\n',
    })
  })

  test('tells everything that is wrong with what the file names, in place', async () => {
    const module = (body: string) => `import { defineProcessor, pass, signatures } from '@gatehouse/sdk'\n${body}`
    const define = (name: string) =>
      `defineProcessor({ namespace: 'acme', name: '${name}', version: '1', signature: signatures.inputOnly, processInput: () => pass() })`
    await using folder = await Folder.create({
      'one.js': module(`export const one = ${define('one')}\nexport const text = 'no processor'`),
      'two.js': module(`export const first = ${define('first')}\nexport const second = ${define('second')}`),
      'none.js': 'export const x = 1\n',
      'throws.js': 'throw new Error("no database")\n',
      'syntax.js': 'export const = 1\n',
      'key.pem': 'not a key\n',
      'gatehouse.yaml': [
        'listen:',
        '  tls: { cert: missing.pem, key: key.pem }',
        'auth:',
        '  bearerTokens:',
        '    - env: NOT_SET_ANYWHERE',
        '    - file: short.txt',
        '    - env: SHORT_TOKEN',
        'telemetry:',
        '  prometheus: { path: /healthz }',
        'processors:',
        '  - langauge-id',
        '  - module: ./nowhere.js',
        '  - module: "@acme/nowhere"',
        '  - module: ./throws.js',
        '  - module: ./syntax.js',
        '  - module: ./none.js',
        '  - module: ./two.js',
        '  - { module: ./two.js, export: secnd }',
        '  - { module: ./one.js, export: text }',
        '  - module: ./one.js',
        '  - { module: ./one.js, export: one }',
        '  - builtin: keywords',
        '    parameters:',
        '      rejcet: true',
        '      modify: "yes"',
        '',
      ].join('\n'),
    })
    const ended = await run(['check', 'gatehouse.yaml'], {
      cwd: folder.path,
      environment: { SHORT_TOKEN: 'hunter2', GATEHOUSE_TOKEN: 'with a blank inside it' },
    })
    expect(ended.code).toBe(78)
    expect(ended.stdout).toBe('')
    const expected = [
      /^gatehouse\.yaml:2:16 listen\.tls\.cert: the file does not exist$/,
      /^gatehouse\.yaml:2:34 listen\.tls\.key: expected a PEM file with an unencrypted private key; the file has something else$/,
      /^gatehouse\.yaml:5:12 auth\.bearerTokens\[0\]\.env: expected the name of an environment variable that is set; this one is not$/,
      /^gatehouse\.yaml:6:13 auth\.bearerTokens\[1\]\.file: the file does not exist$/,
      /^gatehouse\.yaml:7:12 auth\.bearerTokens\[2\]\.env: expected a token of 16 to 4096 .*; came one of 7 characters$/,
      /^gatehouse\.yaml:9:23 telemetry\.prometheus\.path: expected a path that the server does not use itself/,
      /^gatehouse\.yaml:11:5 processors\[0\]\.builtin: expected the name of a built-in processor; .*did you mean "language-id"\?$/,
      /^gatehouse\.yaml:12:13 processors\[1\]\.module: expected a path to a JavaScript module; there is no such file$/,
      /^gatehouse\.yaml:13:13 processors\[2\]\.module: expected a package that is installed/,
      /^gatehouse\.yaml:14:13 processors\[3\]\.module: the module does not load: Error: no database$/,
      /^gatehouse\.yaml:15:13 processors\[4\]\.module: the module does not load: SyntaxError: /,
      /^gatehouse\.yaml:16:13 processors\[5\]\.module: expected a module that exports a processor made by defineProcessor; it exports none$/,
      /^gatehouse\.yaml:17:13 processors\[6\]\.module: expected a module with one processor; it has "first", "second"\. Say which with "export"$/,
      /^gatehouse\.yaml:18:33 processors\[7\]\.export: .*there is no such export; did you mean "second"\?$/,
      /^gatehouse\.yaml:19:33 processors\[8\]\.export: .*this export is none, it has "one"$/,
      /^gatehouse\.yaml:21:5 processors\[10\]: expected a path of its own; "acme\/one" is already that of processors\[9\]/,
      /^gatehouse\.yaml:24:\d+ processors\[11\]\.parameters\.rejcet: is no parameter of "gatehouse:keywords"; did you mean "reject"\?$/,
      /^gatehouse\.yaml:25:15 processors\[11\]\.parameters\.modify: expected a boolean, got a string$/,
      /^environment GATEHOUSE_TOKEN: expected a token of 16 to 4096 .*; came one with another character or length$/,
    ]
    const lines = ended.stderr.trimEnd().split('\n')
    for (const [index, pattern] of expected.entries()) expect(lines[index]).toMatch(pattern)
    expect(lines).toHaveLength(expected.length)
    expect(ended.stderr).not.toContain('hunter2')
  })
})

describe('gatehouse conformance', () => {
  test('finds the server of `serve --conformance` conforming', async () => {
    await using server = await Server.start(['--conformance'])
    const ended = await run(['conformance', server.url])
    expect(ended.stdout).toMatch(/\d+ passed, 0 failed, 0 deviated from a SHOULD, 0 skipped/)
    expect(ended.code).toBe(0)
  })

  test('finds a server without the fixtures not conforming, in every format', async () => {
    await using server = await Server.start()
    await using folder = await Folder.create()
    const only = ['conformance', server.url, '--only', '57']
    expect((await run(only)).stdout).toContain('does not list the fixture processors')
    const json = await run([...only, '--format', 'json'])
    expect(json.code).toBe(1)
    expect(JSON.parse(json.stdout)).toMatchObject({ conforms: false, counts: { fail: 1 } })
    const junit = await run([...only, '--format', 'junit', '--output', folder.at('report.xml')])
    expect(junit.stdout).toMatch(/^1 cases? against/)
  })
})
