import { SupplierSlug } from '@ai-census/schema'
import { z } from 'zod'

/** What a supplier is to an organisation. One supplier may be several. */
export const SupplierRole = z.enum([
  'model-provider',
  'cloud-ai',
  'inference-host',
  'gateway',
  'agent-framework',
  'vector-database',
  'speech',
  'vision',
  'translation',
  'search',
  'evaluation',
  'observability',
  'labelling',
  'coding-assistant',
  'ai-application',
  'model-hub',
  'mcp',
  'ml-platform',
  'local-runtime',
  /** A library that runs or trains models in place: worth knowing, but nobody is reached through it. */
  'ml-library',
])
export type SupplierRole = z.infer<typeof SupplierRole>

/** Ecosystems by their package-url type. */
export const Ecosystem = z.enum([
  'npm',
  'pypi',
  'golang',
  'maven',
  'nuget',
  'cargo',
  'gem',
  'composer',
  'hex',
  'swift',
  'cocoapods',
  'pub',
  'conda',
  'cran',
  'jsr',
  /** Sources that a build takes from GitHub: the manifests of C and C++. */
  'github',
])
export type Ecosystem = z.infer<typeof Ecosystem>

export const Language = z.enum([
  'python',
  'javascript',
  'go',
  'java',
  'csharp',
  'ruby',
  'php',
  'rust',
  'swift',
  'dart',
  'elixir',
  'cpp',
  'r',
  /** Languages of whose packages nothing is known: Lua, Perl, Julia, Lisps and more. */
  'other',
])
export type Language = z.infer<typeof Language>

/** A package's role: `client` reaches the supplier; `framework` and `local` reach whoever is configured. */
export const PackageRole = z.enum(['client', 'framework', 'local', 'tooling'])
export type PackageRole = z.infer<typeof PackageRole>

const PackageEntry = z.union([
  z.string().min(1),
  z.strictObject({
    /** Exact name, or a prefix ending in `*` (`@langchain/*`, `github.com/aws/aws-sdk-go-v2/service/bedrock*`). */
    name: z.string().min(1),
    role: PackageRole.optional(),
    product: z.string().optional(),
    /** Others, local modules among them, use the name too; it counts only beside another sign (`agents`). */
    shared: z.boolean().optional(),
    /** Names that only this module brings, of which one that is taken from it is such a sign: `Runner` of `agents`. */
    brings: z.array(z.string().min(3)).optional(),
  }),
])

export type PackageEntry = z.infer<typeof PackageEntry>

const HostEntry = z.union([
  z.string().min(1),
  z.strictObject({
    /**
     * A host name, or `*.` and a suffix (`*.openai.azure.com`: one label or more); elsewhere `*` stands for
     * a label or a part of one (`bedrock-runtime.*.amazonaws.com`, `*-aiplatform.googleapis.com`).
     * `localhost` stands for loopback and for any single-label name, and needs `port`.
     */
    host: z.string().min(1),
    /** The path must start with these parts (`/openai/deployments/`); `*` stands for one part. */
    path: z.string().optional(),
    /** The port must be this: how a local runtime is told (`11434`). */
    port: z.int().min(1).max(65535).optional(),
    product: z.string().optional(),
    /** The host also serves other things; it counts only with the path or beside another sign. */
    shared: z.boolean().optional(),
    /** A page for people (docs, console): a link to it is no call. Default false. */
    site: z.boolean().optional(),
  }),
])

export type HostEntry = z.infer<typeof HostEntry>

const EnvironmentEntry = z.union([
  z.string().min(2),
  z.strictObject({
    /** Exact, or with `*` at the end. */
    name: z.string().min(2),
    product: z.string().optional(),
    /** Others use the same name for other things; it counts only beside another sign (`GOOGLE_API_KEY`). */
    shared: z.boolean().optional(),
  }),
])
export type EnvironmentEntry = z.infer<typeof EnvironmentEntry>

const ResourceEntry = z.union([
  z.string().min(3),
  z.strictObject({
    /** Exact, or with `*` at the end; compared without regard to case. */
    type: z.string().min(3),
    /** Only with one of these values of the resource's `kind` (`OpenAI` of a Cognitive Services account). */
    kinds: z.array(z.string().min(1)).optional(),
    product: z.string().optional(),
  }),
])
export type ResourceEntry = z.infer<typeof ResourceEntry>

