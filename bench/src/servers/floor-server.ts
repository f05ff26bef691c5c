import { createServer } from 'node:http'
import { announce } from './announce.js'

/**
 * The floor: `node:http` that reads the whole body into one buffer and answers a constant.
 *
 * Arguments: status, length of the reply's body, port (default: any).
 */
const [status = '204', bytes = '0', port = '0'] = process.argv.slice(2)
const code = Number(status)
const reply = Buffer.alloc(Number(bytes), 'x')
const headers = reply.length > 0 ? { 'content-type': 'text/plain', 'content-length': reply.length } : {}

const server = createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    // The body is put together, as anything that means to look at it has to.
    response.writeHead(Buffer.concat(chunks).length >= 0 ? code : 500, headers)
    response.end(reply)
  })
})
server.listen(Number(port), '127.0.0.1', () => announce(server))
