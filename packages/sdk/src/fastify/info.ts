import type { Processor } from '../processor/index.js'
import type { ListedProcessor } from './listed-processor.js'
import type { InfoFormat } from './negotiate-info.js'
import { processorsToHtml } from './processors-html.js'
import { processorsToMarkdown } from './processors-markdown.js'

/** One reply body for each format, made at start-up. */
export type InfoDocuments = Readonly<Record<InfoFormat, { readonly contentType: string; readonly body: string }>>

/**
 * Writes the list of processors in every format.
 *
 * @param rootPath put in front of the advertised paths, without its trailing slash.
 */
export function writeInfoDocuments(processors: readonly Processor[], rootPath: string): InfoDocuments {
  const root = rootPath.replace(/\/+$/, '')
  const listed = processors.map((processor) => ({
    processor,
    executePath: `${root}/execute/${processor.path}`,
    signaturePath: `${root}/signature/${processor.path}`,
  }))
  return {
    'application/json': { contentType: 'application/json; charset=utf-8', body: toJson(listed) },
    'text/plain': {
      contentType: 'text/plain; charset=utf-8',
      body: listed.map(({ executePath }) => executePath).join('\n'),
    },
    'text/html': { contentType: 'text/html; charset=utf-8', body: processorsToHtml(listed) },
    'text/markdown': { contentType: 'text/markdown; charset=utf-8', body: processorsToMarkdown(listed) },
  }
}

function toJson(listed: readonly ListedProcessor[]): string {
  return JSON.stringify({
    api_versions: ['v1'],
    processors: listed.map(({ processor, executePath, signaturePath }) => ({
      name: processor.name,
      namespace: processor.namespace,
      id: processor.id,
      available_versions: [processor.version],
      latest_version: processor.version,
      execute_path: executePath,
      signature_path: signaturePath,
    })),
  })
}
