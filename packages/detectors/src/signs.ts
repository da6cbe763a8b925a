import type { Context, Strength, UnknownReason } from '@ai-census/schema'
import type { Ecosystem, Language } from '@ai-census/signatures'

/**
 * A value as far as one file tells it: a known text; or what must be known to tell it.
 * `ref` names something in the same file (dotted); `call` is an index into the file's `calls`.
 */
export type Value =
  | string
  | null
  | { readonly env: string; readonly or?: Value }
  | { readonly ref: string }
  | { readonly call: number }
  /** A part of another value: `settings.model` where `settings` is what a call made. */
  | { readonly of: Value; readonly get: string }
  | { readonly any: readonly Value[] }
  | { readonly join: readonly Value[] }

interface Placed {
  /** From 1. In a notebook, within the cell. */
  readonly line: number
  readonly cell?: number
  /** One line, masked, at most 200 characters. */
  readonly excerpt?: string
}

/** How a package came to be named. */
export interface PackageSign extends Placed {
  readonly ecosystem: Ecosystem
  readonly name: string
  readonly method: 'manifest' | 'lock-file'
  /** A range in a manifest, an exact version in a lock file. */
  readonly range?: string
  readonly version?: string
  readonly dev?: boolean
  readonly optional?: boolean
  /** Installed because another package wants it; the names on the way, nearest to the repository first. */
  readonly transitive?: boolean
  /** The repository makes this package itself. */
  readonly own?: true
  readonly via?: readonly string[]
}

export interface ImportSign extends Placed {
  readonly language: Language
  readonly module: string
  readonly names?: readonly string[]
  /** No import: the module is called by its whole name, as where a framework loads all packages by itself. */
  readonly qualified?: boolean
}

/** The value of an argument that is a switch and is on. */
export const ON = 'true'

/** A call that may make or use a client. */
export interface CallSign extends Placed {
  readonly language: Language
  /** As written: `client.chat.completions.create`. */
  readonly callee: string
  /** What is called: leads through `links` and `values` to the module or the client that it comes from. */
  readonly target: Value
  /** Arguments that may matter, by name; those of an object argument too, dotted below the first level. */
  readonly named: Readonly<Record<string, Value>>
  /** Lines of named arguments that do not stand on the call's own line. */
  readonly lines?: Readonly<Record<string, number>>
  readonly positional: readonly Value[]
  /** `new`, or a name that begins with a capital. */
  readonly constructs?: boolean
}

/** A value in a place that holds a model id. */
export interface ModelSign extends Placed {
  readonly value: Value
  /** The key, argument or variable: `model`, `OPENAI_MODEL`. Absent: known by the catalogue alone. */
  readonly place?: string
  /** The provider that stands beside it: `provider: groq`. */
  readonly provider?: string
  /** The supplier whose address or name stands beside it in the same record. */
  readonly beside?: string
  /** The address that stands beside it in the same record is nobody's in the catalogue. */
  readonly own?: true
  /** Who serves it, where the place itself says so: a server's command, a cloud's resource. */
  readonly supplier?: string
  /** The folder of infrastructure whose resources use it. */
  readonly folder?: string
  readonly method: 'call' | 'configuration' | 'model-id' | 'environment-name'
  /** Index into `calls`, where the place is an argument. */
  readonly call?: number
  readonly strength: Strength
}

export interface HostSign extends Placed {
  readonly host: string
  readonly path: string
  readonly supplier: string
  readonly product?: string
  readonly method: 'host' | 'configuration'
  /** In a string of code or a configuration value; prose and comments are never signs. */
  readonly strength: Strength
  /** The argument, key or variable that holds it. */
  readonly place?: string
  readonly call?: number
}

export interface EnvironmentSign extends Placed {
  readonly name: string
  readonly supplier: string
  /** Weak: others use the name too. */
  readonly strength: Strength
  /** Set here (a file of variables), and not just read. */
  readonly set?: boolean
  /** A setting whose value names the supplier: `LLM_PROVIDER=openai`. */
  readonly chosen?: boolean
}

export interface KeySign extends Placed {
  readonly supplier: string
  /** The shape's id in the signature: `project-key`. */
  readonly shape: string
  readonly fingerprint: string
  readonly redacted: string
}

export interface McpServerSign extends Placed {
  readonly name: string
  readonly transport: 'stdio' | 'http' | 'sse' | 'unknown'
  readonly command?: string
  readonly host?: string
  readonly path?: string
  /** What npx, uvx, docker or another runner fetches: `npm:@scope/server-x`. */
  readonly package?: string
  readonly environment: readonly string[]
  readonly headers: readonly string[]
  readonly disabled?: boolean
  /** A program itself starts or reaches it; elsewhere people's tools do. */
  readonly inCode?: true
  /** A cluster runs or reaches it. */
  readonly deployed?: true
}

/** A sign that one look explains: an image, a resource type, an action, an assistant's file, a declaration. */
export interface NamedSign extends Placed {
  readonly type:
    | 'image'
    /** A server of models that a command starts, or that is built from its source. */
    | 'server'
    | 'resource'
    | 'action'
    | 'assistant'
    | 'dataset'
    | 'model-file'
    | 'iam-action'
    | 'pipeline'
    | 'agent'
    /** An extension of a database: `create extension vector`. */
    | 'extension'
    /** A node of a workflow, or a part of a resource, that reaches a supplier. */
    | 'node'
    /** Another program that this one starts: `spawn('whisper-cli', …)`. */
    | 'program'
    /** A command by which a script or a pipeline starts an assistant: `codex exec`. */
    | 'command'
    /** What SQL says by which a supplier answers: `ai_query(…)`. */
    | 'query'
    | 'declared-system'
    | 'declared-model'
    | 'declared-dataset'
    | 'declared-service'
  readonly name: string
  readonly supplier: string | null
  readonly product?: string
  readonly attributes?: Readonly<Record<string, string | number | boolean>>
}

/** A variable that the file puts into the environment of what runs. */
export interface Setting {
  readonly name: string
  readonly value: Value
  readonly line: number
  readonly excerpt?: string
  /** Only the program that sets it sees it: a notebook is nobody's module. */
  readonly own?: true
}

/** A comment that asks to ignore the signs of its line, or of the next one where it stands alone. */
export interface IgnoreSign {
  readonly line: number
  readonly cell?: number
  readonly alone: boolean
  readonly reason?: string
}

/** What one file shows, plain JSON, without any secret. An empty object: nothing. */
export interface FileSigns {
  /** A file of a program in which there are comments and nothing else. */
  readonly blank?: true
  readonly packages?: readonly PackageSign[]
  readonly imports?: readonly ImportSign[]
  readonly calls?: readonly CallSign[]
  readonly models?: readonly ModelSign[]
  readonly hosts?: readonly HostSign[]
  readonly environment?: readonly EnvironmentSign[]
  readonly keys?: readonly KeySign[]
  readonly mcp?: readonly McpServerSign[]
  readonly named?: readonly NamedSign[]
  /** Local name → `module#export` (`module#*` for the module itself), to find values in other files. */
  readonly links?: Readonly<Record<string, string>>
  /** Dotted name → value that this file gives it. */
  readonly values?: Readonly<Record<string, Value>>
  readonly settings?: readonly Setting[]
  readonly ignores?: readonly IgnoreSign[]
  readonly unknowns?: readonly { readonly reason: UnknownReason; readonly detail: string }[]
  /** Set where the content tells more than the path (generated or minified code, a test framework's import). */
  readonly context?: Context
}
