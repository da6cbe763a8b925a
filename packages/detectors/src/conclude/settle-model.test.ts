import { describe, expect, it } from 'vitest'
import { scan } from '../testing/repository.ts'

const models = (files: Readonly<Record<string, string>>) =>
  scan(files).keys.filter((key) => key.startsWith('model:'))

describe('a model that is named away from any call', () => {
  const openai = 'from openai import OpenAI\n\nclient = OpenAI()\n'

  it('is not served by a memory whose variable says which one it is told to use', () => {
    const text =
      'import os\nfrom mem0 import Memory\n\nMODEL = os.environ.get("MEM0_DEFAULT_LLM_MODEL", "gpt-5-mini")\nmemory = Memory()\n'
    expect(models({ 'server/main.py': text, 'server/llm.py': openai })).toEqual(['model:openai:gpt-5-mini'])
  })

  it('as a file of weights is run by the program that its own file is named for', () => {
    const weights =
      'class Config:\n    model = "lmstudio-community/Meta-Llama-3.1-8B-Instruct-GGUF/Meta-Llama-3.1-8B-Instruct-IQ2_M.gguf"\n'
    const files = {
      'requirements.txt': 'ollama==0.5.1\n',
      'llms/ollama.py': 'from ollama import Client\n\nclient = Client()\n',
      'llms/local.py': 'URL = "http://localhost:1234/v1"\n',
    }
    expect(models({ ...files, 'llms/lmstudio.py': weights })).toEqual([
      'model:lm-studio:Meta-Llama-3.1-8B-Instruct',
    ])
    expect(models({ ...files, 'llms/weights.py': weights })).toEqual([
      'model:ollama:Meta-Llama-3.1-8B-Instruct',
    ])
  })

  it('in the form that somebody at a hub gave it is not its publisher’s', () => {
    const text =
      'import dev.langchain4j.model.jlama.JlamaChatModel;\n\nclass Chat {\n  ChatModel model = JlamaChatModel.builder().modelName("tjake/Llama-3.2-1B-Instruct-JQ4").build();\n}\n'
    const pom =
      '<project><dependencies><dependency><groupId>dev.langchain4j</groupId><artifactId>langchain4j-jlama</artifactId><version>1.0</version></dependency></dependencies></project>'
    expect(models({ 'pom.xml': pom, 'src/main/java/Chat.java': text })).toEqual([
      'model:unknown:tjake/Llama-3.2-1B-Instruct-JQ4',
    ])
  })

  it('is nobody’s where a publisher of other models stands beside a name on a hub', () => {
    const text = (id: string) =>
      `from google import genai\n\nclient = genai.Client()\nreader = Reader(config=Config(model="${id}"))\n`
    expect(models({ 'src/a.py': text('acme/reader-large-v1') })).toEqual([
      'model:unknown:acme/reader-large-v1',
    ])
    expect(models({ 'src/a.py': text('gemini-2.5-pro') })).toEqual(['model:google-gemini:gemini-2.5-pro'])
  })

  it('is not served by who only speaks, and a server at home has the weights that a hub names by their maker', () => {
    const speech = {
      'requirements.txt': 'vocode==0.1.113\nopenai==1.99.0\n',
      'src/talk.py':
        'from vocode.streaming.agent import ChatGPTAgent\n\nDEFAULT_MODEL_NAME = "gpt-4o"\nagent = ChatGPTAgent()\n',
      'src/llm.py': openai,
    }
    expect(models(speech)).toEqual(['model:openai:gpt-4o'])
    const local =
      'from langchain_openai import ChatOpenAI\n\nllm = ChatOpenAI(base_url="http://localhost:1234/v1", model="qwen_qwq-32b")\n'
    expect(models({ 'src/llm.py': local })).toEqual(['model:lm-studio:qwen_qwq-32b'])
  })
})
