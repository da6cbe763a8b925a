import type { Scanner } from '@ai-census/scanner-kit'

/** A scanner whose configuration type only it knows; `run` checks the configuration by its own Zod value. */
export type AnyScanner = Scanner<unknown>

/** The registry: one line a scanner, each loaded when it is used. A test compares it with the disk. */
const registry = {
  aws: async () => (await import('@ai-census/scanner-aws')).scanner,
  'azure-devops': async () => (await import('@ai-census/scanner-azure-devops')).scanner,
  azure: async () => (await import('@ai-census/scanner-azure')).scanner,
  bitbucket: async () => (await import('@ai-census/scanner-bitbucket')).scanner,
  code: async () => (await import('@ai-census/scanner-code')).scanner,
  gcp: async () => (await import('@ai-census/scanner-gcp')).scanner,
  github: async () => (await import('@ai-census/scanner-github')).scanner,
  gitlab: async () => (await import('@ai-census/scanner-gitlab')).scanner,
  openai: async () => (await import('@ai-census/scanner-openai')).scanner,
} satisfies Record<string, () => Promise<unknown>>

export type ScannerName = keyof typeof registry

export const scannerIds = Object.keys(registry) as ScannerName[] // Object.keys forgets the literal names.

export async function loadScanner(id: ScannerName): Promise<AnyScanner> {
  // Each scanner's own config type is erased here: the kit parses the configuration before any use.
  return (await registry[id]()) as unknown as AnyScanner
}
