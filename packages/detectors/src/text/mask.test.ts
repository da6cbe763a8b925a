import { describe, expect, it } from 'vitest'
import { excerptOf } from './mask.ts'

const secrets = ['hunter2secretvalue', 'hunter2abc', 'abcd1234', 'correcthorsebattery', 's3cr3t-Pa55word']

describe('a line for people', () => {
  it.each([
    'var c = new MistralClient("?");',
    'let s = OpenAI(apiToken: "?")',
    "final m = ChatOpenAI(apiKey: '?');",
    'c := openai.NewClient("?")',
    'let c = groq::Client::new("?");',
    "$c = OpenAI::client('?');",
    'm = make(model_type=ModelType.GPT_4O, api_key="?")',
    'curl -H "Authorization: Bearer ?" https://api.acme.test',
    'aider --openai-api-key ? --model gpt-4o',
    'aider --api-key openai=? --model gpt-4o',
    'ACME_API_KEY=? acme run',
    '{"feature:1":{"apiKey":"?"}}',
    'brew "ollama", args: ["--key=?"]',
    'token = getenv("ACME_TOKEN", "?")',
    'apiKey: ?',
    '<add key="OpenAI:ApiKey" value="?"/><add key="OpenAI:Endpoint" value="https://api.acme.test"/>',
    '<property name="apiKey" value="?"/>',
    '<string name="openai_api_key">?</string>',
    '<key>OPENAI_API_KEY</key><string>?</string>',
    '<ApiKey>?</ApiKey>',
    '<setting name="OpenAIApiKey"><value>?</value></setting>',
    'RUN curl -H "x-api-key: ?" https://api.acme.test',
    'url: https://api.acme.test/v1?key=?',
    'curl -u "key:?" https://api.acme.test',
    'requests.post(url, auth=("me", "?"))',
  ])('has no secret: %s', (line) => {
    for (const secret of secrets) expect(excerptOf(line.replace(/\?(?!key)/, secret))).not.toContain(secret)
  })

  it('has no long word with digits that anything is made with alone', () => {
    expect(excerptOf('index = Pinecone("hunter2secretvalue")')).toBe('index = Pinecone("***")')
    expect(excerptOf('support = Agent("CustomerSupportAgent")')).toBe(
      'support = Agent("CustomerSupportAgent")',
    )
  })

  it.each([
    'client = boto3.client("bedrock-runtime")',
    'c = boto3.client("comprehend")',
    'var c = new ChatClient("gpt-4o-mini", key)',
    'chat = ChatOpenAI(model="gpt-4o", api_key=os.environ["OPENAI_API_KEY"])',
    `key: $\{{ secrets.OPENAI_API_KEY }}`,
    'const x = { key: "gpt-4o", label: "GPT" }',
    'tokenizer = AutoTokenizer.from_pretrained("gpt2")',
    'aider --model gpt-4o --api-key $KEY',
    'apiKeyEnvVar: "OPENAI_API_KEY"',
    'NewClient("https://api.groq.com")',
    'llm := ollama.New("llama3")',
    '<key>OpenAIBaseURL</key><string>https://api.acme.test</string>',
    `<add key="OpenAI:ApiKey" value="$\{OPENAI_API_KEY}"/>`,
    'self.client = boto3.client("s3vectors", region_name=region)',
    'apiKey: config.apiKey || process.env.ACME_API_KEY,',
    'new Store(endpoint: config.Endpoint, apiKey: config.APIKey)',
    'Authorization: token for who asks',
    'author("me", "you")',
    'description: "Your API key: get it at https://acme.test"',
  ])('says the rest: %s', (line) => {
    expect(excerptOf(line)).toBe(line)
  })
})
