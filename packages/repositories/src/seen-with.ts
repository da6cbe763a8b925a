import { digest } from '@ai-census/schema'
import { catalogueHash } from '@ai-census/signatures'
import type { ReadSettings } from './settings.ts'

/**
 * With which eyes repositories are read: the catalogue, and where the settings choose among the files, which ones. A
 * file that was left out was not looked at, so a look by another choice makes nothing in it missing.
 */
export function seenWith({ gitignore = true, include, exclude }: ReadSettings): string {
  const chosen = [gitignore, sorted(include), sorted(exclude)]
  const isAll = gitignore && !include?.length && !exclude?.length
  return isAll ? catalogueHash() : `${catalogueHash()}+${digest(chosen).slice(0, 12)}`
}

const sorted = (patterns: readonly string[] | undefined): string[] => [...new Set(patterns)].sort()