const NamedEntry = z.union([
  z.string().min(2),
  z.strictObject({ name: z.string().min(2), product: z.string().optional() }),
])
export type NamedEntry = z.infer<typeof NamedEntry>

const AssistantCommand = z.strictObject({
  /** The program, or its name and a subcommand of a program that others use too: `claude`, `gh copilot`. */
  command: z.string().regex(/^[a-z][\w.-]*(?: [a-z][\w-]*)?$/),
  /**
   * What only this assistant's program takes, a subcommand (`exec`) or an option (`--print`), of which one must be given; of two
   * words (`run --recipe`) both must.
   */
  takes: z.array(z.string().regex(/^(?:[a-z][\w-]*|--?[A-Za-z][\w-]*)(?: --?[\w-]+)?$/)).min(1),
  /** Packages that are this program, which runners fetch and start (`npx @acme/cli`); then whatever it is told. */
  packages: z.array(z.string().min(3)).optional(),
  product: z.string().optional(),
})
export type AssistantCommand = z.infer<typeof AssistantCommand>

const KeyShape = z.strictObject({
  /** `project-key`, `admin-key`, …: unique within the file. */
  id: z.string().min(1),
  /** A literal of at least three bytes that every such key contains, for the prefilter: `sk-ant-`. */
  anchor: z.string().min(3),
  /** A linear pattern (no back-reference, no look-around, no nested repetition) of the whole key. */
  pattern: z.string().min(4),
  /** The least Shannon entropy in bits per character of what follows the anchor. Default 3. */
  entropy: z.number().optional(),
  /** Only with one of the supplier's environment names or hosts on the same line or the lines beside it. */
  needsContext: z.boolean().optional(),
})

export type KeyShape = z.infer<typeof KeyShape>

const ModelFamily = z.strictObject({
  /** The family's name for people: `GPT-4o`. */
  family: z.string().min(1),
  /** A linear pattern over a whole model id, lower-cased and without any host prefix: `gpt-4o(-.*)?`. */
  pattern: z.string().min(1),
  /**
   * Anybody may serve it, so that a name alone does not tell that its publisher does. The proof: the page of one of its
   * models where the weights are to be had, or the announcement that they are.
   */
  openWeights: z.url({ protocol: /^https$/ }).optional(),
  /** Its ids have capitals, which elsewhere tell a name that people are shown from an id: `MiniMax-M2`. */
  capitals: z.literal(true).optional(),
  /** Its publisher gives the weights away and answers no request for it. */
  elsewhere: z.literal(true).optional(),
  aliases: z.array(z.string()).optional(),
  /** Exact ids that its publisher's pages and kits list, for constants that are named for one: `GPT_4O_MINI`. */
  ids: z.array(z.string()).optional(),
  /** Constants of kits that are named otherwise, with what they stand for: `SmallEmbedding3`. */
  constants: z.record(z.string(), z.string()).optional(),
  /** Exact ids with the date from which the publisher no longer serves them, where announced. */
  retirements: z.record(z.string(), z.iso.date()).optional(),
})

export type ModelFamily = z.infer<typeof ModelFamily>

const ModelForm = z.union([
  z.string().min(5),
  z.strictObject({
    /** A linear pattern over a whole model id in lower case. */
    pattern: z.string().min(5),
    shared: z.boolean().optional(),
  }),
])
export type ModelForm = z.infer<typeof ModelForm>

export const ExampleFile = z.strictObject({
  /** A path that gives the example its language and context; `src/app.py`. */
  file: z.string().min(1),
  text: z.string(),
})

export type ExampleFile = z.infer<typeof ExampleFile>

