import { describe, expect, it } from 'vitest'
import { finding, scan } from '../testing/repository.ts'

const keys = (path: string, text: string) => scan({ [path]: text }).keys

describe('a program that another one starts', () => {
  it.each([
    ['a.py', 'import subprocess\nsubprocess.run(["tesseract", image, "out"])\n', 'tesseract'],
    ['a.py', 'import shutil\nfound = shutil.which("ollama")\n', 'ollama'],
    ['a.ts', "import { spawn } from 'node:child_process'\nspawn('claude', ['-p', prompt])\n", 'anthropic'],
    ['a.go', 'package a\n\nfunc f() { exec.CommandContext(ctx, "codex", "exec", p) }\n', 'openai'],
    ['A.cs', 'class A { void R() { var p = new ProcessStartInfo("whisper-cli", args); } }\n', 'whisper-cpp'],
    ['A.cs', 'class A { string P() => Path.Combine(folder, "tesseract.exe"); }\n', 'tesseract'],
    ['a.rs', 'fn f() { let c = Command::new("llama-server").arg("-m"); }\n', 'llama-cpp'],
    ['a.rb', 'out, status = Open3.capture2("tesseract", path)\n', 'tesseract'],
    ['b.py', 'PATHS = ["/usr/local/bin/whisper-cli", "/opt/x"]\n', 'whisper-cpp'],
  ])('%s: %s', (path, text, supplier) => {
    expect(finding({ [path]: text }, `service:${supplier}`)).toMatchObject({
      grade: 'configured',
      evidence: [{ method: 'call' }],
    })
  })
  it.each([
    ['a.py', 'name = "claude"\nprint("gemini")\nlog.info("tesseract")\n'],
    ['a.py', 'import subprocess\nsubprocess.run(["make", "tesseract"])\n'],
    [
      'a.ts',
      "import { Command } from 'commander'\nconst cli = new Command('ollama')\nrun('gemini')\n/x/.exec('claude')\n",
    ],
    [
      'a.go',
      'package a\n\nfunc f() { exec.Command("sh", "-c", "tesseract") }\nvar names = []string{"claude"}\n',
    ],
    ['A.cs', 'class A { string Name => "tesseract"; string Page => "https://example.org/bin/tesseract"; }\n'],
  ])('none: %s: %s', (path, text) => {
    expect(keys(path, text)).toEqual([])
  })
  it('costs no more than the length of the file', () => {
    const time = (size: number): number => {
      const names = '"claude" , '.repeat(size)
      const start = performance.now()
      keys('a.cs', `class A { string[] B = { ${names} "x" }; }\n`)
      keys('a.py', `import subprocess\nx = [${names}]\n${'subprocess.run(["make"])\n'.repeat(size / 6)}`)
      return performance.now() - start
    }
    time(600)
    // Twenty times the length; at its square 400 times as long.
    expect(time(60_000) / time(3_000)).toBeLessThan(100)
  })
})
