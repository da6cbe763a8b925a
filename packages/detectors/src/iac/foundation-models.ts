import type { CodeFacts } from '../code/facts.ts'
import type { ModelSign, Value } from '../signs.ts'

/**
 * Constants by which the kits of CDK name a model of Bedrock: `FoundationModelIdentifier.ANTHROPIC_CLAUDE_V2_1`
 * (docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_bedrock.FoundationModelIdentifier.html); the ids are those of
 * docs.aws.amazon.com/bedrock/latest/userguide/models-supported.html.
 */
const constant =
  /(?:^|\.)(?:FoundationModelIdentifier|BedrockFoundationModel)\.([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)$/

/** Whoever comes first is the publisher; Titan is Amazon's. */
const publishers = /^(ai21|amazon|anthropic|cohere|deepseek|meta|mistral|stability)-/

/** A model of SageMaker's JumpStart, with its version: `JumpStartModel.META_TEXTGENERATION_LLAMA_2_7B_F_2_0_2`. */
const jumpStart = /(?:^|\.)JumpStartModel\.([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+?)(?:_\d+){3}$/

/** The id that a constant of JumpStart's models stands for. */
export const jumpStartModel = (ref: string): string | null =>
  jumpStart.exec(ref)?.[1]?.toLowerCase().replaceAll('_', '-') ?? null

/** The id that such a constant stands for, as far as it tells: for Claude some leave out the day, and with it the version. */
export function foundationModel(ref: string): string | null {
  const words = constant
    .exec(ref)?.[1]
    ?.toLowerCase()
    .replaceAll('_', '-')
    .replace(/^titan-/, 'amazon-titan-')
  const publisher = words === undefined ? undefined : publishers.exec(words)?.[1]
  if (words === undefined || publisher === undefined) return null
  const name = words
    .slice(publisher.length + 1)
    .replace(/^llama-(?=\d)/, 'llama')
    // What an embedding is as long as is no part of its id.
    .replace(/(-v\d+)-(?:256|384|512|1024)$/, '$1')
    .replace(
      /-v(\d+)-(\d+)(?:-(\d+k))?$/,
      (_, major, minor, window) => `-v${major}:${minor}${window ? `:${window}` : ''}`,
    )
    // Their constants leave out a version that their ids have.
    .replace(/^(nova-[a-z]+-v\d+|titan-embed-text-v2)$/, '$1:0')
  const isDayLeftOut = /^claude-(?!v\d|instant)/.test(name) && !/-20\d{6}-/.test(name)
  return `${publisher}.${isDayLeftOut ? name.replace(/-v\d+:\d+$/, '') : name}`
}

/** Models that a program's calls are given by such constants, and those that it chooses among: what it returns, or keeps in a record. */
export function foundationModels({ calls, values, constants = [] }: CodeFacts): Omit<ModelSign, 'excerpt'>[] {
  const idOf = (value: Value | undefined, depth = 0): { id: string; supplier: string } | null => {
    if (value === null || value === undefined || typeof value === 'string' || !('ref' in value)) return null
    if (value.ref.includes('Model')) {
      const served = foundationModel(value.ref)
      if (served !== null) return { id: served, supplier: 'aws-bedrock' }
      const started = jumpStartModel(value.ref)
      if (started !== null) return { id: started, supplier: 'aws-sagemaker' }
    }
    return depth < 2 ? idOf(values.get(value.ref), depth + 1) : null
  }
  // Each argument of each call is asked: nothing is made but for what is found.
  const given: Omit<ModelSign, 'excerpt'>[] = []
  const ask = (value: Value | undefined, line: number): void => {
    const found = idOf(value)
    if (found === null) return
    given.push({ value: found.id, supplier: found.supplier, method: 'call', strength: 'strong', line })
  }
  for (const call of calls) {
    for (const name of Object.keys(call.named)) ask(call.named[name], call.lines?.[name] ?? call.line)
    for (const value of call.positional) ask(value, call.lines?.[''] ?? call.line)
  }
  const chosen = constants.flatMap(({ ref, line }): Omit<ModelSign, 'excerpt'>[] => {
    const found = idOf({ ref })
    return found === null
      ? []
      : [{ value: found.id, supplier: found.supplier, method: 'model-id', strength: 'medium', line }]
  })
  return [...given, ...chosen]
}
