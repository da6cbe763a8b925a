import type { Language } from '@ai-census/signatures'
import type { CallSign, ImportSign, Setting, Value } from '../signs.ts'
import type { CodeFacts, NamedConstant, TextFact } from './facts.ts'
import type { Expr } from './tree.ts'
import { either, type Held, isInstance, type Scope, simple } from './values.ts'

type Hidden = Map<string, Held | undefined>

/** What has been read of one file so far, and what a name stands for at the place that is being read. */
export abstract class FileState {
  protected readonly language: Language
  protected readonly imports: (ImportSign & { typeOnly: boolean })[] = []
  protected readonly links = new Map<string, string>()
  protected readonly values = new Map<string, Value>()
  protected readonly calls: CallSign[] = []
  protected readonly texts: TextFact[] = []
  protected readonly environment: { name: string; line: number }[] = []
  protected readonly settings: Setting[] = []
  protected readonly fieldNames: { name: string; line: number }[] = []
  protected readonly constants: NamedConstant[] = []
  protected readonly scopes: Scope[] = [{ kind: 'module', name: '', names: new Map() }]
  protected readonly blocks: number[] = [0]
  protected readonly known = new Map<Expr, Value>()
  protected blockCount = 0
  /** What the names of the block that is being read stood for before it. */
  private hidden: Hidden = new Map()
  /** The label of the arm of a choice that is being read. */
  protected arm: string | undefined
  /** Under which name the record that is being read stands in a record of models. */
  protected among: TextFact['among']
  /** The provider of the record around the one that is being read. */
  protected provider: string | undefined

  constructor(language: Language) {
    this.language = language
  }

  facts(partial: boolean): CodeFacts {
    return {
      language: this.language,
      imports: this.imports,
      links: this.links,
      values: this.values,
      calls: this.calls,
      texts: this.texts,
      environment: this.environment,
      settings: this.settings,
      fields: this.fieldNames,
      constants: this.constants,
      partial,
    }
  }

  protected get scope(): Scope {
    return this.scopes.at(-1)!
  }

  protected inBlock(run: () => void): void {
    const around = this.hidden
    const hidden: Hidden = new Map()
    this.hidden = hidden
    this.blockCount += 1
    this.blocks.push(this.blockCount)
    run()
    this.blocks.pop()
    this.hidden = around
    const { names } = this.scope
    for (const [name, before] of hidden)
      if (before) names.set(name, before)
      else names.delete(name)
  }

  /** The name under which the scope's `name` is seen from outside, or null. */
  protected visible(name: string): string | null {
    const { kind, name: scope } = this.scope
    if (kind === 'function') return null
    return scope ? `${scope}.${name}` : name
  }

  /** A name that its block alone knows; of a module's own names others may ask at any time. */
  protected setLocal(name: string, value: Value): void {
    if (this.scope.kind === 'function') {
      const before = this.scope.names.get(name)
      if (before?.block !== this.blocks.at(-1)) {
        if (!this.hidden.has(name)) this.hidden.set(name, before)
        this.scope.names.delete(name)
      }
    }
    this.set(name, value)
  }

  protected set(name: string, value: Value): void {
    const block = this.blocks.at(-1)!
    const before = this.scope.names.get(name)
    const replaces = !before || (this.blocks.includes(before.block) && before.block === block)
    const merged = replaces ? value : either(before.value, value)
    this.scope.names.set(name, { value: merged, block: before && !replaces ? before.block : block })
    const visible = this.visible(name)
    if (visible) this.values.set(visible, merged)
  }

  protected merge(name: string, value: Value): void {
    const before = this.values.get(name)
    this.values.set(name, before === undefined || before === null ? value : either(before, value))
  }

  /** The class that is being read as its parent made it: `super(…)`, `super().__init__(…)`, `super.ask(…)`. */
  protected parent(): Value {
    const owner = this.scopes.findLast((scope) => scope.kind === 'class')
    return owner ? { ref: `${owner.name}.<base>` } : null
  }

  protected look(name: string): Value {
    if (name === 'super') return this.parent()
    for (let index = this.scopes.length - 1; index >= 0; index -= 1) {
      const scope = this.scopes[index]!
      if (scope.kind === 'class') continue
      const local = scope.names.get(name)
      if (!local) continue
      // Seen from a function, a name of the module may yet change; it is looked up when all is known.
      if (scope.kind === 'module' && this.scopes.length > 1) return { ref: name }
      return simple(local.value) ? local.value : { ref: name }
    }
    return { ref: name }
  }

  /** The dotted name of a chain of names, `self` given its class; null for anything else. */
  protected dotted(expr: Expr): string | null {
    if (expr.t === 'name') {
      if (!isInstance(expr.name, this.language, this.scopes)) return expr.name
      return this.scopes.findLast((scope) => scope.kind === 'class')?.name ?? null
    }
    if (expr.t !== 'get') return null
    const on = this.dotted(expr.on)
    return on === null ? null : `${on}.${expr.name}`
  }
}
