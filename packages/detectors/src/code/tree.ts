/**
 * The little of a program that detection needs, the same for every language: what is imported, what is
 * assigned, what is called with what. A reader leaves out what it does not understand and never fails.
 */
export type Expr =
  | { readonly t: 'text'; readonly text: string; readonly line: number }
  /** A template or concatenation. */
  | { readonly t: 'join'; readonly parts: readonly Expr[]; readonly line: number }
  | { readonly t: 'name'; readonly name: string; readonly line: number }
  /** `on.name`, and `on["name"]`. */
  | { readonly t: 'get'; readonly on: Expr; readonly name: string; readonly line: number }
  | CallExpr
  /** One of these: `a or b`, `a ?? b`, `c ? a : b`. */
  | { readonly t: 'either'; readonly of: readonly Expr[]; readonly line: number }
  | { readonly t: 'record'; readonly entries: readonly Entry[]; readonly line: number }
  | { readonly t: 'list'; readonly of: readonly Expr[]; readonly line: number }
  | { readonly t: 'function'; readonly function: FunctionStmt; readonly line: number }
  | { readonly t: 'boolean'; readonly value: boolean; readonly line: number }
  /** Something else, with the expressions inside it. */
  | { readonly t: 'other'; readonly of: readonly Expr[]; readonly line: number }

/** The name of a member that is only known when the program runs: `providers[name]`. */
export const ANY = '*'

/** A name that may hold a record of alternatives. */
export const isTable = (expr: Expr): boolean =>
  (expr.t === 'name' || expr.t === 'get') && !/env|environ|secrets/i.test(expr.name)

export interface CallExpr {
  readonly t: 'call'
  readonly callee: Expr
  readonly args: readonly Arg[]
  readonly constructs: boolean
  readonly line: number
}

export interface Arg {
  readonly name?: string
  readonly value: Expr
}

export interface Entry {
  /** Null: computed or spread. */
  readonly key: string | null
  /** What computes the key, by its last name: `groq` of `[Provider.groq]`. */
  readonly computed?: string | undefined
  /** What the value is given to, where the key does not say it: an enumeration of models. */
  readonly place?: string
  readonly value: Expr
  readonly line: number
}

export interface Param {
  readonly name: string
  readonly default?: Expr
  readonly line: number
}

export interface FunctionStmt {
  readonly s: 'function'
  readonly name: string | null
  readonly params: readonly Param[]
  readonly body: readonly Stmt[]
  readonly decorators: readonly Expr[]
  readonly line: number
}

export type Stmt =
  /** `name` null: the module itself; `*`: everything. `as` is the local name. */
  | {
      readonly s: 'import'
      readonly module: string
      readonly names: readonly { readonly name: string | null; readonly as: string }[]
      readonly typeOnly: boolean
      readonly line: number
    }
  /** `targets` are names or `a.b` chains; `exported` under these names. */
  | {
      readonly s: 'assign'
      readonly target: Expr
      readonly value: Expr
      /** The name is known in the block alone that declares it: `const`, `let`. */
      readonly local?: boolean
      readonly line: number
    }
  /** A name that is given a type and no value: `api_key: str`. */
  | { readonly s: 'declared'; readonly name: string; readonly line: number }
  | { readonly s: 'expression'; readonly value: Expr; readonly line: number }
  | { readonly s: 'return'; readonly value: Expr; readonly line: number }
  | FunctionStmt
  | {
      readonly s: 'class'
      readonly name: string
      readonly bases: readonly Expr[]
      readonly body: readonly Stmt[]
      readonly line: number
    }
  /** Statements that may run: the branches of an `if`, the body of a loop. */
  | {
      readonly s: 'branch'
      /** The label by which a choice comes to it. */
      readonly arm?: string
      readonly test: Expr | null
      readonly body: readonly Stmt[]
      readonly otherwise: readonly Stmt[]
      readonly line: number
    }
  | {
      readonly s: 'each'
      readonly target: Expr | null
      readonly of: Expr
      readonly body: readonly Stmt[]
      readonly line: number
    }
  /** A name given to the outside: `export { a as b } [from 'm']`, `module.exports = { a }`. */
  | { readonly s: 'export'; readonly local: string; readonly as: string; readonly line: number }

export interface Program {
  readonly body: readonly Stmt[]
  /** The reader lost its way and gave up part of the file. */
  readonly partial: boolean
}
