import { Command } from 'commander'

/** `gatehouse schema`: prints the JSON Schema of the configuration file. */
export function schemaCommand(): Command {
  return new Command('schema')
    .description('Print the JSON Schema of the configuration file.')
    .addHelpText('after', HELP)
    .action(printSchema)
}

async function printSchema(): Promise<void> {
  const { configurationJsonSchema } = await import('@gatehouse/processor-server')
  process.stdout.write(`${JSON.stringify(configurationJsonSchema(), null, 2)}\n`)
}

const HELP = `
Editors with a YAML language server complete and check a file that begins with
  # yaml-language-server: $schema=./gatehouse.schema.json

Examples:
  $ gatehouse schema > gatehouse.schema.json
`
