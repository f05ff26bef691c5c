import type { CaseGroup, Probe } from '../language/conformance-case.js'
import type { Exchange } from '../language/exchange.js'
import { anything, exactly, inAnyOrder, inThisOrder, type JsonPattern, nonemptyText } from '../language/json-pattern.js'
import {
  checkParameters,
  execute,
  executePath,
  fault,
  I,
  INFO,
  info,
  jsonType,
  M,
  processed,
  processorNames,
  signaturePath,
} from './vocabulary.js'

const listing = {
  api_versions: ['v1'],
  processors: inThisOrder(
    processorNames.map((name) => ({
      name,
      namespace: 'Suite',
      id: `Suite:${name}`,
      available_versions: ['v1'],
      latest_version: 'v1',
      execute_path: `/execute/suite/${name.toLowerCase()}`,
      signature_path: `/signature/suite/${name.toLowerCase()}`,
    })),
  ),
}
const paths = processorNames.map((name) => `/execute/suite/${name.toLowerCase()}`)
const textListing = new RegExp(`^${paths.join('\\n').replaceAll('/', '\\/')}$`, 'm')

const input = (required: boolean) => ({ type: 'input.messages', required })
const response = (required: boolean) => ({ type: 'response.choices', required })
const fieldsOf = {
  both: [input(false), response(false)],
  inp: [input(true)],
  resp: [response(true)],
  rp: [input(true), response(true)],
  brp: [input(true), response(false)],
  need: [input(false), response(false)],
}
const commonProperties = {
  annotate: { type: 'boolean', default: true },
  modify: { type: 'boolean', default: false },
  reject: { type: 'boolean', default: false },
}

const request = (method: string, path: string): Exchange => ({ method, path })

const notFound = (name: string, send: Exchange): Probe => ({
  name,
  send,
  must: { status: 404 },
  should: fault(404, 'RE'),
})

/** The methods that a path takes, as `Allow` must name them: in upper case, in any order, others beside them. */
const allows = (...methods: readonly string[]): RegExp =>
  new RegExp(`^${methods.map((method) => `(?=.*\\b${method}\\b)`).join('')}`)
const allowed = {
  info: allows('GET', 'HEAD'),
  execute: allows('POST', 'HEAD'),
  signature: allows('GET', 'POST', 'HEAD'),
}

const notAllowed = (method: string, path: string, allow: RegExp): Probe => ({
  name: `${method} ${path}`,
  send: request(method, path),
  must: { status: 405 },
  should: { status: 405, error: 'RE', headers: { allow } },
})

const validation = (valid: boolean, ...errors: readonly JsonPattern[]) => ({
  fields: inAnyOrder(fieldsOf.need),
  parameters: { type: 'object', properties: commonProperties },
  validation: exactly({ valid, errors }),
})
const accepted = { status: 200, headers: jsonType, json: validation(true) }
const refused = (...errorPaths: readonly string[]) => ({
  status: 400,
  headers: jsonType,
  json: validation(false, ...errorPaths.map(() => nonemptyText)),
  paths: errorPaths,
})

