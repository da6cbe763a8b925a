import { describe, expect, it } from 'vitest'
import { scan } from '../testing/repository.ts'

const keys = (files: Record<string, string>) => scan(files).keys

describe('a package that the repository makes itself', () => {
  it('is a crate of the workspace, whoever else has one of that name', () => {
    const files = {
      'Cargo.toml': '[workspace]\nmembers = ["crates/*"]\n',
      'crates/anthropic/Cargo.toml': '[package]\nname = "anthropic"\nversion = "0.1.0"\n',
      'crates/app/Cargo.toml':
        '[package]\nname = "app"\n\n[dependencies]\nanthropic = { path = "../anthropic" }\n',
      'crates/app/src/main.rs':
        'use anthropic::Client;\n\nfn main() {\n    let client = anthropic::Client::new();\n}\n',
      'Cargo.lock': '[[package]]\nname = "anthropic"\nversion = "0.1.0"\n',
    }
    expect(keys(files)).toEqual([])
    const { 'crates/anthropic/Cargo.toml': _, ...without } = files
    expect(keys(without)).toContain('library:cargo:anthropic')
  })
  it('is a Go module and all below it', () => {
    const files = {
      'go.mod': 'module github.com/sashabaranov/go-openai\n\ngo 1.22\n',
      'examples/go.mod':
        'module example.com/examples\n\nrequire github.com/sashabaranov/go-openai v1.0.0\n\nreplace github.com/sashabaranov/go-openai => ../\n',
      'cmd/main.go':
        'package main\n\nimport "github.com/sashabaranov/go-openai/internal"\n\nfunc main() { openai.NewClient("") }\n',
    }
    expect(keys(files)).toEqual([])
    expect(keys({ ...files, 'go.mod': 'module example.com/app\n' })).toContain(
      'library:golang:github.com/sashabaranov/go-openai',
    )
  })
  it('is a Composer package, with its namespace', () => {
    const files = {
      'composer.json': '{"name": "openai-php/client", "autoload": {"psr-4": {"OpenAI\\\\": "src/"}}}',
      'src/Chat.php': '<?php\n\nnamespace OpenAI;\n\nuse OpenAI\\Resources\\Chat;\n',
    }
    expect(keys(files)).toEqual([])
    expect(keys({ ...files, 'composer.json': '{"name": "acme/chat"}' })).not.toEqual([])
  })
  it('is another one where its manifest depends on the very name that it bears', () => {
    expect(
      keys({ 'Cargo.toml': '[package]\nname = "anthropic"\n\n[dependencies]\nanthropic = "0.1"\n' }),
    ).toContain('library:cargo:anthropic')
  })
  it('is a folder of Python with a name that others use too, whatever a lock file names of the same supplier', () => {
    const files = {
      'uv.lock': '[[package]]\nname = "openai"\nversion = "1.0.0"\n',
      '.env.example': 'OPENAI_API_KEY=\n',
      'agents/__init__.py': '',
      'agents/utils/pool.py': 'def pool():\n    return {}\n',
      'agents/planner/agent.py': 'from agents.utils.pool import pool\n\nstart = pool()\n',
    }
    expect(keys(files).filter((key) => key.includes('agents'))).toEqual([])
    // Where the repository has no such file, the module is the package's.
    const { 'agents/utils/pool.py': _, ...without } = files
    const elsewhere = {
      ...without,
      'desk/main.py': 'from agents.tool import function_tool\n\nfunction_tool(1)\n',
    }
    expect(keys(elsewhere).filter((key) => key.includes('agents'))).not.toEqual([])
  })
  it('is not the folder that is named after a package that manifests name', () => {
    const files = {
      'requirements.txt': 'langchain-core==0.3.0\n',
      'app/langchain_core/tools.py': 'from langchain_core.tools import tool\n\n@tool\ndef add():\n    pass\n',
    }
    expect(keys(files)).toContain('library:pypi:langchain-core')
  })
})
