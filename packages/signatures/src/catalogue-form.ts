import type { CompiledKeyShape } from './key-shape.ts'
import type { LiteralMeaning } from './literals.ts'
import type { HostOwner } from './lookup/hosts.ts'
import type { HostedModel } from './lookup/model-constants.ts'
import type { ModelOwner } from './lookup/models.ts'
import type { ModelFormOwner } from './lookup/signs.ts'
import type { Ecosystem, Language, PackageRole, Signature } from './signature.ts'

export type Supplier = Signature & { readonly slug: string }

export interface PackageOwner {
  readonly supplier: string
  readonly role: PackageRole
  readonly product?: string
  /** The name as the signature declares it, e.g. `@ai-sdk/*`. */
  readonly entry: string
  /** Others use the name too: it counts only beside another sign (the package in a manifest, a key, a host). */
  readonly shared: boolean
  /** Names that nobody else's module of this name brings. */
  readonly brings?: readonly string[]
}

export interface NamedOwner {
  readonly supplier: string
  readonly product?: string
  readonly entry: string
}

export interface EnvironmentOwner extends NamedOwner {
  /** Others use the name too: it counts only beside another sign. */
  readonly shared: boolean
}

/** A method that tells whose a store is, where its file imports the module. */
export interface OwnedMethod {
  readonly supplier: string
  readonly module: string
  readonly name: string
}

/** How a program is told to be an assistant. */
export interface AssistantStart {
  readonly supplier: string
  readonly product?: string
  readonly command: string
  /** None where the package alone says so. */
  readonly takes: readonly string[]
}

/** Who owns a sign. Every look-up answers null where no signature claims it. */
export interface Catalogue {
  /** SHA-256 over the content of all signatures and the form's version; equal for equal knowledge. */
  readonly hash: string
  readonly suppliers: ReadonlyMap<string, Supplier>
  packageOwner(ecosystem: Ecosystem, name: string): PackageOwner | null
  /** A module as the language writes it: `google.genai.types`, `openai/helpers/zod`, `github.com/x/y/z`. */
  importOwner(language: Language, moduleName: string): PackageOwner | null
  clientOwner(language: Language, identifier: string): NamedOwner | null
  /** Longest match wins. `path` begins with `/`. A template (`{name}.openai.azure.com`) is understood. */
  hostOwner(hostname: string, path?: string, port?: number): HostOwner | null
  /** By a path within the text that only this supplier's hosts have; the host may be unknown. */
  pathOwner(text: string): string | null
  /** Who serves a client of `supplier` that is made with these switches on, where that is another. */
  insteadOf(supplier: string, switches: readonly string[]): string | null
  environmentOwner(name: string): EnvironmentOwner | null
  /** With or without registry, mirror, tag and digest. */
  imageOwner(reference: string): NamedOwner | null
  /** `ollama pull` → ollama. */
  readonly modelCommands: ReadonlyMap<string, string>
  /** Commands that start a server, whether a model follows or not: `ollama serve` → ollama. */
  readonly serverCommands: ReadonlyMap<string, string>
  /** By the first word of a command or the package that runs it: what starts an assistant (`claude`, `@openai/codex`). */
  assistantCommands(program: string): readonly AssistantStart[]
  /** Whose server is built from a repository at GitHub: `ggml-org/llama.cpp`, in any case. */
  repositoryOwner(name: string): string | null
  /** By the name of a program that is started, without `.exe`. */
  programOwner(name: string): string | null
  /** By where a tool comes from and what it is called there, in lower case: `brew:ollama`, `vscode:github.copilot`. */
  toolOwner(name: string): string | null
  /** Whose a name is that a runtime has without an import, or what is below it: `Supabase.ai.Session`. */
  globalOwner(name: string): string | null
  /** By the name of a message of a protocol: `tools/call`. */
  messageOwner(name: string): string | null
  /** By the file's name alone, in any case. */
  modelFileOwner(name: string): string | null
  /** `kind` is the resource's own kind where it has one (Cognitive Services accounts). */
  resourceOwner(type: string, kind?: string): NamedOwner | null
  /** With or without `@ref`. */
  actionOwner(name: string): NamedOwner | null
  awsServiceOwner(service: string): NamedOwner | null
  /** An IAM action (`bedrock:InvokeModel`) or its service prefix. */
  awsActionOwner(action: string): NamedOwner | null
  gcpServiceOwner(service: string): NamedOwner | null
  /** By the slug of a GitHub App. */
  gitHubAppOwner(slug: string): NamedOwner | null
  /** A path of a repository, `/` between its parts. */
  fileOwner(path: string): NamedOwner | null
  modelOwner(id: string): ModelOwner | null
  /** The id that a kit's constant is named for: `GPT_4O_MINI`, `ChatModelGPT4o` → `gpt-4o`. */
  modelOfConstant(name: string): string | null
  /** The same with a host's name before it: `GROQ_LLAMA_3_3_70B`. */
  hostedModelOfConstant(name: string): HostedModel | null
  /** A namespace on hubs of models: `meta-llama`. */
  isHubOrganisation(name: string): boolean
  /** `bedrock/anthropic.claude-v2` → aws-bedrock and the rest. */
  modelPrefixOwner(id: string): { supplier: string; rest: string } | null
  /** The only host that writes ids so: `us.anthropic.claude-…-v1:0` → aws-bedrock. */
  modelFormOwner(id: string): ModelFormOwner | null
  /** By the name of a PostgreSQL extension, in lower case. */
  extensionOwner(name: string): string | null
  /** What SQL says, and whose answer that is: `ai_query(`, `create model … options(`. */
  readonly queries: ReadonlyMap<string, string>
  /** By the type that a mapping gives to a field of an index. */
  fieldTypeOwner(type: string): string | null
  /** Methods of a language's packages that stand for a supplier, by the module that a file imports. */
  methodsOf(language: Language): readonly OwnedMethod[]
  readonly keyShapes: readonly CompiledKeyShape[]
  /** What is worth a closer look where it occurs in text, for a prefilter; compare without regard to case. */
  readonly literals: readonly string[]
  /** What `literals[index]` stands for. */
  literalMeaning(index: number): readonly LiteralMeaning[]
  /** Where a literal stands in `literals`, which are not all taken apart for it. */
  literalIndex(literal: string): number | null
}
