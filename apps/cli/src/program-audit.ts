import { type Command, Option } from 'commander'
import { collectorOptions, examples } from './program-options.ts'

const VERIFY_CODES = `
Exit codes:
  0  intact
  1  broken: something was changed, removed, put in, moved or cut off
  2  usage: the command line or its surroundings must be put right
  3  the collector could not be read to the end
  4  our fault`

const load = {
  verify: () => import('./commands/audit/verify.ts'),
  log: () => import('./commands/audit/log.ts'),
  sample: () => import('./commands/audit/sample.ts'),
  report: () => import('./commands/audit/report.ts'),
}

/** What an auditor does. */
export function audit(program: Command): void {
  const verb = program.command('audit').description('verify the decision log, draw samples, compare dates')
  verify(verb)
  log(verb)
  sample(verb)
  reports(verb)
  verb.addHelpText(
    'after',
    examples(
      'ai-census audit head --output head-2026-11.json',
      'ai-census audit verify --head head-2026-11.json',
      'ai-census audit sample draw systems --state registered',
      'ai-census audit diff --from 2026-10-01 --to 2026-11-01',
    ),
  )
}

function verify(verb: Command): void {
  collectorOptions(
    verb
      .command('verify')
      .description('verify the decision log of a running collector, or of an exported file without one'),
  )
    .option('--head <file>', 'an earlier `audit head`, or <sequence>:<hash>: shows what was cut off since')
    .option('--file <log>', 'a file of `audit export-log`')
    .option('--ledger <file>', 'a file of `audit export-log --ledger`')
    .option('--json', 'as JSON')
    .option('-q, --quiet', 'no progress')
    .addHelpText(
      'after',
      examples(
        'ai-census audit verify',
        'ai-census audit verify --head head-2026-11.json',
        'ai-census audit verify --file log.ndjson --ledger ledger.ndjson --head head-2026-11.json --json',
      ) + VERIFY_CODES,
    )
    .action(async (options) => (await load.verify()).verify(options))
}

function log(verb: Command): void {
  collectorOptions(verb.command('head').description('note where decision log and ledger end now'))
    .option('-o, --output <file>', 'write there instead of to standard output')
    .addHelpText('after', examples('ai-census audit head --output head-2026-11.json'))
    .action(async (options) => (await load.log()).head(options))
  collectorOptions(
    verb
      .command('export-log')
      .description('write the decision log as NDJSON that anybody can verify (docs/operations/audit.md)'),
  )
    .option('--ledger', 'the ledger instead: a line for every look and decision')
    .option('-o, --output <file>', 'write there instead of to standard output')
    .addHelpText(
      'after',
      examples(
        'ai-census audit export-log --output log.ndjson',
        'ai-census audit export-log --ledger --output ledger.ndjson',
      ),
    )
    .action(async (options) => (await load.log()).exportLog(options))
}

function sample(verb: Command): void {
  const samples = verb.command('sample').description('samples that anybody draws again from their seed')
  draw(samples)
  collectorOptions(samples.command('list').description('list the samples'))
    .option('--json', 'as JSON')
    .addHelpText('after', examples('ai-census audit sample list'))
    .action(async (options) => (await load.sample()).list(options))
  collectorOptions(samples.command('show').description('show one, with what to check').argument('<id>'))
    .option('--json', 'as JSON')
    .addHelpText('after', examples('ai-census audit sample show 6f1c… --json'))
    .action(async (id: string, options) => (await load.sample()).show(id, options))
  collectorOptions(
    samples.command('redraw').description('draw one again and compare; 1 when it differs').argument('<id>'),
  )
    .option('--json', 'as JSON')
    .addHelpText('after', examples('ai-census audit sample redraw 6f1c…'))
    .action(async (id: string, options) => (await load.sample()).redraw(id, options))
  collectorOptions(
    samples
      .command('conclude')
      .description('say what was found of one row')
      .argument('<id>', 'the sample')
      .argument('<row>', 'its number')
      .addArgument(samples.createArgument('<result>', 'what was found').choices(['ok', 'error'])),
  )
    .option('--note <text>', 'what is wrong')
    .option('--json', 'as JSON')
    .addHelpText('after', examples('ai-census audit sample conclude 6f1c… 3 error --note "owner left"'))
    .action(async (id: string, row: string, result: 'ok' | 'error', options) =>
      (await load.sample()).conclude(id, row, result, options),
    )
  samples.addHelpText(
    'after',
    examples('ai-census audit sample draw systems --size 25', 'ai-census audit sample show 6f1c…'),
  )
}

