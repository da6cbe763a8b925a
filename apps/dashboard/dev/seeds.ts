/** What the made-up companies are made of: one ordinary, one with everything that breaks screens. */
import type { Context, Grade, Supplier } from '@ai-census/schema'

export interface Seed {
  name: string
  repo: string
  supplier: string
  grade: Grade
  context: Context
  /** Days since it was first seen. */
  age: number
  model?: string
  publisher?: string
  owner?: string
  purpose?: string
  registered?: boolean
  dismissed?: boolean
  risk?: string
  key?: boolean
  path?: string
  excerpt?: string
}

export interface SupplierSeed {
  slug: string
  name: string
  country?: string
  site?: string
  review?: Supplier['review']
  late?: boolean
}

export const supplierSeeds: readonly SupplierSeed[] = [
  { slug: 'openai', name: 'OpenAI', country: 'US', site: 'https://openai.com', review: 'approved' },
  {
    slug: 'anthropic',
    name: 'Anthropic',
    country: 'US',
    site: 'https://anthropic.com',
    review: 'approved',
    late: true,
  },
  {
    slug: 'azure-openai',
    name: 'Azure OpenAI',
    country: 'US',
    site: 'https://azure.microsoft.com',
    review: 'restricted',
  },
  { slug: 'aws-bedrock', name: 'Amazon Bedrock', country: 'US', site: 'https://aws.amazon.com/bedrock' },
  { slug: 'google-gemini', name: 'Google Gemini', country: 'US', site: 'https://ai.google.dev' },
  { slug: 'mistral', name: 'Mistral AI', country: 'FR', site: 'https://mistral.ai', review: 'approved' },
  { slug: 'huggingface', name: 'Hugging Face', country: 'US', site: 'https://huggingface.co' },
  { slug: 'deepseek', name: 'DeepSeek', country: 'CN', site: 'https://deepseek.com', review: 'rejected' },
  { slug: 'cohere', name: 'Cohere', country: 'CA', site: 'https://cohere.com' },
  { slug: 'meta', name: 'Meta', country: 'US' },
]

const named: readonly Seed[] = [
  {
    name: 'Support reply drafts',
    repo: 'support-desk',
    supplier: 'openai',
    model: 'gpt-4o-2024-08-06',
    grade: 'used',
    context: 'production',
    age: 140,
    owner: '@acme/service-tools',
    purpose: 'Drafts answers to customer tickets for an agent to review',
    registered: true,
    risk: 'medium',
    key: true,
  },
  {
    name: 'shop',
    repo: 'shop',
    supplier: 'openai',
    model: 'gpt-4o-mini',
    grade: 'configured',
    context: 'production',
    age: 3,
    owner: '@acme/storefront',
    path: 'apps/web/src/search/rerank.ts',
  },
  {
    name: 'Contract clause search',
    repo: 'legal-rag',
    supplier: 'azure-openai',
    model: 'text-embedding-3-large',
    publisher: 'openai',
    grade: 'deployed',
    context: 'production',
    age: 71,
    owner: '@acme/legal-eng',
    purpose: 'Finds clauses in signed contracts',
    registered: true,
    risk: 'high',
  },
  {
    name: 'candidate-screening',
    repo: 'hr-screening',
    supplier: 'anthropic',
    model: 'claude-sonnet-4-5',
    grade: 'used',
    context: 'production',
    age: 2,
    key: true,
    path: 'services/score/main.py',
    excerpt: 'model="claude-sonnet-4-5", max_tokens=1024,',
  },
  {
    name: 'data-platform',
    repo: 'data-platform',
    supplier: 'aws-bedrock',
    model: 'anthropic.claude-3-5-haiku-20241022-v1:0',
    publisher: 'anthropic',
    grade: 'deployed',
    context: 'production',
    age: 5,
    owner: '@acme/data',
  },
  {
    name: 'Fraud signals',
    repo: 'payments-risk',
    supplier: 'huggingface',
    model: 'distilbert/distilbert-base-uncased',
    grade: 'deployed',
    context: 'production',
    age: 260,
    owner: '@acme/payments',
    purpose: 'Ranks card payments for manual checks',
    registered: true,
    risk: 'high',
  },
  {
    name: 'Developer assistants (GitHub Copilot)',
    repo: 'dev-tools',
    supplier: 'openai',
    grade: 'used',
    context: 'development',
    age: 90,
    owner: '@acme/platform',
    registered: true,
  },
  {
    name: 'marketing-site',
    repo: 'marketing-site',
    supplier: 'google-gemini',
    model: 'gemini-2.5-flash',
    grade: 'configured',
    context: 'production',
    age: 6,
    owner: '@acme/web',
  },
  {
    name: 'notebook-lab',
    repo: 'notebook-lab',
    supplier: 'mistral',
    model: 'mistral-large-latest',
    grade: 'declared',
    context: 'example',
    age: 33,
    path: 'lab/churn.ipynb',
  },
  {
    name: 'RAG tutorial',
    repo: 'onboarding-rag',
    supplier: 'openai',
    model: 'gpt-4o-mini',
    grade: 'declared',
    context: 'example',
    age: 210,
    dismissed: true,
  },
  {
    name: 'price-forecast',
    repo: 'price-forecast',
    supplier: 'deepseek',
    model: 'deepseek-chat',
    grade: 'configured',
    context: 'production',
    age: 1,
    owner: '@acme/pricing',
    path: 'forecast/llm.py',
    excerpt: 'client = OpenAI(base_url="https://api.deepseek.com", api_key=settings.key)',
  },
  {
    name: 'Invoice reader',
    repo: 'finance-ocr',
    supplier: 'google-gemini',
    model: 'gemini-2.5-pro',
    grade: 'deployed',
    context: 'production',
    age: 44,
    owner: '@acme/finance-it',
    purpose: 'Reads invoice fields from scanned PDFs',
    registered: true,
  },
]

