import { largestYaml } from '../config/structured.ts'
import { type Detector, type Input, TooLarge } from '../detector.ts'
import type { FileSigns, ModelSign, NamedSign } from '../signs.ts'
import { entriesOf, readJson, readYaml, type Tree } from '../text/structure.ts'
import { type Defaults, defaultsOf, templateModels } from './template-models.ts'
import { actionSign, resourceSign } from './terraform.ts'

/** CloudFormation, SAM, ARM, Pulumi YAML, Kubernetes: maps whose `type` names a resource. */
export const templates: Detector = {
  id: 'iac/templates',
  when: 'literal',
  limit: 2_000_000,
  claims: ({ extension, name }) =>
    ['yaml', 'yml', 'json', 'template'].includes(extension) &&
    !/^(package(-lock)?|tsconfig.*|pnpm-lock)\.(json|yaml)$/.test(name),
  analyse(input) {
    // Other JSON and YAML has nothing of the form, and need not be read a second time.
    if (
      !/AWS::|Microsoft\.|type:\s*\w+:\w|"Action"|Action:|apiVersion:/.test(input.text) ||
      /\{\{[^}]*\}\}/.test(input.text)
    )
      return {}
    const json = input.extension === 'json' || /^\s*\{/.test(input.text)
    const named: NamedSign[] = []
    const models: ModelSign[] = []
    let defaults: Defaults = new Map()
    const walk = (tree: Tree, name: string): void => {
      if (tree.t === 'list') for (const item of tree.items) walk(item, name)
      if (tree.t === 'scalar' && typeof tree.value === 'string' && /^[a-z0-9-]+:[A-Za-z*]+$/.test(tree.value))
        named.push(...actionSign(input, tree.value, tree.line))
      if (tree.t !== 'map') return
      const field = (key: string) => entriesOf(tree).find((entry) => entry.key.toLowerCase() === key)
      const scalar = (key: string): string | undefined => {
        const found = field(key)
        return found?.value.t === 'scalar' && typeof found.value.value === 'string'
          ? found.value.value
          : undefined
      }
      const type =
        scalar('type') ??
        (scalar('apiversion') && scalar('kind')
          ? `${scalar('apiversion')!.split('/')[0]}/${scalar('kind')}`
          : undefined)
      const signs = type
        ? resourceSign(
            input,
            type,
            scalar('kind'),
            `${type}.${scalar('name')?.replace(/^\[.*$/, '') || name}`,
            (field('type') ?? field('kind'))?.line ?? tree.line,
          )
        : []
      named.push(...signs)
      const supplier = signs[0]?.supplier
      if (supplier) models.push(...templateModels(input, tree, defaults, supplier))
      for (const entry of tree.entries) walk(entry.value, entry.key)
    }
    if (!json && input.text.length > largestYaml) throw new TooLarge()
    for (const tree of json ? [readJson(input.lines)] : readYaml(input.lines)) {
      defaults = defaultsOf(tree)
      walk(tree, '')
    }
    return { named, models }
  },
  large: typesByLine,
}

/** Types of resources in a file too large for a tree, each by its line. */
function typesByLine(input: Input): FileSigns {
  const named: NamedSign[] = []
  for (const match of input.text.matchAll(
    /["']?[Tt]ype["']?\s{0,8}:\s{0,8}["']?((?:AWS::|Microsoft\.)[\w:./-]{3,120})/g,
  )) {
    const line = input.lines.at(match.index)
    named.push(...resourceSign(input, match[1]!, undefined, `${match[1]}.${line}`, line))
  }
  return { named }
}
