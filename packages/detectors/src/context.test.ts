import { describe, expect, it } from 'vitest'
import { contextOf } from './context.ts'

describe('the context of a path', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['src/app.py', 'production'],
    ['src/tools/search.py', 'production'],
    ['templates/index.html', 'production'],
    ['prompts/system.j2', 'production'],
    ['requirements.txt', 'production'],
    ['requirements-dev.txt', 'development'],
    ['scripts/seed.py', 'development'],
    ['Tool/Sources/Chat/Client.swift', 'production'],
    ['Tool/Tests/ChatTests/ClientTests.swift', 'test'],
    ['tool/release.dart', 'development'],
    ['Tools/Sources/Format/main.swift', 'development'],
    ['docker-compose.override.yml', 'development'],
    ['.devcontainer/devcontainer.json', 'development'],
    ['.qwen/skills/shorten/run.py', 'development'],
    ['.agents/skills/shorten/run.py', 'development'],
    ['agents/shorten/run.py', 'production'],
    ['tests/test_chat.py', 'test'],
    ['src/chat.spec.ts', 'test'],
    ['pkg/llm/client_test.go', 'test'],
    ['examples/tests/run.py', 'test'],
    ['packages/e2e_tests/docker-compose.yml', 'test'],
    ['src/test/java/AppTest.java', 'test'],
    ['src/Acme.Web.UnitTests/Fakes/Client.cs', 'test'],
    ['src/llm/tests.rs', 'test'],
    ['src/latest.rs', 'production'],
    ['examples/quick.py', 'example'],
    ['anthropic-examples/Main.java', 'example'],
    ['docs/snippets/chat.py', 'example'],
    ['.env.example', 'example'],
    ['config/app.yaml.sample', 'example'],
    ['deploy/values.yaml.gotmpl', 'production'],
    ['.envs/.production/.django', 'production'],
    ['.envs/.local/.django', 'development'],
    ['env.d/common.dist', 'example'],
    ['README.md', 'documentation'],
    ['docs/guide.md', 'documentation'],
    ['.github/workflows/ci.yml', 'ci'],
    ['.gitlab-ci.yml', 'ci'],
  ]
  for (const [path, context] of cases)
    it(`${path} is ${context}`, () => expect(contextOf(path)).toBe(context))
})
