import { largestYaml } from '../config/structured.ts'
import { type Detector, TooLarge } from '../detector.ts'
import { runsModels } from '../serves.ts'
import type { ModelSign, NamedSign } from '../signs.ts'
import { at, entriesOf, readJson, readYaml, type Tree, textOf } from '../text/structure.ts'
import { resourcesByLine } from './by-lines.ts'
import { grantedModel } from './granted-models.ts'
import { type Defaults, defaultsOf, templateModels } from './template-models.ts'
import { actionSign, resourceSign } from './terraform.ts'

/**
 * Maps whose `type` names a resource: CloudFormation, SAM, ARM, Pulumi YAML, Deployment Manager; and what Kubernetes
 * is told by `apiVersion` and `kind`, among it the clouds' resources of Crossplane and of the clouds' own operators.
 */
export const templates: Detector = {
  id: 'iac/templates',
  when: 'literal',
  limit: 2_000_000,
  claims: ({ extension, name }) =>
    ['yaml', 'yml', 'json', 'template', 'jinja', 'jinja2'].includes(extension) &&
    !/^(package(-lock)?|tsconfig.*|pnpm-lock)\.(json|yaml)$/.test(name),
  analyse(input) {
    // Other JSON and YAML has nothing of the form, and need not be read a second time.
    if (!/AWS::|Microsoft\.|type:\s*[\w-]+[:/]\w|"Action"|Action:|"?apiVersion"?:/.test(input.text)) return {}
    // A template is no YAML before it is filled in; what its resources are is known without.
    if (/\{\{[^{}\n]{0,200}\}\}/.test(input.text)) return { named: resourcesByLine(input) }
    const json = input.extension === 'json' || /^\s*\{/.test(input.text)
    const named: NamedSign[] = []
    const models: ModelSign[] = []
    let defaults: Defaults = new Map()
    const walk = (tree: Tree, name: string): void => {
      if (tree.t === 'list') for (const item of tree.items) walk(item, name)
      if (tree.t === 'scalar' && typeof tree.value === 'string' && /^[a-z0-9-]+:[A-Za-z*]+$/.test(tree.value))
        named.push(...actionSign(input, tree.value, tree.line))
      const granted =
        tree.t === 'scalar' && typeof tree.value === 'string'
          ? grantedModel(tree.value, input.catalogue)
          : null
      if (granted) models.push({ ...granted, line: tree.line, excerpt: input.excerpt(tree.line) })
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
      const own = scalar('name') ?? textOf(at(tree, 'metadata', 'name')) ?? generatedName(tree)
      const line = (field('type') ?? field('kind'))?.line ?? tree.line
      const signs = type
        ? resourceSign(
            input,
            type,
            kindOf(tree, scalar('type') ? scalar('kind') : undefined),
            `${type}.${own?.replace(/^\[.*$/, '') || name || `line ${line}`}`,
            line,
          )
        : []
      named.push(...signs)
      const supplier = signs[0]?.supplier
      // Who serves none itself says with them who does: that is read as any other configuration.
      if (supplier && runsModels(input.catalogue, supplier))
        models.push(...templateModels(input, tree, defaults, supplier))
      const denies = /^deny$/i.test(scalar('effect') ?? '')
      for (const entry of tree.entries) if (!denies) walk(entry.value, entry.key)
    }
    if (!json && input.text.length > largestYaml) throw new TooLarge()
    for (const tree of json ? [readJson(input.lines)] : readYaml(input.lines)) {
      defaults = defaultsOf(tree)
      walk(tree, '')
    }
    return { named, models }
  },
  large: (input) => ({ named: resourcesByLine(input) }),
}

/** Of what Kubernetes names itself its manifest has the beginning: `generateName: chat-`. */
const generatedName = (tree: Tree): string | undefined =>
  textOf(at(tree, 'metadata', 'generateName'))?.replace(/-$/, '')

/**
 * A resource's own `kind`; of a managed resource of Kubernetes it stands in its specification. A collection of OpenSearch has
 * a type among its properties instead.
 */
const kindOf = (tree: Tree, own: string | undefined): string | undefined =>
  own ??
  textOf(at(tree, 'spec', 'forProvider', 'kind')) ??
  textOf(at(tree, 'spec', 'kind')) ??
  textOf(at(tree, 'spec', 'type')) ??
  textOf(at(tree, 'Properties', 'Type')) ??
  undefined