/** Which paths, methods and formats exist, and what a processor says about itself. */
export const routingAndDiscovery: CaseGroup = {
  name: 'Routing and discovery',
  cases: [
    {
      id: 1,
      title: 'The root leads to the listing',
      section: '1',
      probes: ['GET', 'HEAD'].map((method) => ({
        name: `${method} /`,
        send: request(method, '/'),
        should: { status: 307, headers: { location: /\/api\/v1\/info$/ } },
      })),
    },
    {
      id: 2,
      title: 'The root takes no POST',
      section: '1',
      probes: [{ name: 'POST /', send: request('POST', '/'), must: { status: 405 } }],
    },
    {
      id: 3,
      title: 'The listing is JSON when nothing is asked for',
      section: '2.2',
      probes: [
        {
          name: 'no Accept',
          send: info(),
          must: { status: 200, json: listing },
          should: { status: 200, headers: jsonType },
        },
      ],
    },
    {
      id: 4,
      title: 'The listing as text has one execute path a line',
      section: '2.2',
      probes: [
        {
          name: 'Accept: text/plain',
          send: info('text/plain'),
          must: { status: 200, body: [/^\/execute\/suite\/both$/m] },
          should: { status: 200, body: [textListing, /[^\n]$/], headers: { 'content-type': /^text\/plain(;|$)/i } },
        },
      ],
    },
    {
      id: 5,
      title: 'The listing as HTML links to both paths of each processor',
      section: '2.2',
      probes: [
        {
          name: 'Accept: text/html',
          send: info('text/html'),
          must: { status: 200, body: [/<!doctype html|<html/i] },
          should: {
            status: 200,
            headers: { 'content-type': /^text\/html(;|$)/i },
            body: processorNames.flatMap((name) =>
              ['execute', 'signature'].map(
                (command) => new RegExp(`href=["']?(\\./)?${command}/suite/${name.toLowerCase()}["' >]`),
              ),
            ),
          },
        },
      ],
    },
    {
      id: 6,
      title: 'The listing as Markdown has a heading and a table of parameters for each processor',
      section: '2.2',
      probes: [
        {
          name: 'Accept: text/markdown',
          send: info('text/markdown'),
          must: { status: 200, body: [/^#/m, /Suite:Both/] },
          should: {
            status: 200,
            headers: { 'content-type': /^text\/markdown(;|$)/i },
            body: [
              ...processorNames.map((name) => new RegExp(`^## [^\\n]*Suite:${name}`, 'm')),
              /^\|[^|\n]*annotate/m,
              /^\|[^|\n]*must/m,
            ],
          },
        },
      ],
    },
    {
      id: 7,
      title: 'An unknown format gives JSON, never 406',
      section: '2.2',
      probes: [{ name: 'Accept: image/png', send: info('image/png'), must: { status: 200, json: listing } }],
    },
    {
      id: 8,
      title: 'The listing takes HEAD and no DELETE',
      section: '1',
      probes: [
        { name: 'HEAD', send: request('HEAD', INFO), must: { status: 200, body: 'empty' } },
        notAllowed('DELETE', INFO, allowed.info),
      ],
    },
    {
      id: 9,
      title: 'A server without processors lists none',
      section: '2.2',
      probes: [
        {
          name: 'the empty server',
          needs: 'empty server',
          send: { ...info(), server: 'empty' },
          must: { status: 200, json: exactly({ api_versions: ['v1'], processors: [] }) },
        },
      ],
    },
    {
      id: 10,
      title: 'HEAD on execute names the multipart type',
      section: '1',
      probes: [
        {
          name: 'HEAD execute',
          send: request('HEAD', executePath('both')),
          must: { status: 200, body: 'empty', headers: { 'content-type': /^multipart\/form-data;\s*charset=utf-8$/i } },
        },
      ],
    },
    {
      id: 11,
      title: 'Execute takes POST and HEAD only',
      section: '1',
      probes: [
        {
          name: 'GET execute',
          send: request('GET', executePath('both')),
          must: fault(405, 'RE'),
          should: { status: 405, headers: { allow: allowed.execute } },
        },
        notAllowed('PUT', executePath('both'), allowed.execute),
      ],
    },
    {
      id: 12,
      title: 'An unknown command or processor is not found',
      section: '1',
      probes: [
        notFound('unknown command', request('POST', '/api/v1/run/suite/both')),
        notFound('unknown processor', execute('unknown', M, I)),
      ],
    },
    {
      id: 13,
      title: 'Paths are in lower case',
      section: '1',
      probes: [
        {
          name: 'original case',
          send: { ...execute('both', M, I), path: '/api/v1/execute/Suite/Both' },
          must: { anyOf: [{ status: 404 }, processed] },
        },
      ],
    },
    {
      id: 14,
      title: 'A signature has fields and a parameter schema',
      section: '2.3',
      probes: [
        {
          name: 'GET signature of brp',
          send: request('GET', signaturePath('brp')),
          must: {
            status: 200,
            headers: jsonType,
            json: {
              fields: inAnyOrder(fieldsOf.brp),
              parameters: { type: 'object', properties: commonProperties },
            },
          },
          should: { status: 200, json: { fields: fieldsOf.brp } },
        },
      ],
    },
    {
      id: 15,
      title: 'A configuration check accepts valid parameters',
      section: '2.4',
      probes: [{ name: 'a value for must', send: checkParameters('need', '{"must":"x"}'), must: accepted }],
    },
    {
      id: 16,
      title: 'A configuration check names a missing parameter',
      section: '2.4',
      probes: [{ name: 'an empty object', send: checkParameters('need', '{}'), must: refused('must') }],
    },
    {
      id: 17,
      title: 'A configuration check of something else than an object has one error without a path',
      section: '2.4',
      probes: ['', 'null', '[]', '{"must":'].map((body) => ({
        name: `body ${JSON.stringify(body)}`,
        send: checkParameters('need', body),
        must: refused(''),
      })),
    },
    {
      id: 18,
      title: 'A configuration check reports all errors at once',
      section: '2.4',
      probes: [
        {
          name: 'two wrong types',
          send: checkParameters('need', '{"reject":"true","must":5}'),
          must: refused('reject', 'must'),
        },
      ],
    },
    {
      id: 19,
      title: 'A configuration check ignores unknown keys',
      section: '2.4',
      probes: [{ name: 'an unknown key', send: checkParameters('need', '{"must":"x","other":1}'), must: accepted }],
    },
    {
      id: 20,
      title: 'A configuration check reads JSON whatever its media type',
      section: '2.4',
      probes: [
        {
          name: 'text/plain, valid',
          send: checkParameters('need', '{"must":"x","other":1}', 'text/plain'),
          must: accepted,
        },
        { name: 'text/plain, invalid', send: checkParameters('need', '{}', 'text/plain'), must: refused('must') },
        {
          name: 'no Content-Type',
          send: { ...checkParameters('need', '{"must":"x"}'), headers: [] },
          must: accepted,
        },
      ],
    },
    {
      id: 101,
      title: 'HEAD on a signature is answered without a body',
      section: '1',
      probes: [
        {
          name: 'HEAD signature',
          send: request('HEAD', signaturePath('both')),
          must: { status: 200, body: 'empty' },
          should: { status: 200, headers: jsonType },
        },
      ],
    },
    {
      id: 102,
      title: 'Other methods are not allowed, and the answer names those that are',
      section: '1',
      probes: [
        { path: INFO, allow: allowed.info },
        { path: executePath('both'), allow: allowed.execute },
        { path: signaturePath('both'), allow: allowed.signature },
      ].flatMap(({ path, allow }) => ['PATCH', 'DELETE', 'OPTIONS'].map((method) => notAllowed(method, path, allow))),
    },
    {
      id: 103,
      title: 'Nothing else is found',
      section: '1',
      probes: [
        notFound('no /api/v1', request('GET', '/signature/suite/both')),
        notFound('another API version', request('GET', '/api/v2/signature/suite/both')),
        notFound('a command of two words', request('GET', '/api/v1/run/now/suite/both')),
        notFound('GET of an unknown command', request('GET', '/api/v1/run/suite/both')),
        notFound('signature of an unknown processor', request('GET', signaturePath('unknown'))),
        notFound('a name that every object has', request('GET', signaturePath('__proto__'))),
      ],
    },
    {
      id: 104,
      title: 'HEAD on an unknown command is not found',
      section: '1',
      probes: [
        {
          name: 'HEAD of an unknown command',
          send: request('HEAD', '/api/v1/run/suite/both'),
          should: { status: 404, body: 'empty' },
        },
      ],
    },
    {
      id: 105,
      title: 'A trailing slash is redirected, served or not found',
      section: '1',
      probes: [
        {
          name: 'GET signature with a slash',
          send: request('GET', `${signaturePath('both')}/`),
          must: { status: [200, 301, 307, 308, 404] },
        },
      ],
    },
    {
      id: 106,
      title: 'The format follows Accept',
      section: '2.2',
      probes: [
        { name: 'anything', send: info('*/*'), must: { status: 200, json: listing } },
        { name: 'JSON', send: info('application/json'), must: { status: 200, json: listing } },
        {
          name: "a browser's header",
          send: info('text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8'),
          must: { status: 200, body: [/<!doctype html|<html/i] },
        },
        {
          name: 'the greater q-value wins',
          send: info('text/plain;q=0.1, text/markdown;q=0.9'),
          should: { status: 200, headers: { 'content-type': /^text\/markdown(;|$)/i } },
        },
        {
          name: 'text wins a tie',
          send: info('text/markdown, text/plain'),
          should: { status: 200, headers: { 'content-type': /^text\/plain(;|$)/i } },
        },
        {
          name: 'the answer says that it depends on Accept',
          send: info(),
          should: { status: 200, headers: { vary: /\baccept\b/i } },
        },
      ],
    },
    {
      id: 107,
      title: 'Each signature says which fields it takes',
      section: '2.5',
      probes: Object.entries(fieldsOf).map(([name, fields]) => ({
        name,
        send: request('GET', signaturePath(name)),
        must: { status: 200, headers: jsonType, json: { fields: inAnyOrder(fields), parameters: anything } },
        should: { status: 200, json: { fields } },
      })),
    },
    {
      id: 108,
      title: 'The parameter schema has the types, defaults and required names',
      section: '2.3',
      probes: [
        {
          name: 'both',
          send: request('GET', signaturePath('both')),
          must: {
            status: 200,
            json: {
              parameters: {
                type: 'object',
                properties: {
                  ...commonProperties,
                  mode: { type: 'string', default: 'none' },
                  delay: { type: 'integer', default: 0 },
                },
              },
            },
          },
          should: { status: 200, json: { parameters: { title: nonemptyText } } },
        },
        {
          name: 'need',
          send: request('GET', signaturePath('need')),
          must: { status: 200, json: { parameters: { required: ['must'], properties: { must: { type: 'string' } } } } },
        },
      ],
    },
  ],
}