function draw(samples: Command): void {
  const populations = ['systems', 'components', 'findings', 'scopes'] as const
  collectorOptions(
    samples
      .command('draw')
      .description('draw from the inventory (systems, components) or from the ledger (findings, scopes)')
      .addArgument(samples.createArgument('<population>', 'what to draw from').choices(populations)),
  )
    .option('--size <number>', 'how many; else as many as bound the share of errors')
    .option('--tolerable <share>', 'if none is wrong, at most this share of all is (default: 0.05)')
    .option('--confidence <share>', 'default: 0.95')
    .option('--seed <text>', 'noted before drawing, by both sides (default: a new one)')
    .option('--as-of <date>', 'from the inventory as it was then')
    .option('--state <state...>', 'only these: registered, seen, denied, …')
    .option('--supplier <slug>', 'only of this supplier')
    .option('--scanner <id>', 'only of this scanner (findings, scopes)')
    .addOption(new Option('--by <what>', 'some of each').choices(['supplier', 'state', 'scanner']))
    .option('--json', 'as JSON')
    .addHelpText(
      'after',
      examples(
        'ai-census audit sample draw systems --state registered --seed "audit 2026, drawn by lot"',
        'ai-census audit sample draw scopes --size 20 --as-of 2026-10-01',
        'ai-census audit sample draw findings --size 40 --by supplier',
      ),
    )
    .action(async (population: (typeof populations)[number], options) =>
      (await load.sample()).draw(population, options),
    )
}

function reports(verb: Command): void {
  collectorOptions(
    verb.command('completeness').description('estimate how much of what there is was found, and how surely'),
  )
    .addOption(
      new Option('--of <what>', 'what is counted')
        .choices(['systems', 'components', 'suppliers'])
        .default('systems'),
    )
    .addOption(
      new Option('--by <what>', 'what found them').choices(['place', 'source', 'scanner']).default('place'),
    )
    .option('--without <source...>', 'leave out what is not independent of the rest')
    .option('--json', 'as JSON')
    .addHelpText(
      'after',
      examples('ai-census audit completeness', 'ai-census audit completeness --of suppliers --by source'),
    )
    .action(async (options) => (await load.report()).completeness(options))
  collectorOptions(verb.command('diff').description('what came, went and changed between two dates'))
    .requiredOption('--from <date>', 'an ISO date or instant')
    .option('--to <date>', 'default: now')
    .addOption(
      new Option('--type <type...>', 'of what').choices([
        'system',
        'component',
        'supplier',
        'model',
        'relationship',
        'flag',
      ]),
    )
    .option('--json', 'as JSON')
    .addHelpText('after', examples('ai-census audit diff --from 2026-10-01 --to 2026-11-01 --type system'))
    .action(async (options) => (await load.report()).diff(options))
  collectorOptions(
    verb.command('pack').description('write an evidence pack: a ZIP with a manifest of SHA-256 digests'),
  )
    .requiredOption('-o, --output <file>', 'the ZIP')
    .option('--as-of <date>', 'the inventory as it was then')
    .addHelpText('after', examples('ai-census audit pack --output evidence-2026-11.zip --as-of 2026-11-01'))
    .action(async (options) => (await load.log()).pack(options))
}
