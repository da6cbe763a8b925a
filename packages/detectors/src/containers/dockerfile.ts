import { unquoted } from '../config/dotenv.ts'
import { entrySigns } from '../config/entries.ts'
import type { ConfigEntry } from '../config/tree-entries.ts'
import type { Detector } from '../detector.ts'
import { mergeSigns } from '../merge.ts'
import { shellSigns } from '../shell/shell.ts'
import type { NamedSign } from '../signs.ts'
import { imageSign } from './image.ts'
import { modelServer } from './served-model.ts'

/** What the base image's own server is given. */
const isStart = (text: string): boolean => /^\s*(CMD|ENTRYPOINT)\b/i.test(text)

/** Dockerfiles: base images, variables, and what `RUN` and `CMD` say. */
export const dockerfile: Detector = {
  id: 'containers/dockerfile',
  when: 'literal',
  limit: 500_000,
  claims: ({ name, extension }) =>
    /^(docker|container)file([._-].*)?$/.test(name) || extension === 'dockerfile',
  analyse(input) {
    const args = new Map<string, string>()
    const stages = new Set<string>()
    const named: NamedSign[] = []
    const entries: ConfigEntry[] = []
    const servers: { line: number; supplier: string | null }[] = []
    for (const [index, text] of input.text.split('\n').entries()) {
      const line = index + 1
      const from = /^\s*FROM\s+(?:--platform=\S+\s+)?(\S+)(?:\s+AS\s+(\S+))?/i.exec(text)
      if (from) {
        const image = from[1]!.replace(
          /\$\{?([A-Za-z_]\w*)\}?/g,
          (whole, name: string) => args.get(name) ?? whole,
        )
        if (!stages.has(image.toLowerCase()))
          servers.push({ line, supplier: modelServer(input.catalogue, image) })
        if (!stages.has(image.toLowerCase())) named.push(...imageSign(input, image, line))
        if (from[2]) stages.add(from[2].toLowerCase())
        continue
      }
      const copied = /^\s*COPY\s+--from=(\S+)/i.exec(text)?.[1]
      if (copied && !stages.has(copied.toLowerCase())) named.push(...imageSign(input, copied, line))
      const set = /^\s*(ENV|ARG)\s+([A-Za-z_]\w*)(?:=|\s+)(.*)$/i.exec(text)
      if (!set) continue
      const value = unquoted(set[3]!)
      if (/arg/i.test(set[1]!)) args.set(set[2]!, value)
      entries.push({ keys: [set[2]!], text: value, line })
    }
    const serverAt = (line: number): string | null =>
      isStart(input.lines.line(line)) ? (servers.findLast((one) => one.line < line)?.supplier ?? null) : null
    const commands = shellSigns(input, { onlyCommands: true, serverAt })
    return mergeSigns([{ named }, entrySigns(input, entries), commands])
  },
}
