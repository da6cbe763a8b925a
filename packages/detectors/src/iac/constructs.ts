import type { Catalogue } from '../catalogue.ts'
import type { CodeFacts } from '../code/facts.ts'
import type { CallSign, ModelSign, NamedSign, Value } from '../signs.ts'
import { APP_HOST } from './app-host.ts'
import { isScriptHost, scriptHostModels, scriptHostType } from './script-host.ts'

/** A resource of infrastructure that a program makes: CDK, CDK for Terraform, Pulumi. */
interface Construct {
  readonly call: number
  readonly line: number
  readonly type: string
  readonly kind?: string
  /** What the program calls it, else its variable's line. */
  readonly name: string
  readonly supplier: string
  readonly product?: string
}

const known = new WeakMap<CodeFacts, readonly Construct[]>()

/** Every construct of the catalogue that a program makes. Two ask for those of each file. */
export function constructsIn(facts: CodeFacts, catalogue: Catalogue): readonly Construct[] {
  const before = known.get(facts)
  if (before) return before
  const found = constructsMade(facts, catalogue)
  known.set(facts, found)
  return found
}

function constructsMade(facts: CodeFacts, catalogue: Catalogue): Construct[] {
  const isHost = isScriptHost(facts)
  return facts.calls.flatMap((call, index): Construct[] => {
    if (!call.constructs && !isHost) return []
    // A collection of OpenSearch has a type where others have a kind.
    const kind = [call.named.kind, call.named.type].find((value) => typeof value === 'string')
    for (const type of call.constructs ? typesOf(facts, call) : scriptHostType(call)) {
      const owner = catalogue.resourceOwner(type, kind)
      if (!owner) continue
      const given = call.positional.find((value) => typeof value === 'string')
      return [
        {
          call: index,
          line: call.line,
          type,
          ...(kind ? { kind } : {}),
          name: typeof given === 'string' ? given : `line ${call.line}`,
          supplier: owner.supplier,
          ...(owner.product ? { product: owner.product } : {}),
        },
      ]
    }
    return []
  })
}

/** The types that a constructor may stand for, by the module that it comes from; none for other code. */
function typesOf(facts: CodeFacts, call: CallSign): string[] {
  const parts = pathOf(facts, call.target)
  const name = parts.at(-1) ?? ''
  if (parts.length < 2 || !/^[A-Z]/.test(name)) return []
  if (parts[0] === APP_HOST) return [parts.join(':')]
  return [...cdkTypes(parts, name), ...pulumiTypes(parts, name), ...cdktfTypes(parts)]
}

/** Module, export and what is taken of it, as one list of names. */
function pathOf(facts: CodeFacts, target: Value): string[] {
  if (target === null || typeof target === 'string' || !('ref' in target)) return []
  const [root = '', ...rest] = target.ref.split('.')
  const link = facts.links.get(root)
  if (link === undefined) return []
  const [module = '', exported = ''] = link.split('#')
  if (/^[./~]/.test(module)) return []
  return [
    ...module.split(facts.language === 'python' ? '.' : /\/(?!$)/),
    ...exported.split('.'),
    ...rest,
  ].filter((part) => part !== '' && part !== '*' && part !== 'default')
}

/** `aws-cdk-lib/aws-bedrock` and `CfnAgent` make `AWS::Bedrock::Agent`; types are compared without case. */
function cdkTypes(parts: readonly string[], name: string): string[] {
  if (!/^(aws-cdk-lib|aws_cdk|@aws-cdk|monocdk)$/.test(parts[0] ?? '')) return []
  // A part of a resource's properties, or the name of one: `CfnRuntime.NetworkConfigurationProperty`, `FoundationModelIdentifier`.
  if (/(?:Property|Identifier)$/.test(name) || /^Cfn/.test(parts.at(-2) ?? '')) return []
  const service = parts
    .slice(1)
    .map((part) => /^aws[-_]([a-z0-9]+)/.exec(part)?.[1])
    .find((found) => found)
  return service ? [`AWS::${service}::${name.replace(/^Cfn/, '')}`] : []
}

/** `@pulumi/aws`, `sagemaker` and `Model` make `aws:sagemaker/model:Model`; the native kits leave the middle out. */
function pulumiTypes(parts: readonly string[], name: string): string[] {
  const [first = '', second = ''] = parts
  const kit = first === '@pulumi' ? second : /^pulumi_(\w+)$/.exec(first)?.[1]?.replaceAll('_', '-')
  if (!kit || /Args$/.test(name)) return []
  // A version of the API may stand between the module and the name.
  const module = parts.slice(first === '@pulumi' ? 2 : 1, -1).find((part) => !/^v\d{4,}/.test(part))
  if (!module) return []
  return [`${kit}:${module}:${name}`, `${kit}:${module}/${name[0]!.toLowerCase()}${name.slice(1)}:${name}`]
}

/** `@cdktf/provider-aws/lib/bedrockagent-agent` makes `aws_bedrockagent_agent`. */
function cdktfTypes(parts: readonly string[]): string[] {
  const kit = parts.map((part) => /^(?:provider-|cdktf_cdktf_provider_)(\w+)/.exec(part)?.[1]).find(Boolean)
  const module = parts.at(-2)
  return kit && module ? [`${kit}_${module.replaceAll('-', '_')}`] : []
}

export const constructSign = (
  { line, type, kind, name, supplier, product }: Construct,
  excerpt: (line: number) => string,
): NamedSign => ({
  // An app host makes no resource of a cloud: it takes in what a supplier serves.
  ...(type.startsWith(`${APP_HOST}:`)
    ? { type: 'node', name: supplier }
    : { type: 'resource', name: `${type}.${name}` }),
  supplier,
  ...(product ? { product } : {}),
  line,
  excerpt: excerpt(line),
  attributes: { type, ...(kind ? { kind } : {}) },
})

/** The model that a construct is given is served by the construct's own supplier. */
export function servedBy(constructs: readonly Construct[], sign: ModelSign): ModelSign {
  const made = constructs.find(({ call }) => call === sign.call)
  // No package of the catalogue made the call, so that nothing else would tell who serves.
  return made ? { ...sign, supplier: made.supplier } : sign
}

interface GivenModel {
  readonly call: number
  readonly name: string
  readonly value: Value
  readonly line: number
}

/** `model: { name }` of a construct, or of a record of its kit (`DeploymentModelArgs(name=…)`). */
export function constructModels(facts: CodeFacts, catalogue: Catalogue): GivenModel[] {
  const constructs = new Set(constructsIn(facts, catalogue).map(({ call }) => call))
  if (constructs.size === 0) return []
  if (isScriptHost(facts)) return scriptHostModels(facts, constructs)
  return facts.calls.flatMap((call, index) =>
    Object.entries(call.named).flatMap(([name, value]): GivenModel[] => {
      const isModel = constructs.has(index)
        ? /(^|\.)model\.name$/.test(name)
        : name === 'name' && /ModelArgs$/.test(call.callee)
      return isModel && value !== null
        ? [{ call: index, name, value, line: call.lines?.[name] ?? call.line }]
        : []
    }),
  )
}