/** One supplier, all that is known of it, with its proof inside. File name = slug. */
export const Signature = z.strictObject({
  name: z.string().min(1),
  roles: z.array(SupplierRole).min(1),
  /** Home country of the organisation, ISO 3166-1 alpha-2. */
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
  site: z.url().optional(),
  terms: z.url().optional(),
  subprocessors: z.url().optional(),
  /** The slug of the organisation that owns it, where another file describes that one. */
  parent: SupplierSlug.optional(),
  packages: z.partialRecord(Ecosystem, z.array(PackageEntry)).optional(),
  /**
   * Module names as imported, where they differ from the package's name or the ecosystem has no such rule. They add to
   * those that follow from the packages.
   * Dotted or slashed prefixes: `google.genai` covers `google.genai.types`. Never needed for npm.
   */
  imports: z.partialRecord(Language, z.array(PackageEntry)).optional(),
  /** Constructors that make a client of this supplier from a package that serves several: `AzureOpenAI`. */
  clients: z.partialRecord(Language, z.array(NamedEntry)).optional(),
  hosts: z.array(HostEntry).optional(),
  /** Names of environment variables, exact or with `*` at the end. */
  environment: z.array(EnvironmentEntry).optional(),
  keys: z.array(KeyShape).optional(),
  /**
   * Image names without registry and tag: `vllm/vllm-openai`; `nvcr.io/nim/*` for all below a path. A name behind `*` and a
   * slash is this product's in whatever mirror or namespace it lies, and can be no other program's.
   */
  images: z.array(NamedEntry).optional(),
  /**
   * Commands that fetch or serve a model: its id is the next word, or follows a flag (`--model`). Words with one
   * space between them: `ollama pull`, `llama-server`.
   */
  modelCommands: z.array(z.string().min(4)).optional(),
  /** Commands that start its server without naming a model: `ollama serve`, `tritonserver`. */
  serverCommands: z.array(z.string().min(4)).optional(),
  /** Commands by which scripts and pipelines start an assistant: `codex exec`, `claude --print`. */
  assistantCommands: z.array(AssistantCommand).min(1).optional(),
  /** Repositories from which its server is fetched and built, `owner/name` at GitHub: `ggml-org/llama.cpp`. */
  repositories: z.array(z.string().regex(/^[\w.-]+\/[\w.-]+$/)).optional(),
  /** Programs that other programs start, without `.exe`: `whisper-cli`, `tesseract`. No word that other programs bear too. */
  programs: z.array(z.string().regex(/^[a-z][a-z\d._-]{3,40}$/)).optional(),
  /**
   * As what places that declare a developer's tools know it: extensions of editors (`vscode:github.copilot`), features of
   * development containers, formulae and casks of Homebrew (`brew:ollama`), tools of mise and packages of Nix.
   */
  tools: z
    .array(z.string().regex(/^(?:vscode|devcontainer|brew|mise|nix):[a-z\d][a-z\d._/@+-]{1,100}$/))
    .optional(),
  /**
   * What a runtime of JavaScript has without an import, from its root on: `Supabase.ai.Session`. Behind `self.`, which stands
   * for `window` and `globalThis` too, what others may call so counts only where it is taken from there: `self.Writer.create`.
   */
  globals: z.array(z.string().regex(/^[A-Za-z]\w+(\.\w+)+$/)).optional(),
  /** Names of messages that only programs which speak this protocol send or answer: `tools/call`. Two of them in a file count. */
  messages: z.array(z.string().regex(/^[a-z]+\/[A-Za-z_/]{3,50}$/)).optional(),
  /** Names of files whose `FROM` line names the model that this server runs: `Modelfile`. */
  modelFiles: z.array(z.string().min(4)).optional(),
  /**
   * Resource types of infrastructure as code: `aws_bedrockagent_agent`, `AWS::Bedrock::Agent`, ARM and Pulumi types; and the
   * methods by which an app host of .NET takes one in: `Aspire:AddOpenAI`; integrations of Home Assistant by their domains:
   * `HomeAssistant:openai_conversation`; and modules of Terraform's registry that make
   * such: `Module:aws-ia/bedrock/aws`.
   */
  resources: z.array(ResourceEntry).optional(),
  /** Service names of AWS SDKs (`boto3.client('bedrock-runtime')`) and VPC endpoints. */
  awsServices: z.array(NamedEntry).optional(),
  /** Service prefixes of IAM actions: `bedrock` for `bedrock:InvokeModel`. A weaker sign. */
  awsActions: z.array(NamedEntry).optional(),
  /** Google Cloud APIs as enabled in a project: `aiplatform.googleapis.com`. */
  gcpServices: z.array(NamedEntry).optional(),
  /** CI actions, orbs, components: `anthropics/claude-code-action`. */
  actions: z.array(NamedEntry).optional(),
  /** Files whose presence means this assistant is configured: `.cursorrules`; a folder ends in `/**`. */
  files: z.array(NamedEntry).optional(),
  /** Prefixes that routers and frameworks put before a model id to name this host: `openai/`, `bedrock/`, `azure/`. */
  modelPrefixes: z.array(z.string().min(2)).optional(),
  /**
   * Forms of model ids that only this host writes: a dotted publisher, a version behind `@`. With `shared` others
   * write so too, and the form tells only where the host is known from another sign.
   */
  modelForms: z.array(ModelForm).optional(),
  /**
   * It knows no model by the name that a hub has it by (`acme/Chat-8B`): its own library names them otherwise. Or of
   * those on a hub it runs such in the form of GGUF alone, which say so in their names.
   */
  hubNames: z.union([z.literal(false), z.literal('gguf')]).optional(),
  /** Whose models it serves, where it does not serve everybody's: publishers by slug, or just open weights. */
  serves: z.union([z.literal('open-weights'), z.array(SupplierSlug)]).optional(),
  /** Another supplier's client reaches this one where an argument or a variable tells it to: `genai.Client(vertexai=True)`. */
  insteadOf: z.array(z.strictObject({ supplier: SupplierSlug, switch: z.string().min(2) })).optional(),
  /**
   * Packages that take a model by its name alone (`model: 'openai/gpt-5'`) and then reach it by this supplier's own gateway,
   * unless the program says by the name behind `unless` who else does.
   */
  plainModels: z.strictObject({ packages: z.array(z.string().min(1)), unless: z.string().min(2) }).optional(),
  /** What constants of kits write before a model to name this host, where routers write something else: `AWS_CLAUDE_3_5_SONNET`. */
  constantPrefixes: z.array(z.string().regex(/^[a-z]{3,20}$/)).optional(),
  /** Paths that an API has on this supplier's hosts alone, whatever host a program puts before them. */
  paths: z.array(z.string().regex(/^\/.{10,}/)).optional(),
  /**
   * What only SQL says by which a database has this supplier answer: calls of functions (`ai_query(`), of a schema's functions
   * (`snowflake.cortex.`), and statements, with `…` for what stands between their parts and `(=` before settings by name (`create model … options(=`) and `:=` for one argument that is given by name (`prompt( … model:=`),
   * and a setting that only one database has (`vector index … lib=vsag`).
   */
  queries: z.array(z.string().regex(/^[a-z][a-z\d_]+([ .(…][a-z\d_]*)+(?::?=|=[a-z\d_]+)?$/)).optional(),
  /** Extensions of PostgreSQL that a `create extension` names. */
  extensions: z.array(z.string().min(3)).optional(),
  /** Types of fields and indexes that hold vectors in this supplier's stores alone, and what they tell of a hit: `knn_vector`, `vectorSearchScore`. */
  fieldTypes: z.array(z.string().regex(/^[a-z]+(?:_[a-z_]{3,40}|[A-Z][A-Za-z]{5,40})$/)).optional(),
  /**
   * Methods that a package has for this alone, though the package itself has nothing to do with AI: `VectorSearch` of MongoDB's driver. They
   * count in a file that imports the module, or what ends like it.
   */
  methods: z
    .array(z.strictObject({ language: Language, module: z.string().min(3), name: z.string().min(4) }))
    .optional(),
  /** Its namespaces on model hubs: `meta-llama` for `meta-llama/Llama-3.1-8B`. */
  organisations: z.array(z.string().min(2)).optional(),
  /** The models that this organisation itself publishes. */
  models: z.array(ModelFamily).optional(),
  /** Names under which its applications ask for consent (OAuth, app stores). */
  oauthApplications: z.array(z.string().min(1)).optional(),
  /** Slugs of its GitHub Apps: `coderabbitai` for github.com/apps/coderabbitai. */
  githubApps: z.array(NamedEntry).optional(),
  /** Where the facts come from: documentation, the package itself. */
  sources: z.array(z.url()).min(1),
  /** Real use that must be found as this supplier. */
  found: z.array(ExampleFile).min(1),
  /** What tempts but must not name this supplier. */
  ignored: z.array(ExampleFile).min(1),
})
export type Signature = z.infer<typeof Signature>
