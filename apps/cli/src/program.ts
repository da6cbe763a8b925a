import { Command, Option, type OutputConfiguration } from 'commander'
import { token, user } from './program-access.ts'
import { audit } from './program-audit.ts'
import { collectorOptions, examples } from './program-options.ts'
import { type ScannerName, scannerIds } from './scanners.ts'
import { endWithPipe, isTerminal, print } from './standard-output.ts'
import { VERSION } from './version.ts'

const EXIT_CODES = `
Exit codes:
  0  done
  1  there are findings that --fail-on names
  2  usage: the command line or its surroundings must be put right
  3  something could not be read or delivered (coverage is not complete)
  4  our fault`

const SUPPRESSIONS = `
What is known and needs no look stays in every output, as suppressed, and
fails no build (but --fail-on unregistered, where the register decides):
  .ai-censusignore          paths, in any folder, as .gitignore; the comment above or behind a pattern is its reason
  ai-census-ignore: why     in a comment on the line, or alone on the line before
  ai-census-accepted.yaml   accepted: [{ key, reason, author, expires }]; an expired one counts again
`

/** Help and the version, without loading what commands print with. */
const quickOutput: OutputConfiguration = {
  writeOut: (text) => print(Buffer.from(text)),
  getOutHelpWidth: () => (isTerminal(1) ? process.stdout.columns : 80),
  getOutHasColors: () => false,
}

/** Arguments only: every command's work is loaded when it is called. */
export function createProgram(): Command {
  const program = new Command('ai-census')
    .description('Finds every AI system that an organisation uses, and keeps one live inventory of them.')
    .version(VERSION, '-V, --version')
    .exitOverride()
    .configureOutput(quickOutput)
    .hook('preAction', () => void process.stdout.on('error', endWithPipe))
    .showHelpAfterError('(--help shows how it is called, with examples)')
    .addHelpText(
      'after',
      `${examples('ai-census up ./my-repository', 'ai-census scan . --format json')}${EXIT_CODES}`,
    )
  up(program)
  scan(program)
  send(program)
  check(program)
  exportInventory(program)
  audit(program)
  importRegister(program)
  token(program)
  user(program)
  program
    .command('version')
    .description('print the version')
    .addHelpText('after', examples('ai-census version'))
    .action(() => void process.stdout.write(`${VERSION}\n`))
  return program
}

const intoWhole = (value: string) => Number.parseInt(value, 10)

function up(program: Command): void {
  program
    .command('up')
    .description('start the collector and its dashboard here, scan what is named, and keep serving')
    .argument(
      '[target...]',
      'folders, git URLs or bare repositories; none: those of last time, or a made-up company',
    )
    .option('--data <folder>', 'where the embedded database lives', '.ai-census')
    .option('--port <number>', 'the port; another free one is taken if it is in use', intoWhole, 7420)
    .option('--host <address>', 'the address to listen on', '127.0.0.1')
    .option('--no-scan', 'only serve the inventory that is there')
    .option('--once', 'stop when the scans are done')
    .addHelpText(
      'after',
      examples(
        'ai-census up',
        'ai-census up ./shop https://github.com/acme/platform.git',
        'ai-census up --no-scan --port 8080',
      ),
    )
    .action(async (targets: string[], options) => (await import('./commands/up.ts')).up(targets, options))
}

