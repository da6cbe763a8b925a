import { loadCatalogue } from '@ai-census/signatures'
import { describe, expect, it } from 'vitest'
import { createMatcher } from './matcher.ts'

const matcher = createMatcher(loadCatalogue())
const opens = (text: string): boolean => matcher(new TextEncoder().encode(text)).opens

describe('what makes a file worth a reader', () => {
  it.each([
    'from openai import OpenAI\n',
    "import { generateText } from 'ai'\n",
    "const { useChat } = await import('ai/react')\n",
    "import {\n  Agent,\n} from '@openai/agents'\n",
    'key = os.environ["OPENAI_API_KEY"]\n',
    'base: https://api.groq.com/openai/v1\n',
    'model = "gpt-4o-mini"\n',
    'boto3.client("translate")\n',
    'use async_openai::Client;\n',
    'import dev.langchain4j.model.openai.OpenAiChatModel;\n',
    'import os, evaluate as ev\n',
    'from datasets import load_dataset\n',
    "const { Together } = require('together-ai')\n",
    'RUN pip install numpy evaluate datasets\n',
    'llm_provider: "together"\n',
    "const settings = { aiProvider: 'together' }\n",
    "'driver' => env('AI_DRIVER', 'perplexity'),\n",
    'client = ::Pinecone::Client.new\n',
    'Replicate.configure do |config|\n',
    'SERVICES = ["rekognition", "textract"]\n',
    'importlib.import_module("transformers")\n',
    'url = f"https://bedrock-runtime.{region}.amazonaws.com/model/x"\n',
    'image: docker.io/mcp/fetch:latest\n',
    'model: microsoft/Phi-4-mini-instruct\n',
  ])('is: %s', (text) => {
    expect(opens(text)).toBe(true)
  })
  it.each([
    'transform: translate(10px, 20px);\n',
    'const openai_key_label = reopenaiing()\n',
    'const step = code.play(evaluate)\n',
    'a gpt-powered gptless thing\n',
    'let opus_count = 1\n',
    '"""Evaluate principals permissions to resources."""\n',
    '# "all" is evaluated; we evaluate each of them together with its parent\n',
    'for ds in response.get("datasets", []):\n',
    'workflows = load("x")\n',
    'from .datasets import read\n',
    'from eyecite.tokenizers import Tokenizer\n',
    'from typing import Union\n',
    'path = ".github/workflows/docker.yml"\n',
    '"modal": modal_mapping,\n',
    '<div class="modal" id="report">\n',
    'for (let i = 0; i < datasets.length; i++) sum += datasets[i]\n',
    "Alpine.directive('menu', (el, { value }, { evaluate }) => evaluate(el))\n",
    '"str_starts_with(string $haystack, string $needle): bool",\n',
    '"assert|include|parallel|spawn|export"\n',
    'return html.translate(table)\n',
    "bindKey: { win: 'Ctrl-A', mac: 'Command-A' },\n",
    'const words = ["scale", "translate", "rotate"]\n',
    'url = f"https://{bucket}.s3.{region}.amazonaws.com"\n',
    'import x from "../../.well-known/mcp/card"\n',
    '      - uses: google/clusterfuzzlite/actions/build_fuzzers@v1\n',
    'repo = "https://github.com/google/uuid"\n',
    'agent = "Mozilla/5.0 (X11; Linux x86_64)"\n',
    'folder = "docker/Dockerfile.dev"\n',
    '',
  ])('is not: %s', (text) => {
    expect(opens(text)).toBe(false)
  })
})
