import { execFile } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, describe, expect, test } from 'vitest'
import { parse, parseAllDocuments } from 'yaml'
import { readConfiguration } from './configuration/read-configuration.js'
import type { Configuration } from './configuration/schema.js'
import { checkConfiguration } from './lifecycle/check-configuration.js'

const root = new URL('../../../', import.meta.url)
const text = (path: string) => readFile(new URL(path, root), 'utf8')
const scratch = await mkdtemp(join(tmpdir(), 'gatehouse-deploy-'))
afterAll(() => rm(scratch, { recursive: true }))

const MIB = 1_048_576

/** A server takes some 100 MiB, and large bodies several times their length, until they are judged. */
function memoryFor({ limits }: Configuration): number {
  return 150 * MIB + 5 * limits.maxPendingBytes
}

describe('deploy/kubernetes.yaml', async () => {
  const documents = parseAllDocuments(await text('deploy/kubernetes.yaml'))
  const objects = documents.map((document) => document.toJS())
  const find = (kind: string) => objects.find((object) => object.kind === kind)
  const pod = find('Deployment').spec.template.spec
  const [container] = pod.containers
  const file = join(scratch, 'gatehouse.yaml')
  await writeFile(file, find('ConfigMap').data['gatehouse.yaml'])
  const { configuration } = await readConfiguration({ file })

  test('is YAML without faults', () => {
    expect(documents.flatMap(({ errors }) => errors)).toEqual([])
  })

  test('gives a pod the time to drain', () => {
    const { shutdownDelayMs, drainMs } = configuration.timeouts
    expect(pod.terminationGracePeriodSeconds * 1000).toBeGreaterThanOrEqual(shutdownDelayMs + drainMs + 3000)
  })

  test('gives a pod the memory that its bodies may take', () => {
    expect(container.resources.limits.memory).toBe('512Mi')
    expect(memoryFor(configuration)).toBeLessThanOrEqual(512 * MIB)
  })

  test('asks for health where the server tells it, and names the ports that it has', () => {
    expect(container.readinessProbe.httpGet).toEqual({ path: '/readyz', port: 'http' })
    expect(container.livenessProbe.httpGet).toEqual({ path: '/healthz', port: 'http' })
    const ports = Object.fromEntries(
      container.ports.map(({ name, containerPort }: { name: string; containerPort: number }) => [name, containerPort]),
    )
    expect(ports).toEqual({ http: 8000, metrics: configuration.telemetry.prometheus?.port })
  })

  test('takes a busy pod out of the service only when it stays silent', () => {
    expect(container.readinessProbe.failureThreshold).toBeGreaterThan(1)
  })

  test('gives no privilege and no place to write', () => {
    expect(pod.securityContext).toMatchObject({ runAsNonRoot: true, runAsUser: 1000 })
    expect(container.securityContext).toEqual({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    })
  })

  test('selects what it makes', () => {
    const labels = find('Deployment').spec.template.metadata.labels
    expect(find('Deployment').spec.selector.matchLabels).toEqual(labels)
    expect(find('Service').spec.selector).toEqual(labels)
    expect(find('PodDisruptionBudget').spec.selector.matchLabels).toEqual(labels)
    expect(find('HorizontalPodAutoscaler').spec.scaleTargetRef.name).toBe(find('Deployment').metadata.name)
  })
})

describe('compose.yaml', async () => {
  const { services } = parse(await text('compose.yaml'))

  test('mounts a configuration that is right', async () => {
    const file = fileURLToPath(new URL('deploy/gatehouse.yaml', root))
    const { served, configuration } = await checkConfiguration(file, {})
    expect(served.length).toBeGreaterThan(0)
    expect(services.gatehouse.volumes).toEqual(['./deploy:/app/config:ro'])
    expect(services.gatehouse.mem_limit).toBe('512m')
    expect(memoryFor(configuration)).toBeLessThanOrEqual(512 * MIB)
  })

  test('sends telemetry to where the collector listens', async () => {
    const collector = parse(await text('deploy/otel-collector.yaml'))
    const { port } = new URL(`http://${collector.receivers.otlp.protocols.http.endpoint}`)
    expect(services.gatehouse.environment.OTEL_EXPORTER_OTLP_ENDPOINT).toBe(`http://collector:${port}`)
  })
})

describe('Dockerfile', async () => {
  const dockerfile = await text('Dockerfile')

  test('runs as a user by number, which an orchestrator can check, from the folder where configurations are mounted', () => {
    expect(dockerfile).toMatch(/^USER 1000:1000$/m)
    expect(dockerfile).toMatch(/^WORKDIR \/app\/config$/m)
  })

  test('is built where only the packages of the image are', async () => {
    const context = join(scratch, 'context')
    const copied = ['tsconfig.base.json', 'tsconfig.json', 'scripts', 'packages/sdk']
    for (const path of copied) {
      const from = fileURLToPath(new URL(path, root))
      await cp(from, join(context, path), { recursive: true, filter: (file) => !file.includes('node_modules') })
    }
    await symlink(fileURLToPath(new URL('node_modules', root)), join(context, 'node_modules'))
    const cwd = join(context, 'packages/sdk')
    await rm(join(cwd, 'dist/bundle'), { recursive: true })
    await promisify(execFile)(process.execPath, ['../../scripts/bundle.mjs'], { cwd })
    expect(await readFile(join(cwd, 'dist/bundle/index.js'), 'utf8')).toContain('export {')
  })

  test('starts a command that exists', async () => {
    const [, path = ''] = /^ENTRYPOINT \["node", "\/app\/(.*?)"\]$/m.exec(dockerfile) ?? []
    expect(await text(path)).toContain('main.js')
  })
})
