import { type Command, Option } from 'commander'

export const examples = (...lines: readonly string[]) =>
  `\nExamples:\n${lines.map((line) => `  $ ${line}`).join('\n')}\n`

/** How a command finds the collector that it speaks to. */
export const collectorOptions = (command: Command) =>
  command
    .option('--collector <url>', 'a running collector (default: the one of the data folder)')
    .addOption(new Option('--token <token>', 'its token').env('AI_CENSUS_TOKEN'))
    .option('--data <folder>', 'the data folder of a collector on this machine', '.ai-census')