function scan(program: Command): void {
  program
    .command('scan')
    .description('look for AI and print what was found, or post it to a collector')
    .argument('[path...]', 'folders, git URLs or bare repositories (scanner code)')
    .addOption(new Option('--scanner <id>', 'which scanner').choices(scannerIds).default('code'))
    .option(
      '--set <name=value>',
      'a setting of the scanner (repeatable; `ai-census check <scanner>` lists them)',
      gather,
      [],
    )
    .option(
      '-f, --format <format[=file]>',
      'terminal (the default), json, ndjson, sarif or markdown; repeatable, with a file for each',
      gather,
      [],
    )
    .option('-o, --output <file>', 'write there instead of to standard output')
    .option('--collector <url>', 'post the reports to this collector')
    .addOption(new Option('--token <token>', 'a scanner token of the collector').env('AI_CENSUS_TOKEN'))
    .option(
      '--wait <seconds>',
      'how long to try to reach the collector before the reports wait on disk',
      intoWhole,
      30,
    )
    .addOption(
      new Option('--fail-on <what...>', 'exit with 1 when there is').choices([
        'key',
        'new-supplier',
        'unregistered',
        'model-retiring',
      ]),
    )
    .option(
      '--baseline <file>',
      'what was known: show and fail on what is new (of --write-baseline or --format json)',
    )
    .option('--write-baseline <file>', 'keep what is known now, in a few lines to be committed')
    .option('--explain <key>', 'print why a finding was made, sign by sign, and nothing else')
    .option('--ref <ref>', 'read this commit, branch or tag instead of the working tree')
    .option('--no-gitignore', 'read files that git ignores as well')
    .addOption(
      new Option(
        '--history <reach>',
        'how far back to look for the commit that each finding came with (default: auto, or what AI_CENSUS_CODE_HISTORY says)',
      ).choices(['auto', 'all']),
    )
    .option('--no-history', 'do not look for it')
    .option('--no-authors', 'do not name who made that commit')
    .option('--no-cache', 'analyse every file again')
    .option('--workers <number>', 'threads (default: the cores of this machine)', intoWhole)
    .option('-q, --quiet', 'no progress')
    .addHelpText(
      'after',
      examples(
        'ai-census scan .',
        'ai-census scan ./shop ./platform --format json > reports.json',
        'ai-census scan . --write-baseline census-baseline.json',
        'ai-census scan . --baseline census-baseline.json --fail-on key new-supplier',
        'ai-census scan . --format sarif=census.sarif --format markdown=comment.md --format terminal',
        'ai-census scan . --explain service:openai',
        'ai-census scan . --collector https://census.acme.example --token "$AI_CENSUS_TOKEN" --fail-on unregistered',
        'ai-census scan --scanner openai',
        'ai-census scan --scanner gitlab --set groups=acme',
        'ai-census scan --scanner azure-devops --set organizations=acme',
        'ai-census scan --scanner bitbucket --set workspaces=acme',
      ) +
        SUPPRESSIONS +
        EXIT_CODES,
    )
    .action(async (paths: string[], options) => (await import('./commands/scan.ts')).scan(paths, options))
}

function send(program: Command): void {
  program
    .command('send')
    .description('send reports that wait on disk because their collector could not be reached')
    .requiredOption('--collector <url>', 'the collector that they are for')
    .addOption(new Option('--token <token>', 'a scanner token of the collector').env('AI_CENSUS_TOKEN'))
    .option('--wait <seconds>', 'how long to try', intoWhole, 30)
    .addHelpText('after', examples('ai-census send --collector https://census.acme.example'))
    .action(async (options) => (await import('./commands/send.ts')).send(options))
}

function check(program: Command): void {
  program
    .command('check')
    .description('say what works here and what is missing, before a scan')
    .addArgument(program.createArgument('[scanner]', 'a scanner to check').choices(scannerIds))
    .option('--set <name=value>', 'a setting of the scanner (repeatable)', gather, [])
    .option(
      '--print-policy',
      'print the least that the scanner must be allowed, ready to paste, and nothing else',
    )
    .option('--data <folder>', 'the data folder', '.ai-census')
    .addHelpText('after', examples('ai-census check', 'ai-census check openai'))
    .action(async (scanner: ScannerName | undefined, options) =>
      (await import('./commands/check.ts')).check(scanner, options),
    )
}

function exportInventory(program: Command): void {
  collectorOptions(
    program
      .command('export')
      .description('write the inventory of a running collector')
      .addArgument(program.createArgument('[format]', 'its form').choices(['json', 'csv']).default('json')),
  )
    .option('-o, --output <file>', 'write there instead of to standard output')
    .addHelpText('after', examples('ai-census export', 'ai-census export csv --output inventory.csv'))
    .action(async (format: string, options) =>
      (await import('./commands/export.ts')).exportInventory(format, options),
    )
}

function importRegister(program: Command): void {
  collectorOptions(
    program
      .command('import')
      .description('bring the AI register that you already have into the inventory of a running collector')
      .argument('<file>', 'a .csv or .xlsx file'),
  )
    .option('--sheet <name>', 'which sheet of a workbook (default: the one that looks like a register)')
    .option('--mapping <file>', 'a JSON file that says how the sheet is to be read (docs/register-import.md)')
    .option('--dry-run', 'show what would be written, and write nothing')
    .option('-y, --yes', 'write without asking')
    .addOption(
      new Option('-f, --format <format>', 'what to print').choices(['terminal', 'json']).default('terminal'),
    )
    .addHelpText(
      'after',
      examples(
        'ai-census import register.xlsx',
        'ai-census import register.xlsx --sheet "AI systems" --dry-run',
        'ai-census import register.csv --mapping mapping.json --yes',
        'ai-census import register.csv --dry-run --format json > plan.json',
      ) + EXIT_CODES,
    )
    .action(async (file: string, options) =>
      (await import('./commands/import.ts')).importRegister(file, options),
    )
}

const gather = (value: string, before: readonly string[]): string[] => [...before, value]
