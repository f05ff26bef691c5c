import type { FastifyInstance } from 'fastify'
import type { PageFile } from './page.js'

/** Serves the files of the page from memory. They are open to callers without a token: they say nothing about this server. */
export function addPageFiles(app: FastifyInstance, files: readonly PageFile[]): void {
  for (const { path, body, etag, headers } of files) {
    app.get(path, { config: { public: true } }, (request, reply) => {
      reply.headers(headers).header('etag', etag)
      // Compared weakly (RFC 9110, section 13.1.2): a proxy that compresses makes the tag a weak one.
      const known = (request.headers['if-none-match'] ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''))
      return known.includes(etag) ? reply.code(304).send() : reply.send(body)
    })
  }
}
