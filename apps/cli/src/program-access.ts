import { Argument, type Command, Option } from 'commander'
import { collectorOptions, examples } from './program-options.ts'

const ROLES = ['viewer', 'auditor', 'governance', 'admin'] as const

const jsonOption = (command: Command) => collectorOptions(command).option('--json', 'print JSON')

/** Tokens of scanners. */
export function token(program: Command): void {
  const verb = program.command('token').description('tokens of scanners, and the owner’s sign-in link')
  const load = () => import('./commands/token.ts')
  jsonOption(verb.command('create').description('make a scanner token; it is shown once'))
    .requiredOption('--name <name>', 'what it is for')
    .requiredOption('--source <source...>', 'what it may report for, e.g. "github:acme" or "code:*"')
    .option('--expires <when>', 'an ISO date, a number of days such as 90d, or never (default: a year)')
    .addHelpText(
      'after',
      examples(
        'ai-census token create --name ci --source "code:*"',
        'ai-census token create --name nightly --source github:acme --expires 90d',
        'ai-census token create --name lab --source "code:*" --expires never',
      ),
    )
    .action(async (options) => (await load()).createToken(options))
  jsonOption(verb.command('list').description('list the tokens: state, last use, end, sources'))
    .addHelpText('after', examples('ai-census token list', 'ai-census token list --json'))
    .action(async (options) => (await load()).listTokens(options))
  jsonOption(verb.command('revoke').description('revoke a token at once').argument('<id>', 'its id'))
    .addHelpText('after', examples('ai-census token revoke 0b9d6a52-4f7e-4a53-9d0e-5f1c2b3a4d5e'))
    .action(async (id: string, options) => (await load()).revokeToken(id, options))
  jsonOption(
    verb.command('sign-in').description('make a one-time sign-in link of the owner for the dashboard'),
  )
    .addHelpText('after', examples('ai-census token sign-in'))
    .action(async (options) => (await load()).signInLink(options))
  verb.addHelpText(
    'after',
    examples('ai-census token create --name ci --source "code:*"', 'ai-census token sign-in'),
  )
}

/** People and their roles. */
export function user(program: Command): void {
  const verb = program.command('user').description('people who may use the dashboard, and their roles')
  const load = () => import('./commands/user.ts')
  const named = () => new Argument('<user>', 'e-mail address, name or id')
  jsonOption(verb.command('list').description('list the people: state, role, last sign-in'))
    .addHelpText('after', examples('ai-census user list', 'ai-census user list --json'))
    .action(async (options) => (await load()).listUsers(options))
  jsonOption(verb.command('invite').description('invite a person; prints the one-time link to send'))
    .argument('<email>', 'the e-mail address')
    .addOption(new Option('--role <role>', 'what the person may do').choices(ROLES).default('viewer'))
    .addHelpText('after', examples('ai-census user invite maria@acme.example --role governance'))
    .action(async (email: string, options) => (await load()).inviteUser(email, options))
  jsonOption(verb.command('link').description('make a new one-time sign-in link; earlier ones stop working'))
    .addArgument(named())
    .addHelpText('after', examples('ai-census user link maria@acme.example'))
    .action(async (who: string, options) => (await load()).makeLink(who, options))
  jsonOption(verb.command('role').description('give a person another role, at once'))
    .addArgument(named())
    .addArgument(new Argument('<role>', 'the role').choices(ROLES))
    .addHelpText('after', examples('ai-census user role maria@acme.example auditor'))
    .action(async (who: string, role, options) => (await load()).changeRole(who, role, options))
  jsonOption(verb.command('disable').description('keep a person out; ends open sessions at once'))
    .addArgument(named())
    .addHelpText('after', examples('ai-census user disable maria@acme.example'))
    .action(async (who: string, options) => (await load()).disableUser(who, options))
  jsonOption(verb.command('enable').description('let a disabled person in again'))
    .addArgument(named())
    .addHelpText('after', examples('ai-census user enable maria@acme.example'))
    .action(async (who: string, options) => (await load()).enableUser(who, options))
  verb.addHelpText(
    'after',
    examples(
      'ai-census user invite maria@acme.example --role governance',
      'ai-census user list',
      'ai-census user role maria@acme.example admin',
      'ai-census user disable maria@acme.example',
    ),
  )
}
