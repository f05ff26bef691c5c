// #region server
import { createProcessorServer } from '@gatehouse/sdk/fastify'
import { projectNames } from './processor.js'

const server = createProcessorServer({ processors: [projectNames] })
const address = await server.listen({ host: '127.0.0.1', port: Number(process.env.PORT ?? 8000) })
console.log(`Serving ${projectNames.id} on ${address}`)
// #endregion server