const teams = [
  'claims',
  'routing',
  'catalogue',
  'returns',
  'warehouse',
  'loyalty',
  'translation',
  'voice',
  'search',
  'pricing',
  'moderation',
  'forecast',
  'onboarding',
  'quality',
  'logistics',
  'energy',
  'people',
  'meetings',
  'helpdesk',
  'vision',
]
const grades: readonly Grade[] = ['configured', 'used', 'deployed', 'declared', 'configured']
const contexts: readonly Context[] = ['production', 'development', 'production', 'test', 'ci', 'production']
const models = [
  'gpt-4o-mini',
  'claude-sonnet-4-5',
  'gemini-2.5-flash',
  'mistral-small-latest',
  'meta-llama/Llama-3.3-70B-Instruct',
  'gpt-4.1',
  'command-r-plus',
]
const suppliers = [
  'openai',
  'anthropic',
  'google-gemini',
  'mistral',
  'huggingface',
  'azure-openai',
  'cohere',
  'aws-bedrock',
]

/** The named ones and enough others for paging. No chance: the same every time. */
export function seeds(): Seed[] {
  const more = Array.from({ length: 168 }, (_, n): Seed => {
    const team = teams[n % teams.length] ?? 'team'
    const service =
      ['api', 'worker', 'assistant', 'batch', 'bot', 'web', 'sync', 'lab', 'core'][
        Math.floor(n / teams.length) % 9
      ] ?? 'api'
    return {
      name: `${team}-${service}`,
      repo: `${team}-${service}`,
      supplier: suppliers[(n * 3) % suppliers.length] ?? 'openai',
      model: models[n % models.length] ?? 'gpt-4o-mini',
      grade: grades[n % grades.length] ?? 'declared',
      context: contexts[n % contexts.length] ?? 'production',
      age: (n * 7) % 190,
      key: n % 10 === 3,
      ...(n % 3 ? { owner: `@acme/${team}` } : {}),
      ...(n % 4 === 1 ? { registered: true, purpose: `Supports the ${team} team` } : {}),
      ...(n % 8 === 1 ? { risk: ['low', 'medium', 'high'][n % 3] ?? 'low' } : {}),
      ...(n % 23 === 12 ? { dismissed: true } : {}),
    }
  })
  return [...named, ...more]
}

/** Names that try to be markup, run right to left, never break, or are formulas. */
export function hostile(): Seed[] {
  const base = {
    supplier: 'openai',
    grade: 'used',
    context: 'production',
    age: 1,
    model: 'gpt-4o-mini',
  } as const
  const names = [
    '<img src=x onerror="alert(1)"><script>alert(2)</script>',
    'مساعد خدمة العملاء للردود التلقائية',
    'עוזר ניתוח חוזים <b>מודגש</b>',
    'W'.repeat(10_000),
    'many words '.repeat(900),
    '👩‍👩‍👧‍👦🏳️‍🌈🤖 emoji robot 🦾',
    '=HYPERLINK("http://evil.example","click")',
    '"><svg/onload=alert(1)>{{7*7}}$' + '{7*7}',
    'user\u202Egnp.exe',
    '\u0000\u0007bell and zero-width\u200B\u200B\u200Bjoiners',
    '   leading and trailing   ',
    'Z\u0351\u036B\u0343\u036A\u0302\u036B\u033D\u034F\u0334\u0319\u0324\u031E\u0349\u035A\u032F\u031E\u0320\u034DA\u036B\u0357\u0334\u0362\u0335\u031C\u0330\u0354L\u0368\u0367\u0369\u0358\u0320G\u0311\u0357\u030E\u0305\u035B\u0341\u0334\u033B\u0348\u034D\u0354\u0339O\u0342\u030C\u030C\u0358\u0328\u0335\u0339\u033B\u031D\u0333!',
  ]
  return names.map((name, n) => ({
    ...base,
    name,
    repo: n % 2 ? 'hostile'.repeat(30) : `r${n}`,
    owner: n % 3 ? '<b>@acme/"owner"</b>' : 'م'.repeat(190),
    purpose: name,
    model: n === 3 ? 'm'.repeat(500) : `<i>model-${n}</i>`,
    path: n === 4 ? `${'very-deep/'.repeat(60)}file.py` : 'src/<script>.ts',
    excerpt: n === 5 ? 'x'.repeat(399) : `<script>alert("${n}")</script> \u202E מודל = "gpt"`,
    key: n % 4 === 0,
    ...(n % 3 === 1 ? { registered: true, risk: n === 4 ? 'W'.repeat(40) : 'high' } : {}),
  }))
}
